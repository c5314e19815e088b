import type { Work } from '../../db/work.ts'
import { holdOrganisation } from '../../facts/organisation.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import type { RuleKind } from '../../tables/rules.ts'

/** A day of review as it is stored: with its first moment and its end, in the organisation's time zone as it is then. */
export interface ReviewDay {
  readonly reviewOn: string | null
  readonly reviewFrom: string | null
  readonly reviewUntil: string | null
}

/**
 * The day by which a rule of this kind is reviewed next; it is later than today. Throws `unprocessable`, also where a
 * house rule has none.
 */
export async function nextReview(work: Work, kind: RuleKind, given: string | undefined): Promise<ReviewDay> {
  if (given === undefined) {
    if (kind === 'house') throw Unprocessable.at('/reviewOn', 'is needed for a house rule')
    return { reviewOn: null, reviewFrom: null, reviewUntil: null }
  }
  const { timeZone } = await holdOrganisation(work)
  const day = Temporal.PlainDate.from(given)
  const today = work.now.toZonedDateTimeISO(timeZone).toPlainDate()
  if (Temporal.PlainDate.compare(day, today) <= 0)
    throw Unprocessable.at('/reviewOn', 'must be later than today')
  const beginning = (of: Temporal.PlainDate): string => toWire(of.toZonedDateTime(timeZone).toInstant())
  return { reviewOn: given, reviewFrom: beginning(day), reviewUntil: beginning(day.add({ days: 1 })) }
}
