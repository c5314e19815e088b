import { beforeAll, expect, test } from 'vitest'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { openingOf } from '../opening-script.ts'
import { asBefore, insert, refusal } from '../script.ts'

/**
 * Whoever takes a question owns it (law 3), and who does not have to: what a script opens that names Piet as the one who took
 * it, and Sanne as the owner.
 */
const service = useService()

let [kase, piet, fatima, other]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  piet = scene.piet
  fatima = await service.employee({ teamId: scene.team.id })
  other = await service.employee({ teamId: scene.team.id })
  kase = await scene.take()
})

/** To the millisecond, as a row holds it. */
const now = 'now()::timestamptz(3)'
const taken = (row = {}) => openingOf(kase, { opened_by_id: piet.id, ...row })
const complaint = () => taken({ about_employee_id: fatima.id })
const leaving = () => insert('departures', { employee_id: piet.id, started_at: now })
const cameTo = (more: string) =>
  `update employees set changed_at = ${now} - interval '5 minutes' + interval '${more}' where id = '${piet.id}'`
const standIn = (from: string, until: string, who = piet) => [
  insert('absences', {
    id: 'gen_random_uuid()',
    employee_id: fatima.id,
    from_at: `${now} - interval '9 days'`,
    until_at: `${now} + interval '9 days'`,
    registered_at: now,
  }),
  `insert into stand_ins (id, absence_id, owner_id, stand_in_id, from_at, until_at)
    select gen_random_uuid(), id, employee_id, '${who.id}', ${now} + interval '${from}', ${now} + interval '${until}'
    from absences where employee_id = '${fatima.id}'`,
]

const refused = 'cases_are_owned_by_who_takes_them'
test.each<[string, () => readonly string[], string]>([
  ['a question owns it', () => taken(), refused],
  ['a complaint about a colleague owns it', () => complaint(), refused],
  ['a complaint about themselves gives it away', () => taken({ about_employee_id: piet.id }), 'nothing'],
  ['what no outreach has opened owns it', () => taken({ origin: 'outreach' }), refused],
  [
    'a question five minutes after they came owns none',
    () => [...asBefore(cameTo('0')), ...taken()],
    'nothing',
  ],
  ['a question a moment later owns it', () => [...asBefore(cameTo('-1 ms')), ...taken()], refused],
  ['a question while they are leaving owns none', () => [...asBefore(leaving()), ...taken()], 'nothing'],
  ['a question as it is said that they came owns it', () => [cameTo('5 minutes'), ...taken()], refused],
  [
    'a question and says that they came before owns it',
    () => [cameTo('5 minutes'), 'update employees set changed_in = null', ...taken()],
    refused,
  ],
  ['a question as it is said that they leave owns it', () => [leaving(), ...taken()], refused],
  [
    'a question between a departure and its end owns it',
    () => [leaving(), 'update departures set changed_in = null', ...taken(), 'delete from departures'],
    refused,
  ],
  [
    'a complaint about whom they stand in for gives it away',
    () => [...standIn('-1 day', '1 day'), ...complaint()],
    'nothing',
  ],
  [
    'a complaint about whom somebody else stands in for owns it',
    () => [...standIn('-1 day', '1 day', other), ...complaint()],
    refused,
  ],
  ['another question meanwhile owns it', () => [...standIn('-1 day', '1 day'), ...taken()], refused],
  [
    'a complaint as they begin to stand in gives it away',
    () => [...standIn('0', '1 day'), ...complaint()],
    'nothing',
  ],
  ['a complaint before they stand in owns it', () => [...standIn('1 ms', '1 day'), ...complaint()], refused],
  ['a complaint as that has ended owns it', () => [...standIn('-1 day', '0'), ...complaint()], refused],
])('whoever takes %s', async (_, steps, outcome) => {
  expect(await refusal(service, ...steps())).toBe(outcome)
})
