import { sql } from 'drizzle-orm'
import { toCase } from '../../case-file/case-answer.ts'
import { change, recordOnCase, save } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import { assertNotJustConsulted } from '../../case-file/rules.ts'
import { statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { differing } from '../../lib/patched.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { topics } from '../../tables/topics.ts'
import type { Case, CaseChange } from './contract.ts'

interface FoundTopic {
  readonly id: string
  readonly code: string
  readonly name: string
}

const topicByCode = statement<{ code: string }, FoundTopic>(
  sql`select id, code, name from ${topics} where code = ${sql.placeholder('code')}`,
)

/** Changes the words of a case; everything else of it changes by an act of its own. What is the same already is no change. */
export async function changeCase(work: Work, id: string, given: CaseChange): Promise<Case> {
  const [kase, topic] = await Promise.all([
    lockCase(work, id),
    given.topic ? work.tx.row(topicByCode, { code: given.topic }) : undefined,
  ])
  assertNotJustConsulted(kase)
  assertExpected(work, kase.version)
  if (given.topic && !topic) throw Unprocessable.at('/topic', 'is no topic')

  const { subject, question } = given
  const tags = given.tags === null ? [] : given.tags
  const named = topic ? { code: topic.code, name: topic.name } : null
  const newTopic = given.topic === undefined ? undefined : named
  const fields = differing<Pick<Case, keyof CaseChange>>(kase, { subject, question, tags, topic: newTopic })
  if (fields.length === 0) return toCase(kase, toWire(work.now))
  const changed =
    newTopic === undefined
      ? change(work, kase, { subject, question, tags })
      : change(work, kase, { subject, question, tags, topicId: topic?.id ?? null }, { topic: newTopic })
  return save(work, recordOnCase(work, changed, 'case.changed', { fields }))
}
