import { Readable } from 'node:stream'
import type { Database } from '../../db/database.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import type { Clock } from '../../lib/instant.ts'
import { NotFound, VersionMismatch } from '../../lib/problems.ts'
import { Customer, CustomerParams } from '../customers/contract.ts'
import { CustomerIsErased, CustomerIsMerged } from '../customers/problems.ts'
import { PersonalData } from './contract.ts'
import { eraseCustomer } from './erase-customer.ts'
import { PromiseIsOpen } from './problems.ts'
import { tellPersonalData } from './tell-personal-data.ts'

export function personalDataRoutes(app: App, { work }: Door, db: Database, clock: Clock): void {
  app.route({
    method: 'GET',
    url: '/customers/:customerId/personal-data',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'getPersonalData',
      summary: 'Get all that is on record about a customer',
      description:
        'Everything, by kind, with what each field of it is for: what a customer may ask for, in a form that machines read. It is sent while it is read, however much it is.',
      tags: ['Customers'],
      params: CustomerParams,
      response: { 200: PersonalData },
      problems: [NotFound, CustomerIsErased, CustomerIsMerged],
    },
    handler: async (request, reply) => {
      const { customerId } = request.params
      const reader = { db, actor: request.caller, now: clock(), address: '' }
      const told = await tellPersonalData(reader, customerId.toLowerCase())
      request.shown = [customerId.toLowerCase()]
      return reply
        .type('application/json; charset=utf-8')
        .send(Readable.from(told, { objectMode: false }) as never)
    },
  })

  app.route({
    method: 'POST',
    url: '/customers/:customerId/erasure',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'eraseCustomer',
      summary: 'Erase what is personal of a customer',
      description:
        'Takes off the record what they are known by and what was said, written and noted about them; of whoever was merged into them too. Cases, promises and money stay with their figures, and the history stays whole. It is for good. While something is promised to them it is refused.',
      tags: ['Customers'],
      params: CustomerParams,
      response: { 200: Customer },
      problems: [NotFound, CustomerIsErased, CustomerIsMerged, PromiseIsOpen, VersionMismatch],
    },
    handler: (request, reply) => work(request, reply, (w) => eraseCustomer(w, request.params.customerId)),
  })
}
