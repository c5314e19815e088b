import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { recordOnCase } from './change.ts'
import { closeAsk } from './close-ask.ts'
import type { LockedCase } from './locked-case.ts'

/**
 * Withdraws what is still asked for on a case that ends. What silence has granted by now stays granted, told of or not.
 */
export function withdrawAsks<Kase extends LockedCase>(work: Work, kase: Kase): Kase {
  const now = toWire(work.now)
  let left: Kase = { ...kase, openAsks: [] }
  for (const ask of kase.openAsks) {
    if (ask.answerBy <= now) continue
    closeAsk(work, ask, { state: 'withdrawn' })
    left = recordOnCase(work, left, 'ask.withdrawn', { askId: ask.id, because: 'case-resolved' })
  }
  return left
}
