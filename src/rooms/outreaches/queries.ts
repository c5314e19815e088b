import { sql } from 'drizzle-orm'
import { after, before, equals, listing } from '../../db/lists/listing.ts'
import { pick, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import type { Outreach, OutreachQuery } from './contract.ts'
import { fromOutreaches, type OutreachRow, outreachRow, toOutreach } from './outreach-row.ts'

const byId = selecting(outreachRow)<{ id: string }>(
  sql`${fromOutreaches} where o.id = ${sql.placeholder('id')}`,
)
const lockById = selecting(pick(outreaches, 'o', 'id'))<{ id: string }>(
  sql`from ${outreaches} o where o.id = ${sql.placeholder('id')} for no key update`,
)

/** An outreach, and how far it is. Throws `not-found`. */
export async function showOutreach({ db }: Pick<Reader, 'db'>, id: string): Promise<Outreach> {
  const row = await db.row(byId, { id })
  if (!row) throw NotFound.because('There is no such outreach.')
  return toOutreach(row)
}

/** Locks an outreach and reads it: no case of it is opened meanwhile. Throws `not-found`. */
export async function lockOutreach({ tx }: Work, id: string): Promise<OutreachRow> {
  const locked = await tx.lock(lockById, { id })
  // Whoever has waited for the lock looks with eyes that saw the winner commit.
  const row = locked && (await tx.row(byId, { id }))
  if (!row) throw NotFound.because('There is no such outreach.')
  return row
}

const list = listing({
  select: select(outreachRow, fromOutreaches),
  filters: {
    state: equals(sql`o.state`, 'text'),
    topic: equals(sql`p.code`, 'text'),
    fromAfter: after(sql`o.from_at`),
    fromBefore: before(sql`o.from_at`),
    untilAfter: after(sql`o.until_at`),
    untilBefore: before(sql`o.until_at`),
  },
  order: [{ column: sql`o.id`, key: 'id', type: 'uuid' }],
  descending: true,
})

/** Outreaches, the latest first. */
export async function listOutreaches(reader: Reader, query: OutreachQuery): Promise<Page<Outreach>> {
  const { data, nextCursor } = await list(reader, query, {})
  return { data: (data as OutreachRow[]).map(toOutreach), nextCursor }
}
