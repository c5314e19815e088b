import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { Forbidden, NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CustomerParams } from '../customers/contract.ts'
import {
  CustomerIsErased,
  CustomerIsMerged,
  CustomerIsNotMerged,
  MergeIsFinal,
} from '../customers/problems.ts'
import { ToldCustomer, toldOfCustomer } from '../customers/shown-contract.ts'
import { Merge } from './contract.ts'
import { mergeCustomer } from './merge-customer.ts'
import { unmergeCustomer } from './unmerge-customer.ts'

export function mergeRoutes(app: App, { work }: Door): void {
  app.route({
    method: 'POST',
    url: '/customers/:customerId/merge-into',
    config: { access: { system: 'customers:write', employee: 'member' } },
    schema: {
      operationId: 'mergeCustomer',
      summary: 'Merge a customer into another',
      description:
        'This customer stands in the books twice: the other stands for both from now on. Cases, references and facts go over, and what the other lacks is filled in. Cases stay with their owners. The team of both does this, or a coach or an admin. Answers with the other.',
      tags: ['Customers'],
      params: CustomerParams,
      body: Merge,
      response: { 200: ToldCustomer },
      problems: [NotFound, Forbidden, CustomerIsErased, CustomerIsMerged, VersionMismatch, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, async (w) =>
        toldOfCustomer(w.actor, {}, await mergeCustomer(w, request.params.customerId, request.body)),
      ),
  })

  app.route({
    method: 'POST',
    url: '/customers/:customerId/unmerge',
    config: { access: { system: 'customers:write', employee: 'member' } },
    schema: {
      operationId: 'unmergeCustomer',
      summary: 'Reverse a merge',
      description:
        'They were two after all. Within 30 days what was moved goes back, as far as it is still there; what came since stays. The team of both does this, or a coach or an admin. Answers with the customer who is back.',
      tags: ['Customers'],
      params: CustomerParams,
      response: { 200: ToldCustomer },
      problems: [
        NotFound,
        Forbidden,
        CustomerIsNotMerged,
        MergeIsFinal,
        CustomerIsErased,
        CustomerIsMerged,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, async (w) =>
        toldOfCustomer(w.actor, {}, await unmergeCustomer(w, request.params.customerId)),
      ),
  })
}
