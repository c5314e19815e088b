/** A period of a budget: from midnight of its first day to midnight of the first day after it. */
export interface BudgetPeriod {
  /** The first day, and the first one after it, as `YYYY-MM-DD`. */
  readonly startsOn: string
  readonly endsOn: string
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/** The calendar month, or the calendar quarter, in which a moment lies by the clocks of a time zone. */
export function budgetPeriod(
  period: 'quarter' | 'month',
  now: Temporal.Instant,
  timeZone: string,
): BudgetPeriod {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const months = period === 'quarter' ? 3 : 1
  const first = today.with({ month: today.month - ((today.month - 1) % months), day: 1 })
  const next = first.add({ months })
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant()
  return {
    startsOn: first.toString(),
    endsOn: next.toString(),
    from: midnight(first),
    until: midnight(next),
  }
}
