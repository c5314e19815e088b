import { sql } from 'drizzle-orm'
import { after, before, equals, listing } from '../../db/lists/listing.ts'
import { pick, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { idsOfTopics } from '../../facts/ids-of-topics.ts'
import { toWire } from '../../lib/instant.ts'
import { nothingThere } from '../../lib/meaning/names.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { headsUps, headsUpTeams } from '../../tables/ahead/heads-ups.ts'
import { employees } from '../../tables/people.ts'
import type { HeadsUp, HeadsUpQuery } from './contract.ts'
import { fromHeadsUps, type HeadsUpRow, headsUpRow, toHeadsUp } from './heads-up-row.ts'
import type { ShownHeadsUp } from './impact-contract.ts'
import { learnFromEarlier } from './learn-from-earlier.ts'
import { showImpact } from './show-impact.ts'

const byId = selecting(headsUpRow)<{ id: string }>(sql`${fromHeadsUps} where h.id = ${sql.placeholder('id')}`)
const lockById = selecting(pick(headsUps, 'h', 'id'))<{ id: string }>(
  sql`from ${headsUps} h where h.id = ${sql.placeholder('id')} for no key update`,
)

/** A heads-up with what it brought. Throws `not-found`. */
export async function showHeadsUp(reader: Reader, id: string): Promise<ShownHeadsUp> {
  const at = toWire(reader.now)
  const row = await reader.db.row(byId, { id })
  if (!row) throw NotFound.because('There is no such heads-up.')
  const [lesson, impact] = await Promise.all([
    learnFromEarlier(reader.db, { kind: row.kind, before: row.announcedAt, id }),
    showImpact(reader, id, row.forecast, at),
  ])
  return { ...toHeadsUp(row, lesson), impact }
}

/** Locks a heads-up and reads it. Throws `not-found`. */
export async function lockHeadsUp({ tx }: Work, id: string): Promise<HeadsUpRow> {
  const locked = await tx.lock(lockById, { id })
  // Whoever has waited for the lock looks with eyes that saw the winner commit.
  const row = locked && (await tx.row(byId, { id }))
  if (!row) throw NotFound.because('There is no such heads-up.')
  return row
}

const knowing = selecting(pick(employees, 'e', 'id'))<{ ids: readonly string[] }>(
  sql`from ${employees} e where e.id = any(${sql.placeholder('ids')}::uuid[])`,
)

/** Throws `unprocessable` for whom nobody is, of those who are to know more. */
export async function assertKnow({ tx }: Work, whoKnows: readonly string[]): Promise<void> {
  if (whoKnows.length === 0) return
  const found = await tx.rows(knowing, { ids: whoKnows })
  const known = new Set(found.map(({ id }) => id))
  const errors = whoKnows.flatMap((id, n) =>
    known.has(id) ? [] : [{ pointer: `#/whoKnows/${n}`, message: nothingThere.employee }],
  )
  if (errors.length > 0) throw Unprocessable.of(errors)
}

const list = listing({
  select: select(headsUpRow, fromHeadsUps),
  filters: {
    state: equals(sql`case when h.released_at is null then 'announced' else 'released' end`, 'text'),
    kind: equals(sql`h.kind`, 'text'),
    topicId: equals(sql`h.topic_id`, 'uuid'),
    teamId: (value, many) => sql`h.id in (select x.heads_up_id from ${headsUpTeams} x
      where ${equals(sql`x.team_id`, 'uuid')(value, many)})`,
    overridden: (value) => sql`(h.overridden_by_id is not null) = ${value}::boolean`,
    fromAfter: after(sql`h.from_at`),
    fromBefore: before(sql`h.from_at`),
    untilAfter: after(sql`h.until_at`),
    untilBefore: before(sql`h.until_at`),
  },
  leads: {
    topicId: { column: sql`h.topic_id`, type: 'uuid' },
    overridden: { column: sql`(h.overridden_by_id is not null)`, type: 'boolean' },
    state: {
      column: sql`case when h.released_at is null then 'announced' else 'released' end`,
      type: 'text',
    },
    kind: { column: sql`h.kind`, type: 'text' },
  },
  planned: ['teamId', 'fromAfter', 'fromBefore', 'untilAfter', 'untilBefore'],
  order: [{ column: sql`h.id`, key: 'id', type: 'uuid' }],
  descending: true,
})

/** Heads-ups, the latest first. */
export async function listHeadsUps(
  reader: Reader,
  { topic, ...query }: HeadsUpQuery,
): Promise<Page<HeadsUp>> {
  const asked = { ...query, topicId: topic && (await idsOfTopics(reader, topic)) }
  const { data, nextCursor } = await list(reader, asked, {})
  const shown = (data as HeadsUpRow[]).map(async (row) =>
    toHeadsUp(
      row,
      await learnFromEarlier(reader.db, { kind: row.kind, before: row.announcedAt, id: row.id }),
    ),
  )
  return { data: await Promise.all(shown), nextCursor }
}
