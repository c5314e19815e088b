import { remembering } from './remembering.ts'

const itself = (duration: string) => duration
/** Agreements are few, and what they say is read for every promise. */
const mostDurations = 1000

/** How long an ISO 8601 duration is, in milliseconds; a day in it has 24 hours. */
export const millisecondsOf = remembering(
  (duration: string): number => Temporal.Duration.from(duration).total('milliseconds'),
  itself,
  mostDurations,
)

/** How many days an ISO 8601 duration names, besides its hours. */
export const daysOf = remembering(
  (duration: string): number => Temporal.Duration.from(duration).days,
  itself,
  mostDurations,
)
