/** A number as people read it: `12,400`. */
export const grouped = (value: number): string => value.toLocaleString('en')

/** A share as people read it: `84 %`; a little is not nothing. */
export function percent(share: number): string {
  const hundredths = Math.round(share * 100)
  return share > 0 && hundredths === 0 ? '< 1 %' : `${hundredths} %`
}

/** Hours of the calendar as people say them: `20 min`, `7 h`, `3 days`. */
export function calendarTime(hours: number): string {
  if (hours < 1 / 60) return 'at once'
  if (hours < 0.995) return `${Math.max(1, Math.round(hours * 60))} min`
  if (hours < 9.95) return `${Math.round(hours * 10) / 10} h`
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 2.4) / 10} days`
}
