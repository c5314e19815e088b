import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound } from '../../lib/problems.ts'
import { TeamParams } from '../teams/contract.ts'
import { Board } from './contract.ts'
import { showBoard } from './show-board.ts'

export function boardRoutes(app: App, { read }: Door): void {
  app.route({
    method: 'GET',
    url: '/teams/:teamId/board',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getBoard',
      summary: 'Get what needs the attention of a team',
      description:
        'The promises that are overdue or due soon, and the cases about which customers contacted us again. Members see the board of their own team, coaches and admins each one.',
      tags: ['Teams'],
      params: TeamParams,
      response: { 200: Board },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showBoard(r, request.params.teamId)),
  })
}
