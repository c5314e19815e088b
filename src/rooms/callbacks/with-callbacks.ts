import { sql } from 'drizzle-orm'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { type Viewer, viewerOf, visible } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { callbackRow, callbackTables, toCallback } from './callback-answer.ts'
import type { Callback } from './contract.ts'

const byIds = selecting(callbackRow)<Viewer & { ids: readonly string[] }>(
  sql`${callbackTables} where b.id = any(${sql.placeholder('ids')}::uuid[]) and ${visible}`,
)

/** Rows with all that is told of their callbacks. */
export async function withCallbacks<Row extends { readonly callback: { readonly id: string } | null }>(
  { db, actor, now }: Reader,
  rows: readonly Row[],
): Promise<(Omit<Row, 'callback'> & { callback: Row['callback'] | Callback })[]> {
  const ids = rows.flatMap(({ callback }) => (callback ? [callback.id] : []))
  const found = ids.length === 0 ? [] : await db.rows(byIds, { ...viewerOf(actor), ids })
  const known = new Map(found.map((row) => [row.id, toCallback(row, toWire(now))]))
  return rows.map((row) => ({ ...row, callback: known.get(row.callback?.id ?? '') ?? row.callback }))
}
