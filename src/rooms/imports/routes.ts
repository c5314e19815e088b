import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { acceptedForm } from '../../lib/forms/accepted-form.ts'
import { NotFound } from '../../lib/problems.ts'
import { type ExportFormat, mediaTypes } from '../exports/format.ts'
import {
  Import,
  ImportPage,
  ImportPageQuery,
  ImportParams,
  ImportRefusalPage,
  ImportRefusalQuery,
  RefusedCells,
  RefusedLines,
} from './contract.ts'
import { copyRefusals } from './copy-refusals.ts'
import { fileTypes } from './file-types.ts'
import { listImports, listRefusals, showImport } from './queries.ts'

/** What an `Accept` may ask for: the files, or the list that an API answers with. */
const forms = {
  ...fileTypes,
  'text/*': 'csv',
  'application/json': 'list',
  'application/*': 'list',
  '*/*': 'list',
} as const

const access = { system: 'imports:write', employee: 'admin' } as const

export function importRoutes(app: App, { read }: Door, db: Database): void {
  app.route({
    method: 'GET',
    url: '/imports',
    config: { access: { ...access, impersonal: true } },
    schema: {
      operationId: 'listImports',
      summary: 'List imports',
      description: 'The latest first, with how far each is.',
      tags: ['Imports'],
      querystring: ImportPageQuery,
      response: { 200: ImportPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listImports(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'GET',
    url: '/imports/:importId',
    config: { access: { ...access, impersonal: true } },
    schema: {
      operationId: 'getImport',
      summary: 'Get an import',
      description: 'How far it is, and what has become of its lines.',
      tags: ['Imports'],
      params: ImportParams,
      response: { 200: Import },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showImport(r, request.params.importId)),
  })

  app.route({
    method: 'GET',
    url: '/imports/:importId/refusals',
    config: { access },
    schema: {
      operationId: 'listImportRefusals',
      summary: 'List the lines of an import that were refused',
      description:
        'Why, and as they were sent. With `Accept: text/csv` or `application/x-ndjson` all of them come as a file, to mend and to send again.',
      tags: ['Imports'],
      params: ImportParams,
      querystring: ImportRefusalQuery,
      response: {
        200: {
          content: {
            'application/json': { schema: ImportRefusalPage },
            'text/csv': { schema: RefusedCells },
            'application/x-ndjson': { schema: RefusedLines },
          },
        },
      },
      problems: [NotFound],
    },
    handler: async (request, reply) => {
      const { importId } = request.params
      const form = acceptedForm(request.headers.accept ?? '', forms)
      if (form !== undefined && form !== 'list') return sendFile(request, reply, importId, form) as never
      return read(request, reply, (r) => listRefusals(r, importId, request.query), {
        headers: nextLink(request.url),
        shows: [importId],
      }) as never
    },
  })

  async function sendFile(
    request: FastifyRequest,
    reply: FastifyReply,
    importId: string,
    format: ExportFormat,
  ): Promise<FastifyReply> {
    await showImport({ db }, importId)
    request.shown = [importId]
    return reply
      .headers({ 'content-type': mediaTypes[format], vary: 'Accept' })
      .send(await copyRefusals(db, importId, format))
  }
}
