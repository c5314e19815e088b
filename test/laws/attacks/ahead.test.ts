import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { houseRule } from '../../requests/objects.ts'
import { gesture, money } from '../../support/giving.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { contactRow, insert, tryRow } from '../script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

/** Events of what is not there, rows that no event tells of, and evidence that is made up or belongs to something else. */
const service = useService()

let [kase, other, onTopic, given, asked, rule, another]: Answer['body'][] = []
let [late, headsUp, stranger, outreach]: Answer['body'][] = []
let [teamId, sanneId, pietId, customerId, topicId] = ['', '', '', '', '']
beforeAll(async () => {
  const scene = await setScene(service)
  teamId = scene.team.id
  ;[sanneId, pietId] = [scene.sanne.id, scene.piet.id]
  ;[kase, other] = [await scene.take(), await scene.take()]
  const topic = await service.do('POST', '/v1/topics', { body: { code: 'meters', name: 'Meters' } })
  topicId = topic.id
  onTopic = await scene.take({ topic: topic.code })
  stranger = await service.customer({ teamId })
  customerId = stranger.id
  const make = (url: string, body: object) => service.do('POST', url, { as: sanneId, body })
  given = await make(`/v1/cases/${kase.id}/gestures`, gesture('25.00'))
  const wish = { wish: 'All of it.', amount: money('3000.00'), reason: 'Our mistake.' }
  asked = await make(`/v1/cases/${kase.id}/asks`, wish)
  const made = () => service.do('POST', '/v1/rules', { body: houseRule(sanneId) })
  ;[rule, another] = [await made(), await made()]
  service.clock.now = Temporal.Now.instant().subtract({ hours: 960 })
  late = await make('/v1/ideas', { title: 'Fewer forms', body: 'Nobody reads them.' })
  service.clock.now = undefined
  const [from, until] = ['2026-01-01T00:00:00Z', '2090-01-01T00:00:00Z']
  const body = { title: 'Meters', message: 'They counted too much.', from, until, teamIds: [teamId] }
  headsUp = await service.do('POST', '/v1/heads-ups', { body })
  // Another one is on the topic of the case, and lasts for as long.
  await service.do('POST', '/v1/heads-ups', { body: { ...body, topic: topic.code } })
  const [reason, value] = ['They counted too much.', 'They are paid back.']
  const drafted = { title: 'Meters', reason, valueToCustomer: value, message: 'We pay you back.' }
  outreach = await service.do('POST', '/v1/outreaches', { body: drafted })
  await service.do('GET', '/v1/events?limit=1')
  await letTimeBe(service.sql)
})

const [id, contact] = [randomUUID(), randomUUID()]
const append = (type: string, data: object, of = kase) => `
  with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), '${type}', now(), id, version + 1, 'system', '${JSON.stringify(data)}'
    from cases where id = '${of.id}')
  update cases set version = version + 1 where id = '${of.id}'`
/** The week of a moment, in London. */
const week = (moment: string, closed = 'null', sooner = '0') => `
  insert into pulse_rounds (week, ends_at, closed_at) select week, ends_at, ${closed} from (select to_char((${moment}) at time zone 'Europe/London', 'IYYY"-W"IW') as week,
    (date_trunc('week', ${moment}, 'Europe/London') + interval '7 days' - interval '${sooner}')::timestamptz as ends_at) w`
const bend = () =>
  insert('deviations', {
    ...{ id, case_id: other.id, rule_id: rule.id, rule_kind: 'house', text_number: '1' },
    ...{ benefit: 'Gets it.', reason: 'Ours.', employee_id: sanneId, at: 'now()' },
  })
const review = (set: string, more = 1) =>
  `update rules set ${set}, reviews = reviews + ${more}, changed_at = now() where id = '${rule.id}'`
const reviewRow = (decision: string, number = '1') =>
  insert('rule_reviews', {
    ...{
      id: 'gen_random_uuid()',
      rule_id: rule.id,
      number,
      decision,
      reason: 'Old.',
      reviewed_by_id: sanneId,
    },
    at: 'now()',
  })
const later = `review_on = review_on + 7, review_from = review_from + '7 days'::interval, review_until = review_until + '7 days'::interval`
const tried = (of: string, row = {}) => [
  contactRow(other, { id: contact, outcome: 'no-answer', ...row }),
  tryRow({
    ...{ id: randomUUID(), callback_id: of, outcome: 'no-answer', at: 'now()', day: 'now()::date' },
    ...{ contact_id: contact, employee_id: sanneId, recorded_at: 'now()' },
  }),
]

