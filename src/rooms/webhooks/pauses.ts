const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Milliseconds before each further try: together more than three days. */
const pauses = [
  5 * second,
  15 * second,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]

/** After how many tries in vain an event is parked. */
export const mostAttempts = pauses.length + 1

/** Milliseconds until the next try after `attempts` in vain: longer by up to a fifth, so that not all come back at once. */
export const pauseAfter = (attempts: number, random: number = Math.random()): number =>
  Math.round((pauses[Math.min(attempts, pauses.length) - 1] ?? 0) * (1 + random / 5))

/** Milliseconds for which an endpoint is left alone that has asked for it `steps` times in a row. */
export const slowFor = (steps: number): number => Math.min(5 * second * 2 ** steps, 10 * minute)

/** Milliseconds that `Retry-After` asks for (RFC 9110, section 10.2.3), a day at the most; 0 where it says nothing. */
export function retryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0
  const wait = /^\d{1,9}$/.test(header.trim()) ? Number(header) * second : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 24 * hour) : 0
}

/** After how long of nothing but failure a webhook is disabled. */
export const longestFailing = 5 * 24 * hour
