import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { asks } from '../tables/asks.ts'
import { gestures } from '../tables/gestures.ts'

interface OpenAsk {
  readonly id: string
  readonly version: number
  readonly gestureId: string
  readonly gestureVersion: number
}

/** Ends an ask that is open: with a yes its gesture begins now, and otherwise it never does. */
export function closeAsk(
  { tx, now }: Work,
  { id, version, gestureId, gestureVersion }: OpenAsk,
  ending: {
    readonly state: 'granted' | 'refused' | 'withdrawn'
    readonly answeredById?: string
    readonly answerReason?: string | null
    readonly alternative?: string | null
  },
): void {
  const at = toWire(now)
  tx.update(asks, { id }, { ...ending, closedAt: at, version: version + 1 })
  tx.update(
    gestures,
    { id: gestureId },
    ending.state === 'granted'
      ? { grantedAt: at, version: gestureVersion + 1 }
      : { state: 'refused', endedAt: at, version: gestureVersion + 1 },
  )
}
