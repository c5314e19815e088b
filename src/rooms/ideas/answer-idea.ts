import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden } from '../../lib/problems.ts'
import { ideas } from '../../tables/ideas.ts'
import type { Idea } from './contract.ts'
import { toIdea } from './idea-row.ts'
import { IdeaIsAnswered } from './problems.ts'
import { lockIdea } from './queries.ts'
import type { AnswerIdea } from './write-contract.ts'

/**
 * A coach or an admin answers an idea, with a reason; late it is an answer all the same. What is tried is answered once more.
 * Throws `forbidden` for its author and `idea-is-answered`.
 */
export async function answerIdea(work: Work, id: string, { decision, reason }: AnswerIdea): Promise<Idea> {
  const idea = await lockIdea(work, id)
  assertExpected(work, idea.version)
  const { employee } = work.actor
  if (!employee) throw new Error('who answers an idea is an employee')
  if (idea.authorId === employee.id) throw Forbidden.because('Somebody else answers your own idea.')
  if (idea.decision !== null && idea.decision !== 'trying')
    throw IdeaIsAnswered.because(`It was ${idea.decision}.`)
  const at = toWire(work.now)
  const set = { decision, reason, answeredById: employee.id, answeredAt: at, version: idea.version + 1 }

  work.tx.update(ideas, { id }, set)
  record(work, { type: 'idea.answered', data: { ideaId: id, decision, late: at >= idea.answerBy } })
  return toIdea({ ...idea, ...set, answeredByName: employee.name }, at)
}
