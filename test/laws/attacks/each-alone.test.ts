import { Client, DatabaseError } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../support/database.ts'
import { checks, type Declared, references, uniques } from './declared.ts'
import { valuesFor } from './values.ts'

/**
 * What a table declares is tried on a table with the same columns that may all be empty, without triggers and without all
 * other constraints: nothing but this one can stand in the way.
 */
let database: TestDatabase
let client: Client
let columns: Map<string, readonly { readonly name: string; readonly type: string }[]>
beforeAll(async () => {
  database = await createDatabase()
  client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`)
  columns = Map.groupBy(rows, ({ table }) => table)
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

interface Trial {
  readonly including?: 'constraints'
  /** SQL before the rows, of the constraints that the probe has. */
  readonly before?: string
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** The code with which the rows are refused; `nothing` when they are not. */
async function refusal({ table }: Declared, { including, before = '', rows }: Trial): Promise<string> {
  const inserts = rows.map(
    (row) =>
      `insert into probe (${Object.keys(row).map((name) => `"${name}"`)}) values (${Object.values(row)});`,
  )
  try {
    await client.query(`begin;
      create table probe (like ${table} ${including ? `including ${including}` : ''});
      do $$ declare c record; begin
        for c in select conname from pg_constraint where conrelid = 'probe'::regclass and contype = 'p' loop
          execute format('alter table probe drop constraint %I', c.conname);
        end loop;
        for c in select attname from pg_attribute where attrelid = 'probe'::regclass and attnum > 0 and attnotnull loop
          execute format('alter table probe alter %I drop not null', c.attname);
        end loop;
      end $$;
      ${before}
      ${inserts.join('\n')}
      set constraints all immediate`)
    return 'nothing'
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    return error.code ?? ''
  } finally {
    await client.query('rollback')
  }
}

/** Values for the columns that a condition speaks of, with which it is as it should be; undefined: we know of none. */
async function found({ table }: Declared, condition: string, words = condition) {
  const spoken = (columns.get(table) ?? []).filter(({ name }) => new RegExp(`\\b${name}\\b`).test(words))
  const lists = spoken.map(
    ({ name, type }) =>
      `(select v::${type} from unnest(array[${valuesFor(type, words)}]::text[]) v) "${name}_of" ("${name}")`,
  )
  const { rows } = await client.query(`
    select ${spoken.map(({ name }) => `quote_nullable("${name}"::text) as "${name}"`)}
    from (select * from ${lists.join(' cross join ')}) as ${table} where (${condition}) limit 1`)
  return rows[0] as Readonly<Record<string, string>> | undefined
}

describe('a row is refused by', () => {
  test.each(checks.map((check) => [check.name, check] as const))('%s alone', async (name, check) => {
    const row = await found(check, `not (${check.condition})`, check.condition)
    if (row === undefined) throw new Error(`no values are known that break ${check.condition}`)
    const others = `do $$ declare c record; begin
      for c in select conname from pg_constraint where conrelid = 'probe'::regclass and contype = 'c' and conname <> '${name}' loop
        execute format('alter table probe drop constraint %I', c.conname);
      end loop; end $$;`
    expect(await refusal(check, { including: 'constraints', before: others, rows: [row] })).toBe('23514')
  })

  test.each(references.map((one) => [one.name, one] as const))('%s alone', async (name, reference) => {
    const { rows } = await client.query(
      'select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1',
      [name],
    )
    const before = rows
      .map(
        ({ definition }) =>
          `alter table probe add constraint ${name} ${definition.replace(' NOT VALID', '')};`,
      )
      .join('')
    const row = await found(
      reference,
      reference.columns.map((column) => `${column} is not null`).join(' and '),
    )
    expect(await refusal(reference, { before, rows: row ? [row] : [] })).toBe('23503')
  })

  test.each(uniques.map((one) => [one.name, one] as const))('%s alone', async (name, unique) => {
    const { keys, where } = unique
    const row = await found(unique, [where, ...keys.map((key) => `(${key}) is not null`)].join(' and '))
    if (row === undefined) throw new Error(`no values are known with which ${where}`)
    const { rows } = await client.query(
      `select regexp_replace(indexdef, 'INDEX .* USING', 'INDEX ON probe USING') || ';' as index
      from pg_indexes where indexname = $1`,
      [name],
    )
    const before = rows.map(({ index }) => index).join('')
    expect(await refusal(unique, { before, rows: [row] })).toBe('nothing')
    expect(await refusal(unique, { before, rows: [row, row] })).toBe('23505')
  })
})
