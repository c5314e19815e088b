import { join } from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { newId } from '../../src/lib/id.ts'
import { numberEvents } from '../../src/rooms/events/feed.ts'
import { settleFeed } from '../../src/rooms/events/settle-feed.ts'
import { createDatabase } from '../support/database.ts'
import { installedPostgres, startCluster } from '../support/installed-postgres.ts'

const insertEvents = `insert into events (id, type, at, actor_kind, data)
  select id, 'customer.changed', now(), 'system', '{}' from unnest($1::uuid[]) id`

const ids = (count: number): string[] => Array.from({ length: count }, () => newId())

/** What is asked of a database with a feed. */
async function open(url: string) {
  const sql = new Client({ connectionString: url })
  await sql.connect()
  onTestFinished(() => sql.end())
  const db = openDatabase({ url, connections: 2, onError: () => undefined })
  onTestFinished(() => db.close())
  const places = async () => {
    const { rows } = await sql.query(
      'select position, event_id as id, hash, chain from feed order by position',
    )
    return rows
  }
  return {
    url,
    sql,
    places,
    write: (made: readonly string[]) => sql.query(insertEvents, [made]),
    number: async () => {
      await numberEvents(db)
      return places()
    },
  }
}

/** A feed whose head speaks of many transactions that are over, and some events that have no place yet. */
async function fill({ sql, write, number }: Awaited<ReturnType<typeof open>>) {
  for (let n = 0; n < 300; n++) await write(ids(1))
  const placed = await number()
  // Whoever dumps now finds events that nobody has numbered.
  const waiting = ids(20)
  await write(waiting)
  const { rows } = await sql.query('select max(pg_current_xact_id()::text::bigint)::text as xid')
  return { placed, waiting, xid: BigInt(rows[0].xid) }
}

async function expectToGoOn(
  there: Awaited<ReturnType<typeof open>>,
  { placed, waiting }: Awaited<ReturnType<typeof fill>>,
  atStart: boolean,
) {
  expect(await there.places()).toEqual(placed)
  const first = ids(3)
  await there.write(first)
  if (atStart) await settleFeed(there.url)
  const found = atStart ? await there.places() : await there.number()
  expect(found.slice(0, placed.length)).toEqual(placed)
  expect(
    found
      .slice(placed.length)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([...waiting, ...first].toSorted())
  const seen = found.map(({ id }) => id)
  for (let n = 0; n < 50; n++) {
    const next = newId()
    await there.write([next])
    seen.push(next)
    if (n % 5 === 0) expect((await there.number()).map(({ id }) => id)).toEqual(seen)
  }
}

test('in a database that was restored into a younger cluster every place stays, and what has none gets one', async () => {
  const [source, target] = [await createDatabase(), await createDatabase()]
  onTestFinished(source.drop)
  onTestFinished(target.drop)
  const [here, there] = [await open(source.url), await open(target.url)]
  const filled = await fill(here)

  // As a dump does: rows as they are. The cluster that they come from was far ahead.
  const ahead = 10n ** 9n
  const later = (xid: string | null) => (xid === null ? null : String(BigInt(xid) + ahead))
  await there.sql.query(
    'begin; set session_replication_role = replica; delete from feed; delete from feed_head',
  )
  const { rows } = await here.sql.query('select id, type, at, actor_kind, data, tx from events')
  for (const { id, type, at, actor_kind, data, tx } of rows)
    await there.sql.query(
      'insert into events (id, type, at, actor_kind, data, tx) values ($1, $2, $3, $4, $5, $6)',
      [id, type, at, actor_kind, data, later(tx)],
    )
  for (const { position, id, hash, chain } of filled.placed)
    await there.sql.query('insert into feed (position, event_id, hash, chain) values ($1, $2, $3, $4)', [
      position,
      id,
      hash,
      chain,
    ])
  const { rows: heads } = await here.sql.query('select until, after, waiting, writer from feed_head')
  const { until, after, writer } = heads[0]
  await there.sql.query(`insert into feed_head (until, after, waiting, writer) values ($1, $2, '{}', $3)`, [
    later(until),
    after,
    later(writer),
  ])
  await there.sql.query('commit; set session_replication_role = origin')
  await expectToGoOn(there, filled, false)
})

const programs = installedPostgres()

test.skipIf(programs === undefined)(
  'a dump by pg_dump, restored by pg_restore into another cluster, keeps its cursors and goes on',
  async () => {
    const [from, to] = [await startCluster(programs ?? ''), await startCluster(programs ?? '')]
    onTestFinished(from.stop)
    onTestFinished(to.stop)
    for (const cluster of [from, to])
      await cluster.call('createdb', '-h', cluster.folder, '-U', 'postgres', 'eigenaar')
    await migrate(from.url('eigenaar'))
    const here = await open(from.url('eigenaar'))
    // More transactions than a restore takes.
    await here.sql.query(
      'do $$ begin for n in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$',
    )
    const filled = await fill(here)
    const dump = join(from.folder, 'dump')
    await from.call('pg_dump', '-h', from.folder, '-U', 'postgres', '-Fc', '-f', dump, 'eigenaar')
    await to.call('pg_restore', '-h', to.folder, '-U', 'postgres', '--exit-on-error', '-d', 'eigenaar', dump)
    expect(await migrate(to.url('eigenaar'))).toBe(0)
    const there = await open(to.url('eigenaar'))
    const { rows } = await there.sql.query('select pg_current_xact_id()::text as xid')
    expect(BigInt(rows[0].xid)).toBeLessThan(filled.xid)
    await expectToGoOn(there, filled, true)
  },
)
