import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, type Filter, type Listing, listing } from '../db/listing.ts'
import { statement } from '../db/statement.ts'
import type { Reader } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import type { Page } from '../lib/page.ts'
import { NotFound } from '../lib/problems.ts'
import { searchWords } from '../lib/search-words.ts'
import { cases } from '../tables/cases.ts'
import { customers } from '../tables/customers.ts'
import { type CaseRow, selectCase, toCase } from './case-row.ts'
import type { Case, CaseQuery } from './contract.ts'
import { ReferenceMisread } from './problems.ts'
import { readReference } from './reference.ts'
import { notAboutViewer, type Viewer, viewerOf, visible, visibleToMember } from './sight.ts'

const byId = statement<Viewer & { id: string; now: string }, CaseRow>(
  sql`${selectCase} where c.id = ${sql.placeholder('id')} and ${visible}`,
)
const byReference = statement<Viewer & { reference: string; now: string }, CaseRow>(
  sql`${selectCase} where c.reference = ${sql.placeholder('reference')} and ${visible}`,
)

/** One case. Throws `not-found`. */
export async function showCase({ db, actor, now }: Reader, id: string): Promise<Case> {
  return shown(await db.row(byId, { id, now: toWire(now), ...viewerOf(actor) }), now)
}

/** One case by what the customer reads out. Throws `reference-misread` rather than show somebody else's case. */
export async function showCaseByReference({ db, actor, now }: Reader, given: string): Promise<Case> {
  const reference = readReference(given)
  if (reference === null)
    throw ReferenceMisread.because('The check digit does not fit: ask for the reference again.')
  return shown(await db.row(byReference, { reference, now: toWire(now), ...viewerOf(actor) }), now)
}

function shown(row: CaseRow | undefined, now: Temporal.Instant): Case {
  if (!row) throw NotFound.because('There is no such case.')
  return toCase(row, toWire(now))
}

const after =
  (column: SQL): Filter =>
  (value) =>
    sql`${column} > ${value}::timestamptz`
const before =
  (column: SQL): Filter =>
  (value) =>
    sql`${column} < ${value}::timestamptz`

const filters = {
  open: () => sql`c.callback_id is not null`,
  resolved: () => sql`c.callback_id is null`,
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
  overdue: () => sql`b.window_until < ${sql.placeholder('now')}::timestamptz`,
  inTime: () => sql`(b.window_until < ${sql.placeholder('now')}::timestamptz) is not true`,
  chased: (value) => sql`(c.chases > 0) = ${value}::boolean`,
  openedAfter: after(sql`c.opened_at`),
  openedBefore: before(sql`c.opened_at`),
  resolvedAfter: after(sql`c.resolved_at`),
  resolvedBefore: before(sql`c.resolved_at`),
  dueAfter: after(sql`b.window_until`),
  dueBefore: before(sql`b.window_until`),
  q: (value) => sql`c.id in (
      select id from ${cases} where search @@ ${value}::tsquery
      union select k.id from ${cases} k join ${customers} who on who.id = k.customer_id where who.search @@ ${value}::tsquery
      union select id from ${cases} where reference = ${sql.placeholder('digits')})`,
} satisfies Readonly<Record<string, Filter>>

const everyCase = {
  select: selectCase,
  filters,
  always: notAboutViewer,
  order: [{ column: sql`c.id`, key: 'id', type: 'uuid' }],
  descending: true,
} satisfies Listing
const listAll = listing<CaseRow>(everyCase)
const listOfMember = listing<CaseRow>({ ...everyCase, always: visibleToMember })

/** The cases that the caller sees, newest first. */
export async function listCases(
  reader: Reader,
  { status, overdue, q, ...query }: z.output<typeof CaseQuery>,
): Promise<Page<Case>> {
  const now = toWire(reader.now)
  const only = status && new Set(status).size === 1 ? status[0] : undefined
  const asked = {
    ...query,
    open: only === 'open' ? true : undefined,
    resolved: only === 'resolved' ? true : undefined,
    overdue: overdue === true ? true : undefined,
    inTime: overdue === false ? true : undefined,
    q: q === undefined ? undefined : searchWords(q),
  }
  const viewer = viewerOf(reader.actor)
  const list = viewer.viewerSeesAll ? listAll : listOfMember
  const { data, nextCursor } = await list(reader, asked, { ...viewer, now, digits: q?.replaceAll(/\D/g, '') })
  return { data: data.map((row) => toCase(row, now)), nextCursor }
}
