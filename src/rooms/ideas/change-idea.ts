import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { ideas } from '../../tables/ideas.ts'
import type { Idea } from './contract.ts'
import { toIdea } from './idea-row.ts'
import { IdeaIsOpen } from './problems.ts'
import { lockIdea } from './queries.ts'
import type { IdeaChange } from './write-contract.ts'

/** A coach or an admin tells what came of an idea that was answered. Throws `idea-is-open`. */
export async function changeIdea(work: Work, id: string, { result }: IdeaChange): Promise<Idea> {
  const idea = await lockIdea(work, id)
  assertExpected(work, idea.version)
  const { employee } = work.actor
  if (!employee) throw new Error('who tells of a result is an employee')
  if (idea.decision === null) throw IdeaIsOpen.because('Answer it first.')
  const at = toWire(work.now)
  const set = { result, resultById: employee.id, resultAt: at, version: idea.version + 1 }

  work.tx.update(ideas, { id }, set)
  record(work, { type: 'idea.result-told', data: { ideaId: id } })
  return toIdea({ ...idea, ...set, resultByName: employee.name }, at)
}
