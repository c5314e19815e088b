import { readdirSync, readFileSync } from 'node:fs'
import type { ClientBase } from 'pg'
import { dropOf, readLaws } from './law-files.ts'

/** Laws by their names, each as PostgreSQL itself says it, in an order in which they can be dropped. */
export type HeldLaws = ReadonlyMap<string, string>

/**
 * What a database holds, and what it would hold by the files alone: all of it is dropped and made again from them, in a
 * transaction that is rolled back.
 */
export async function compareLaws(client: ClientBase): Promise<{ held: HeldLaws; written: HeldLaws }> {
  await client.query('begin')
  try {
    const held = await heldLaws(client)
    for (const name of held.keys()) await client.query(dropOf(name))
    for (const { statement } of readLaws()) await client.query(statement)
    return { held, written: await heldLaws(client) }
  } finally {
    await client.query('rollback')
  }
}

/** All functions and triggers of a database, and the constraints and indexes that no table in `src/tables` names. */
async function heldLaws(client: ClientBase): Promise<HeldLaws> {
  const { rows } = await client.query<{ kind: string; name: string; on: string | null; definition: string }>(
    CATALOGUE,
  )
  const tables = readTables()
  const said = rows.filter(({ kind, name }) => CALLABLE.has(kind) || !tables.includes(`'${name}'`))
  const laws = new Map(
    said.map(({ kind, name, on, definition }) => [
      `${kind} ${name}${on === null ? '' : ` ON ${on}`}`,
      definition,
    ]),
  )
  if (laws.size < said.length) throw new Error('Two functions have the same name')
  return laws
}

/** No table can say these. */
const CALLABLE = new Set(['ROUTINE', 'TRIGGER'])

function readTables(): string {
  const folder = new URL('../../src/tables/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  return files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('')
}

/** Primary keys and what is NOT NULL are the tables'; what an extension brought along is its own. */
const CATALOGUE = `
  with ours as (
    select p.* from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  )
  select 1 as place, 'TRIGGER' as kind, t.tgname::text as name, c.relname::text as on,
    pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' else ' not enabled' end as definition
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
  union all
  select case k.contype when 'f' then 2 else 3 end, 'CONSTRAINT', k.conname, c.relname, pg_get_constraintdef(k.oid)
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype in ('c', 'f', 'u', 'x') and c.relnamespace = 'public'::regnamespace
  union all
  select 4, 'INDEX', c.relname, null, pg_get_indexdef(c.oid)
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))
  union all
  select 5, 'ROUTINE', o.proname, null, concat_ws(' ', o.oid::regprocedure, a.aggtransfn, a.aggfinalfn, a.agginitval)
  from ours o join pg_aggregate a on a.aggfnoid = o.oid
  union all
  select 6, 'ROUTINE', proname, null, pg_get_functiondef(oid) from ours where prokind <> 'a'
  order by place`
