import type { Answer } from './service.ts'
import { inACrowd } from './until-heard.ts'

/**
 * Sends fifty requests at once, or so many, in turns to these instances or about these things, and waits until each is
 * heard. What a test of a law then asks is what was committed, however busy the machine was.
 */
export const atOnce = <Of, T>(
  turns: readonly Of[],
  send: (each: Of, n: number) => Promise<T>,
  count = 50,
): Promise<T[]> =>
  inACrowd(() => Promise.all(Array.from({ length: count }, (_, n) => send(turns[n % turns.length] as Of, n))))

/** How often each answer came: by its code, or by its status when it is none. */
export function tally(answers: readonly Answer[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const name = `${status}${status >= 400 ? ` ${body.code}` : ''}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
