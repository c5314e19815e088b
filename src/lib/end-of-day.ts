/** The first moment of tomorrow, in a time zone in which it is today now: days have 23 to 25 hours. */
export const endOfDay = (now: Temporal.Instant, timeZone: string): Temporal.Instant =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
