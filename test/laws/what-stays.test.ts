import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { callbackRow, changeCase, contactRow, insert, refusal, resolutionRow } from './script.ts'
import { successionRow } from './succession-script.ts'

const service = useService()
let [kase, ended, sanne, piet]: Answer['body'][] = []
let [question, answered, waiting, merge, teamId]: string[] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  teamId = scene.team.id
  kase = await scene.take()
  ended = await scene.resolved()
  const as = { as: sanne.id }
  const ask = async () =>
    (
      await service.do('POST', `/v1/cases/${kase.id}/consultations`, {
        ...as,
        body: { employeeId: piet.id, question: 'Why?' },
      })
    ).id
  ;[question, answered] = [await ask(), await ask()]
  await service.do('POST', `/v1/consultations/${answered}/answer`, { as: piet.id, body: { answer: 'So.' } })
  await service.do('POST', `/v1/cases/${kase.id}/contacts`, { ...as, body: { ...outbound, outcome: 'busy' } })
  await service.do('POST', `/v1/cases/${kase.id}/notes`, { ...as, body: { text: 'Rang.' } })
  const danger = { cause: 'safety', reason: 'Threatens me.' }
  waiting = (await service.do('POST', `/v1/cases/${kase.id}/successions`, { ...as, body: danger })).id
  const [twin, other] = [await service.customer({ teamId }), await service.customer({ teamId })]
  await service.do('POST', `/v1/customers/${twin.id}/merge-into`, { body: { customerId: other.id } })
  merge = (await service.sql.query('select id from customer_merges')).rows[0].id
})

interface Column {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly known: readonly string[] | null
}

