import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
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

test('whoever reads slowly holds up nothing behind: the next question on the connection is answered', async () => {
  const connection = await db.bulk()
  // Around what a reader may leave unread, so that of some the end is there while nobody reads.
  for (let rows = 240; rows <= 340; rows += 2) {
    const copy = connection.copyOut(`select repeat('x', 1023) from generate_series(1, ${rows})`, 'lines')
    copy.read(0)
    await sleep(5)
    let bytes = 0
    for await (const block of copy) bytes += block.length
    expect([rows, bytes]).toEqual([rows, rows * 1024])
    const next = connection.rows<{ one: number }>('select 1 as one')
    expect([rows, await Promise.race([next, sleep(5000, 'no answer')])]).toEqual([rows, [{ one: 1 }]])
  }
  connection.release()
})
