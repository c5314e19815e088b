import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { Agreements, AgreementsChange } from './agreement-contract.ts'
import { changeAgreements } from './change-agreements.ts'
import { TeamParams } from './contract.ts'
import { showAgreements } from './queries.ts'

export function agreementRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/teams/:teamId/agreements',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'getAgreements',
      summary: 'Get a team’s working agreements',
      description: 'When the team is there, what it promises and how often it tries.',
      tags: ['Teams'],
      params: TeamParams,
      response: { 200: Agreements },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showAgreements(r, request.params.teamId)),
  })

  app.route({
    method: 'PATCH',
    url: '/teams/:teamId/agreements',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'changeAgreements',
      summary: 'Change a team’s working agreements',
      description:
        'Any member of the team may, and coaches and admins. Promises that were made stay as they were made.',
      tags: ['Teams'],
      params: TeamParams,
      body: AgreementsChange,
      response: { 200: Agreements },
      problems: [NotFound, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeAgreements(w, request.params.teamId, request.body)),
  })
}
