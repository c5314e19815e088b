import type { Database } from '../../db/database.ts'
import { numberEvents } from './feed.ts'

const pause = 500

/** Keeps the feed's tail short, so that whoever reads it first after a while need not wait. */
export function startSequencer(db: Database, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const turn = () => {
    running = numberEvents(db)
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(turn, pause)
      })
  }
  turn()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
