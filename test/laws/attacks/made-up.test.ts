import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { houseRule } from '../../requests/objects.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { openingOf } from '../opening-script.ts'
import { callbackRow, changeCase, contactRow, insert, refusal, resolutionRow, tryRow } from '../script.ts'
import { moveTo, successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** Promises of the past, absences that nobody relied on, teams that know nothing, and successors who leave. */
const service = useService()
let [kase, hers, his, sanne, piet, fatima, leaver]: Answer['body'][] = []
let [coach, stranger, headsUp, rule]: Answer['body'][] = []
let [absence, part]: string[] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  const hire = (teamId: string) => service.employee({ teamId })
  ;[fatima, leaver] = [await hire(scene.team.id), await hire(scene.team.id)]
  stranger = await hire((await service.team()).id)
  coach = await service.employee({ teamId: null, role: 'coach' })
  kase = await scene.take()
  const take = (as: Answer['body']) =>
    service.do('POST', '/v1/cases', {
      as: as.id,
      body: { customerId: scene.customer.id, question: 'Why?' },
    })
  ;[hers, his] = [await take(fatima), await take(piet)]
  const asked = { as: piet.id, body: { cause: 'safety', reason: 'Threatens me.', toOwnerId: sanne.id } }
  const { id: passes } = await service.do('POST', `/v1/cases/${(await take(piet)).id}/successions`, asked)
  await service.do('POST', `/v1/successions/${passes}/confirm`, { as: coach.id, body: {} })
  const [until, period] = [hours(8), { from: hours(-1), until: hours(8) }]
  const away = { body: { until, standInId: piet.id } }
  absence = (await service.do('POST', `/v1/employees/${fatima.id}/absences`, away)).id
  part = (await service.sql.query('select id from stand_ins where absence_id = $1', [absence])).rows[0].id
  const body = { title: 'Meters', message: 'They counted too much.', ...period, teamIds: [scene.team.id] }
  headsUp = await service.do('POST', '/v1/heads-ups', { body })
  rule = await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) })
  await service.sql.query(leaves(leaver))
  await letTimeBe(service.sql)
})

const [id, second] = [randomUUID(), randomUUID()]
const hours = (n: number) => String(Temporal.Now.instant().add({ hours: n }))
const leaves = (who: Answer['body']) => insert('departures', { employee_id: who.id, started_at: 'now()' })
const reliedOn = (table: string, row: string | undefined, at = 'now()') =>
  `update ${table} set relied_on_at = ${at} where id = '${row}'`
const spoke = (of: Answer['body']) => contactRow(of, { id, employee_id: piet.id, recorded_by_id: piet.id })
/** What Piet does in a case of his own, one thing or another, by the table that keeps it. */
const doings = (): Readonly<Record<string, readonly string[]>> => ({
  contacts: [spoke(his)],
  callback_attempts: [
    tryRow({
      ...{ id, callback_id: his.callback.id, outcome: 'no-answer', at: 'now()', day: 'now()::date' },
      ...{ employee_id: piet.id, recorded_at: 'now()' },
    }),
  ],
  resolutions: [
    contactRow(his, { id, direction: 'inbound', channel: 'letter', employee_id: null, spoken_for: null }),
    resolutionRow(his, {
      ...{ id, outcome: 'withdrawn', contact_id: id, contact_moment: 'customer-contacted-us' },
    }),
    `update callbacks set state = 'released', resolution_id = '${id}', closed_at = now() where id = '${his.callback.id}'`,
    changeCase(his.id, `callback_id = null, resolution_id = '${id}', resolved_at = now()`),
  ],
  consultations: [asks(his, piet, sanne)],
  successions: [successionRow(his, sanne.id, { id, ...danger, completed_at: null })],
  asks: [
    insert('asks', {
      ...{ id, case_id: his.id, team_id: sanne.teamId, asked_by_id: piet.id, wish: 'More.' },
      ...{ amount: '900000', currency: 'EUR', reason: 'Sorry.', asked_at: 'now()' },
      ...{ answer_by: `now() + '1 day'::interval`, state: 'open' },
    }),
  ],
  gestures: [gives(his, piet)],
  deviations: [
    insert('deviations', {
      ...{ id, case_id: his.id, rule_id: rule.id, rule_kind: 'house', text_number: '1' },
      ...{ benefit: 'Gets it.', reason: 'Ours.', employee_id: piet.id, at: 'now()' },
    }),
  ],
})
const asks = (of: Answer['body'], by: Answer['body'], whom: Answer['body']) =>
  insert('consultations', {
    ...{ id, case_id: of.id, asked_by_id: by.id, consulted_id: whom.id, own_team_id: sanne.teamId },
    ...{ kind: 'question', question: 'Why?', need_by: `now() + '1 day'::interval`, state: 'open' },
    ...{ outside: 'false', asked_at: 'now()' },
  })
