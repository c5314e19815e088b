import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'
import { seeded } from './seeded.ts'
import { Workers } from './worker-process.ts'

const service = useService()
const workers = new Workers(() => service.databaseUrl)
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)

test(`while workers are killed at random (TEST_SEED=${seed}), everybody whose hour is over leaves once, with all cases`, async () => {
  const chance = seeded(seed)
  const team = await service.team()
  const customer = await service.customer({ teamId: team.id })
  for (let n = 0; n < 2; n++) await service.employee({ teamId: team.id })
  const leavers: string[] = []
  for (let n = 0; n < 40; n++) leavers.push((await service.employee({ teamId: team.id })).id)
  for (const as of leavers)
    for (let n = 0; n < 3; n++)
      await service.do('POST', '/v1/cases', { as, body: { customerId: customer.id, question: 'Why?' } })
  for (const id of leavers)
    await service.do('PATCH', `/scim/v2/Users/${id}`, {
      body: { Operations: [{ op: 'replace', path: 'active', value: false }] },
    })

  const left = async (): Promise<number> =>
    (await service.sql.query('select count(*)::int as n from departures where completed_at is not null'))
      .rows[0].n
  /** Waits until so many have left; they have a minute. */
  const untilLeft = async (wanted: number): Promise<void> => {
    for (let waited = 0; (await left()) < wanted && waited < 60_000; waited += 20) await sleep(20)
  }
  let [one, other] = await Promise.all([workers.start(), workers.start()])
  for (let round = 0; round < 4; round++) {
    const before = await left()
    await service.sql.query('update departures set due_at = now() where employee_id = any($1)', [
      leavers.slice(round * 10, (round + 1) * 10),
    ])
    await untilLeft(before + 1)
    await sleep(chance() * 100)
    await workers.kill(one)
    ;[one, other] = [other, await workers.start()]
  }
  await untilLeft(leavers.length)
  expect(await left()).toBe(leavers.length)

  const departed = await service.sql.query(
    `select data ->> 'employeeId' as id from events where type = 'employee.departed'`,
  )
  expect(departed.rows.map(({ id }) => id).sort()).toEqual([...leavers].sort())
  const successions = await service.sql.query(
    `select count(*)::int as n, count(distinct case_id)::int as cases from successions where cause = 'departure'
     and from_owner_id = any($1)`,
    [leavers],
  )
  expect(successions.rows).toEqual([{ n: 120, cases: 120 }])
  const owned = await service.sql.query('select count(*)::int as n from cases where owner_id = any($1)', [
    leavers,
  ])
  expect(owned.rows).toEqual([{ n: 0 }])
}, 240_000)
