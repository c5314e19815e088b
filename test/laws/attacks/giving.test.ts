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

let [kase, other, asked, rule, idea, budget, foreign, granted, outreach]: Answer['body'][] = []
let [teamId, sanneId, pietId, strangerId, coachId, adminId] = ['', '', '', '', '', '']
beforeAll(async () => {
  const scene = await setScene(service)
  ;[kase, other] = [await scene.take(), await scene.take()]
  ;[teamId, sanneId, pietId] = [scene.team.id, scene.sanne.id, scene.piet.id]
  const body = { customerId: scene.customer.id, question: 'Why was I charged twice?' }
  await service.do('POST', '/v1/cases', { as: pietId, body })
  const away = (await service.team()).id
  strangerId = (await service.employee({ teamId: away })).id
  coachId = (await service.employee({ teamId: away, role: 'coach' })).id
  adminId = (await service.employee({ teamId: null, role: 'admin' })).id
  const make = (url: string, body: object) => service.do('POST', url, { as: sanneId, body })
  const all = { kind: 'team', teamId, amount: money('26.00') }
  budget = await service.do('POST', '/v1/budgets', { body: all })
  foreign = await service.do('POST', '/v1/budgets', { body: { ...all, teamId: away } })
  const [reason, value] = ['They counted too much.', 'They are paid back.']
  outreach = await service.do('POST', '/v1/outreaches', {
    body: {
      ...{ title: 'Meters', reason, valueToCustomer: value, message: 'We pay you back.' },
      ...{ refund: money('5.00'), budget: money('50.00') },
    },
  })
  granted = await make(`/v1/cases/${other.id}/gestures`, gesture('5.00'))
  await make(`/v1/cases/${kase.id}/gestures`, gesture('20.00'))
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
  select id, lines + 1, kind, '${given}', 100, 'granted', 100, spent + 100, fulfilled, case when lines > 0 then spent end,
    case when lines > 0 then fulfilled end, ${at}
  from spending_accounts where ${account}`
/** The account of a budget in its period of now. */
const account = (of: Answer['body']) => `
  insert into spending_accounts (id, budget_id, period, starts_on, ends_on)
  select gen_random_uuid(), id, period, date_trunc(period, now())::date,
    (date_trunc(period, now()) + case period when 'month' then interval '1 month' else interval '3 months' end)::date
  from budgets where id = '${of.id}'`
/** Given on the case, by its own limits. */
const givenWell = () => [give(), line('now()'), line('now()', `budget_id = '${budget.id}'`)]
const takenBack = (by: string) => [
  `update gestures set state = 'withdrawn', ended_at = now(), withdrawn_by_id = '${by}' where id = '${granted.id}'`,
  `insert into ledger (account_id, number, kind, gesture_id, gesture_amount, phase, amount, balance, fulfilled,
      previous_balance, previous_fulfilled, at)
    select a.id, a.lines + 1, a.kind, l.gesture_id, l.gesture_amount, 'withdrawn', - l.amount, a.spent - l.amount,
      a.fulfilled, a.spent, a.fulfilled, now()
    from ledger l join spending_accounts a on a.id = l.account_id where l.gesture_id = '${granted.id}'`,
  tell,
]
/** An ask that is to be answered in no time, with the gesture that it becomes. */
const askedInNoTime = () => [
  ask({ answer_by: `now() + '1 ms'::interval`, amount: '100000' }),
  give({ ask_id: id, amount: '100000', granted_at: `now() + '1 ms'::interval` }),
  tell,
]
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
    name: 'stands in the way of taking back what was given before there was a budget for it',
    steps: () => [
      insert('budgets', {
        ...{ id, employee_id: sanneId, period: 'month', amount: '100', currency: 'EUR', created_at: 'now()' },
      }),
      ...takenBack(sanneId),
    ],
    refused: /^nothing$/,
  },
  {
    name: 'takes a gift back by one of the limits that it was given by',
    steps: () =>
      takenBack(sanneId).map((step) =>
        step.replace('where l.gesture_id', 'where a.case_id is not null and l.gesture_id'),
      ),
    refused: 'gestures_end_in_the_ledger',
  },
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
    name: 'stands in the way of what is given well',
    steps: () => [...givenWell(), tell],
    refused: /^nothing$/,
  },
  {
    name: 'gives by no budget of its team, which has given before',
    steps: () => [give(), line('now()'), tell],
    refused: 'gestures_are_in_the_ledger',
  },
  {
    name: 'asks for what nobody gives, while something else is asked for',
    steps: () => [ask({}), tell],
    refused: 'gestures_follow_their_ask',
  },
  {
    name: 'gives what was asked for sooner than silence would, while something else is asked for',
    steps: () => [...askedInNoTime(), ended(`granted_at = granted_at - interval '1 minute'`)],
    refused: 'gestures_follow_their_ask',
  },
  {
    name: 'counts what is given on the account of another case',
    steps: () => [...givenWell(), line('now()', `case_id = '${other.id}'`), tell],
    refused: 'ledger_is_of_its_account',
  },
  {
    name: 'counts what is given by the budget of another team',
    steps: () => [...givenWell(), account(foreign), line('now()', `budget_id = '${foreign.id}'`), tell],
    refused: 'ledger_is_of_its_account',
  },
  {
    name: 'counts what is given by what an outreach may give',
    steps: () => [
      ...givenWell(),
      `insert into spending_accounts (id, outreach_id) values ('${id}', '${outreach.id}')`,
      line('now()', `outreach_id = '${outreach.id}'`),
      tell,
    ],
    refused: 'ledger_is_of_its_account',
  },
  {
    name: 'counts what was asked for by a ceiling',
    steps: () => [...askedInNoTime(), line('now()').replaceAll('100', '100000'), tell],
    refused: 'ledger_is_of_its_account',
  },
  {
    name: 'pays what was asked for before anybody could say no',
    steps: () => [
      ...askedInNoTime(),
      `update gestures set state = 'fulfilled', ended_at = granted_at, fulfilment_reference = 'P-9',
        fulfilled_by_id = gen_random_uuid() where ask_id = '${id}'`,
      tell,
    ],
    refused: 'gestures_follow_their_ask',
  },
  {
    name: 'stands in the way of paying what an admin granted, while more is asked for',
    steps: () => [
      ...askedInNoTime().map((step) => step.replaceAll(kase.id, other.id)),
      ended('granted_at = now()'),
      answer(`answered_by_id = '${adminId}'`),
      ended(
        `state = 'fulfilled', ended_at = now(), fulfilment_reference = 'P-2', fulfilled_by_id = gen_random_uuid()`,
      ),
      tell,
    ],
    refused: /^nothing$/,
  },
  {
    name: 'has silence grant what nobody has heard of',
    steps: () => [
      ...askedInNoTime(),
      `update asks set state = 'granted', by_silence = true, closed_at = answer_by where id = '${id}'`,
      tell,
    ],
    refused: 'asks_silence_is_yes',
  },
  {
    name: 'says that an ask was made in another transaction',
    steps: () => [...askedInNoTime(), `update asks set made_in = '1' where id = '${id}'`],
    refused: 'asks_are_final',
  },
  {
    name: 'grants what was asked for by a coach who is lent to the team',
    steps: () => [
      `update employees set team_id = '${teamId}' where id = '${coachId}'`,
      ended('granted_at = now()'),
      answer(`answered_by_id = '${coachId}'`),
      tell,
    ],
    refused: 'asks_are_answered_by_a_coach',
  },
  {
    name: 'takes back what a colleague has given, as the owner of another case',
    steps: () => takenBack(pietId),
    refused: 'gestures_are_the_owners',
  },
  {
    name: 'stands in the way of an owner who takes back what they gave',
    steps: () => takenBack(sanneId),
    refused: /^nothing$/,
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
