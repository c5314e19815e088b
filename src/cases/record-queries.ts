import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, listing } from '../db/listing.ts'
import { statement } from '../db/statement.ts'
import type { Reader } from '../db/work.ts'
import type { Page, PageQuery } from '../lib/page.ts'
import { NotFound } from '../lib/problems.ts'
import { cases, contacts, notes } from '../tables/cases.ts'
import type { Contact, ContactQuery } from './contact-contract.ts'
import { type ContactRow, toContact } from './contact-row.ts'
import type { Note } from './note-contract.ts'

const known = statement<{ id: string }, object>(sql`select from ${cases} where id = ${sql.placeholder('id')}`)

async function assertKnown({ db }: Reader, id: string): Promise<void> {
  if (!(await db.row(known, { id }))) throw NotFound.because('There is no such case.')
}

const ofCase = listing<ContactRow>({
  select: sql`select id, case_id as "caseId", direction, channel, outcome, summary, at, employee_id as "employeeId",
    spoken_for as "spokenFor", answered, opening, participants, recorded_by_kind as "recordedByKind",
    recorded_by_id as "recordedById", recorded_at as "recordedAt" from ${contacts}`,
  filters: {
    direction: equals(sql`direction`, 'text'),
    channel: equals(sql`channel`, 'text'),
    employeeId: equals(sql`employee_id`, 'uuid'),
  },
  always: sql`case_id = ${sql.placeholder('caseId')}`,
  order: [{ column: sql`id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/** The contacts of a case, as they were recorded. Throws `not-found`. */
export async function listContacts(
  reader: Reader,
  caseId: string,
  query: z.output<typeof ContactQuery>,
): Promise<Page<Contact>> {
  const [{ data, nextCursor }] = await Promise.all([
    ofCase(reader, query, { caseId }),
    assertKnown(reader, caseId),
  ])
  return { data: data.map(toContact), nextCursor }
}

interface NoteRow {
  readonly id: string
  readonly caseId: string
  readonly text: string
  readonly authorKind: 'employee' | 'system'
  readonly authorId: string
  readonly at: string
}

const notesOfCase = listing<NoteRow>({
  select: sql`select id, case_id as "caseId", text, author_kind as "authorKind", author_id as "authorId", at from ${notes}`,
  filters: {},
  always: sql`case_id = ${sql.placeholder('caseId')}`,
  order: [{ column: sql`id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/** The notes on a case, as they were written. Throws `not-found`. */
export async function listNotes(reader: Reader, caseId: string, query: PageQuery): Promise<Page<Note>> {
  const [{ data, nextCursor }] = await Promise.all([
    notesOfCase(reader, { ...query }, { caseId }),
    assertKnown(reader, caseId),
  ])
  return {
    data: data.map(({ authorKind, authorId, ...note }) => ({
      ...note,
      author: { kind: authorKind, id: authorId },
    })),
    nextCursor,
  }
}
