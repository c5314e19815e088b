/** How long an ISO 8601 duration is, in milliseconds; a day in it has 24 hours. */
export const millisecondsOf = (duration: string): number =>
  Temporal.Duration.from(duration).total('milliseconds')
