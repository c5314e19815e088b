import { beforeAll, expect, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let gold: Answer['body']
let anna: Answer['body']
let bakery: Answer['body']
beforeAll(async () => {
  await service.team()
  gold = await service.team({ segments: ['gold'] })
  anna = await service.customer({
    name: 'Anne-Marie van O’Brien',
    phone: '06 12345678',
    email: 'Anne.de-Wit@example.org',
    segment: 'gold',
    references: [
      { system: 'crm', externalId: '1' },
      { system: 'shop', externalId: '2' },
    ],
  })
  bakery = await service.customer({
    name: "Bakkerij d'Oude Molen",
    phone: '020 1234567',
    kind: 'organisation',
    segment: 'shops',
    references: [{ system: 'crm', externalId: '2' }],
  })
})

const find = async (query: Record<string, string>): Promise<string[]> => {
  const page = await service.do('GET', `/v1/customers?${new URLSearchParams(query)}`)
  return page.data.map(({ id }: { id: string }) =>
    id === anna.id ? 'anna' : id === bakery.id ? 'bakery' : id,
  )
}

test.each([
  ['anne', ['anna']],
  ['MARIE', ['anna']],
  ['anne-ma', ['anna']],
  ['obrien', ['anna']],
  ['o’br', ['anna']],
  ['anne.de-w', ['anna']],
  ['anne.de-wit@example.org', ['anna']],
  ['marie anne.de', ['anna']],
  ['anne molen', []],
  ["d'oude", ['bakery']],
  ['+31612', ['anna']],
  ['06 1234', ['anna']],
  ['0612345678', ['anna']],
  ['(020) 123 45', ['bakery']],
  ["'); drop table customers; --", []],
  ["'&|!():*\\ <->", []],
  ['@@@', []],
  ['😀', []],
])('searching for %s finds %j', async (q, found) => {
  expect(await find({ q })).toEqual(found)
})

test('a telephone number is found in any notation, an e-mail address in any case', async () => {
  for (const phone of ['+31612345678', '06-12345678', '0031 6 12345678', 'tel:+31612345678']) {
    expect(await find({ phone })).toEqual(['anna'])
  }
  const unencoded = await service.do('GET', '/v1/customers?phone=+31612345678,+31201234567')
  expect(unencoded.data.map((c: { id: string }) => c.id)).toEqual([bakery.id, anna.id])
  expect(await find({ email: 'ANNE.DE-WIT@EXAMPLE.ORG' })).toEqual(['anna'])
  expect(await find({ email: 'anne.de-wit@example.org,b@example.org' })).toEqual(['anna'])
})

test('a national number is read with the country of the organisation', async () => {
  await service.sql.query(`update organisation set country = 'BE'`)
  const belgian = await service.customer({ phone: '02 511 01 01' })
  expect(belgian.phone).toBe('+3225110101')
  expect(await find({ phone: '02/511.01.01' })).toEqual([belgian.id])
  expect(await find({ phone: '+31 20 123 4567' })).toEqual(['bakery'])
  await service.sql.query(`update organisation set country = 'NL'`)
})

test('every other filter finds what it names', async () => {
  expect(await find({ segment: 'gold' })).toEqual(['anna'])
  expect(await find({ segment: 'gold,shops' })).toEqual(['bakery', 'anna'])
  expect(await find({ teamId: gold.id })).toEqual(['anna'])
  expect(await find({ kind: 'organisation' })).toEqual(['bakery'])
  expect(await find({ system: 'crm' })).toEqual(['bakery', 'anna'])
  expect(await find({ system: 'crm', externalId: '2' })).toEqual(['bakery'])
  expect(await find({ system: 'shop', externalId: '2', segment: 'gold', q: 'anne' })).toEqual(['anna'])
  expect(await find({ system: 'shop', externalId: '1' })).toEqual([])
})

test.each([
  ['phone=12', ['#/phone']],
  ['externalId=1', ['#/system']],
  ['email=x', ['#/email/0']],
  ['teamId=1', ['#/teamId/0']],
  ['name=x', ['#/name']],
  ['q=', ['#/q']],
  ['q=%00', ['#/q']],
  ['cursor=x', ['#/cursor']],
])('%s is refused by name', async (query, wrong) => {
  const answer = await service.call('GET', `/v1/customers?${query}`)
  expect(answer.status).toBe(400)
  expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toEqual(wrong)
})

test('the newest come first, and pages neither repeat nor lose anybody while others come', async () => {
  const before = await Promise.all(Array.from({ length: 23 }, () => service.customer({ segment: 'paged' })))
  const seen: string[] = []
  let url: string | undefined = '/v1/customers?segment=paged&limit=5'
  while (url !== undefined) {
    const [page]: [Answer, unknown] = await Promise.all([
      service.call('GET', url),
      service.customer({ segment: 'paged' }),
    ])
    seen.push(...page.body.data.map(({ id }: { id: string }) => id))
    url = /<([^>]+)>/.exec(page.headers.link ?? '')?.[1]
  }
  expect(seen).toEqual([...new Set(seen)].sort().reverse())
  expect(before.every(({ id }) => seen.includes(id))).toBe(true)
})

test('a cursor of a search belongs to that search', async () => {
  const page = await service.do('GET', '/v1/customers?q=mevrouw&limit=1')
  const next = `/v1/customers?limit=1&cursor=${page.nextCursor}`
  expect((await service.do('GET', `${next}&q=Mevrouw`)).data).toHaveLength(1)
  expect((await service.call('GET', `${next}&q=anne`)).status).toBe(400)
})
