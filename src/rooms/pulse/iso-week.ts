/** An ISO week, and the moment at which it ends. */
export interface Week {
  /** As ISO 8601 writes it: `2026-W48`. */
  readonly week: string
  readonly endsAt: Temporal.Instant
}

/** The ISO week of a moment in a time zone: Monday to Sunday, in the year that has its Thursday. */
export function weekOf(at: Temporal.Instant, timeZone: string): Week {
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate()
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const week = `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`
  return { week, endsAt: monday.add({ weeks: 1 }).toZonedDateTime(timeZone).toInstant() }
}
