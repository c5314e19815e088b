import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { Case, CaseParams } from '../cases/contract.ts'
import { OnlyTheOwner } from '../cases/problems.ts'
import { CustomerIsErased, CustomerIsMerged } from '../customers/problems.ts'
import { CustomerCorrection } from './contract.ts'
import { correctCustomer } from './correct-customer.ts'

export function correctionRoutes(app: App, { work }: Door): void {
  app.route({
    method: 'POST',
    url: '/cases/:caseId/customer-correction',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'correctCustomer',
      summary: 'Give a case the right customer',
      description:
        'The case stands in the name of the wrong customer; its owner puts that right, open or resolved. Owner, team, window and history stay. A promise to the wrong customer’s own number or address goes to the right one’s.',
      tags: ['Cases'],
      params: CaseParams,
      body: CustomerCorrection,
      response: { 200: Case },
      problems: [NotFound, OnlyTheOwner, CustomerIsErased, CustomerIsMerged, VersionMismatch, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => correctCustomer(w, request.params.caseId, request.body)),
  })
}