/** Given, without a word of it in the ledger. */
const gives = (of: Answer['body'], by: Answer['body']) =>
  insert('gestures', {
    ...{ id, case_id: of.id, team_id: sanne.teamId, owner_id: of.owner.id, granted_by_id: by.id },
    ...{ kind: 'credit', amount: '100', currency: 'EUR', reason: 'Sorry.', state: 'granted' },
    granted_at: 'now()',
  })
const acknowledges = (who: Answer['body'], at = 'now()') =>
  `update heads_up_teams set acknowledged_by_id = '${who.id}', acknowledged_at = ${at} where heads_up_id = '${headsUp.id}'`
const announced = (row = {}) =>
  insert('heads_ups', {
    ...{ id, title: 'Meters', kind: 'other', message: 'Too much.', expected_questions: '[]' },
    ...{ from_at: 'now()', until_at: `now() + '1 day'::interval`, announced_by_kind: 'employee' },
    ...{ announced_by_id: sanne.id, announced_at: 'now()', ...row },
  })
const concerns = (row = {}) => insert('heads_up_teams', { heads_up_id: id, team_id: sanne.teamId, ...row })
const danger = { cause: 'safety', reason: 'Threatens me.', departure_of: null }
const to = (who: Answer['body'], of = kase, row: Readonly<Record<string, string | null>> = danger) => [
  successionRow(of, who.id, { id, confirmed_by_id: coach.id, ...row }),
  ...moveTo(of.id, who.id, id),
  tell,
]
const reports = (who: Answer['body']) => successionRow(kase, who.id, { id, ...danger, completed_at: null })
const others = () => [sanne, piet, fatima, stranger]

