import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { outbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { openingOf } from '../opening-script.ts'
import { callbackRow, contactRow, insert } from '../script.ts'
import { moveTo } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

/** What is prepared in one step and done in another: promises, calls, what a complaint says, words, and keys that sign nothing. */
const service = useService()
let [
  kase,
  complaint,
  report,
  call,
  late,
  withheld,
  over,
  sanne,
  piet,
  coach,
  customer,
  erased,
]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet, customer } = scene)
  coach = await service.employee({ teamId: null, role: 'coach' })
  ;[kase, complaint] = [await scene.take(), await scene.take({ aboutEmployeeId: piet.id })]
  const danger = await scene.take()
  report = await service.do('POST', `/v1/cases/${danger.id}/successions`, {
    ...{ as: sanne.id, body: { cause: 'safety', reason: 'Threatens me.', toOwnerId: piet.id } },
  })
  const ring = (from: string, event = 'ringing') =>
    service.do('POST', '/v1/calls', {
      body: { callId: randomUUID(), direction: 'inbound', event, from, to: '204' },
    })
  ;[call, late, withheld] = [await ring('+31611110001'), await ring('+31611110002'), await ring('anonymous')]
  over = await ring('anonymous', 'ended')
  const gone = await service.customer({ teamId: scene.team.id, name: 'Zonderling' })
  erased = await scene.take({ customerId: gone.id })
  await service.do('POST', `/v1/cases/${erased.id}/resolve`, {
    ...{ as: sanne.id, body: { outcome: 'answered', summary: 'Done.', contact: outbound } },
  })
  await service.do('POST', `/v1/customers/${gone.id}/erasure`, { headers: { 'if-match': '*' } })
  await letTimeBe(service.sql)
})

const [contact, another] = [randomUUID(), randomUUID()]
const told = `contact_id = '${contact}', contact_moment = 'owner-reached'`
const promise = (set: string) => `update callbacks set ${set} where id = '${kase.callback.id}'`
const holds = [tell, () => `update cases set callback_id = '${another}' where id = '${kase.id}'`] as const
const spoken = (row: Readonly<Record<string, string | null>>) => [
  contactRow(complaint, { direction: 'inbound', spoken_for: null, answered: 'true', ...row }),
  tell,
]
const changeCall = (of: Answer['body'], set: string) => `update calls set ${set} where id = '${of.id}'`
const event = (of: Answer['body'], name: string) =>
  insert('call_events', { call_id: of.id, event: name, place: '3', at: 'now()' })
const key = (row: Readonly<Record<string, string | null>>) => `
  insert into signing_keys (kid, public_key, private_key, made_at)
  values ('k', '${row.publicKey ?? JSON.stringify({ ...point, kid: 'k' })}', ${row.privateKey === null ? 'null' : `'${row.privateKey ?? JSON.stringify({ ...point, d: part })}'`}, now())`
const part = 'x'.repeat(43)
const point = { kty: 'EC', crv: 'P-256', x: part, y: part }

