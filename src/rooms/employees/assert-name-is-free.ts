import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { isProvisioned } from '../../facts/provisioned.ts'
import { AlreadyExists } from '../../lib/problems.ts'
import { employees } from '../../tables/people.ts'

// Two who want the same name in another spelling wait for each other here; the same spelling has its constraint.
const oneAtATime = statement<{ subject: string }, object>(
  sql`select pg_advisory_xact_lock(hashtextextended(lower(${sql.placeholder('subject')}::text), 3))`,
)
const another = statement<{ subject: string; not: string | null }, object>(sql`
  select from ${employees} e
  where e.id is distinct from ${sql.placeholder('not')}::uuid and ${isProvisioned}
    and (lower(e.subject) = lower(${sql.placeholder('subject')})
      or e.subject is null and lower(e.email) = lower(${sql.placeholder('subject')}))
  limit 1`)

/**
 * Refuses a name by which somebody else is provisioned, in whatever spelling: for a provider, names that differ in case
 * are one. Who has no name yet is called by their e-mail address. Throws `already-exists`.
 */
export async function assertNameIsFree({ tx }: Work, subject: string, not: string | null): Promise<void> {
  const locked = tx.lock(oneAtATime, { subject })
  const [taken] = await Promise.all([tx.row(another, { subject, not }), locked])
  if (taken) throw AlreadyExists.because('Somebody else has this userName.')
}
