import { sql } from 'drizzle-orm'
import { selecting } from '../db/statement.ts'
import type { Reader } from '../db/work.ts'

const standing = selecting({ id: sql<string>`coalesce(current_customer(g.id), g.id)` })<{
  ids: readonly string[]
}>(sql`from unnest(${sql.placeholder('ids')}::uuid[]) g (id)`)

/** The ids of who stands for these customers now: cases go along when one customer is merged into another. */
export async function currentCustomers({ db }: Reader, ids: readonly string[]): Promise<string[]> {
  return (await db.rows(standing, { ids })).map(({ id }) => id)
}
