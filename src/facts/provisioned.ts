import { sql } from 'drizzle-orm'
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

/** An employee as an identity provider sees them. */
export interface Provisioned extends ProvisionedFields {
  readonly id: string
  /** False for who has left, and from the beginning of their departure. */
  readonly active: boolean
  /** Whether the provider still knows them: not once it has removed them. */
  readonly provisioned: boolean
  readonly createdAt: string
  /** When they were changed last; of whom nothing has changed, when they were made. */
  readonly changedAt: string
  readonly version: number
}

/** Of `employees e`: they work here, and no departure has begun. */
export const isActive = sql`(e.departed_at is null
  and not ${leaving})`

/**
 * Of `employees e`: whom a provider may see. Who leaves is still one of its users, by the name that it gave them;
 * removed by it they have none any more.
 */
export const isProvisioned = sql`(e.subject is not null or e.external_id is not null or ${isActive})`

export const provisionedColumns = sql`
  e.id, e.name, e.given_name as "givenName", e.family_name as "familyName", e.email, e.phone, e.subject,
  e.external_id as "externalId", ${isActive} as active, ${isProvisioned} as provisioned,
  e.created_at as "createdAt",
  coalesce(e.changed_at, e.created_at) as "changedAt", e.version`

/** `select …` of the employees that a provider sees, up to where more conditions begin with `and`. */
export const selectProvisioned = sql`select ${provisionedColumns} from ${employees} e where ${isProvisioned}`
