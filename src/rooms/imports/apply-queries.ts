import { type SQL, sql } from 'drizzle-orm'
import { appendEventsOf } from '../../history/append-events.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { importLines, importRefusals, imports } from '../../tables/imports.ts'
import { organisation, teams } from '../../tables/organisation.ts'
import { after, id, last, now, text } from './places.ts'

const lines = sql`${importLines} l where l.import_id = ${id} and l.line > ${after} and l.line <= ${last}`

const fields = ['name', 'kind', 'phone', 'email', 'language', 'segment'] as const
const asSaid = (field: string): SQL =>
  sql.raw(`case when '${field}' = any(l.given) then l.${field} else c.${field} end`)
const isDifferent = (field: string): SQL =>
  sql.raw(`case when j.${field} is distinct from j.old_${field} then '${field}' end`)

/** What each line comes to, given what is on record: the same for a dry run. */
const judged = sql`
  with lines as materialized (select l.* from ${lines}),
  joined as materialized (
    select l.line, l.customer_id as new_id, l.event_id, l.given, l.pointer, l.message, l.original, l.system, l.external_id,
      c.id as old_id, c.version, c.merge_id, c.anonymous, c.other_contact_points as points,
      ${sql.join(
        fields.map(
          (field) => sql`${asSaid(field)} as ${sql.raw(field)}, ${sql.raw(`c.${field} as old_${field}`)}`,
        ),
        sql`, `,
      )},
      jsonb_strip_nulls(jsonb_build_object('name', l.name, 'kind', l.kind, 'phone', l.phone, 'email', l.email,
        'language', l.language, 'segment', l.segment, 'system', l.system, 'externalId', l.external_id)) as said
    from lines l
    left join ${customerReferences} r on r.system = l.system and r.external_id = l.external_id
    left join ${customers} c on c.id = r.customer_id
  ),
  faulted as materialized (
    select j.*, array_remove(array[${sql.join(fields.map(isDifferent), sql`, `)}], null) as different,
      case when j.message is not null then j.message
        when j.merge_id is not null then 'names a customer for whom another stands now'
        when num_nonnulls(j.name, j.phone, j.email) = 0 and coalesce(j.points, '[]') = '[]'
          and not coalesce(j.anonymous, false) then 'is missing: a customer has a name or a point of contact' end as fault,
      case when j.message is not null then j.pointer when j.merge_id is not null then '#/externalId' else '#/name' end as place
    from joined j
  ),
  verdicts as materialized (
    select f.*, case when f.fault is not null then 'refused' when f.old_id is null then 'made'
      when f.different <> '{}' then 'changed' else 'unchanged' end as verdict
    from faulted f
  )`

const settled = sql`
  refused as (
    insert into ${importRefusals} (import_id, line, pointer, message, original)
    select ${id}, line, place, fault, coalesce(original, said) from verdicts where verdict = 'refused'
  ),
  gone as (delete from ${lines}),
  counts as (
    select count(*) filter (where verdict = 'made')::int as made, count(*) filter (where verdict = 'changed')::int as changed,
      count(*) filter (where verdict = 'unchanged')::int as unchanged,
      count(*) filter (where verdict = 'refused')::int as refused
    from verdicts
  )
  update ${imports} i set made = i.made + c.made, changed = i.changed + c.changed, unchanged = i.unchanged + c.unchanged,
    refused = i.refused + c.refused, after_line = ${last}, version = i.version + 1
  from counts c where i.id = ${id}`

/** The team of whoever is new: the oldest that serves the segment, else the default one. */
const usualTeam = sql`coalesce((select t.id from ${teams} t where v.segment = any(t.segments)
  order by t.created_at, t.id limit 1), (select default_team_id from ${organisation}))`

const told = appendEventsOf(sql`
  select v.event_id as id, case v.verdict when 'made' then 'customer.created' else 'customer.changed' end as type,
    ${now} as at, coalesce(v.old_id, v.new_id) as customer_id, i.started_by_kind, i.started_by_id, i.on_behalf_of,
    jsonb_build_object('importId', ${id}, 'fields', case v.verdict
      when 'made' then to_jsonb(v.given) else to_jsonb(v.different) end) as data
  from verdicts v cross join ${imports} i where i.id = ${id} and v.verdict in ('made', 'changed')`)

/** Settles these lines: writes what they come to, its events, and how far the import is, in one statement. */
export const apply = text(sql`${judged},
  made as (
    insert into ${customers} (id, name, kind, phone, email, other_contact_points, language, segment, team_id, created_at)
    select v.new_id, v.name, coalesce(v.kind, 'person'), v.phone, v.email, '[]', v.language, v.segment, ${usualTeam}, ${now}
    from verdicts v where v.verdict = 'made' order by v.line
  ),
  named as (
    insert into ${customerReferences} (system, external_id, customer_id)
    select v.system, v.external_id, v.new_id from verdicts v where v.verdict = 'made' and v.system is not null
  ),
  altered as (
    update ${customers} c set name = v.name, kind = v.kind, phone = v.phone, email = v.email, language = v.language,
      segment = v.segment, version = c.version + 1,
      anonymous = c.anonymous and num_nonnulls(v.name, v.phone, v.email) = 0 and c.other_contact_points = '[]'
    from verdicts v where c.id = v.old_id and v.verdict = 'changed'
  ),
  told as (${told}),
  ${settled}`)

/** The same without writing anything but what would have become of the lines. */
export const rehearse = text(sql`${judged}, moment as (select ${now}), ${settled}`)
