const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A span of time as people say it, on the clocks of a zone: `between 14:00 and 15:00 on 3 November (Europe/Amsterdam)`. */
export function plainSpan(from: string, until: string, zone: string): string {
  const [start, end] = [onClock(from, zone), onClock(until, zone)]
  return start.day === end.day
    ? `between ${start.time} and ${end.time} on ${end.day} (${zone})`
    : `between ${start.time} on ${start.day} and ${end.time} on ${end.day} (${zone})`
}

/** A moment as people say it, on the clocks of a zone: `14:00 on 3 November (Europe/Amsterdam)`. */
export function plainMoment(at: string, zone: string): string {
  const { time, day } = onClock(at, zone)
  return `${time} on ${day} (${zone})`
}

function onClock(at: string, zone: string): { readonly time: string; readonly day: string } {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return { time: local.toPlainTime().toString().slice(0, 5), day: `${local.day} ${months[local.month - 1]}` }
}
