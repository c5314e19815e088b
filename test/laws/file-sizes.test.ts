import { expect, test } from 'vitest'
import { sources } from './source.ts'

/** Past this a file is two ideas. */
const most = 150

/** Files that were longer when this law came. The list only shrinks: what fits by now is taken off, and nothing is added. */
const longer = new Set([
  'access/known-callers.ts',
  'app.ts',
  'callbacks/contract.ts',
  'cases/case-parts.ts',
  'cases/case-row.ts',
  'cases/contract.ts',
  'cases/routes.ts',
  'customers/contract.ts',
  'db/transaction.ts',
  'http/door.ts',
  'http/idempotency.ts',
  'lib/problems.ts',
  'openapi/describe-operations.ts',
  'openapi/headers.ts',
  'people/absence-plan.ts',
  'provisioning/discovery-contract.ts',
  'provisioning/filter.ts',
  'tables/callbacks.ts',
  'tables/cases.ts',
  'tables/customers.ts',
  'tables/people.ts',
])

test('a file of the service has 150 lines at most, but for those that were longer before', () => {
  const found = sources.filter(({ text }) => text.split('\n').length - 1 > most).map(({ path }) => path)
  expect(sources.length).toBeGreaterThan(300)
  expect(found.filter((path) => !longer.has(path))).toEqual([])
  expect([...longer].filter((path) => !found.includes(path))).toEqual([])
})