/** The columns of a table, each with the words that it may hold where these are known. */
const columnsOf = async (table: string): Promise<readonly Column[]> =>
  (
    await service.sql.query(
      `select a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
        (select array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') m)
          from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]
            and k.conname like '%_known' limit 1) as known
      from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
      [table],
    )
  ).rows

/** Another value of the column than the one that is there; only ever words that it may hold. */
const otherThan = ({ name, type, known }: Column): string => {
  if (known)
    return `(select w from unnest(array[${known.map((word) => `'${word}'`)}]) w where w is distinct from ${name} limit 1)`
  if (name === 'type') return `case ${name} when 'note.added' then 'case.changed' else 'note.added' end`
  const by: Readonly<Record<string, string>> = {
    uuid: 'gen_random_uuid()',
    text: `concat(${name}, 'x')`,
    integer: `coalesce(${name}, 0) + 1`,
    bigint: `coalesce(${name}, 0) + 1`,
    boolean: `not coalesce(${name}, false)`,
    'timestamp with time zone': `coalesce(${name}, now()) - interval '1 ms'`,
    date: `${name} + 1`,
    jsonb: `'{"other": 1}'`,
    xid8: `'1'`,
    'uuid[]': `array[gen_random_uuid()]`,
    'text[]': `array['other']`,
    'integer[]': `array[7]`,
  }
  const found = by[type]
  if (found === undefined) throw new Error(`${name} is of a type that the test does not know: ${type}`)
  return found
}

const asked = 'state closed_at answer reason might_know_id helpful overdue_told_at version'
const promised = `owner_id state address remind_at reminded_at overdue_told_at booked_hour caller_id place attempts
  next_try_at closed_at contact_id contact_moment replaced_by reason resolution_id version`

/** Rows in the state in which nothing but their own law stands in the way, and which of their columns may change. */
const rows: Readonly<Record<string, () => readonly [table: string, where: string, free: string]>> = {
  // Its position is of the version before, which gives it one.
  'an event': () => ['events', `case_id = '${kase.id}' and type = 'note.added'`, 'position'],
  'what was asked of a colleague': () => ['consultations', `id = '${question}'`, asked],
  'what a colleague answered': () => ['consultations', `id = '${answered}'`, 'helpful'],
  'a succession that waits': () => [
    'successions',
    `id = '${waiting}'`,
    'to_owner_id reason confirmed_by_id completed_at version',
  ],
  'a promise that is open': () => ['callbacks', `id = '${kase.callback.id}'`, promised],
  'a promise that was kept': () => ['callbacks', `case_id = '${ended.id}'`, ''],
  'a merge': () => ['customer_merges', `id = '${merge}'`, 'reversed_at reversed_by_kind reversed_by_id'],
  'a resolution': () => ['resolutions', `case_id = '${ended.id}'`, ''],
  'a contact': () => ['contacts', `case_id = '${ended.id}'`, ''],
  'a note': () => ['notes', `case_id = '${kase.id}'`, ''],
  'a try': () => ['callback_attempts', `case_id = '${kase.id}'`, ''],
}

test.each(Object.keys(rows))(
  '%s stays, column by column, whatever the list of a trigger forgets',
  async (name) => {
    const [table, where, free] = rows[name]?.() ?? ['', '', '']
    expect((await service.sql.query(`select from ${table} where ${where}`)).rowCount).toBeGreaterThan(0)
    const held = (await columnsOf(table)).filter((column) => !free.split(/\s+/).includes(column.name))
    const through: string[] = []
    for (const column of held) {
      const values = [otherThan(column), ...(column.nullable ? ['null'] : [])]
      for (const value of values) {
        const isChange = `${column.name} is distinct from (${value})`
        const set = `update ${table} set ${column.name} = ${value} where ${where} and ${isChange}`
        const { rowCount } = await service.sql.query(`select from ${table} where ${where} and ${isChange}`)
        if (rowCount && (await refusal(service, set)) === 'nothing') through.push(set)
      }
    }
    expect(through).toEqual([])
  },
)

test('a merge stands as long as its customer says so, also when it was made before', async () => {
  const undo = `update customers set merge_id = null where merge_id = '${merge}'`
  expect(await refusal(service, undo)).toBe('customer_merges_stand_with_their_customer')
})

test('what a row says of itself is sane', async () => {
  const [id, other] = [randomUUID(), randomUUID()]
  const hours = (n: number) => `update employees set contract_hours = ${n} where id = '${piet.id}'`
  const anybody = {
    id,
    kind: 'person',
    other_contact_points: '[]',
    team_id: teamId ?? '',
    created_at: 'now()',
  }
  const agreed = (set: string) => `update agreements set ${set} where team_id = '${teamId}'`
  const promise = (row: Readonly<Record<string, string | null>>) => callbackRow(ended, row)
  const told = { contact_id: other, contact_moment: 'owner-reached' }
  for (const [name, ...statements] of [
    ['employees_contract_hours_are_sane', hours(0)],
    ['employees_contract_hours_are_sane', hours(-1)],
    ['employees_contract_hours_are_sane', hours(61)],
    ['customers_can_be_recognised', insert('customers', anybody)],
    ['agreements_are_sane', agreed('callbacks_per_hour = 0')],
    ['agreements_are_sane', agreed('callbacks_per_hour = 61')],
    ['agreements_are_sane', agreed('attempts = 0, attempt_days = 0')],
    ['agreements_are_sane', agreed('attempts = 21')],
    ['agreements_are_sane', agreed('attempt_days = attempts + 1')],
    ['callbacks_remind_before_the_end', promise({ remind_at: `now() + '2 days'::interval` })],
    ['callbacks_remind_before_the_end', promise({ remind_at: null })],
    ['callbacks_booked_have_a_place', promise({ booked_hour: 'now()' })],
    ['callbacks_booked_have_a_place', promise({ place: '1' })],
    ['callbacks_booked_have_a_place', promise({ booked_hour: 'now()', place: '0' })],
    ['callbacks_booked_have_a_place', promise({ booked_hour: 'now()', place: '1', computed: 'true' })],
    ['successions_move_to_another', successionRow(kase, sanne.id)],
    ['successions_completed_have_an_owner', successionRow(kase, piet.id, { to_owner_id: null })],
    [
      'successions_completed_have_an_owner',
      successionRow(kase, piet.id, {
        ...{ cause: 'safety', reason: 'Threats.', departure_of: null, confirmed_by_id: piet.id },
        completed_at: `now() - '1 second'::interval`,
      }),
    ],
    [
      'cases_resolved_have_a_moment',
      contactRow(kase, { id: other }),
      resolutionRow(kase, { id, ...told }),
      `update callbacks set state = 'kept', closed_at = now(), contact_id = '${other}', contact_moment = 'owner-reached'
        where id = '${kase.callback.id}'`,
      changeCase(kase.id, `callback_id = null, resolution_id = '${id}'`),
    ],
  ] as const)
    expect([name, await refusal(service, ...statements)]).toEqual([name, name])
})

test('whom a complaint is about asks nobody of it, also where they stand in for its owner', async () => {
  const { take, sanne: owner, piet: about, team } = await setScene(service)
  const complaint = await take({ aboutEmployeeId: about.id })
  const other = await service.employee({ teamId: team.id })
  const absence = randomUUID()
  const span = { from_at: `now() - '1 hour'::interval`, until_at: `now() + '1 hour'::interval` }
  const away = insert('absences', { id: absence, employee_id: owner.id, registered_at: 'now()', ...span })
  const stands = insert('stand_ins', {
    id: randomUUID(),
    absence_id: absence,
    owner_id: owner.id,
    stand_in_id: about.id,
    ...span,
  })
  const asks = insert('consultations', {
    id: randomUUID(),
    case_id: complaint.id,
    asked_by_id: about.id,
    consulted_id: other.id,
    kind: 'question',
    question: 'Why?',
    need_by: `now() + '1 day'::interval`,
    state: 'open',
    own_team_id: team.id,
    outside: 'false',
    asked_at: 'now()',
  })
  expect(await refusal(service, away, stands, asks)).toBe('consultations_are_the_owners')
})
