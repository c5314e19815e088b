import { beforeAll, describe, expect, test } from 'vitest'
import { addManyWords } from '../support/many-words.ts'
import { type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

// Which way a search takes depends on how common its words are; it finds the same.
describe.each([
  { words: 'common', many: false },
  { words: 'rare', many: true },
])('where words are $words:', ({ many }) => {
  const service = useService()
  let scene: Scene
  let other: Scene
  beforeAll(async () => {
    if (many) await addManyWords(service)
    scene = await setScene(service)
    other = await setScene(service)
  })

  const find = async (list: string, q: string, as: string = scene.sanne.id): Promise<string[]> => {
    const { data } = await service.do('GET', `/v1/${list}?${new URLSearchParams({ q })}`, { as })
    return data.map(({ id }: { id: string }) => id)
  }
  const named = (name: string, externalId: string): Promise<Answer['body']> =>
    service.customer({
      name,
      phone: null,
      email: 'x@example.org',
      teamId: scene.team.id,
      references: [{ system: 'crm', externalId }],
    })

  test('a case is found by the customer whose it is now', async () => {
    const [wrong, right] = [await named('Berend Fout', 'F-1'), await named('Clara Terecht', 'T-1')]
    const kase = await scene.take({ customerId: wrong.id, question: 'Kanarie' })
    await service.do('POST', `/v1/cases/${kase.id}/customer-correction`, {
      as: scene.sanne.id,
      body: { customerId: right.id },
    })
    expect(await find('cases', 'terecht kanarie')).toEqual([kase.id])
    expect(await find('cases', 't-1 kanarie')).toEqual([kase.id])
    expect(await find('cases', 'berend kanarie')).toEqual([])
  })

  test('who was merged is found as the customer who stands for both, and again as themselves when that was wrong', async () => {
    const [twice, once] = [await named('Hendrika Dubbelaar', 'D-2'), await named('Rika Enkelaar', 'E-2')]
    const kase = await scene.take({ customerId: twice.id, question: 'Papegaai' })
    await service.do('POST', `/v1/customers/${twice.id}/merge-into`, { body: { customerId: once.id } })
    expect(await find('customers', 'dubbelaar')).toEqual([])
    expect(await find('customers', 'd-2')).toEqual([once.id])
    expect(await find('cases', 'enkelaar papegaai')).toEqual([kase.id])
    expect(await find('cases', 'dubbelaar papegaai')).toEqual([])

    await service.do('POST', `/v1/customers/${twice.id}/unmerge`)
    expect(await find('customers', 'dubbelaar')).toEqual([twice.id])
    expect(await find('customers', 'd-2')).toEqual([twice.id])
    expect(await find('cases', 'dubbelaar papegaai')).toEqual([kase.id])
  })

  test('a colleague of another team finds a case while they are asked about it, by the page', async () => {
    const { sanne } = other
    const own: string[] = []
    for (let n = 0; n < 3; n++) own.unshift((await other.take({ question: `Kaketoe ${n}` })).id)
    const hidden = await scene.take({ question: 'Kaketoe van hier' })
    expect(await find('cases', 'kaketoes', sanne.id)).toEqual(own)
    const asked = await service.do('POST', `/v1/cases/${hidden.id}/consultations`, {
      as: scene.sanne.id,
      body: { employeeId: sanne.id, question: 'Weet jij dit?' },
    })
    const last = await other.take({ question: 'Kaketoe toch' })
    const all = [last.id, hidden.id, ...own]
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Answer['body'] = await service.do(
        'GET',
        `/v1/cases?q=kaketoe&limit=1${cursor && `&cursor=${cursor}`}`,
        { as: sanne.id },
      )
      seen.push(...page.data.map(({ id }: { id: string }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(all)
    await service.do('POST', `/v1/consultations/${asked.id}/withdraw`, { as: scene.sanne.id, body: {} })
    expect(await find('cases', 'kaketoe', sanne.id)).toEqual(all.filter((id) => id !== hidden.id))
  })

  test('a case that is opened again by an owner of another team now is found there, and no longer here', async () => {
    const mover = await service.employee({ teamId: scene.team.id })
    const kase = await service.do('POST', '/v1/cases', {
      as: mover.id,
      body: {
        customerId: scene.customer.id,
        question: 'Struisvogel',
        resolution: { outcome: 'answered', summary: 'Verteld.' },
      },
    })
    expect(await find('cases', 'struisvogel', scene.sanne.id)).toEqual([kase.id])
    await service.do('PATCH', `/v1/employees/${mover.id}`, {
      body: { teamId: other.team.id },
      headers: { 'if-match': '*' },
    })
    await service.do('POST', `/v1/cases/${kase.id}/reopen`, { as: mover.id, body: {} })
    expect(await find('cases', 'struisvogel', other.sanne.id)).toEqual([kase.id])
    expect(await find('cases', 'struisvogel', scene.sanne.id)).toEqual([])
  })
})
