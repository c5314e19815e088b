import { holidayRegionsOf } from '../../calendar/holidays.ts'
import { Unprocessable } from '../../lib/problems.ts'

/** Whose holidays are kept: of a country (ISO 3166-1), or of a part of it. */
interface Holidays {
  readonly holidayCountry: string | null
  readonly holidayRegion: string | null
}

/**
 * What a change makes of a team's holidays, where it says something about them. A region belongs to a country: where
 * none is named, to that of the organisation at this moment. Throws `unprocessable` for one that the country does not have.
 */
export function newHolidays(
  current: Holidays,
  change: { readonly [Field in keyof Holidays]?: Holidays[Field] | undefined },
  country: string,
  pointer: string,
): Partial<Holidays> {
  if (change.holidayCountry === undefined && change.holidayRegion === undefined) return {}
  const { holidayCountry = current.holidayCountry, holidayRegion = current.holidayRegion } = change
  if (holidayRegion === null) return { holidayCountry, holidayRegion }
  assertRegion(holidayCountry ?? country, holidayRegion, `${pointer}/holidayRegion`)
  return { holidayCountry: holidayCountry ?? country, holidayRegion }
}

/** Throws `unprocessable` for a region of which no holidays are known, with those that there are. */
export function assertRegion(country: string, region: string, pointer: string): void {
  const regions = holidayRegionsOf(country)
  if (regions.includes(region)) return
  throw Unprocessable.at(
    pointer,
    regions.length === 0
      ? `must be null: ${country} has the same holidays everywhere`
      : `must be a region of ${country} such as ${regions[0]}, and ${region} is none`,
    { regions },
  )
}
