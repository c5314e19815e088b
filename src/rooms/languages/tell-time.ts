import type { Language } from './choose-language.ts'
import { filled } from './texts.ts'

/** How moments are told on a page: in its language, by one clock. */
export interface TimeTeller {
  /** A day and an hour, from a moment in wire form. */
  moment(at: string): string
  /** A window: on one day, or from one day to another. */
  window(from: string, until: string): string
  day(at: string): string
  /** Two hours of one day, as `14:00–15:00`. */
  hours(from: string, until: string): string
  /** An ISO 8601 duration in words. */
  lasting(duration: string): string
  /** By which clock all of this is told. */
  readonly zone: string
}

/** Tells moments in this IANA time zone. */
export function tellTime({ locale, texts }: Language, timeZone: string): TimeTeller {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options })
    return (at: string) => formatter.format(new Date(at))
  }
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const hour = format({ hour: '2-digit', minute: '2-digit' })
  const moment = format({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
  const named = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts()
  return {
    moment,
    day,
    hours: (from, until) => `${hour(from)}–${hour(until)}`,
    window: (from, until) =>
      day(from) === day(until)
        ? filled(texts.sameDay, { day: day(from), from: hour(from), until: hour(until) })
        : filled(texts.otherDay, { from: moment(from), until: moment(until) }),
    lasting: (duration) =>
      Temporal.Duration.from(duration)
        .round({ largestUnit: 'day', smallestUnit: 'minute', roundingMode: 'ceil' })
        .toLocaleString(locale, { style: 'long' }),
    zone: named.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
  }
}
