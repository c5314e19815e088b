import { type SQL, sql } from 'drizzle-orm'
import { renamed, select } from '../db/selection.ts'
import type { Case } from '../rooms/cases/contract.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases, resolutions } from '../tables/cases.ts'
import { customers } from '../tables/customers.ts'
import { events } from '../tables/events.ts'
import { agreements, organisation } from '../tables/organisation.ts'
import { employees } from '../tables/people.ts'
import { topics } from '../tables/topics.ts'
import { toCase } from './case-answer.ts'
import { type CaseRow, parts } from './case-columns.ts'
import { shownCaseOf } from './locked-case.ts'

/** The last event `u` of the case `c`: its number is the version (law 15), so its moment is that of the last change. */
export const joinLastEvent = sql`left join ${events} u on u.case_id = c.id and u.case_sequence = c.version`

/** The tables of a case `c` that is in this source, and its open callback `b`. */
const joined = (source: SQL) => sql`
  from ${source} c
  join ${customers} cu on cu.id = c.customer_id
  join ${employees} o on o.id = c.owner_id
  left join ${topics} t on t.id = c.topic_id
  left join ${callbacks} b on b.id = c.callback_id
  left join ${resolutions} r on r.id = c.resolution_id
  ${joinLastEvent}`

const shown = {
  ...parts.own.columns,
  ...parts.callback.columns,
  ...parts.resolution.columns,
  ...parts.topic.columns,
  ...parts.owner.columns,
  ...parts.customerName.columns,
}
const facts = {
  ...shown,
  ...parts.customer.columns,
  ...parts.team.columns,
  ...parts.known.columns,
}
const factTables = sql`join ${agreements} a on a.team_id = c.team_id cross join ${organisation} org`

/** `select …` of a `CaseRow` as of `now`, up to where the conditions begin; the case is `c`, its open callback `b`. */
export const selectCase = select(shown, joined(sql`${cases}`))

/** `select …` of a `FactsRow`, up to where the conditions begin. */
export const selectFacts = select(facts, sql`${joined(sql`${cases}`)} ${factTables}`)

/**
 * Locks the case with this id and selects its `FactsRow`. Who had to wait for the lock gets the case as it now is,
 * but everything else as it was when the statement began: `seenVersion` tells by being older than `version`.
 */
export const lockFacts = (id: SQL) => sql`
  with locked as materialized (select * from ${cases} where id = ${id} for no key update)
  ${select(
    { ...facts, ...renamed(cases, 'seen', { seenVersion: 'version' }) },
    sql`${joined(sql`locked`)} ${factTables} join ${cases} seen on seen.id = c.id`,
  )}`

/** A row of `selectCase` as it is answered. */
export const answerOf = (row: CaseRow, now: string): Case => toCase(shownCaseOf(row), now)
