/**
 * PostgreSQL's `2026-10-31 09:30:00.5+00` as RFC 3339 with milliseconds, `2026-10-31T09:30:00.500Z`. Cut, not
 * parsed: a `Date` for each moment of a page costs more than the rest of the row. Sessions run in UTC; should a
 * pooler have forgotten that, the moment is still right.
 */
export function wireInstant(text: string): string {
  if (!text.endsWith('+00')) return new Date(text).toISOString()
  const seconds = `${text.slice(0, 10)}T${text.slice(11, 19)}`
  const fraction = text.charAt(19) === '.' ? text.slice(20, text.length - 3).padEnd(3, '0') : '000'
  return `${seconds}.${fraction}Z`
}
