import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { letTimeBe, letTimeMove } from '../../support/let-time-move.ts'
import { inbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { changeCase, contactRow, insert } from '../script.ts'
import { moveTo, successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

const service = useService()
let [kase, other, back, leaver, sanne, piet, fatima, coach, stranger, complaint]: Answer['body'][] = []
let heardByPiet: string
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  fatima = await service.employee({ teamId: scene.team.id })
  coach = await service.employee({ teamId: null, role: 'coach' })
  // Who has left explains nobody else's departure.
  const gone = await service.employee({ teamId: scene.team.id })
  await service.do('POST', `/v1/employees/${gone.id}/departure`, { body: {} })
  stranger = await service.employee({ teamId: (await service.team()).id })
  ;[kase, other] = [await scene.take(), await scene.take()]
  const body = { customerId: scene.customer.id, question: 'Why was I charged twice?' }
  await service.do('POST', '/v1/cases', { as: piet.id, body })
  complaint = await scene.take({ aboutEmployeeId: coach.id })
  leaver = await service.employee({ teamId: scene.team.id })
  // One that passed on, and back again.
  back = await scene.take()
  for (const [from, to] of [
    [sanne, fatima],
    [fatima, sanne],
  ]) {
    const told = { cause: 'safety', reason: 'Threatens me.', toOwnerId: to.id }
    const { id } = await service.do('POST', `/v1/cases/${back.id}/successions`, { as: from.id, body: told })
    await service.do('POST', `/v1/successions/${id}/confirm`, { as: coach.id, body: {} })
  }
  const asked = await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as: piet.id, body: inbound })
  heardByPiet = asked.id
  await service.do('GET', '/v1/events?limit=1')
  await letTimeBe(service.sql)
})

const [id, absence, contact] = [randomUUID(), randomUUID(), randomUUID()]
const choice = (row: Readonly<Record<string, string | null>> = {}) => ({
  cause: 'customerChoice',
  departure_of: null,
  contact_id: heardByPiet,
  reported_by_id: piet.id,
  ...row,
})
const danger = (row: Readonly<Record<string, string | null>>) => ({
  cause: 'safety',
  reason: 'Threatens me.',
  departure_of: null,
  reported_by_id: sanne.id,
  confirmed_by_id: coach.id,
  ...row,
})
const to = (owner: Answer['body'], row: Readonly<Record<string, string | null>>, of = kase) => [
  successionRow(of, owner.id, { id, ...row }),
  ...moveTo(of.id, owner.id, id),
  tell,
]
const away = () =>
  insert('absences', {
    id: absence,
    employee_id: sanne.id,
    from_at: `now() - '1 hour'::interval`,
    until_at: `now() + '40 days'::interval`,
    registered_at: 'now()',
  })

