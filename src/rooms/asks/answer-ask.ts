import { recordOnCase, save } from '../../case-file/change.ts'
import { closeAsk } from '../../case-file/close-ask.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { toAsk } from './ask-row.ts'
import type { AnswerAsk, AskShown } from './contract.ts'
import { lockAsk } from './lock-ask.ts'
import { assertAskOpen, assertMayAnswer } from './rules.ts'

/**
 * A coach says yes, and the gesture begins at once; or no, with a reason and an alternative for the customer. Throws
 * `forbidden`, `ask-is-granted` from `answerBy` on, and `ask-is-closed`.
 */
export async function answerAsk(work: Work, id: string, given: AnswerAsk): Promise<AskShown> {
  const { kase, found } = await lockAsk(work, id)
  assertMayAnswer(work.actor, found)
  assertAskOpen(work, found)
  const { employee } = work.actor
  if (!employee) throw new Error('a coach is an employee')
  const ended = {
    state: given.answer === 'yes' ? ('granted' as const) : ('refused' as const),
    answeredById: employee.id,
    answerReason: given.reason ?? null,
    alternative: given.alternative ?? null,
  }

  closeAsk(work, found, ended)
  const { gestureId } = found
  save(
    work,
    recordOnCase(work, kase, 'ask.answered', {
      askId: id,
      answer: given.answer,
      ...(given.answer === 'yes' && { gestureId }),
    }),
  )
  const closedAt = toWire(work.now)
  return toAsk(
    { ...found, ...ended, answeredByName: employee.name, closedAt, version: found.version + 1 },
    closedAt,
  )
}
