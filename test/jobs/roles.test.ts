import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { expectInvariants } from '../support/invariants.ts'
import { type Scene, setScene } from '../support/scene.ts'
import { type Service, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { type Promised, seedPromises } from './seed-promises.ts'

const service = useService()
let scene: Scene
let others: Service[] = []
beforeAll(async () => {
  scene = await setScene(service)
})
afterEach(async () => {
  for (const other of others) await other.stop()
  others = []
})
afterAll(() => expectInvariants(service, { deadlines: true }))

const start = async (options: { readonly serves?: boolean; readonly deadlines?: boolean }) => {
  const other = await startService(service, options)
  others.push(other)
  return other
}

/** Promises that are due so many milliseconds from now, and overdue half a second later. */
const fallingDue = (count: number, milliseconds: number): Promise<Promised[]> => {
  const moment = (after: number) => new Date(Date.now() + milliseconds + after).toISOString()
  return seedPromises(
    scene,
    Array.from({ length: count }, () => ({ remindAt: moment(0), until: moment(500) })),
  )
}

/** How many of the two events of each promise are there, once they are all there or patience is over. */
async function toldWithin(promises: readonly Promised[], patience = 10_000): Promise<number> {
  for (let waited = 0; ; waited += 50) {
    const { rows } = await service.sql.query(
      `select count(*)::int as told from events where type in ('callback.due', 'callback.overdue') and case_id = any($1)`,
      [promises.map(({ caseId }) => caseId)],
    )
    if (rows[0].told >= 2 * promises.length || waited >= patience) return rows[0].told
    await sleep(50)
  }
}

test('workers tell of promises as they fall due, several of them of each once', async () => {
  for (let n = 0; n < 3; n++) await start({ deadlines: true, serves: n === 0 })
  const promises = await fallingDue(200, 700)
  expect(await toldWithin(promises)).toBe(400)
  const { rows } = await service.sql.query(
    `select count(*)::int as early from callbacks where reminded_at < remind_at or overdue_told_at < window_until`,
  )
  expect(rows).toEqual([{ early: 0 }])
})

test('one that only serves tells of nothing, and what it left is told at once by the next worker', async () => {
  const promises = await fallingDue(3, -60_000)
  await start({ deadlines: false })
  expect(await toldWithin(promises, 1500)).toBe(0)
  await start({ serves: false, deadlines: true })
  expect(await toldWithin(promises)).toBe(6)
})

test('a worker finds its way back when its connections are cut', async () => {
  await start({ serves: false, deadlines: true })
  const promises = await fallingDue(100, 600)
  for (let cut = 0; cut < 8; cut++) {
    await service.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'eigenaar'`,
    )
    await sleep(100)
  }
  expect(await toldWithin(promises, 20_000)).toBe(200)
})

test('asked to stop, a worker lets what runs end and leaves the rest to others', async () => {
  const promises = await fallingDue(3000, -60_000)
  const worker = await start({ serves: false, deadlines: true })
  while ((await toldWithin(promises, 0)) === 0) await sleep(5)
  await worker.app.close()
  expect(await toldWithin(promises, 0)).toBeLessThan(6000)
  await start({ deadlines: true })
  expect(await toldWithin(promises, 30_000)).toBe(6000)
})

test('a worker says how it is, and serves nothing else', async () => {
  const worker = await start({ serves: false, deadlines: true })
  expect((await worker.app.inject('/health/live')).json()).toEqual({ status: 'ok' })
  expect((await worker.app.inject('/health/ready')).json()).toEqual({
    status: 'ok',
    version: project.version,
  })
  const headers = { authorization: `Bearer ${service.adminKey}` }
  for (const url of ['/', '/v1/cases', '/v1/events', '/scim/v2/Users', '/openapi.json', '/docs', '/problems'])
    expect([url, (await worker.app.inject({ url, headers })).statusCode]).toEqual([url, 404])
})

test('a job that fails holds up no other, and tells what it owes once it can', async () => {
  const { sanne, piet, take } = scene
  const { id } = await take()
  const soon = new Date(Date.now() + 1000).toISOString()
  const asked = { employeeId: piet.id, question: 'Why?', needBy: soon }
  await service.do('POST', `/v1/cases/${id}/consultations`, { as: sanne.id, body: asked })
  const wish = {
    wish: 'New windows',
    amount: { amount: '3000.00', currency: 'EUR' },
    reason: 'Theirs broke in the storm.',
    answerBy: soon,
  }
  await service.do('POST', `/v1/cases/${id}/asks`, { as: sanne.id, body: wish })
  await service.sql.query(`create function break_down() returns trigger language plpgsql as $$
    begin raise exception 'out of order'; end $$`)
  await service.sql.query(`create trigger break_down before insert on events for each row
    when (new.type = 'consultation.overdue') execute function break_down()`)
  const isTold = async (type: string, patience = 15_000): Promise<boolean> => {
    for (let waited = 0; waited < patience; waited += 50) {
      const found = await service.sql.query('select from events where case_id = $1 and type = $2', [id, type])
      if (found.rowCount !== 0) return true
      await sleep(50)
    }
    return false
  }
  try {
    await start({ deadlines: true })
    expect(await isTold('ask.granted-by-silence')).toBe(true)
    expect(await isTold('consultation.overdue', 1)).toBe(false)
  } finally {
    await service.sql.query('drop function break_down cascade')
  }
  expect(await isTold('consultation.overdue')).toBe(true)
})
