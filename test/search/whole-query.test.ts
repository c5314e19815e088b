import { beforeAll, describe, expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
const named = new Map<string, string>()
beforeAll(async () => {
  scene = await setScene(service)
  const add = async (name: string, question?: string) => {
    const { id } = await service.customer({ name, phone: null, teamId: scene.team.id })
    named.set(id, name)
    if (question) named.set((await scene.take({ customerId: id, question })).id, name)
  }
  await add('Schmidt Eva')
  await add('Schmitt Otto', 'Wo ist meine Rechnung?')
  await add('Piet Jansen')
  await add('Piet Janssen', 'Klopt mijn meterstand?')
  await add('Bakker B.V.', 'Waar blijft de bestelling?')
  await add('Slager BV')
  await add('J.P. de Vries')
  await add('Anna v.d. Berg')
})

const find = async (list: 'cases' | 'customers', q: string): Promise<string[]> => {
  const { data } = await service.do('GET', `/v1/${list}?${new URLSearchParams({ q })}`, {
    as: scene.sanne.id,
  })
  return data.map(({ id }: { id: string }) => named.get(id) ?? id)
}

describe('the query as a whole decides whether a name was typed right', () => {
  test.each([
    ['customers', 'schmidt otto', ['Schmitt Otto']],
    ['customers', 'otto schmidt', ['Schmitt Otto']],
    ['customers', 'schmitt eva', ['Schmidt Eva']],
    ['customers', 'schmidt', ['Schmidt Eva']],
    ['customers', 'schmitt otte', ['Schmitt Otto']],
    ['customers', 'schmidt anton', []],
    ['cases', 'jansen meterstand', ['Piet Janssen']],
    ['cases', 'schmidt rechnung', ['Schmitt Otto']],
    ['cases', 'jansen rechnung', []],
  ] as const)('%s: %s', async (list, q, names) => {
    expect(await find(list, q)).toEqual(names)
  })
})

describe('letters with points between them are one word, both ways', () => {
  test.each([
    ['bakker bv', ['Bakker B.V.']],
    ['bakker b.v.', ['Bakker B.V.']],
    ['bakker b.v', ['Bakker B.V.']],
    ['bakker b v', ['Bakker B.V.']],
    ['slager bv', ['Slager BV']],
    ['slager b.v.', ['Slager BV']],
    ['slager b v', ['Slager BV']],
    ['jp de vries', ['J.P. de Vries']],
    ['j.p. de vries', ['J.P. de Vries']],
    ['j p de vries', ['J.P. de Vries']],
    ['vd berg', ['Anna v.d. Berg']],
    ['v.d. berg', ['Anna v.d. Berg']],
    ['v d berg', ['Anna v.d. Berg']],
    ['pj de vries', []],
  ])('%s', async (q, names) => {
    expect(await find('customers', q)).toEqual(names)
  })

  test('in cases too', async () => {
    for (const q of ['bakker bv', 'bestelling b.v.', 'bakker b v'])
      expect([q, await find('cases', q)]).toEqual([q, ['Bakker B.V.']])
  })
})

describe('the signs of another keyboard divide words as ours do, and what nobody sees does nothing', () => {
  const divided = [...'‐‑‒–—―−‘’ʼ′·•', "'", '-']
  const joined = [...'\u00AD\u200B\u200D\u2060\uFEFF\u202C']
  const shown = (sign: string) => `U+${sign.codePointAt(0)?.toString(16)}`

  test.each(divided.map((sign) => [shown(sign), sign]))(
    '%s in a name, and in what is typed',
    async (_, sign) => {
      const name = `Quirijn${sign}Floris ${shown(sign)}`
      await service.customer({ name, phone: null, teamId: scene.team.id })
      const found = async (q: string) =>
        (await service.do('GET', `/v1/customers?${new URLSearchParams({ q })}`)).data.map(
          (customer: { name: string }) => customer.name,
        )
      for (const q of ['quirijn floris', 'floris', 'quirijn-floris', `quirijn${sign}floris`])
        expect([q, await found(`${q} ${shown(sign)}`)]).toEqual([q, [name]])
    },
  )

  test.each(joined.map((sign) => [shown(sign), sign]))(
    '%s in a name, and in what is typed',
    async (_, sign) => {
      const name = `Wiebe${sign}rt ${shown(sign)}`
      await service.customer({ name, phone: null, teamId: scene.team.id })
      for (const q of ['wiebert', `${sign}wiebert`, `wie${sign}bert${sign}`])
        expect([
          q,
          (await service.do('GET', `/v1/customers?${new URLSearchParams({ q: `${q} ${shown(sign)}` })}`)).data
            .length,
        ]).toEqual([q, 1])
    },
  )
})
