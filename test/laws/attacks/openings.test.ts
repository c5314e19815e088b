import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { callbackRow, changeCase, contactRow, insert, resolutionRow } from '../script.ts'
import { moveTo, successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

const service = useService()
type Row = Readonly<Record<string, string | null>>

let [kase, piet, coach, stranger]: Answer['body'][] = []
let [customerId, teamId] = ['', '']
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ piet } = scene)
  customerId = scene.customer.id
  teamId = scene.team.id
  coach = await service.employee({ teamId: null, role: 'coach' })
  stranger = await service.employee({ teamId: (await service.team()).id })
  kase = await scene.take()
  await letTimeBe(service.sql)
})

const [id, promise, resolution, contact] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]

/** A case as a script would open it, with its promise and its history. */
const open = (row: Row = {}) => [
  'set constraints all deferred',
  insert('cases', {
    id,
    reference: `'987654321987'`,
    customer_id: customerId,
    owner_id: kase.owner.id,
    team_id: teamId,
    callback_id: promise,
    subject: 'Twice',
    question: 'Why twice?',
    origin: 'question',
    channel: 'phone',
    opened_by_kind: 'employee',
    opened_by_id: kase.owner.id,
    assignment_reason: 'taken',
    opened_at: 'now()',
    version: '1',
    ...row,
  }),
  insert('events', {
    id: 'gen_random_uuid()',
    type: 'case.opened',
    at: 'now()',
    case_id: id,
    case_sequence: '1',
    actor_kind: 'system',
    data: '{}',
  }),
  callbackRow({ id, owner: kase.owner }, { id: promise }),
  tell,
]
const end = (
  row: Row = {},
  state = `'kept', contact_id = '${contact}', contact_moment = 'owner-reached'`,
) => [
  resolutionRow(kase, { id: resolution, ...row }),
  `update callbacks set closed_at = now(), state = ${state} where id = '${kase.callback.id}'`,
  changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
  tell,
]
const tried = (at: string, outcome = 'busy') =>
  insert('callback_attempts', {
    id: randomUUID(),
    callback_id: kase.callback.id,
    outcome,
    at,
    day: `'2026-11-02'`,
    employee_id: kase.owner.id,
    recorded_at: 'now()',
  })
const told = { contact_id: contact, contact_moment: 'owner-reached' }

tryAll(service, [
  { name: 'stands in the way of an opening that is whole', steps: () => open(), refused: /^nothing$/ },
  {
    name: 'stands in the way of an end that is whole',
    steps: () => [contactRow(kase, { id: contact }), ...end(told)],
    refused: /^nothing$/,
  },
  {
    name: 'opens a case of before, of which others are duplicates',
    steps: () => open({ opened_at: `now() - '1 year'::interval` }),
    refused: 'cases_are_of_now',
  },
  {
    name: 'has somebody take a case that a colleague owns',
    steps: () => open({ opened_by_id: piet.id }),
    refused: 'cases_are_owned_by_who_takes_them',
  },
  {
    name: 'opens a case about which the customer has asked seven times',
    steps: () => open({ chases: '7' }),
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'opens a case that has passed on already',
    steps: () => open({ succession_id: randomUUID() }),
    refused: 'cases_owner_is_final',
  },
  {
    name: 'has a complaint be about somebody else',
    steps: () => [changeCase(kase.id, `about_employee_id = '${piet.id}'`)],
    refused: 'cases_opening_is_history',
  },
  {
    name: 'says otherwise why a case was given to its owner',
    steps: () => [changeCase(kase.id, `assignment_reason = 'named'`)],
    refused: 'cases_opening_is_history',
  },
  {
    name: 'puts a reminder off',
    steps: () => [`update callbacks set remind_at = window_until where id = '${kase.callback.id}'`],
    refused: 'callbacks_promise_stands',
  },
  {
    name: 'gives a customer up after tries in days to come',
    steps: () => [
      tried('now()'),
      tried(`now() + '1 day'::interval`),
      tried(`now() + '2 days'::interval`),
      tried(`now() + '3 days'::interval`, 'message-sent'),
      ...end({ outcome: 'unreachable' }, `'released', resolution_id = '${resolution}'`),
    ],
    refused: 'callback_attempts_happened_before',
  },
  {
    name: 'ends a case by who neither owns it nor stands in',
    steps: () => [contactRow(kase, { id: contact }), ...end({ ...told, resolved_by_id: stranger.id })],
    refused: 'resolutions_are_the_owners',
  },
  {
    name: 'has a teammate confirm a danger where there is a coach',
    steps: () => [
      successionRow(kase, piet.id, {
        id,
        cause: 'safety',
        reason: 'Threatens me.',
        departure_of: null,
        confirmed_by_id: piet.id,
      }),
      ...moveTo(kase.id, piet.id, id),
      tell,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'stands in the way of a danger that a coach confirms',
    steps: () => [
      successionRow(kase, piet.id, {
        id,
        cause: 'safety',
        reason: 'Threatens me.',
        departure_of: null,
        confirmed_by_id: coach.id,
      }),
      ...moveTo(kase.id, piet.id, id),
      tell,
    ],
    refused: /^nothing$/,
  },
])
