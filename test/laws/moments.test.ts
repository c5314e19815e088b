import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { createEmptyDatabase } from '../support/database.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'
import { callbackRow, contactRow, insert, refusal } from './script.ts'

const service = useService()

/** Every column of every table that holds a moment which is not computed from others, and what refuses it. */
const columns = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, k.conname as constraint,
    replace(pg_get_constraintdef(k.oid), ' NOT VALID', '') as definition
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  left join pg_constraint k on k.conrelid = c.oid and k.contype = 'c' and k.conname = c.relname || '_moments_are_real'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
    and a.atttypid in ('timestamptz'::regtype, 'timestamp'::regtype) and a.attgenerated = ''`

const unreal = [
  'infinity',
  '-infinity',
  '1999-12-31T23:59:59.999Z',
  '2200-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
]
const real = ['2000-01-01T00:00:00Z', '2026-11-21T09:30:00Z', '2199-12-31T23:59:59.999Z']

test('every column that holds a moment takes finite ones of our time, in milliseconds, and no others', async () => {
  const { rows } = await service.sql.query(columns)
  expect(rows.length).toBeGreaterThan(45)
  for (const { table, column, type, constraint, definition } of rows) {
    const where = `${table}.${column}`
    expect(type, where).toBe('timestamp(3) with time zone')
    const saying = (moment: string) => [
      `create temporary table probe on commit drop as table ${table} with no data`,
      `alter table probe add constraint ${constraint} ${definition}`,
      `insert into probe (${column}) values ('${moment}')`,
    ]
    for (const moment of unreal)
      expect(await refusal(service, ...saying(moment)), `${where} ${moment}`).toBe(
        `${table}_moments_are_real`,
      )
    for (const moment of real) expect(await refusal(service, ...saying(moment)), where).toBe('nothing')
  }
})

describe('no SQL writes', () => {
  test('a promise that is never due', async () => {
    const { take } = await setScene(service)
    const row = callbackRow(await take(), { window_until: `'infinity'`, remind_at: 'now()' })
    expect(await refusal(service, row)).toBe('callbacks_are_still_to_come')
    const reminded = callbackRow(await take(), { remind_at: `'-infinity'` })
    expect(await refusal(service, reminded)).toBe('callbacks_moments_are_real')
  })

  test('a contact or an event of another century', async () => {
    const { take } = await setScene(service)
    expect(await refusal(service, contactRow(await take(), { at: '1999-12-31T12:00:00Z' }))).toBe(
      'contacts_moments_are_real',
    )
    const event = { id: 'gen_random_uuid()', type: 'customer.changed', actor_kind: 'system', data: '{}' }
    expect(await refusal(service, insert('events', { ...event, at: '1999-12-31T12:00:00Z' }))).toBe(
      'events_moments_are_real',
    )
    expect(await refusal(service, insert('events', { ...event, at: 'now()' }))).toBe('nothing')
  })

  test('an absence without an end', async () => {
    const { sanne } = await setScene(service)
    const row = { id: 'gen_random_uuid()', employee_id: sanne.id, from_at: 'now()', registered_at: 'now()' }
    expect(await refusal(service, insert('absences', { ...row, until_at: `'infinity'` }))).toBe(
      'absences_moments_are_real',
    )
  })
})

test('the migration names what is there already, all of it at once, and changes nothing then', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  const database = await createEmptyDatabase()
  const client = new Client({ connectionString: database.url })
  try {
    cpSync('migrations', folder, { recursive: true })
    const names = readdirSync(folder).sort()
    const from = names.findIndex((name) => name.endsWith('_moments_are_real'))
    for (const name of names.slice(from)) rmSync(join(folder, name), { recursive: true })
    expect(await migrate(database.url, undefined, folder)).toBe(from)

    await client.connect()
    const [early, late, never] = [randomUUID(), randomUUID(), randomUUID()].sort()
    await client.query(`insert into teams (id, name, created_at)
      values ('${early}', 'Early', '1999-12-31T12:00:00Z'), ('${late}', 'Late', '2200-01-01T00:00:00Z')`)
    await client.query(`insert into topics (id, code, name, created_at)
      values ('${never}', 'never', 'Never', 'infinity')`)
    const made = `select count(*)::int as made from pg_constraint where conname like '%_moments_are_real'`
    await expect(migrate(database.url)).rejects.toMatchObject({
      cause: { message: expect.stringContaining(`\nteams: ${early}, ${late}\ntopics: ${never}`) },
    })
    expect((await client.query(made)).rows).toEqual([{ made: 0 }])

    await client.query('update teams set created_at = now()')
    await client.query(`insert into agreements (team_id, opening_hours, time_zone, closures, callback_within, callback_horizon,
      callbacks_per_hour, remind_before, attempts, attempt_days, attempt_pause)
      select id, '{"monday": [{"from": "09:00", "until": "17:00"}]}', 'UTC', '[]', 'PT8H', 'P10D', 4, 'PT30M', 3, 2, 'PT2H' from teams`)
    await client.query('update topics set created_at = now()')
    expect(await migrate(database.url)).toBe(names.length - from)
    expect((await client.query(made)).rows).not.toEqual([{ made: 0 }])
  } finally {
    await client.end()
    await database.drop()
    rmSync(folder, { recursive: true })
  }
})
