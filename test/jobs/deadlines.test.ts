import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { isUnavailable } from '../../src/db/errors.ts'
import { announceDeadlines } from '../../src/rooms/callbacks/announce-deadlines.ts'
import { insert, refusal } from '../laws/script.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import { inACrowd } from '../support/until-heard.ts'
import { useService } from '../support/use-service.ts'
import { type Promised, seedPromises } from './seed-promises.ts'

const service = useService()
let instances: readonly [Database, Database]
beforeAll(async () => {
  const open = () => openDatabase({ url: service.databaseUrl, connections: 8, onError: () => undefined })
  instances = [open(), open()]
})
afterAll(() => Promise.all(instances.map((db) => db.close())))

const now = Temporal.Now.instant()
/** A moment so many minutes from the beginning of the test, in wire form. */
const minutes = (n: number): string => new Date(now.epochMilliseconds + Math.round(n * 60_000)).toISOString()
const sweep = (at = now): Promise<number> => announceDeadlines(instances[0], at)

interface Told {
  readonly type: string
  readonly data: { readonly callbackId: string }
}

/** The events of deadlines of these promises, in the order of the feed. */
async function toldOf(promises: readonly Promised[]): Promise<Told[]> {
  await service.do('GET', '/v1/events?limit=1')
  const { rows } = await service.sql.query(
    `select type, data, at, actor_kind, actor_id, case_sequence from events join feed on event_id = id
     where type in ('callback.due', 'callback.overdue') and (data ->> 'callbackId')::uuid = any($1) order by feed.position`,
    [promises.map(({ callbackId }) => callbackId)],
  )
  return rows
}

const named = (told: readonly Told[]) => told.map(({ type, data }) => `${type} ${data.callbackId}`)

test('fifty sweeps at once in two instances tell of five hundred promises once each', async () => {
  const scene = await setScene(service)
  const promises = await seedPromises(
    scene,
    Array.from({ length: 500 }, (_, n) => ({ remindAt: minutes(-n - 31), until: minutes(-n - 1) })),
  )
  // Who waits for a connection for too long gives up, as a worker does, and another goes on.
  const told = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      announceDeadlines(instances[n % 2 === 0 ? 0 : 1], now).catch((error: unknown) => {
        if (!isUnavailable(error)) throw error
        return 0
      }),
    ),
  )
  expect(told.reduce((sum, n) => sum + n) + (await sweep())).toBe(1000)
  const names = named(await toldOf(promises))
  expect(names).toHaveLength(1000)
  expect(new Set(names).size).toBe(1000)
  expect(await sweep()).toBe(0)
})

test('after a day’s outage all is told at once, in the order of its moments, whatever the order in which it was promised', async () => {
  const scene = await setScene(service)
  const moments = Array.from({ length: 1300 }, () => {
    const until = -Math.random() * 24 * 60
    return { remindAt: minutes(until - Math.random() * 60), until: minutes(until) }
  })
  const promises = await seedPromises(scene, moments)
  const sweeps = await Promise.all([...instances, ...instances].map((db) => announceDeadlines(db, now)))
  expect(sweeps.reduce((sum, told) => sum + told)).toBe(2600)
  const expected = promises
    .flatMap(({ callbackId, remindAt, until }) => [
      { at: remindAt, name: `callback.due ${callbackId}` },
      { at: until, name: `callback.overdue ${callbackId}` },
    ])
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const found = named(await toldOf(promises))
  // Moments that are equal have no order between them.
  const at = new Map(expected.map((e) => [e.name, e.at]))
  expect(found.map((name) => at.get(name))).toEqual(expected.map((e) => e.at))
  expect([...found].sort()).toEqual(expected.map(({ name }) => name).sort())
})

test('each is told at its moment and not before: first that the window ends soon, then that it has ended', async () => {
  const scene = await setScene(service)
  const promises = await seedPromises(scene, [{ remindAt: minutes(60), until: minutes(90) }])
  const told = async (at: number) => {
    await sweep(Temporal.Instant.from(minutes(at)))
    return (await toldOf(promises)).map(({ type }) => type)
  }
  expect(await told(59.99)).toEqual([])
  expect(await told(60)).toEqual(['callback.due'])
  expect(await told(89.99)).toEqual(['callback.due'])
  expect(await told(90)).toEqual(['callback.due', 'callback.overdue'])
  expect(await told(9000)).toEqual(['callback.due', 'callback.overdue'])
})

