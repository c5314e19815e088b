import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { houseRule } from '../../requests/objects.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { outbound, setScene } from '../../support/scene.ts'
import type { Answer, Service } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { changeCase, contactRow, insert, resolutionRow } from '../script.ts'
import { moveTo, successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { outcomeOf, tryAll } from './attack.ts'

const service = useService()
let [kase, sanne, piet, fatima, joost, stranger, part]: Answer['body'][] = []
let [complaint, rule]: Answer['body'][] = []
let absence: string
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  fatima = await service.employee({ teamId: scene.team.id })
  joost = await service.employee({ teamId: scene.team.id })
  stranger = await service.employee({ teamId: (await service.team()).id })
  kase = await scene.take()
  complaint = await scene.take({ aboutEmployeeId: piet.id })
  rule = await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) })
  const body = { until: Temporal.Now.instant().add({ hours: 8 }).toString(), standInId: piet.id }
  absence = (await service.do('POST', `/v1/employees/${sanne.id}/absences`, { body })).id
  part = (await service.sql.query('select id from stand_ins where absence_id = $1', [absence])).rows[0]
  await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as: piet.id, body: outbound })
  await service.do('GET', '/v1/events?limit=1')
  await letTimeBe(service.sql)
})

const [id, other] = [randomUUID(), randomUUID()]
/** Fatima is away, too, from now on; a script says so. */
const away = (row: Readonly<Record<string, string | null>> = {}) =>
  insert('absences', {
    id,
    employee_id: fatima.id,
    from_at: `now() - '1 hour'::interval`,
    until_at: `now() + '40 days'::interval`,
    registered_at: 'now()',
    ...row,
  })
const standIn = (row: Readonly<Record<string, string | null>> = {}) =>
  insert('stand_ins', {
    id: other,
    absence_id: id,
    owner_id: fatima.id,
    stand_in_id: piet.id,
    from_at: `now() - '1 hour'::interval`,
    until_at: `now() + '30 days'::interval`,
    ...row,
  })
/** The customer withdraws a question, as one of ours has heard, who ends the case. */
const withdrawn = (of: Answer['body'], by: Answer['body']) => [
  contactRow(of, { id, direction: 'inbound', channel: 'letter', employee_id: null, spoken_for: null }),
  resolutionRow(of, {
    ...{ id: other, outcome: 'withdrawn', resolved_by_id: by.id },
    ...{ contact_id: id, contact_moment: 'customer-contacted-us' },
  }),
  `update callbacks set state = 'released', resolution_id = '${other}', closed_at = now() where id = '${of.callback.id}'`,
  changeCase(of.id, `callback_id = null, resolution_id = '${other}', resolved_at = now()`),
  tell,
]
const bent = (of: Answer['body'], by: Answer['body']) => [
  insert('deviations', {
    ...{ id, case_id: of.id, rule_id: rule.id, rule_kind: 'house', text_number: '1' },
    ...{ benefit: 'Gets it.', reason: 'Ours.', employee_id: by.id, at: 'now()' },
  }),
  tell,
]
const change = (set: string) => `update stand_ins set ${set} where id = '${part.id}'`
const moves = (who: Answer['body']) =>
  `update employees set team_id = '${stranger.teamId}' where id = '${who.id}'`
const attendance = (row: Readonly<Record<string, string | null>>) =>
  insert('attendance', {
    id,
    person_id: fatima.id,
    kind: 'absent',
    from_at: 'now()',
    until_at: `now() + '1 day'::interval`,
    ...row,
  })

test('whoever goes to another team together goes on standing in for each other', async () => {
  const together = [away(), standIn({ stand_in_id: joost.id }), moves(joost), moves(fatima)]
  expect(await outcomeOf(service, 'read committed', together)).toBe('nothing')
  expect(await outcomeOf(service, 'read committed', together.slice(0, -1))).toBe('stand_ins_are_teammates')
})

test('whoever stood in, or was stood in for, may leave for good', async () => {
  const span = { until_at: `now() - '1 minute'::interval` }
  for (const { id: who } of [fatima, joost]) {
    const leaves = `update employees set departed_at = now() where id = '${who}'`
    const past = [away(span), standIn({ ...span, stand_in_id: joost.id }), leaves]
    expect(await outcomeOf(service, 'read committed', past)).toBe('nothing')
  }
})

