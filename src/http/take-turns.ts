import { Overloaded } from '../lib/problems.ts'

/**
 * Lets `atOnce` in at a time, in the order in which they came. What would wait for one another in the database waits
 * here instead, where it holds no connection that somebody else could use. Throws `overloaded` where more than
 * `waiting` stand in line already.
 */
export function takeTurns(atOnce: number, waiting: number): <T>(run: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = []
  let inside = 0
  return async (run) => {
    if (inside < atOnce) inside++
    else {
      if (line.length >= waiting) throw Overloaded.because('Too many questions wait for an owner right now.')
      await new Promise<void>((resolve) => line.push(resolve))
    }
    try {
      return await run()
    } finally {
      const next = line.shift()
      if (next) next()
      else inside--
    }
  }
}
