import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden } from '../../lib/problems.ts'
import { ideaSupports, ideas } from '../../tables/ideas.ts'
import type { Idea } from './contract.ts'
import { toIdea } from './idea-row.ts'
import { lockIdea } from './queries.ts'

/** A colleague supports an idea, once; again it changes nothing. Throws `forbidden` for its author. */
export async function supportIdea(work: Work, id: string): Promise<Idea> {
  const idea = await lockIdea(work, id)
  const { employee } = work.actor
  if (!employee) throw new Error('who supports an idea is an employee')
  if (idea.authorId === employee.id) throw Forbidden.because('It is your own idea: others support it.')
  const at = toWire(work.now)
  if (idea.supported) return toIdea(idea, at)
  const version = idea.version + 1

  work.tx.update(ideas, { id }, { version })
  work.tx.insert(ideaSupports, { ideaId: id, employeeId: employee.id, at })
  record(work, { type: 'idea.supported', data: { ideaId: id } })
  return toIdea({ ...idea, supports: idea.supports + 1, supported: true, version }, at)
}
