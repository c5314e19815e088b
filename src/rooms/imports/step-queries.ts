import { sql } from 'drizzle-orm'
import { appendEventsOf } from '../../history/append-events.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { importLines, imports } from '../../tables/imports.ts'
import { after, id, last, text } from './places.ts'

/** A running import that nobody else is at. */
export const claim = text(sql`
  select id, dry_run as "dryRun", prepared, after_line as "afterLine" from ${imports}
  where state = 'running' order by id limit 1 for update skip locked`)

/** Marks lines that name a customer again: which of them is meant, only their writer knows. */
export const markRepeated = text(sql`
  with again as (
    select line, first from (
      select line, min(line) over (partition by system, external_id) as first
      from ${importLines} where import_id = ${id} and system is not null and message is null
    ) every where line > first
  )
  update ${importLines} l set pointer = '#/externalId', message = 'names the customer of line ' || a.first || ' again'
  from again a where l.import_id = ${id} and l.line = a.line`)

/** Marks lines that name, by another reference, a customer of a line before. */
export const markSamePerson = text(sql`
  with again as (
    select line, first from (
      select l.line, min(l.line) over (partition by r.customer_id) as first
      from ${importLines} l join ${customerReferences} r on r.system = l.system and r.external_id = l.external_id
      where l.import_id = ${id} and l.message is null
    ) every where line > first
  )
  update ${importLines} l set pointer = '#/externalId', message = 'names the customer of line ' || a.first || ' again'
  from again a where l.import_id = ${id} and l.line = a.line`)

export const markPrepared = text(sql`update ${imports} set prepared = true where id = ${id}`)

/** The last of the next so many lines; null where none are left. */
export const lastOfNext = text(sql`
  select max(line) as last from (select line from ${importLines} where import_id = ${id} and line > ${after}
    order by line limit $3::int) l`)

/** Holds the customers whom these lines name, in an order, so that nobody waits in a circle. */
export const holdKnown = text(sql`
  select c.id from ${customers} c where c.id in (
    select r.customer_id from ${importLines} l
    join ${customerReferences} r on r.system = l.system and r.external_id = l.external_id
    where l.import_id = ${id} and l.line > ${after} and l.line <= ${last} and l.message is null)
  order by c.id for no key update`)

/** Refuses one line that the database refused by a constraint which the judgement does not know. */
export const refuseLine = text(sql`
  update ${importLines} set pointer = '', message = 'was refused by the database: ' || $3::text
  where import_id = ${id} and line = ${after}`)

/** Ends an import, and answers what became of it. */
export const end = text(sql`
  with ended as (
    update ${imports} set state = 'done', ended_at = greatest($2::timestamptz, started_at), version = version + 1
    where id = ${id} returning *
  )
  ${appendEventsOf(sql`select $3::uuid as id, 'import.ended' as type, e.ended_at as at, null::uuid as customer_id,
    e.started_by_kind, e.started_by_id, e.on_behalf_of,
    jsonb_build_object('importId', e.id, 'dryRun', e.dry_run, 'read', e.read, 'made', e.made, 'changed', e.changed,
      'unchanged', e.unchanged, 'refused', e.refused) as data from ended e`)}`)

/** Lines of files whose import never began, since the process ended in between. */
export const sweep = text(sql`
  delete from ${importLines} l where l.import_id < ${id}
    and not exists (select from ${imports} i where i.id = l.import_id)`)
