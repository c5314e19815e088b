import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { CaseRow } from '../../case-file/case-columns.ts'
import { readReference, readReferences } from '../../case-file/reference.ts'
import { answerOf, selectCase } from '../../case-file/select-case.ts'
import { after, before, equals, type Filter, type Listing, listing, type Search } from '../../db/listing.ts'
import { now } from '../../db/moment.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf, visible, visibleToMember } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, resolutions } from '../../tables/cases.ts'
import { topics } from '../../tables/organisation.ts'
import { caseWords } from '../../tables/search.ts'
import { readTyped } from '../customers/read-typed.ts'
import { widenNames } from '../customers/widen-names.ts'
import type { Case, CaseQuery } from './contract.ts'
import { ReferenceMisread } from './problems.ts'

const byId = statement<Viewer & { id: string; now: string }, CaseRow>(
  sql`${selectCase} where c.id = ${sql.placeholder('id')} and ${visible}`,
)
const byReference = statement<Viewer & { reference: string; now: string }, CaseRow>(
  sql`${selectCase} where c.reference = ${sql.placeholder('reference')} and ${visible}`,
)

/** One case. Throws `not-found`. */
export const showCase = async ({ db, actor, now }: Reader, id: string): Promise<Case> =>
  shown(await db.row(byId, { id, now: toWire(now), ...viewerOf(actor) }), now)

/** One case by what the customer reads out. Throws `reference-misread` rather than show somebody else's case. */
export async function showCaseByReference({ db, actor, now }: Reader, given: string): Promise<Case> {
  const reference = readReference(given)
  if (reference === null)
    throw ReferenceMisread.because('The check digit does not fit: ask for the reference again.')
  return shown(await db.row(byReference, { reference, now: toWire(now), ...viewerOf(actor) }), now)
}

function shown(row: CaseRow | undefined, now: Temporal.Instant): Case {
  if (!row) throw NotFound.because('There is no such case.')
  return answerOf(row, toWire(now))
}

const filters = {
  open: () => sql`c.callback_id is not null`,
  resolved: () => sql`c.callback_id is null`,
  id: equals(sql`c.id`, 'uuid'),
  ownerId: equals(sql`c.owner_id`, 'uuid'),
  teamId: equals(sql`c.team_id`, 'uuid'),
  customerId: equals(sql`c.customer_id`, 'uuid'),
  aboutEmployeeId: equals(sql`c.about_employee_id`, 'uuid'),
  topic: equals(sql`t.code`, 'text'),
  origin: equals(sql`c.origin`, 'text'),
  channel: equals(sql`c.channel`, 'text'),
  outcome: equals(sql`r.outcome`, 'text'),
  reference: equals(sql`c.reference`, 'text'),
  tag: (value, many) => (many ? sql`c.tags && ${value}::text[]` : sql`c.tags @> array[${value}::text]`),
  overdue: () => sql`b.window_until < ${now}`,
  inTime: () => sql`(b.window_until < ${now}) is not true`,
  chased: (value) => sql`(c.chases > 0) = ${value}::boolean`,
  openedAfter: after(sql`c.opened_at`),
  openedBefore: before(sql`c.opened_at`),
  resolvedAfter: after(sql`c.resolved_at`),
  resolvedBefore: before(sql`c.resolved_at`),
  dueAfter: after(sql`b.window_until`),
  dueBefore: before(sql`b.window_until`),
  q: (value) => sql`w.words @@ search_query(${value}, true)`,
} satisfies Readonly<Record<string, Filter>>

/** The tables that filters speak of, without what only an answer shows: those that no filter names are left out. */
const keysOf = (words: SQL) => sql`select c.id from ${words} w join ${cases} c on c.id = w.case_id
  left join ${topics} t on t.id = c.topic_id left join ${callbacks} b on b.id = c.callback_id
  left join ${resolutions} r on r.id = c.resolution_id`
const search = {
  by: 'q',
  keys: {
    select: keysOf(sql`${caseWords}`),
    few: (words) =>
      keysOf(sql`(select w.case_id from ${caseWords} w where ${words} order by w.case_id desc offset 0)`),
    column: sql`w.case_id`,
    found: sql`c.id = any(${sql.placeholder('found')}::uuid[]) and ${visible}`,
  },
  widen: widenNames,
} satisfies Search

const everyCase = {
  select: sql<CaseRow>`${selectCase}`,
  filters,
  order: [{ column: sql`c.id`, key: 'id', type: 'uuid' }],
  descending: true,
} satisfies Listing<CaseRow>
const query = sql`search_query(${sql.placeholder('words')}, true)`
const wordsAreCommon = selecting({
  common: sql<boolean>`coalesce(words_are_common(${query}, ${sql.placeholder('share')}), false)`,
})<{ words: string; share: number }>()
/** Measured among a million cases: from that share on, reading the newest cases is the shorter way to a page. */
const commonFrom =
  (share: number) =>
  async ({ db }: Reader, words: string): Promise<boolean> =>
    (await db.row(wordsAreCommon, { words, share }))?.common === true

const listAll = listing({
  ...everyCase,
  always: notAboutViewer,
  search: { ...search, areCommon: commonFrom(0.005) },
})

// The team is among the words, so that their index alone finds the cases of a team with a word. Where many cases have the
// words, the newest cases of the team are read one after the other instead.
const [ofTeam, ...others] = visibleToMember
const ofTeamByWords = { words: sql`w.words @@ of_team(${sql.placeholder('viewerTeamId')})`, where: ofTeam }
const listOfMember = listing({
  ...everyCase,
  parts: visibleToMember,
  search: {
    ...search,
    parts: [ofTeamByWords, ...others],
    areCommon: commonFrom(0.04),
  },
})

/** The cases that the caller sees, newest first. */
export async function listCases(
  reader: Reader,
  { status, overdue, reference, q, ...query }: z.output<typeof CaseQuery>,
): Promise<Page<Case>> {
  const now = toWire(reader.now)
  const only = status && new Set(status).size === 1 ? status[0] : undefined
  const asked = {
    ...query,
    reference: readReferences(reference),
    open: only === 'open' ? true : undefined,
    resolved: only === 'resolved' ? true : undefined,
    overdue: overdue === true ? true : undefined,
    inTime: overdue === false ? true : undefined,
    q: q === undefined ? undefined : await readTyped(reader, q),
  }
  const viewer = viewerOf(reader.actor)
  const list = viewer.viewerSeesAll ? listAll : listOfMember
  const { data, nextCursor } = await list(reader, asked, { ...viewer, now })
  return { data: data.map((row) => answerOf(row, now)), nextCursor }
}
