import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Filled, fillLists } from '../../bench/scale/fill-lists.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { isInUsualOrder, type ListReading, listReadings } from '../support/list-readings.ts'
import { plant } from '../support/planted.ts'
import { costOf, sentDuring } from '../support/read-plans.ts'
import { type Service, startService } from '../support/service.ts'

/*
 * No list grows with the cases. Among twenty-four thousand of them in twenty teams, each filter of each list, for who sees every
 * team, for a member of one, and for a stranger: a member of a team in which what is rare elsewhere does not happen. A page looks
 * at what it shows, and at what stands between: other teams' cases for a member, or what a few in a hundred have. A stranger
 * who asks for what their team has not makes it look at all of the team, and at no more.
 */

const cases = 24_000
/** Of a page of one, with so much air that no draw of what was made comes near; a team has twelve hundred. */
const mostRows = 800
const mostOfStranger = cases / 8
/** Of each of those rows a few; a walk through everything, with all that an answer shows, reads a quarter of a million. */
const mostPages = 5

let database: TestDatabase
let service: Service
let filled: Filled

beforeAll(async () => {
  // What is filled in at once keeps no history by which the audit of other tests could know it.
  database = await createDatabase()
  filled = await fillLists(database.url, cases)
  plant(filled.key)
  service = await startService({ databaseUrl: database.url, clock: { now: undefined }, adminKey: filled.key })
  // All is in memory, and so small that to read a whole table might be taken for the shorter way.
  await service.sql.query('set random_page_cost = 1; set seq_page_cost = 4')
}, 300_000)
afterAll(async () => {
  await service.stop()
  await database.drop()
})

/** What a reading costs, if that is too much. */
async function tooMuch({ url, ...reading }: ListReading, as: string, who: string): Promise<object[]> {
  let status = 0
  const sent = await sentDuring(async () => {
    const page = who === 'stranger' ? url : url.replace('limit=10', 'limit=1')
    status = (await service.callOnce('GET', page, { as })).status
  })
  if (status === 403 || status === 404) return []
  expect([url, status]).toEqual([url, 200])
  // The catalogue of events is known without the database.
  expect([url, sent.length > 0]).toEqual([url, reading.operation !== 'listEventTypes'])
  const costs: object[] = []
  for (const each of sent) {
    if (!/^\s*(\(?select|with)\b/i.test(each.text) || /\b(insert into|number_feed|update)\b/.test(each.text))
      continue
    const cost = await costOf(service.sql, each, filled.large)
    const found = { who, filter: reading.filter, order: reading.order, operation: reading.operation, ...cost }
    const most = who === 'stranger' ? mostOfStranger : mostRows
    if (cost.rows > most || cost.pages > most * mostPages) costs.push(found)
  }
  return costs
}

async function allTooMuch(readings: readonly ListReading[]): Promise<object[]> {
  const costs: object[] = []
  for (const reading of readings)
    for (const [who, id] of Object.entries(filled.who)) costs.push(...(await tooMuch(reading, id, who)))
  return costs
}

const readings = () => listReadings(filled.known)

test('a page of a list costs a page, whatever it is narrowed by', { timeout: 600_000 }, async () => {
  const all = readings().filter(isInUsualOrder)
  expect(all.length).toBeGreaterThan(250)
  expect(await allTooMuch(all)).toEqual([])
})

test('in its other orders as well, as it is', { timeout: 300_000 }, async () => {
  const others = readings().filter((each) => !isInUsualOrder(each) && each.filter === '')
  expect(others.map(({ order }) => order).sort()).toEqual(
    ['-madeAt', '-until', '-updatedAt', 'madeAt', 'openedAt', 'updatedAt'].sort(),
  )
  expect(await allTooMuch(others)).toEqual([])
})

test('without its index a filter costs too much', { timeout: 300_000 }, async () => {
  const indexes: Readonly<Record<string, string>> = {
    cases_by_opening: 'listCases openedBefore',
    cases_by_channel: 'listCases channel=visit',
    resolutions_by_outcome: 'listCases outcome=withdrawn',
    gestures_by_kind: 'listGestures kind=refund',
    callbacks_by_channel: 'listCallbacks channel=letter',
  }
  for (const [index, filter] of Object.entries(indexes)) {
    const [definition] = (
      await service.sql.query('select indexdef from pg_indexes where indexname = $1', [index])
    ).rows
    await service.sql.query(`drop index ${index}`)
    const asked = readings().filter(
      (each) => isInUsualOrder(each) && `${each.operation} ${each.filter}`.startsWith(filter),
    )
    expect([index, await allTooMuch(asked)]).not.toEqual([index, []])
    await service.sql.query(definition.indexdef)
  }
})
