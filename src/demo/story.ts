import { holidaysOf } from '../calendar/holidays.ts'

/** The day that is played, and how it is told. Hours in front of a line are the story's; promises are the service's. */

export const zone = 'Europe/Amsterdam'

const isFree = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek > 5 || holidaysOf('NL', null, day.year).has(day.toString())

/** The first working day after this one: a window that is promised lies in the future. */
export function nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  const next = day.add({ days: 1 })
  return isFree(next) ? nextWorkingDay(next) : next
}

/** The last working day before this one: what happened then is over. */
export function lastWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  const last = day.subtract({ days: 1 })
  return isFree(last) ? lastWorkingDay(last) : last
}

/** A time of a day, as the people of the story see it on the clock. */
export const momentOf = (day: Temporal.PlainDate, plainTime: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant()

/** An hour of a day that a customer chooses, as a window to promise. */
export function hourOf(
  day: Temporal.PlainDate,
  hour: number,
): { readonly from: string; readonly until: string } {
  const at = (h: number) => momentOf(day, `${String(h).padStart(2, '0')}:00`).toString()
  return { from: at(hour), until: at(hour + 1) }
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

/** A day in words: Monday 2 November. */
export const dayInWords = (day: Temporal.PlainDate): string =>
  dayFormat.format(momentOf(day, '12:00').epochMilliseconds)

/** A promise in words, from the service's own answer. */
export function promiseInWords({
  channel,
  from,
  until,
}: {
  readonly channel: string
  readonly from: string
  readonly until: string
}): string {
  const [begin, end] = [Date.parse(from), Date.parse(until)]
  const how = channel === 'pickup' ? 'at the desk' : `by ${channel}`
  return `${how} on ${dayFormat.format(begin)}, ${timeFormat.format(begin)}–${timeFormat.format(end)}`
}

/** Prints a line of the story, wrapped and indented behind its hour. */
export function tell(hour: string, text: string): void {
  const lines = [`${hour.padEnd(5)} `]
  for (const word of text.split(' ')) {
    const line = `${lines.pop()} ${word}`
    if (line.length <= 100) lines.push(line)
    else lines.push(line.slice(0, -word.length - 1), `${' '.repeat(6)} ${word}`)
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Prints a heading. */
export const head = (text: string): void => {
  process.stdout.write(`\n${text}\n\n`)
}
