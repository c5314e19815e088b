import { type SQL, sql } from 'drizzle-orm'
import { pick, type RowOf, select, selected } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Actor, Work } from '../../db/work.ts'
import { AlreadyExists, NotFound } from '../../lib/problems.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { organisation, teams } from '../../tables/organisation.ts'
import type { Customer, CustomerGiven, Reference } from './contract.ts'
import { customerRow } from './customer-row.ts'
import { CustomerIsErased, CustomerIsMerged } from './problems.ts'
import type { CustomerSetting } from './read-fields.ts'

export const hasId = sql`c.id = ${sql.placeholder('id')}`
const hasReference = sql`c.id = (select customer_id from ${customerReferences}
  where system = ${sql.placeholder('system')} and external_id = ${sql.placeholder('externalId')})`

/** Reads one customer, or several, by this condition on `c`. */
export const read = <Params extends object>(which: SQL) =>
  selecting(customerRow)<Params>(sql`from ${customers} c where ${which}`)
export const byId = read<{ id: string }>(hasId)
export const byReference = read<Reference>(hasReference)

/** What the fields that were given refer to. */
interface Named {
  readonly namedTeamId: string | null
  readonly givesSegment: boolean
  readonly givenSegment: string | null
}

const around = {
  ...pick(organisation, 'o', 'country'),
  teamExists: sql<boolean>`exists (select from ${teams} where id = ${sql.placeholder('namedTeamId')})`,
  usualTeamId: sql<string | null>`coalesce((select t.id from ${teams} t
    where case when ${sql.placeholder('givesSegment')}::boolean then ${sql.placeholder('givenSegment')}::text
      else c.segment end = any(t.segments) order by t.created_at, t.id limit 1), o.default_team_id)`,
}
type Around = RowOf<typeof around> & (RowOf<typeof customerRow> | { readonly id: null })

/** What writing a customer needs to know of the rest of the house, with the customer, if there is one. */
const readAround = <Params extends object>(which: SQL) =>
  statement<Named & Params, Around>(sql`
    select ${selected(around)}, c.*
    from ${organisation} o left join (${select(customerRow, sql`from ${customers} c where ${which}`)}) c on true`)
const aroundNobody = readAround<object>(sql`false`)
const aroundId = readAround<{ id: string }>(hasId)
const aroundReference = readAround<Reference>(hasReference)

const lock = <Params extends object>(which: SQL) =>
  selecting(pick(customers, 'c', 'id'))<Params>(
    sql`from ${customers} c where ${which} for no key update of c`,
  )
export const lockById = lock<{ id: string }>(hasId)
const lockByReference = lock<Reference>(hasReference)

type Naming = Pick<CustomerGiven, 'teamId' | 'segment'>

const namedIn = ({ teamId, segment }: Naming): Named => ({
  namedTeamId: teamId ?? null,
  givesSegment: segment !== undefined,
  givenSegment: segment ?? null,
})

export interface Found {
  readonly customer: Customer | undefined
  readonly around: CustomerSetting
}

export async function circumstancesOfNew({ tx }: Work, given: Naming): Promise<CustomerSetting> {
  return parted(await tx.row(aroundNobody, namedIn(given))).around
}

/**
 * Locks the customer and reads it as it is then: sent in one go, but one after the other, since a statement that
 * waits for a lock goes on to read what is beside the row as it was before. Throws `not-found` and `customer-is-merged`.
 */
export async function lockCustomer(
  { tx, actor }: Work,
  id: string,
  change: Naming,
): Promise<{ customer: Customer; around: CustomerSetting }> {
  const [, row] = await Promise.all([tx.lock(lockById, { id }), tx.row(aroundId, { id, ...namedIn(change) })])
  const { customer, around } = parted(row)
  return { customer: standing(actor, found(customer)), around }
}

/** Throws `customer-is-merged` for whom another stands, who is known there, and `customer-is-erased` for whom nobody knows any more. */
export function standing(
  actor: Actor,
  customer: Customer,
  detail = 'Another customer stands for this one.',
): Customer {
  const { mergedInto, erasedAt } = customer
  if (erasedAt !== null) throw CustomerIsErased.because('What was personal of this customer was erased.')
  if (!mergedInto) return customer
  // Who only writes is led to who stands for them, and reads no name there.
  const told = actor.reads.customers ? mergedInto : { ...mergedInto, name: null }
  throw CustomerIsMerged.because(detail, { mergedInto: told })
}

/** Locks whom the reference means; nobody when it means nobody. Throws `already-exists` when it means ever another. */
export async function lockReferred({ tx }: Work, to: Reference, change: Naming): Promise<Found> {
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

function parted(row: Around | undefined): Found {
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
