import type { Database } from './db/database.ts'
import type { Clock } from './lib/instant.ts'
import type { Tracer } from './lib/traces/tracing.ts'
import { startSequencer } from './rooms/events/sequencer.ts'
import { startImports } from './rooms/imports/start-imports.ts'
import { startDeadlines } from './rooms/jobs/start-deadlines.ts'
import { startOutreaches } from './rooms/jobs/start-outreaches.ts'
import { startWebhooks } from './rooms/webhooks/start-webhooks.ts'
import type { Targets } from './rooms/webhooks/targets.ts'

/** What an instance does by itself. */
export interface Background {
  /** There may be new events. */
  wake(): void
  /** Ends what it is at, and begins nothing more. */
  stop(): Promise<void>
}

interface Work {
  readonly db: Database
  readonly clock: Clock
  readonly targets: Targets
  readonly tracer: Tracer | null
  /** Whether promises that fall due are told of here, and imports and outreaches go on. */
  readonly deadlines: boolean
  /** Whether events are sent to webhooks from here. */
  readonly webhooks: boolean
  readonly warnsThat: (what: string) => (error: unknown) => void
}

/** Starts what happens without a request; any number of instances may do so beside one another. */
export function startBackground({
  db,
  clock,
  targets,
  tracer,
  deadlines,
  webhooks,
  warnsThat,
}: Work): Background {
  const sequencer = startSequencer(db, clock, warnsThat('the feed could not be numbered'))
  const sending = webhooks
    ? startWebhooks(db, targets, clock, warnsThat('webhooks could not be served'), tracer)
    : undefined
  const jobs = deadlines
    ? [
        startDeadlines(db, clock, warnsThat('promises that fall due could not be told of')),
        startImports(db, clock, warnsThat('an import could not go on')),
        startOutreaches(db, clock, warnsThat('an outreach could not go on')),
      ]
    : []
  return {
    wake: () => sending?.wake(),
    async stop() {
      await sending?.stop()
      for (const job of jobs) await job.stop()
      await sequencer.stop()
    },
  }
}
