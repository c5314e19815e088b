import { sql } from 'drizzle-orm'
import { asJsonList, pick, type RowOf } from '../db/selection.ts'
import { headsUpCases, headsUps as table } from '../tables/ahead/heads-ups.ts'

/** What is told of the heads-up `hu` beside a case or a caller. */
export const headsUpRow = pick(table, 'hu', 'id', 'title', 'kind', 'message', 'expectedQuestions', 'whoKnows')

/** The heads-ups that the case `c` met when it opened. */
export const headsUps = sql<RowOf<typeof headsUpRow>[]>`(select ${asJsonList(headsUpRow, sql`hu.id`)}
  from ${headsUpCases} l join ${table} hu on hu.id = l.heads_up_id where l.case_id = c.id)`
