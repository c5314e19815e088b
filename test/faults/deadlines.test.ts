import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seedPromises } from '../jobs/seed-promises.ts'
import { expectInvariants } from '../support/invariants.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'
import { seeded } from './seeded.ts'
import { Workers } from './worker-process.ts'

const service = useService()
const workers = new Workers(() => service.databaseUrl)

/** Ends one worker at random and starts another, or holds it still for a while, until the moment comes. */
async function torment(first: ChildProcess, chance: () => number, until: number): Promise<readonly string[]> {
  const done: string[] = []
  let worker = first
  while (Date.now() < until) {
    await sleep(chance() * 900)
    if (chance() < 0.5) {
      await workers.kill(worker)
      worker = await workers.start()
      done.push('killed')
    } else {
      worker.kill('SIGSTOP')
      await sleep(200 + chance() * 1800)
      worker.kill('SIGCONT')
      done.push('paused')
    }
  }
  return done
}

const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)
const seconds = Number(process.env.FAULT_SECONDS ?? 12)
const callbacks = Number(process.env.FAULT_CALLBACKS ?? 300)

test(
  `while ${callbacks} callbacks fall due in ${seconds} seconds, with workers killed and paused at random (TEST_SEED=${seed}), each is told of once as due and once as overdue`,
  async () => {
    const chance = seeded(seed)
    const scene = await setScene(service)
    const fleet = await Promise.all([workers.start(), workers.start(), workers.start()])
    const begun = Date.now() + 500
    const until = begun + seconds * 1000
    await seedPromises(
      scene,
      Array.from({ length: callbacks }, () => {
        const end = begun + chance() * seconds * 1000
        const moment = (at: number) => new Date(at).toISOString()
        return { remindAt: moment(end - chance() * 5000), until: moment(end) }
      }),
    )
    const done = (
      await Promise.all(fleet.map((worker, n) => torment(worker, seeded(seed + n), until)))
    ).flat()
    expect(new Set(done)).toEqual(new Set(['killed', 'paused']))

    const untold = async () =>
      (await service.sql.query('select count(*)::int as n from callbacks where tell_at is not null')).rows[0]
        .n
    for (let waited = 0; (await untold()) > 0 && waited < 10_000; waited += 100) await sleep(100)
    const { rows } = await service.sql.query(
      `select type, data ->> 'callbackId' as id from events where type in ('callback.due', 'callback.overdue')`,
    )
    for (const type of ['callback.due', 'callback.overdue']) {
      const told = rows.filter((row) => row.type === type).map(({ id }) => id)
      expect([type, told.length, new Set(told).size]).toEqual([type, callbacks, callbacks])
    }
    await expectInvariants(service)
  },
  (seconds + 60) * 1000,
)
