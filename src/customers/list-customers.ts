import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, listing } from '../db/listing.ts'
import { statement } from '../db/statement.ts'
import type { Reader } from '../db/work.ts'
import type { Page } from '../lib/page.ts'
import { beginningOfPhone, readPhone } from '../lib/phone.ts'
import { beginning, searchWords } from '../lib/search-words.ts'
import { customerReferences, customers } from '../tables/customers.ts'
import { organisation } from '../tables/organisation.ts'
import type { Customer } from './contract.ts'
import type { CustomerQuery } from './list-contract.ts'
import { columns } from './queries.ts'

const list = listing<Customer>({
  select: sql`select ${columns} from ${customers} c`,
  filters: {
    q: (value) => sql`c.search @@ ${value}::tsquery`,
    phone: equals(sql`c.phone`, 'text'),
    email: (value, many) =>
      many
        ? sql`lower(c.email) = any(array(select lower(x) from unnest(${value}::text[]) x))`
        : sql`lower(c.email) = lower(${value})`,
    segment: equals(sql`c.segment`, 'text'),
    teamId: equals(sql`c.team_id`, 'uuid'),
    kind: equals(sql`c.kind`, 'text'),
    system: (value) =>
      sql`c.id in (select r.customer_id from ${customerReferences} r where r.system = ${value})`,
    // The contract asks for the system beside it.
    externalId: (value) => sql`c.id = (select r.customer_id from ${customerReferences} r
      where r.system = ${sql.placeholder('system')} and r.external_id = ${value})`,
  },
  order: [{ column: sql`c.id`, key: 'id', type: 'uuid' }],
  descending: true,
})

const readCountry = statement<object, { readonly country: string }>(sql`select country from ${organisation}`)

/** Customers, the newest first. Throws `validation-failed` for a telephone number that is none. */
export async function listCustomers(
  reader: Reader,
  { q, phone, ...query }: z.output<typeof CustomerQuery>,
): Promise<Page<Customer>> {
  const isNational = phone?.some((number) => !number.startsWith('+')) || looksLikePhone(q)
  const country = isNational ? await reader.db.row(readCountry, {}) : undefined
  const readNumber = (number: string) => readPhone(number, country?.country ?? '', '/phone')
  return list(reader, {
    ...query,
    q: q === undefined ? undefined : queryOf(q, country?.country),
    phone: phone?.map(readNumber),
  })
}

const looksLikePhone = (q: string | undefined): q is string =>
  q !== undefined && /^[+()\d\s./-]{4,}$/.test(q) && /\d.*\d.*\d/s.test(q)

/** Words, or a telephone number as far as it was typed. */
function queryOf(q: string, country: string | undefined): string {
  const words = searchWords(q)
  const number = looksLikePhone(q) && country !== undefined ? beginningOfPhone(q, country) : undefined
  if (number === undefined) return words
  return words === '' ? beginning(number) : `${beginning(number)} | ${words}`
}
