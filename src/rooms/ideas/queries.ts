import { sql } from 'drizzle-orm'
import { after, before, equals, listing } from '../../db/lists/listing.ts'
import { now } from '../../db/moment.ts'
import { pick, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { type Viewer, viewerOf, visible } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { ideaCases, ideaRules, ideaSupports, ideas } from '../../tables/ideas.ts'
import type { Idea, IdeaQuery } from './contract.ts'
import { fromIdeas, type IdeaRow, ideaRow, toIdea } from './idea-row.ts'

const byId = selecting(ideaRow)<Viewer & { id: string; now: string }>(
  sql`${fromIdeas} where i.id = ${sql.placeholder('id')}`,
)
const lockById = selecting(pick(ideas, 'i', 'id'))<{ id: string }>(
  sql`from ${ideas} i where i.id = ${sql.placeholder('id')} for no key update`,
)

/** Throws `not-found`. */
export async function showIdea({ db, actor, now }: Reader, id: string): Promise<Idea> {
  const at = toWire(now)
  const row = await db.row(byId, { id, now: at, ...viewerOf(actor) })
  if (!row) throw NotFound.because('There is no such idea.')
  return toIdea(row, at)
}

/** Locks an idea and reads it. Throws `not-found`. */
export async function lockIdea(work: Work, id: string): Promise<IdeaRow> {
  const locked = await work.tx.lock(lockById, { id })
  // Whoever has waited for the lock looks with eyes that saw the winner commit.
  const row = locked && (await work.tx.row(byId, { id, now: toWire(work.now), ...viewerOf(work.actor) }))
  if (!row) throw NotFound.because('There is no such idea.')
  work.notBefore(row.answeredAt ?? row.createdAt)
  return row
}

const list = listing({
  select: select(ideaRow, fromIdeas),
  filters: {
    state: equals(sql`coalesce(i.decision, 'open')`, 'text'),
    overdue: () => sql`i.decision is null and i.answer_by <= ${now}`,
    inTime: () => sql`not (i.decision is null and i.answer_by <= ${now})`,
    authorId: equals(sql`i.author_id`, 'uuid'),
    supportedById: (value, many) => sql`i.id in (select x.idea_id from ${ideaSupports} x
      where ${equals(sql`x.employee_id`, 'uuid')(value, many)})`,
    caseId: (
      value,
      many,
    ) => sql`i.id in (select x.idea_id from ${ideaCases} x join ${cases} c on c.id = x.case_id
      where ${equals(sql`x.case_id`, 'uuid')(value, many)} and ${visible})`,
    ruleId: (value, many) => sql`i.id in (select x.idea_id from ${ideaRules} x
      where ${equals(sql`x.rule_id`, 'uuid')(value, many)})`,
    value: (value, many) =>
      sql`i.values <> '{}' and ${many ? sql`i.values && ${value}::text[]` : sql`i.values @> array[${value}::text]`}`,
    createdAfter: after(sql`i.created_at`),
    createdBefore: before(sql`i.created_at`),
  },
  leads: {
    authorId: { column: sql`i.author_id`, type: 'uuid' },
    overdue: { column: sql`coalesce(i.decision, 'open')`, type: 'text', value: sql`'open'` },
    state: { column: sql`coalesce(i.decision, 'open')`, type: 'text' },
  },
  planned: ['supportedById', 'caseId', 'ruleId', 'value'],
  orderWith: {
    filters: ['createdAfter', 'createdBefore'],
    order: [
      { column: sql`i.created_at`, key: 'createdAt', type: 'timestamptz' },
      { column: sql`i.id`, key: 'id', type: 'uuid' },
    ],
  },
  order: [{ column: sql`i.id`, key: 'id', type: 'uuid' }],
  descending: true,
})

/** Ideas, the latest first. */
export async function listIdeas(reader: Reader, { overdue, ...query }: IdeaQuery): Promise<Page<Idea>> {
  const at = toWire(reader.now)
  const asked = {
    ...query,
    overdue: overdue === true ? true : undefined,
    inTime: overdue === false ? true : undefined,
  }
  const { data, nextCursor } = await list(reader, asked, { ...viewerOf(reader.actor), now: at })
  return { data: data.map((row) => toIdea(row as IdeaRow, at)), nextCursor }
}
