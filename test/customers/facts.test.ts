import { beforeAll, expect, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let customer: Answer['body']
let facts: string
beforeAll(async () => {
  await service.team()
})

const newCustomer = async () => {
  customer = await service.customer()
  facts = `/v1/customers/${customer.id}/facts`
}
const texts = (page: Answer['body']): string[] => page.data.map((fact: { text: string }) => fact.text)

test('a fact says what, until when and by whom', async () => {
  await newCustomer()
  const sanne = await service.employee({ teamId: customer.teamId })
  const fact = await service.do('POST', facts, { as: sanne.id, body: { text: 'Hard of hearing' } })
  expect(fact).toMatchObject({
    text: 'Hard of hearing',
    until: null,
    recordedBy: { kind: 'employee', id: sanne.id },
  })
  const bySystem = await service.do('POST', facts, { body: { text: 'Moves house', until: '2099-12-31' } })
  expect(bySystem).toMatchObject({ until: '2099-12-31', recordedBy: { kind: 'system' } })
  expect((await service.do('GET', facts)).data).toEqual([bySystem, fact])
})

test('what no longer matters today, where the organisation is, is left out unless all is asked for', async () => {
  await newCustomer()
  for (const [text, until] of [
    ['yesterday', '2026-07-01'],
    ['today', '2026-07-02'],
    ['always', null],
  ]) {
    await service.do('POST', facts, { body: { text, until } })
  }
  // Half past midnight in Amsterdam, and still the day before in UTC.
  service.clock.now = Temporal.Instant.from('2026-07-01T22:30:00Z')
  expect(texts(await service.do('GET', facts))).toEqual(['always', 'today'])
  expect(texts(await service.do('GET', `${facts}?all=false`))).toEqual(['always', 'today'])
  expect(texts(await service.do('GET', `${facts}?all=true`))).toEqual(['always', 'today', 'yesterday'])
})

test('a fact can be removed, once, and by its own customer only', async () => {
  await newCustomer()
  const fact = await service.do('POST', facts, { body: { text: 'Not true' } })
  const other = await service.customer()
  expect((await service.call('DELETE', `/v1/customers/${other.id}/facts/${fact.id}`)).status).toBe(404)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => service.call('DELETE', `${facts}/${fact.id}`)),
  )
  expect(answers.map((a) => a.status).sort()).toEqual([204, ...Array(7).fill(404)])
  expect(texts(await service.do('GET', `${facts}?all=true`))).toEqual([])
})

test('that a fact came and went is in the history, not what it said', async () => {
  await newCustomer()
  const fact = await service.do('POST', facts, { body: { text: 'Very private' } })
  await service.do('DELETE', `${facts}/${fact.id}`)
  const { rows } = await service.sql.query(
    'select type, data from events where customer_id = $1 order by id',
    [customer.id],
  )
  expect(rows.slice(1)).toEqual([
    { type: 'customer.changed', data: { fields: ['facts'], factId: fact.id } },
    { type: 'customer.changed', data: { fields: ['facts'], factId: fact.id } },
  ])
})

test('pages of facts neither repeat nor lose any', async () => {
  await newCustomer()
  await Promise.all(
    Array.from({ length: 11 }, (_, n) => service.do('POST', facts, { body: { text: `${n}` } })),
  )
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Answer['body'] = await service.do('GET', `${facts}?limit=4${cursor && `&cursor=${cursor}`}`)
    seen.push(...texts(page))
    cursor = page.nextCursor
  }
  expect(seen.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, n) => n))
})

test('an unknown customer has no facts, and what is wrong with a fact is named', async () => {
  await newCustomer()
  const unknown = '/v1/customers/0199a3ec-7f02-7e31-a2b8-51c9d0e7f640/facts'
  expect((await service.call('GET', unknown)).status).toBe(404)
  expect((await service.call('POST', unknown, { body: { text: 'x' } })).status).toBe(404)
  const answer = await service.call('POST', facts, { body: { text: ' ', until: '2026-02-30' } })
  expect(answer.body.errors.map((e: { pointer: string }) => e.pointer).sort()).toEqual(['#/text', '#/until'])
  const reader = await service.key('customers:read')
  expect((await service.call('POST', facts, { key: reader, body: { text: 'x' } })).status).toBe(403)
})
