import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { Outreach, OutreachParams } from './contract.ts'
import { haltOutreach } from './halt-outreach.ts'
import { OutreachOverBudget, OutreachState } from './problems.ts'
import { startOutreach } from './start-outreach.ts'

const tags = ['Outreaches']
const runs = { access: { system: 'admin', employee: 'coach' } } as const

export function outreachRunRoutes(app: App, { work }: Door): void {
  app.route({
    method: 'POST',
    url: '/outreaches/:outreachId/start',
    config: runs,
    schema: {
      operationId: 'startOutreach',
      summary: 'Start an outreach, or go on with it',
      description:
        'By a coach or an admin. Each customer who is to be informed gets a case with an owner who knows them, and a callback in a free place of at most half of a day; by night, in a week in which something else disturbs them, and against their wish nobody is called. It goes on in the background. Again it changes nothing.',
      tags,
      params: OutreachParams,
      response: { 200: Outreach },
      problems: [NotFound, OutreachState, OutreachOverBudget, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) => work(request, reply, (w) => startOutreach(w, request.params.outreachId)),
  })

  app.route({
    method: 'POST',
    url: '/outreaches/:outreachId/pause',
    config: runs,
    schema: {
      operationId: 'pauseOutreach',
      summary: 'Pause an outreach',
      description:
        'When it is answered no case is being opened any more; what was promised stays. Start it again to go on.',
      tags,
      params: OutreachParams,
      response: { 200: Outreach },
      problems: [NotFound, OutreachState, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => haltOutreach(w, request.params.outreachId, 'paused')),
  })

  app.route({
    method: 'POST',
    url: '/outreaches/:outreachId/stop',
    config: runs,
    schema: {
      operationId: 'stopOutreach',
      summary: 'Stop an outreach for good',
      description: 'Whoever still waits stays as they are; what was promised stays promised.',
      tags,
      params: OutreachParams,
      response: { 200: Outreach },
      problems: [NotFound, OutreachState, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => haltOutreach(w, request.params.outreachId, 'stopped')),
  })
}
