import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { listing } from '../../db/lists/listing.ts'
import { now } from '../../db/moment.ts'
import { asJson, pick, renamed, select } from '../../db/selection.ts'
import type { Reader } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { customerFacts } from '../../tables/customers.ts'
import { organisation } from '../../tables/organisation.ts'
import type { Fact, FactQuery } from './fact-contract.ts'
import { assertSeesWhole } from './show-customers.ts'

const recordedBy = renamed(customerFacts, 'f', { kind: 'recordedByKind', id: 'recordedById' })

/** Everything that an answer tells of a fact `f`. */
export const factRow = {
  ...pick(customerFacts, 'f', 'id', 'text', 'until'),
  recordedBy: asJson(recordedBy),
  ...pick(customerFacts, 'f', 'recordedAt'),
}

/** The fact `f` still matters on this day, or is for good. */
export const matters = (today: SQL) => sql`(f.until is null or f.until >= ${today})`

const ofCustomer = sql`f.customer_id = ${sql.placeholder('customerId')}`
const mattersToday = matters(sql`(${now} at time zone (select time_zone from ${organisation}))::date`)

const list = (always: SQL) =>
  listing({
    select: select(factRow, sql`from ${customerFacts} f`),
    filters: {},
    order: [{ column: sql`f.id`, key: 'id', type: 'uuid' }],
    descending: true,
    always,
  })
const listAll = list(ofCustomer)
const listToday = list(sql`${ofCustomer} and ${mattersToday}`)

/**
 * What is worth knowing about the customer, the newest first: what still matters today, or everything. Throws `not-found`
 * for a customer who is not there, or is not the actor's to see.
 */
export async function listFacts(
  reader: Reader,
  customerId: string,
  query: z.output<typeof FactQuery>,
): Promise<Page<Fact>> {
  const [facts] = await Promise.all([
    query.all
      ? listAll(reader, query, { customerId })
      : listToday(reader, query, { customerId, now: toWire(reader.now) }),
    assertSeesWhole(reader, customerId),
  ])
  return facts
}
