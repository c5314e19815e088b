import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { houseRule } from '../../requests/objects.ts'
import { money } from '../../support/giving.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { outbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { asBefore, changeCase, contactRow, insert, resolutionRow, tryRow } from '../script.ts'
import { successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** On a complaint about a coach: they, and who stands in for them, act on nothing of it. */
const service = useService()
let [kase, asked, rule, idea, sanne, coach, deputy, other, leaver]: Answer['body'][] = []
let [right, consulted, headsUp, before, plain]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne } = scene)
  const teamId = scene.team.id
  const hire = () => service.employee({ teamId, role: 'coach' })
  ;[coach, deputy, other, leaver] = [await hire(), await hire(), await hire(), await hire()]
  // Of another complaint it is no matter whom that is about.
  await scene.take({ aboutEmployeeId: other.id })
  kase = await scene.take({ aboutEmployeeId: coach.id })
  plain = await scene.take()
  const make = (url: string, body: object, as = sanne.id) => service.do('POST', url, { as, body })
  const wish = { wish: 'All of it.', amount: money('3000.00'), reason: 'Our mistake.' }
  asked = await make(`/v1/cases/${kase.id}/asks`, wish)
  consulted = await make(`/v1/cases/${kase.id}/consultations`, {
    ...{ employeeId: deputy.id, kind: 'question', question: 'Why?' },
  })
  rule = await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) })
  idea = await make('/v1/ideas', { title: 'Fewer forms', body: 'Nobody reads them.' }, deputy.id)
  right = await service.customer({ teamId })
  const hours = (n: number) => String(Temporal.Now.instant().add({ hours: n }))
  const body = { title: 'Meters', message: 'Too much.', from: hours(-1), until: hours(8), teamIds: [teamId] }
  headsUp = await service.do('POST', '/v1/heads-ups', { body })
  // The deputy stands in for the owner, and speaks with the customer; then for whom it is about as well.
  const isAway = ({ id }: Answer['body']) =>
    service.do('POST', `/v1/employees/${id}/absences`, {
      body: { until: hours(8), standInId: deputy.id },
    })
  await isAway(sanne)
  before = await make(`/v1/cases/${kase.id}/contacts`, outbound, deputy.id)
  await isAway(coach)
  for (let n = 0; n < 12; n++) await make(`/v1/cases/${plain.id}/contacts`, outbound, deputy.id)
  // About the other coach there is a complaint as well.
  await scene.take({ aboutEmployeeId: other.id })
  await service.sql.query(insert('departures', { employee_id: leaver.id, started_at: 'now()' }))
  await letTimeBe(service.sql)
})

const [id, contact] = [randomUUID(), randomUUID()]
const answers = (who: Answer['body'], state = 'refused') => [
  `update asks set state = '${state}', answered_by_id = '${who.id}', closed_at = now(), answer_reason = 'No.',
    alternative = 'Half.' where id = '${asked.id}'`,
  state === 'refused'
    ? `update gestures set state = 'refused', ended_at = now() where ask_id = '${asked.id}'`
    : `update gestures set granted_at = now() where ask_id = '${asked.id}'`,
  tell,
]
const notes = (who: Answer['body']) => [
  insert('notes', {
    ...{ id, case_id: kase.id, text: 'Not true.', author_kind: 'employee', author_id: who.id, at: 'now()' },
  }),
  tell,
]
const bends = (who: Answer['body']) => [
  insert('deviations', {
    ...{ id, case_id: kase.id, rule_id: rule.id, rule_kind: 'house', text_number: '1' },
    ...{ benefit: 'Gets it.', reason: 'Ours.', employee_id: who.id, at: 'now()' },
  }),
  tell,
]
const asks = (who: Answer['body']) =>
  insert('asks', {
    ...{ id, case_id: kase.id, team_id: sanne.teamId, asked_by_id: who.id, wish: 'More.', amount: '900000' },
    ...{
      currency: 'EUR',
      reason: 'Sorry.',
      asked_at: 'now()',
      answer_by: `now() + '1 hour'::interval`,
      state: 'open',
    },
  })
