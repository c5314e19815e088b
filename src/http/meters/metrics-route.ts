import { hash } from 'node:crypto'
import { z } from 'zod'
import { isUnavailable } from '../../db/errors.ts'
import type { App } from '../app-type.ts'
import type { Callers } from '../caller.ts'
import type { Meters } from './meters.ts'

const Metrics = z.string().meta({
  id: 'Metrics',
  description: 'Figures of this instance and of the database, in the text format of Prometheus.',
  examples: [
    '# HELP eigenaar_promises_overdue …\n# TYPE eigenaar_promises_overdue gauge\neigenaar_promises_overdue 3\n',
  ],
})

/** The figures on the service's own port, for who may read reports. */
export function metricsRoute(app: App, meters: Meters): void {
  app.route({
    method: 'GET',
    url: '/metrics',
    config: { access: { system: 'reports:read', employee: 'coach', impersonal: true } },
    schema: {
      operationId: 'getMetrics',
      summary: 'Get figures for Prometheus',
      description:
        'How many promises are open, due and overdue, how long what is to be sent has waited, and how this instance does. Nothing in it is about a person. With `METRICS_PORT` it is told on a port of its own instead, without a key.',
      tags: ['Service'],
      response: { 200: { content: { 'text/plain': { schema: Metrics } } } },
    },
    handler: async (_request, reply) => {
      const text = await meters.tell()
      return reply.header('content-type', meters.contentType).send(text as never)
    },
  })
}

/** Milliseconds for which the last key that was good is remembered. */
const longest = 3_600_000

/**
 * The same callers, who are still known when the database is away and cannot say: then the figures matter most, and
 * nobody can revoke a key. One key is remembered, that of whoever scrapes.
 */
export function stillKnown(callers: Callers): Callers {
  let last: { digest: string; key: Awaited<ReturnType<Callers['key']>>; at: number } | undefined
  return {
    employee: (id, now) => callers.employee(id, now),
    employeeBySubject: (subject, now) => callers.employeeBySubject(subject, now),
    async key(secret, now) {
      const digest = hash('sha256', secret, 'hex')
      try {
        const key = await callers.key(secret, now)
        last = { digest, key, at: now }
        return key
      } catch (error) {
        if (last?.digest === digest && now - last.at < longest && isUnavailable(error)) return last.key
        throw error
      }
    },
  }
}
