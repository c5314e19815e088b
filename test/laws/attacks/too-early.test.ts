import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { gesture, money } from '../../support/giving.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { asBefore, insert } from '../script.ts'
import { tell } from '../tell.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** What is given before its time: while a no may come, and by the budget of a period that has not begun. */
const service = useService()
const [id, given] = [randomUUID(), randomUUID()]
let [kase, other, held, budget]: Answer['body'][] = []
let [teamId, sanneId, coachId] = ['', '', '']
beforeAll(async () => {
  const scene = await setScene(service)
  ;[teamId, sanneId] = [scene.team.id, scene.sanne.id]
  coachId = (await service.employee({ teamId: null, role: 'coach' })).id
  ;[kase, other] = [await scene.take(), await scene.take()]
  const own = { kind: 'employee', employeeId: sanneId, period: 'month', amount: money('1.00') }
  budget = await service.do('POST', '/v1/budgets', { body: own })
  const as = { as: sanneId }
  await service.do('POST', `/v1/cases/${other.id}/gestures`, { ...as, body: gesture('1.00') })
  const wish = { wish: 'All of it.', amount: money('3000.00'), reason: 'Our mistake.' }
  held = await service.do('POST', `/v1/cases/${kase.id}/asks`, { ...as, body: wish })
  // Something else is granted by a coach.
  const granted = await service.do('POST', `/v1/cases/${other.id}/asks`, { ...as, body: wish })
  const decided = { as: coachId, body: { answer: 'yes' } }
  await service.do('POST', `/v1/asks/${granted.id}/answer`, decided)
  await letTimeBe(service.sql)
  // In a transaction of its own, which is what the laws of before asked for.
  await service.sql.query('begin')
  for (const step of [...askedFor('4 minutes'), tell]) await service.sql.query(step)
  await service.sql.query('commit')
})

const give = (row: Readonly<Record<string, string>> = {}) =>
  insert('gestures', {
    ...{
      id: given,
      case_id: kase.id,
      team_id: teamId,
      owner_id: sanneId,
      granted_by_id: sanneId,
      kind: 'credit',
    },
    ...{ amount: '100', currency: 'EUR', reason: 'Sorry.', state: 'granted', granted_at: 'now()', ...row },
  })
const askedFor = (within: string) => [
  insert('asks', {
    ...{ id, case_id: kase.id, team_id: teamId, asked_by_id: sanneId, wish: 'More.', amount: '900000' },
    ...{
      currency: 'EUR',
      reason: 'Sorry.',
      asked_at: 'now()',
      answer_by: `now() + '${within}'::interval`,
      state: 'open',
    },
  }),
  give({ id: randomUUID(), ask_id: id, amount: '900000', granted_at: `now() + '${within}'::interval` }),
]
const ended = (state: string, of = id) =>
  `update gestures set state = '${state}', ended_at = granted_at, ${
    state === 'fulfilled'
      ? `fulfilment_reference = 'e', fulfilled_by_id = gen_random_uuid()`
      : `withdrawn_by_id = '${sanneId}'`
  } where ask_id = '${of}'`
const silent = `update asks set state = 'granted', by_silence = true, closed_at = answer_by where id = '${id}'`
const yes = (at: string) => [
  `update asks set state = 'granted', answered_by_id = '${coachId}', closed_at = ${at} where id = '${id}'`,
  `update gestures set granted_at = ${at} where ask_id = '${id}'`,
]
const zone = 'Europe/Amsterdam'
/** A line at a moment of the clocks of the organisation, on the account of a month that this one is not. */
const line = (account: string, at = 'now()') => `
  insert into ledger (account_id, number, kind, gesture_id, gesture_amount, phase, amount, balance, fulfilled,
    previous_balance, previous_fulfilled, at)
  select id, lines + 1, kind, '${given}', 100, 'granted', 100, spent + 100, fulfilled, case when lines > 0 then spent end,
    case when lines > 0 then fulfilled end, ${at} from spending_accounts where ${account}`
const month = (moment: string) => `date_trunc('month', (${moment}) at time zone '${zone}')::date`
const open = (moment: string) => `
  insert into spending_accounts (id, budget_id, period, starts_on, ends_on)
  select '${id}', '${budget.id}', 'month', ${month(moment)}, ${month(moment)} + interval '1 month'`

tryAll(service, [
  ...['fulfilled', 'withdrawn'].map((state) => ({
    name: `says that what was asked for is ${state} four minutes before it is granted`,
    steps: () => [ended(state), tell],
    refused: 'gestures_are_of_now',
  })),
  {
    name: 'has silence grant four minutes before it does',
    steps: () => [silent, tell],
    refused: 'asks_are_of_now',
  },
  {
    name: 'has silence grant and pays',
    steps: () => [silent, ended('fulfilled'), tell],
    refused: 'asks_are_of_now',
  },
  {
    name: 'gives out of the budget of the next month',
    steps: () => [
      give(),
      line(`case_id = '${kase.id}'`),
      open(`now() + interval '1 month'`),
      line(`id = '${id}'`),
      tell,
    ],
    refused: 'ledger_in_its_period',
  },
  {
    name: 'moves the organisation to where it is another month',
    steps: () => [
      `update organisation set time_zone = 'Pacific/Kiritimati'`,
      give(),
      line(`case_id = '${kase.id}'`),
      line(`budget_id = '${budget.id}'`),
      tell,
    ],
    refused: 'ledger_in_its_period',
  },
])

test('nobody is in the way of what a coach has granted, by a clock that is ahead as well', async () => {
  const outcome = (...steps: readonly string[]) => outcomeOf(service, 'read committed', [...steps, tell])
  expect(await outcome(...yes('now()'), ended('fulfilled'))).toBe('nothing')
  expect(await outcome(...yes(`(now() + interval '2 minutes')::timestamptz(3)`), ended('fulfilled'))).toBe(
    'nothing',
  )
  expect(held.state).toBe('open')
})

test('a second is what clocks may differ by, and no more', async () => {
  const outcome = (within: string, ...steps: readonly string[]) =>
    outcomeOf(service, 'read committed', [
      ...askedFor(within).map((step) => step.replaceAll(id, sooner)),
      // As if it had been asked in another transaction.
      ...asBefore(`update asks set made_in = '1' where id = '${sooner}'`),
      ...steps.map((step) => step.replaceAll(id, sooner)),
      tell,
    ])
  const sooner = randomUUID()
  expect(await outcome('999 ms', ended('fulfilled'))).toBe('nothing')
  expect(await outcome('1002 ms', ended('fulfilled'))).toBe('gestures_are_of_now')
  expect(await outcome('999 ms', silent)).toBe('nothing')
  expect(await outcome('1002 ms', silent)).toBe('asks_are_of_now')
})
