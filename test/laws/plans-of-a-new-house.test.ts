import pg from 'pg'
import { expect, test } from 'vitest'
import { plannedOnce } from '../../src/db/database.ts'
import { type Sent, sentDuring } from '../support/read-plans.ts'
import { inbound, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

/*
 * A statement that is planned once keeps its plan until statistics are taken of its tables, a minute or more after they began to
 * grow. So what is planned while a house is still empty must be right for the house that it becomes within that minute: it finds
 * rows by an index, and reads no table from one end to the other that gets a row with each case, customer or event.
 */

const service = useService()

/** Of these a large house has some hundreds. */
const fewRows = ['organisation', 'teams', 'employees', 'presences', 'heads_ups', 'link_keys']

const admin = ['events?limit=5', 'customers?q=Jansen', 'callers?phone=%2B31612345678', 'cases?limit=5']
const employee = [
  ...['me/day', 'cases?status=open', 'cases?ownerId=me', 'callbacks?state=open', 'callbacks?ownerId=me'],
  ...['consultations', 'gestures', 'asks', 'successions', 'ideas', 'rules'],
]

test('finds by an index what grows, before anything has', { timeout: 60_000 }, async () => {
  const statements = await plannedOnceDuring(async () => {
    const { sanne, open, take, resolved } = await setScene(service)
    const as = sanne.id
    await resolved()
    const booked = await open()
    await service.do('POST', `/v1/callbacks/${booked.callback.id}/attempts`, {
      as,
      body: { outcome: 'no-answer' },
    })
    const kase = await take()
    await service.do('GET', `/v1/cases/${kase.id}`, { as })
    await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as, body: inbound })
    await service.do('POST', `/v1/cases/${kase.id}/notes`, { as, body: { text: 'She will look it up.' } })
    for (const path of admin) await service.do('GET', `/v1/${path}`)
    for (const path of employee) await service.do('GET', `/v1/${path.replace('=me', `=${as}`)}`, { as })
  })
  expect(statements.length).toBeGreaterThan(25)
  expect(await readWhole(statements)).toEqual([])
})

async function plannedOnceDuring(run: () => Promise<void>): Promise<readonly Sent[]> {
  const named = (await sentDuring(run)).filter(({ name }) => name)
  return [...new Map(named.map((each) => [each.name, each])).values()]
}

/** The tables that are read whole, with the beginning of the statement that does so. */
async function readWhole(statements: readonly Sent[]): Promise<object[]> {
  const client = new pg.Client({ connectionString: service.databaseUrl, options: plannedOnce })
  await client.connect()
  try {
    const found: object[] = []
    for (const { text, values } of statements) {
      await client.query(`prepare asked as ${text}`)
      const given = values.length === 0 ? '' : `(${values.map(() => 'null').join(', ')})`
      const { rows } = await client.query(`explain (format text) execute asked${given}`)
      await client.query('deallocate asked')
      for (const { 'QUERY PLAN': line } of rows) {
        const table = /Seq Scan on (\w+)/.exec(line)?.[1]
        if (table && !fewRows.includes(table)) found.push({ table, by: text.slice(0, 120) })
      }
    }
    return found
  } finally {
    await client.end()
  }
}