tryAll(service, [
  {
    name: 'has a contact ready for a promise, and keeps that earlier than it was',
    steps: () => [
      ...['set constraints all deferred', contactRow(kase, { id: contact }), promise(told)],
      promise(`state = 'kept', closed_at = made_at`),
      ...[callbackRow(kase, { id: another }), holds[0], holds[1]()],
    ],
    refused: 'callbacks_open_have_no_contact',
  },
  {
    name: 'makes a promise that a contact of before will have kept',
    steps: () => [
      ...['set constraints all deferred', contactRow(kase, { id: contact })],
      promise(
        `state = 'rescheduled', closed_at = now(), ${told}, replaced_by = '${another}', reason = 'Later.'`,
      ),
      callbackRow(kase, { id: another, contact_id: contact, contact_moment: 'owner-reached' }),
      ...[holds[0], holds[1]()],
    ],
    refused: 'callbacks_open_have_no_contact',
  },
  {
    name: 'has a complaint answered by whom it is about',
    steps: () => spoken({ employee_id: piet.id }),
    refused: 'cases_are_hidden_from_whom_they_concern',
  },
  {
    name: 'tells another reason for a danger that was reported',
    steps: () => [`update successions set reason = 'All is well.' where id = '${report.id}'`],
    refused: 'successions_are_history',
  },
  {
    name: 'gives a case away in a year to come, until when its new owner is none',
    steps: () => [
      insert('successions', {
        ...{ id: another, case_id: kase.id, cause: 'safety', from_owner_id: sanne.id, to_owner_id: piet.id },
        ...{ reason: 'Threatens me.', reported_by_id: sanne.id, confirmed_by_id: coach.id },
        ...{ requested_at: 'now()', completed_at: `'2199-01-01Z'` },
      }),
      ...[...moveTo(kase.id, piet.id, another), tell],
    ],
    refused: 'successions_are_of_now',
  },
  ...[`'2199-01-01Z'`, `now() - '170 hours'::interval`].flatMap((at) => [
    {
      name: `has a call begin at ${at}`,
      steps: () => [
        `insert into calls (id, call_id, direction, at, rang) values (gen_random_uuid(), 'x', 'inbound', ${at}, true)`,
      ],
      refused: 'calls_are_of_now',
    },
    {
      name: `has a call have begun at ${at}`,
      steps: () => [changeCall(call, `at = ${at}`)],
      refused: /^calls_are_of_now$|^calls_stay_what_they_are$/,
    },
  ]),
  ...['ended', 'given_up'].map((how) => ({
    name: `loses the call of a customer, which it says is ${how}`,
    steps: () => [changeCall(call, `${how} = true`)],
    refused: 'calls_missed_are_a_contact',
  })),
  {
    name: 'loses a call that is over, of which the number is told late',
    steps: () => [changeCall(over, `from_number = '+31611110003'`)],
    refused: 'calls_missed_are_a_contact',
  },
  {
    name: 'makes up a call in vain that nobody calls back',
    steps: () => [
      `insert into calls (id, call_id, direction, from_number, at, ended) values (gen_random_uuid(), 'x', 'inbound', '+31611110004', now(), true)`,
    ],
    refused: 'calls_missed_are_a_contact',
  },
  ...(
    [
      ['that it was answered', () => [changeCall(call, `answered = true`)]],
      ['that it is over', () => [changeCall(withheld, `ended = true`)]],
      ['its end to a call that rings', () => [event(late, 'ended')]],
      ['its answer to a call that rings', () => [event(late, 'answered')]],
    ] as const
  ).map(([what, steps]) => ({
    name: `says ${what}, so that who tells it is not heard`,
    steps,
    refused: 'calls_say_what_was_told',
  })),
  {
    name: 'stands in the way of a call that is told to be over, of a number that nobody knows',
    steps: () => [changeCall(withheld, `ended = true`), event(withheld, 'ended')],
    refused: /^nothing$/,
  },
  ...(
    [
      ['takes the words of cases away', () => `update case_words set words = ''`],
      [
        'has a case of who was erased found by their name',
        () =>
          `update case_words set words = to_tsvector('simple', 'zonderling') where case_id = '${erased.id}'`,
      ],
      ['has cases be without words', () => 'delete from case_words'],
      ['sweeps all words away', () => 'truncate case_words'],
      ['has a name be known', () => `insert into name_words values ('zonderling')`],
      ['has names be unknown', () => 'delete from name_words'],
      ['sweeps all names away', () => 'truncate name_words'],
    ] as const
  ).map(([name, step]) => ({ name, steps: () => [step()], refused: 'words_are_kept_as_said' })),
  {
    name: 'hides a customer from whoever looks for them',
    steps: () => [
      `update customers set search = '' where id = '${customer.id}'`,
      `do $$ begin assert (select search = customer_words(id, name, email, phone) from customers where id = '${customer.id}'); end $$`,
    ],
    refused: /^nothing$/,
  },
  ...(
    [
      ['nothing', { publicKey: '{}', privateKey: '{}' }],
      ['another key', { publicKey: JSON.stringify({ ...point, kid: 'else' }) }],
      ['another curve', { publicKey: JSON.stringify({ ...point, crv: 'P-384', kid: 'k' }) }],
      ['half a point', { publicKey: JSON.stringify({ kty: 'EC', crv: 'P-256', x: part, kid: 'k' }) }],
      ['a private part of another', { privateKey: JSON.stringify({ ...point, y: 'y'.repeat(43), d: part }) }],
      ['no private part', { privateKey: JSON.stringify(point) }],
    ] as const
  ).map(([what, row]) => ({
    name: `has everything signed by a key that is ${what}`,
    steps: () => [key(row)],
    refused: 'signing_keys_are_of_their_form',
  })),
  { name: 'stands in the way of a key', steps: () => [key({})], refused: /^nothing$/ },
  ...(
    [
      ['cases_faces_are_somebody', () => openingOf(kase, { faces: '{null}' })],
      ['contacts_channel_is_known', () => contactRow(kase, { channel: 'fax' })],
      ['contacts_outcome_is_known', () => contactRow(kase, { outcome: 'wonderful' })],
      [
        'customer_facts_end_on_a_day',
        () => `insert into customer_facts (id, customer_id, text, until, recorded_by_kind, recorded_by_id, recorded_at)
          values (gen_random_uuid(), '${customer.id}', 'Moves.', 'infinity', 'system', gen_random_uuid(), now())`,
      ],
      [
        'event_tickets_caller_is_known',
        () =>
          `insert into event_tickets (digest, caller_kind, caller_id, expires_at) values (sha256('x'), 'x', gen_random_uuid(), now())`,
      ],
    ] as const
  ).map(([refused, step]) => ({
    name: `writes what nobody can read, against ${refused}`,
    steps: () => [step()].flat(),
    refused,
  })),
])
