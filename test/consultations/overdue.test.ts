import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { isUnavailable } from '../../src/db/errors.ts'
import { announceOverdue } from '../../src/rooms/consultations/announce-overdue.ts'
import { withdrawOfLeavers } from '../../src/rooms/consultations/withdraw-of-leavers.ts'
import { refusal } from '../laws/script.ts'
import { atOnce } from '../support/at-once.ts'
import { type Scene, setScene } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let instances: readonly [Database, Database]
beforeAll(async () => {
  const open = () => openDatabase({ url: service.databaseUrl, connections: 8, onError: () => undefined })
  instances = [open(), open()]
})
afterAll(() => Promise.all(instances.map((db) => db.close())))

const begun = Temporal.Now.instant()
/** A moment so many minutes from the beginning of the test. */
const minutes = (n: number): Temporal.Instant => begun.add({ seconds: Math.round(n * 60) })

const ask = ({ sanne, piet }: Scene, caseId: string, inMinutes: number): Promise<Answer['body']> =>
  service.do('POST', `/v1/cases/${caseId}/consultations`, {
    as: sanne.id,
    body: { employeeId: piet.id, question: 'Why?', needBy: minutes(inMinutes).toString() },
  })

const toldOf = async (caseId: string): Promise<Answer['body'][]> =>
  (await service.do('GET', `/v1/events?caseId=${caseId}&type=consultation.overdue&limit=200`)).data

test('it is told at its moment and not before, once, to whom it concerns, and moves nothing', async () => {
  const scene = await setScene(service)
  const kase = await scene.take()
  const asked = await ask(scene, kase.id, 30)
  const before = await service.do('GET', `/v1/cases/${kase.id}`)
  const told = async (at: number): Promise<number> => {
    await announceOverdue(instances[0], minutes(at))
    return (await toldOf(kase.id)).length
  }
  expect([await told(29.9), await told(30), await told(30), await told(9000)]).toEqual([0, 1, 1, 1])
  expect((await toldOf(kase.id))[0]).toMatchObject({
    caseSequence: before.version + 1,
    customerId: scene.customer.id,
    actor: { kind: 'system', id: null },
    data: {
      consultationId: asked.id,
      consultedId: scene.piet.id,
      askedById: scene.sanne.id,
      ownerId: scene.sanne.id,
      teamId: scene.team.id,
      needBy: asked.needBy,
    },
  })
  const after = await service.do('GET', `/v1/cases/${kase.id}`)
  expect(after).toEqual({ ...before, updatedAt: after.updatedAt, version: before.version + 1 })
  expect(await service.do('GET', `/v1/consultations/${asked.id}`)).toEqual(asked)
  const answer = { as: scene.piet.id, body: { answer: 'Late.' } }
  expect((await service.do('POST', `/v1/consultations/${asked.id}/answer`, answer)).state).toBe('answered')
})

test('what was answered, declined or withdrawn in time is not told of', async () => {
  const scene = await setScene(service)
  const kase = await scene.take()
  const ways = [
    ['answer', scene.piet.id, { answer: 'Yes.' }],
    ['decline', scene.piet.id, { reason: 'No.' }],
    ['withdraw', scene.sanne.id, {}],
  ] as const
  for (const [how, as, body] of ways) {
    const { id } = await ask(scene, kase.id, 5)
    await service.do('POST', `/v1/consultations/${id}/${how}`, { as, body })
  }
  await announceOverdue(instances[0], minutes(60))
  expect(await toldOf(kase.id)).toEqual([])
})

test('fifty sweeps at once in two instances tell of each once, many of one case too, in the order of their moments', async () => {
  const scene = await setScene(service)
  const cases = await atOnce([service], () => scene.take(), 20)
  const asked = await atOnce(cases, ({ id }, n) => ask(scene, id, 5 + ((Math.floor(n / 20) * 7) % 10)), 200)
  const told = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      announceOverdue(instances[n % 2 === 0 ? 0 : 1], minutes(60)).catch((error: unknown) => {
        if (!isUnavailable(error)) throw error
        return 0
      }),
    ),
  )
  expect(told.reduce((sum, n) => sum + n) + (await announceOverdue(instances[0], minutes(60)))).toBe(200)
  const names: string[] = []
  for (const { id } of cases) {
    const events = await toldOf(id)
    expect(events.map(({ data }) => data.needBy)).toEqual(events.map(({ data }) => data.needBy).sort())
    names.push(...events.map(({ data }) => data.consultationId))
  }
  expect(names.sort()).toEqual(asked.map(({ id }) => id).sort())
})

