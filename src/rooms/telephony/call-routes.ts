import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { OrganisationNotReady } from '../customers/problems.ts'
import { Call, CallOnRecord, NewCallEvent } from './call-contract.ts'
import { CallPage, CallParams, CallQuery } from './call-list-contract.ts'
import { listCalls, showCallOnRecord } from './call-queries.ts'
import { recordCall } from './record-call.ts'

export function callRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/calls',
    config: { access: { system: ['calls:write', 'cases:read'], employee: 'admin' } },
    schema: {
      operationId: 'listCalls',
      summary: 'List calls',
      description:
        'What the telephone system told of, and what became of it, the newest first: for whoever connects an exchange, and for whoever wonders where a call is.',
      tags: ['Telephony'],
      querystring: CallQuery,
      response: { 200: CallPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listCalls(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'GET',
    url: '/calls/:callId',
    config: { access: { system: ['calls:write', 'cases:read'], employee: 'admin' } },
    schema: {
      operationId: 'getCall',
      summary: 'Show a call',
      description:
        'What was told of a call, and what became of it: its contact, case, customer and employee.',
      tags: ['Telephony'],
      params: CallParams,
      response: { 200: CallOnRecord },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showCallOnRecord(r, request.params.callId)),
  })

  app.route({
    method: 'POST',
    url: '/calls',
    config: { access: { system: 'calls:write', employee: null } },
    schema: {
      operationId: 'recordCall',
      summary: 'Tell of a call',
      description:
        'For telephone systems: a call rings, is answered, or has ended. Events may come in any order, late and more than once. A call about an open question is recorded as a contact; a missed one with no open question behind it opens a case.',
      tags: ['Telephony'],
      body: NewCallEvent,
      response: { 200: Call },
      problems: [OrganisationNotReady, Unprocessable],
    },
    handler: (request, reply) => {
      const { employeeExtension, at, ...event } = request.body
      return work(request, reply, (w) =>
        recordCall(w, {
          ...event,
          at: at ?? undefined,
          speaker: { extension: employeeExtension || undefined },
        }),
      )
    },
  })
}
