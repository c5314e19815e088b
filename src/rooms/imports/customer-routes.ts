import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { PayloadTooLarge } from '../../lib/problems.ts'
import { OrganisationNotReady } from '../customers/problems.ts'
import { beginImport } from './begin-import.ts'
import { CustomerRows, Import, ImportCustomersQuery, ImportQuery } from './contract.ts'
import { discardLines } from './discard-lines.ts'
import { fileOf } from './file-of.ts'
import { fileTypes } from './file-types.ts'
import { readSetting } from './queries.ts'
import { stageLines } from './stage-lines.ts'

/** An application of its own, since files are taken here and nowhere else: by the name of what they hold, or as its kind. */
export function customerImportRoutes(app: App, { work }: Door, db: Database): void {
  const receive = async (
    request: FastifyRequest,
    reply: FastifyReply,
    query: ImportQuery,
  ): Promise<Import> => {
    const { country, isReady } = await readSetting({ db })
    if (!isReady) throw OrganisationNotReady.because('There is no team yet that could serve a customer.')
    const { dryRun = false, mapping, separator } = query
    const how = { ...fileOf(request), mapping, separator, country }
    const staged = await stageLines(db, request.body as IncomingMessage, how)
    // By that a key knows the same file again.
    request.rawBody = staged.fingerprint
    try {
      return await work(request, reply, (w) => beginImport(w, staged, { dryRun }), {
        status: 202,
        location: ({ id }) => `/v1/imports/${id}`,
      })
    } finally {
      await discardLines(db, staged.importId)
    }
  }
  const about = {
    description:
      'As many lines as there are, as CSV or NDJSON. Each makes or changes the customer whom the other system calls so; one without a reference makes a new one. What became of each is settled in the background: see the import. Sent again, it changes nothing more.',
    tags: ['Imports'],
    consumes: ['text/csv', 'application/x-ndjson'],
    body: CustomerRows,
    response: { 202: Import },
    problems: [OrganisationNotReady, PayloadTooLarge],
  }
  const access = { system: 'imports:write', employee: 'admin' } as const

  app.register(async (taking: App) => {
    taking.removeAllContentTypeParsers()
    taking.addContentTypeParser(Object.keys(fileTypes), (_request, sent, done) => done(null, sent))
    taking.route({
      method: 'POST',
      url: '/imports/customers',
      config: { access, streams: true },
      schema: {
        operationId: 'importCustomers',
        summary: 'Import customers from a file',
        querystring: ImportCustomersQuery,
        ...about,
      },
      handler: (request, reply) => receive(request, reply, request.query),
    })

    taking.route({
      method: 'POST',
      url: '/imports',
      config: { access, streams: true },
      schema: { operationId: 'createImport', summary: 'Import a file', querystring: ImportQuery, ...about },
      handler: (request, reply) => receive(request, reply, request.query),
    })
  })
}
