import { type SQL, sql } from 'drizzle-orm'
import { customerMerges, customerReferences, customers } from '../../tables/customers.ts'
import { events } from '../../tables/events.ts'
import { at, type ExportColumn, json, plain, words } from './column.ts'
import type { Kind } from './kind.ts'

/** Who was erased leaves their id and that: nothing else of them goes out, whatever a table still has. */
const unlessErased = (column: (value: SQL) => ExportColumn, value: SQL): ExportColumn =>
  column(sql`case when z.erased then null else ${value} end`)

export const customersKind: Kind = {
  table: sql`${customers}`,
  about: sql`case when e.type like 'customer.%' then e.customer_id end`,
  // Whom somebody was merged into may be merged in turn: then another stands for both.
  alsoAbout: sql`(with recursive behind as (
      select e.customer_id as id where e.type in ('customer.merged', 'customer.unmerged')
      union select c.id from behind b join ${customerMerges} m on m.into_id = b.id join ${customers} c on c.merge_id = m.id)
    select id from behind)`,
  beside: sql`cross join lateral (select exists (select from ${events} e
    where e.customer_id = r.id and e.type = 'customer.erased') as erased) z`,
  columns: () => ({
    id: plain(sql`r.id`),
    erased: plain(sql`z.erased`),
    name: unlessErased(words, sql`r.name`),
    kind: unlessErased(plain, sql`r.kind`),
    anonymous: unlessErased(plain, sql`r.anonymous`),
    // E.164: a plus and digits, which calculate nothing.
    phone: unlessErased(plain, sql`r.phone`),
    email: unlessErased(words, sql`r.email`),
    otherContactPoints: unlessErased(json, sql`r.other_contact_points`),
    language: unlessErased(plain, sql`r.language`),
    segment: unlessErased(words, sql`r.segment`),
    teamId: unlessErased(plain, sql`r.team_id`),
    preferredChannel: unlessErased(plain, sql`r.preferred_channel`),
    preferredWindows: unlessErased(json, sql`r.preferred_windows`),
    timeZone: unlessErased(plain, sql`r.time_zone`),
    outreachOptOut: unlessErased(plain, sql`r.outreach_opt_out`),
    references: unlessErased(
      json,
      sql`(select coalesce(json_agg(json_build_object('system', f.system, 'externalId', f.external_id)
        order by f.system collate "C", f.external_id collate "C"), '[]')
        from ${customerReferences} f where f.customer_id = r.id)`,
    ),
    mergedInto: unlessErased(plain, sql`case when r.merge_id is not null then current_customer(r.id) end`),
    createdAt: unlessErased(at, sql`r.created_at`),
    version: plain(sql`r.version`),
  }),
}
