import { recordOnCase, save } from '../../case-file/change.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { gestures } from '../../tables/gestures.ts'
import { lockAccountsOfGesture, writeLines } from './accounts.ts'
import type { Fulfil, Gesture } from './contract.ts'
import { toGesture } from './gesture-row.ts'
import { lockGesture } from './lock-gesture.ts'
import { assertGranted } from './rules.ts'

/**
 * A system tells that the customer has it, by a reference of its own. The same reference again changes nothing and
 * answers the same. Throws `gesture-is-fulfilled` for another reference, `gesture-is-withdrawn`, and `already-exists` for
 * a reference by which another gesture was fulfilled.
 */
export async function fulfilGesture(work: Work, id: string, { reference }: Fulfil): Promise<Gesture> {
  const { kase, found } = await lockGesture(work, id)
  if (found.fulfilmentReference === reference) return toGesture(found)
  assertGranted(work, found)
  const accounts = await lockAccountsOfGesture(work, id)
  const ended = {
    state: 'fulfilled' as const,
    endedAt: toWire(work.now),
    fulfilmentReference: reference,
    fulfilledById: work.actor.id,
    version: found.version + 1,
  }

  work.tx.update(gestures, { id }, ended)
  writeLines(work, accounts, found, 'fulfilled')
  save(work, recordOnCase(work, kase, 'gesture.fulfilled', { gestureId: id, reference }))
  return toGesture({ ...found, ...ended })
}
