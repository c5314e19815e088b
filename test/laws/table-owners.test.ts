import { expect, test } from 'vitest'
import { sources } from './source.ts'

/** Every table has an owner, which alone writes it: a room, or the few that share one thing of the trade. */
const owners: Readonly<Record<string, readonly string[]>> = {
  organisation: ['organisation', 'teams'],
  teams: ['teams'],
  agreements: ['teams'],
  topics: ['topics'],
  // An employee begins and changes in one room, and leaves in another.
  employees: ['employees', 'departures'],
  employeeTopics: ['employees'],
  departures: ['departures'],
  absences: ['absences'],
  standIns: ['absences'],
  presences: ['absences'],
  attendance: ['absences'],
  calendarFeeds: ['calendar-feed'],
  // A merge moves what hangs on a customer to another one.
  customers: ['customers', 'merges', 'imports'],
  customerReferences: ['customers', 'merges', 'imports'],
  imports: ['imports'],
  importLines: ['imports'],
  importRefusals: ['imports'],
  customerFacts: ['customers', 'merges'],
  customerMerges: ['merges'],
  // Written by the database's own function, which the room calls.
  erasures: ['personal-data'],
  nameWords: ['customers'],
  // What is done to one locked case is the case file's; these do something to many at once, or begin one.
  cases: ['case-file', 'cases', 'successions', 'corrections'],
  contacts: ['case-file'],
  resolutions: ['case-file'],
  notes: ['contacts'],
  successions: ['successions'],
  caseCorrections: ['corrections'],
  caseWords: ['case-file'],
  rules: ['rules'],
  ruleVersions: ['rules'],
  ruleReviews: ['rules'],
  deviations: ['deviations'],
  headsUps: ['heads-ups'],
  headsUpTeams: ['heads-ups'],
  headsUpCases: [],
  pulseRounds: ['pulse'],
  pulseGivers: ['pulse'],
  pulseAnswers: ['pulse'],
  pulseWords: ['pulse'],
  pulseShares: ['pulse'],
  outreaches: ['outreaches'],
  outreachCustomers: ['outreaches'],
  disturbances: ['outreaches'],
  ideas: ['ideas'],
  surveys: ['case-file', 'surveys'],
  linkKeys: ['facts'],
  ideaCases: ['ideas'],
  ideaRules: ['ideas'],
  ideaSupports: ['ideas'],
  consultations: ['consultations', 'case-file'],
  sharedValues: ['values'],
  budgets: ['gestures'],
  spendingAccounts: ['gestures'],
  gestures: ['gestures', 'case-file'],
  asks: ['asks', 'case-file'],
  ledger: ['gestures'],
  callEvents: ['telephony'],
  calls: ['telephony'],
  callbacks: ['case-file', 'callbacks'],
  attempts: ['case-file'],
  events: ['history'],
  // Written by the database's own function, which the room calls.
  feed: ['events'],
  feedHead: ['events'],
  signingKeys: ['signing'],
  checkpoints: ['events'],
  apiKeys: ['access'],
  eventTickets: ['streams'],
  webhooks: ['webhooks'],
  webhookDeliveries: ['webhooks'],
  idempotencyKeys: ['http'],
  rateLimits: ['http'],
}

const writes = sources.flatMap(({ path, text }) =>
  [
    /\.(?:insert|update)\((\w+),/g,
    /(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?\$\{(\w+)\}/gi,
  ].flatMap((pattern) => [...text.matchAll(pattern)].map(([, table = '']) => ({ path, table }))),
)

const roomOf = (path: string): string => path.replace(/^rooms\//, '').split('/')[0] ?? ''

test('only the owning room writes a table', () => {
  const tables = writes.filter(({ table }) => table in owners)
  expect(tables.length).toBeGreaterThan(25)
  const trespassing = tables.filter(({ path, table }) => !owners[table]?.includes(roomOf(path)))
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
