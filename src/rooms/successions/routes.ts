import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { Forbidden, NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CaseParams } from '../cases/contract.ts'
import { CaseIsResolved, ReferenceMisread } from '../cases/problems.ts'
import { confirmSuccession } from './confirm-succession.ts'
import {
  Confirmation,
  NewSuccession,
  Succession,
  SuccessionPage,
  SuccessionParams,
  SuccessionQuery,
} from './contract.ts'
import { SuccessionIsComplete, SuccessionNotJustified } from './problems.ts'
import { listSuccessions, showSuccession } from './queries.ts'
import { requestSuccession } from './request-succession.ts'

export function successionRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/successions',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listSuccessions',
      summary: 'List successions',
      description:
        'Each time a case got another owner, or waits for one, the latest first; of the cases that you see.',
      tags: ['Successions'],
      querystring: SuccessionQuery,
      response: { 200: SuccessionPage },
      problems: [ReferenceMisread],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listSuccessions(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'GET',
    url: '/successions/:successionId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getSuccession',
      summary: 'Get a succession',
      description: 'One succession, with its cause and its evidence.',
      tags: ['Successions'],
      params: SuccessionParams,
      response: { 200: Succession },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showSuccession(r, request.params.successionId)),
  })

  app.route({
    method: 'POST',
    url: '/cases/:caseId/successions',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'requestSuccession',
      summary: 'Name a fact for which a case gets another owner',
      description:
        'The customer asked for somebody else, in a contact with another employee than the owner: that employee, a coach or an admin says so, and the case passes on at once. Or there is a threat or a conflict of interest: the owner or a coach reports it, and the case passes on when a second person confirms. The promise to the customer stays as it is.',
      tags: ['Successions'],
      params: CaseParams,
      body: NewSuccession,
      response: { 201: Succession },
      problems: [NotFound, Forbidden, CaseIsResolved, VersionMismatch, SuccessionNotJustified, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => requestSuccession(w, request.params.caseId, request.body), {
        status: 201,
        location: ({ id }) => `/v1/successions/${id}`,
      }),
  })

  app.route({
    method: 'POST',
    url: '/successions/:successionId/confirm',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'confirmSuccession',
      summary: 'Confirm a succession for safety',
      description:
        'A second person, neither the owner nor who reported it, confirms the danger; the case passes on at once. A coach or an admin does; where there is no other, a teammate of the owner.',
      tags: ['Successions'],
      params: SuccessionParams,
      body: Confirmation,
      response: { 200: Succession },
      problems: [
        NotFound,
        Forbidden,
        CaseIsResolved,
        SuccessionIsComplete,
        VersionMismatch,
        SuccessionNotJustified,
        Unprocessable,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => confirmSuccession(w, request.params.successionId, request.body)),
  })
}