tryAll(service, [
  ...(
    [
      ['that is over', `now() - '2 hours'::interval`, `now() - '1 hour'::interval`],
      ['that is over as it is made', `now() - '1 minute'::interval`, 'now()'],
      ['that began a while ago', `now() - '6 minutes'::interval`, `now() + '1 hour'::interval`],
      ['that nobody lives to see', `now() + '1 day'::interval`, `'2199-01-01'`],
    ] as const
  ).map(([which, from, until]) => ({
    name: `promises a window ${which}`,
    steps: () => [
      callbackRow(kase, { window_from: from, window_until: until, remind_at: `least(now(), ${until})` }),
    ],
    refused: 'callbacks_are_still_to_come',
  })),
  {
    name: 'keeps an absence for good for which no case passed on',
    steps: () => [reliedOn('absences', absence)],
    refused: 'absences_are_relied_on',
  },
  {
    name: 'keeps an absence for good for which a case passed on that was a danger',
    steps: () => [...to(piet, hers), reliedOn('absences', absence)],
    refused: 'absences_are_relied_on',
  },
  {
    name: 'keeps an absence for longer than for when cases passed on for it',
    steps: () => [
      `update absences set until_at = now() + '40 days'::interval where id = '${absence}'`,
      ...to(piet, hers, {}),
      reliedOn('absences', absence, `now() + '1 hour'::interval`),
    ],
    refused: 'absences_are_relied_on',
  },
  {
    name: 'stands in the way of a long absence for which a case passes on',
    steps: () => [
      `update absences set until_at = now() + '40 days'::interval where id = '${absence}'`,
      ...to(piet, hers, {}),
    ],
    refused: /^nothing$/,
  },
  {
    name: 'stands in the way of one of two long absences for which a case passes on',
    steps: () => [
      insert('absences', {
        ...{ id, employee_id: stranger.id, from_at: `now() - '1 day'::interval` },
        ...{ until_at: `now() + '40 days'::interval`, registered_at: 'now()' },
      }),
      `update absences set until_at = now() + '40 days'::interval where id = '${absence}'`,
      ...to(piet, hers, {}),
    ],
    refused: /^nothing$/,
  },
  {
    name: 'passes a case on for the long absence of somebody else',
    steps: () => [
      `update absences set until_at = now() + '40 days'::interval where id = '${absence}'`,
      ...to(sanne, hers, {}),
      successionRow(his, sanne.id, { id: second }),
      ...moveTo(his.id, sanne.id, second),
      tell,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has an absence that is kept for good from its beginning',
    steps: () => [
      insert('absences', {
        ...{ id, employee_id: sanne.id, from_at: 'now()', until_at: `now() + '1 day'::interval` },
        ...{ registered_at: 'now()', relied_on_at: 'now()' },
      }),
    ],
    refused: 'absences_are_relied_on',
  },
  ...['now()', `now() + '5 hours'::interval`].map((at) => ({
    name: `keeps a stand-in for good who did nothing at ${at}`,
    steps: () => [reliedOn('stand_ins', part, at)],
    refused: 'stand_ins_are_relied_on',
  })),
  {
    name: 'has a stand-in who is kept for good from their beginning',
    steps: () => [
      `delete from stand_ins where id = '${part}'`,
      insert('stand_ins', {
        ...{ id, absence_id: absence ?? '', owner_id: fatima.id, stand_in_id: piet.id },
        ...{
          from_at: 'now()',
          until_at: `now() + '1 hour'::interval`,
          relied_on_at: `now() + '1 minute'::interval`,
        },
      }),
    ],
    refused: 'stand_ins_are_relied_on',
  },
  {
    name: 'keeps a stand-in for good by a trigger of its own',
    steps: () => [
      'create temporary table t (x integer)',
      `create function pg_temp.rely() returns trigger language plpgsql as $$ begin
        ${reliedOn('public.stand_ins', part)}; return null; end $$`,
      'create trigger rely after insert on t for each row execute function pg_temp.rely()',
      'insert into t values (1)',
    ],
    refused: 'stand_ins_are_relied_on',
  },
  {
    name: 'keeps a stand-in for good by what they did in a case of their own',
    steps: () => [spoke(his), tell, reliedOn('stand_ins', part)],
    refused: 'stand_ins_are_relied_on',
  },
  ...[
    ...['contacts', 'callback_attempts', 'resolutions', 'consultations'],
    ...['successions', 'asks', 'gestures', 'deviations'],
  ].map((table) => ({
    name: `keeps a stand-in for good by what they did in a case of their own, in ${table}, while the owner spoke`,
    steps: () => [reliedOn('stand_ins', part), contactRow(hers, {}), ...(doings()[table] ?? []), tell],
    refused: 'stand_ins_are_relied_on',
  })),
  {
    name: 'keeps a stand-in of whoever passed a case on before, by what they did in a case of their own',
    steps: () => [
      `delete from stand_ins where id = '${part}'`,
      insert('absences', {
        ...{ id, employee_id: piet.id, from_at: `now() - '1 hour'::interval` },
        ...{ until_at: `now() + '1 hour'::interval`, registered_at: 'now()' },
      }),
      insert('stand_ins', {
        ...{
          id: part ?? '',
          absence_id: id,
          owner_id: piet.id,
          stand_in_id: sanne.id,
          relied_on_at: 'now()',
        },
        ...{ from_at: `now() - '1 hour'::interval`, until_at: `now() + '1 hour'::interval` },
      }),
      contactRow(kase, { id }),
      tell,
    ],
    refused: 'stand_ins_are_relied_on',
  },
  {
    name: 'keeps a stand-in for good by what the owner gave',
    steps: () => [reliedOn('stand_ins', part), gives(hers, fatima), tell],
    refused: 'stand_ins_are_relied_on',
  },
  {
    name: 'keeps a stand-in for good by what the owner took back',
    steps: () => [
      reliedOn('stand_ins', part),
      gives(hers, fatima),
      `update gestures set state = 'withdrawn', ended_at = now(), withdrawn_by_id = '${fatima.id}' where id = '${id}'`,
      tell,
    ],
    refused: 'stand_ins_are_relied_on',
  },
  {
    name: 'keeps a stand-in for good by what somebody else did in the case',
    steps: () => [contactRow(hers, { id }), tell, reliedOn('stand_ins', part)],
    refused: 'stand_ins_are_relied_on',
  },
  {
    name: 'stands in the way of a stand-in who speaks with the customer',
    steps: () => [spoke(hers), tell],
    refused: /^nothing$/,
  },
  {
    name: 'has a stranger to the team say that it knows',
    steps: () => [acknowledges(stranger)],
    refused: 'heads_up_teams_speak_for_themselves',
  },
  {
    name: 'has a stranger be of the team for as long as they say that it knows',
    steps: () => [
      `update employees set team_id = '${sanne.teamId}' where id = '${stranger.id}'`,
      acknowledges(stranger),
      `update employees set team_id = '${stranger.teamId}' where id = '${stranger.id}'`,
    ],
    refused: 'heads_up_teams_speak_for_themselves',
  },
  {
    name: 'has a team have known since yesterday',
    steps: () => [acknowledges(sanne, `now() - '1 day'::interval`)],
    refused: 'heads_up_teams_are_of_now',
  },
  {
    name: 'has a team that knows of it from the beginning',
    steps: () => [announced(), concerns({ acknowledged_by_id: sanne.id, acknowledged_at: 'now()' })],
    refused: 'heads_up_teams_speak_for_themselves',
  },
  {
    name: 'announces what no team has to know',
    steps: () => [announced()],
    refused: 'heads_ups_concern_a_team',
  },
  {
    name: 'releases at once what no team had to know',
    steps: () => [
      announced(),
      `update heads_ups set released_at = now(), released_by_kind = 'system', released_by_id = '${id}' where id = '${id}'`,
    ],
    refused: 'heads_ups_concern_a_team',
  },
  {
    name: 'stands in the way of a member who says that their team knows',
    steps: () => [announced(), concerns(), acknowledges(sanne)],
    refused: /^nothing$/,
  },
  {
    name: 'stands in the way of asking somebody who stands in for a colleague',
    steps: () => [asks(kase, sanne, piet), tell],
    refused: /^nothing$/,
  },
  {
    name: 'gives a case to somebody who is leaving',
    steps: () => to(leaver),
    refused: 'successions_go_to_who_stays',
  },
  {
    name: 'has somebody take a case that a colleague owns, while somebody else is leaving',
    steps: () => openingOf(kase, { opened_by_id: piet.id }),
    refused: 'cases_are_owned_by_who_takes_them',
  },
  {
    name: 'takes a departure back for as long as a case passes on',
    steps: () => [
      `delete from departures where employee_id = '${leaver.id}'`,
      ...to(leaver),
      'set constraints all immediate',
      leaves(leaver),
    ],
    refused: 'successions_go_to_who_stays',
  },
  {
    name: 'has another one be leaving for as long as a case passes on',
    steps: () => [
      `update departures set employee_id = '${sanne.id}' where employee_id = '${leaver.id}'`,
      ...to(leaver),
      'set constraints all immediate',
      `update departures set employee_id = '${leaver.id}' where employee_id = '${sanne.id}'`,
    ],
    refused: 'successions_go_to_who_stays',
  },
  {
    name: 'has everybody else be leaving for as long as a case passes on',
    steps: () => [...others().map(leaves), ...to(leaver)],
    refused: 'successions_go_to_who_stays',
  },
  ...(
    [
      ['of who was given a case before', () => [leaves(sanne)]],
      ['of somebody else than a case passes on to', () => [...to(piet), leaves(stranger)]],
      ['of who is only named by whoever reports a danger', () => [reports(piet), tell, leaves(piet)]],
    ] as const
  ).map(([whose, steps]) => ({
    name: `stands in the way of a departure ${whose}`,
    steps,
    refused: /^nothing$/,
  })),
  { name: 'stands in the way of a successor who stays', steps: () => to(piet), refused: /^nothing$/ },
])

test('where nobody stays, a case passes on to somebody who leaves', async () => {
  const everybody = `select id from employees where active_team_id is not null and id not in (select employee_id from departures)`
  const { rows } = await service.sql.query(
    `insert into departures (employee_id, started_at) select id, now() from (${everybody}) e returning employee_id`,
  )
  try {
    expect(await outcomeOf(service, 'read committed', to(leaver))).toBe('nothing')
  } finally {
    await service.sql.query('delete from departures where employee_id = any($1)', [
      rows.map((row) => row.employee_id),
    ])
  }
})

test('a promise is still to come, to the last moment of five minutes and of five years', async () => {
  const { rows } = await service.sql.query(
    `select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = 'callbacks_begin_ahead'`,
  )
  const promised = (from: string, until: string) =>
    refusal(
      service,
      'create temporary table probe on commit drop as table callbacks with no data',
      rows[0].definition.replace(' ON public.callbacks ', ' ON probe '),
      `insert into probe (made_at, window_from, window_until) select at, at + '${from}'::interval, at + '${until}'::interval
        from (select '2026-11-02T09:00Z'::timestamptz as at) m`,
    )
  expect(await promised('-5 minutes', '1 ms')).toBe('nothing')
  expect(await promised('1 hour', '1830 days')).toBe('nothing')
  for (const [from, until] of [
    ['-5 minutes', '0'],
    ['-5 minutes -1 ms', '1 hour'],
    ['1 hour', '1830 days 1 ms'],
  ] as const)
    expect(await promised(from, until)).toBe('callbacks_are_still_to_come')
})
