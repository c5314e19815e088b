import { isRegion } from '../../calendar/holidays.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { mustBeRegion } from '../organisation/contract.ts'

/** Whose holidays a team keeps: of a country (ISO 3166-1), or of a part of it. */
interface OwnHolidays {
  readonly holidayCountry: string | null
  readonly holidayRegion: string | null
}

/**
 * What a change makes of a team's holidays, where it says something about them. A region belongs to a country: where
 * none is named, to that of the organisation at this moment; another country ends it. Throws `validation-failed` for one
 * that the country does not have.
 */
export function newHolidays(
  current: OwnHolidays,
  change: { readonly [Field in keyof OwnHolidays]?: OwnHolidays[Field] | undefined },
  country: string,
  pointer: string,
): Partial<OwnHolidays> {
  if (change.holidayCountry === undefined && change.holidayRegion === undefined) return {}
  const { holidayCountry = current.holidayCountry } = change
  const kept = holidayCountry ?? country
  const stays = kept === (current.holidayCountry ?? country)
  const { holidayRegion = stays ? current.holidayRegion : null } = change
  if (holidayRegion === null) return { holidayCountry, holidayRegion }
  if (!isRegion(kept, holidayRegion))
    throw ValidationFailed.at(`${pointer}/holidayRegion`, mustBeRegion(kept))
  return { holidayCountry: kept, holidayRegion }
}
