import { type SQL, sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { AlreadyExists, NotFound } from '../../lib/problems.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { organisation, teams } from '../../tables/organisation.ts'
import type { Customer, CustomerChange, Reference } from './contract.ts'
import { CustomerIsMerged } from './problems.ts'
import type { Circumstances } from './read-fields.ts'

/** Everything that an answer tells of a customer `c`. Other systems’ names sort by their characters, as in code. */
export const columns = sql`
  c.id, c.name, c.kind, c.anonymous, c.phone, c.email, c.other_contact_points as "otherContactPoints",
  c.language, c.segment, c.team_id as "teamId", c.preferred_channel as "preferredChannel",
  c.preferred_windows as "preferredWindows", c.time_zone as "timeZone",
  coalesce((select json_agg(json_build_object('system', r.system, 'externalId', r.external_id)
      order by r.system collate "C", r.external_id collate "C")
    from ${customerReferences} r where r.customer_id = c.id), '[]') as "references",
  case when c.merge_id is not null then (select json_build_object('id', s.id, 'name', s.name)
    from ${customers} s where s.id = current_customer(c.id)) end as "mergedInto",
  c.created_at as "createdAt", c.version`

export const hasId = sql`c.id = ${sql.placeholder('id')}`
const hasReference = sql`c.id = (select customer_id from ${customerReferences}
  where system = ${sql.placeholder('system')} and external_id = ${sql.placeholder('externalId')})`

/** Reads one customer, or several, by this condition on `c`. */
export const read = <Params extends object>(which: SQL) =>
  statement<Params, Customer>(sql`select ${columns} from ${customers} c where ${which}`)
export const byId = read<{ id: string }>(hasId)
const byReference = read<Reference>(hasReference)

export async function showCustomer({ db }: Reader, id: string): Promise<Customer> {
  return found(await db.row(byId, { id }))
}

export async function showCustomerByReference({ db }: Reader, reference: Reference): Promise<Customer> {
  return found(await db.row(byReference, reference))
}

/** What the fields that were given refer to. */
interface Named {
  readonly namedTeamId: string | null
  readonly givesSegment: boolean
  readonly givenSegment: string | null
}

/** What writing a customer needs to know of the rest of the house, with the customer, if there is one. */
const readAround = <Params extends object>(which: SQL) =>
  statement<Named & Params, Circumstances & (Customer | { readonly id: null })>(sql`
    select o.country,
      exists (select from ${teams} where id = ${sql.placeholder('namedTeamId')}) as "teamExists",
      coalesce((select t.id from ${teams} t
        where case when ${sql.placeholder('givesSegment')}::boolean then ${sql.placeholder('givenSegment')}::text
          else c.segment end = any(t.segments) order by t.created_at, t.id limit 1), o.default_team_id) as "usualTeamId",
      c.* from ${organisation} o left join (select ${columns} from ${customers} c where ${which}) c on true`)
const aroundNobody = readAround<object>(sql`false`)
const aroundId = readAround<{ id: string }>(hasId)
const aroundReference = readAround<Reference>(hasReference)

const lock = <Params extends object>(which: SQL) =>
  statement<Params, { readonly id: string }>(
    sql`select c.id from ${customers} c where ${which} for no key update of c`,
  )
export const lockById = lock<{ id: string }>(hasId)
const lockByReference = lock<Reference>(hasReference)

const namedIn = ({ teamId, segment }: CustomerChange): Named => ({
  namedTeamId: teamId ?? null,
  givesSegment: segment !== undefined,
  givenSegment: segment ?? null,
})

export interface Found {
  readonly customer: Customer | undefined
  readonly around: Circumstances
}

export async function circumstancesOfNew({ tx }: Work, given: CustomerChange): Promise<Circumstances> {
  return parted(await tx.row(aroundNobody, namedIn(given))).around
}

/**
 * Locks the customer and reads it as it is then: sent in one go, but one after the other, since a statement that
 * waits for a lock goes on to read what is beside the row as it was before. Throws `not-found` and `customer-is-merged`.
 */
export async function lockCustomer(
  { tx }: Work,
  id: string,
  change: CustomerChange,
): Promise<{ customer: Customer; around: Circumstances }> {
  const [, row] = await Promise.all([tx.lock(lockById, { id }), tx.row(aroundId, { id, ...namedIn(change) })])
  const { customer, around } = parted(row)
  return { customer: standing(found(customer)), around }
}

/** Throws `customer-is-merged` for whom another stands: what is known of them is known there. */
export function standing(customer: Customer): Customer {
  const { mergedInto } = customer
  if (mergedInto) throw CustomerIsMerged.because('Another customer stands for this one.', { mergedInto })
  return customer
}

/** Locks whom the reference means; nobody when it means nobody. Throws `already-exists` when it means ever another. */
export async function lockReferred({ tx }: Work, to: Reference, change: CustomerChange): Promise<Found> {
  for (let tried = 0; tried < 3; tried++) {
    const [locked, row] = await Promise.all([
      tx.lock(lockByReference, to),
      tx.row(aroundReference, { ...to, ...namedIn(change) }),
    ])
    const known = parted(row)
    if (known.customer?.id === locked?.id) return known
  }
  throw AlreadyExists.because('This reference goes from one customer to another right now.')
}

function parted(row: (Circumstances & (Customer | { readonly id: null })) | undefined): Found {
  if (!row) throw new Error('there is no organisation')
  const { country, teamExists, usualTeamId, ...customer } = row
  return {
    around: { country, teamExists, usualTeamId },
    customer: customer.id === null ? undefined : (customer as Customer),
  }
}

export function found(customer: Customer | undefined): Customer {
  if (!customer) throw NotFound.because('There is no such customer.')
  return customer
}
