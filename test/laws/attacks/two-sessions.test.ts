import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { outbound, type Scene, setScene } from '../../support/scene.ts'
import { type Answer, startService } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { callbackRow, changeCase, contactRow, insert, resolutionRow } from '../script.ts'
import { moveTo, successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { outcomeOf } from './attack.ts'
import { interleave } from './sessions.ts'

const service = useService()
beforeAll(() => letTimeBe(service.sql))

type Row = Readonly<Record<string, string | null>>
type Kase = Answer['body']

interface Clash {
  readonly a: readonly string[]
  readonly b: readonly string[]
}

const hours = (n: number): string => begun.add({ hours: n }).toString()
const begun = Temporal.Now.instant()
const soonRow = { from_at: hours(1), until_at: hours(9) }
const absenceRow = (id: string, employee: { readonly id: string }, row: Row = {}) =>
  insert('absences', { id, employee_id: employee.id, registered_at: 'now()', ...soonRow, ...row })
const standInRow = (absence: string, { sanne, piet }: Scene, row: Row = {}) =>
  insert('stand_ins', {
    id: randomUUID(),
    absence_id: absence,
    owner_id: sanne.id,
    stand_in_id: piet.id,
    ...soonRow,
    ...row,
  })

/** The end of a case by what the owner told the customer. */
function endRows(kase: Kase, more: (resolution: string) => readonly string[] = () => []): readonly string[] {
  const [contact, resolution] = [randomUUID(), randomUUID()]
  return [
    contactRow(kase, { id: contact }),
    resolutionRow(kase, { id: resolution, contact_id: contact, contact_moment: 'owner-reached' }),
    `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'
      where id = '${kase.callback.id}'`,
    changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
    ...more(resolution),
    tell,
  ]
}

/** The end of a case without an answer. */
function releaseRows(kase: Kase, row: Row): readonly string[] {
  const resolution = randomUUID()
  return [
    resolutionRow(kase, { id: resolution, ...row }),
    `update callbacks set state = 'released', resolution_id = '${resolution}', closed_at = now() where id = '${kase.callback.id}'`,
    changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
    tell,
  ]
}

function reopenRows(kase: Kase, row: Row = {}): readonly string[] {
  const id = randomUUID()
  return [
    callbackRow(kase, { id, ...row }),
    changeCase(kase.id, `callback_id = '${id}', resolution_id = null, resolved_at = null`),
    tell,
  ]
}

function askRows(kase: Kase, { piet, team }: Scene, id: string = randomUUID()): readonly string[] {
  return [
    insert('consultations', {
      id,
      case_id: kase.id,
      asked_by_id: kase.owner.id,
      consulted_id: piet.id,
      kind: 'question',
      question: 'Why?',
      need_by: `now() + '1 day'::interval`,
      state: 'open',
      own_team_id: team.id,
      outside: 'false',
      asked_at: 'now()',
    }),
  ]
}

function chooseRows(kase: Kase, to: { readonly id: string }, contact: string): readonly string[] {
  const id = randomUUID()
  return [
    successionRow(kase, to.id, { id, cause: 'customerChoice', departure_of: null, contact_id: contact }),
    ...moveTo(kase.id, to.id, id),
    tell,
  ]
}

/** An event of a case, with the next number. */
const append = ({ id }: Kase, type: string, data: object): string => `
  with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), '${type}', now(), id, version + 1, 'system', '${JSON.stringify(data)}'
    from cases where id = '${id}')
  update cases set version = version + 1 where id = '${id}'`

const mergeRows = (from: { readonly id: string }, into: { readonly id: string }): readonly string[] => {
  const id = randomUUID()
  return [
    insert('customer_merges', {
      id,
      customer_id: from.id,
      into_id: into.id,
      moved: `'{"references": [], "facts": [], "filled": [], "contactPoints": []}'::jsonb`,
      merged_by_kind: 'system',
      merged_by_id: randomUUID(),
      merged_at: 'now()',
    }),
    `update customers set merge_id = '${id}' where id = '${from.id}'`,
  ]
}

const giveRows = (kase: Kase, account: string, team: string): readonly string[] => {
  const id = randomUUID()
  const gesture = {
    id,
    case_id: kase.id,
    team_id: team,
    owner_id: kase.owner.id,
    granted_by_id: kase.owner.id,
  }
  const line = { account_id: account, number: '2', kind: 'case', gesture_id: id, gesture_amount: '40000' }
  return [
    insert('gestures', {
      ...gesture,
      kind: 'credit',
      amount: '40000',
      currency: 'EUR',
      reason: 'Sorry.',
      state: 'granted',
      granted_at: 'now()',
    }),
    insert('ledger', {
      ...line,
      phase: 'granted',
      amount: '40000',
      balance: '190000',
      fulfilled: '0',
      previous_balance: '150000',
      previous_fulfilled: '0',
      at: 'now()',
    }),
    append(kase, 'gesture.granted', { gestureId: id }),
  ]
}

const eraseRows = (kase: Kase, { customer }: Scene): readonly string[] => {
  const id = randomUUID()
  return [
    `select erase_customer('${id}', '${customer.id}', 'request', 'system', gen_random_uuid(), now())`,
    `insert into events (id, type, at, customer_id, actor_kind, data)
      values (gen_random_uuid(), 'customer.erased', now(), '${customer.id}', 'system', '{"erasureId": "${id}"}')`,
    changeCase(kase.id, `subject = '[erased]', question = '[erased]', tags = '{}'`),
  ]
}

const leaves = ({ id }: { readonly id: string }) =>
  `update employees set departed_at = now() where id = '${id}'`
const moves = ({ id }: { readonly id: string }, team: string) =>
  `update employees set team_id = '${team}' where id = '${id}'`

const surveyRow =
  (kase: Kase, { customer, sanne }: Scene) =>
  (resolution: string) => [
    insert('surveys', {
      id: randomUUID(),
      case_id: kase.id,
      resolution_id: resolution,
      customer_id: customer.id,
      owner_id: sanne.id,
      faces: `'{}'::uuid[]`,
      requested_at: 'now()',
      quiet_until: `now() + '336 hours'::interval`,
      expires_at: `now() + '720 hours'::interval`,
      lock: `sha256('${resolution}'::bytea)`,
    }),
  ]

/** What A and B do at the same time, of which one alone may be. */
const clashes: Readonly<Record<string, (scene: Scene) => Promise<Clash>>> = {
  'a case ends while a colleague is asked about it': async (scene) => {
    const kase = await scene.take()
    return { a: [...askRows(kase, scene), tell], b: endRows(kase) }
  },
  'a case ends in two ways': async (scene) => {
    const [older, kase] = [await scene.take(), await scene.take()]
    return { a: endRows(kase), b: releaseRows(kase, { outcome: 'duplicate', duplicate_of: older.id }) }
  },
  'a case is called the duplicate of one that ends': async (scene) => {
    const [older, kase] = [await scene.take(), await scene.take()]
    return { a: endRows(older), b: releaseRows(kase, { outcome: 'duplicate', duplicate_of: older.id }) }
  },
  'two answers are written to the pulse that one has given': async ({ sanne, team }) => {
    await service.sql.query(
      `with ends (at) as (select date_trunc('week', now() at time zone 'UTC') + interval '7 days'), round as (
          insert into pulse_rounds (week, ends_at)
          select to_char(at - interval '84 hours', 'IYYY"-W"IW'), at at time zone 'UTC' from ends on conflict (week) do nothing)
        insert into pulse_givers (week, employee_id) select to_char(at - interval '84 hours', 'IYYY"-W"IW'), $1 from ends`,
      [sanne.id],
    )
    const answer = `insert into pulse_answers select max(week), '${team.id}', 3, 3 from pulse_rounds`
    return { a: [answer], b: [answer] }
  },
  'a case is opened again twice': async (scene) => {
    const kase = await scene.resolved()
    return { a: reopenRows(kase), b: reopenRows(kase) }
  },
  'a case is opened again for an owner who leaves': async (scene) => {
    const kase = await scene.resolved()
    return { a: reopenRows(kase), b: [leaves(scene.sanne)] }
  },
  'a case is opened again for an owner who goes to another team': async (scene) => {
    const kase = await scene.resolved()
    return { a: [moves(scene.sanne, (await service.team()).id)], b: reopenRows(kase) }
  },
  'the last two of the default team leave': async (scene) => {
    await service.sql.query(`update organisation set default_team_id = '${scene.team.id}'`)
    return { a: [leaves(scene.sanne)], b: [leaves(scene.piet)] }
  },
  'a place of the hour is booked twice': async (scene) => {
    const [one, other] = [await scene.resolved(), await scene.resolved()]
    const hour = `date_trunc('hour', now()) + '1 day'::interval`
    const window = { window_from: hour, window_until: `${hour} + '1 hour'::interval` }
    const place = { ...window, booked_hour: hour, place: '1' }
    return { a: reopenRows(one, place), b: reopenRows(other, place) }
  },
  'a customer is asked twice whether they were helped': async (scene) => {
    const [one, other] = [await scene.take(), await scene.take()]
    return { a: endRows(one, surveyRow(one, scene)), b: endRows(other, surveyRow(other, scene)) }
  },
  'somebody is absent twice': async (scene) => ({
    a: [absenceRow(randomUUID(), scene.sanne)],
    b: [absenceRow(randomUUID(), scene.sanne)],
  }),
  'somebody stands in who is absent': async (scene) => {
    const id = randomUUID()
    await service.sql.query(absenceRow(id, scene.sanne))
    return { a: [standInRow(id, scene)], b: [absenceRow(randomUUID(), scene.piet)] }
  },
  'an absence ends from under who stands in': async (scene) => {
    const id = randomUUID()
    await service.sql.query(absenceRow(id, scene.sanne))
    const shorter = `update absences set until_at = '${hours(2)}' where id = '${id}'`
    return { a: [standInRow(id, scene)], b: [shorter] }
  },
  'an absence is taken back in which somebody speaks for the owner': async (scene) => {
    const kase = await scene.take()
    const id = randomUUID()
    const from = { from_at: hours(-1) }
    await service.sql.query(absenceRow(id, scene.sanne, from))
    await service.sql.query(standInRow(id, scene, from))
    const spoken = contactRow(kase, {
      employee_id: scene.piet.id,
      recorded_by_id: scene.piet.id,
      outcome: 'busy',
    })
    return { a: [spoken, tell], b: [`delete from absences where id = '${id}'`] }
  },
  'somebody stands in who goes to another team': async (scene) => {
    const id = randomUUID()
    await service.sql.query(absenceRow(id, scene.sanne))
    return { a: [standInRow(id, scene)], b: [moves(scene.piet, (await service.team()).id)] }
  },
  'two stand in for one owner': async (scene) => {
    const id = randomUUID()
    await service.sql.query(absenceRow(id, scene.sanne))
    return { a: [standInRow(id, scene)], b: [standInRow(id, scene)] }
  },
  'the customer chooses two others': async (scene) => {
    const kase = await scene.take()
    const [heard, one, other] = await Promise.all(
      [1, 2, 3].map(() => service.employee({ teamId: scene.team.id })),
    )
    const body = { direction: 'inbound', channel: 'phone' }
    const asked = await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as: heard?.id, body })
    return { a: chooseRows(kase, one, asked.id), b: chooseRows(kase, other, asked.id) }
  },
  'the owner speaks while the case passes on': async (scene) => {
    const kase = await scene.take()
    const heard = await service.employee({ teamId: scene.team.id })
    const body = { direction: 'inbound', channel: 'phone' }
    const asked = await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as: heard.id, body })
    return { a: chooseRows(kase, scene.piet, asked.id), b: [contactRow(kase, {}), tell] }
  },
  'two customers are merged into each other': async (scene) => {
    const other = await service.customer({ teamId: scene.team.id })
    return { a: mergeRows(scene.customer, other), b: mergeRows(other, scene.customer) }
  },
  'a heads-up is released while one more team is to know': async (scene) => {
    const [from, until] = [hours(-1), hours(8)]
    const body = { title: 'Meters', message: 'They counted too much.', from, until, teamIds: [scene.team.id] }
    const headsUp = await service.do('POST', '/v1/heads-ups', { body })
    await service.sql.query(
      'update heads_up_teams set acknowledged_by_id = $2, acknowledged_at = now() where heads_up_id = $1',
      [headsUp.id, scene.sanne.id],
    )
    const { id: team } = await service.team()
    return {
      a: [insert('heads_up_teams', { heads_up_id: headsUp.id, team_id: team })],
      b: [
        `update heads_ups set released_at = now(), released_by_kind = 'employee', released_by_id = '${scene.sanne.id}'
          where id = '${headsUp.id}'`,
      ],
    }
  },
  'what is left of a ceiling is given twice': async (scene) => {
    const kase = await scene.take()
    const body = { kind: 'credit', amount: { amount: '1500', currency: 'EUR' }, reason: 'Sorry.' }
    await service.do('POST', `/v1/cases/${kase.id}/gestures`, { as: scene.sanne.id, body })
    const { rows } = await service.sql.query('select id from spending_accounts where case_id = $1', [kase.id])
    return { a: giveRows(kase, rows[0].id, scene.team.id), b: giveRows(kase, rows[0].id, scene.team.id) }
  },
}

