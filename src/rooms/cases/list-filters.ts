import { type SQL, sql } from 'drizzle-orm'
import { joinLastEvent } from '../../case-file/select-case.ts'
import { after, before, equals, type Filter, type Lead, type Search } from '../../db/lists/listing.ts'
import { now } from '../../db/moment.ts'
import { widenNames } from '../../facts/widen-names.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, resolutions } from '../../tables/cases.ts'
import { events } from '../../tables/events.ts'
import { caseWords } from '../../tables/search.ts'

/** Its promise ends then. Asked of the promises, so that a few of them lead to their cases. */
const isDue = (then: SQL) =>
  sql`c.id in (select d.case_id from ${callbacks} d where d.state = 'open' and ${then})`

/** What a list of cases can be narrowed by, of the tables of `selectCase`. */
export const filters = {
  open: () => sql`c.callback_id is not null`,
  resolved: () => sql`c.callback_id is null`,
  id: equals(sql`c.id`, 'uuid'),
  ownerId: equals(sql`c.owner_id`, 'uuid'),
  teamId: equals(sql`c.team_id`, 'uuid'),
  customerId: equals(sql`c.customer_id`, 'uuid'),
  aboutEmployeeId: equals(sql`c.about_employee_id`, 'uuid'),
  topicId: equals(sql`c.topic_id`, 'uuid'),
  origin: equals(sql`c.origin`, 'text'),
  channel: equals(sql`c.channel`, 'text'),
  outcome: equals(sql`r.outcome`, 'text'),
  reference: equals(sql`c.reference`, 'text'),
  // The index holds those that have any.
  tag: (value, many) =>
    sql`c.tags <> '{}' and ${many ? sql`c.tags && ${value}::text[]` : sql`c.tags @> array[${value}::text]`}`,
  overdue: () => isDue(sql`d.window_until < ${now}`),
  inTime: () => sql`(c.callback_id is null or b.window_until >= ${now})`,
  // An index of their number would make every contact write to all the others. Each was told of in the history, and may
  // have been taken back. Said with >, both would be taken for conditions that few pass.
  chased: () =>
    sql`int4gt(c.chases, 0) and c.id in (select e.case_id from ${events} e where e.type = 'case.chased')`,
  unchased: () => sql`c.chases = 0`,
  openedAfter: after(sql`c.opened_at`),
  openedBefore: before(sql`c.opened_at`),
  updatedAfter: after(sql`u.at`),
  // It was opened by then: that bounds how far back, or ahead, cases are read.
  updatedBefore: (value) => sql`u.at < ${value}::timestamptz and c.opened_at < ${value}::timestamptz`,
  resolvedAfter: after(sql`c.resolved_at`),
  resolvedBefore: (value) =>
    sql`c.resolved_at < ${value}::timestamptz and c.opened_at < ${value}::timestamptz`,
  dueAfter: (value) => isDue(sql`d.window_until > ${value}::timestamptz`),
  dueBefore: (value) => isDue(sql`d.window_until < ${value}::timestamptz`),
  q: (value) => sql`w.words @@ search_query(${value}, true)`,
} satisfies Readonly<Record<string, Filter>>

/** Ids are made in order. */
export const byOpening = { order: [{ column: sql`c.id`, key: 'id', type: 'uuid' }] } as const

/** The narrowest first, by what most houses have. */
export const leads: Readonly<Record<string, Lead>> = {
  customerId: { column: sql`c.customer_id`, type: 'uuid' },
  aboutEmployeeId: { column: sql`c.about_employee_id`, type: 'uuid' },
  ownerId: { column: sql`c.owner_id`, type: 'uuid' },
  // Earlier endings are in the index as well. Said with =, the condition would be taken for one that few cases pass.
  outcome: {
    column: sql`k.outcome`,
    type: 'text',
    key: sql`k.case_id`,
    join: sql`join ${resolutions} k on uuid_eq(k.id, c.resolution_id)`,
  },
  topicId: { column: sql`c.topic_id`, type: 'uuid' },
  origin: { column: sql`c.origin`, type: 'text' },
  channel: { column: sql`c.channel`, type: 'text' },
  teamId: { column: sql`c.team_id`, type: 'uuid' },
}

/** For who sees every case: a team's are found by its own index. */
export const leadsOfAll: Readonly<Record<string, Lead>> = {
  ...leads,
  open: { column: sql`c.status`, type: 'text', value: sql`'open'` },
  resolved: { column: sql`c.status`, type: 'text', value: sql`'resolved'` },
}

const beside = sql`left join ${callbacks} b on b.id = c.callback_id
  left join ${resolutions} r on r.id = c.resolution_id ${joinLastEvent}`
/** The tables that filters speak of, without what only an answer shows: those that no filter names are left out. */
export const filtered = sql`from ${cases} c ${beside}`
const keysOf = (words: SQL) => sql`select c.id from ${words} w join ${cases} c on c.id = w.case_id ${beside}`
/** How cases are searched in the order of their opening. */
export const search = {
  by: 'q',
  keys: {
    select: keysOf(sql`${caseWords}`),
    few: (words) =>
      keysOf(sql`(select w.case_id from ${caseWords} w where ${words} order by w.case_id desc offset 0)`),
    column: sql`w.case_id`,
  },
  widen: widenNames,
} satisfies Search
