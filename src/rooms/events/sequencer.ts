import type { Database } from '../../db/database.ts'
import type { Clock } from '../../lib/instant.ts'
import { signHead } from './checkpoints.ts'
import { numberEvents } from './feed.ts'

const pause = 500

/** How often the head of the chain is signed by itself. */
const anHour = Temporal.Duration.from({ hours: 1 })

/**
 * Keeps the feed's tail short, so that whoever reads it first after a while need not wait, and signs its head when the
 * process starts and every hour.
 */
export function startSequencer(
  db: Database,
  clock: Clock,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let signNext: Temporal.Instant | undefined

  const work = async () => {
    await numberEvents(db)
    const now = clock()
    if (signNext && Temporal.Instant.compare(now, signNext) < 0) return
    await signHead(db, now, anHour)
    signNext = now.add(anHour)
  }
  const turn = () => {
    running = work()
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
