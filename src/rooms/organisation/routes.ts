import { showOrganisation } from '../../facts/organisation.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { AnotherCurrency } from '../gestures/problems.ts'
import { changeOrganisation } from './change-organisation.ts'
import { Organisation, OrganisationChange } from './contract.ts'
import { LastMemberOfDefaultTeam } from './problems.ts'

export function organisationRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/organisation',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'getOrganisation',
      summary: 'Get the organisation',
      description: 'Where the organisation is, its default team, and how far owners may go.',
      tags: ['Organisation'],
      response: { 200: Organisation },
    },
    handler: (request, reply) => read(request, reply, showOrganisation),
  })

  app.route({
    method: 'PATCH',
    url: '/organisation',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'changeOrganisation',
      summary: 'Change the organisation',
      description:
        'Money is given in the currency of the organisation. Another currency needs both ceilings anew, and ends the own ceilings of teams; a lower ceiling brings those of teams down with it. Once money was given or a budget was made, the currency stays (`another-currency`).',
      tags: ['Organisation'],
      body: OrganisationChange,
      response: { 200: Organisation },
      problems: [Unprocessable, LastMemberOfDefaultTeam, AnotherCurrency],
    },
    handler: (request, reply) => work(request, reply, (w) => changeOrganisation(w, request.body)),
  })
}
