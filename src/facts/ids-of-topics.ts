import { sql } from 'drizzle-orm'
import { pick } from '../db/selection.ts'
import { selecting } from '../db/statement.ts'
import type { Reader } from '../db/work.ts'
import { topics } from '../tables/topics.ts'

const byCode = selecting(pick(topics, 't', 'id'))<{ codes: readonly string[] }>(
  sql`from ${topics} t where t.code = any(${sql.placeholder('codes')}::text[])`,
)

/**
 * The ids of the topics with these codes, of which there are never none: a code that no topic has finds nothing. What refers
 * to a topic is found by its id; a code, which is known only after a join, is of no use to an index.
 */
export async function idsOfTopics({ db }: Reader, codes: readonly string[]): Promise<string[]> {
  const found = await db.rows(byCode, { codes })
  return found.length === 0 ? [nobodys] : found.map(({ id }) => id)
}

const nobodys = '00000000-0000-0000-0000-000000000000'
