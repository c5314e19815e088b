import type { App } from '../http/app-type.ts'
import type { Door } from '../http/door.ts'
import { NotFound } from '../lib/problems.ts'
import { Me } from './me-contract.ts'
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
}
