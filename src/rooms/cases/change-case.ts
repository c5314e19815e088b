import { sql } from 'drizzle-orm'
import { lockCase, recordOnCase, save } from '../../case-file/draft.ts'
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
export async function changeCase(work: Work, id: string, change: CaseChange): Promise<Case> {
  const [kase, topic] = await Promise.all([
    lockCase(work, id),
    change.topic ? work.tx.row(topicByCode, { code: change.topic }) : undefined,
  ])
  assertNotJustConsulted(kase)
  assertExpected(work, kase.version)
  if (change.topic && !topic) throw Unprocessable.at('/topic', 'is no topic')

  kase.subject = change.subject ?? kase.subject
  kase.question = change.question ?? kase.question
  kase.tags = change.tags ?? kase.tags
  if (change.topic !== undefined) {
    kase.topicCode = topic?.code ?? null
    kase.topicName = topic?.name ?? null
  }
  recordOnCase(work, kase, 'case.changed', { fields: Object.keys(change) })
  return save(work, kase, {
    subject: kase.subject,
    question: kase.question,
    tags: [...kase.tags],
    ...(change.topic === undefined ? {} : { topicId: topic?.id ?? null }),
  })
}
