import type { Database } from '../../db/database.ts'
import type { Clock } from '../../lib/instant.ts'
import { toWire } from '../../lib/instant.ts'
import type { Tracer, TraceSpan } from '../../lib/traces/tracing.ts'
import { type Claimed, claimDeliveries } from './claim.ts'
import { fanOut } from './fan-out.ts'
import { messageOf } from './message.ts'
import { removeOld } from './remove-old.ts'
import { openSender, type TryOutcome } from './send.ts'
import { settleTry } from './settle.ts'
import type { Targets } from './targets.ts'

/** Milliseconds between two looks at what is to be sent. */
const pause = 500
const cleanEvery = 3_600_000

/** What sends to webhooks, for as long as the process runs. */
export interface Webhooks {
  /** There may be new events. */
  wake(): void
  stop(): Promise<void>
}

/**
 * Sends events to webhooks. What is to be sent stands in the database and is claimed for half a minute, so any number of
 * instances do it side by side, and what one of them was at when it died another does again.
 */
export function startWebhooks(
  db: Database,
  targets: Targets,
  clock: Clock,
  onError: (error: unknown) => void,
  tracer: Tracer | null = null,
): Webhooks {
  const sender = openSender(targets)
  const busy = new Map<string, number>()
  const underWay = new Set<Promise<void>>()
  let stopped = false
  let turn: Promise<void> | undefined
  let again = false
  let timer: NodeJS.Timeout | undefined
  let cleanedAt = 0

  const count = (id: string, by: number) => {
    const left = (busy.get(id) ?? 0) + by
    if (left > 0) busy.set(id, left)
    else busy.delete(id)
  }
  const attempt = async (claimed: Claimed): Promise<void> => {
    const { type, traceParent } = claimed.event
    const span = tracer?.begin('client', `webhook ${type}`, traceParent)
    const message = messageOf(claimed, clock().epochMilliseconds, span?.traceParent ?? traceParent)
    const outcome = await sender.send(claimed.url, message)
    span?.end(...toldOf(claimed, outcome))
    // What was cut off by our own end is not the endpoint's fault: its claim runs out, and it is tried again.
    if (stopped && outcome.status === null) return
    await settleTry(db, claimed, outcome, clock())
  }
  const begin = (claimed: Claimed): void => {
    count(claimed.webhookId, 1)
    const trying = attempt(claimed)
      .catch(onError)
      .then(() => {
        count(claimed.webhookId, -1)
        underWay.delete(trying)
        wake()
      })
    underWay.add(trying)
  }
  const work = async (): Promise<void> => {
    do {
      again = false
      if (await fanOut(db, toWire(clock()))) again = true
      const claimed = await claimDeliveries(db, clock(), busy)
      for (const each of claimed) begin(each)
      if (claimed.length > 0) again = true
    } while (again && !stopped)
    if (performance.now() - cleanedAt < cleanEvery && cleanedAt > 0) return
    cleanedAt = performance.now()
    await removeOld(db, clock())
  }
  function wake(): void {
    if (stopped) return
    again = true
    if (turn) return
    clearTimeout(timer)
    turn = work()
      .catch(onError)
      .then(() => {
        turn = undefined
        if (!stopped) timer = setTimeout(wake, pause)
      })
  }
  wake()
  return {
    wake,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await turn
      await sender.close()
      await Promise.all(underWay)
    },
  }
}

/** What the span of a try says: not where it went, since a secret may be part of that. */
const toldOf = (
  { webhookId, event, attempts }: Claimed,
  { status, error }: TryOutcome,
): Parameters<TraceSpan['end']> => [
  {
    'http.request.method': 'POST',
    ...(status !== null && { 'http.response.status_code': status }),
    ...(attempts > 0 && { 'http.request.resend_count': attempts }),
    'eigenaar.webhook_id': webhookId,
    'eigenaar.event_id': event.id,
  },
  error === undefined ? undefined : String(status ?? 'no-answer'),
]