test('a colleague is not asked by an event that was written ahead, and spares the case its change', async () => {
  const own = await startService()
  try {
    const scene = await setScene(own)
    const kase = await scene.take()
    const id = randomUUID()
    await letTimeBe(own.sql)
    const ahead = append(kase, 'consultation.asked', { consultationId: id })
    expect(await outcomeOf(own, 'read committed', [ahead])).toBe('events_tell_of_what_is_there')
    // Before it was refused, one may have been written.
    await own.sql.query('alter table events disable trigger events_are_the_cases')
    await own.sql.query(ahead)
    await own.sql.query('alter table events enable trigger events_are_the_cases')
    const [other, next] = [await scene.take(), randomUUID()]
    for (const more of [
      [],
      [append(kase, 'consultation.overdue', { consultationId: id })],
      [append(other, 'consultation.asked', { consultationId: id })],
      // Another question is told of as it is asked.
      [...askRows(kase, scene, next), append(kase, 'consultation.asked', { consultationId: next })],
    ])
      expect(await outcomeOf(own, 'read committed', [...askRows(kase, scene, id), ...more])).toBe(
        'consultations_are_told_of',
      )
  } finally {
    await own.stop()
  }
})

test('a case is opened again, or its customer is erased', async () => {
  const scene = await setScene(service)
  const kase = await scene.resolved()
  const [a, b] = [reopenRows(kase), eraseRows(kase, scene)]
  for (const alone of [a, b]) expect(await outcomeOf(service, 'read committed', alone)).toBe('nothing')
  const outcomes = await interleave(service, 'read committed', [
    ...a.map((step) => ['A', step] as const),
    ...b.map((step) => ['B', step] as const),
  ])
  expect(outcomes).toEqual(['committed', 'erasures_wait_for_the_promise'])
})

