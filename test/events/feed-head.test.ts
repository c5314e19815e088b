import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { outcomeOf } from '../laws/attacks/attack.ts'
import { useService } from '../support/use-service.ts'

/** How far the feed has come: what a script may say of it, and what it may not. */
const service = useService()

// Whatever else would number waits meanwhile.
beforeEach(async () => {
  await service.sql.query('select pg_advisory_lock(4919)')
  await number()
})
afterEach(async () => {
  await number()
  await service.sql.query('select pg_advisory_unlock(4919)')
})

const number = () => service.sql.query('select number_feed(1000)')
const writes = (ids: readonly string[]) => `
  insert into events (id, type, at, actor_kind, data)
    select id, 'customer.changed', now(), 'system', '{}' from unnest('{${ids}}'::uuid[]) id
    returning tx::text`

/** In one transaction; by their ids in the order of the feed. */
async function write(by: pg.Client = service.sql) {
  const ids = [randomUUID(), randomUUID(), randomUUID()].sort()
  const { rows } = await by.query(writes(ids))
  return { first: ids[0], tx: rows[0].tx }
}

async function begin() {
  const client = new pg.Client({ connectionString: service.databaseUrl })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('begin')
  return client
}

/** What was still open when the feed was numbered last, and is committed since. */
async function writeLate() {
  const late = await begin()
  const written = await write(late)
  await write()
  await number()
  await late.query('commit')
  return written
}

async function outcome(...steps: readonly string[]): Promise<string> {
  return await outcomeOf(service, 'read committed', steps)
}

const head = (set: string) => `update feed_head set writer = pg_current_xact_id(), ${set}`
const toNow = 'until = pg_snapshot_xmax(pg_current_snapshot()), after = null'
const open = 'select pg_snapshot_xip(pg_current_snapshot()) union select pg_current_xact_id()'
const waits = (more = '') => `waiting = array(${open}) || '{${more}}'::xid8[]`

test('it comes as far as all that has ended, and waits for what has not', async () => {
  const other = await begin()
  await other.query('select pg_current_xact_id()')
  await service.sql.query('select pg_current_xact_id()')
  expect(await outcome(head(`${toNow}, ${waits()}`))).toBe('nothing')
  expect(await outcome(head(`${toNow}, waiting = '{}'`))).toBe('feed_is_final')
  expect(await outcome(head(`until = '9223372036854775807', ${waits()}`))).toBe('feed_is_final')
  expect(await outcome('update feed_head set waiting = waiting')).toBe('feed_is_final')
})

test('what it waited for has its place, or is waited for still', async () => {
  const { first, tx } = await writeLate()
  expect(await outcome(head(`${toNow}, ${waits()}`))).toBe('feed_is_final')
  expect(await outcome(head(`until = '${tx}', after = '${first}', ${waits()}`))).toBe('feed_is_final')
  expect(await outcome(head('waiting = waiting'))).toBe('nothing')
  // Where it goes back to before, it comes there again.
  const before = `until = '${BigInt(tx) - 1n}', after = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`
  expect(await outcome(head(`${before}, waiting = array(${open})`))).toBe('nothing')
  expect(await outcome('select number_feed(2)')).toBe('nothing')
})

test('what came since has its place, up to the last of it, or is waited for', async () => {
  const { first, tx } = await write()
  expect(await outcome(head(`${toNow}, ${waits()}`))).toBe('feed_is_final')
  expect(await outcome(head(`until = '${tx}', after = '${first}', ${waits()}`))).toBe('feed_is_final')
  expect(await outcome('select number_feed(2)', head(`${toNow}, ${waits()}`))).toBe('feed_is_final')
  expect(await outcome(head(`${toNow}, ${waits(tx)}`))).toBe('nothing')
  expect(await outcome('select number_feed(2)')).toBe('nothing')
  expect(await outcome('select number_feed(3)', 'select number_feed(3)')).toBe('nothing')
})

test('what comes later is behind it, whatever its id', async () => {
  const id = randomUUID().slice(1)
  await service.sql.query(writes([`f${id}`]))
  await service.sql.query(writes([`0${id}`]))
  expect(await outcome('select number_feed(1)')).toBe('nothing')
})

test('of a dump, what has no place gets one, whichever transactions it speaks of', async () => {
  const { tx } = await write()
  const restored = (...steps: readonly string[]) =>
    outcome(
      'set local session_replication_role = replica',
      `update feed_head set writer = '3', until = '9223372036854775807', waiting = '{}'`,
      'set local session_replication_role = origin',
      ...steps,
    )
  expect(await restored(head(`${toNow}, ${waits()}`))).toBe('feed_is_final')
  expect(await restored(head(`${toNow}, ${waits(tx)}`))).toBe('nothing')
  expect(await restored(head(`until = '${tx}', after = null, ${waits()}`))).toBe('nothing')
  expect(await restored('select number_feed(1000)')).toBe('nothing')
})