test('whoever stands in for five minutes more may leave, for a moment more they may not', async () => {
  const leaves = (more: string) => {
    const until_at = `now() + interval '5 minutes' + interval '${more}'`
    return [away(), standIn({ until_at, stand_in_id: joost.id }), moves(joost)]
  }
  expect(await outcomeOf(service, 'read committed', leaves('1 ms'))).toBe('stand_ins_are_teammates')
  await beginOnTheMillisecond(service)
  expect(await outcomeOf(service, 'read committed', leaves('0'))).toBe('nothing')
})

/** Begins a transaction in a moment that a row can hold, which has no microseconds: one in a thousand is such. */
async function beginOnTheMillisecond({ sql }: Service): Promise<void> {
  for (;;) {
    await sql.query('begin')
    const { rows } = await sql.query(`select now() = date_trunc('milliseconds', now()) as whole`)
    if (rows[0].whole) return
    await sql.query('rollback')
  }
}

tryAll(service, [
  {
    name: 'stands in the way of a stand-in who ends a case that the customer withdrew',
    steps: () => withdrawn(kase, piet),
    refused: /^nothing$/,
  },
  {
    name: 'ends a complaint by whom it is about, who stands in for the owner',
    steps: () => withdrawn(complaint, piet),
    refused: 'resolutions_are_the_owners',
  },
  {
    name: 'stands in the way of a stand-in who bends a rule',
    steps: () => bent(kase, piet),
    refused: /^nothing$/,
  },
  {
    name: 'bends a rule on a complaint by whom it is about, who stands in for the owner',
    steps: () => bent(complaint, piet),
    refused: 'deviations_are_the_owners',
  },
  {
    name: 'takes back an absence in which the stand-in spoke with the customer',
    steps: () => [`delete from absences where id = '${absence}'`],
    refused: 'stand_ins_hold_what_was_done',
  },
  {
    name: 'takes back a stand-in who spoke with the customer',
    steps: () => [`delete from stand_ins where id = '${part.id}'`],
    refused: 'stand_ins_hold_what_was_done',
  },
  {
    name: 'ends a stand-in before the stand-in spoke with the customer',
    steps: () => [change(`until_at = from_at + interval '1 ms'`)],
    refused: 'stand_ins_hold_what_was_done',
  },
  {
    name: 'ends an absence before the stand-in spoke with the customer',
    steps: () => [`update absences set until_at = from_at + interval '1 ms' where id = '${absence}'`],
    refused: 'stand_ins_within_the_absence',
  },
  {
    name: 'has a stand-in begin after the stand-in spoke with the customer',
    steps: () => [change(`from_at = now() + interval '1 hour'`)],
    refused: 'stand_ins_hold_what_was_done',
  },
  {
    name: 'forgets that the stand-in spoke with the customer',
    steps: () => [change('relied_on_at = null')],
    refused: 'stand_ins_hold_what_was_done',
  },
  {
    name: 'says that the stand-in spoke with the customer earlier',
    steps: () => [change('relied_on_at = from_at')],
    refused: 'stand_ins_hold_what_was_done',
  },
  {
    name: 'takes back an absence for which a case passed on',
    steps: () => [
      away({ employee_id: piet.id }),
      successionRow({ ...kase, owner: piet }, fatima.id, { id: other }),
      `set constraints all deferred`,
      `set constraints successions_follow_a_departure immediate`,
      `delete from absences where id = '${id}'`,
    ],
    refused: /^(absences_hold_what_was_done|successions_.*|attendance_is_one_thing)$/,
  },
  {
    name: 'has an absence for which a case passed on begin afterwards',
    steps: () => [
      `delete from stand_ins where stand_in_id = '${fatima.id}'`,
      away(),
      `update absences set relied_on_at = now() where id = '${id}'`,
      `update absences set from_at = now() - interval '1 ms' where id = '${id}'`,
    ],
    refused: 'absences_hold_what_was_done',
  },
  {
    name: 'sweeps absences away',
    steps: () => ['truncate absences cascade'],
    refused: /^(absences|stand_ins)_hold_what_was_done$/,
  },
  {
    name: 'sweeps stand-ins away',
    steps: () => ['truncate stand_ins cascade'],
    refused: /^(absences|stand_ins)_hold_what_was_done$/,
  },
  {
    name: 'sweeps attendance away',
    steps: () => ['truncate attendance cascade'],
    refused: /^(absences|stand_ins)_hold_what_was_done$/,
  },
  {
    name: 'writes an attendance that is no absence',
    steps: () => [attendance({})],
    refused: 'attendance_is_an_absence',
  },
  {
    name: 'writes an attendance that is no stand-in',
    steps: () => [attendance({ kind: 'stands-in' })],
    refused: 'attendance_is_a_stand_in',
  },
  {
    name: 'takes an absence out of attendance',
    steps: () => [`delete from attendance where id = '${absence}'`],
    refused: 'absences_are_attended',
  },
  {
    name: 'takes a stand-in out of attendance',
    steps: () => [`delete from attendance where id = '${part.id}'`],
    refused: 'stand_ins_are_attended',
  },
  {
    name: 'shortens an absence in attendance alone',
    steps: () => [`update attendance set until_at = until_at - interval '1 hour' where id = '${absence}'`],
    refused: /^(absences_are_attended|attendance_is_an_absence)$/,
  },
  {
    name: 'makes an absence a stand-in in attendance alone',
    steps: () => [`update attendance set kind = 'stands-in' where id = '${absence}'`],
    refused: /^(attendance_is_a_stand_in|attendance_is_one_thing)$/,
  },
  {
    name: 'lets a stand-in go to another team while they stand in',
    steps: () => [moves(piet)],
    refused: 'stand_ins_are_teammates',
  },
  {
    name: 'lets an owner leave for whom somebody stands in',
    steps: () => [away(), standIn(), moves(fatima)],
    refused: 'stand_ins_are_teammates',
  },
  {
    name: 'lets a stand-in leave for good while they stand in',
    steps: () => [`update employees set departed_at = now() where id = '${piet.id}'`],
    refused: 'stand_ins_are_teammates',
  },
  {
    name: 'says of a stand-in that the absence is longer',
    steps: () => [change(`absence_until = absence_until + interval '1 day'`)],
    refused: 'stand_ins_know_the_absence',
  },
  {
    name: 'says nothing of the absence of a stand-in',
    steps: () => [change('absence_from = null')],
    refused: 'stand_ins_say_what_is_so',
  },
  {
    name: 'says nothing of the teams of a stand-in',
    steps: () => [change('stand_in_team_id = null')],
    refused: 'stand_ins_say_what_is_so',
  },
  {
    name: 'says nothing of the team of the owner',
    steps: () => [change('owner_team_id = null')],
    refused: 'stand_ins_say_what_is_so',
  },
  {
    name: 'says of a stand-in that they are of another team',
    steps: () => [change(`stand_in_team_id = '${stranger.teamId}'`)],
    refused: 'stand_ins_know_their_team',
  },
  {
    name: 'says of an owner that they are of another team',
    steps: () => [change(`owner_team_id = '${stranger.teamId}'`)],
    refused: 'stand_ins_know_the_owners_team',
  },
  {
    name: 'gives a stand-in to somebody else',
    steps: () => [change(`stand_in_id = '${fatima.id}', stand_in_team_id = owner_team_id`)],
    refused: 'stand_ins_say_what_is_so',
  },
  {
    name: 'begins a stand-in with another team',
    steps: () => [
      away(),
      standIn({
        stand_in_id: stranger.id,
        owner_team_id: stranger.teamId,
        stand_in_team_id: stranger.teamId,
      }),
    ],
    refused: /^stand_ins_(are_teammates|know_the_owners_team)$/,
  },
  {
    name: 'makes somebody of another team a stand-in of before',
    steps: () => {
      const span = { until_at: `now() - '1 minute'::interval` }
      return [away(span), standIn({ ...span, stand_in_id: stranger.id })]
    },
    refused: 'stand_ins_are_teammates',
  },
  {
    name: 'lets a stand-in speak whose absence it shortens',
    steps: () => [
      `update stand_ins set until_at = now() - interval '1 ms' where id = '${part.id}'`,
      contactRow(kase, { employee_id: piet.id }),
      tell,
    ],
    refused: /^(stand_ins_hold_what_was_done|contacts_one_voice)$/,
  },
  {
    name: 'passes a case on for an absence that is not there',
    steps: () => [successionRow(kase, fatima.id, { id: other }), ...moveTo(kase.id, fatima.id, other), tell],
    refused: 'successions_have_their_evidence',
  },
])