test('answered in the same moment as the sweeps, it is never told of afterwards', async () => {
  const scene = await setScene(service)
  const kase = await scene.take()
  const asked = await atOnce([service], () => ask(scene, kase.id, 5), 20)
  const sweeps = (async () => {
    for (let n = 0; n < 20; n++) await Promise.all(instances.map((db) => announceOverdue(db, minutes(60))))
  })()
  const answer = { as: scene.piet.id, body: { answer: 'Yes.' } }
  await Promise.all([
    sweeps,
    atOnce(asked, ({ id }) => service.do('POST', `/v1/consultations/${id}/answer`, answer), 20),
  ])
  const { rows } = await service.sql.query(
    `select o.id from events o join events a on a.case_id = o.case_id and a.type = 'consultation.answered'
       and a.data ->> 'consultationId' = o.data ->> 'consultationId'
     where o.case_id = $1 and o.type = 'consultation.overdue' and o.case_sequence > a.case_sequence`,
    [kase.id],
  )
  expect(rows).toEqual([])
})

test('a case that somebody holds holds nobody up, and is told of once it is let go', async () => {
  const scene = await setScene(service)
  const [held, free] = [await scene.take(), await scene.take()]
  await ask(scene, held.id, 5)
  await ask(scene, free.id, 6)
  await service.sql.query('begin')
  await service.sql.query('select from cases where id = $1 for update', [held.id])
  try {
    await announceOverdue(instances[0], minutes(60))
  } finally {
    await service.sql.query('rollback')
  }
  expect([(await toldOf(held.id)).length, (await toldOf(free.id)).length]).toEqual([0, 1])
  await announceOverdue(instances[0], minutes(60))
  expect([(await toldOf(held.id)).length, (await toldOf(free.id)).length]).toEqual([1, 1])
})

test('what is asked of who has left is withdrawn, once, and what is asked of others stays', async () => {
  const scene = await setScene(service)
  const [one, other] = [await scene.take(), await scene.take()]
  const leaver = await service.employee({ teamId: null })
  const of = { ...scene, piet: { ...scene.piet, id: leaver.id } }
  const theirs = [await ask(of, one.id, 5), await ask(of, one.id, 5), await ask(of, other.id, 5)]
  const stays = await ask(scene, one.id, 5)
  const withdraw = (): Promise<number[]> =>
    Promise.all([...instances, ...instances].map((db) => withdrawOfLeavers(db, minutes(1))))
  await withdraw()
  const states = async (): Promise<string[]> =>
    Promise.all(
      [...theirs, stays].map(async ({ id }) => (await service.do('GET', `/v1/consultations/${id}`)).state),
    )
  expect(await states()).toEqual(['open', 'open', 'open', 'open'])
  await service.do('POST', `/v1/employees/${leaver.id}/departure`, { body: {} })
  expect((await withdraw()).reduce((sum, n) => sum + n)).toBe(3)
  expect(await states()).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'open'])
  const { data } = await service.do('GET', `/v1/events?caseId=${one.id}&type=consultation.withdrawn`)
  expect(data.map((event: Answer['body']) => event.data)).toEqual(
    theirs
      .slice(0, 2)
      .map(({ id }) => ({ consultationId: id, consultedId: leaver.id, because: 'colleague-left' })),
  )
  expect(await withdraw()).toEqual([0, 0, 0, 0])
})

test('no script tells of one twice', async () => {
  const scene = await setScene(service)
  const kase = await scene.take()
  const { id } = await ask(scene, kase.id, 5)
  const told = `with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
      select gen_random_uuid(), 'consultation.overdue', now(), id, version + 1, 'system', '{"consultationId": "${id}"}'
      from cases where id = '${kase.id}')
    update cases set version = version + 1 where id = '${kase.id}'`
  expect(await refusal(service, told)).toBe('events_tell_of_what_is_there')
  expect(await refusal(service, told, told)).toBe('events_tell_of_a_late_answer_once')
})

test('a process that tells of deadlines tells of these, by itself', async () => {
  const scene = await setScene(service)
  const kase = await scene.take()
  await ask(scene, kase.id, 5)
  const worker = await startService(service, { deadlines: true })
  try {
    expect(await toldOf(kase.id)).toEqual([])
    service.clock.now = minutes(6)
    await vi.waitFor(async () => expect(await toldOf(kase.id)).toHaveLength(1), { timeout: 10_000 })
  } finally {
    await worker.stop()
  }
})
