import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { AlreadyExists, Forbidden, NotFound, Unprocessable } from '../../lib/problems.ts'
import { TimelinePage, TimelineQuery } from '../events/contract.ts'
import { customerTimeline } from '../events/timelines.ts'
import { changeCustomer } from './change-customer.ts'
import { CustomerChange, CustomerParams, NewCustomer } from './contract.ts'
import { createCustomer } from './create-customer.ts'
import { CustomerQuery } from './list-contract.ts'
import { listCustomers } from './list-customers.ts'
import { CustomerIsErased, CustomerIsMerged, OrganisationNotReady } from './problems.ts'
import { showCustomer } from './show-customers.ts'
import { CustomerPage, ShownCustomer, ToldCustomer, taggedAsShown, toldOfCustomer } from './shown-contract.ts'

export function customerRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/customers',
    config: { access: { system: 'customers:read', employee: 'member' } },
    schema: {
      operationId: 'listCustomers',
      summary: 'List customers',
      description:
        'Customers, the newest first: a member reads those of their own team. Searched for by `q`, `phone`, `email`, `id` or a reference alone, those of other teams are found too, each as a summary, and no more than a page of all.',
      tags: ['Customers'],
      querystring: CustomerQuery,
      response: { 200: CustomerPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listCustomers(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/customers',
    config: { access: { system: 'customers:write', employee: 'member' } },
    schema: {
      operationId: 'createCustomer',
      summary: 'Make a customer',
      description:
        'A customer has exactly one team: the one given, else the oldest that serves the segment, else the default team.',
      tags: ['Customers'],
      body: NewCustomer,
      response: { 201: ToldCustomer },
      problems: [AlreadyExists, OrganisationNotReady, Unprocessable],
    },
    handler: (request, reply) =>
      work(
        request,
        reply,
        async (w) => toldOfCustomer(w.actor, request.body, await createCustomer(w, request.body)),
        {
          status: 201,
          location: ({ id }) => `/v1/customers/${id}`,
        },
      ),
  })

  app.route({
    method: 'GET',
    url: '/customers/:customerId',
    config: { access: { system: 'customers:read', employee: 'member' } },
    schema: {
      operationId: 'getCustomer',
      summary: 'Get a customer',
      description:
        'One customer by their id. Of one who stood in the books twice, `mergedInto` says who stands for them now. A member hears of a customer of another team their name, whose their open cases are and what is promised; all of it while their team has an open case of theirs, or they are consulted on one.',
      tags: ['Customers'],
      params: CustomerParams,
      response: { 200: ShownCustomer },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showCustomer(r, request.params.customerId), taggedAsShown),
  })

  app.route({
    method: 'PATCH',
    url: '/customers/:customerId',
    config: { access: { system: 'customers:write', employee: 'member' } },
    schema: {
      operationId: 'changeCustomer',
      summary: 'Change a customer',
      description:
        'Changes what is given; null clears. Another segment leaves the team as it is; `teamId: null` chooses it again. Open cases stay with their owners. For members of the customer’s team, or of one that has an open case of theirs; coaches and admins too.',
      tags: ['Customers'],
      params: CustomerParams,
      body: CustomerChange,
      response: { 200: ToldCustomer },
      problems: [
        NotFound,
        Forbidden,
        CustomerIsErased,
        CustomerIsMerged,
        AlreadyExists,
        OrganisationNotReady,
        Unprocessable,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, async (w) =>
        toldOfCustomer(
          w.actor,
          request.body,
          await changeCustomer(w, request.params.customerId, request.body),
        ),
      ),
  })

  app.route({
    method: 'GET',
    url: '/customers/:customerId/timeline',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getCustomerTimeline',
      summary: 'Read the story of a customer',
      description:
        'All that happened with a customer, in every case that is theirs, and with whoever was merged into them; the latest first. Not for who sees a summary of the customer alone.',
      tags: ['Customers'],
      params: CustomerParams,
      querystring: TimelineQuery,
      response: { 200: TimelinePage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => customerTimeline(r, request.params.customerId, request.query), {
        headers: nextLink(request.url),
      }),
  })
}
