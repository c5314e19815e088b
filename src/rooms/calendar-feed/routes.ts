import { z } from 'zod'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound } from '../../lib/problems.ts'
import { EmployeeParams } from '../employees/contract.ts'
import { CalendarFeed, CalendarFeedQuery, MadeCalendarFeed } from './contract.ts'
import { makeCalendarFeed } from './make-calendar-feed.ts'
import { revokeCalendarFeed } from './revoke-calendar-feed.ts'
import { showCalendarFeed } from './show-calendar-feed.ts'

/** `base` is where the service is found, or nothing if that is not configured. */
export function calendarFeedRoutes(app: App, { work, read }: Door, base: string): void {
  app.route({
    method: 'POST',
    url: '/employees/:employeeId/calendar-feed',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'makeCalendarFeed',
      summary: 'Make an employee’s calendar feed',
      description:
        'Answers with an address to which a calendar program can subscribe. It is shown once, and the address before stops working. Employees make their own, admins anybody’s.',
      tags: ['Employees'],
      params: EmployeeParams,
      response: { 201: MadeCalendarFeed },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => makeCalendarFeed(w, request.params.employeeId, base), {
        status: 201,
        secret: true,
      }),
  })

  app.route({
    method: 'DELETE',
    url: '/employees/:employeeId/calendar-feed',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'revokeCalendarFeed',
      summary: 'Revoke an employee’s calendar feed',
      description: 'Its address stops working. Employees revoke their own, admins anybody’s.',
      tags: ['Employees'],
      params: EmployeeParams,
      response: { 204: z.void() },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => revokeCalendarFeed(w, request.params.employeeId), { status: 204 }),
  })

  app.route({
    method: 'GET',
    url: '/employees/:employeeId/callbacks.ics',
    config: { access: 'token' },
    schema: {
      operationId: 'getCalendarFeed',
      summary: 'Get an employee’s callbacks as a calendar',
      description:
        'What they have promised, and as cancelled what has ended whose window was in the past 30 days; no customer’s name, number or question, for calendars are copied to telephones and to other companies.',
      tags: ['Employees'],
      params: EmployeeParams,
      querystring: CalendarFeedQuery,
      response: { 200: { content: { 'text/calendar': { schema: CalendarFeed } } } },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showCalendarFeed(r, request.params.employeeId, request.query.token), {
        text: ({ text }) => text,
        headers: ({ tag }) => ({
          'content-type': 'text/calendar; charset=utf-8',
          'cache-control': 'private, no-cache',
          etag: tag,
        }),
        // Of what was found, the text alone goes over the wire.
      }) as Promise<never>,
  })
}
