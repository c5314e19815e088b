import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { OrganisationNotReady } from '../customers/problems.ts'
import { Call, NewCallEvent } from './call-contract.ts'
import { recordCall } from './record-call.ts'

export function callRoutes(app: App, { work }: Door): void {
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
      const { employeeExtension, ...event } = request.body
      return work(request, reply, (w) =>
        recordCall(w, { ...event, speaker: { extension: employeeExtension } }),
      )
    },
  })
}
