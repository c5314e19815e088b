import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { asJsonList, type RowOf } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { headsUpRow } from '../../facts/heads-ups-of-case.ts'
import { toWire } from '../../lib/instant.ts'
import { headsUps } from '../../tables/ahead/heads-ups.ts'
import type { CaseHeadsUp } from '../cases/heads-up-contract.ts'

const most = 20

/** What is going on that makes customers call, the newest first: a list in JSON. */
export const currentHeadsUps = sql<
  RowOf<typeof headsUpRow>[]
>`(select ${asJsonList(headsUpRow, sql`hu.id desc`)} from (
  select * from ${headsUps} h where h.until_at > ${now} and h.from_at <= ${now}
  order by h.id desc limit ${sql.raw(String(most))}) hu)`

const alone = selecting({ headsUps: currentHeadsUps })<{ now: string }>()

/** The same for somebody of whom nothing else is known. */
export async function readCurrentHeadsUps({ db, now: at }: Reader): Promise<CaseHeadsUp[]> {
  const row = await db.row(alone, { now: toWire(at) })
  return shownHeadsUps(row?.headsUps ?? [])
}

/** Them as they are answered. */
export const shownHeadsUps = (rows: readonly RowOf<typeof headsUpRow>[]): CaseHeadsUp[] =>
  rows.map((row) => ({ ...row, expectedQuestions: [...row.expectedQuestions] }))
