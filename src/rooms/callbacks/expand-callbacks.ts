import { readCases } from '../../case-file/expand/read-cases.ts'
import type { Reader } from '../../db/work.ts'
import type { Case } from '../cases/contract.ts'
import { withCustomers } from '../customers/show-customers.ts'
import type { ShownCustomer } from '../customers/shown-contract.ts'
import type { Callback } from './contract.ts'

type Expanded<Row extends Callback> = Omit<Row, 'customer'> & {
  customer: Callback['customer'] | ShownCustomer
  case?: Case | null
}

/** Callbacks with these members whole, by one more query for each. Throws `forbidden` for a system that may not read them. */
export async function expandCallbacks<Row extends Callback>(
  reader: Reader,
  callbacks: readonly Row[],
  expand: readonly ('case' | 'customer')[] = [],
): Promise<Expanded<Row>[]> {
  const named: Expanded<Row>[] = expand.includes('customer')
    ? await withCustomers(reader, callbacks)
    : [...callbacks]
  if (!expand.includes('case')) return named
  const found = await readCases(
    reader,
    callbacks.map(({ caseId }) => caseId),
  )
  return named.map((row, n) => ({ ...row, case: found.get(callbacks[n]?.caseId ?? '') ?? null }))
}
