import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import type { Reference } from './contract.ts'

/** By what a customer is told from others: the names that systems have for them, and where they can be reached. */
export interface Points {
  readonly references: readonly Reference[]
  readonly emails: readonly string[]
  /** E.164. */
  readonly phones: readonly string[]
}

// Sorted by what is locked, so that nobody waits in a circle; two points with one hash wait for each other without need.
const lock = statement<{ points: readonly string[] }, object>(sql`
  select pg_advisory_xact_lock(point) from (
    select distinct hashtextextended('contact point ' || p, 0) as point
    from unnest(${sql.placeholder('points')}::text[]) p order by point offset 0) sorted`)

/**
 * Lets one work at a time look for a customer by these points and make one where there is none: of many at once the first
 * makes them, and the others find them. Ahead of the rows of customers, of cases, and of what a choice of an owner locks.
 */
export async function lockPoints({ tx }: Work, { references, emails, phones }: Points): Promise<void> {
  const points = [
    ...references.map(({ system, externalId }) => `reference ${JSON.stringify([system, externalId])}`),
    ...emails.map((email) => `email ${email.toLowerCase()}`),
    ...phones.map((phone) => `phone ${phone}`),
  ]
  if (points.length > 0) await tx.lockAll(lock, { points })
}

/** These references alone. */
export const referencesOnly = (references: readonly Reference[]): Points => ({
  references,
  emails: [],
  phones: [],
})
