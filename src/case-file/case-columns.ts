import { sql } from 'drizzle-orm'
import { rowPart } from '../db/row-part.ts'
import { asJsonList, orNull, pick, type RowOf, renamed, select } from '../db/selection.ts'
import { brokenPromise } from '../facts/broken-promise.ts'
import { headsUps } from '../facts/heads-ups-of-case.ts'
import { mayBeAsked } from '../facts/may-be-asked.ts'
import { outreachOf } from '../facts/outreach-of-case.ts'
import { selectStandIns } from '../facts/stand-ins.ts'
import { visibility } from '../facts/visibility.ts'
import { asks } from '../tables/asks.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases, resolutions } from '../tables/cases.ts'
import { consultations } from '../tables/consultations.ts'
import { customers } from '../tables/customers.ts'
import { events } from '../tables/events.ts'
import { gestures } from '../tables/gestures.ts'
import { agreements, organisation } from '../tables/organisation.ts'
import { employees } from '../tables/people.ts'
import { topics } from '../tables/topics.ts'

const standIns = selectStandIns({
  owner: sql`c.owner_id`,
  team: sql`o.active_team_id`,
  except: sql`c.about_employee_id`,
})

/** Of the case `c` itself, the moment of its last event `u`, and who stands in for its owner, now and later. */
const own = {
  ...pick(
    cases,
    'c',
    'id',
    'reference',
    'customerId',
    'ownerId',
    'teamId',
    'subject',
    'question',
    'tags',
    'origin',
    'channel',
    'openedByKind',
    'openedById',
    'assignmentReason',
    'assignmentConsidered',
    'aboutEmployeeId',
    'chases',
    'faces',
  ),
  ...pick(cases, 'c', 'openedAt', 'version'),
  ...renamed(events, 'u', { updatedAt: 'at' }),
  headsUps,
  outreachId: outreachOf('c'),
  brokenPromise,
  standIns,
}

const callbackColumns = pick(
  callbacks,
  'b',
  'id',
  'channel',
  'address',
  'windowFrom',
  'windowUntil',
  'computed',
  'yielded',
  'cutByHorizon',
  'attempts',
  'nextTryAt',
  'madeAt',
  'version',
)
const resolutionColumns = {
  ...pick(resolutions, 'r', 'id', 'outcome', 'summary', 'contactId', 'contactMoment'),
  ...pick(resolutions, 'r', 'duplicateOf', 'resolvedById', 'at'),
}
const topicColumns = pick(topics, 't', 'code', 'name')
const ownerColumns = pick(employees, 'o', 'name', 'extension')
const ways = ['phone', 'email', 'preferredChannel', 'otherContactPoints'] as const
const customerColumns = pick(customers, 'cu', 'name', ...ways)
const teamColumns = {
  ...pick(agreements, 'a', 'timeZone'),
  ...renamed(agreements, 'a', { attemptsNeeded: 'attempts', attemptDaysNeeded: 'attemptDays' }),
}
const askColumns = {
  ...pick(asks, 'k', 'id', 'answerBy', 'version'),
  ...renamed(gestures, 'g', { gestureId: 'id', gestureVersion: 'version' }),
}
const consultationColumns = pick(consultations, 'x', 'id', 'consultedId', 'askedAt', 'version')

/** What operations know of the case beyond its answer. */
const known = {
  ...pick(organisation, 'org', 'country'),
  visibility,
  mayAsk: mayBeAsked(sql`c.customer_id`),
  openAsks: sql<OpenAsk[]>`(
    select ${asJsonList(askColumns, sql`k.id`)} from ${asks} k join ${gestures} g on g.ask_id = k.id
    where k.case_id = c.id and k.state = 'open')`,
  openConsultations: sql<OpenConsultation[]>`(
    select ${asJsonList(consultationColumns, sql`x.id`)} from ${consultations} x where x.case_id = c.id and x.state = 'open')`,
}

/** Of a case, what is needed to add to what was said in it: whose it is, its number, and since when it holds what it holds. */
const brief = {
  ...pick(cases, 'c', 'id', 'customerId', 'ownerId', 'chases', 'faces', 'version', 'resolvedAt'),
  ...renamed(employees, 'o', { ownerName: 'name' }),
  ...orNull(renamed(callbacks, 'b', { promiseId: 'id', promisedAt: 'madeAt' })),
  standIns,
  visibility,
}

/** `select …` of a `BriefRow`, up to where the conditions begin. */
export const selectBrief = select(
  brief,
  sql`from ${cases} c join ${employees} o on o.id = c.owner_id left join ${callbacks} b on b.id = c.callback_id`,
)

/** The promise of an open case, as it is stored. */
export type OpenCallback = RowOf<typeof callbackColumns>
/** How a case ended, as it is stored. */
export type Resolution = RowOf<typeof resolutionColumns>
/** The customer of a case, and how to come back to them. */
export type ReachableCustomer = RowOf<typeof customerColumns>
/** What the team of a case has agreed about its promises. */
export type TeamTerms = RowOf<typeof teamColumns>
/** What is asked for on a case, and was not answered or told of as granted; with the gesture that it becomes. */
export type OpenAsk = RowOf<typeof askColumns>
/** What a colleague is asked about a case and has not answered. */
export type OpenConsultation = RowOf<typeof consultationColumns>

/** What a row of the statements below consists of; a callback, a resolution and a topic there may be or not. */
export const parts = {
  own: rowPart(own),
  callback: rowPart(callbackColumns, 'callback'),
  resolution: rowPart(resolutionColumns, 'resolution'),
  topic: rowPart(topicColumns, 'topic'),
  owner: rowPart(ownerColumns, 'owner'),
  customerName: rowPart(pick(customers, 'cu', 'name'), 'customer'),
  customer: rowPart(customerColumns, 'customer'),
  team: rowPart(teamColumns, 'team'),
  known: rowPart(known),
}

/** A case of which little is asked, as one row; `briefOf` reads it. */
export type BriefRow = RowOf<typeof brief>
/** A case with all that its answer shows, as one row; `shownCaseOf` reads it. */
export type CaseRow = RowOf<typeof own>
/** A case with what operations know of it, as one row; `lockedCaseOf` reads it. */
export type FactsRow = CaseRow & RowOf<typeof known>
