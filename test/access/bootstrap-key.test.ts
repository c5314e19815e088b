import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { bootstrapKey } from '../../src/rooms/access/bootstrap-key.ts'
import { createDatabase } from '../support/database.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const open = (url: string): Database => openDatabase({ url, connections: 2, onError: () => {} })

async function inside(url: string, work: (databases: Database[]) => Promise<void>): Promise<void> {
  const databases = Array.from({ length: 5 }, () => open(url))
  try {
    await work(databases)
  } finally {
    await Promise.all(databases.map((db) => db.close()))
  }
}

test('of the instances that start together on a new database, one makes the first key', async () => {
  const { url, drop } = await createDatabase()
  await inside(url, async (databases) => {
    const secrets = await Promise.all(
      databases.flatMap((db) => Array.from({ length: 10 }, () => bootstrapKey(db, null))),
    )
    const made = secrets.filter((secret) => secret !== null)
    expect(made).toEqual([expect.stringMatching(/^eig_[0-9A-Za-z]{36}$/)])
  })
  const sql = new pg.Client({ connectionString: url })
  await sql.connect()
  const { rows } = await sql.query('select name, scopes from api_keys')
  expect(rows).toEqual([{ name: 'first key', scopes: ['admin'] }])
  const events = await sql.query(`select count(*)::int as n from events where type = 'api-key.created'`)
  expect(events.rows).toEqual([{ n: 1 }])
  await sql.query('update api_keys set revoked_at = now()')
  await sql.end()
  await inside(url, async ([db]) => {
    expect(db && (await bootstrapKey(db, null))).toBeNull()
  })
  await drop()
})

test('a key that the environment gives opens the door, however many instances bring it', async () => {
  const given = randomBytes(24).toString('base64url')
  await inside(service.databaseUrl, async (databases) => {
    const answers = await Promise.all(
      databases.flatMap((db) => Array.from({ length: 10 }, () => bootstrapKey(db, given))),
    )
    expect(answers).toEqual(Array(50).fill(null))
  })
  const { data } = await service.do('GET', '/v1/api-keys', { key: given })
  expect(data.filter((k: { name: string }) => k.name === 'bootstrap key')).toEqual([
    expect.objectContaining({ scopes: ['admin'], hint: given.slice(-4) }),
  ])
})

test('a given key that was revoked stays revoked at the next start', async () => {
  const given = randomBytes(24).toString('base64url')
  await inside(service.databaseUrl, async ([db]) => {
    if (!db) throw new Error('no database')
    await bootstrapKey(db, given)
    const { data } = await service.do('GET', '/v1/api-keys?limit=200')
    const { id } = data.find((k: { hint: string }) => k.hint === given.slice(-4))
    await service.do('DELETE', `/v1/api-keys/${id}`)
    expect(await bootstrapKey(db, given)).toBeNull()
  })
  expect((await service.call('GET', '/v1/api-keys', { key: given })).status).toBe(401)
})
