import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { numberEvents } from '../../src/rooms/events/feed.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const insertEvent = `insert into events (id, type, at, actor_kind, data) values ($1, 'customer.changed', now(), 'system', '{}')`
const insertEvents = `insert into events (id, type, at, actor_kind, data)
  select id, 'customer.changed', now(), 'system', '{}' from unnest($1::uuid[]) id`

const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID())

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: service.databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end().catch(() => undefined))
  return client
}

/** The last place in the feed, once all that is committed has one. */
async function head(): Promise<number> {
  await service.do('GET', '/v1/events?limit=1')
  const { rows } = await service.sql.query('select coalesce(max(position), 0)::int as last from feed')
  return rows[0].last
}

/** The events of which the feed tells behind that place, once all that is committed has one. */
async function behind(position: number): Promise<string[]> {
  await service.do('GET', '/v1/events?limit=1')
  const { rows } = await service.sql.query(
    'select event_id from feed where position > $1 order by position',
    [position],
  )
  return rows.map(({ event_id }) => event_id)
}

test('whoever still numbers events one by one gives them the places of the feed, all up to there, and no others', async () => {
  const start = await head()
  const places = async (): Promise<number[]> => {
    const asked =
      'select f.position::int, e.position::int as copied from feed f join events e on e.id = f.event_id where f.position > $1 order by 1'
    const { rows } = await service.sql.query(asked, [start])
    expect(rows.map(({ copied }) => copied)).toEqual(rows.map(({ position }) => position))
    return rows.map(({ position }) => position)
  }
  const number = (id: string | undefined, place: number) =>
    service.sql.query('update events set position = $2 where id = $1', [id, place])
  const [first] = ids(1)
  await service.sql.query(insertEvent, [first])
  await number(first, 900_000)
  expect(await places()).toEqual([start + 1])
  // Of two that have their places in the feed already, the version before may be told of the latter alone.
  await service.sql.query(insertEvents, [ids(2)])
  const [, latter] = await behind(start + 1)
  await number(latter, start + 3)
  expect(await places()).toEqual([1, 2, 3].map((n) => start + n))
})

test('a transaction that is open while 500 others commit holds nobody up, and its event comes behind theirs', async () => {
  const start = await head()
  const [slow, slower] = [await connect(), await connect()]
  const [late, latest] = [randomUUID(), randomUUID()]
  await slow.query('begin')
  await slow.query(insertEvent, [late])
  // It has a number since before all others and writes its event after them.
  await slower.query('begin')
  await slower.query('select pg_current_xact_id()')

  const others = ids(500)
  for (const id of others) await service.sql.query(insertEvent, [id])
  const seen = await behind(start)
  expect(seen.toSorted()).toEqual(others.toSorted())
  await slower.query(insertEvent, [latest])
  expect(await behind(start)).toEqual(seen)
  await slow.query('commit')
  expect(await behind(start)).toEqual([...seen, late])
  await slower.query('commit')
  expect(await behind(start)).toEqual([...seen, late, latest])
})

test('more than a turn takes is placed in several, whole and once: in one transaction, in many, and in those that commit late', async () => {
  const start = await head()
  const slow = await connect()
  await slow.query('begin')
  const late = ids(1200)
  await slow.query(insertEvents, [late])
  const many = ids(2500)
  await service.sql.query(insertEvents, [many])
  const more = ids(30)
  for (const id of more) await service.sql.query(insertEvent, [id])
  await slow.query('commit')

  const [one, two] = [await connect(), await connect()]
  const turn = async (client: pg.Client) => {
    const { rows } = await client.query('select number_feed(1000) as seen')
    return rows[0].seen
  }
  const most = new Set<number>()
  for (let n = 0; n < 12; n++) for (const seen of await Promise.all([turn(one), turn(two)])) most.add(seen)
  expect(Math.max(...most)).toBe(1000)
  expect((await behind(start)).toSorted()).toEqual([...late, ...many, ...more].toSorted())
})

test('a trigger of somebody’s own copies the place of an event to that event alone', async () => {
  const start = await head()
  const [placed, other] = ids(2)
  await service.sql.query(insertEvents, [[placed, other]])
  expect((await behind(start)).sort()).toEqual([placed, other].sort())
  const client = await connect()
  await client.query(`
    create temporary table hands (id uuid, place bigint);
    create function pg_temp.place() returns trigger language plpgsql as
      'begin update public.events set position = new.place where id = new.id; return null; end';
    create trigger place after insert on hands for each row execute function pg_temp.place()`)
  const copied = async (id: string | undefined) => {
    const of = 'select $1::uuid, position from feed where event_id = $2'
    await client.query(`insert into hands ${of}`, [id, placed])
    const { rows } = await client.query('select position from events where id = $1', [id])
    return rows[0].position !== null
  }
  expect(await copied(other)).toBe(false)
  expect(await copied(placed)).toBe(true)
})

test('whoever still numbers events one by one copies five thousand places in a turn, and the rest in the next', async () => {
  const client = await connect()
  await client.query('begin')
  await client.query(insertEvents, [ids(5001)])
  // What is committed alone has its place, and a transaction that goes on has committed nothing.
  await client.query('commit')
  await behind(await head())
  const copied = async () => {
    await client.query('update events set position = 1 where false')
    const { rows } = await client.query('select count(position)::int as copied from events')
    return rows[0].copied
  }
  const before = await client.query('select count(position)::int as copied from events')
  expect((await copied()) - before.rows[0].copied).toBe(5000)
})

