import { type SQL, sql } from 'drizzle-orm'
import { joinLastEvent } from '../../case-file/select-case.ts'
import { after, before, equals, type Filter, type Search } from '../../db/listing.ts'
import { now } from '../../db/moment.ts'
import { visible } from '../../facts/visibility.ts'
import { widenNames } from '../../facts/widen-names.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, resolutions } from '../../tables/cases.ts'
import { topics } from '../../tables/organisation.ts'
import { caseWords } from '../../tables/search.ts'

/** What a list of cases can be narrowed by, of the tables of `selectCase`. */
export const filters = {
  open: () => sql`c.callback_id is not null`,
  resolved: () => sql`c.callback_id is null`,
  id: equals(sql`c.id`, 'uuid'),
  ownerId: equals(sql`c.owner_id`, 'uuid'),
  teamId: equals(sql`c.team_id`, 'uuid'),
  customerId: equals(sql`c.customer_id`, 'uuid'),
  aboutEmployeeId: equals(sql`c.about_employee_id`, 'uuid'),
  topic: equals(sql`t.code`, 'text'),
  origin: equals(sql`c.origin`, 'text'),
  channel: equals(sql`c.channel`, 'text'),
  outcome: equals(sql`r.outcome`, 'text'),
  reference: equals(sql`c.reference`, 'text'),
  tag: (value, many) => (many ? sql`c.tags && ${value}::text[]` : sql`c.tags @> array[${value}::text]`),
  overdue: () => sql`b.window_until < ${now}`,
  inTime: () => sql`(b.window_until < ${now}) is not true`,
  chased: (value) => sql`(c.chases > 0) = ${value}::boolean`,
  openedAfter: after(sql`c.opened_at`),
  openedBefore: before(sql`c.opened_at`),
  updatedAfter: after(sql`u.at`),
  updatedBefore: before(sql`u.at`),
  resolvedAfter: after(sql`c.resolved_at`),
  resolvedBefore: before(sql`c.resolved_at`),
  dueAfter: after(sql`b.window_until`),
  dueBefore: before(sql`b.window_until`),
  q: (value) => sql`w.words @@ search_query(${value}, true)`,
} satisfies Readonly<Record<string, Filter>>

/** The tables that filters speak of, without what only an answer shows: those that no filter names are left out. */
const keysOf = (words: SQL) => sql`select c.id from ${words} w join ${cases} c on c.id = w.case_id
  left join ${topics} t on t.id = c.topic_id left join ${callbacks} b on b.id = c.callback_id
  left join ${resolutions} r on r.id = c.resolution_id ${joinLastEvent}`
/** How cases are searched in the order of their opening. */
export const search = {
  by: 'q',
  keys: {
    select: keysOf(sql`${caseWords}`),
    few: (words) =>
      keysOf(sql`(select w.case_id from ${caseWords} w where ${words} order by w.case_id desc offset 0)`),
    column: sql`w.case_id`,
    found: sql`c.id = any(${sql.placeholder('found')}::uuid[]) and ${visible}`,
  },
  widen: widenNames,
} satisfies Search
