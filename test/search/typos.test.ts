import { beforeAll, describe, expect, test } from 'vitest'
import { addManyWords } from '../support/many-words.ts'
import { type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

// Which way a search takes depends on how common its words are; it finds the same.
describe.each([
  { words: 'common', many: false },
  { words: 'rare', many: true },
])('where words are $words:', ({ many }) => {
  const service = useService()
  let scene: Scene
  let other: Scene
  const names = [
    'Mevrouw Dijkstra',
    'P. Janssen',
    'Meneer De Vries',
    'Jürgen Müller',
    'Bakkerij d’Oude Molen',
    'Fatima El Khattabi',
  ]
  const named = new Map<string, string>()
  beforeAll(async () => {
    if (many) await addManyWords(service)
    scene = await setScene(service)
    other = await setScene(service)
    for (const name of names) {
      const customer = await service.customer({
        name,
        phone: null,
        email: 'x@example.org',
        teamId: scene.team.id,
      })
      named.set(customer.id, name)
      const question = name.includes('Dijkstra') ? 'Wanneer ga ik verhuizen?' : 'Waar is mijn pakketje?'
      const kase = await scene.take({ customerId: customer.id, question })
      named.set(kase.id, name)
    }
  })

  const find = async (list: 'cases' | 'customers', q: string, as = scene.sanne.id): Promise<string[]> => {
    const { data } = await service.do('GET', `/v1/${list}?${new URLSearchParams({ q })}`, { as })
    const bystanders = [scene.customer.id, other.customer.id]
    return data
      .map(({ id }: { id: string }) => named.get(id) ?? id)
      .filter((id: string) => !bystanders.includes(id))
  }

  describe.each(['cases', 'customers'] as const)(
    'a name in %s is found although it was typed wrong',
    (list) => {
      test.each([
        ['Dijksta', 'Mevrouw Dijkstra'],
        ['Djikstra', 'Mevrouw Dijkstra'],
        ['Dijkstraa', 'Mevrouw Dijkstra'],
        ['Dykstra', 'Mevrouw Dijkstra'],
        ['mevrouw dijksta', 'Mevrouw Dijkstra'],
        ['Jansen', 'P. Janssen'],
        ['de Vreis', 'Meneer De Vries'],
        ['Vriez', 'Meneer De Vries'],
        ['Muller', 'Jürgen Müller'],
        ['Mueller', 'Jürgen Müller'],
        ['Jurgen Mullr', 'Jürgen Müller'],
        ['bakerij molen', 'Bakkerij d’Oude Molen'],
        ['Katabi', 'Fatima El Khattabi'],
        ['fatma-katabi', 'Fatima El Khattabi'],
      ])('%s: %s', async (q, name) => {
        expect(await find(list, q)).toEqual([name])
      })

      test.each(['Dikkers', 'Vx', 'Jan5en', 'Zeppelin', 'x@exampel.org', 'Molenaar'])(
        '%s is nobody',
        async (q) => {
          expect(await find(list, q)).toEqual([])
        },
      )
    },
  )

  test('what was typed right is never taken for something else', async () => {
    const jensen = await service.customer({ name: 'Karin Jensen', phone: null, email: 'k@example.org' })
    expect(await find('customers', 'Jensen')).toEqual([jensen.id])
    expect(await find('customers', 'Karin Janssen')).toEqual([])
    expect(await find('cases', 'Jensen')).toEqual([])
    expect(await find('cases', 'verhuizen Dijksta')).toEqual(['Mevrouw Dijkstra'])
    expect(await find('cases', 'pakketje Dijksta')).toEqual([])
  })

  test('numbers and references are never taken for others', async () => {
    const { data } = await service.do('GET', '/v1/cases?limit=1')
    const wrong = `${data[0].reference.slice(0, -1)}${(Number(data[0].reference.at(-1)) + 1) % 10}`
    expect(await find('cases', wrong)).toEqual([])
  })

  test('a mistake does not find the cases of another team', async () => {
    expect(await find('cases', 'Dijksta', other.sanne.id)).not.toContain('Mevrouw Dijkstra')
    expect(await find('cases', 'Janssen', other.sanne.id)).toEqual([])
  })

  test('further pages search for the same as the first, whoever is hired or named meanwhile', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++) {
      const { id } = await service.customer({
        name: `Kees Hoogeveen ${'abcde'[n]}`,
        phone: null,
        email: 'k@example.org',
      })
      ids.unshift(id)
    }
    const url = '/v1/customers?q=Hogeven&limit=2'
    const seen: string[] = []
    let page = await service.do('GET', url)
    for (;;) {
      seen.push(...page.data.map(({ id }: { id: string }) => id))
      if (page.nextCursor === null) break
      // Now somebody has just the name that was typed, and others have names that are nearer to it.
      for (const name of ['Hogeven', 'Hogevan', 'Hogevem', 'Hogevens', 'Hogevena', 'Hogevenb'])
        await service.customer({ name, phone: null, email: 'h@example.org' })
      page = await service.do('GET', `${url}&cursor=${page.nextCursor}`)
    }
    expect(seen).toEqual(ids)
  })

  test('a name that nobody bears any more is not kept to be compared with', async () => {
    const customer = await service.customer({
      name: 'Xantippe Wolkenveld',
      phone: null,
      email: 'w@example.org',
    })
    const words = async () => {
      const { rows } = await service.sql.query(
        `select word from name_words where word in ('xantippe', 'wolkenveld', 'wolkenvelt') order by 1`,
      )
      return rows.map(({ word }) => word)
    }
    expect(await words()).toEqual(['wolkenveld', 'xantippe'])
    await service.do('PATCH', `/v1/customers/${customer.id}`, {
      body: { name: 'Xantippe Wolkenvelt' },
      headers: { 'if-match': '"1"' },
    })
    expect(await words()).toEqual(['wolkenvelt', 'xantippe'])
  })
})
