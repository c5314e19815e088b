import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../support/database.ts'
import { type When, whens } from './declared.ts'
import { valuesFor } from './values.ts'

/**
 * When a trigger looks at a change, its page says: `WHEN (…)`. Changes by chance of the columns that it speaks of, each of
 * one column or two, are looked at by the trigger of the database exactly where the page says so.
 */
let database: TestDatabase
let client: Client
beforeAll(async () => {
  database = await createDatabase()
  client = new Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const many = 400

/** The same each time. */
function chance() {
  let state = 7
  return (most: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % most
  }
}

async function changesFor({ table, condition }: When) {
  const { rows } = await client.query(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  )
  const spoken = rows.filter(({ name }) => new RegExp(`\\b(OLD|NEW)\\.${name}\\b`).test(condition))
  const lists = (spoken.length > 0 ? spoken : rows).map(({ name, type }) => ({
    name,
    values: [
      ...valuesFor(type, condition),
      ...(condition.includes('now()') ? momentsOf(type) : []),
      ...(type === 'xid8' && condition.includes(ours) ? [ours] : []),
    ],
  }))
  const next = chance()
  return Array.from({ length: many }, (_, pair) => {
    const old = Object.fromEntries(lists.map(({ name, values }) => [name, values[next(values.length)]]))
    const changed = { ...old }
    for (let turn = next(4) === 0 ? 2 : 1; turn > 0; turn--) {
      const { name, values } = lists[next(lists.length)] ?? { name: '', values: [] }
      changed[name] = values[next(values.length)]
    }
    return `(${pair}, ${recordOf(table, old)}, ${recordOf(table, changed)})`
  })
}

/** The transaction that asks. */
const ours = 'pg_current_xact_id()'

const momentsOf = (type: string): readonly string[] =>
  type.startsWith('timestamp')
    ? ['now()', `now() - interval '6 minutes'`, `now() + interval '6 minutes'`]
    : []

const recordOf = (table: string, row: Readonly<Record<string, string | undefined>>): string =>
  `jsonb_populate_record(null::${table}, jsonb_build_object(${Object.entries(row).map(
    ([name, value]) => `'${name}', (${value})::text`,
  )}))`

test.each(whens.map((when) => [when.name, when] as const))(
  '%s looks where its page says so',
  async (name, when) => {
    const { table, on, condition } = when
    const of = condition.replace(/\bOLD\b/g, '(p.o)').replace(/\bNEW\b/g, '(p.n)')
    const { rows } = await client.query(
      `select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = $1 and tgrelid = $2::regclass`,
      [name, table],
    )
    const definition = (rows[0]?.definition ?? '')
      .replace(` ON public.${table} `, ' ON probe ')
      .replace(/EXECUTE FUNCTION .*$/, 'EXECUTE FUNCTION looked()')
    const columns = `select string_agg(quote_ident(attname), ', ') as list, string_agg('(p.n).' || quote_ident(attname), ', ') as of
      from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`
    const { list, of: values } = (await client.query(columns)).rows[0]
    const by = {
      INSERT: `insert into probe (${list}, pair) select (p.n).*, pair from pairs p`,
      UPDATE: `update probe set (${list}) = row(${values}) from pairs p where p.pair = probe.pair`,
      DELETE: 'delete from probe',
    }
    try {
      await client.query(`begin; create table pairs (pair int, o ${table}, n ${table}); create table looks (pair int);
      insert into pairs values ${await changesFor(when)};
      create function looked() returns trigger language plpgsql as $$ begin
        insert into looks values (coalesce(new.pair, old.pair)); return coalesce(new, old); end $$;
      create table probe as select ${list}, 0 as pair from ${table} with no data;
      ${on === 'INSERT' ? '' : `insert into probe (${list}, pair) select (p.o).*, pair from pairs p;`}
      ${definition};
      ${by[on]};
      set constraints all immediate`)
      const told = await client.query(`
      select p.pair, p.o, p.n, coalesce(${of}, false) as said, p.pair in (select pair from looks) as looked from pairs p`)
      expect(told.rows.filter(({ said, looked }) => said !== looked).slice(0, 3)).toEqual([])
      expect(new Set(told.rows.map(({ said }) => said)).has(true), condition).toBe(true)
    } finally {
      await client.query('rollback')
    }
  },
)