const gives = (who: Answer['body']) =>
  insert('gestures', {
    ...{
      id,
      case_id: kase.id,
      team_id: sanne.teamId,
      owner_id: sanne.id,
      granted_by_id: who.id,
      kind: 'credit',
    },
    ...{ amount: '100', currency: 'EUR', reason: 'Sorry.', state: 'granted', granted_at: 'now()' },
  })
const consults = (who: Answer['body']) =>
  insert('consultations', {
    ...{
      id,
      case_id: kase.id,
      asked_by_id: who.id,
      consulted_id: other.id,
      kind: 'question',
      question: 'Why?',
    },
    ...{
      need_by: `now() + '1 day'::interval`,
      state: 'open',
      own_team_id: sanne.teamId,
      outside: 'false',
      asked_at: 'now()',
    },
  })
const by = (who: Answer['body']) => ({ employee_id: who.id, recorded_by_id: who.id })
const heard = (who: Answer['body']) => [
  contactRow(kase, { id: contact, direction: 'inbound', spoken_for: null, ...by(who), employee_id: null }),
  tell,
]
const danger = (row: object) =>
  successionRow(kase, other.id, {
    ...{ id, cause: 'safety', reason: 'Threatens me.', departure_of: null, ...row },
  })
const corrects = (who: Answer['body']) => [
  insert('case_corrections', {
    ...{
      id,
      case_id: kase.id,
      from_customer_id: kase.customer.id,
      to_customer_id: right.id,
      reason: 'Wrong one.',
    },
    ...{ corrected_by_kind: 'employee', corrected_by_id: who.id, at: 'now()' },
  }),
]
const keeps = (of: Answer['body']) => [
  `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'
    where id = '${of.callback.id}'`,
]
/** The owner reached the customer, and somebody ends the case by that. */
const resolves = (who: Answer['body']) => [
  contactRow(kase, { id: contact, ...by(sanne) }),
  resolutionRow(kase, { id, contact_id: contact, contact_moment: 'owner-reached', resolved_by_id: who.id }),
  ...keeps(kase),
  changeCase(kase.id, `callback_id = null, resolution_id = '${id}', resolved_at = now()`),
  `update consultations set state = 'withdrawn', closed_at = now() where id = '${consulted.id}'`,
  `update asks set state = 'withdrawn', closed_at = now() where id = '${asked.id}'`,
  `update gestures set state = 'refused', ended_at = now() where ask_id = '${asked.id}'`,
  tell,
]
const acts = [
  ['answers an ask', answers, 'asks_are_answered_by_a_coach'],
  ['says yes to an ask', (who) => answers(who, 'granted'), 'asks_are_answered_by_a_coach'],
  ['notes something', notes, 'cases_are_hidden_from_whom_they_concern'],
  ['bends a rule', bends, 'deviations_are_the_owners'],
  ['asks for more', (who) => [asks(who)], 'asks_are_the_owners'],
  ['gives something', (who) => [gives(who)], 'gestures_are_the_owners'],
  ['consults a colleague', (who) => [consults(who)], 'consultations_are_the_owners'],
  ['speaks with the customer', (who) => [contactRow(kase, by(who))], 'contacts_one_voice'],
  [
    'tries to',
    (who) => [
      tryRow({
        ...{ id, callback_id: kase.callback.id, outcome: 'busy', at: 'now()', employee_id: who.id },
        recorded_at: 'now()',
      }),
    ],
    'contacts_one_voice',
  ],
  ['records what the customer said', heard, 'cases_are_hidden_from_whom_they_concern'],
  [
    'tells of a danger',
    (who) => [danger({ reported_by_id: who.id, confirmed_by_id: other.id })],
    'successions_have_their_evidence',
  ],
  ['confirms a danger', (who) => [danger({ confirmed_by_id: who.id })], 'successions_have_their_evidence'],
  ['ends it', resolves, 'resolutions_are_the_owners'],
  ['corrects whose it is', corrects, 'cases_are_hidden_from_whom_they_concern'],
] as const satisfies readonly (readonly [string, (who: Answer['body']) => readonly string[], string])[]

