import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { changeTeam } from './change-team.ts'
import { NewTeam, Team, TeamChange, TeamPage, TeamParams, TeamQuery } from './contract.ts'
import { createTeam } from './create-team.ts'
import { listTeams, showTeam } from './queries.ts'

export function teamRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/teams',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'listTeams',
      summary: 'List teams',
      description: 'Teams in the order in which they were made, with their working agreements.',
      tags: ['Teams'],
      querystring: TeamQuery,
      response: { 200: TeamPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listTeams(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/teams',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'createTeam',
      summary: 'Make a team',
      description: 'A team needs a name. The first one becomes the default team of the organisation.',
      tags: ['Teams'],
      body: NewTeam,
      response: { 201: Team },
      problems: [Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => createTeam(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/teams/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/teams/:teamId',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'getTeam',
      summary: 'Get a team',
      description: 'One team by its id, with its working agreements.',
      tags: ['Teams'],
      params: TeamParams,
      response: { 200: Team },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showTeam(r, request.params.teamId)),
  })

  app.route({
    method: 'PATCH',
    url: '/teams/:teamId',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'changeTeam',
      summary: 'Change a team',
      description: 'Changes its name, its segments or its agreements; of the agreements only what is given.',
      tags: ['Teams'],
      params: TeamParams,
      body: TeamChange,
      response: { 200: Team },
      problems: [NotFound, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeTeam(w, request.params.teamId, request.body)),
  })
}
