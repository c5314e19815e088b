import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { Forbidden, NotFound, Unprocessable, ValidationFailed, VersionMismatch } from '../../lib/problems.ts'
import { AnotherCurrency } from '../gestures/problems.ts'
import { announceOutreach } from './announce-outreach.ts'
import { changeOutreach } from './change-outreach.ts'
import { Outreach, OutreachPage, OutreachParams, OutreachQuery } from './contract.ts'
import { NoValueToCustomer, OutreachState } from './problems.ts'
import { listOutreaches, showOutreach } from './queries.ts'
import { NewOutreach, OutreachChange } from './write-contract.ts'

const tags = ['Outreaches']
const agesByItself = ({ state }: Outreach) => state === 'running'

export function outreachRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/outreaches',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listOutreaches',
      summary: 'List outreaches',
      description: 'Customers who are contacted before they ask, the latest first.',
      tags,
      querystring: OutreachQuery,
      response: { 200: OutreachPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listOutreaches(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/outreaches',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'createOutreach',
      summary: 'Draft an outreach',
      description:
        'By any employee, with the customers in a list or by a filter; a file of them goes to `/customers` of the draft. Nothing happens before it is started.',
      tags,
      body: NewOutreach,
      response: { 201: Outreach },
      problems: [ValidationFailed, NoValueToCustomer, AnotherCurrency, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => announceOutreach(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/outreaches/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/outreaches/:outreachId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getOutreach',
      summary: 'Get an outreach',
      description: 'And how far it is.',
      tags,
      params: OutreachParams,
      response: { 200: Outreach },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showOutreach(r, request.params.outreachId), { agesByItself }),
  })

  app.route({
    method: 'PATCH',
    url: '/outreaches/:outreachId',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'changeOutreach',
      summary: 'Change a draft of an outreach',
      description: 'By whoever made it, a coach or an admin. What was decided for its customers stays.',
      tags,
      params: OutreachParams,
      body: OutreachChange,
      response: { 200: Outreach },
      problems: [
        ValidationFailed,
        NotFound,
        Forbidden,
        OutreachState,
        NoValueToCustomer,
        AnotherCurrency,
        Unprocessable,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeOutreach(w, request.params.outreachId, request.body)),
  })
}
