import { lawsOfCases } from './laws-of-cases.ts'
import { lawsOfGiving } from './laws-of-giving.ts'
import { lawsOfHistory } from './laws-of-history.ts'
import { lawsOfOutreaches } from './laws-of-outreaches.ts'
import { lawsOfPromises } from './laws-of-promises.ts'
import { rowsAndEvents } from './rows-and-events.ts'

/** What must be true at every moment, whoever wrote it: each query answers with the rows that break it. */
export const invariants: Readonly<Record<string, string>> = {
  ...lawsOfCases,
  ...lawsOfPromises,
  ...lawsOfGiving,
  ...lawsOfHistory,
  ...lawsOfOutreaches,
  ...rowsAndEvents,
}
