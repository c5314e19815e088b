import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { KnownCallers } from '../../src/rooms/access/known-callers.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let db: Database
beforeAll(async () => {
  db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => {} })
})
afterAll(() => db.close())

test('a key that was looked up before it was revoked, and found after it, is not remembered', async () => {
  const { id, key } = await service.do('POST', '/v1/api-keys', {
    body: { name: 'slow', scopes: ['cases:read'] },
  })
  const answered = Promise.withResolvers<void>()
  const arrives = Promise.withResolvers<void>()
  // The answer of the database is there, and takes its time on the way.
  const slow: Database = {
    ...db,
    row: async (statement, params) => {
      const row = await db.row(statement, params)
      answered.resolve()
      await arrives.promise
      return row
    },
  }
  const callers = new KnownCallers(slow)
  await callers.listen()

  const first = callers.key(key, Date.now())
  await answered.promise
  await service.do('DELETE', `/v1/api-keys/${id}`)
  callers.forget()
  arrives.resolve()

  expect((await first)?.id).toBe(id)
  await expect(callers.key(key, Date.now())).rejects.toMatchObject({ reason: 'an unknown or revoked key' })
  await callers.close()
})
