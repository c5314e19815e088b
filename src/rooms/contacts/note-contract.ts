import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { Doer, out, text } from '../../lib/wire.ts'

export const NewNote = z.strictObject({ text: text() }).meta({
  id: 'NewNote',
  description: 'A note for colleagues.',
  examples: [{ text: 'The bank confirms two debits.' }],
})
export type NewNote = z.output<typeof NewNote>

export const Note = z
  .object({
    id: out.id,
    caseId: out.id,
    text: z.string(),
    author: Doer,
    at: out.moment,
  })
  .meta({
    id: 'Note',
    description: 'A note on a case, for employees only.',
    examples: [
      {
        id: '0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24',
        caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
        text: 'The bank confirms two debits.',
        author: { kind: 'employee', id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12' },
        at: '2026-11-02T11:02:19.000Z',
      },
    ],
  })
export type Note = z.output<typeof Note>

export const NoteQuery = z.strictObject(paging)
export const NotePage = page(Note, 'NotePage')
