import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { type Viewer, viewerOf, visible } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { Forbidden } from '../../lib/problems.ts'
import type { Case } from '../../rooms/cases/contract.ts'
import type { CaseRow } from '../case-columns.ts'
import { answerOf, selectCase } from '../select-case.ts'

const byIds = statement<Viewer & { ids: readonly string[]; now: string }, CaseRow>(
  sql`${selectCase} where c.id = any(${sql.placeholder('ids')}::uuid[]) and ${visible}`,
)

/** Those of these cases that the actor sees, by their ids. Throws `forbidden` for a system that reads no cases. */
export async function readCases(
  { db, actor, now: at }: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Case>> {
  if (!actor.reads.cases)
    throw Forbidden.because('Only a key that reads cases expands them.', { required: 'cases:read' })
  const now = toWire(at)
  const rows =
    ids.length === 0 ? [] : await db.rows(byIds, { ...viewerOf(actor), ids: [...new Set(ids)], now })
  return new Map(rows.map((row) => [row.id, answerOf(row, now)]))
}

/** Rows with their cases: null where the actor does not see it. */
export async function withCases<Row extends { readonly caseId: string }>(
  reader: Reader,
  rows: readonly Row[],
): Promise<(Row & { case: Case | null })[]> {
  const found = await readCases(
    reader,
    rows.map(({ caseId }) => caseId),
  )
  return rows.map((row) => ({ ...row, case: found.get(row.caseId) ?? null }))
}

/** A page of rows, with their cases where `expand` asks for them. */
export async function pageWithCases<Row extends { readonly caseId: string }>(
  reader: Reader,
  { data, nextCursor }: Page<Row>,
  expand: readonly string[] | undefined,
): Promise<Page<Row & { case?: Case | null }>> {
  return { data: expand ? await withCases(reader, data) : data, nextCursor }
}
