import { type SQL, sql } from 'drizzle-orm'
import type { CaseRow } from '../../case-file/case-columns.ts'
import type { Listing } from '../../db/lists/listing.ts'
import { widenNames } from '../../facts/widen-names.ts'
import { caseWords } from '../../tables/search.ts'
import { byOpening, filters } from './list-filters.ts'

/** The cases in the order in which they were last changed. */
export const byChange = {
  leads: {},
  planned: Object.keys(filters),
  // Where few cases are left they are read and sorted, rather than found among all that was changed since.
  orderWith: {
    filters: [
      'open',
      'id',
      'ownerId',
      'customerId',
      'aboutEmployeeId',
      'reference',
      'overdue',
      'dueAfter',
      'dueBefore',
    ],
    order: [
      { column: sql`(u.at + '0'::interval)`, key: 'updatedAt', type: 'timestamptz' },
      ...byOpening.order,
    ],
  },
  filters: {
    ...filters,
    // It was changed then, or later.
    openedAfter: (value: SQL) => sql`c.opened_at > ${value}::timestamptz and u.at > ${value}::timestamptz`,
    resolvedAfter: (value: SQL) =>
      sql`c.resolved_at > ${value}::timestamptz and u.at > ${value}::timestamptz`,
    q: (value: SQL) =>
      sql`c.id in (select w.case_id from ${caseWords} w where w.words @@ search_query(${value}, true))`,
  },
  order: [{ column: sql`u.at`, key: 'updatedAt', type: 'timestamptz' }, ...byOpening.order],
  search: { by: 'q', widen: widenNames },
} satisfies Partial<Listing<CaseRow>>
/** Every case has a last event. To say so lets the index of their moments give the order. */
export const isTold = sql`u.at is not null`
