import { sql } from 'drizzle-orm'
import type { RowOf } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { currentCustomer } from '../../facts/current-customer.ts'
import { besides } from '../../lib/forms/one-of-two.ts'
import type { FieldError } from '../../lib/problem.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import type { Decision } from '../../tables/ahead/outreaches.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { minorOf } from './read-said.ts'
import type { DecidedCustomer } from './write-contract.ts'

/** A customer of an outreach, and what is decided for them. The refund is in minor units. */
export interface Decided {
  readonly customerId: string
  readonly decision: Decision
  readonly refund: number | null
  readonly why: string | null
}

/** What is decided where nothing else is said. */
export interface DecisionTerms extends Omit<Decided, 'customerId'> {
  readonly outreachId: string
  readonly currency: string
}

/** Customers in one statement: many more of them would take longer than a statement may. */
export const atOnce = 2000

const meantRow = {
  place: sql<number>`g.place`,
  id: sql<string | null>`c.id`,
  anonymous: sql<boolean>`coalesce(c.anonymous, false)`,
  erased: sql<boolean>`c.erased_at is not null`,
  isThere: sql<boolean>`exists (select from ${outreachCustomers} x
    where x.outreach_id = ${sql.placeholder('outreachId')}::uuid and x.customer_id = c.id)`,
}
const meant = selecting(meantRow)<{ given: string; outreachId: string }>(sql`
  from jsonb_to_recordset(${sql.placeholder('given')}::jsonb) as g(place integer, id uuid, system text, "externalId" text)
  left join ${customerReferences} r on r.system = g.system and r.external_id = g."externalId"
  cross join lateral (select ${currentCustomer(sql`coalesce(g.id, r.customer_id)`)} as id offset 0) now
  left join ${customers} c on c.id = now.id
  order by g.place`)

const mostFaults = 100

/**
 * Who is meant by each, and what is decided for them: all of them, or nobody. `pointerOf` says where one stands in the
 * request. Throws `unprocessable` with everything that is wrong, a hundred at most, and what `minorOf` throws.
 */
export async function decideCustomers(
  { tx }: Pick<Work, 'tx'>,
  given: readonly DecidedCustomer[],
  terms: DecisionTerms,
  pointerOf: (place: number) => string,
): Promise<Decided[]> {
  const asked = given.map(({ customerId, reference }, place) => ({
    place,
    id: customerId ?? null,
    ...(customerId ? {} : reference),
  }))
  const found: RowOf<typeof meantRow>[] = []
  for (let from = 0; from < asked.length; from += atOnce) {
    const some = JSON.stringify(asked.slice(from, from + atOnce))
    found.push(...(await tx.rows(meant, { given: some, outreachId: terms.outreachId })))
  }
  const faults: FieldError[] = []
  const seen = new Map<string, number>()
  const decided = found.flatMap(({ place, id, ...customer }): Decided[] => {
    const one = given[place] ?? {}
    const at = pointerOf(place)
    const fault = (field: string, message: string) => {
      faults.push({ pointer: `#${at}${field}`, message })
      return []
    }
    const named = one.customerId ? '/customerId' : '/reference'
    if (one.customerId && one.reference) return fault('/reference', besides('customerId'))
    if (!one.customerId && !one.reference) return fault('', 'must have a `customerId` or a `reference`')
    if (id === null) return fault(named, 'is no customer')
    if (customer.erased) return fault(named, 'is a customer who was erased')
    if (customer.anonymous) return fault(named, 'is an anonymous customer, whom nobody can contact')
    const first = seen.get(id)
    if (first !== undefined) return fault(named, `names the same customer as \`${pointerOf(first)}\``)
    if (customer.isThere) return fault(named, 'is in the outreach already')
    seen.set(id, place)
    const decision = one.decision ?? terms.decision
    if (decision === 'letSleep') {
      const why = one.why ?? terms.why
      return why === null
        ? fault('/why', 'is needed: why are they let sleep?')
        : [{ customerId: id, decision, refund: null, why }]
    }
    const refund =
      decision === 'inform'
        ? null
        : one.refund
          ? minorOf(one.refund, terms.currency, `${at}/refund`)
          : terms.refund
    if (decision === 'informAndRefund' && refund === null)
      return fault('/refund', 'is needed: how much do they get?')
    return [{ customerId: id, decision, refund, why: one.why ?? null }]
  })
  if (faults.length > 0) throw Unprocessable.of(faults.slice(0, mostFaults))
  return decided
}
