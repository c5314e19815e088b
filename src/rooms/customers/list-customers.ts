import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, listing } from '../../db/lists/listing.ts'
import { select } from '../../db/selection.ts'
import type { Reader } from '../../db/work.ts'
import { readCountry } from '../../facts/country.ts'
import { widenNames } from '../../facts/widen-names.ts'
import type { Page } from '../../lib/page.ts'
import { readPhone } from '../../lib/phone.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { events } from '../../tables/events.ts'
import { changesCustomer, customerRow } from './customer-row.ts'
import type { CustomerQuery } from './list-contract.ts'
import { readTyped } from './read-typed.ts'
import { asShown } from './show-customers.ts'
import type { ShownCustomer } from './shown-contract.ts'

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
    servedBy: equals(sql`c.team_id`, 'uuid'),
    kind: equals(sql`c.kind`, 'text'),
    system: (value, many) =>
      sql`c.id in (select r.customer_id from ${customerReferences} r
        where ${equals(sql`r.system`, 'text')(value, many)})`,
    // The contract asks for the system beside it. Those few are read first: by them the customers are found, whatever else is asked.
    externalId: (value, many) => sql`c.id = any(array(select r.customer_id from ${customerReferences} r
      where r.system = any(${sql.placeholder('systems')}::text[])
        and ${equals(sql`r.external_id`, 'text')(value, many)}))`,
  },
  // Who was merged away is found as the customer who stands for them.
  always: sql`c.merge_id is null`,
  order: [{ column: sql`c.id`, key: 'id', type: 'uuid' }],
  descending: true,
  search: { by: 'q', widen: widenNames },
  leads: {
    segment: { column: sql`c.segment`, type: 'text' },
    teamId: { column: sql`c.team_id`, type: 'uuid' },
    kind: { column: sql`c.kind`, type: 'text' },
    servedBy: { column: sql`c.team_id`, type: 'uuid' },
  },
  planned: ['updatedAfter', 'updatedBefore', 'system'],
  orderWith: {
    filters: ['updatedBefore'],
    order: [
      { column: sql`c.created_at`, key: 'createdAt', type: 'timestamptz' },
      { column: sql`c.id`, key: 'id', type: 'uuid' },
    ],
  },
})

/**
 * Customers, the newest first. A member reads those of their own team; by a search and nothing else those of other teams too,
 * each as far as they see them, and no more than a page. Throws `validation-failed` for a telephone number that is none.
 */
export async function listCustomers(
  reader: Reader,
  { q, phone, ...query }: z.output<typeof CustomerQuery>,
): Promise<Page<ShownCustomer>> {
  const isNational = phone?.some((number) => !number.startsWith('+'))
  const country = isNational ? await reader.db.row(readCountry, {}) : undefined
  const readNumber = (number: string) => readPhone(number, country?.country ?? '', '/phone')
  const asked = {
    ...query,
    q: q === undefined ? undefined : await readTyped(reader, q),
    phone: phone?.map(readNumber),
    // A reference names its system.
    system: query.externalId === undefined ? query.system : undefined,
  }
  const fixed = { systems: query.system ?? [] }
  const { employee } = reader.actor
  if (employee?.role !== 'member') return list(reader, asked, fixed)
  if (!searchesAlone(asked)) return list(reader, { ...asked, servedBy: employee.teamId }, fixed)
  if (asked.cursor !== undefined)
    throw ValidationFailed.at(
      '/cursor',
      'leads nowhere: a search among the customers of all teams is one page',
    )
  const { data } = await list(reader, asked, fixed)
  return { data: await asShown(reader, data), nextCursor: null }
}

/**
 * Whether somebody is looked for by what a person says of themselves, and by nothing else: any other filter would tell of
 * another team's customers what a summary does not.
 */
const searchesAlone = ({
  q,
  phone,
  email,
  id,
  ...rest
}: Omit<z.output<typeof CustomerQuery>, 'q'> & { q?: string | undefined }) => {
  const { system, externalId, segment, kind, teamId } = rest
  const isNarrowed = [segment, kind, teamId].some((filter) => filter !== undefined)
  const isSearch = [q, phone, email, id, externalId].some((filter) => filter !== undefined)
  return isSearch && !isNarrowed && (system === undefined || externalId !== undefined)
}
