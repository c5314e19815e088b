import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { CaseRow } from '../../case-file/case-columns.ts'
import { readReferences } from '../../case-file/reference.ts'
import { answerOf, selectCase } from '../../case-file/select-case.ts'
import { type Listing, listing } from '../../db/lists/listing.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { currentCustomers } from '../../facts/current-customers.ts'
import { idsOfTopics } from '../../facts/ids-of-topics.ts'
import {
  casesVisibleToMember,
  notAboutViewer,
  viewerOf,
  visible,
  visibleToMember,
} from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { readTyped } from '../customers/read-typed.ts'
import type { Case, CaseQuery } from './contract.ts'
import { byChange, isTold } from './list-by-change.ts'
import { byOpening, filtered, filters, leads, leadsOfAll, search } from './list-filters.ts'

/** Filters of which the value decides how many cases pass. */
const byBounds = [
  ...['tag', 'inTime', 'unchased', 'updatedAfter', 'updatedBefore'],
  ...['openedAfter', 'openedBefore', 'resolvedAfter', 'resolvedBefore'],
  ...['overdue', 'dueAfter', 'dueBefore'],
]

const everyCase = {
  select: sql<CaseRow>`${selectCase}`,
  byKeys: { from: filtered, seen: visible },
  filters,
  leads,
  planned: byBounds,
  orderWith: {
    filters: ['openedAfter', 'openedBefore', 'updatedBefore', 'resolvedBefore'],
    order: [{ column: sql`c.opened_at`, key: 'openedAt', type: 'timestamptz' }, ...byOpening.order],
  },
} satisfies Partial<Listing<CaseRow>>
const query = sql`search_query(${sql.placeholder('words')}, true)`
const wordsAreCommon = selecting({
  common: sql<boolean>`coalesce(words_are_common(${query}, ${sql.placeholder('share')}), false)`,
})<{ words: string; share: number }>()
/** Measured among a million cases: from that share on, reading the newest cases is the shorter way to a page. */
const commonFrom =
  (share: number) =>
  async ({ db }: Reader, words: string): Promise<boolean> =>
    (await db.row(wordsAreCommon, { words, share }))?.common === true

// The team is among the words, so that their index alone finds the cases of a team with a word. Where many cases have the
// words, the newest cases of the team are read one after the other instead.
const [ofTeam, ...others] = casesVisibleToMember
const ofTeamByWords = {
  words: sql`w.words @@ of_team(${sql.placeholder('viewerTeamId')})`,
  where: sql`c.team_id = ${ofTeam.lead.value} and ${ofTeam.where}`,
}
const ofAll = {
  always: notAboutViewer,
  leads: leadsOfAll,
  search: { ...search, areCommon: commonFrom(0.005) },
}
// Among a team's cases those that were chased are soon met; asked of the history as well, they would be taken for too few to walk.
const ofTeamInOrder = { ...ofTeam, filters: { chased: () => sql`c.chases > 0` } }
const ofMember = {
  parts: [ofTeamInOrder, ...others],
  search: { ...search, parts: [ofTeamByWords, ...others], areCommon: commonFrom(0.04) },
}

/** A list for each order, so that a cursor of one is none of another. */
const listsOf = (seen: Partial<Listing<CaseRow>>, changed: Partial<Listing<CaseRow>>) => ({
  '-openedAt': listing({ ...everyCase, ...seen, ...byOpening, descending: true }),
  openedAt: listing({ ...everyCase, ...seen, ...byOpening, descending: false }),
  updatedAt: listing({ ...everyCase, ...byChange, ...changed, descending: false }),
  '-updatedAt': listing({ ...everyCase, ...byChange, ...changed, descending: true }),
})
const listsOfAll = listsOf(ofAll, { always: sql`${notAboutViewer} and ${isTold}` })
const listsOfMember = listsOf(ofMember, { always: isTold, parts: visibleToMember })

/** The cases that the caller sees, the newest first unless asked otherwise. */
export async function listCases(
  reader: Reader,
  {
    status,
    overdue,
    chased,
    topic,
    customerId,
    reference,
    q,
    order = '-openedAt',
    ...query
  }: z.output<typeof CaseQuery>,
): Promise<Page<Case>> {
  const now = toWire(reader.now)
  const only = status && new Set(status).size === 1 ? status[0] : undefined
  const asked = {
    ...query,
    // It narrows nothing: a cursor belongs to its order.
    order: order === '-openedAt' ? undefined : order,
    reference: readReferences(reference),
    open: only === 'open' ? true : undefined,
    resolved: only === 'resolved' ? true : undefined,
    overdue: overdue === true ? true : undefined,
    inTime: overdue === false ? true : undefined,
    chased: chased === true ? true : undefined,
    unchased: chased === false ? true : undefined,
    topicId: topic && (await idsOfTopics(reader, topic)),
    customerId: customerId && (await currentCustomers(reader, customerId)),
    q: q === undefined ? undefined : await readTyped(reader, q),
  }
  const viewer = viewerOf(reader.actor)
  const list = (viewer.viewerSeesAll ? listsOfAll : listsOfMember)[order]
  const { data, nextCursor } = await list(reader, asked, { ...viewer, now })
  return { data: data.map((row) => answerOf(row, now)), nextCursor }
}
