import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { committedDocument, operationsOf } from '../support/document.ts'
import { setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** What is no filter: where a page begins, how long and in which order it is, and words that are searched. */
const noFilters = new Set(['limit', 'cursor', 'q', 'after', 'order', 'ticket'])
/** Nor is the period of a report that pages, or its form. */
const ofReports = new Set(['from', 'until', 'format', 'by'])

const filters = operationsOf(committedDocument()).flatMap(({ name, operation }) => {
  const asked = operation.parameters.filter((each) => each.in === 'query')
  return name !== 'exportRows' && asked.some((each) => each.name === 'cursor')
    ? asked
        .filter(
          (each) => !noFilters.has(each.name) && !(name.startsWith('report') && ofReports.has(each.name)),
        )
        .map(({ name: filter, schema }) => ({ name, filter, schema }))
    : []
})

test('a filter takes several values, divided by commas, unless it is a moment or a yes or no', () => {
  expect(filters.length).toBeGreaterThan(50)
  const single = filters.filter(
    ({ schema }) => schema.type !== 'array' && schema.type !== 'boolean' && schema.format !== 'date-time',
  )
  expect(single).toEqual([])
})

const find = async (url: string): Promise<string[]> =>
  (await service.do('GET', `${url}&limit=200`)).data.map(({ id }: { id: string }) => id).sort()

test('a comma means or: of topics, of customers of other systems, and of calls', async () => {
  const { team } = await setScene(service)
  const each = async (make: (n: number) => Promise<Answer['body']>) =>
    (await Promise.all([0, 1, 2].map(make))).map(({ id }) => id)
  const topics = await each((n) => service.do('POST', '/v1/topics', { body: { code: `t-${n}`, name: 'T' } }))
  expect(await find('/v1/topics?code=t-0,t-2')).toEqual([topics[0], topics[2]].sort())

  const customers = await each((n) =>
    service.customer({ teamId: team.id, references: [{ system: `s-${n}`, externalId: `e-${n}` }] }),
  )
  expect(await find('/v1/customers?system=s-0,s-2')).toEqual([customers[0], customers[2]].sort())
  expect(await find('/v1/customers?system=s-0,s-1&externalId=e-1,e-2')).toEqual([customers[1]])
  expect(await find('/v1/customers?system=s-1&externalId=e-1')).toEqual([customers[1]])

  for (const n of [0, 1, 2])
    await service.do('POST', '/v1/calls', {
      body: { callId: `c ${n}`, event: 'ringing', direction: 'inbound', from: null, to: null },
    })
  const { data } = await service.do('GET', '/v1/calls?callId=c%200,c%202')
  expect(data.map(({ callId }: { callId: string }) => callId).sort()).toEqual(['c 0', 'c 2'])
})

test('a reference is read as people write it, and one that was misread is told wherever a list takes it', async () => {
  const { take } = await setScene(service)
  const [one, two] = [await take(), await take()]
  const spelt = String(one.reference).replace(/^(.{3})/, '$1 ')
  const wrong = String(one.reference).replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
  const lists = filters.filter(({ filter }) => filter === 'reference').map(({ name }) => name)
  expect(lists.sort()).toEqual([
    'listCallbacks',
    'listCases',
    'listConsultations',
    'listDeviations',
    'listSuccessions',
  ])
  for (const list of ['cases', 'callbacks', 'consultations', 'deviations', 'successions']) {
    const found = await service.do('GET', `/v1/${list}?reference=${spelt},${two.reference}`)
    if (list === 'cases') expect(found.data).toHaveLength(2)
    if (list === 'callbacks') expect(found.data).toHaveLength(2)
    for (const reference of [wrong, `${two.reference},${wrong}`, 'abc', '']) {
      const { status, body } = await service.call('GET', `/v1/${list}?reference=${reference}`)
      expect([list, reference, status, body.code]).toEqual([list, reference, 400, 'reference-misread'])
      expect(body.errors[0].pointer).toBe('#/reference')
    }
  }
  expect(await find(`/v1/cases?customerId=${randomUUID()}`)).toEqual([])
})
