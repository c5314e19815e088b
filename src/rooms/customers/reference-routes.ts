import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { AlreadyExists, Forbidden, NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { PutCustomer, ReferenceParams } from './contract.ts'
import { OrganisationNotReady } from './problems.ts'
import { putCustomer } from './put-customer.ts'
import { showCustomerByReference } from './show-customers.ts'
import { ShownCustomer, ToldCustomer, taggedAsShown, toldOfCustomer } from './shown-contract.ts'

/** Customers by the names that other systems have for them. */
export function customerReferenceRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/customers/by-reference/:system/:externalId',
    config: { access: { system: 'customers:read', employee: 'member' } },
    schema: {
      operationId: 'getCustomerByReference',
      summary: 'Get a customer by reference',
      description: 'The customer whom another system calls so; a customer of another team as a summary.',
      tags: ['Customers'],
      params: ReferenceParams,
      response: { 200: ShownCustomer },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showCustomerByReference(r, request.params), taggedAsShown),
  })

  app.route({
    method: 'PUT',
    url: '/customers/by-reference/:system/:externalId',
    config: { access: { system: 'customers:write', employee: 'member' } },
    schema: {
      operationId: 'putCustomerByReference',
      summary: 'Make or change a customer by reference',
      description:
        'Makes the customer whom another system calls so (201), or changes the one whom it calls so already (200). Send what that system knows as often as it likes: what is the same changes nothing.',
      tags: ['Customers'],
      params: ReferenceParams,
      body: PutCustomer,
      response: { 200: ToldCustomer, 201: ToldCustomer },
      problems: [Forbidden, AlreadyExists, OrganisationNotReady, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) => {
      let made = false
      const put = async (w: Parameters<typeof putCustomer>[0]) => {
        const outcome = await putCustomer(w, request.params, request.body)
        made = outcome.made
        return toldOfCustomer(w.actor, request.body, outcome.customer)
      }
      return work(request, reply, put, {
        status: () => (made ? 201 : 200),
        headers: ({ id }) => (made ? { location: `/v1/customers/${id}` } : {}),
      })
    },
  })
}
