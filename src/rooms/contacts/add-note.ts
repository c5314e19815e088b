import { recordOnCase, saveVersion } from '../../case-file/change.ts'
import { briefCase } from '../../case-file/lock-case.ts'
import { assertExpected, recordedAs, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { notes } from '../../tables/cases.ts'
import type { NewNote, Note } from './note-contract.ts'

/** Adds a note to a case. */
export async function addNote(work: Work, caseId: string, { text }: NewNote): Promise<Note> {
  const kase = await briefCase(work, caseId)
  assertExpected(work, kase.version)

  const note = insertNote(work, caseId, text)
  saveVersion(work, recordOnCase(work, kase, 'note.added', { noteId: note.id }))
  return note
}

/** The row of a note; the event that tells of it is its caller's. */
export function insertNote({ tx, actor, now }: Work, caseId: string, text: string): Note {
  const author = recordedAs(actor)
  const note = { id: newId(), caseId, text, at: toWire(now) }
  tx.insert(notes, { ...note, authorKind: author.kind, authorId: author.id })
  return { ...note, author }
}
