import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { changeCase, contactRow, insert, refusal, resolutionRow } from '../script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

/** Tries that nobody made, what was long ago, and who left before they did. */
const service = useService()

let [kase, tried]: Answer['body'][] = []
let [sanneId, pietId, standInId] = ['', '', '']
beforeAll(async () => {
  const scene = await setScene(service)
  ;[sanneId, pietId] = [scene.sanne.id, scene.piet.id]
  ;[kase, tried] = [await scene.take(), await scene.take()]
  await service.do('POST', `/v1/callbacks/${tried.callback.id}/attempts`, {
    as: sanneId,
    body: { outcome: 'no-answer' },
  })
  standInId = (await service.employee({ teamId: scene.team.id })).id
  const until = String(Temporal.Now.instant().add({ hours: 8 }))
  await service.do('POST', `/v1/employees/${sanneId}/absences`, { body: { until, standInId } })
  await letTimeBe(service.sql)
})

const change = (of: Answer['body'], set: string) =>
  `update callbacks set ${set} where id = '${of.callback.id}'`
/** A try that is told of, as the owner would have made it. */
const aTry = (of: Answer['body']) => [
  insert('callback_attempts', {
    ...{
      id: randomUUID(),
      callback_id: of.callback.id,
      outcome: 'no-answer',
      at: 'now()',
      day: 'now()::date',
    },
    ...{ employee_id: sanneId, recorded_at: 'now()' },
  }),
  tell,
]
const counted = (of: Answer['body']) => change(of, 'attempts = attempts + 1')
const [contact, another, resolution] = [randomUUID(), randomUUID(), randomUUID()]
/** A try that reached the customer, by a contact of the owner. */
const reached = (of: Answer['body'], employeeId = sanneId, id = contact) => [
  contactRow(of, { id }),
  insert('callback_attempts', {
    ...{ id: randomUUID(), callback_id: of.callback.id, outcome: 'reached', at: 'now()', day: 'now()::date' },
    ...{ employee_id: employeeId, recorded_at: 'now()', contact_id: id },
  }),
]
/** The customer was reached, and the case ends by it. */
const ends = (of: Answer['body']) => [
  `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'
    where id = '${of.callback.id}'`,
  resolutionRow(of, { id: resolution, contact_id: contact, contact_moment: 'owner-reached' }),
  changeCase(of.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
]
const refused = 'callbacks_count_their_tries'

tryAll(service, [
  { name: 'counts tries that nobody made', steps: () => [change(kase, 'attempts = 3')], refused },
  { name: 'forgets one that was made', steps: () => [change(tried, 'attempts = 0')], refused },
  {
    name: 'counts one twice',
    steps: () => [...aTry(kase), change(kase, 'attempts = 2')],
    refused,
  },
  { name: 'writes one down and does not count it', steps: () => aTry(kase), refused },
  {
    name: 'counts one of two that it writes down',
    steps: () => [...aTry(kase), ...aTry(kase), counted(kase)],
    refused,
  },
  {
    name: 'stands in the way of two that are counted',
    steps: () => [...aTry(kase), counted(kase), ...aTry(kase), counted(kase)],
    refused: /^nothing$/,
  },
  {
    name: 'writes one down that reached the customer, and does not count it',
    steps: () => [...reached(kase), ...ends(kase), tell],
    refused,
  },
  {
    name: 'writes one down that reached the customer, where only that in vain before is counted',
    steps: () => [...reached(tried), ...ends(tried), tell],
    refused,
  },
  {
    name: 'has it checked before it counts no more',
    steps: () => [
      ...[...reached(kase), counted(kase), ...ends(kase)],
      'set constraints callback_attempts_reach_by_one_voice immediate',
      change(kase, 'attempts = 0'),
      tell,
    ],
    refused: 'callbacks_promise_stands',
  },
  ...(['reached', 'busy'] as const).flatMap((outcome) => [
    {
      name: `makes two tries of one contact, of which one ${outcome === 'busy' ? 'did not reach' : 'reached'} the customer`,
      steps: () => [
        ...reached(kase),
        counted(kase),
        ...reached(kase)
          .slice(1)
          .map((step) => step.replace('reached', outcome)),
        counted(kase),
        tell,
      ],
      refused: 'callback_attempts_are_one_contact_each',
    },
    {
      name: `makes a try at one promise of a contact that was one at another, and ${outcome === 'busy' ? 'did not reach' : 'reached'} the customer`,
      steps: () => [
        ...reached(kase),
        counted(kase),
        ...reached(tried)
          .slice(1)
          .map((step) => step.replace('reached', outcome)),
        counted(tried),
        tell,
      ],
      refused: 'callback_attempts_are_one_contact_each',
    },
  ]),
  {
    name: 'reaches one customer by the contact of another, whom it tried as often',
    steps: () => [contactRow(tried, { id: contact }), ...reached(kase).slice(1), tell],
    refused: 'contacts_one_voice',
  },
  {
    name: 'reaches the customer, and keeps nothing by it',
    steps: () => [...reached(kase), counted(kase), tell],
    refused: 'contacts_one_voice',
  },
  {
    name: 'reaches one customer by the contact of another, and counts it',
    steps: () => [contactRow(tried, { id: contact }), ...reached(kase).slice(1), counted(kase), tell],
    refused: 'contacts_one_voice',
  },
  {
    name: 'stands in the way of an end by a try that reached the customer',
    steps: () => [...reached(kase), counted(kase), ...ends(kase), tell],
    refused: /^nothing$/,
  },
  {
    name: 'makes one more try at a promise that is kept as it does',
    steps: () => [
      ...[...reached(kase), counted(kase)],
      ...[...reached(kase, sanneId, another), counted(kase)],
      ...[...ends(kase), tell],
    ],
    refused: 'contacts_one_voice',
  },
  {
    name: 'has a colleague reach the customer by the contact of the owner',
    steps: () => [...reached(kase, pietId), counted(kase), ...ends(kase), tell],
    refused: 'contacts_one_voice',
  },
  {
    name: 'has a colleague who heard the customer try to reach them by that',
    steps: () => [
      contactRow(kase, { id: contact, direction: 'inbound', employee_id: pietId, spoken_for: null }),
      ...[...reached(kase, pietId).slice(1), counted(kase), tell],
    ],
    refused: 'contacts_one_voice',
  },
  {
    name: 'has a stand-in reach the customer by the contact of the owner',
    steps: () => [...reached(kase, standInId), counted(kase), ...ends(kase), tell],
    refused: 'contacts_one_voice',
  },
  {
    name: 'has a stand-in try in vain by the contact of the owner',
    steps: () => [
      ...reached(kase, standInId).map((step) => step.replaceAll('reached', 'busy')),
      counted(kase),
      tell,
    ],
    refused: 'contacts_one_voice',
  },
  {
    name: 'stands in the way of one that reached the customer, after one in vain',
    steps: () => [...aTry(tried), counted(tried), ...reached(tried), counted(tried), ...ends(tried), tell],
    refused: /^nothing$/,
  },
  {
    name: 'plans the next try where none was made',
    steps: () => [change(tried, `next_try_at = now() + interval '9 days'`)],
    refused,
  },
  {
    name: 'plans the next try by one at another promise',
    steps: () => [...aTry(kase), counted(kase), change(tried, `next_try_at = now() + interval '9 days'`)],
    refused,
  },
  {
    name: 'plans the next try with a note',
    steps: () => [
      insert('notes', {
        ...{ id: randomUUID(), case_id: tried.id, text: 'Call later.', author_kind: 'employee' },
        ...{ author_id: sanneId, at: 'now()' },
      }),
      tell,
      change(tried, `next_try_at = now() + interval '9 days'`),
    ],
    refused,
  },
  {
    name: 'stands in the way of a try that is made',
    steps: () => [...aTry(tried), change(tried, `attempts = 2, next_try_at = now() + interval '1 day'`)],
    refused: /^nothing$/,
  },
  {
    name: 'tells of a contact of long ago',
    steps: () => [contactRow(kase, { at: `now() - interval '170 hours'` }), tell],
    refused: 'contacts_are_of_now',
  },
  {
    name: 'lets somebody have left long ago',
    steps: () => [`update employees set departed_at = now() - interval '170 hours' where id = '${pietId}'`],
    refused: 'employees_are_of_now',
  },
  {
    name: 'lets somebody have left in time to come',
    steps: () => [`update employees set departed_at = now() + interval '6 minutes' where id = '${pietId}'`],
    refused: 'employees_are_of_now',
  },
  {
    name: 'takes away the key of the addresses that customers have',
    steps: () => [
      'insert into link_keys values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), now())',
      'delete from link_keys',
    ],
    refused: 'link_keys_stay',
  },
])

/** The trigger alone, on a table with the same columns, whose moments are as exact as the clock. */
async function alone(trigger: string, table: string, moments: readonly string[]): Promise<readonly string[]> {
  const { rows } = await service.sql.query(
    'select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = $1',
    [trigger],
  )
  return [
    `create temporary table probe on commit drop as table ${table} with no data`,
    ...moments.map((column) => `alter table probe alter ${column} type timestamptz`),
    rows[0].definition.replace(` ON public.${table} `, ' ON probe '),
  ]
}

test('of a promise that begins nobody has tried to keep it', async () => {
  const trigger = await alone('callbacks_begin_open', 'callbacks', [])
  const begins = (set: string) =>
    refusal(service, ...trigger, `insert into probe (state, attempts, next_try_at) values (${set})`)
  expect(await begins(`'open', 0, null`)).toBe('nothing')
  for (const set of [`'kept', 0, null`, `'open', 1, null`, `'open', 0, now()`])
    expect(await begins(set)).toBe('callbacks_promise_stands')
})

test('a departure is told of within seven days, and an hour for the clocks', async () => {
  const trigger = await alone('employees_departure_is_of_now', 'employees', ['departed_at'])
  const left = (at: string) =>
    refusal(
      service,
      ...trigger,
      'insert into probe default values',
      `update probe set departed_at = now() ${at}`,
    )
  for (const at of [`- interval '169 hours'`, `+ interval '5 minutes'`])
    expect(await left(at)).toBe('nothing')
  for (const at of [`- interval '169 hours 1 second'`, `+ interval '5 minutes 1 second'`])
    expect(await left(at)).toBe('employees_are_of_now')
})

test.each(['contacts', 'callback_attempts'])(
  '%s tell of seven days, and an hour for the clocks',
  async (table) => {
    const trigger = await alone(`${table}_are_of_now`, table, ['recorded_at', 'at'])
    const told = (ago: string) =>
      refusal(
        service,
        ...trigger,
        `insert into probe (recorded_at, at) values (now(), now() - interval '${ago}')`,
      )
    expect(await told('169 hours')).toBe('nothing')
    expect(await told('169 hours 1 second')).toBe(`${table}_are_of_now`)
  },
)
