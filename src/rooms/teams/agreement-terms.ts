import type { z } from 'zod'
import { pick, type RowOf } from '../../db/selection.ts'
import type { Actor } from '../../db/work.ts'
import type { OrganisationRow } from '../../facts/organisation.ts'
import { toMoney } from '../../lib/money.ts'
import { present } from '../../lib/patched.ts'
import { Forbidden, Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import { changedHours } from '../../lib/weekly-hours.ts'
import { agreements } from '../../tables/organisation.ts'
import { beyondBounds } from './agreement-bounds.ts'
import { type AgreementsChange, mustOpen, type NewAgreements, opensAtAll } from './agreement-contract.ts'
import { ceilingOf } from './ceiling.ts'
import { newHolidays } from './holiday-terms.ts'

export const termsRow = {
  ...pick(agreements, 'a', 'openingHours', 'timeZone', 'closures', 'openings', 'keepsHolidays'),
  ...pick(agreements, 'a', 'holidayCountry', 'holidayRegion', 'callbackWithin', 'callbackHorizon'),
  ...pick(agreements, 'a', 'callbacksPerHour', 'remindBefore', 'attempts', 'attemptDays', 'attemptPause'),
  ...pick(agreements, 'a', 'gestureCeiling'),
}

/** Agreements as they are stored: the ceiling in minor units of the organisation's currency. */
export type Terms = RowOf<typeof termsRow>

const officeDay = [{ from: '09:00', until: '17:00' }]

/** What a team begins with. */
export const usualTerms = ({ timeZone }: OrganisationRow): Terms => ({
  openingHours: {
    monday: officeDay,
    tuesday: officeDay,
    wednesday: officeDay,
    thursday: officeDay,
    friday: officeDay,
  },
  timeZone,
  closures: [],
  openings: [],
  keepsHolidays: true,
  holidayCountry: null,
  holidayRegion: null,
  callbackWithin: 'PT8H',
  callbackHorizon: 'P10D',
  callbacksPerHour: 4,
  remindBefore: 'PT30M',
  attempts: 3,
  attemptDays: 2,
  attemptPause: 'PT2H',
  gestureCeiling: null,
})

/** What a change makes of the agreements of a team. Throws as `newTerms` does, and `validation-failed` when it would never open. */
export function changedTerms(
  current: Terms,
  { reason, openingHours, ...change }: AgreementsChange,
  organisation: OrganisationRow,
  pointer: string,
): Partial<Terms> {
  const hours = changedHours(current.openingHours, openingHours) ?? undefined
  if (hours && !opensAtAll(hours)) throw ValidationFailed.at(`${pointer}/openingHours`, mustOpen)
  return newTerms(current, { ...change, openingHours: hours }, organisation, pointer)
}

/**
 * What is agreed on beside what is: the terms that become different. Throws `validation-failed` when the tries
 * would need more days than there are tries, and `unprocessable` for a ceiling above the organisation's, for what
 * passes its bounds; `pointer` is where the change stands in the request.
 */
export function newTerms(
  current: Terms,
  change: z.output<typeof NewAgreements>,
  organisation: OrganisationRow,
  pointer: string,
): Partial<Terms> {
  const { gestureCeiling, closures, openings, ...rest } = change
  const given: Partial<Terms> = present({
    ...rest,
    closures: closures === null ? [] : closures,
    openings: openings === null ? [] : openings,
  })
  const { attempts, attemptDays } = { ...current, ...given }
  const beyond = beyondBounds(current, given, organisation.agreementBounds)
  const told = beyond.map(({ field, message }) => ({ pointer: `#${pointer}/${field}`, message }))
  if (attemptDays > attempts) {
    const [field, message] =
      change.attemptDays === undefined
        ? ['attempts', `is at least attemptDays, ${attemptDays}`]
        : ['attemptDays', `must be at most attempts, ${attempts}`]
    throw ValidationFailed.at(`${pointer}/${field}`, message).with(told)
  }
  if (told.length > 0) throw Unprocessable.of(told, { bound: beyond[0]?.bound })
  const agreed = { ...given, ...newHolidays(current, change, organisation.country, pointer) }
  if (gestureCeiling === undefined) return agreed
  return {
    ...agreed,
    gestureCeiling: teamCeilingOf(gestureCeiling, organisation, `${pointer}/gestureCeiling`),
  }
}

function teamCeilingOf(
  given: NonNullable<AgreementsChange['gestureCeiling']> | null,
  { gestureCeiling, currency }: OrganisationRow,
  pointer: string,
): number | null {
  if (given === null) return null
  const own = ceilingOf(given, currency, pointer)
  if (own <= gestureCeiling) return own
  const ceiling = toMoney(gestureCeiling, currency)
  throw Unprocessable.at(pointer, `must be at most the organisation’s, ${ceiling.amount} ${currency}`, {
    ceiling,
  })
}

/** A team's agreements are its own: its members change them, and coaches and admins. Throws `forbidden`. */
export function assertMayAgree({ employee }: Actor, teamId: string): void {
  if (employee?.role !== 'member' || employee.teamId === teamId) return
  throw Forbidden.because('Only a member of the team, a coach or an admin may change its agreements.')
}
