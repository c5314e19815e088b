import { toCase } from '../../case-file/case-answer.ts'
import type { Reader } from '../../db/work.ts'
import { readCountry } from '../../facts/country.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { glimpseOf } from '../cases/summary-contract.ts'
import type { Caller, CallerQuery } from './contract.ts'
import { findCaller } from './find-caller.ts'
import { readNumber } from './read-number.ts'
import { whomToRing } from './whom-to-ring.ts'

/**
 * The country that the organisation had when it was last asked for. It is a guess: each look-up brings the country along,
 * and where the number reads differently in it, looks again. So knowing it costs no trip of its own and is never old.
 */
let usualCountry = 'NL'

const nobody = { phone: null, customer: null, candidates: [], facts: [], openCases: [], ring: null }

/**
 * Who calls: as much as any employee may know of it, while the telephone rings. What is about the viewer is not
 * there, and whom to ring is told as if it did not exist. Throws `validation-failed` for what is no telephone number.
 */
export async function lookUpCaller(reader: Reader, { phone: given }: CallerQuery): Promise<Caller> {
  const { db, actor, now } = reader
  for (let country = usualCountry; ; country = usualCountry) {
    const phone = readNumber(given, country)
    if (phone === null) return nobody
    const found =
      phone === undefined ? undefined : await findCaller(db, { phone, now: toWire(now), ...viewerOf(actor) })
    const present = found?.country ?? (await db.row(readCountry, {}))?.country ?? country
    if (readNumber(given, present) !== phone) {
      usualCountry = present
      continue
    }
    if (phone === undefined || !found)
      throw ValidationFailed.at('/phone', 'is no telephone number; one from abroad begins with +')
    const { candidates, facts, openCases } = found
    const shown = candidates.map(({ id, name }) => ({ id, name }))
    return {
      phone,
      customer: shown.length === 1 ? (shown[0] ?? null) : null,
      candidates: shown,
      facts: [...facts],
      openCases: openCases.map((row) => glimpseOf(toCase(row, toWire(now)))),
      ring: await whomToRing({ tx: db, now }, openCases[0], candidates[0]),
    }
  }
}
