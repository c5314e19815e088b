import { sql } from 'drizzle-orm'
import { change, recordOnCase, save } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import { assertNotJustConsulted } from '../../case-file/rules.ts'
import { statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { topics } from '../../tables/organisation.ts'
import type { Case, CaseChange } from './contract.ts'

interface FoundTopic {
  readonly id: string
  readonly code: string
  readonly name: string
}

const topicByCode = statement<{ code: string }, FoundTopic>(
  sql`select id, code, name from ${topics} where code = ${sql.placeholder('code')}`,
)

/** Changes the words of a case; everything else of it changes by an act of its own. */
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
  const changed =
    given.topic === undefined
      ? change(work, kase, { subject, question, tags })
      : change(work, kase, { subject, question, tags, topicId: topic?.id ?? null }, { topic: topic ?? null })
  return save(work, recordOnCase(work, changed, 'case.changed', { fields: Object.keys(given) }))
}
