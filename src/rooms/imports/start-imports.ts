import type { Database } from '../../db/database.ts'
import type { Clock } from '../../lib/instant.ts'
import { runImports } from './run-imports.ts'
import { sweep } from './step-queries.ts'

const pause = 500
const anHour = 3_600_000

/** Keeps imports going for as long as the process runs. */
export function startImports(
  db: Database,
  clock: Clock,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let sweptAt = Number.NEGATIVE_INFINITY

  const turn = async () => {
    await runImports(db, clock, stopping.signal)
    if (performance.now() - sweptAt < anHour) return
    sweptAt = performance.now()
    await sweepLines(db, Date.now() - anHour)
  }
  const begin = (): void => {
    running = turn()
      .catch(onError)
      .then(() => {
        if (!stopping.signal.aborted) timer = setTimeout(begin, pause)
      })
  }
  begin()
  return {
    /** Lets the step that is under way end. */
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}

/** Removes lines that came before this moment (milliseconds) and belong to no import. */
async function sweepLines(db: Database, before: number): Promise<void> {
  const connection = await db.bulk()
  try {
    const time = Math.trunc(before).toString(16).padStart(12, '0')
    await connection.rows(sweep, [`${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`])
  } finally {
    connection.release()
  }
}
