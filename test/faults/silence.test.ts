import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { money, setGiving } from '../support/giving.ts'
import { expectInvariants } from '../support/invariants.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { seeded } from './seeded.ts'
import { Workers } from './worker-process.ts'

const service = useService()
const workers = new Workers(() => service.databaseUrl)
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)

/** Asks that silence grants while nothing runs, for an hour. */
const asks = 1000

test(`of ${asks} asks that silence granted while nothing ran, each counts from its moment, and each is told once by workers that are killed at random (TEST_SEED=${seed})`, async () => {
  const chance = seeded(seed)
  const hourAgo = Temporal.Now.instant().subtract({ hours: 1 })
  service.clock.now = hourAgo
  const givings = await atOnce([service], setGiving, 20)
  const at = hourAgo.add({ minutes: 1 }).round('millisecond')
  const body = { wish: 'A boiler.', amount: money('3200'), reason: 'Ours.', answerBy: at.toString() }
  const made: Answer[] = []
  while (made.length < asks)
    made.push(
      ...(await atOnce(givings, ({ kase, sanne }) =>
        service.call('POST', `/v1/cases/${kase.id}/asks`, { as: sanne.id, body }),
      )),
    )
  expect(tally(made)).toEqual({ 201: asks })
  service.clock.now = undefined

  // Nothing has run yet, and each is granted as of its moment.
  const ids = made.map((answer) => answer.body.id).sort()
  for (const id of ids.slice(0, 20))
    expect(await service.do('GET', `/v1/asks/${id}`)).toMatchObject({ state: 'granted', bySilence: true })
  const moments = await service.sql.query(
    `select count(*)::int as n from gestures g join asks a on a.id = g.ask_id
     where g.state = 'granted' and g.granted_at = a.answer_by and a.answer_by = $1`,
    [at.toString()],
  )
  expect(moments.rows).toEqual([{ n: asks }])

  const untold = async (): Promise<number> =>
    (await service.sql.query('select count(*)::int as n from asks where tell_at is not null')).rows[0].n
  expect(await untold()).toBe(asks)
  // Cases that somebody holds are passed over, so that there is something left to tell after each death.
  await service.sql.query('begin')
  await service.sql.query('select from cases where id = any($1) for update', [
    givings.slice(0, 10).map(({ kase }) => kase.id),
  ])
  for (let kill = 0; kill < 3; kill++) {
    const fleet = await Promise.all([workers.start(), workers.start()])
    if (kill === 1) await service.sql.query('commit')
    await sleep(chance() * 300)
    for (const worker of fleet) await workers.kill(worker)
  }
  await workers.start()
  for (let waited = 0; (await untold()) > 0 && waited < 20_000; waited += 50) await sleep(50)
  const told = await service.sql.query(
    `select data ->> 'askId' as id from events where type = 'ask.granted-by-silence' order by 1`,
  )
  expect(told.rows.map(({ id }) => id)).toEqual(ids)
  await expectInvariants(service)
}, 180_000)
