import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CaseParams } from '../cases/contract.ts'
import { OnlyTheOwner } from '../cases/problems.ts'
import { CustomerIsErased } from '../customers/problems.ts'
import {
  CaseGestureQuery,
  Gesture,
  GesturePage,
  GestureParams,
  GestureQuery,
  NewGesture,
} from './contract.ts'
import { grantGesture } from './grant-gesture.ts'
import { AnotherCurrency, BudgetExhausted, GestureOverCeiling } from './problems.ts'
import { listGestures, listGesturesOfCase, showGesture } from './queries.ts'

const readers = { system: ['cases:read', 'gestures:fulfil'], employee: 'member' } as const

export function gestureRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'POST',
    url: '/cases/:caseId/gestures',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'grantGesture',
      summary: 'Give the customer of a case something',
      description:
        'The owner decides alone, and it is granted at once, within the ceiling of the case and every budget that pays: those of the team, and those of whoever grants it. Above that an owner asks: `POST /v1/cases/{id}/asks`. A resolved case takes gestures too.',
      tags: ['Empowerment'],
      params: CaseParams,
      body: NewGesture,
      response: { 201: Gesture },
      problems: [
        NotFound,
        CustomerIsErased,
        OnlyTheOwner,
        AnotherCurrency,
        GestureOverCeiling,
        BudgetExhausted,
        Unprocessable,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => grantGesture(w, request.params.caseId, request.body), {
        status: 201,
        location: ({ id }) => `/v1/gestures/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/gestures',
    config: { access: readers },
    schema: {
      operationId: 'listCaseGestures',
      summary: 'List what the customer of a case was given',
      description: 'In the order in which it was granted.',
      tags: ['Empowerment'],
      params: CaseParams,
      querystring: CaseGestureQuery,
      response: { 200: GesturePage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listGesturesOfCase(r, request.params.caseId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'GET',
    url: '/gestures',
    config: { access: readers },
    schema: {
      operationId: 'listGestures',
      summary: 'List gestures',
      description:
        'Those on the cases that you see, the latest first. A billing system asks for `state=granted` to find what it is to fulfil.',
      tags: ['Empowerment'],
      querystring: GestureQuery,
      response: { 200: GesturePage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listGestures(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'GET',
    url: '/gestures/:gestureId',
    config: { access: readers },
    schema: {
      operationId: 'getGesture',
      summary: 'Get a gesture',
      description: 'What the customer was given, why, and whether they have it.',
      tags: ['Empowerment'],
      params: GestureParams,
      response: { 200: Gesture },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      // What is left of the ceiling changes by other gestures.
      read(request, reply, (r) => showGesture(r, request.params.gestureId), { agesByItself: () => true }),
  })
}