test('it alerts the owner, the team and who stands in, and moves nothing', async () => {
  const scene = await setScene(service)
  const { sanne, piet, team } = scene
  const [promise] = await seedPromises(scene, [{ remindAt: minutes(-2), until: minutes(1) }])
  if (!promise) throw new Error('nothing was promised')
  const before = await service.do('GET', `/v1/cases/${promise.caseId}`)
  await sweep()
  const absence = randomUUID()
  const period = { from_at: minutes(-10), until_at: minutes(10) }
  await service.sql.query(
    insert('absences', { id: absence, employee_id: sanne.id, registered_at: 'now()', ...period }),
  )
  await service.sql.query(
    insert('stand_ins', {
      id: randomUUID(),
      absence_id: absence,
      owner_id: sanne.id,
      stand_in_id: piet.id,
      ...period,
    }),
  )
  await sweep(Temporal.Instant.from(minutes(1)))

  const { data: events } = await service.do('GET', `/v1/events?caseId=${promise.caseId}`)
  const data = {
    callbackId: promise.callbackId,
    ownerId: sanne.id,
    teamId: team.id,
    until: promise.until,
  }
  const actor = { kind: 'system', id: null }
  expect(events.slice(2)).toMatchObject([
    { type: 'callback.due', caseSequence: 3, actor, at: minutes(0), data: { ...data, standInId: null } },
    {
      type: 'callback.overdue',
      caseSequence: 4,
      actor,
      at: minutes(1),
      data: { ...data, standInId: piet.id, suggests: 'gesture' },
    },
  ])
  const after = await service.do('GET', `/v1/cases/${promise.caseId}`)
  expect(after.version).toBe(before.version + 2)
  const told = { version: 0, updatedAt: null, standIn: null }
  expect({ ...after, ...told }).toEqual({ ...before, ...told })
  const { data: story } = await service.do('GET', `/v1/cases/${promise.caseId}/timeline`)
  expect(story.at(-1)).toMatchObject({ type: 'callback.overdue', actor: { kind: 'system', id: null } })
})

test('who stands in does not hear of a complaint about themselves', async () => {
  const scene = await setScene(service)
  const { sanne, piet } = scene
  const promises = await seedPromises(scene, [
    { remindAt: minutes(-3), until: minutes(10) },
    { remindAt: minutes(-2), until: minutes(10) },
  ])
  const [complaint] = promises
  // A case is opened as a complaint; this one becomes one, which no law lets it.
  await service.sql.query('alter table cases disable trigger cases_opening_is_history')
  await service.sql.query(
    `with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
       values (gen_random_uuid(), 'case.moved', $3, $1, 3, 'system', '{}'))
     update cases set about_employee_id = $2, version = 3 where id = $1`,
    [complaint?.caseId, piet.id, minutes(-5)],
  )
  await service.sql.query('alter table cases enable trigger cases_opening_is_history')
  const absence = randomUUID()
  const period = { from_at: minutes(-10), until_at: minutes(10) }
  await service.sql.query(
    insert('absences', { id: absence, employee_id: sanne.id, registered_at: 'now()', ...period }),
  )
  const standIn = { absence_id: absence, owner_id: sanne.id, stand_in_id: piet.id }
  await service.sql.query(insert('stand_ins', { id: randomUUID(), ...standIn, ...period }))
  await sweep()
  expect(await toldOf(promises)).toMatchObject([
    { data: { standInId: null } },
    { data: { standInId: piet.id } },
  ])
})

