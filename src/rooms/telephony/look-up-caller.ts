import type { Reader } from '../../db/work.ts'
import { readCountry } from '../../facts/country.ts'
import { standInAt } from '../../facts/stand-ins.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { mustBePhone } from '../../lib/phone.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import type { CaseSummary } from '../cases/summary-contract.ts'
import { readCurrentHeadsUps, shownHeadsUps } from '../heads-ups/current-heads-ups.ts'
import type { Caller, CallerQuery } from './contract.ts'
import { type CallersCase, findCaller } from './find-caller.ts'
import { readNumber } from './read-number.ts'
import { whomToRing } from './whom-to-ring.ts'

/**
 * The country that the organisation had when it was last asked for. It is a guess: each look-up brings the country along,
 * and where the number reads differently in it, looks again. So knowing it costs no trip of its own and is never old.
 */
let usualCountry = 'NL'

const nobody = { phone: null, customer: null, ring: null }

/**
 * Who calls: as much as any employee may know of it, while the telephone rings. What is about the viewer is not
 * there, and whom to ring is told as if it did not exist. Throws `validation-failed` for what is no telephone number.
 */
export async function lookUpCaller(reader: Reader, { phone: given }: CallerQuery): Promise<Caller> {
  const guessed = usualCountry
  const guess = await lookUpIn(reader, given, guessed)
  usualCountry = guess.country
  const reads = guess.country === guessed || readNumber(given, guess.country) === guess.phone
  // Once more and not until both agree: nothing that is written may keep the service busy for ever.
  const { phone, found, country } = reads ? guess : await lookUpIn(reader, given, guess.country)
  if (phone === null)
    return {
      ...nobody,
      candidates: [],
      facts: [],
      openCases: [],
      headsUps: await readCurrentHeadsUps(reader),
    }
  if (phone === undefined || !found) throw ValidationFailed.at('/phone', mustBePhone(country))
  const { db, now } = reader
  const { candidates, facts, openCases, headsUps } = found
  const shown = candidates.map(({ id, name }) => ({ id, name }))
  return {
    phone,
    customer: shown.length === 1 ? (shown[0] ?? null) : null,
    candidates: shown,
    facts: [...facts],
    openCases: openCases.map((kase) => summaryOf(kase, toWire(now))),
    headsUps: shownHeadsUps(headsUps),
    ring: await whomToRing({ tx: db, now }, openCases[0], candidates[0]),
  }
}

/** `now` is in wire form. */
function summaryOf(kase: CallersCase, now: string): CaseSummary {
  const standIn = standInAt(kase.standIns, now)
  return {
    id: kase.id,
    reference: kase.reference,
    status: 'open',
    customer: { id: kase.customerId, name: kase.customerName },
    owner: { id: kase.ownerId, name: kase.ownerName, extension: kase.extension },
    standIn: standIn ? { id: standIn.id, name: standIn.name } : null,
    callback: {
      channel: kase.channel,
      from: kase.windowFrom,
      until: kase.windowUntil,
      overdue: kase.windowUntil < now,
    },
    version: kase.version,
  }
}

/** The number as it reads in a country, who has it, and the country that the organisation has by now. */
async function lookUpIn({ db, actor, now }: Reader, given: string, country: string) {
  const phone = readNumber(given, country)
  if (phone === null) return { phone, found: undefined, country }
  if (phone === undefined)
    return { phone, found: undefined, country: (await db.row(readCountry, {}))?.country ?? country }
  const found = await findCaller(db, { phone, now: toWire(now), ...viewerOf(actor) })
  return { phone, found, country: found.country }
}
