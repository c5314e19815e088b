import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { statement } from '../../db/statement.ts'
import { importLines, imports } from '../../tables/imports.ts'

const discard = statement<{ id: string }, object>(sql`
  delete from ${importLines} where import_id = ${sql.placeholder('id')}
    and not exists (select from ${imports} i where i.id = ${sql.placeholder('id')})`)

/** Removes the lines of a file of which no import came, such as one that was sent again with its key. */
export async function discardLines(db: Database, importId: string): Promise<void> {
  await db.row(discard, { id: importId })
}
