import type { Reader } from '../../db/work.ts'
import { withCallbacks } from '../callbacks/with-callbacks.ts'
import { withCustomers } from '../customers/show-customers.ts'
import type { Case } from './contract.ts'
import type { ExpandedCase } from './expanded-contract.ts'

/** Cases with these members whole, by one more query for each. Throws `forbidden` for a system that may not read them. */
export async function expandCases(
  reader: Reader,
  cases: readonly Case[],
  expand: readonly ('customer' | 'callback')[] = [],
): Promise<ExpandedCase[]> {
  const named = expand.includes('customer') ? await withCustomers(reader, cases) : [...cases]
  return expand.includes('callback') ? withCallbacks(reader, named) : named
}