test('kept, rescheduled and released in the same moment as the sweeps, a promise is never told of afterwards', async () => {
  const scene = await setScene(service)
  const { sanne, piet } = scene
  const promises = await seedPromises(
    scene,
    Array.from({ length: 60 }, (_, n) => ({
      remindAt: minutes(-31 - n / 60),
      until: n % 2 ? minutes(-1 - n / 60) : minutes(30),
    })),
  )
  const end = async ({ caseId, callbackId }: Promised, n: number) => {
    if (n % 3 === 0)
      return service.do('POST', `/v1/callbacks/${callbackId}/attempts`, {
        as: sanne.id,
        body: { outcome: 'reached', then: { callback: {} } },
      })
    if (n % 3 === 1)
      return service.do('POST', `/v1/callbacks/${callbackId}/reschedule`, {
        as: sanne.id,
        body: { reason: 'They asked for it.', contact: outbound },
      })
    return service.do('POST', `/v1/cases/${caseId}/resolve`, {
      as: sanne.id,
      body: { outcome: 'withdrawn', summary: 'Found it.', contact: inbound },
    })
  }
  const sweeps = (async () => {
    for (let n = 0; n < 40; n++) await Promise.all(instances.map((db) => announceDeadlines(db, now)))
  })()
  await Promise.all([sweeps, inACrowd(() => Promise.all(promises.map(end)))])
  await sweep(Temporal.Instant.from(minutes(60)))
  expect(piet.id).not.toBe(sanne.id)

  const { rows } = await service.sql.query(
    `select b.id, b.state, max(e.case_sequence) filter (where e.type in ('callback.due', 'callback.overdue')) as told,
       max(e.case_sequence) filter (where e.type in ('callback.kept', 'callback.rescheduled', 'callback.released')) as ended
     from callbacks b join events e on e.case_id = b.case_id and e.data ->> 'callbackId' = b.id::text
     where b.id = any($1) group by b.id`,
    [promises.map(({ callbackId }) => callbackId)],
  )
  expect(rows.map(({ state }) => state).sort()).toEqual(
    ['kept', 'released', 'rescheduled'].flatMap((state) => Array.from({ length: 20 }, () => state)),
  )
  expect(rows.filter(({ told, ended }) => told !== null && told > ended)).toEqual([])
})

test('a case that somebody holds holds nobody up, and is told of once it is let go', async () => {
  const scene = await setScene(service)
  const promises = await seedPromises(scene, [
    { remindAt: minutes(-40), until: minutes(30) },
    { remindAt: minutes(-20), until: minutes(30) },
  ])
  await service.sql.query('begin')
  await service.sql.query('select from cases where id = $1 for update', [promises[0]?.caseId])
  try {
    expect(await sweep()).toBe(1)
  } finally {
    await service.sql.query('rollback')
  }
  expect(named(await toldOf(promises))).toEqual([`callback.due ${promises[1]?.callbackId}`])
  expect(await sweep()).toBe(1)
  expect(await sweep()).toBe(0)
})

test('telling does not wait for the numbering of the feed', async () => {
  const scene = await setScene(service)
  const numbering = new pg.Client({ connectionString: service.databaseUrl })
  await numbering.connect()
  try {
    await numbering.query('begin')
    // The turn of the sequencer, so that what is made now still waits for its place.
    await numbering.query('select pg_advisory_xact_lock(4919)')
    await seedPromises(scene, [{ remindAt: minutes(-2), until: minutes(-1) }])
    const { rows } = await numbering.query('select number_feed(1000) as seen')
    expect(rows[0].seen).toBeGreaterThanOrEqual(2)
    expect(await sweep()).toBe(2)
  } finally {
    await numbering.query('rollback')
    await numbering.end()
  }
})

test('what was told cannot be told again, whoever writes', async () => {
  const scene = await setScene(service)
  const [promise] = await seedPromises(scene, [{ remindAt: minutes(-2), until: minutes(-1) }])
  await sweep()
  for (const type of ['callback.due', 'callback.overdue'])
    expect(
      await refusal(
        service,
        `with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
           values (gen_random_uuid(), '${type}', now(), '${promise?.caseId}', 5, 'system', '{"callbackId": "${promise?.callbackId}"}'))
         update cases set version = 5 where id = '${promise?.caseId}'`,
      ),
    ).toBe('events_tell_of_a_deadline_once')
  for (const column of ['reminded_at', 'overdue_told_at'])
    expect(
      await refusal(service, `update callbacks set ${column} = null where id = '${promise?.callbackId}'`),
    ).toBe('callbacks_promise_stands')
})
