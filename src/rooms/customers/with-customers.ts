import { sql } from 'drizzle-orm'
import type { Reader } from '../../db/work.ts'
import { Forbidden } from '../../lib/problems.ts'
import { read } from './queries.ts'
import { asShown } from './show-customers.ts'
import type { ShownCustomer } from './shown-contract.ts'

const byIds = read<{ ids: readonly string[] }>(sql`c.id = any(${sql.placeholder('ids')}::uuid[])`)

/** Rows with their customers, each as far as the actor sees them. Throws `forbidden` for a system that reads no customers. */
export async function withCustomers<Row extends { readonly customer: { readonly id: string } }>(
  reader: Reader,
  rows: readonly Row[],
): Promise<(Omit<Row, 'customer'> & { customer: Row['customer'] | ShownCustomer })[]> {
  if (!reader.actor.reads.customers)
    throw Forbidden.because('Only a key that reads customers expands them.', { required: 'customers:read' })
  const ids = [...new Set(rows.map(({ customer }) => customer.id))]
  const known = ids.length === 0 ? [] : await reader.db.rows(byIds, { ids })
  const shown = new Map((await asShown(reader, known)).map((customer) => [customer.id, customer]))
  return rows.map((row) => ({ ...row, customer: shown.get(row.customer.id) ?? row.customer }))
}