tryAll(service, [
  {
    name: 'gives a case to the teammate who heard the customer ask',
    steps: () => to(piet, choice()),
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'passes a case on as the customer asked of another',
    steps: () => to(fatima, choice(), other),
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'passes a case on by the departure of who does not own it, to whom it passed on before',
    steps: () => [
      `update employees set departed_at = now() where id = '${leaver.id}'`,
      ...to(fatima, { from_owner_id: leaver.id, departure_of: leaver.id }, back),
    ],
    refused: 'cases_owner_is_final',
  },
  {
    name: 'gives a case to whoever recorded that the customer asked',
    steps: () => [
      contactRow(kase, {
        id: contact,
        direction: 'inbound',
        spoken_for: null,
        employee_id: piet.id,
        recorded_by_id: fatima.id,
      }),
      ...to(fatima, choice({ contact_id: contact })),
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'gives a case to whoever heard the customer ask, as a colleague recorded it',
    steps: () => [
      contactRow(kase, {
        id: contact,
        direction: 'inbound',
        spoken_for: null,
        employee_id: fatima.id,
        recorded_by_id: piet.id,
      }),
      ...to(fatima, choice({ contact_id: contact })),
    ],
    refused: 'successions_have_their_evidence',
  },
  ...(
    [
      ['stands in the way of a choice that a telephone system recorded', randomUUID, /^nothing$/],
      [
        'gives a case to whoever recorded that the customer asked, as if they were a system',
        () => fatima.id,
        'successions_have_their_evidence',
      ],
    ] as const
  ).map(([name, recorded, refused]) => ({
    name,
    steps: () => [
      contactRow(kase, {
        ...{ id: contact, direction: 'inbound', spoken_for: null, employee_id: piet.id },
        ...{ recorded_by_kind: 'system', recorded_by_id: recorded() },
      }),
      ...to(fatima, choice({ contact_id: contact })),
    ],
    refused,
  })),
  {
    name: 'lets a choice of the customer wait for whom it will be',
    steps: () => [
      successionRow(kase, fatima.id, { id, ...choice(), to_owner_id: null, completed_at: null }),
      `update successions set to_owner_id = '${piet.id}', completed_at = now() where id = '${id}'`,
      ...moveTo(kase.id, piet.id, id),
      tell,
    ],
    refused: 'successions_complete_as_made',
  },
  {
    name: 'lets a departure wait until the owner is back, and owns more',
    steps: () => [away(), successionRow(kase, piet.id, { id, completed_at: null }), tell],
    refused: 'successions_complete_as_made',
  },
  {
    name: 'completes a departure at another moment than it is told of',
    steps: () => [
      away(),
      successionRow(kase, piet.id, { id, completed_at: `now() + '1 ms'::interval` }),
      ...moveTo(kase.id, piet.id, id),
    ],
    refused: 'successions_complete_as_made',
  },
  {
    name: 'has a danger reported by nobody',
    steps: () => to(piet, danger({ reported_by_id: randomUUID() })),
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has a danger confirmed by nobody',
    steps: () => to(piet, danger({ confirmed_by_id: randomUUID() })),
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has a danger reported by a teammate, who is not the owner',
    steps: () => to(piet, danger({ reported_by_id: fatima.id })),
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has a danger confirmed by somebody of another team',
    steps: () => to(piet, danger({ confirmed_by_id: stranger.id })),
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'makes coaches of two for as long as they say so',
    steps: () => [
      `update employees set role = 'coach' where id in ('${piet.id}', '${fatima.id}')`,
      ...to(piet, danger({ reported_by_id: piet.id, confirmed_by_id: fatima.id })),
      `update employees set role = 'member' where id in ('${piet.id}', '${fatima.id}')`,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'makes a coach for as long as they confirm what the owner said',
    steps: () => [
      `update employees set role = 'coach' where id = '${fatima.id}'`,
      ...to(piet, danger({ confirmed_by_id: fatima.id })),
      `update employees set role = 'member' where id = '${fatima.id}'`,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'makes a coach for as long as they report what a coach confirms',
    steps: () => [
      `update employees set role = 'coach' where id = '${fatima.id}'`,
      ...to(piet, danger({ reported_by_id: fatima.id })),
      `update employees set role = 'member' where id = '${fatima.id}'`,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has a coach be none for as long as a teammate confirms',
    steps: () => [
      `update employees set role = 'member' where id = '${coach.id}'`,
      ...to(piet, danger({ confirmed_by_id: fatima.id })),
      `update employees set role = 'coach' where id = '${coach.id}'`,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has a coach be leaving for as long as a teammate confirms',
    steps: () => [
      insert('departures', { employee_id: coach.id, started_at: 'now()' }),
      'update departures set changed_in = null',
      ...to(piet, danger({ confirmed_by_id: fatima.id })),
      'delete from departures',
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has somebody be a teammate for as long as they confirm',
    steps: () => [
      `update employees set team_id = '${sanne.teamId}' where id = '${stranger.id}'`,
      `update employees set changed_in = null where id = '${stranger.id}'`,
      ...to(piet, danger({ reported_by_id: coach.id, confirmed_by_id: stranger.id })),
      `update employees set team_id = '${stranger.teamId}' where id = '${stranger.id}'`,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'hires a coach who confirms at once',
    steps: () => [
      `insert into employees (id, name, discipline, role, contract_hours, created_at)
        values ('${contact}', 'Nobody', 'both', 'coach', 36, now())`,
      ...to(piet, danger({ confirmed_by_id: contact })),
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has a danger confirmed by the coach whom the case is about',
    steps: () => to(piet, danger({}), complaint),
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has a danger reported by the coach whom the case is about',
    steps: () => to(piet, danger({ reported_by_id: coach.id, confirmed_by_id: fatima.id }), complaint),
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has a danger to who owns another case, and may own this one later',
    steps: () => [
      successionRow(kase, fatima.id, {
        ...danger({ confirmed_by_id: null, completed_at: null, reported_by_id: piet.id }),
        from_owner_id: piet.id,
      }),
      tell,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'stands in the way of a danger that is confirmed when who reported it has left',
    steps: () => [
      away().replace('40 days', '1 minute'),
      insert('stand_ins', {
        ...{ id: contact, absence_id: absence, owner_id: sanne.id, stand_in_id: fatima.id },
        ...{ from_at: `now() - '1 hour'::interval`, until_at: `now() + '1 minute'::interval` },
      }),
      successionRow(kase, piet.id, {
        ...{ id, ...danger({ reported_by_id: fatima.id, confirmed_by_id: null }) },
        ...{ to_owner_id: null, completed_at: null },
      }),
      tell,
      `update employees set departed_at = now() where id = '${fatima.id}'`,
      `update successions set to_owner_id = '${piet.id}', confirmed_by_id = '${coach.id}', completed_at = now() where id = '${id}'`,
      ...moveTo(kase.id, piet.id, id),
      tell,
    ],
    refused: /^nothing$/,
  },
  {
    name: 'confirms a danger that the history says nothing of',
    steps: () => [successionRow(kase, piet.id, { id, ...danger({}) }), ...moveTo(kase.id, piet.id, id)],
    refused: 'successions_are_told_of',
  },
  {
    name: 'completes a succession that moves nothing',
    steps: () => [successionRow(kase, piet.id, { id, ...danger({}) }), tell],
    refused: 'successions_move_their_case',
  },
  {
    name: 'passes one case of two on for a long absence',
    steps: () => [away(), ...to(piet, {})],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'has the departure checked by name before the second case is left behind',
    steps: () => [
      away(),
      successionRow(kase, piet.id, { id }),
      'set constraints successions_follow_a_departure immediate',
      ...moveTo(kase.id, piet.id, id),
      tell,
    ],
    refused: 'successions_have_their_evidence',
  },
  {
    name: 'passes a case on yesterday',
    steps: () => to(piet, danger({ requested_at: `now() - '1 day'::interval` })),
    refused: 'successions_are_of_now',
  },
  {
    name: 'says who owns a case by ON CONFLICT',
    steps: () => [
      `insert into cases select * from cases where id = '${kase.id}'
        on conflict (id) do update set owner_id = '${piet.id}', version = cases.version + 1`,
    ],
    refused: /cases_owner_is_final|428C9/,
  },
  {
    name: 'moves a case to another owner by MERGE',
    steps: () => [
      `merge into cases c using (select '${kase.id}'::uuid as id) s on c.id = s.id
        when matched then update set owner_id = '${piet.id}', version = version + 1`,
    ],
    refused: 'cases_owner_is_final',
  },
  {
    name: 'takes an owner’s id away from under their cases',
    steps: () => [`update employees set id = gen_random_uuid() where id = '${sanne.id}'`],
    refused: /^(cases_owner|.*_exists$|employees_stay$)/,
  },
  {
    name: 'moves a case by the team that it is of',
    steps: () => [changeCase(kase.id, `team_id = '${stranger.teamId}'`)],
    refused: 'cases_owner_is_an_active_member',
  },
])

test('nor does the API let a teammate take a case whom the customer is said to have asked', async () => {
  await letTimeMove(service.sql)
  const take = (toOwnerId?: string, as = piet) =>
    service.call('POST', `/v1/cases/${kase.id}/successions`, {
      as: as.id,
      body: { cause: 'customerChoice', contactId: heardByPiet, toOwnerId },
    })
  for (const as of [piet, coach])
    expect(await take(piet.id, as)).toMatchObject({ status: 422, body: { code: 'succession-not-justified' } })
  expect(await take()).toMatchObject({ status: 201, body: { toOwnerId: fatima.id } })
})
