import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { changeCase, contactRow, insert } from '../script.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** Hours, days, spans, zones and lists that nobody can read, and reasons that say nothing. */
const service = useService()
let [sanne, team, customer, other, kase]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, team, customer } = scene)
  other = await service.customer({ teamId: team.id })
  kase = await scene.take()
  await service.do('POST', '/v1/api-keys', { body: { name: 'Reports', scopes: ['cases:read'] } })
  await service.do('POST', '/v1/webhooks', {
    body: { url: 'https://example.org/hook', types: ['case.opened'] },
  })
  const body = { values: [{ code: 'honest', name: 'Honest', meaning: 'We say what went wrong.' }] }
  await service.do('PUT', '/v1/values', { body })
  await letTimeBe(service.sql)
})

const id = randomUUID()
const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`
const day = { from: '09:00', until: '17:00' }
const week = (...days: unknown[]) => json({ monday: days })
const merged = (moved: unknown) => [
  insert('customer_merges', {
    ...{ id, customer_id: other.id, into_id: customer.id, moved: json(moved), merged_at: 'now()' },
    ...{ merged_by_kind: 'employee', merged_by_id: sanne.id },
  }),
  `update customers set merge_id = '${id}' where id = '${other.id}'`,
]
const nothing = { references: [], facts: [], filled: [], contactPoints: [] }

const hours: readonly (readonly [string, () => string])[] = [
  ['are a list', () => json([day])],
  ['are a text', () => json('x')],
  ['are of no day', () => json({ mon: [day] })],
  ['are a number', () => json({ monday: 5 })],
  ['are null of a day', () => json({ monday: null })],
  ['have a stretch without an end', () => week({ from: '09:00' })],
  ['have a stretch that is a text', () => week('09:00')],
  ['have a stretch of numbers', () => week({ from: 9, until: 17 })],
  ['begin at no time', () => week({ from: '24:00', until: '24:00' })],
  ['end at no time', () => week({ from: '09:00', until: '24:01' })],
  ['end before they begin', () => week({ from: '17:00', until: '09:00' })],
  ['end as they begin', () => week({ from: '09:00', until: '09:00' })],
  ['overlap', () => week(day, { from: '16:59', until: '18:00' })],
  ['are out of order', () => week({ from: '18:00', until: '19:00' }, day)],
]
const weeks = [
  ['agreements set opening_hours', 'agreements_are_of_their_form'],
  ['employees set working_hours', 'employees_work_in_a_week'],
  ['customers set preferred_windows', 'customers_are_of_their_form'],
] as const

const zones = [
  'x',
  'Nowhere',
  'Europe/Nowhere',
  'Nowhere+3',
  'Europe/Nowhere+3',
  '+02:00',
  'CEST',
  'Etc/GMT+99',
  '',
]
const zoned = ['agreements', 'organisation', 'employees', 'customers']

const broken: readonly (readonly [string, unknown, string])[] = [
  ['agreements set opening_hours', {}, 'agreements_are_of_their_form'],
  ['agreements set opening_hours', { monday: [] }, 'agreements_are_of_their_form'],
  ...[
    { a: 1 },
    [5],
    [{}],
    [{ date: 5 }],
    [{ date: '2026-02-30' }],
    [{ date: '2026-2-3' }],
    [{ date: 'Monday' }],
    [{ date: '2026-12-24', reason: 5 }],
  ].flatMap((days) =>
    ['closures', 'openings'].map(
      (of) => [`agreements set ${of}`, days, 'agreements_are_of_their_form'] as const,
    ),
  ),
  ...[[], [{ from: '17:00', until: '09:00' }], undefined, 5].map(
    (intervals) =>
      [
        'agreements set openings',
        [{ date: '2026-12-24', intervals }],
        'agreements_are_of_their_form',
      ] as const,
  ),
  ...[
    5,
    { attempts: 3 },
    { attempts: { least: 'x' } },
    { callbacksPerHour: { most: 'x' } },
    { callbackWithin: {} },
    { callbackWithin: { most: 'P1D' } },
    { callbackHorizon: { most: 'PT8H' } },
  ].map((bounds) => ['organisation set agreement_bounds', bounds, 'organisation_is_of_its_form'] as const),
  ...[
    { a: 1 },
    5,
    ['x'],
    [{ channel: 'phone' }],
    [{ channel: 'phone', address: 5 }],
    [{ channel: 'phone', address: 'x', label: 5 }],
  ].map((points) => ['customers set other_contact_points', points, 'customers_are_of_their_form'] as const),
  ...[{ a: 1 }, ['x'], [{ code: 'honest', name: 'Honest' }], [{ code: 1, name: 'One', meaning: 'One' }]].map(
    (list) => ['shared_values set list', list, 'shared_values_are_of_their_form'] as const,
  ),
]

tryAll(service, [
  ...weeks.flatMap(([set, refused]) =>
    hours.map(([which, value]) => ({
      name: `makes hours by ${set} that ${which}`,
      steps: () => [`update ${set} = ${value()}`],
      refused,
    })),
  ),
  ...broken.map(([set, value, refused]) => ({
    name: `writes ${set} = ${JSON.stringify(value)}`,
    steps: () => [`update ${set} = ${json(value)}`],
    refused,
  })),
  ...zoned.flatMap((table) =>
    zones.map((zone) => ({
      name: `has ${table} live in “${zone}”`,
      steps: () => [`update ${table} set time_zone = '${zone}'`],
      refused: 'time_zones_are_known',
    })),
  ),
  ...['callback_within', 'remind_before', 'attempt_pause'].flatMap((span) =>
    ['x', '', 'PT', 'PT0H', 'P1D', '-PT1H', 'PT1H '].map((value) => ({
      name: `has ${span} last “${value}”`,
      steps: () => [`update agreements set ${span} = '${value}'`],
      refused: 'agreements_are_of_their_form',
    })),
  ),
  ...['x', 'P0D', 'PT8H', 'P-1D'].map((value) => ({
    name: `promises ahead for “${value}”`,
    steps: () => [`update agreements set callback_horizon = '${value}'`],
    refused: 'agreements_are_of_their_form',
  })),
  {
    name: 'answers ideas within no days',
    steps: () => [`update organisation set idea_answer_within = 'P000D'`],
    refused: 'organisation_is_of_its_form',
  },
  ...[-1, 0, 100_000_000_001].map((ceiling) => ({
    name: `lets a team give up to ${ceiling}`,
    steps: () => [`update agreements set gesture_ceiling = ${ceiling}`],
    refused: 'agreements_ceiling_is_finite',
  })),
  {
    name: 'expects questions that are none',
    steps: () => [
      insert('heads_ups', {
        ...{
          id,
          title: 'Meters',
          kind: 'other',
          message: 'Too much.',
          expected_questions: json([{ question: 'Why?' }]),
        },
        ...{ from_at: 'now()', until_at: `now() + '1 day'::interval`, announced_by_kind: 'employee' },
        ...{ announced_by_id: sanne.id, announced_at: 'now()' },
      }),
    ],
    refused: 'heads_ups_expect_questions',
  },
  ...[
    {},
    5,
    { ...nothing, references: {} },
    { ...nothing, references: [{ system: 'crm' }] },
    { ...nothing, facts: undefined },
    { ...nothing, facts: ['x'] },
    { ...nothing, filled: [5] },
    { ...nothing, contactPoints: ['x'] },
  ].map((moved) => ({
    name: `merges by what moved as ${JSON.stringify(moved)}`,
    steps: () => merged(moved),
    refused: 'customer_merges_know_what_they_moved',
  })),
  ...[{ a: 1 }, 5, 'x', ['x'], [5], [[id]], [null]].map((participants) => ({
    name: `has ${JSON.stringify(participants)} take part in a contact`,
    steps: () => [contactRow(kase, { participants: json(participants) })],
    refused: 'contacts_are_of_their_form',
  })),
  ...[
    [`teams set segments = '{null}'`, 'teams_are_of_their_form'],
    [`api_keys set scopes = '{cases:read,null}'`, 'api_keys_are_of_their_form'],
    [`webhooks set types = '{null}'`, 'webhooks_are_of_their_form'],
    [`customers set preferred_channel = 'x'`, 'customers_channel_is_known'],
    [`organisation set currency = 'euro'`, 'organisation_currency_is_a_code'],
    [`organisation set currency = 'EURO'`, 'organisation_currency_is_a_code'],
    [`organisation set country = 'Nederland'`, 'organisation_currency_is_a_code'],
  ].map(([set, refused = '']) => ({
    name: `writes ${set}`,
    steps: () => [`update ${set}`],
    refused,
  })),
  {
    name: 'tags with nothing',
    steps: () => [changeCase(kase.id, `tags = '{a,null}'`)],
    refused: 'cases_are_of_their_form',
  },
  {
    name: 'notes as nobody is',
    steps: () => [
      insert('notes', {
        ...{
          id,
          case_id: kase.id,
          text: 'Not true.',
          author_kind: 'robot',
          author_id: sanne.id,
          at: 'now()',
        },
      }),
    ],
    refused: 'notes_author_is_known',
  },
  {
    name: 'thinks of values that are nothing',
    steps: () => [
      insert('ideas', {
        ...{ id, title: 'Fewer forms', body: 'Nobody reads them.', author_id: sanne.id, values: '{null}' },
        ...{ anonymous: 'false', created_at: 'now()', answer_by: `now() + '40 days'::interval` },
      }),
    ],
    refused: 'ideas_are_of_their_form',
  },
  {
    name: 'takes the list of values away',
    steps: () => ['delete from shared_values'],
    refused: 'shared_values_are_one_list',
  },
  {
    name: 'stands in the way of what is of its form',
    steps: () => [
      `update agreements set opening_hours = ${week(day, { from: '17:00', until: '24:00' })}, time_zone = 'America/Port-au-Prince',
        closures = ${json([{ date: '2028-02-29' }])}, openings = ${json([{ date: '2046-12-25', intervals: [day], reason: 'We are there' }])},
        callback_within = 'PT1H30M', callback_horizon = 'P10D', remind_before = 'PT15M', attempt_pause = 'PT2H', gesture_ceiling = 1`,
      `update employees set working_hours = '{}', time_zone = 'Etc/GMT-14'`,
      `update customers set preferred_windows = null, time_zone = null,
        other_contact_points = ${json([{ channel: 'letter', address: 'Kade 1', label: 'Work' }])}`,
      `update organisation set agreement_bounds = ${json({ callbackWithin: { most: 'PT16H' }, callbacksPerHour: { least: 1 } })}`,
      `update shared_values set list = '[]'`,
      ...merged(nothing),
    ],
    refused: /^nothing$/,
  },
])

test('a time zone that the database takes is one that everybody can read, and none is left out', async () => {
  const { rows } = await service.sql.query(
    `select name, is_time_zone(name) as known from pg_timezone_names where name !~ '^(posix|right)/'`,
  )
  expect(rows.length).toBeGreaterThan(400)
  const isRead = (name: string) => {
    try {
      return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name
    } catch {
      return false
    }
  }
  expect(rows.filter(({ name, known }) => known !== isRead(name))).toEqual([])
})

describe('where a reason is asked for', () => {
  /** What may be left out, or is a word of a list that the database knows. */
  const others =
    /^(contacts|callback_attempts)\.summary$|^cases\.assignment_reason$|^webhook_deliveries\.last_answer$|\.(disabled_)?because$/
  /** What is asked for besides, by a law or by whoever reads it. */
  const besides = [
    ...['gestures.withdrawn_because', 'gestures.fulfilment_reference', 'rule_versions.text', 'ideas.title'],
    ...['ideas.body', 'consultations.question', 'heads_ups.message', 'outreaches.message'],
    'imports.failed_because',
  ]

  test('a blank is none, nor is a text in which there is nothing to see', async () => {
    const { rows } = await service.sql.query(`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and is_generated = 'NEVER'
        and column_name ~ '(^|_)(reason|why|because|benefit|alternative|wish|worth_more|value_to_customer|result|answer|summary)$'`)
    const asked = rows.map(({ name }) => name).filter((name) => !others.test(name))
    expect(asked.length).toBeGreaterThan(18)
    for (const name of new Set([...asked, ...besides])) {
      const [table = '', column = ''] = name.split('.')
      expect(await outcomeOf(service, 'read committed', blanksIn(table, column)), name).toBe('nothing')
    }
  })

  /** Tries blanks in a table of the same columns that has the checks of what is said alone; then a word. */
  const blanksIn = (table: string, column: string) => [
    `create temporary table probe (like ${table} including constraints) on commit drop`,
    `do $$ declare c record; begin
      for c in select attname from pg_attribute where attrelid = 'pg_temp.probe'::regclass and attnum > 0 and attnotnull loop
        execute format('alter table pg_temp.probe alter %I drop not null', c.attname);
      end loop;
      for c in select conname from pg_constraint where conrelid = 'pg_temp.probe'::regclass and contype = 'c'
          and conname !~ '_say_(why|how|something)$' loop
        execute format('alter table pg_temp.probe drop constraint %I', c.conname);
      end loop; end $$`,
    `do $$ declare blank text; begin
      foreach blank in array array['', ' ', E'\\n\\t', chr(160), chr(8203), chr(10240)] loop
        begin
          insert into pg_temp.probe (${column}) values (blank);
          raise 'taken: %', to_json(blank);
        exception when check_violation then null; end;
      end loop; end $$`,
    `insert into pg_temp.probe (${column}) values (chr(8203) || 'Us.')`,
  ]
})
