import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { houseRule } from '../../requests/objects.ts'
import { gesture, money } from '../../support/giving.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { insert } from '../script.ts'
import { tell } from '../tell.ts'
import { type Attack, tryAll } from './attack.ts'

const service = useService()
type Row = Readonly<Record<string, string | null>>

let [kase, asked, rule, idea, budget]: Answer['body'][] = []
let [teamId, sanneId, strangerId] = ['', '', '']
beforeAll(async () => {
  const scene = await setScene(service)
  kase = await scene.take()
  teamId = scene.team.id
  sanneId = scene.sanne.id
  strangerId = (await service.employee({ teamId: (await service.team()).id })).id
  const make = (url: string, body: object) => service.do('POST', url, { as: sanneId, body })
  const all = { kind: 'team', teamId, amount: money('25.00') }
  budget = await service.do('POST', '/v1/budgets', { body: all })
  await make(`/v1/cases/${kase.id}/gestures`, gesture('25.00'))
  const wish = { wish: 'All of it.', amount: money('3000.00'), reason: 'Our mistake.' }
  asked = await make(`/v1/cases/${kase.id}/asks`, wish)
  rule = await service.do('POST', '/v1/rules', { body: houseRule(sanneId) })
  idea = await make('/v1/ideas', { title: 'Fewer forms', body: 'Nobody reads them.' })
  await letTimeBe(service.sql)
})

const [id, given] = [randomUUID(), randomUUID()]
const give = (row: Row = {}) =>
  insert('gestures', {
    id: given,
    case_id: kase.id,
    team_id: teamId,
    owner_id: sanneId,
    granted_by_id: sanneId,
    kind: 'credit',
    amount: '100',
    currency: 'EUR',
    reason: 'Sorry.',
    state: 'granted',
    granted_at: 'now()',
    ...row,
  })
const line = (at: string, account = `case_id = '${kase.id}'`) => `
  insert into ledger (account_id, number, kind, gesture_id, gesture_amount, phase, amount, balance, fulfilled,
    previous_balance, previous_fulfilled, at)
  select id, lines + 1, kind, '${given}', 100, 'granted', 100, spent + 100, fulfilled, spent, fulfilled, ${at}
  from spending_accounts where ${account}`
const ask = (row: Row) =>
  insert('asks', {
    id,
    case_id: kase.id,
    team_id: teamId,
    asked_by_id: sanneId,
    wish: 'More.',
    amount: '900000',
    currency: 'EUR',
    reason: 'Sorry.',
    asked_at: 'now()',
    answer_by: `now() + '1 hour'::interval`,
    state: 'open',
    ...row,
  })
const answer = (set: string) =>
  `update asks set state = 'granted', closed_at = now(), ${set} where id = '${asked.id}'`
const ended = (set: string) => `update gestures set ${set} where ask_id = '${asked.id}'`

const attacks: readonly Attack[] = [
  {
    name: 'gives by who stood in the week before',
    steps: () => [give({ granted_at: `now() - '7 days'::interval` })],
    refused: 'gestures_are_of_now',
  },
  {
    name: 'gives out of the budget of another period',
    steps: () => [give(), line(`now() + '90 days'::interval`)],
    refused: 'ledger_is_of_now',
  },
  {
    name: 'raises a ceiling for as long as it gives',
    steps: () => ['update organisation set gesture_ceiling = gesture_ceiling + 1', give(), line('now()')],
    refused: 'ledger_within_the_ceiling',
  },
  {
    name: 'raises a ceiling within a savepoint',
    steps: () => [
      'savepoint s',
      'update agreements set gesture_ceiling = 100000000',
      'release s',
      give(),
      line('now()'),
    ],
    refused: 'ledger_within_the_ceiling',
  },
  {
    name: 'raises a budget for as long as it gives',
    steps: () => [
      `update budgets set amount = amount + 100 where id = '${budget.id}'`,
      give(),
      line('now()'),
      line('now()', `budget_id = '${budget.id}'`),
      `update budgets set amount = amount - 100 where id = '${budget.id}'`,
      tell,
    ],
    refused: 'ledger_within_the_budget',
  },
  {
    name: 'raises what may be asked for as it asks',
    steps: () => ['update organisation set ask_ceiling = ask_ceiling + 1', ask({})],
    refused: 'asks_within_the_ceiling',
  },
  {
    name: 'asks for what silence has granted already',
    steps: () => [ask({ asked_at: `now() - '4 minutes'::interval`, answer_by: `now() - '1 ms'::interval` })],
    refused: 'asks_are_of_now',
  },
  {
    name: 'asked yesterday',
    steps: () => [ask({ asked_at: `now() - '1 day'::interval` })],
    refused: 'asks_are_of_now',
  },
  {
    name: 'lets silence grant what may still be refused',
    steps: () => [answer('closed_at = answer_by, by_silence = true').replace('closed_at = now(), ', '')],
    refused: 'asks_are_of_now',
  },
  {
    name: 'pays what was asked for before it is granted',
    steps: () => [
      ended(
        `state = 'fulfilled', ended_at = granted_at, fulfilment_reference = 'P-1', fulfilled_by_id = gen_random_uuid()`,
      ),
    ],
    refused: 'gestures_are_of_now',
  },
  {
    name: 'grants what was asked for by who is no coach',
    steps: () => [ended('granted_at = now()'), answer(`answered_by_id = '${strangerId}'`)],
    refused: 'asks_are_answered_by_a_coach',
  },
  {
    name: 'bends a rule at a moment when it was in force',
    steps: () => [
      insert('deviations', {
        id,
        case_id: kase.id,
        rule_id: rule.id,
        rule_kind: 'house',
        text_number: '1',
        benefit: 'Gets it back.',
        reason: 'Ours.',
        employee_id: sanneId,
        at: `now() - '1 day'::interval`,
      }),
    ],
    refused: 'deviations_are_of_now',
  },
  {
    name: 'renews a rule at a moment when it was in force',
    steps: () => [
      `update rules set review_on = review_on + 7, review_from = review_from + '7 days'::interval,
        review_until = review_until + '7 days'::interval, reviews = reviews + 1,
        changed_at = changed_at + '1 day'::interval where id = '${rule.id}'`,
    ],
    refused: 'rules_are_of_now',
  },
  {
    name: 'answers an idea in time, afterwards',
    steps: () => [
      `update ideas set decision = 'declined', reason = 'No.', answered_by_id = '${strangerId}',
        answered_at = created_at - '1 day'::interval where id = '${idea.id}'`,
    ],
    refused: 'ideas_are_of_now',
  },
  {
    name: 'silences that an answer is late before it is',
    steps: () => [`update ideas set overdue_told_at = answer_by where id = '${idea.id}'`],
    refused: 'ideas_are_of_now',
  },
]
tryAll(service, attacks)
