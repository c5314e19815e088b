import { sql } from 'drizzle-orm'
import { equals, listing } from '../../db/lists/listing.ts'
import { orNull, pick, type RowOf, renamed, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { toMoney } from '../../lib/money.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { disturbances } from '../../tables/ahead/disturbances.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import type { OutreachCustomer, OutreachCustomerQuery } from './customer-contract.ts'

const row = {
  ...pick(outreachCustomers, 'x', 'customerId', 'decision', 'refund', 'why', 'state', 'because', 'waitsFor'),
  ...pick(outreachCustomers, 'x', 'caseId', 'gestureId', 'settledAt'),
  ...pick(customers, 'c', 'name'),
  ...pick(outreaches, 'o', 'currency'),
  ...orNull(renamed(cases, 'k', { reference: 'reference' })),
  ...orNull(renamed(callbacks, 'b', { windowFrom: 'windowFrom', windowUntil: 'windowUntil' })),
}

const list = listing({
  select: select(
    row,
    sql`from ${outreachCustomers} x join ${outreaches} o on o.id = x.outreach_id join ${customers} c on c.id = x.customer_id
      left join ${cases} k on k.id = x.case_id
      left join ${disturbances} d on d.outreach_id = x.outreach_id and d.customer_id = x.customer_id
      left join ${callbacks} b on b.case_id = x.case_id and b.window_from = d.at and b.made_at = x.settled_at`,
  ),
  filters: {
    decision: equals(sql`x.decision`, 'text'),
    state: equals(sql`x.state`, 'text'),
    because: equals(sql`x.because`, 'text'),
  },
  always: sql`x.outreach_id = ${sql.placeholder('outreachId')}::uuid`,
  order: [{ column: sql`x.customer_id`, key: 'customerId', type: 'uuid' }],
  descending: false,
})

const exists = selecting(pick(outreaches, 'o', 'id'))<{ id: string }>(
  sql`from ${outreaches} o where o.id = ${sql.placeholder('id')}`,
)

/** The customers of an outreach, what was decided for each, and what became of it. Throws `not-found`. */
export async function listOutreachCustomers(
  reader: Reader,
  outreachId: string,
  query: OutreachCustomerQuery,
): Promise<Page<OutreachCustomer>> {
  const [{ data, nextCursor }, outreach] = await Promise.all([
    list(reader, query, { outreachId }),
    reader.db.row(exists, { id: outreachId }),
  ])
  if (!outreach) throw NotFound.because('There is no such outreach.')
  return { data: (data as RowOf<typeof row>[]).map(toCustomer), nextCursor }
}

const toCustomer = (x: RowOf<typeof row>): OutreachCustomer => ({
  customer: { id: x.customerId, name: x.name },
  decision: x.decision,
  refund: x.refund === null ? null : toMoney(x.refund, x.currency),
  why: x.why,
  state: x.state,
  because: x.because,
  waitsFor: x.state === 'waiting' ? x.waitsFor : null,
  case: x.caseId === null || x.reference === null ? null : { id: x.caseId, reference: x.reference },
  gestureId: x.gestureId,
  callback:
    x.windowFrom === null || x.windowUntil === null ? null : { from: x.windowFrom, until: x.windowUntil },
  settledAt: x.settledAt,
})
