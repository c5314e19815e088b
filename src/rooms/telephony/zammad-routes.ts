import type { App } from '../../http/app-type.ts'
import { formTypes, readForms } from '../../http/bodies/forms.ts'
import type { Identities } from '../../http/caller.ts'
import type { Door } from '../../http/door.ts'
import { identifyByAddress } from '../../http/identify/identify-by-address.ts'
import { NotFound, RateLimited, Unprocessable } from '../../lib/problems.ts'
import { OrganisationNotReady } from '../customers/problems.ts'
import { hearZammad } from './hear-zammad.ts'
import { ZammadAnswer, ZammadEvent, ZammadParams } from './zammad-contract.ts'

/** An application of its own, since forms are read here and nowhere else. */
export function zammadRoutes(app: App, { work }: Door, identities: Identities): void {
  app.register(async (bridged: App) => {
    readForms(bridged)
    bridged.route({
      method: 'POST',
      url: '/calls/zammad/:token',
      config: { access: 'token' },
      onRequest: identifyByAddress(identities, 'calls:write'),
      schema: {
        operationId: 'recordZammadCall',
        summary: 'Tell of a call, as to Zammad',
        description:
          'For bridges that speak Zammad’s generic CTI: what `POST /v1/calls` does, in the words that they send already. The token in the address is an API key with the scope `calls:write`.',
        tags: ['Telephony'],
        consumes: ['application/json', ...formTypes],
        params: ZammadParams,
        body: ZammadEvent,
        response: { 200: ZammadAnswer },
        problems: [NotFound, OrganisationNotReady, Unprocessable, RateLimited],
      },
      handler: (request, reply) => work(request, reply, (w) => hearZammad(w, request.body)),
    })
  })
}
