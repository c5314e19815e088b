import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { outbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { asBefore, contactRow, insert } from '../script.ts'
import { tell } from '../tell.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** Surveys of somebody else's case or for another time, and letters that never went. */
const service = useService()
let [kase, call, complaint, unknown, sanne, piet, other, stranger, before, since]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  other = await service.customer({ teamId: scene.team.id })
  stranger = await service.employee({ teamId: (await service.team()).id })
  const ends = async (outcome: string, fields: object = {}) => {
    const { id } = await scene.take(fields)
    const direction = outcome === 'withdrawn' ? 'inbound' : 'outbound'
    const body = { outcome, summary: 'Said so.', contact: { ...outbound, direction } }
    return await service.do('POST', `/v1/cases/${id}/resolve`, { as: sanne.id, body })
  }
  const { id: customerId } = await service.customer({ teamId: scene.team.id })
  service.clock.now = Temporal.Now.instant().subtract({ hours: 24 * 10 })
  before = await ends('withdrawn', { customerId })
  service.clock.now = undefined
  since = await ends('withdrawn', { customerId })
  kase = await ends('withdrawn')
  complaint = await ends('answered', { aboutEmployeeId: piet.id })
  unknown = await ends('answered', { customerId: undefined, customer: { anonymous: true } })
  const open = await scene.take({ customerId: other.id })
  const said = { as: sanne.id, body: { direction: 'outbound', channel: 'phone', summary: 'Called.' } }
  call = await service.do('POST', `/v1/cases/${open.id}/contacts`, said)
  await letTimeBe(service.sql)
})

const id = randomUUID()
const surveyOf = (of: Answer['body'], row: Readonly<Record<string, string>> = {}) => {
  const at = `(select at from resolutions where case_id = '${of.id}')::timestamptz`
  return insert('surveys', {
    ...{
      id,
      case_id: of.id,
      resolution_id: `(select id from resolutions where case_id = '${of.id}')::uuid`,
      customer_id: of.customer.id,
      owner_id: of.owner.id,
    },
    ...{
      faces: `'{}'::uuid[]`,
      requested_at: at,
      quiet_until: `${at} + '336 hours'`,
      expires_at: `${at} + '720 hours'`,
    },
    ...{ lock: `'${'\\x00'.padEnd(66, '0')}'::bytea`, ...row },
  })
}
const later = (of: Answer['body'], by: string) =>
  `(select at + '${by}' from resolutions where case_id = '${of.id}')::timestamptz`
const letter = (
  customerId: string,
  contact: string,
  at = `(select at from contacts where id = '${contact}')::timestamptz`,
) =>
  insert('disturbances', {
    ...{ id: randomUUID(), customer_id: customerId, kind: 'letter', contact_id: contact },
    ...{ at, quiet_until: `${at} + '168 hours'` },
  })

tryAll(service, [
  {
    name: 'asks somebody else about a case',
    steps: () => [surveyOf(kase, { customer_id: other.id })],
    refused: 'surveys_are_of_their_case',
  },
  {
    name: 'asks about who does not own the case',
    steps: () => [surveyOf(kase, { owner_id: stranger.id })],
    refused: 'surveys_are_of_their_case',
  },
  {
    name: 'asks about a teammate of the owner',
    steps: () => [surveyOf(kase, { owner_id: piet.id })],
    refused: 'surveys_are_of_their_case',
  },
  {
    name: 'asks whom nobody knows',
    steps: () => [surveyOf(unknown)],
    refused: 'surveys_are_of_their_case',
  },
  {
    name: 'tells by a survey of a complaint',
    steps: () => [surveyOf(complaint)],
    refused: 'surveys_are_of_their_case',
  },
  ...(['335 hours 59 minutes', '336 hours 1 minute', '1 ms'] as const).map((by) => ({
    name: `leaves who was asked in peace for ${by}`,
    steps: () => [surveyOf(kase, { quiet_until: later(kase, by) })],
    refused: 'surveys_ask_for_a_while',
  })),
  ...(['719 hours 59 minutes', '720 hours 1 minute', '60000 days'] as const).map((by) => ({
    name: `has a survey that can be answered for ${by}`,
    steps: () => [surveyOf(kase, { expires_at: later(kase, by) })],
    refused: 'surveys_ask_for_a_while',
  })),
  {
    name: 'makes a letter of a call',
    steps: () => [letter(other.id, call.id)],
    refused: 'disturbances_are_by_a_letter',
  },
  {
    name: 'makes a letter of a call, at the moment of another that went',
    steps: () => [
      contactRow(open(), {
        ...{ id, channel: 'letter', recorded_at: 'now()' },
        at: `(select at from contacts where id = '${call.id}')::timestamptz`,
      }),
      tell,
      letter(other.id, call.id),
    ],
    refused: 'disturbances_are_by_a_letter',
  },
  {
    name: 'makes a letter to one customer of a call to another',
    steps: () => [letter(kase.customer.id, call.id)],
    refused: 'disturbances_are_by_a_letter',
  },
  {
    name: 'has a letter that went once disturb twice',
    steps: () => [
      contactRow(open(), { id, channel: 'letter' }),
      tell,
      letter(kase.customer.id, id, `now() + '1 day'::interval`),
    ],
    refused: 'disturbances_of_a_letter_are_one',
  },
  {
    name: 'leaves one in peace by the letter to another',
    steps: () => [contactRow(open(), { id, channel: 'letter' }), tell, surveyOf(kase)],
    refused: /^nothing$/,
  },
  {
    name: 'stands in the way of a survey, nor of a letter',
    steps: () => [surveyOf(kase), contactRow(open(), { id, channel: 'letter' }), tell],
    refused: /^nothing$/,
  },
])

const open = () => ({ id: call.caseId, owner: sanne })

describe('a letter that is not written down yet disturbs', () => {
  const written =
    (row: Readonly<Record<string, string | null>>, customerId: () => string, at = 'now()') =>
    () =>
      outcomeOf(service, 'read committed', [
        'alter table contacts disable trigger contacts_by_letter_disturb',
        contactRow(open(), { id, ...row }),
        tell,
        letter(customerId(), id, at === 'now()' ? `now()::timestamptz(3)` : at),
      ])
  test.each([
    ['its customer', written({ channel: 'letter' }, () => other.id), 'nothing'],
    ['nobody else', written({ channel: 'letter' }, () => kase.customer.id), 'disturbances_are_by_a_letter'],
    [
      'at no other moment',
      written({ channel: 'letter' }, () => other.id, `now() + '1 minute'::interval`),
      'disturbances_are_by_a_letter',
    ],
    ['as a letter alone', written({ channel: 'email' }, () => other.id), 'disturbances_are_by_a_letter'],
    [
      'not if it came',
      written({ channel: 'letter', direction: 'inbound', spoken_for: null }, () => other.id),
      'disturbances_are_by_a_letter',
    ],
  ])('%s', async (_, tried, refused) => expect(await tried()).toBe(refused))
})

test('nobody is asked how it was ten days after they were, though their week of quiet is over', async () => {
  const asked = asBefore(surveyOf(before))
  const again = surveyOf(since, { id: randomUUID() })
  expect(await outcomeOf(service, 'read committed', [...asked, again])).toBe('surveys_ask_seldom')
  expect(await outcomeOf(service, 'read committed', [again])).toBe('nothing')
})