test('a transaction that numbers the feed between two events of its own loses neither', async () => {
  const start = await head()
  const script = await connect()
  const [first, second] = [randomUUID(), randomUUID()]
  await script.query('begin')
  await script.query(insertEvent, [first])
  await script.query('select number_feed(1000)')
  await script.query(insertEvent, [second])
  await script.query('commit')
  expect((await behind(start)).toSorted()).toEqual([first, second].toSorted())
})

test('within a case the feed has the order of its history, also where more than a turn lies between', async () => {
  const { take } = await setScene(service)
  const { id: caseId } = await take()
  const start = await head()
  const [first, second] = [await connect(), await connect()]
  // Whoever is second in the case has the lower number.
  await second.query('begin')
  await second.query('select pg_current_xact_id()')
  await service.sql.query('select pg_advisory_lock(4919)')
  const [earlier, later] = [randomUUID(), randomUUID()]
  const change = (client: pg.Client, id: string) =>
    client.query(
      `with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
        select $2, 'case.changed', now(), id, version + 1, 'system', '{}' from cases where id = $1)
       update cases set tags = array[$2::text], version = version + 1 where id = $1`,
      [caseId, id],
    )
  await service.sql.query(insertEvents, [ids(1500)])
  await change(first, earlier)
  await change(second, later)
  await second.query('commit')
  await service.sql.query('select pg_advisory_unlock(4919)')
  const found = await behind(start)
  expect(found).toHaveLength(1502)
  expect(found.indexOf(earlier)).toBeGreaterThan(-1)
  expect(found.indexOf(later)).toBeGreaterThan(found.indexOf(earlier))
})

test('a sequencer that is killed in its turn leaves nothing half done, and another one goes on', async () => {
  const start = await head()
  const made = ids(3000)
  const victim = await connect()
  await service.sql.query('begin')
  await service.sql.query(insertEvents, [made])
  await service.sql.query('commit')
  await victim.query('begin')
  const { rows } = await victim.query('select pg_backend_pid() as pid, number_feed(1000) as seen')
  const other = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
  try {
    const waiting = numberEvents(other)
    await sleep(100)
    await service.sql.query('select pg_terminate_backend($1)', [rows[0].pid])
    await waiting
    expect((await behind(start)).toSorted()).toEqual(made.toSorted())
  } finally {
    await other.close()
  }
})

test('a sequencer that loses its connection in its turn says so, and leaves nothing that nobody hears', async () => {
  const start = await head()
  const made = ids(3)
  await service.sql.query(insertEvents, [made])
  const unheard: unknown[] = []
  const hear = (error: unknown) => unheard.push(error)
  process.on('unhandledRejection', hear)
  const url = new URL(service.databaseUrl)
  url.searchParams.set('application_name', 'victim')
  const other = openDatabase({ url: url.href, connections: 1, onError: () => undefined })
  try {
    await service.sql.query('select pg_advisory_lock(4919)')
    const numbering = numberEvents(other).then(
      () => 'done',
      (error: Error) => error.message,
    )
    const ended = `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'victim' and wait_event_type = 'Lock'`
    await vi.waitFor(async () => expect((await service.sql.query(ended)).rowCount).toBe(1), {
      timeout: 10_000,
    })
    expect(await numbering).toMatch(/terminat/)
    await setImmediate()
    expect(unheard).toEqual([])
  } finally {
    process.off('unhandledRejection', hear)
    await service.sql.query('select pg_advisory_unlock(4919)')
    await other.close()
  }
  expect((await behind(start)).toSorted()).toEqual(made.toSorted())
})

test('who listens hears how far the feed has come', async () => {
  const heard = await connect()
  const told = new Promise<string | undefined>((resolve) => {
    heard.on('notification', ({ payload }) => resolve(payload))
  })
  await heard.query('listen feed_grew')
  await service.sql.query(insertEvent, [randomUUID()])
  const last = await head()
  expect(await told).toBe(String(last))
})

test.each([
  ['far ahead', `until = '9223372036854775807'`],
  ['far ahead, in its own name', `until = '9223372036854775807', writer = pg_current_xact_id()`],
  [
    'behind what has not ended',
    `until = pg_snapshot_xmax(pg_current_snapshot()), waiting = '{}', writer = pg_current_xact_id()`,
  ],
  [
    'behind what is not placed',
    `after = null, waiting = '{}', writer = pg_current_xact_id(), until = pg_current_xact_id()`,
  ],
  ['from nothing to all that is there', `until = '3', waiting = '{}'`],
])('nobody sets the head of the feed by hand, %s', async (_, set) => {
  const start = await head()
  const made = ids(3)
  const other = await connect()
  await other.query('begin')
  await other.query(insertEvent, [randomUUID()])
  await service.sql.query(insertEvents, [made])
  await expect(service.sql.query(`update feed_head set ${set}`)).rejects.toMatchObject({
    constraint: 'feed_is_final',
  })
  await other.query('rollback')
  expect((await behind(start)).toSorted()).toEqual(made.toSorted())
})
