import { z } from 'zod'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { Forbidden, NotFound } from '../../lib/problems.ts'
import { CustomerParams } from './contract.ts'
import { Fact, FactPage, FactParams, FactQuery, NewFact } from './fact-contract.ts'
import { listFacts } from './fact-queries.ts'
import { CustomerIsErased, CustomerIsMerged } from './problems.ts'
import { recordFact } from './record-fact.ts'
import { removeFact } from './remove-fact.ts'

export function factRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/customers/:customerId/facts',
    config: { access: { system: 'customers:read', employee: 'member' } },
    schema: {
      operationId: 'listFacts',
      summary: 'List what is worth knowing about a customer',
      description:
        'The newest first; what no longer matters today only when all is asked for. Not for who sees a summary of the customer alone.',
      tags: ['Customers'],
      params: CustomerParams,
      querystring: FactQuery,
      response: { 200: FactPage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listFacts(r, request.params.customerId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'POST',
    url: '/customers/:customerId/facts',
    config: { access: { system: 'customers:write', employee: 'member' } },
    schema: {
      operationId: 'recordFact',
      summary: 'Record what is worth knowing about a customer',
      description: 'So that nobody has to ask the customer twice.',
      tags: ['Customers'],
      params: CustomerParams,
      body: NewFact,
      response: { 201: Fact },
      problems: [NotFound, Forbidden, CustomerIsErased, CustomerIsMerged],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => recordFact(w, request.params.customerId, request.body), { status: 201 }),
  })

  app.route({
    method: 'DELETE',
    url: '/customers/:customerId/facts/:factId',
    config: { access: { system: 'customers:write', employee: 'member' } },
    schema: {
      operationId: 'removeFact',
      summary: 'Remove a fact about a customer',
      description: 'For what is not true, or no longer worth knowing.',
      tags: ['Customers'],
      params: FactParams,
      response: { 204: z.undefined().describe('Done.') },
      problems: [NotFound, Forbidden, CustomerIsErased, CustomerIsMerged],
    },
    handler: (request, reply) => work(request, reply, (w) => removeFact(w, request.params)),
  })
}