const announced = () => ({
  ...{ id, title: 'Meters', kind: 'other', message: 'Too much.', expected_questions: '[]' },
  ...{ topic_id: topicId, from_at: `now() - '1 day'::interval`, until_at: `now() + '1 day'::interval` },
  ...{ announced_by_kind: 'employee', announced_by_id: sanneId, announced_at: 'now()' },
})
const opened = () => `'${onTopic.openedAt}'::timestamptz`
const link = (headsUpId: string, caseId: string) => [
  'create temporary table t (x integer)',
  `create function pg_temp.link() returns trigger language plpgsql as $$ begin
    insert into public.heads_up_cases values ('${headsUpId}', '${caseId}'); return null; end $$`,
  'create trigger link after insert on t for each row execute function pg_temp.link()',
  'insert into t values (1)',
]

tryAll(service, [
  ...['callback.kept', 'callback.due', 'callback.overdue', 'callback.released'].map((type) => ({
    name: `tells ahead of ${type}`,
    steps: () => [append(type, { callbackId: kase.callback.id })],
    refused: 'events_tell_of_what_is_there',
  })),
  ...Object.entries({
    'case.resolved': 'resolutionId',
    'case.succeeded': 'successionId',
    'succession.requested': 'successionId',
    'case.customer-corrected': 'correctionId',
    'contact.recorded': 'contactId',
    'callback.attempted': 'attemptId',
    'consultation.answered': 'consultationId',
    'note.added': 'noteId',
    'case.reopened': 'noteId',
  }).map(([type, key]) => ({
    name: `tells of ${type} where nothing is`,
    steps: () => [append(type, { [key]: randomUUID() })],
    refused: 'events_tell_of_what_is_there',
  })),
  {
    name: 'ends a gesture that the history does not tell of',
    steps: () => [
      `update gestures set state = 'withdrawn', ended_at = now(), withdrawn_by_id = '${sanneId}' where id = '${given.id}'`,
      `insert into ledger (account_id, number, kind, gesture_id, gesture_amount, phase, amount, balance, fulfilled,
          previous_balance, previous_fulfilled, at)
        select id, lines + 1, 'case', '${given.id}', 2500, 'withdrawn', -2500, spent - 2500, fulfilled, spent, fulfilled, now()
        from spending_accounts where case_id = '${kase.id}'`,
    ],
    refused: 'gestures_are_told_of',
  },
  {
    name: 'makes an ask that the history does not tell of',
    steps: () => [
      insert('asks', {
        ...{ id, case_id: kase.id, team_id: teamId, asked_by_id: sanneId, wish: 'More.', reason: 'Ours.' },
        ...{
          amount: '100',
          currency: 'EUR',
          asked_at: 'now()',
          answer_by: `now() + '1 day'::interval`,
          state: 'open',
        },
      }),
      insert('gestures', {
        ...{ id: 'gen_random_uuid()', ask_id: id, case_id: kase.id, team_id: teamId, owner_id: sanneId },
        ...{ granted_by_id: sanneId, kind: 'credit', amount: '100', currency: 'EUR', reason: 'More.' },
        ...{ state: 'granted', granted_at: `now() + '1 day'::interval` },
      }),
    ],
    refused: 'asks_are_told_of',
  },
  {
    name: 'withdraws an ask that the history does not tell of',
    steps: () => [
      `update gestures set state = 'refused', ended_at = now() where ask_id = '${asked.id}'`,
      `update asks set state = 'withdrawn', closed_at = now() where id = '${asked.id}'`,
    ],
    refused: 'asks_are_told_of',
  },
  ...(
    [
      ['in another case', () => append('deviation.recorded', { deviationId: id })],
      ['as of something else', () => append('case.changed', { deviationId: id }, other)],
      ['as of another one', () => append('deviation.recorded', { deviationId: randomUUID() }, other)],
    ] as const
  ).map(([how, told]) => ({
    name: `bends a rule, and tells of it ${how}`,
    steps: () => [bend(), told()],
    refused: 'deviations_are_told_of',
  })),
  ...(
    [
      ['', () => []],
      [', and tells of something else', () => [append('idea.answered', { ideaId: late.id })]],
      [', and tells of another one', () => [append('idea.overdue', { ideaId: randomUUID() })]],
    ] as const
  ).map(([how, told]) => ({
    name: `silences that an answer is late${how}`,
    steps: () => [`update ideas set overdue_told_at = now() where id = '${late.id}'`, ...told()],
    refused: 'ideas_overdue_is_told_of',
  })),
  {
    name: 'silences that a review is due',
    steps: () => [`update rules set due_told_at = now() where id = '${rule.id}'`],
    refused: 'rules_due_is_told_of',
  },
  {
    name: 'abolishes a rule by a review that nobody made',
    steps: () => [review('abolished_at = now()')],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'abolishes a rule by a review that kept it',
    steps: () => [review('abolished_at = now()'), reviewRow('keep')],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'renews a rule by a review that is not the next',
    steps: () => [review(later, 7), reviewRow('keep', '7')],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'renews a rule by the review of another',
    steps: () => [review(later), reviewRow('keep'), review(later).replace(rule.id, another.id)],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'renews a rule twice by one review',
    steps: () => [review(later), reviewRow('keep'), review(later)],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'changes the text of a rule to the one after the next',
    steps: () => [
      review(`${later}, text_number = 3`),
      reviewRow('change'),
      insert('rule_versions', { id, rule_id: rule.id, number: '3', text: 'Pay.', at: 'now()' }),
    ],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'stands in the way of a review that is on record',
    steps: () => [review(later), reviewRow('keep')],
    refused: /^nothing$/,
  },
  {
    name: 'reviews a rule that knows nothing of it',
    steps: () => [reviewRow('abolish')],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'writes a text of a rule that nobody decided on',
    steps: () => [insert('rule_versions', { id, rule_id: rule.id, number: '2', text: 'Pay.', at: 'now()' })],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'begins a heads-up as released',
    steps: () => [
      insert('heads_ups', {
        ...{ ...announced(), released_at: 'now()', released_by_kind: 'employee', released_by_id: sanneId },
      }),
    ],
    refused: 'heads_ups_are_briefed',
  },
  {
    name: 'links a case to a heads-up that came later',
    steps: () => [
      insert('heads_ups', announced()),
      insert('heads_up_cases', { heads_up_id: id, case_id: onTopic.id }),
    ],
    refused: 'heads_up_cases_are_linked_as_they_open',
  },
  {
    name: 'links a case to a heads-up by a trigger of its own',
    steps: () => link(headsUp.id, kase.id),
    refused: 'heads_up_cases_are_linked_as_they_open',
  },
  ...(
    [
      ['that had just ended as it was opened', () => ({ until_at: opened() }), () => onTopic],
      ['that begins a moment after it', () => ({ from_at: `${opened()} + interval '1 ms'` }), () => onTopic],
      ['on a topic of others', () => ({}), () => kase],
    ] as const
  ).map(([which, period, linked]) => ({
    name: `links a case to a heads-up ${which}`,
    steps: () => [insert('heads_ups', { ...announced(), ...period() }), ...link(id, linked().id)],
    refused: 'heads_up_cases_are_linked_as_they_open',
  })),
  {
    name: 'sets the head of the feed far ahead',
    steps: () => [
      `update feed_head set until = '9223372036854775807', after = null, waiting = '{}', writer = pg_current_xact_id()`,
    ],
    refused: 'feed_is_final',
  },
  {
    name: 'writes the last checkpoint that there will be',
    steps: () => [
      `insert into checkpoints (position, chain, at, kid, statement)
        select 9000000000000000000, chain, now(), (select kid from signing_keys limit 1), 'x' from feed order by position desc limit 1`,
    ],
    refused: 'checkpoints_are_of_the_feed',
  },
  {
    name: 'writes a checkpoint with a head that was never there',
    steps: () => [
      `insert into checkpoints (position, chain, at, kid, statement)
        select position, sha256(chain), now(), (select kid from signing_keys limit 1), 'x' from feed order by position desc limit 1`,
    ],
    refused: 'checkpoints_are_of_the_feed',
  },
  {
    name: 'removes a customer',
    steps: () => [`delete from customers where id = '${customerId}'`],
    refused: 'customers_stay',
  },
  {
    name: 'removes what a team has agreed on',
    steps: () => [`delete from agreements where team_id = '${teamId}'`],
    refused: 'agreements_stay',
  },
  {
    name: 'tries to keep a promise by a contact of another case',
    steps: () => [...tried(kase.callback.id), tell],
    refused: 'contacts_one_voice',
  },
  {
    name: 'tries to keep a promise by a contact of a colleague',
    steps: () => [
      ...tried(other.callback.id, {
        direction: 'inbound',
        outcome: 'reached',
        employee_id: pietId,
        spoken_for: null,
      }),
      tell,
    ],
    refused: 'contacts_one_voice',
  },
  {
    name: 'makes two tries of one contact',
    steps: () => [...tried(other.callback.id), tried(other.callback.id)[1] ?? '', tell],
    refused: 'callback_attempts_are_one_contact_each',
  },
  {
    name: 'keeps for how long somebody spoke',
    steps: () => [
      `insert into calls (id, call_id, direction, at, answered, ended) values ('${id}', '${id}', 'inbound', now(), true, true)`,
      `insert into call_events (call_id, event, place, at) values ('${id}', 'ended', 1, now()), ('${id}', 'answered', 2, now())`,
    ],
    refused: 'call_events_are_no_stopwatch',
  },
  {
    name: 'keeps it of a call of which it was told that somebody answered, and which says nothing of it',
    steps: () => [
      `insert into calls (id, call_id, direction, at, rang, ended) values ('${id}', '${id}', 'inbound', now(), true, true)`,
      `insert into call_events (call_id, event, place, at) values ('${id}', 'ended', 1, now()), ('${id}', 'answered', 2, now())`,
    ],
    refused: 'call_events_are_no_stopwatch',
  },
  {
    name: 'keeps it of a call that is said to be answered, of which nobody told',
    steps: () => [
      `insert into calls (id, call_id, direction, at, rang, answered, ended) values ('${id}', '${id}', 'inbound', now(), true, true, true)`,
      `insert into call_events (call_id, event, place, at) values ('${id}', 'ringing', 1, now()), ('${id}', 'ended', 2, now())`,
    ],
    refused: 'call_events_are_no_stopwatch',
  },
  {
    name: 'says of a call that it was answered when it is known how long it took',
    steps: () => [
      `insert into calls (id, call_id, direction, at, rang, ended) values ('${id}', '${id}', 'inbound', now(), true, true)`,
      `insert into call_events (call_id, event, place, at) values ('${id}', 'ringing', 1, now()), ('${id}', 'ended', 2, now())`,
      'set constraints all immediate',
      'set constraints all deferred',
      `update calls set answered = true where id = '${id}'`,
    ],
    refused: 'call_events_are_no_stopwatch',
  },
  {
    name: 'stands in the way of a missed call of which it is told when it ended',
    steps: () => [
      `insert into calls (id, call_id, direction, at, rang, ended) values ('${id}', '${id}', 'inbound', now(), true, true)`,
      `insert into call_events (call_id, event, place, at) values ('${id}', 'ringing', 1, now()), ('${id}', 'ended', 2, now())`,
    ],
    refused: /^nothing$/,
  },
  {
    name: 'has an outreach disturb whom it told nothing',
    steps: () => [
      `insert into disturbances (id, customer_id, kind, at, quiet_until, outreach_id)
        values ('${id}', '${customerId}', 'outreach', now()::timestamptz(3), now()::timestamptz(3) + interval '168 hours', '${outreach.id}')`,
    ],
    refused: 'disturbances_are_by_an_outreach',
  },
  {
    name: 'closes a week of the pulse before it ends',
    steps: () => [week('now()'), `update pulse_rounds set closed_at = ends_at + interval '6 minutes'`],
    refused: 'pulse_rounds_are_of_now',
  },
  {
    name: 'closes the weeks to come',
    steps: () => [week(`now() + interval '9 days'`)],
    refused: 'pulse_rounds_are_of_now',
  },
  {
    name: 'begins a week of the pulse as closed',
    steps: () => [week('now()', `ends_at + interval '1 second'`)],
    refused: 'pulse_rounds_are_of_now',
  },
  {
    name: 'has a week of the pulse end sooner',
    steps: () => [week('now()', 'null', '1 day')],
    refused: 'pulse_rounds_are_of_now',
  },
  { name: 'stands in the way of a week of the pulse', steps: () => [week('now()')], refused: /^nothing$/ },
])
