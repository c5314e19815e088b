import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound } from '../../lib/problems.ts'
import { Day } from './contract.ts'
import { Me } from './me-contract.ts'
import { showDay } from './show-day.ts'
import { showMe } from './show-me.ts'

export function meRoutes(app: App, { read }: Door): void {
  app.route({
    method: 'GET',
    url: '/me',
    config: { access: { system: 'any', employee: 'member' } },
    schema: {
      operationId: 'getMe',
      summary: 'Get who you are',
      description: 'The employee who calls, or the system that calls for itself with what it may do.',
      tags: ['Employees'],
      response: { 200: Me },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showMe(r)),
  })

  app.route({
    method: 'GET',
    url: '/me/day',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'getDay',
      summary: 'Get what you have to do today',
      description:
        'Your open callbacks that are overdue, or due before the day is over, and those of the owners for whom you stand in now, in the order of their windows; and what colleagues ask of you.',
      tags: ['Employees'],
      response: { 200: Day },
    },
    handler: (request, reply) => read(request, reply, showDay),
  })
}
