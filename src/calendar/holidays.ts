import Holidays from 'date-holidays'

const known = new Map<string, ReadonlySet<string>>()

/**
 * The public holidays of a year, as `YYYY-MM-DD`: of a country (ISO 3166-1), or of a part of it such as `BE` in `DE` or
 * `BY-A` within it. Days that move (a King's Day on a Sunday) are where they moved to. A part that is not known
 * has those of its country, and a country that is not known none. Half days are no holidays: a team says in its closures when it stays away.
 */
export function holidaysOf(country: string, region: string | null, year: number): ReadonlySet<string> {
  const name = `${country} ${region ?? ''} ${year}`
  const found = known.get(name) ?? read(country, region, year)
  known.set(name, found)
  return found
}

function read(country: string, region: string | null, year: number): ReadonlySet<string> {
  const [state = '', part = ''] = region?.split('-') ?? []
  const days = new Set<string>()
  for (const { type, date, start, end } of new Holidays(country, state, part).getHolidays(year)) {
    if (type !== 'public' || !date.includes(' 00:00:00')) continue
    const first = Temporal.PlainDate.from(date.slice(0, 10))
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
    for (let day = 0; day < length; day++) days.add(first.add({ days: day }).toString())
  }
  return days
}

/** Whether the public holidays of a country (ISO 3166-1) are known. */
export const hasKnownHolidays = (country: string): boolean =>
  Object.hasOwn(new Holidays().getCountries(), country)

/** The parts of a country that have holidays of their own, by their codes. */
export const regionsOf = (country: string): readonly string[] =>
  Object.keys(new Holidays().getStates(country) ?? {})

/** Whether a country has this part, such as `BY` in `DE`, or `BY-A` within it. */
export function isRegion(country: string, region: string): boolean {
  const [state = '', part, ...more] = region.split('-')
  if (more.length > 0 || !regionsOf(country).includes(state)) return false
  return part === undefined || part in (new Holidays().getRegions(country, state) ?? {})
}
