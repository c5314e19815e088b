import { recordOnCase, save } from '../../case-file/change.ts'
import { closeAsk } from '../../case-file/close-ask.ts'
import { assertOwner } from '../../case-file/rules.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { toAsk } from './ask-row.ts'
import type { AskShown } from './contract.ts'
import { lockAsk } from './lock-ask.ts'
import { assertAskOpen } from './rules.ts'

/** The owner, or who stands in for them, asks for it no longer. Throws `only-the-owner`, `ask-is-granted`, `ask-is-closed`. */
export async function withdrawAsk(work: Work, id: string): Promise<AskShown> {
  const { kase, found } = await lockAsk(work, id)
  assertOwner(work.actor, kase)
  assertAskOpen(work, found)

  closeAsk(work, found, { state: 'withdrawn' })
  save(work, recordOnCase(work, kase, 'ask.withdrawn', { askId: id, because: 'withdrawn' }))
  const closedAt = toWire(work.now)
  return toAsk({ ...found, state: 'withdrawn', closedAt, version: found.version + 1 }, closedAt)
}
