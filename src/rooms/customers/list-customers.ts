import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, listing } from '../../db/listing.ts'
import { select } from '../../db/selection.ts'
import type { Reader } from '../../db/work.ts'
import { readCountry } from '../../facts/country.ts'
import type { Page } from '../../lib/page.ts'
import { readPhone } from '../../lib/phone.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { events } from '../../tables/events.ts'
import type { Customer } from './contract.ts'
import { changesCustomer, customerRow } from './customer-row.ts'
import type { CustomerQuery } from './list-contract.ts'
import { readTyped } from './read-typed.ts'
import { widenNames } from './widen-names.ts'

const list = listing({
  select: select(customerRow, sql`from ${customers} c`),
  filters: {
    q: (value) => sql`c.search @@ search_query(${value}, false)`,
    id: equals(sql`c.id`, 'uuid'),
    phone: equals(sql`c.phone`, 'text'),
    email: (value, many) =>
      many
        ? sql`lower(c.email) = any(array(select lower(x) from unnest(${value}::text[]) x))`
        : sql`lower(c.email) = lower(${value})`,
    segment: equals(sql`c.segment`, 'text'),
    teamId: equals(sql`c.team_id`, 'uuid'),
    updatedAfter: (value) => sql`c.id in (select e.customer_id from ${events} e
      where ${changesCustomer} and e.at > ${value}::timestamptz)`,
    updatedBefore: (value) => sql`c.created_at < ${value}::timestamptz and not exists (select from ${events} e
      where e.customer_id = c.id and ${changesCustomer} and e.at >= ${value}::timestamptz)`,
    kind: equals(sql`c.kind`, 'text'),
    system: (value, many) =>
      sql`c.id in (select r.customer_id from ${customerReferences} r
        where ${equals(sql`r.system`, 'text')(value, many)})`,
    // The contract asks for the system beside it.
    externalId: (value, many) => sql`c.id in (select r.customer_id from ${customerReferences} r
      where r.system = any(${sql.placeholder('systems')}::text[])
        and ${equals(sql`r.external_id`, 'text')(value, many)})`,
  },
  // Who was merged away is found as the customer who stands for them.
  always: sql`c.merge_id is null`,
  order: [{ column: sql`c.id`, key: 'id', type: 'uuid' }],
  descending: true,
  search: { by: 'q', widen: widenNames },
  planned: ['updatedAfter', 'updatedBefore'],
})

/** Customers, the newest first. Throws `validation-failed` for a telephone number that is none. */
export async function listCustomers(
  reader: Reader,
  { q, phone, ...query }: z.output<typeof CustomerQuery>,
): Promise<Page<Customer>> {
  const isNational = phone?.some((number) => !number.startsWith('+'))
  const country = isNational ? await reader.db.row(readCountry, {}) : undefined
  const readNumber = (number: string) => readPhone(number, country?.country ?? '', '/phone')
  const asked = {
    ...query,
    q: q === undefined ? undefined : await readTyped(reader, q),
    phone: phone?.map(readNumber),
  }
  return list(reader, asked, { systems: query.system ?? [] })
}
