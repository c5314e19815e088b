import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { listing } from '../../db/listing.ts'
import { now } from '../../db/moment.ts'
import { asJson, pick, renamed, select } from '../../db/selection.ts'
import { statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { customerFacts, customers } from '../../tables/customers.ts'
import { organisation } from '../../tables/organisation.ts'
import type { Fact, FactQuery } from './fact-contract.ts'

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

const customerById = statement<{ id: string }, object>(
  sql`select from ${customers} where id = ${sql.placeholder('id')}`,
)

/** What is worth knowing about the customer, the newest first: what still matters today, or everything. */
export async function listFacts(
  reader: Reader,
  customerId: string,
  query: z.output<typeof FactQuery>,
): Promise<Page<Fact>> {
  const facts = query.all
    ? await listAll(reader, query, { customerId })
    : await listToday(reader, query, { customerId, now: toWire(reader.now) })
  if (facts.data.length === 0 && !(await reader.db.row(customerById, { id: customerId })))
    throw NotFound.because('There is no such customer.')
  return facts
}
