import type { IncomingMessage } from 'node:http'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import {
  Forbidden,
  NotFound,
  PayloadTooLarge,
  Unprocessable,
  ValidationFailed,
  VersionMismatch,
} from '../../lib/problems.ts'
import { organisation } from '../../tables/organisation.ts'
import { AnotherCurrency } from '../gestures/problems.ts'
import { fileOf } from '../imports/file-of.ts'
import { fileTypes } from '../imports/file-types.ts'
import { addCustomers } from './add-customers.ts'
import { Outreach, OutreachParams } from './contract.ts'
import { OutreachCustomerPage, OutreachCustomerQuery } from './customer-contract.ts'
import { listOutreachCustomers } from './list-customers.ts'
import { OutreachState } from './problems.ts'
import { pointerOfLine, readFile } from './read-file.ts'
import { CustomerLines } from './write-contract.ts'

const setting = selecting(pick(organisation, 'o', 'currency'))<object>(sql`from ${organisation} o`)

export function outreachCustomerRoutes(app: App, { work, read }: Door, db: Database): void {
  app.route({
    method: 'GET',
    url: '/outreaches/:outreachId/customers',
    config: { access: { system: 'customers:read', employee: 'coach' } },
    schema: {
      operationId: 'listOutreachCustomers',
      summary: 'List the customers of an outreach',
      description: 'What was decided for each, and what became of it.',
      tags: ['Outreaches'],
      params: OutreachParams,
      querystring: OutreachCustomerQuery,
      response: { 200: OutreachCustomerPage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listOutreachCustomers(r, request.params.outreachId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  // An application of its own, since files are taken here.
  app.register(async (taking: App) => {
    taking.removeAllContentTypeParsers()
    taking.addContentTypeParser(Object.keys(fileTypes), (_request, sent, done) => done(null, sent))
    taking.route({
      method: 'POST',
      url: '/outreaches/:outreachId/customers',
      config: { access: { system: 'admin', employee: 'member' }, streams: true },
      schema: {
        operationId: 'addOutreachCustomers',
        summary: 'Add customers to a draft from a file',
        description:
          'CSV or NDJSON, 100,000 customers at a time: all of them, or none where something is wrong with one. What a line leaves out, the outreach says.',
        tags: ['Outreaches'],
        consumes: ['text/csv', 'application/x-ndjson'],
        params: OutreachParams,
        body: CustomerLines,
        response: { 200: Outreach },
        problems: [
          ValidationFailed,
          NotFound,
          Forbidden,
          OutreachState,
          AnotherCurrency,
          Unprocessable,
          PayloadTooLarge,
          VersionMismatch,
        ],
      },
      handler: async (request, reply) => {
        const { currency } = (await db.row(setting, {})) ?? { currency: 'EUR' }
        const file = await readFile(request.body as IncomingMessage, { ...fileOf(request), currency })
        // By that a key knows the same file again.
        request.rawBody = file.fingerprint
        return work(request, reply, (w) =>
          addCustomers(w, request.params.outreachId, file.customers, (place) =>
            pointerOfLine(file.lines[place] ?? 0),
          ),
        )
      },
    })
  })
}
