/** Tells the time; tests pass their own. */
export type Clock = () => Temporal.Instant

/** A moment as it goes over the wire and into the database: RFC 3339, UTC, milliseconds. */
export const toWire = (instant: Temporal.Instant): string => new Date(instant.epochMilliseconds).toISOString()
