import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { ownedContactRow, toContact } from '../../case-file/contact-row.ts'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import {
  seesContents,
  type Viewer,
  type Visibility,
  viewerOf,
  visibility,
  visible,
} from '../../facts/visibility.ts'
import type { Page, PageQuery } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { cases, contacts, notes } from '../../tables/cases.ts'
import type { Contact, ContactQuery } from './contract.ts'
import type { Note } from './note-contract.ts'

const visibilityOfCase = selecting({ visibility })<Viewer & { caseId: string }>(
  sql`from ${cases} c where c.id = ${sql.placeholder('caseId')}`,
)

/** How much of the case the caller sees; nothing of one that does not exist. */
async function visibilityTo({ db, actor }: Reader, caseId: string): Promise<Visibility> {
  return (await db.row(visibilityOfCase, { caseId, ...viewerOf(actor) }))?.visibility ?? 'nothing'
}

/** Throws `not-found` unless the caller sees all of the case. */
export async function assertVisible(reader: Reader, caseId: string): Promise<void> {
  if (!seesContents(await visibilityTo(reader, caseId))) throw NotFound.because('There is no such case.')
}

const ofCase = listing({
  select: select(ownedContactRow, sql`from ${contacts} t`),
  filters: {
    direction: equals(sql`t.direction`, 'text'),
    channel: equals(sql`t.channel`, 'text'),
    employeeId: equals(sql`t.employee_id`, 'uuid'),
  },
  always: sql`t.case_id = ${sql.placeholder('caseId')} and (t.recorded_by_id = ${sql.placeholder('viewerId')}
    or exists (select from ${cases} c where c.id = t.case_id and ${visible}))`,
  order: [{ column: sql`t.id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/**
 * The contacts of a case, as they were recorded; from outside the case, those that the caller recorded. Throws
 * `not-found`.
 */
export async function listContacts(
  reader: Reader,
  caseId: string,
  query: z.output<typeof ContactQuery>,
): Promise<Page<Contact>> {
  const [sees, { data, nextCursor }] = await Promise.all([
    visibilityTo(reader, caseId),
    ofCase(reader, query, { caseId, ...viewerOf(reader.actor) }),
  ])
  if (sees === 'nothing' || (sees === 'outside' && data.length === 0))
    throw NotFound.because('There is no such case.')
  return { data: data.map(toContact), nextCursor }
}

const noteRow = pick(notes, 'n', 'id', 'caseId', 'text', 'authorKind', 'authorId', 'at')

const notesOfCase = listing({
  select: select(noteRow, sql`from ${notes} n`),
  filters: {},
  always: sql`n.case_id = ${sql.placeholder('caseId')}`,
  order: [{ column: sql`n.id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/** The notes on a case, as they were written. Throws `not-found`. */
export async function listNotes(reader: Reader, caseId: string, query: PageQuery): Promise<Page<Note>> {
  const [{ data, nextCursor }] = await Promise.all([
    notesOfCase(reader, { ...query }, { caseId }),
    assertVisible(reader, caseId),
  ])
  return {
    data: data.map(({ authorKind, authorId, ...note }) => ({
      ...note,
      author: { kind: authorKind, id: authorId },
    })),
    nextCursor,
  }
}