tryAll(service, [
  ...acts.flatMap(([name, steps, refused]) => [
    { name: `${name} on a complaint about themselves`, steps: () => steps(coach), refused },
    { name: `${name} on a complaint about whom they stand in for`, steps: () => steps(deputy), refused },
  ]),
  {
    name: 'answers on a complaint about whom they stand in for by now',
    steps: () => [
      `update consultations set state = 'answered', answer = 'So.', closed_at = now() where id = '${consulted.id}'`,
      tell,
    ],
    refused: 'cases_are_hidden_from_whom_they_concern',
  },
  ...['reached', 'busy'].map((outcome) => ({
    name: `tries to keep a promise on a complaint about whom they stand in for by now, by a call of before: ${outcome}`,
    steps: () => [
      tryRow({
        ...{ id, callback_id: kase.callback.id, outcome, at: 'now()', employee_id: deputy.id },
        ...{ contact_id: before.id, recorded_at: 'now()' },
      }),
      ...notes(other),
    ],
    refused: 'contacts_one_voice',
  })),
  {
    name: 'tells of what the customer said, has it checked, and records it by whom it is about',
    steps: () => [
      `with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
          select gen_random_uuid(), 'contact.recorded', now(), id, version + 1, 'system', '{"contactId": "${contact}"}'
          from cases where id = '${kase.id}')
        update cases set version = version + 1 where id = '${kase.id}'`,
      'set constraints contacts_are_recorded_by_who_may_know immediate',
      'set constraints all deferred',
      ...heard(coach),
    ],
    refused: 'cases_are_hidden_from_whom_they_concern',
  },
  {
    name: 'thinks of a complaint about whom they stand in for',
    steps: () => [insert('idea_cases', { idea_id: idea.id, case_id: kase.id })],
    refused: 'cases_are_hidden_from_whom_they_concern',
  },
  {
    name: 'answers an ask by a coach who is leaving',
    steps: () => answers(leaver),
    refused: 'asks_are_answered_by_a_coach',
  },
  {
    name: 'confirms a danger by a coach who is leaving',
    steps: () => [danger({ confirmed_by_id: leaver.id })],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'says that a team knows by who is leaving',
    steps: () => [
      `update heads_up_teams set acknowledged_by_id = '${leaver.id}', acknowledged_at = now()
        where heads_up_id = '${headsUp.id}'`,
    ],
    refused: 'heads_up_teams_speak_for_themselves',
  },
])

test('whoever may know of it acts on it: its owner, and a coach whom it is not about', async () => {
  const outcome = (steps: readonly string[]) => outcomeOf(service, 'read committed', steps)
  for (const [who, steps] of [
    [other, answers],
    [other, notes],
    [sanne, notes],
    [sanne, bends],
    [sanne, resolves],
    [other, heard],
  ] as const)
    expect(await outcome(steps(who))).toBe('nothing')
  // What was recorded before it was to be hidden stands in nobody's way, and may be the last that the history tells.
  const sooner = asBefore(
    `update stand_ins set from_at = from_at - interval '1 hour', absence_from = absence_from - interval '1 hour'
      where owner_id = '${coach.id}'`,
  )
  expect(await outcome([...sooner, ...notes(other)])).toBe('nothing')
})

test('who stands in acts on what is about nobody, while a complaint is about whom they stand in for', async () => {
  const tries = (row: Readonly<Record<string, string>>) =>
    tryRow({
      ...{ id, callback_id: plain.callback.id, at: 'now()', employee_id: deputy.id, recorded_at: 'now()' },
      ...row,
    })
  for (const steps of [
    [tries({ outcome: 'busy' })],
    [
      contactRow(plain, { id: contact, ...by(deputy) }),
      tries({ outcome: 'reached', contact_id: contact }),
      ...keeps(plain),
      resolutionRow(plain, { id, contact_id: contact, contact_moment: 'owner-reached' }),
      changeCase(plain.id, `callback_id = null, resolution_id = '${id}', resolved_at = now()`),
    ],
  ])
    expect(await outcomeOf(service, 'read committed', [...steps, tell])).toBe('nothing')
})
