import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { openingOf } from '../opening-script.ts'
import { changeCase, contactRow, resolutionRow, tryRow } from '../script.ts'
import { moveTo, successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

const service = useService()
type Row = Readonly<Record<string, string | null>>

let [kase, piet, coach, stranger]: Answer['body'][] = []
let easyId: string
beforeAll(async () => {
  easyId = (await service.team({ agreements: { attempts: 1, attemptDays: 1 } })).id
  const scene = await setScene(service)
  ;({ piet } = scene)
  coach = await service.employee({ teamId: null, role: 'coach' })
  stranger = await service.employee({ teamId: (await service.team()).id })
  kase = await scene.take()
  await letTimeBe(service.sql)
})

const [id, resolution, contact] = [randomUUID(), randomUUID(), randomUUID()]

const open = (row?: Row) => openingOf(kase, row)
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
  tryRow({
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
    name: 'calls no question what somebody here has opened, and nobody has spoken about',
    steps: () => [
      ...open({ id }),
      resolutionRow({ ...kase, id }, { id: resolution, outcome: 'notAQuestion' }),
      `update callbacks set closed_at = now(), state = 'released', resolution_id = '${resolution}' where case_id = '${id}'`,
      changeCase(id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
      tell,
    ],
    refused: 'resolutions_not_a_question_is_a_systems',
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
    name: 'gives a customer up after tries that are enough for another team',
    steps: () => [
      tried('now()'),
      tried('now()', 'message-sent'),
      ...end({ outcome: 'unreachable' }, `'released', resolution_id = '${resolution}'`),
    ],
    refused: 'resolutions_not_yet_unreachable',
  },
  {
    name: 'gives a customer up by what another team agreed on, whose owner is there for as long as a look takes',
    steps: () => [
      'set constraints all deferred',
      tried('now()'),
      tried('now()', 'message-sent'),
      `update employees set team_id = '${easyId}' where id = '${kase.owner.id}'`,
      changeCase(kase.id, `team_id = '${easyId}'`),
      ...end({ outcome: 'unreachable' }, `'released', resolution_id = '${resolution}'`),
      'set constraints cases_end_as_earned immediate',
    ],
    refused: 'resolutions_not_yet_unreachable',
  },
  {
    name: 'takes a case along to another team, and tells of something else',
    steps: () => [
      'set constraints all deferred',
      `update employees set team_id = '${easyId}' where id = '${kase.owner.id}'`,
      changeCase(kase.id, `team_id = '${easyId}'`).replace('case.changed', 'case.moved'),
    ],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'takes a place in the hour that is not there, or gives one up',
    steps: () => [
      `update callbacks set booked_hour = date_trunc('hour', window_from), place = 99, computed = computed where id = '${kase.callback.id}'`,
    ],
    refused: 'callbacks_promise_stands',
  },
  {
    name: 'gives an employee another id',
    steps: () => [`update employees set id = gen_random_uuid() where id = '${stranger.id}'`],
    refused: 'employees_stay',
  },
  {
    name: 'passes a case on by a choice that nobody recorded',
    steps: () => [
      contactRow(kase, {
        ...{ id: contact, direction: 'inbound', spoken_for: null, employee_id: stranger.id },
        recorded_by_id: randomUUID(),
      }),
      successionRow(kase, piet.id, { id, cause: 'customerChoice', departure_of: null, contact_id: contact }),
    ],
    refused: 'successions_have_their_evidence',
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
