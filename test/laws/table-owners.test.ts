import { expect, test } from 'vitest'
import { sources } from './source.ts'

/** Every table has one owning room, and only that room writes it. */
const owners: Readonly<Record<string, string>> = {
  organisation: 'organisation',
  teams: 'organisation',
  agreements: 'organisation',
  topics: 'organisation',
  employees: 'people',
  employeeTopics: 'people',
  departures: 'people',
  absences: 'people',
  standIns: 'people',
  presences: 'people',
  attendance: 'people',
  calendarFeeds: 'people',
  customers: 'customers',
  customerReferences: 'customers',
  customerFacts: 'customers',
  cases: 'cases',
  contacts: 'cases',
  resolutions: 'cases',
  notes: 'cases',
  successions: 'cases',
  caseCorrections: 'cases',
  caseWords: 'cases',
  customerMerges: 'customers',
  nameWords: 'customers',
  consultations: 'consultations',
  calls: 'telephony',
  callbacks: 'callbacks',
  attempts: 'callbacks',
  events: 'events',
  apiKeys: 'access',
  idempotencyKeys: 'http',
  rateLimits: 'http',
}

const writes = sources.flatMap(({ path, text }) =>
  [
    /\.(?:insert|update)\((\w+),/g,
    /(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?\$\{(\w+)\}/gi,
  ].flatMap((pattern) => [...text.matchAll(pattern)].map(([, table = '']) => ({ path, table }))),
)

test('only the owning room writes a table', () => {
  const tables = writes.filter(({ table }) => table in owners)
  expect(tables.length).toBeGreaterThan(25)
  const trespassing = tables.filter(({ path, table }) => path.split('/')[0] !== owners[table])
  expect(trespassing.map(({ path, table }) => `${path} writes ${table}`)).toEqual([])
})

test('every table has an owner', () => {
  const declared = sources
    .filter(({ path }) => path.startsWith('tables/'))
    .flatMap(({ text }) =>
      [...text.matchAll(/export const (\w+) = pgTable\(/g)].map(([, table = '']) => table),
    )
  expect(declared.sort()).toEqual(Object.keys(owners).sort())
})
