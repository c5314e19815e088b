import { sql } from 'drizzle-orm'
import { listing } from '../../db/lists/listing.ts'
import { orNull, pick, type RowOf, renamed, select } from '../../db/selection.ts'
import type { Reader } from '../../db/work.ts'
import { viewerOf, visible } from '../../facts/visibility.ts'
import { headline } from '../../history/headline.ts'
import { idIn } from '../../history/id-in.ts'
import type { Page, PageQuery } from '../../lib/page.ts'
import { cases } from '../../tables/cases.ts'
import { customerMerges } from '../../tables/customers.ts'
import { events } from '../../tables/events.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { caseCorrections } from '../../tables/successions.ts'
import { assertVisible } from '../contacts/queries.ts'
import { assertSeesWhole } from '../customers/show-customers.ts'
import type { TimelineEntry } from './contract.ts'
import { timelineWords } from './timeline-words.ts'

/** Where the data of an event may hold an employee. */
const members = [
  'ownerId',
  'fromOwnerId',
  'toOwnerId',
  'employeeId',
  'consultedId',
  'mightKnowId',
  'actedBy',
  'actedFor',
]

const ids = members.map(idIn)

const entry = {
  ...pick(events, 'e', 'id', 'at', 'type', 'caseId', 'caseSequence'),
  ...orNull(pick(cases, 'c', 'reference')),
  actorKind: sql<
    'employee' | 'system'
  >`case when e.on_behalf_of is null then e.actor_kind else 'employee' end`,
  actorId: sql<string | null>`coalesce(e.on_behalf_of, e.actor_id)`,
  ...orNull(renamed(employees, 'who', { actorName: 'name' })),
  ...pick(events, 'e', 'data'),
  text: timelineWords,
  names: sql<Readonly<Record<string, string>> | null>`(select json_object_agg(p.id, p.name)
    from ${employees} p where p.id = any(array[${sql.join(ids, sql`, `)}]))`,
  zone: sql<string>`coalesce(a.time_zone, (select time_zone from ${organisation}))`,
}

const all = select(
  entry,
  sql`from ${events} e left join ${cases} c on c.id = e.case_id left join ${agreements} a on a.team_id = c.team_id
  left join ${employees} who on who.id = coalesce(e.on_behalf_of, e.actor_id)`,
)

const ofCase = listing({
  select: all,
  filters: {},
  always: sql`e.case_id = ${sql.placeholder('id')} and ${visible}`,
  order: [{ column: sql`e.case_sequence`, key: 'caseSequence', type: 'bigint' }],
  descending: false,
})

const id = sql`${sql.placeholder('id')}::uuid`

/**
 * The events of a customer: those that were recorded for them, but for cases that are another's by now; those of cases that
 * came to them later, from when they were another's; and those of whoever was merged into them. No event is in two parts.
 */
const ofCustomer = listing({
  select: all,
  filters: {},
  order: [{ column: sql`e.id`, key: 'id', type: 'uuid' }],
  descending: true,
  parts: [
    sql`e.customer_id = ${id} and (c.id is null or (c.customer_id = ${id} and ${visible}))`,
    sql`e.case_id in (select k.id from ${caseCorrections} x join ${cases} k on k.id = x.case_id
        where x.to_customer_id = ${id} and k.customer_id = ${id})
      and e.customer_id is distinct from ${id} and ${visible}`,
    sql`e.case_id is null and e.customer_id in (
      with recursive way as (
        select m.customer_id from ${customerMerges} m where m.into_id = ${id} and m.reversed_at is null
        union all
        select m.customer_id from way w join ${customerMerges} m
          on m.into_id = w.customer_id and m.reversed_at is null
      ) select customer_id from way)`,
  ],
})

/** The story of a case, from the beginning. Throws `not-found`. */
export async function caseTimeline(
  reader: Reader,
  id: string,
  query: PageQuery,
): Promise<Page<TimelineEntry>> {
  const viewer = viewerOf(reader.actor)
  const [page] = await Promise.all([
    ofCase(reader, { ...query }, { id, ...viewer }),
    assertVisible(reader, id),
  ])
  return told(page)
}

/** The story of a customer in all their cases that the caller sees, the latest first. Throws `not-found`. */
export async function customerTimeline(
  reader: Reader,
  id: string,
  query: PageQuery,
): Promise<Page<TimelineEntry>> {
  await assertSeesWhole(reader, id)
  return told(await ofCustomer(reader, { ...query }, { id, ...viewerOf(reader.actor) }))
}

const told = ({ data, nextCursor }: Page<RowOf<typeof entry>>): Page<TimelineEntry> => ({
  data: data.map(({ actorKind, actorId, actorName, names, zone, ...row }) => {
    const actor = { kind: actorKind, id: actorId, name: actorName }
    return {
      ...row,
      actor,
      headline: headline(row.type, { actor, data: row.data, names: names ?? {}, zone }),
    }
  }),
  nextCursor,
})
