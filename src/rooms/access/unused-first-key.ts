import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { apiKeys } from '../../tables/access.ts'

const unused = selecting(pick(apiKeys, 'k', 'id'))<object>(sql`from ${apiKeys} k
  where k.name = 'first key' and k.last_used_at is null and k.revoked_at is null
    and not exists (select from ${apiKeys} o where o.id <> k.id)`)

/** Whether the only key there ever was is the one that the first start shows, and nobody has called with it yet. */
export const isFirstKeyUnused = async (db: Database): Promise<boolean> =>
  (await db.row(unused, {})) !== undefined
