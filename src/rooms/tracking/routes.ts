import { hash } from 'node:crypto'
import type { App } from '../../http/app-type.ts'
import { asCustomer } from '../../http/as-customer.ts'
import type { Door } from '../../http/door.ts'
import { Forbidden, NotFound, RateLimited, Unprocessable } from '../../lib/problems.ts'
import { CallbackIsClosed, windowProblems } from '../callbacks/problems.ts'
import { CustomerIsErased } from '../customers/problems.ts'
import { chooseLanguage } from '../languages/choose-language.ts'
import { sign } from '../signing/sign.ts'
import { TokenParams } from '../surveys/contract.ts'
import type { Pages } from '../surveys/routes.ts'
import { changeTracked } from './change-tracked.ts'
import { PromiseCalendar, Statement, Tracking, TrackingChange } from './contract.ts'
import { promiseCalendar } from './promise-calendar.ts'
import { findTracked, toPromised } from './queries.ts'
import { showTracking } from './show-tracking.ts'

/** How a calendar is asked for that is to be kept as a file. */
const asFile = { 'content-disposition': 'attachment; filename="promise.ics"' }

export function trackingRoutes(app: App, { work, read }: Door, { links, limits }: Pages): void {
  app.route({
    method: 'GET',
    url: '/tracking/:token',
    config: { access: 'token' },
    preHandler: asCustomer(limits),
    schema: {
      operationId: 'getTracking',
      summary: 'Get a promise, as its customer',
      description:
        'Who owns the question and when they come back; afterwards whether the promise was kept, or broken and how late.',
      tags: ['Satisfaction'],
      params: TokenParams,
      response: { 200: Tracking },
      problems: [NotFound, RateLimited],
    },
    handler: (request, reply) => read(request, reply, (r) => showTracking(r, links, request.params.token)),
  })

  app.route({
    method: 'POST',
    url: '/tracking/:token/callback',
    config: { access: 'token', customersWord: true },
    preHandler: asCustomer(limits),
    schema: {
      operationId: 'changeTracking',
      summary: 'Say something about a promise, as its customer',
      description:
        'Another of the free places, which takes the place of the promise at once, since the customer knows of it; that it isn’t needed any more; or thanks. Each is a contact in which the customer wrote to us. The owner hears of it, and ends the case.',
      tags: ['Satisfaction'],
      params: TokenParams,
      body: TrackingChange,
      response: { 200: Tracking },
      problems: [
        Forbidden,
        NotFound,
        CallbackIsClosed,
        ...windowProblems,
        CustomerIsErased,
        Unprocessable,
        RateLimited,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeTracked(w, links, request.params.token, request.body)),
  })

  app.route({
    method: 'GET',
    url: '/tracking/:token/statement',
    config: { access: 'token' },
    preHandler: asCustomer(limits),
    schema: {
      operationId: 'getStatement',
      summary: 'Get a promise, signed',
      description:
        'The same as a compact JWS (ES256), which the customer keeps and anybody verifies by `/.well-known/jwks.json`.',
      tags: ['Satisfaction'],
      params: TokenParams,
      response: { 200: Statement },
      problems: [NotFound, RateLimited],
    },
    handler: (request, reply) =>
      read(request, reply, async ({ db, now }) => {
        const tracking = toPromised(await findTracked(db, links, request.params.token, now), now)
        const { statement } = await sign(db, now, 'promise+json', {
          ...tracking,
          iat: Math.floor(now.epochMilliseconds / 1000),
        })
        return { statement }
      }),
  })

  app.route({
    method: 'GET',
    url: '/tracking/:token/promise.ics',
    config: { access: 'token' },
    preHandler: asCustomer(limits),
    schema: {
      operationId: 'getPromiseCalendar',
      summary: 'Get a promise for a calendar',
      description:
        'The latest promise as an iCalendar (RFC 5545), in the customer’s language: what was moved takes the place of what was there.',
      tags: ['Satisfaction'],
      params: TokenParams,
      response: { 200: { content: { 'text/calendar': { schema: PromiseCalendar } } } },
      problems: [NotFound, RateLimited],
    },
    handler: (request, reply) =>
      read(
        request,
        reply,
        async ({ db, now }) => {
          const tracked = await findTracked(db, links, request.params.token, now)
          return promiseCalendar(
            tracked,
            chooseLanguage(tracked.language, request.headers['accept-language']),
          )
        },
        {
          text: (calendar) => calendar,
          headers: (calendar) => ({
            'content-type': 'text/calendar; charset=utf-8',
            etag: `"${hash('sha256', calendar, 'base64url').slice(0, 22)}"`,
            ...asFile,
          }),
        },
      ) as Promise<never>,
  })
}
