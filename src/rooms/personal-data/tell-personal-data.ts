import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { customerMerges, customers } from '../../tables/customers.ts'
import { byId, found, standing } from '../customers/queries.ts'
import { atOnce, type Section } from './section.ts'
import { sectionsOfAsking } from './sections-of-asking.ts'
import { sectionsOfCases } from './sections-of-cases.ts'
import { sectionsOfCustomer } from './sections-of-customer.ts'
import { sectionsOfGoodwill } from './sections-of-goodwill.ts'

const sections: readonly Section[] = [
  ...sectionsOfCustomer,
  ...sectionsOfCases,
  ...sectionsOfGoodwill,
  ...sectionsOfAsking,
]

const merged = statement<{ id: string }, { id: string }>(sql`
  with recursive them as (
    select ${sql.placeholder('id')}::uuid as id
    union select c.id from them t join ${customerMerges} m on m.into_id = t.id join ${customers} c on c.merge_id = m.id)
  select id from them`)

const first = '00000000-0000-0000-0000-000000000000'

/**
 * All that is on record about a customer, and what each field of it is for, as JSON in pieces: rows are read while they are
 * sent. Throws `not-found`, `customer-is-merged` and `customer-is-erased` before the first piece.
 */
export async function tellPersonalData(reader: Reader, id: string): Promise<AsyncGenerator<string>> {
  const customer = standing(reader.actor, found(await reader.db.row(byId, { id })))
  const ids = (await reader.db.rows(merged, { id: customer.id })).map((row) => row.id)
  return pieces(reader, customer.id, ids)
}

async function* pieces(reader: Reader, customerId: string, ids: readonly string[]): AsyncGenerator<string> {
  yield `{"customerId":"${customerId}","asOf":"${toWire(reader.now)}","sections":[`
  for (const [index, { name, purpose, fields, page }] of sections.entries()) {
    yield `${index === 0 ? '' : ','}{${JSON.stringify({ name, purpose, fields }).slice(1, -1)},"data":[`
    for (let after = first, rows = atOnce; rows === atOnce; ) {
      const read = await reader.db.rows(page, { ids, after, ...viewerOf(reader.actor) })
      const told = read.map((row) => JSON.stringify(row)).join(',')
      if (told !== '') yield after === first ? told : `,${told}`
      rows = read.length
      after = read.at(-1)?.id ?? after
    }
    yield ']}'
  }
  yield ']}'
}
