import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { numberEvents } from '../../src/rooms/events/feed.ts'
import { createEmptyDatabase } from '../support/database.ts'

const ours = new URL('../../migrations', import.meta.url).pathname

/** The migrations before that moment, in a folder of their own: later ones ask more of a house than this test has. */
function migrationsUntil(moment: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'eigenaar-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const names = readdirSync(ours).filter((name) => /^\d{14}_/.test(name) && name < moment)
  for (const name of names) cpSync(join(ours, name), join(folder, name), { recursive: true })
  return folder
}

/** As the version before numbered the feed: a thousand events without a place, under a lock. */
const numberAsBefore = `
  with batch as (
    select id, case_id, case_sequence, at from events where position is null order by id limit 1000
  ),
  earlier as (
    select e.id, e.case_id, e.case_sequence, e.at
    from (select case_id, max(case_sequence) as last from batch where case_id is not null group by case_id) b
    join events e on e.case_id = b.case_id and e.case_sequence < b.last and e.position is null
  ),
  placed as (select id, row_number() over (order by at, case_sequence, id) as place
    from (select * from batch union select * from earlier) w),
  numbered as (
    update events e set position = (select coalesce(max(position), 0) from events) + placed.place
    from placed where e.id = placed.id returning 1
  )
  select count(*)::int as numbered from numbered`

const many = `insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
  select gen_random_uuid(), 'case.changed', '2026-01-01Z'::timestamptz + n * interval '1 second',
    md5((n / 10)::text)::uuid, n % 10 + 1, 'system', jsonb_build_object('n', n) from generate_series(0, $1 - 1) n`

test('an upgrade says how far it is, places stay, and who follows the feed by old and new instances misses nothing', async () => {
  const { url, drop } = await createEmptyDatabase()
  onTestFinished(drop)
  await migrate(url, undefined, migrationsUntil('20261129022316'))

  const connect = async () => {
    const client = new Client({ connectionString: url })
    await client.connect()
    onTestFinished(() => client.end())
    return client
  }
  const [old, script] = [await connect(), await connect()]
  await script.query(`set session_replication_role = replica`)
  await script.query(many, [52_000])
  await script.query(`update events set position = n from (
    select id, row_number() over (order by at, id) as n from events) p where p.id = events.id and n <= 50000`)
  await script.query(`set session_replication_role = origin`)
  const { rows: placed } = await script.query(
    'select id, position from events where position is not null order by position',
  )

  const asBefore = async () => {
    await old.query('begin')
    await old.query('select pg_advisory_xact_lock(4919)')
    await old.query(numberAsBefore)
    await old.query('commit')
  }
  const readAsBefore = async (after: string): Promise<string[]> => {
    await asBefore()
    const { rows } = await old.query(
      `select id from events where position > (select position from events where id = $1) order by position limit 100`,
      [after],
    )
    return rows.map(({ id }) => id)
  }
  const db = openDatabase({ url, connections: 2, onError: () => undefined })
  onTestFinished(() => db.close())
  const readNow = async (after: string): Promise<string[]> => {
    await numberEvents(db)
    const { rows } = await script.query(
      `select event_id from feed where position > (select position from feed where event_id = $1) order by position limit 100`,
      [after],
    )
    return rows.map(({ event_id }) => event_id)
  }

  // Writers of the version before go on meanwhile: one at a time, and some that dawdle.
  const written: string[] = []
  let over = false
  onTestFinished(() => {
    over = true
  })
  const write = async (pause: number) => {
    const client = await connect()
    while (!over) {
      const id = randomUUID()
      await client.query('begin')
      await client.query(
        `insert into events (id, type, at, actor_kind, data) values ($1, 'customer.changed', now(), 'system', '{}')`,
        [id],
      )
      await sleep(Math.random() * pause)
      await client.query('commit')
      written.push(id)
    }
  }
  const writing = Promise.all([write(3), write(3), write(60)])

  const followed: string[] = []
  const follow = async (read: (after: string) => Promise<string[]>) => {
    const found = await read(followed.at(-1) ?? String(placed[49_000 - 1].id))
    followed.push(...found)
    return found.length
  }
  while (followed.length < 1500) await follow(readAsBefore)
  const said: string[] = []
  await migrate(url, (line) => said.push(line), migrationsUntil('20261129022708'))
  expect(said[0]).toMatch(/^Gave places in the feed to 50000 of 5\d+ events$/)
  for (let n = 0; n < 60; n++) await follow(n % 3 === 0 ? readNow : readAsBefore)
  over = true
  await writing
  for (let quiet = 0; quiet < 4; ) {
    const found = (await follow(readAsBefore)) + (await follow(readNow))
    quiet = found === 0 ? quiet + 1 : 0
  }

  const { rows: feed } = await script.query('select event_id as id, position from feed order by position')
  expect(feed.slice(0, 50_000)).toEqual(placed)
  expect(followed).toEqual(feed.slice(49_000).map(({ id }) => id))
  expect(feed).toHaveLength(52_000 + written.length)
  expect(written.length).toBeGreaterThan(50)
  const { rows: mirrored } = await script.query(
    'select count(*)::int as n from events e join feed f on f.event_id = e.id where e.position = f.position',
  )
  expect(mirrored[0].n).toBe(feed.length)
})
