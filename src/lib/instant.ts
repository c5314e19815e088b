/** Tells the time; tests pass their own. */
export type Clock = () => Temporal.Instant

/** A moment as it goes over the wire and into the database: RFC 3339, UTC, milliseconds. */
export function toWire(instant: Temporal.Instant): string {
  // The moment of a request is said many times over.
  if (instant !== last.instant) last = { instant, said: new Date(instant.epochMilliseconds).toISOString() }
  return last.said
}

let last: { readonly instant: Temporal.Instant | undefined; readonly said: string } = {
  instant: undefined,
  said: '',
}

/** A moment, read on in UTC; undefined for what is none. */
export function inUtc(given: string): string | undefined {
  try {
    return Temporal.Instant.from(given).toString()
  } catch {
    return undefined
  }
}
