import { sql } from 'drizzle-orm'
import { pick, type RowOf } from '../db/selection.ts'
import { employees } from '../tables/people.ts'
import { leaving } from './leaving.ts'

/** What an identity provider keeps of an employee here. Role, team and competences are none of its business. */
export interface ProvisionedFields {
  readonly name: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly email: string | null
  /** E.164. */
  readonly phone: string | null
  /** What the provider calls them in its tokens. */
  readonly subject: string | null
  /** What the provider's own directory calls them. */
  readonly externalId: string | null
}

/** Of `employees e`: they work here, and no departure has begun. */
export const isActive = sql<boolean>`(e.departed_at is null
  and not ${leaving})`

/**
 * Of `employees e`: whom a provider may see. Who leaves is still one of its users, by the name that it gave them;
 * removed by it they have none any more.
 */
export const isProvisioned = sql<boolean>`(e.subject is not null or e.external_id is not null or ${isActive})`

export const provisionedRow = {
  ...pick(employees, 'e', 'id', 'name', 'givenName', 'familyName', 'email', 'phone', 'subject', 'externalId'),
  /** False for who has left, and from the beginning of their departure. */
  active: isActive,
  /** Whether the provider still knows them: not once it has removed them. */
  provisioned: isProvisioned,
  ...pick(employees, 'e', 'createdAt', 'version'),
  /** When they were changed last; of whom nothing has changed, when they were made. */
  changedAt: sql<string>`coalesce(e.changed_at, e.created_at)`,
}

/** An employee as an identity provider sees them. */
export type Provisioned = RowOf<typeof provisionedRow>

/** The employees `e` that a provider sees, up to where more conditions begin with `and`. */
export const fromProvisioned = sql`from ${employees} e where ${isProvisioned}`
