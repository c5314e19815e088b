import type { Reader } from '../../db/work.ts'
import { expanded } from '../../http/answers/expanded.ts'
import { one } from '../../http/answers/one.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CaseParams } from '../cases/contract.ts'
import { CustomerNotTold, OnlyTheOwner, ReferenceMisread } from '../cases/problems.ts'
import { attemptCallback } from './attempt-callback.ts'
import { Attempt, Callback, CallbackParams, NewAttempt, Reschedule } from './contract.ts'
import { expandCallbacks } from './expand-callbacks.ts'
import {
  CallbackPage,
  ExpandedCallbackQuery,
  ExpandedCallbackWithAttempts,
  ExpandQuery,
} from './expanded-contract.ts'
import { listSlots } from './list-slots.ts'
import { CallbackIsClosed, windowProblems } from './problems.ts'
import { listCallbacks, showCallback } from './queries.ts'
import { rescheduleCallback } from './reschedule-callback.ts'
import { CallbackSlots, SlotQuery } from './slot-contract.ts'

export function callbackRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/callbacks',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listCallbacks',
      summary: 'List callbacks',
      description: 'Promises in the order in which their windows end, unless `order` says otherwise.',
      tags: ['Callbacks'],
      querystring: ExpandedCallbackQuery,
      response: { 200: CallbackPage },
      problems: [ReferenceMisread],
    },
    handler: (request, reply) => {
      const { expand, ...query } = request.query
      const list = async (r: Reader) => {
        const { data, nextCursor } = await listCallbacks(r, query)
        return { data: await expandCallbacks(r, data, expand), nextCursor }
      }
      return read(request, reply, list, { ...expanded(expand), headers: nextLink(request.url) })
    },
  })

  app.route({
    method: 'GET',
    url: '/callbacks/:callbackId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getCallback',
      summary: 'Get a callback',
      description: 'One promise, with every try at keeping it.',
      tags: ['Callbacks'],
      params: CallbackParams,
      querystring: ExpandQuery,
      response: { 200: ExpandedCallbackWithAttempts },
      problems: [NotFound],
    },
    handler: (request, reply) => {
      const { expand } = request.query
      const show = async (r: Reader) =>
        one(await expandCallbacks(r, [await showCallback(r, request.params.callbackId)], expand))
      return read(request, reply, show, { agesByItself: ({ overdue }) => overdue, ...expanded(expand) })
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/callback-slots',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listCallbackSlots',
      summary: 'List the windows that can be promised',
      description:
        'One window for each clock hour in which the owner may promise another callback: in the hours of the team, the owner and the customer, up to the horizon of the agreement. All on one page.',
      tags: ['Callbacks'],
      params: CaseParams,
      querystring: SlotQuery,
      response: { 200: CallbackSlots },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listSlots(r, request.params.caseId, request.query)),
  })

  app.route({
    method: 'POST',
    url: '/callbacks/:callbackId/attempts',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'attemptCallback',
      summary: 'Record a try at keeping a callback',
      description:
        'Reached: the callback is kept, and `then` says what follows. Not reached: it stays open, and its next try is planned.',
      tags: ['Callbacks'],
      params: CallbackParams,
      body: NewAttempt,
      response: { 201: Attempt },
      problems: [
        NotFound,
        OnlyTheOwner,
        CallbackIsClosed,
        CustomerNotTold,
        ...windowProblems,
        Unprocessable,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => attemptCallback(w, request.params.callbackId, request.body), {
        status: 201,
      }),
  })

  app.route({
    method: 'POST',
    url: '/callbacks/:callbackId/reschedule',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'rescheduleCallback',
      summary: 'Replace a callback by another',
      description:
        'A new promise takes its place at that moment; the customer was told, and the reason is recorded. Answers with the new one.',
      tags: ['Callbacks'],
      params: CallbackParams,
      body: Reschedule,
      response: { 201: Callback },
      problems: [
        NotFound,
        OnlyTheOwner,
        CallbackIsClosed,
        CustomerNotTold,
        ...windowProblems,
        Unprocessable,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => rescheduleCallback(w, request.params.callbackId, request.body), {
        status: 201,
        location: ({ id }) => `/v1/callbacks/${id}`,
      }),
  })
}
