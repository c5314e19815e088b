import { type SQL, sql } from 'drizzle-orm'
import { type StepCode, stepCodes } from './steps-contract.ts'

const typed = (type: string) => sql.raw(`e.type = '${type}'`)
const resolved = (outcome: string) =>
  sql.raw(`e.type = 'case.resolved' and e.data ->> 'outcome' = '${outcome}'`)

/** Of which events `e` each step is made. The first that fits counts. */
const made: Readonly<Record<StepCode, SQL>> = {
  contact: typed('contact.recorded'),
  promised: typed('callback.made'),
  opened: typed('case.opened'),
  keptLate: sql`${typed('callback.kept')} and e.data ->> 'lateBy' is not null`,
  kept: typed('callback.kept'),
  answered: resolved('answered'),
  fixed: resolved('fixed'),
  unreachable: resolved('unreachable'),
  withdrawn: resolved('withdrawn'),
  duplicate: resolved('duplicate'),
  notAQuestion: resolved('notAQuestion'),
  chased: typed('case.chased'),
  tried: typed('callback.attempted'),
  consulted: typed('consultation.asked'),
  colleagueAnswered: typed('consultation.answered'),
  broken: typed('callback.overdue'),
  rescheduled: typed('callback.rescheduled'),
  reopened: typed('case.reopened'),
  colleagueDeclined: typed('consultation.declined'),
  colleagueLate: typed('consultation.overdue'),
  gesture: typed('gesture.granted'),
  asked: typed('ask.made'),
  ruleBent: typed('deviation.recorded'),
  succeeded: typed('case.succeeded'),
}

/** Steps travel as their places in the list: numbers are sorted several times as fast as words. */
export const numberOf = (step: StepCode): SQL => sql.raw(String(stepCodes.indexOf(step)))
const numbersOf = (...some: StepCode[]): SQL => sql.join(some.map(numberOf), sql`, `)
/** Which step an event `e` is, if any. */
export const stepOf = sql.join(
  Object.entries(made).map(([step, event]) => sql`when ${event} then ${numberOf(step as StepCode)}`),
  sql` `,
)

/** What a contact was for is told beside it, at the same moment of the same case: it is no step of its own then. */
export const tellsItsContact = numbersOf(
  ...(['opened', 'chased', 'reopened', 'kept', 'keptLate', 'tried', 'rescheduled'] as const),
  ...(['answered', 'fixed', 'unreachable', 'withdrawn', 'duplicate', 'notAQuestion'] as const),
)
