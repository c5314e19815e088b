import type { Database } from '../../db/database.ts'
import type { Clock } from '../../lib/instant.ts'
import { runOutreaches } from '../outreaches/run-outreaches.ts'

const pause = 500
const longestPause = 10_000

/** Keeps outreaches going for as long as the process runs. */
export function startOutreaches(
  db: Database,
  clock: Clock,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let errors = 0

  const begin = (): void => {
    running = runOutreaches(db, clock, stopping.signal)
      .then(() => {
        errors = 0
        return pause
      })
      .catch((error: unknown) => {
        onError(error)
        return Math.min(pause * 2 ** errors++, longestPause)
      })
      .then((wait) => {
        if (!stopping.signal.aborted) timer = setTimeout(begin, wait)
      })
  }
  begin()
  return {
    /** Lets the customer who is under way be done with. */
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
