import { sql } from 'drizzle-orm'
import { asJsonList, pick, type RowOf } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { teamHours } from '../../facts/hours-columns.ts'
import { NotYetUnreachable } from '../../rooms/cases/problems.ts'
import { cases } from '../../tables/cases.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import type { TeamTerms } from '../case-columns.ts'
import type { ContactRow } from '../contact-row.ts'
import { momentOf } from '../evidence/moment-of.ts'
import { isSpoken } from '../evidence/spoken.ts'
import { countTries, type Try } from './count-tries.ts'

/** `tries` of a callback: its attempts, and the contacts that are such without being told of as one. */
export const triesOf = (callbackId: ReturnType<typeof sql>) =>
  sql<Try[]>`(select ${asJsonList(tried, sql`t.at`)} from tried_in_vain(${callbackId}) t)`

const tried = { outcome: sql<string>`t.outcome`, at: sql<string>`t.at` }

const tries = {
  team: teamHours,
  ...pick(agreements, 'a', 'attemptPause'),
  tries: triesOf(sql`c.callback_id`),
}
type Tried = RowOf<typeof tries>

const ofCase = selecting(tries)<{ caseId: string }>(sql`from ${cases} c
  join ${agreements} a on a.team_id = c.team_id cross join ${organisation} org
  where c.id = ${sql.placeholder('caseId')}::uuid`)

/** How the open callback of a case has been tried, and by which hours that counts. */
export async function findTried({ tx }: Work, caseId: string): Promise<Tried> {
  const found = await tx.row(ofCase, { caseId })
  if (!found) throw new Error('a case has a team with an agreement')
  return found
}

/** The owner's contact with the customer as a try: a call in vain, or a message; undefined for any other contact. */
export function tryIn(contact: ContactRow): Try | undefined {
  const { direction, channel, outcome, at } = contact
  if (direction === 'inbound') return undefined
  const moment = momentOf(contact)
  if (moment === 'owner-wrote') return { outcome: 'message-sent', at }
  return moment === 'not-reached' && isSpoken(channel) ? { outcome, at } : undefined
}

/** Throws `not-yet-unreachable` until the open callback has been tried as the team has agreed (law 8). */
export function assertTriedEnough(
  { team, attemptPause, tries: all }: Tried,
  { attemptsNeeded, attemptDaysNeeded: daysNeeded }: TeamTerms,
  nextTryAt: string | null,
): void {
  const { attempts, days } = countTries(all, team, attemptPause)
  const messageSent = all.some(({ outcome }) => outcome === 'message-sent')
  if (attempts >= attemptsNeeded && days.length >= daysNeeded && messageSent) return
  throw NotYetUnreachable.because(
    `The agreement asks for ${attemptsNeeded} attempts on ${daysNeeded} working days, ${attemptPause} of working time apart, and a written message.`,
    { attempts, attemptsNeeded, days: days.length, daysNeeded, attemptPause, messageSent, nextTryAt },
  )
}
