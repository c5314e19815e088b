import { expect, test } from 'vitest'
import { sources } from './source.ts'

/** Past this a file is two ideas. */
const most = 150

/** Files that were longer when this law came. The list only shrinks: what fits by now is taken off, and nothing is added. */
const longer = new Set([
  'app.ts',
  'http/door.ts',
  'lib/problems.ts',
  'rooms/absences/plan.ts',
  'rooms/access/known-callers.ts',
  'rooms/callbacks/contract.ts',
  'rooms/cases/contract.ts',
  'rooms/cases/parts-contract.ts',
  'rooms/cases/routes.ts',
  'rooms/customers/contract.ts',
  'rooms/provisioning/discovery-contract.ts',
  'rooms/provisioning/filter.ts',
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
