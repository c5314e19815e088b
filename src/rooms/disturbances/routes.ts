import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound } from '../../lib/problems.ts'
import { CustomerParams } from '../customers/contract.ts'
import { DisturbancePage, DisturbanceQuery } from './contract.ts'
import { listDisturbances } from './list-disturbances.ts'

export function disturbanceRoutes(app: App, { read }: Door): void {
  app.route({
    method: 'GET',
    url: '/customers/:customerId/disturbances',
    config: { access: { system: 'customers:read', employee: 'member' } },
    schema: {
      operationId: 'listDisturbances',
      summary: 'List when a customer was disturbed',
      description:
        'Surveys, letters and outreaches count together: once a week at most, unless an outreach says why it is worth more. Not for who sees a summary of the customer alone.',
      tags: ['Customers'],
      params: CustomerParams,
      querystring: DisturbanceQuery,
      response: { 200: DisturbancePage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listDisturbances(r, request.params.customerId, request.query), {
        headers: nextLink(request.url),
      }),
  })
}
