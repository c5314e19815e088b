import { pageWithCases, withCases } from '../../case-file/expand/read-cases.ts'
import type { Reader } from '../../db/work.ts'
import { expanded } from '../../http/answers/expanded.ts'
import { one } from '../../http/answers/one.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CaseParams } from '../cases/contract.ts'
import { OnlyTheOwner } from '../cases/problems.ts'
import { CustomerIsErased } from '../customers/problems.ts'
import { CaseGestureQuery, Gesture, GesturePage, GestureParams, NewGesture } from './contract.ts'
import {
  ExpandedGesture,
  ExpandedGesturePage,
  ExpandedGestureQuery,
  ExpandQuery,
} from './expanded-contract.ts'
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
      querystring: ExpandedGestureQuery,
      response: { 200: ExpandedGesturePage },
    },
    handler: (request, reply) => {
      const { expand, ...query } = request.query
      const list = async (r: Reader) => pageWithCases(r, await listGestures(r, query), expand)
      return read(request, reply, list, { ...expanded(expand), headers: nextLink(request.url) })
    },
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
      querystring: ExpandQuery,
      response: { 200: ExpandedGesture },
      problems: [NotFound],
    },
    handler: (request, reply) => {
      const { expand } = request.query
      const show = async (r: Reader) => {
        const gesture = await showGesture(r, request.params.gestureId)
        return expand ? one(await withCases(r, [gesture])) : gesture
      }
      // What is left of the ceiling changes by other gestures.
      return read(request, reply, show, { ...expanded(expand), agesByItself: () => true })
    },
  })
}
