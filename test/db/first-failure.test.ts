import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { statement } from '../../src/db/statement.ts'
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

test('whatever was sent behind a failed statement fails for the reason of that one, in whichever order it is heard', async () => {
  const fails = statement<object, object>(sql`select 1 / 0`)
  const follows = statement<object, object>(sql`select 1`)
  const tx = await db.transaction()
  const [first, second] = [tx.lock(fails, {}), tx.rows(follows, {})]
  const divisionByZero = { code: '22012' }
  await expect(second).rejects.toMatchObject(divisionByZero)
  await expect(first).rejects.toMatchObject(divisionByZero)
  await tx.rollback()
})
