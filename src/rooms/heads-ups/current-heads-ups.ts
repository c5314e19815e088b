import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { headsUps } from '../../tables/ahead/heads-ups.ts'
import type { CaseHeadsUp } from '../cases/heads-up-contract.ts'

const most = 20

const current = selecting(
  pick(headsUps, 'h', 'id', 'title', 'kind', 'message', 'expectedQuestions', 'whoKnows'),
)<{ now: string }>(
  sql`from ${headsUps} h where h.until_at > ${now} and h.from_at <= ${now} order by h.id desc limit ${sql.raw(String(most))}`,
)

/** What is going on that makes customers call, the newest first. */
export async function currentHeadsUps({ db, now: at }: Reader): Promise<CaseHeadsUp[]> {
  const rows = await db.rows(current, { now: toWire(at) })
  return rows.map((row) => ({ ...row, expectedQuestions: [...row.expectedQuestions] }))
}
