import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { Effect } from './contract.ts'
import { showEffect } from './show-effect.ts'

export function effectRoutes(app: App, { read }: Door): void {
  app.route({
    method: 'GET',
    url: '/me/effect',
    config: { access: { system: null, employee: 'member', impersonal: true } },
    schema: {
      operationId: 'getEffect',
      summary: 'Get what your work did for customers',
      description:
        'Promises kept, what you gave, rules that changed after you had bent them, and ideas that were adopted, of the past year. There is no address at which anybody reads another’s.',
      tags: ['Employees'],
      response: { 200: Effect },
    },
    handler: (request, reply) => read(request, reply, showEffect),
  })
}
