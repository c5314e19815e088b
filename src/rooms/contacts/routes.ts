import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CaseParams } from '../cases/contract.ts'
import { OnlyTheOwner } from '../cases/problems.ts'
import { CustomerIsErased } from '../customers/problems.ts'
import { addNote } from './add-note.ts'
import { Contact, ContactPage, ContactQuery, NewContact } from './contract.ts'
import { NewNote, Note, NotePage, NoteQuery } from './note-contract.ts'
import { listContacts, listNotes } from './queries.ts'
import { recordContact } from './record-contact.ts'

export function contactRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/cases/:caseId/contacts',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listContacts',
      summary: 'List the contacts of a case',
      description: 'The moments of contact with the customer, in the order in which they were recorded.',
      tags: ['Contacts'],
      params: CaseParams,
      querystring: ContactQuery,
      response: { 200: ContactPage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listContacts(r, request.params.caseId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'POST',
    url: '/cases/:caseId/contacts',
    config: { access: { system: 'cases:write', employee: 'member' } },
    schema: {
      operationId: 'recordContact',
      summary: 'Record a contact',
      description:
        'Anyone records that the customer contacted them; while a callback is open that is a chase, and the owner hears of it. Only the owner contacts the customer.',
      tags: ['Contacts'],
      params: CaseParams,
      body: NewContact,
      response: { 201: Contact },
      problems: [NotFound, OnlyTheOwner, CustomerIsErased, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => recordContact(w, request.params.caseId, request.body), { status: 201 }),
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/notes',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listNotes',
      summary: 'List the notes on a case',
      description: 'In the order in which they were written.',
      tags: ['Cases'],
      params: CaseParams,
      querystring: NoteQuery,
      response: { 200: NotePage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listNotes(r, request.params.caseId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'POST',
    url: '/cases/:caseId/notes',
    config: { access: { system: 'cases:write', employee: 'member' } },
    schema: {
      operationId: 'addNote',
      summary: 'Add a note to a case',
      description: 'For colleagues; the customer never sees it.',
      tags: ['Cases'],
      params: CaseParams,
      body: NewNote,
      response: { 201: Note },
      problems: [NotFound, CustomerIsErased, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => addNote(w, request.params.caseId, request.body), { status: 201 }),
  })
}
