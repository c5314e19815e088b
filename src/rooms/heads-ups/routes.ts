import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { Forbidden, NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { acknowledgeHeadsUp } from './acknowledge-heads-up.ts'
import { announceHeadsUp } from './announce-heads-up.ts'
import { changeHeadsUp } from './change-heads-up.ts'
import { HeadsUp, HeadsUpPage, HeadsUpParams, HeadsUpQuery } from './contract.ts'
import { ShownHeadsUp } from './impact-contract.ts'
import { TeamsNotBriefed } from './problems.ts'
import { listHeadsUps, showHeadsUp } from './queries.ts'
import { releaseHeadsUp } from './release-heads-up.ts'
import { HeadsUpChange, NewHeadsUp, ReleaseHeadsUp } from './write-contract.ts'

export function headsUpRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/heads-ups',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listHeadsUps',
      summary: 'List heads-ups',
      description: 'What will make customers call, or does, the latest first.',
      tags: ['Heads-ups'],
      querystring: HeadsUpQuery,
      response: { 200: HeadsUpPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listHeadsUps(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/heads-ups',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'createHeadsUp',
      summary: 'Announce something that will make customers call',
      description:
        'By any employee. Cases on its topic that are opened in its period are linked to it. It says how many customers will ring, by what earlier ones of its kind have taught.',
      tags: ['Heads-ups'],
      body: NewHeadsUp,
      response: { 201: HeadsUp },
      problems: [Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => announceHeadsUp(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/heads-ups/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/heads-ups/:headsUpId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getHeadsUp',
      summary: 'Get a heads-up with what it brought',
      description: 'Hour by hour, beside what is usual for that hour of the week.',
      tags: ['Heads-ups'],
      params: HeadsUpParams,
      response: { 200: ShownHeadsUp },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showHeadsUp(r, request.params.headsUpId), { agesByItself: () => true }),
  })

  app.route({
    method: 'PATCH',
    url: '/heads-ups/:headsUpId',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'changeHeadsUp',
      summary: 'Change a heads-up',
      description: 'By whoever announced it, a coach or an admin. Its kind, topic and teams stay.',
      tags: ['Heads-ups'],
      params: HeadsUpParams,
      body: HeadsUpChange,
      response: { 200: HeadsUp },
      problems: [NotFound, Forbidden, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeHeadsUp(w, request.params.headsUpId, request.body)),
  })

  app.route({
    method: 'POST',
    url: '/heads-ups/:headsUpId/acknowledge',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'acknowledgeHeadsUp',
      summary: 'Say that your team knows',
      description: 'By a member of a team that it concerns, for that team. Again it changes nothing.',
      tags: ['Heads-ups'],
      params: HeadsUpParams,
      response: { 200: HeadsUp },
      problems: [NotFound, Forbidden, VersionMismatch],
    },
    handler: (request, reply) => work(request, reply, (w) => acknowledgeHeadsUp(w, request.params.headsUpId)),
  })

  app.route({
    method: 'POST',
    url: '/heads-ups/:headsUpId/release',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'releaseHeadsUp',
      summary: 'Let what it is about go out',
      description:
        'Once every team concerned has acknowledged it; or before, by name and with a reason, which is reported. By whoever announced it, a coach or an admin. Again it changes nothing.',
      tags: ['Heads-ups'],
      params: HeadsUpParams,
      body: ReleaseHeadsUp,
      response: { 200: HeadsUp },
      problems: [NotFound, Forbidden, TeamsNotBriefed, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => releaseHeadsUp(w, request.params.headsUpId, request.body)),
  })
}
