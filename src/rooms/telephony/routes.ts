import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { Caller, CallerQuery } from './contract.ts'
import { lookUpCaller } from './look-up-caller.ts'

export function telephonyRoutes(app: App, { read }: Door): void {
  app.route({
    method: 'GET',
    url: '/callers',
    config: { access: { system: ['calls:write', 'cases:read'], employee: 'member' } },
    schema: {
      operationId: 'lookUpCaller',
      summary: 'Look up who calls',
      description:
        'The customer, their open cases with owner and promise, and whom to ring. Any employee may look up any caller, whichever team it concerns, and sees no more than this.',
      tags: ['Telephony'],
      querystring: CallerQuery,
      response: { 200: Caller },
    },
    handler: (request, reply) => read(request, reply, (r) => lookUpCaller(r, request.query)),
  })
}
