import { sql } from 'drizzle-orm'
import { calendarsOf } from '../../calendar/calendars.ts'
import { computeWindow } from '../../calendar/compute-window.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { teamHours } from '../../facts/hours-columns.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { agreements, organisation } from '../../tables/organisation.ts'

/** Milliseconds of the team's opening hours in which a coach answers, where the owner says nothing else. */
const usual = 4 * 3_600_000
/** Milliseconds: how far ahead the team may be open for the first time, and how far ahead a moment may be given. */
const horizon = 92 * 86_400_000

const hours = selecting({ team: teamHours })<{ teamId: string }>(sql`
  from ${agreements} a cross join ${organisation} org where a.team_id = ${sql.placeholder('teamId')}::uuid`)

/** The moment from which silence is a yes, in wire form. Throws `unprocessable` for one that has passed or is far off. */
export async function computeAnswerBy(
  work: Work,
  teamId: string,
  given: string | undefined,
): Promise<string> {
  const begin = work.now.epochMilliseconds
  if (given !== undefined) {
    const at = Temporal.Instant.from(given)
    if (at.epochMilliseconds <= begin) throw Unprocessable.at('/answerBy', 'must lie in the future')
    if (at.epochMilliseconds > begin + horizon) throw Unprocessable.at('/answerBy', 'must lie within 92 days')
    return toWire(at)
  }
  const found = await work.tx.row(hours, { teamId })
  if (!found) throw new Error('the team of a case has agreements')
  const nobody = { workingHours: null, timeZone: null, absences: [], standIns: [] }
  const calendars = calendarsOf(found.team, nobody, { preferredWindows: null, timeZone: null })
  const { until } = computeWindow(calendars, begin, usual, begin + horizon)
  return toWire(Temporal.Instant.fromEpochMilliseconds(until))
}
