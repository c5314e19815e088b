import { sql } from 'drizzle-orm'
import { recordOnCase, save } from '../../case-file/change.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { consultations } from '../../tables/consultations.ts'
import type { Helpfulness } from './answer-contract.ts'
import { lockConsultation } from './lock-consultation.ts'

const ratedAs = selecting(pick(consultations, 'x', 'helpful'))<{ id: string }>(
  sql`from ${consultations} x where x.id = ${sql.placeholder('id')}`,
)

/**
 * The owner, or who stands in for them, says whether an answer helped, and may say otherwise later. It is told in sums
 * alone, by topic and team, so that nobody is measured by it (law 16): the event doesn't say it, and the version stays.
 * Throws `only-the-owner`, and `unprocessable` where there is no answer.
 */
export async function rateAnswer(work: Work, id: string, { helpful }: Helpfulness): Promise<Helpfulness> {
  const { kase, found } = await lockConsultation(work, id)
  assertOwner(work.actor, kase)
  assertExpected(work, found.version)
  if (found.state !== 'answered')
    throw Unprocessable.at('/helpful', 'can only be said of an answer, and this consultation has none')
  const before = await work.tx.row(ratedAs, { id })
  if (before?.helpful === helpful) return { helpful }

  work.tx.update(consultations, { id }, { helpful })
  save(work, recordOnCase(work, kase, 'consultation.rated', { consultationId: id }))
  return { helpful }
}
