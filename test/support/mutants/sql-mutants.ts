import type { Client } from 'pg'
import { type Bend, bendConditions, bendFunction } from './bend-conditions.ts'
import type { Mutant } from './mutant.ts'

interface Found {
  readonly name: string
  readonly on: string
  readonly definition: string
  /** The function that a trigger calls. */
  readonly calls?: string
}

/** Every mutant of what a database refuses by: each trigger and constraint dropped, each condition bent, one by one. */
export async function sqlMutants(client: Pick<Client, 'query'>): Promise<readonly Mutant[]> {
  const read = async (text: string) => (await client.query<Found>(text)).rows
  return [
    ...(await read(TRIGGERS)).flatMap(ofTrigger),
    ...(await read(CONSTRAINTS)).map(ofConstraint),
    ...(await read(FUNCTIONS)).flatMap(ofFunction),
  ]
}

function ofTrigger({ name, on, definition, calls = '' }: Found): readonly Mutant[] {
  const names = [name, ...namesIn(definition), ...namesIn(calls)]
  const drop = `DROP TRIGGER ${name} ON ${on}`
  const when = /\bWHEN \((.*)\) EXECUTE FUNCTION/s.exec(definition)?.[1]
  const bends = when === undefined ? [] : [...bendConditions(when), ...columnsDropped(when)]
  return [
    {
      kind: 'trigger dropped',
      name: `${on}.${name}`,
      on,
      change: drop,
      names,
      letsWorkGoOn: true,
      isTriedFromItsPage: when !== undefined || definition.includes('EXECUTE FUNCTION refuse('),
    },
    ...bends.map(({ kind, what, text }) => ({
      kind: kind === 'part dropped' ? 'part of a WHEN dropped' : `${kind} in a WHEN`,
      name: `${on}.${name}: ${what}`,
      on,
      change: `${drop}; ${definition.replace(when ?? '', () => text)}`,
      names,
      letsWorkGoOn: true,
      isTriedFromItsPage: true,
    })),
  ]
}

/** Lists of columns that are compared, each without one of them. */
function columnsDropped(when: string): readonly Bend[] {
  const lists = /ROW\(([^()]*)\) IS DISTINCT FROM ROW\(([^()]*)\)/g
  return [...when.matchAll(lists)].flatMap(({ index, 0: whole, 1: were = '', 2: are = '' }) => {
    const [before, after] = [were.split(', '), are.split(', ')]
    return before.map((column, at) => ({
      kind: 'part dropped',
      what: `without ${column}`,
      text: `${when.slice(0, index)}ROW(${before.toSpliced(at, 1)}) IS DISTINCT FROM ROW(${after.toSpliced(at, 1)})${when.slice(index + whole.length)}`,
    }))
  })
}

const ofConstraint = ({ name, on, definition }: Found): Mutant => ({
  kind: `${/^(?:CREATE )?(CHECK|FOREIGN KEY|UNIQUE|EXCLUDE)/.exec(definition)?.[1]?.toLowerCase()} dropped`,
  name: `${on}.${name}`,
  on,
  change: definition.startsWith('CREATE UNIQUE')
    ? `DROP INDEX ${name}`
    : `ALTER TABLE ${on} DROP CONSTRAINT ${name}`,
  names: [name],
  letsWorkGoOn: true,
  isTriedFromItsPage: true,
})

function ofFunction({ name, on, definition }: Found): readonly Mutant[] {
  const alike = Map.groupBy(bendFunction(definition), ({ kind, what }) => `${kind} ${what}`)
  return [...alike.values()].flatMap((bends) =>
    bends.map(({ kind, what, text }, n) => ({
      kind: `${kind} in a function`,
      // Of those that read alike each has its number: one of them may be equivalent.
      name: `${name}: ${what}${bends.length > 1 ? ` #${n + 1}` : ''}`,
      on,
      change: text,
      names: namesIn(definition),
      letsWorkGoOn: kind === 'boundary',
    })),
  )
}

/** What a function or a trigger calls itself when it refuses. */
const namesIn = (definition: string): readonly string[] =>
  [...definition.matchAll(/(?:CONSTRAINT = |broken := |EXECUTE FUNCTION \w+\()([^;]*)/g)].flatMap(
    ([, words = '']) => [...words.matchAll(/'(\w+_\w+)'/g)].map(([, name = '']) => name),
  )

const TRIGGERS = `
  select t.tgname as name, c.relname as on, pg_get_triggerdef(t.oid) as definition,
    pg_get_functiondef(t.tgfoid) as calls
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by 2, 1`

/** Keys that others refer to are left out: they go with who refers to them. */
const CONSTRAINTS = `
  select k.conname as name, c.relname as on, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype in ('c', 'f', 'u', 'x') and c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = k.conindid and k.contype = 'u')
  union all
  select i.relname, c.relname, pg_get_indexdef(i.oid) from pg_index x
  join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
  where x.indisunique and c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint k where k.conindid = i.oid)
  order by 2, 1`

/** Of laws alone: what a trigger calls, and what that calls. */
const FUNCTIONS = `
  select p.proname as name, coalesce(min(c.relname), '') as on, pg_get_functiondef(p.oid) as definition
  from pg_proc p left join pg_trigger t on t.tgfoid = p.oid left join pg_class c on c.oid = t.tgrelid
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
    and p.prolang in (select oid from pg_language where lanname in ('plpgsql', 'sql')) and p.prosqlbody is null
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    and (t.oid is not null or p.proname in ('speaks_for', 'was_voice', 'was_tried_enough', 'tried_in_vain', 'happened_since', 'is_erasure', 'is_being_erased', 'tries_are_counted'))
  group by p.oid order by 1`
