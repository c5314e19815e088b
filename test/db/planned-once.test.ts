import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { plannedEachTime, selecting } from '../../src/db/statement.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createDatabase()
  db = openDatabase({ url: database.url, connections: 1, onError: () => {} })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

/** With the values in it the condition looks cheaper than it does for any: left the choice, it is planned each time. */
const asked = selecting({ id: sql<string>`c.id` })<{ all: boolean; ids: readonly string[] }>(sql`
  from cases c where (${sql.placeholder('all')}::boolean or c.id <> all(${sql.placeholder('ids')}::uuid[]))
    and c.id = any(${sql.placeholder('ids')}::uuid[])`)
const ask = { all: true, ids: ['01890a5d-ac96-774b-bcce-b302099a8057'] }

const plans = selecting({
  once: sql<number>`p.generic_plans`,
  each: sql<number>`p.custom_plans`,
})<{ text: string }>(sql`from pg_prepared_statements p where p.statement = ${sql.placeholder('text')}`)

test('a read is planned once, whatever it is asked', async () => {
  for (let n = 0; n < 10; n++) await db.rows(asked, ask)
  expect(await db.row(plans, { text: asked.text })).toEqual({ once: 10, each: 0 })
})

test('what says that its best plan depends on its values is planned for them, and prepared nowhere', async () => {
  const mode = plannedEachTime(selecting({ mode: sql<string>`current_setting('plan_cache_mode')` })<object>())
  expect(await db.row(mode, {})).toEqual({ mode: 'auto' })
  expect(await db.row(plans, { text: mode.text })).toBeUndefined()
})
