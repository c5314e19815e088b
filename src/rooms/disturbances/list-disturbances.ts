import { sql } from 'drizzle-orm'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, select } from '../../db/selection.ts'
import type { Reader } from '../../db/work.ts'
import { thoseStoodFor } from '../../facts/current-customer.ts'
import type { Page } from '../../lib/page.ts'
import { disturbances } from '../../tables/ahead/disturbances.ts'
import { assertSeesWhole } from '../customers/show-customers.ts'
import type { Disturbance, DisturbanceQuery } from './contract.ts'

const list = listing({
  select: select(
    {
      ...pick(disturbances, 'd', 'id', 'kind', 'at', 'quietUntil', 'worthMore'),
      ...pick(disturbances, 'd', 'surveyId', 'contactId', 'outreachId'),
    },
    sql`from ${disturbances} d`,
  ),
  filters: { kind: equals(sql`d.kind`, 'text') },
  always: sql`d.customer_id = any(${thoseStoodFor(sql`${sql.placeholder('customerId')}::uuid`)})`,
  order: [
    { column: sql`d.at`, key: 'at', type: 'timestamptz' },
    { column: sql`d.id`, key: 'id', type: 'uuid' },
  ],
  descending: true,
})

/**
 * When a customer heard from us unasked, or will, the latest first; with whoever was merged into them. Throws `not-found` for a
 * customer who is not there, or is not the actor's to see.
 */
export async function listDisturbances(
  reader: Reader,
  customerId: string,
  query: DisturbanceQuery,
): Promise<Page<Disturbance>> {
  const [found] = await Promise.all([
    list(reader, query, { customerId }),
    assertSeesWhole(reader, customerId),
  ])
  return found as Page<Disturbance>
}
