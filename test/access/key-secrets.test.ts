import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import pino from 'pino'
import { expect, test } from 'vitest'
import { digestOf } from '../../src/rooms/access/secret.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const logged: { readonly audit?: string; readonly reason?: string; readonly requestId?: string }[] = []
const hears = new Writable({
  write(chunk, _encoding, done) {
    logged.push(JSON.parse(String(chunk)))
    done()
  },
})

const service = useService({ logger: pino({ level: 'error' }, hears) })

const ask = (key: string): Promise<Answer> => service.call('GET', '/v1/topics', { key })
const make = (): Promise<Answer['body']> =>
  service.do('POST', '/v1/api-keys', { body: { name: 'a system', scopes: ['cases:read'] } })

/** Asks until it is so; throws after two seconds. */
async function soon(isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 2000; waited += 20) {
    if (await isSo()) return
    await sleep(20)
  }
  throw new Error('it did not happen within two seconds')
}

const usedAt = async (id: string): Promise<string | undefined> =>
  (
    await service.sql.query('select last_used_at as at from api_keys where id = $1', [id])
  ).rows[0].at?.toISOString()

test('why a key is refused stands in the log alone: every refusal reads the same', async () => {
  const { id, key } = await make()
  const last = key.at(-1) === 'a' ? 'b' : 'a'
  const gone = await service.key('cases:read')
  await service.sql.query('update api_keys set revoked_at = now() where digest = $1', [digestOf(gone)])
  const over = await make()
  await service.sql.query('update api_keys set expires_at = now() where id = $1', [over.id])
  await soon(async () => (await ask(over.key)).status === 401)

  const reasons = []
  const told = new Set<string>()
  for (const wrong of [key.slice(0, -1) + last, gone, over.key, 'short', 'a'.repeat(40)]) {
    const { status, body } = await ask(wrong)
    expect(status).toBe(401)
    const { requestId, instance, ...said } = body
    told.add(JSON.stringify(said))
    await soon(async () => logged.some((line) => line.requestId === requestId))
    reasons.push(logged.find((line) => line.requestId === requestId)?.reason)
  }
  expect(told.size).toBe(1)
  expect(reasons).toEqual([
    'a key with a wrong checksum',
    'an unknown or revoked key',
    'an expired key',
    'not in the form of a key',
    'an unknown or revoked key',
  ])
  expect((await ask(key)).status).toBe(200)
  expect(JSON.stringify(logged)).not.toContain(key.slice(0, -1))
  expect(JSON.stringify(logged)).not.toContain(id.replaceAll('-', ''))
})

test('a key is compared as a whole: one whose digest only begins like it is refused', async () => {
  const { id, key } = await make()
  expect((await ask(key)).status).toBe(200)
  for (const byte of [8, 20, 31]) {
    const digest = Buffer.from(digestOf(key))
    digest[byte] = (digest[byte] ?? 0) ^ 1
    await service.sql.query('update api_keys set digest = $2 where id = $1', [id, digest])
    await soon(async () => (await ask(key)).status === 401)
  }
  await service.sql.query('update api_keys set digest = $2 where id = $1', [id, digestOf(key)])
  await soon(async () => (await ask(key)).status === 200)
})

test('of a key the database has a digest and nothing else, whichever table one searches', async () => {
  const { key } = await service.do('POST', '/v1/api-keys', {
    body: { name: 'searched for', scopes: ['cases:read'] },
    headers: { 'idempotency-key': 'searched-for' },
  })
  await ask(key)
  const tables = await service.sql.query(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  expect(tables.rows.length).toBeGreaterThan(15)
  const forms = [key, Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64').slice(0, -4)]
  for (const { name } of tables.rows) {
    for (const form of forms) {
      const { rows } = await service.sql.query(`select * from ${name} t where t::text like $1`, [`%${form}%`])
      expect([name, rows]).toEqual([name, []])
    }
  }
  const { rows } = await service.sql.query('select count(*)::int as n from api_keys where digest = $1', [
    digestOf(key),
  ])
  expect(rows).toEqual([{ n: 1 }])
})

test('that a key is used is noted once in a minute, not at every request', async () => {
  const { id, key } = await make()
  await service.sql.query(`
    create table noted (id uuid, at timestamptz);
    create function note_it() returns trigger language plpgsql as
      $$ begin insert into noted values (new.id, new.last_used_at); return null; end $$;
    create trigger noted after update of last_used_at on api_keys for each row execute function note_it()`)
  const noon = Temporal.Instant.from('2098-05-02T12:00:00Z')
  for (const seconds of [0, 1, 20, 59, 60, 61, 119]) {
    service.clock.now = noon.add({ seconds })
    expect((await ask(key)).status).toBe(200)
    if (seconds % 60 === 0)
      await soon(
        async () => (await usedAt(id)) === service.clock.now?.toString({ smallestUnit: 'millisecond' }),
      )
  }
  const { rows } = await service.sql.query('select at from noted where id = $1 order by at', [id])
  expect(rows.map(({ at }) => at.toISOString())).toEqual([
    '2098-05-02T12:00:00.000Z',
    '2098-05-02T12:01:00.000Z',
  ])
})

test('noting that a key is used holds up no request, whoever holds the key meanwhile', async () => {
  const { id, key } = await make()
  const holder = new pg.Client({ connectionString: service.databaseUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select from api_keys where id = $1 for update', [id])
  for (let n = 0; n < 20; n++) expect((await ask(key)).status).toBe(200)
  const { rows } = await service.sql.query(
    `select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  expect(rows).toEqual([])
  await holder.query('rollback')
  await holder.end()
})

test('noting that a key is used fails no request', async () => {
  const { id, key } = await make()
  await service.sql.query(`
    create function refuse_note() returns trigger language plpgsql as
      $$ begin raise exception 'no'; end $$;
    create trigger refuse_note before update of last_used_at on api_keys for each row
      when (new.id = '${id}') execute function refuse_note()`)
  for (let n = 0; n < 20; n++) expect((await ask(key)).status).toBe(200)
  expect(await usedAt(id)).toBeUndefined()
  await service.sql.query('drop trigger refuse_note on api_keys')
  await soon(async () => (await ask(key)).status === 200 && (await usedAt(id)) !== undefined)
})
