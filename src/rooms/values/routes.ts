import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { VersionMismatch } from '../../lib/problems.ts'
import { PutValues, Values } from './contract.ts'
import { putValues } from './put-values.ts'
import { showValues } from './queries.ts'

export function valueRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/values',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'getValues',
      summary: 'Get the values',
      description: 'What the organisation stands for, in its own words; gestures name the codes.',
      tags: ['Empowerment'],
      response: { 200: Values },
    },
    handler: (request, reply) => read(request, reply, showValues),
  })

  app.route({
    method: 'PUT',
    url: '/values',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'putValues',
      summary: 'Put the values',
      description:
        'Puts the whole list. With `If-Match` it replaces the list that you have seen and no other.',
      tags: ['Empowerment'],
      body: PutValues,
      response: { 200: Values },
      problems: [VersionMismatch],
    },
    handler: (request, reply) => work(request, reply, (w) => putValues(w, request.body)),
  })
}
