import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { money } from '../../support/giving.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene, soon } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { asBefore, callbackRow, changeCase, contactRow, insert, resolutionRow, tryRow } from '../script.ts'
import { moveTo as passTo, successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** An owner and their case, lent to a team that agreed on less, for as long as a look takes; and what was agreed on, raised. */
const service = useService()

let kase: Answer['body']
let [homeId, easyId, ownerId, sanneId, strangerId] = ['', '', '', '', '']
beforeAll(async () => {
  const scene = await setScene(service)
  // The organisation holds on to its first member, and so changes when that one goes.
  ;[homeId, ownerId, sanneId] = [scene.team.id, scene.piet.id, scene.sanne.id]
  strangerId = (await service.employee({ teamId: homeId })).id
  easyId = (await service.team({ agreements: { attempts: 1, attemptDays: 1 } })).id
  await service.do('PATCH', `/v1/teams/${homeId}/agreements`, {
    as: ownerId,
    headers: { 'if-match': '"1"' },
    body: { gestureCeiling: money('10.00'), callbacksPerHour: 4 },
  })
  const body = { customerId: scene.customer.id, question: 'Why twice?' }
  // Of the other team is another case, on which more may be given.
  const { id: easy } = await service.employee({ teamId: easyId })
  await service.do('POST', '/v1/cases', { as: easy, body })
  kase = await service.do('POST', '/v1/cases', { as: ownerId, body })
  await service.do('GET', '/v1/events?limit=1')
  await letTimeBe(service.sql)
})

const [resolution, given] = [randomUUID(), randomUUID()]
const [contact, next] = [randomUUID(), randomUUID()]
const { from, until } = soon()
/** The owner and the case go along to a team, in one go; the history says so, or that the case was opened again. */
const moveTo = (teamId: string, told = 'case.changed') => [
  'set constraints all deferred',
  `update employees set team_id = '${teamId}' where id = '${ownerId}'`,
  changeCase(kase.id, `team_id = '${teamId}'`).replace('case.changed', told),
]
const triedOnce = () =>
  ['busy', 'message-sent'].map((outcome) =>
    tryRow({
      ...{ id: randomUUID(), callback_id: kase.callback.id, outcome, at: 'now()', day: 'now()::date' },
      ...{ employee_id: ownerId, recorded_at: 'now()' },
    }),
  )
const giveUp = () => [
  resolutionRow(kase, { id: resolution, outcome: 'unreachable' }),
  `update callbacks set closed_at = now(), state = 'released', resolution_id = '${resolution}' where id = '${kase.callback.id}'`,
  changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
  tell,
]
/** The customer is told of another window, which books a place in the hour in which it begins. */
const books = (row: Readonly<Record<string, string>> = {}) => [
  contactRow(kase, { id: contact }),
  `update callbacks set state = 'rescheduled', replaced_by = '${next}', reason = 'They asked.', closed_at = now(),
    contact_id = '${contact}', contact_moment = 'owner-reached' where id = '${kase.callback.id}'`,
  callbackRow(kase, {
    ...{
      id: next,
      window_from: `'${from}'`,
      window_until: `'${until}'`,
      booked_hour: `'${from}'`,
      place: '4',
    },
    ...row,
  }),
  changeCase(kase.id, `callback_id = '${next}'`).replace('case.reopened', 'case.changed'),
  tell,
]
/** Sanne stands in for the owner, from and until so long after the window begins. */
const standsIn = (begins: string, ends: string) => {
  const span = [begins, ends].map((after) => `'${from}'::timestamptz + '${after}'::interval`)
  const [from_at = '', until_at = ''] = span
  return [
    insert('absences', { id: given, employee_id: ownerId, from_at, until_at, registered_at: 'now()' }),
    insert('stand_ins', {
      ...{ id: resolution, absence_id: given, owner_id: ownerId, stand_in_id: sanneId },
      ...{ from_at, until_at },
    }),
  ]
}
const perHour = (places: number) =>
  `update agreements set callbacks_per_hour = ${places} where team_id = '${homeId}'`
const give = (teamId: string) => [
  insert('gestures', {
    ...{ id: given, case_id: kase.id, team_id: teamId, owner_id: ownerId, granted_by_id: ownerId },
    ...{ kind: 'credit', amount: '5000', currency: 'EUR', reason: 'Sorry.', state: 'granted' },
    granted_at: 'now()',
  }),
  `insert into spending_accounts (id, case_id) values (gen_random_uuid(), '${kase.id}')`,
  `insert into ledger (account_id, number, kind, gesture_id, gesture_amount, phase, amount, balance, fulfilled, at)
    select id, 1, kind, '${given}', 5000, 'granted', 5000, 5000, 0, now() from spending_accounts
    where case_id = '${kase.id}'`,
  tell,
]

tryAll(service, [
  {
    name: 'gives a customer up by what another team agreed on, and tells that the case was opened again',
    steps: () => [
      ...moveTo(easyId, 'case.reopened'),
      ...triedOnce(),
      ...giveUp(),
      'set constraints cases_end_as_earned immediate',
      `update employees set team_id = '${homeId}' where id = '${ownerId}'`,
    ],
    refused: 'resolutions_not_yet_unreachable',
  },
  {
    name: 'gives a customer up and says that the case came to its team before',
    steps: () => [
      ...moveTo(easyId),
      changeCase(kase.id, 'team_changed_in = null'),
      ...triedOnce(),
      ...giveUp(),
      'set constraints cases_end_as_earned immediate',
    ],
    refused: 'resolutions_not_yet_unreachable',
  },
  {
    name: 'gives by the ceiling of another team',
    steps: () => [...moveTo(easyId), ...give(easyId), ...moveTo(homeId)],
    refused: 'ledger_within_the_ceiling',
  },
  {
    name: 'stands in the way of an owner who takes their case along to a team',
    steps: () => moveTo(easyId),
    refused: /^nothing$/,
  },
  { name: 'stands in the way of a place that is there', steps: () => books(), refused: /^nothing$/ },
  {
    name: 'books a place that the team has not agreed on',
    steps: () => books({ place: '5' }),
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'books a place that the team agrees on for as long as that takes',
    steps: () => [perHour(5), ...books({ place: '5' }), perHour(4)],
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'books a place in an hour of its own',
    steps: () => books({ booked_hour: `'${from}'::timestamptz + '1 second'::interval` }),
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'books a place in another hour than the window begins in',
    steps: () => books({ booked_hour: `'${from}'::timestamptz - '1 hour'::interval` }),
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'books a place in an hour of a colleague who does not stand in',
    steps: () => books({ caller_id: sanneId }),
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'stands in the way of a place in an hour of whoever stands in then',
    steps: () => [...standsIn('0', '1 ms'), ...books({ caller_id: sanneId })],
    refused: /^nothing$/,
  },
  {
    name: 'books a place in an hour of whoever stands in a moment later',
    steps: () => [...standsIn('1 ms', '1 day'), ...books({ caller_id: sanneId })],
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'books a place in an hour of whoever stood in until then',
    steps: () => [...standsIn('-1 day', '0'), ...books({ caller_id: sanneId })],
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'books a place in an hour of another one than stands in',
    steps: () => [...standsIn('0', '1 day'), ...books({ caller_id: strangerId })],
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'books a place in an hour of whoever stands in for somebody else',
    steps: () => [
      ...standsIn('0', '1 day').map((step) =>
        step.replaceAll(sanneId, strangerId).replaceAll(ownerId, sanneId),
      ),
      ...books({ caller_id: strangerId }),
    ],
    refused: 'callbacks_hour_has_room',
  },
  {
    name: 'stands in the way of an owner who goes to another team with their case',
    steps: () => moveTo(easyId),
    refused: /^nothing$/,
  },
])

test('who gets a promise gets its hour, also where the clocks of the team are half an hour apart from what they were', async () => {
  const steps = [
    'set constraints all deferred',
    ...books(),
    ...asBefore(`update agreements set time_zone = 'Asia/Kolkata' where team_id = '${homeId}'`),
    `update employees set departed_at = now() where id = '${ownerId}'`,
    successionRow(kase, sanneId, { id: given }),
    ...passTo(kase.id, sanneId, given).map((step) =>
      step.replace('callbacks set', 'callbacks set place = 3,'),
    ),
    tell,
  ]
  expect(await outcomeOf(service, 'read committed', steps)).toBe('nothing')
})
