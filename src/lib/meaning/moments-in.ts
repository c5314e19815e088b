import { fieldsOf, type Look } from '../meanings.ts'
import { whyNotHappened } from '../moments.ts'
import { day, moment } from '../wire.ts'

/** A moment that has the right form. */
const momentAt = (given: unknown): Temporal.Instant | undefined => {
  const { data } = moment.safeParse(given)
  return data === undefined ? undefined : Temporal.Instant.from(data)
}

/** When a stretch begins or ends, whether a moment says so or a day; the last day counts. */
const edgeAt = (given: unknown, days: 0 | 1): Temporal.Instant | undefined => {
  const { data } = day.safeParse(given)
  if (data === undefined) return momentAt(given)
  return Temporal.PlainDate.from(data).add({ days }).toZonedDateTime('UTC').toInstant()
}

/** The look at an object that tells when something happened, in this field. */
export const happenedIn =
  (field: string): Look =>
  (given, { now }) => {
    const at = momentAt(fieldsOf(given)[field])
    const message = at && whyNotHappened(at, Temporal.Instant.fromEpochMilliseconds(now))
    return message === undefined ? [] : [{ way: `/${field}`, message }]
  }

/** The look at an object that says when something is to be, in this field. */
export const aheadIn =
  (field: string): Look =>
  (given, { now }) => {
    const at = momentAt(fieldsOf(given)[field])
    return at && at.epochMilliseconds <= now ? [{ way: `/${field}`, message: mustBeAhead }] : []
  }

/** The look at an object that says from when until when. Where one of the two is left out, nothing is said. */
export const orderIn =
  (from: string, until: string, message = `must be later than ${from}`): Look =>
  (given) => {
    const begin = edgeAt(fieldsOf(given)[from], 0)
    const end = edgeAt(fieldsOf(given)[until], 1)
    return begin && end && Temporal.Instant.compare(end, begin) <= 0 ? [{ way: `/${until}`, message }] : []
  }

/** The look at an object in which a window has both of these ends, or neither. */
export const bothIn =
  (from: string, until: string): Look =>
  (given) => {
    const { [from]: begin, [until]: end } = fieldsOf(given)
    if ((begin === undefined) === (end === undefined)) return []
    return begin === undefined ? [lacks(from, until)] : [lacks(until, from)]
  }

const lacks = (field: string, beside: string) => ({
  way: `/${field}`,
  message: `must be given together with ${beside}`,
})

const mustBeAhead = 'must lie in the future'