test('what is learned of whoever was merged into somebody who is erased goes with them', async () => {
  const scene = await setScene(service)
  const kase = await scene.resolved()
  const twin = await service.customer({ teamId: scene.team.id })
  await service.do('POST', `/v1/customers/${twin.id}/merge-into`, { body: { customerId: scene.customer.id } })
  const [erases = '', tells = '', words = ''] = eraseRows(kase, scene)
  const learns = insert('customer_facts', {
    ...{ id: randomUUID(), customer_id: twin.id, text: 'Has a dog.', recorded_at: 'now()' },
    ...{ recorded_by_kind: 'system', recorded_by_id: randomUUID() },
  })
  const outcomes = await interleave(service, 'read committed', [
    ['A', learns],
    ['B', erases],
    ['B', tells],
    ['B', tells.replace(`'${scene.customer.id}'`, `'${twin.id}'`)],
    ['B', words],
  ])
  expect(outcomes).toEqual(['committed', 'committed'])
  const left = await service.sql.query('select from customer_facts where customer_id = $1', [twin.id])
  expect(left.rows).toEqual([])
})

describe('while a customer is erased whose case is without words, and so stays as it is,', () => {
  const recorded = { recorded_by_kind: 'system', recorded_by_id: randomUUID(), recorded_at: 'now()' }
  const ways: Readonly<Record<string, (kase: Kase, customer: string) => readonly string[]>> = {
    'nothing is said': (kase) => [contactRow(kase, { summary: 'Has a dog.' }), tell],
    'nothing is noted': ({ id, owner }) => [
      insert('notes', {
        ...{ id: randomUUID(), case_id: id, text: 'Has a dog.', at: 'now()' },
        ...{ author_kind: 'employee', author_id: owner.id },
      }),
      tell,
    ],
    'the case is not opened again': (kase) => reopenRows(kase),
    'the case gets no words': (kase) => [changeCase(kase.id, `subject = 'Another'`)],
    'no fact is learned': (_, customer_id) => [
      insert('customer_facts', { id: randomUUID(), customer_id, text: 'Has a dog.', ...recorded }),
    ],
    'no other system tells who they are': (_, customer_id) => [
      insert('customer_references', { system: 'crm', external_id: randomUUID(), customer_id }),
    ],
  }
  test.each(Object.keys(ways))('%s', async (way) => {
    const scene = await setScene(service)
    const { id } = await scene.take({ subject: '[erased]', question: '[erased]' })
    const end = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
    const kase = await service.do('POST', `/v1/cases/${id}/resolve`, { as: scene.sanne.id, body: end })
    const [erases = '', tells = ''] = eraseRows(kase, scene)
    const learns = ways[way]?.(kase, scene.customer.id) ?? []
    expect(await outcomeOf(service, 'read committed', learns)).toBe('nothing')
    const outcomes = await interleave(service, 'read committed', [
      ['B', erases],
      ...learns.map((step) => ['A', step] as const),
      ['B', tells],
    ])
    expect(outcomes).toEqual(['customers_erased_are_gone', 'committed'])
  })
})

describe.each(['read committed', 'repeatable read'])(
  'at %s, of two sessions one alone commits when',
  (isolation) => {
    test.each(Object.keys(clashes))('%s', async (name) => {
      const clash = await clashes[name]?.(await setScene(service))
      if (!clash) throw new Error('there is such a clash')
      for (const alone of [clash.a, clash.b])
        expect(await outcomeOf(service, isolation, alone)).toBe('nothing')
      const steps = [
        ...clash.a.map((step) => ['A', step] as const),
        ...clash.b.map((step) => ['B', step] as const),
      ]
      const outcomes = await interleave(service, isolation, steps)
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1)
      expect(outcomes.find((outcome) => outcome !== 'committed')).toMatch(/^([a-z_]+$|40001|40P01)/)
    })
  },
)
