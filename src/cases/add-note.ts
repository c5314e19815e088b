import { assertExpected, type Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { notes } from '../tables/cases.ts'
import { lockCase, recordOnCase, save } from './draft.ts'
import type { NewNote, Note } from './note-contract.ts'

/** Adds a note to a case. */
export async function addNote(work: Work, caseId: string, { text }: NewNote): Promise<Note> {
  const kase = await lockCase(work, caseId)
  assertExpected(work, kase.version)
  const { actor } = work
  const authorKind = actor.employee ? 'employee' : actor.kind
  const row = {
    id: newId(),
    caseId,
    text,
    authorKind,
    authorId: actor.employee?.id ?? actor.id,
    at: toWire(work.now),
  } as const

  work.tx.insert(notes, row)
  recordOnCase(work, kase, 'note.added', { noteId: row.id })
  save(work, kase)
  return { id: row.id, caseId, text, author: { kind: row.authorKind, id: row.authorId }, at: row.at }
}
