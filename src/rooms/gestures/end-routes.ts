import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { AlreadyExists, NotFound, VersionMismatch } from '../../lib/problems.ts'
import { OnlyTheOwner } from '../cases/problems.ts'
import { Withdraw } from '../consultations/answer-contract.ts'
import { Fulfil, Gesture, GestureParams } from './contract.ts'
import { fulfilGesture } from './fulfil-gesture.ts'
import { GestureIsFulfilled, GestureIsWithdrawn } from './problems.ts'
import { withdrawGesture } from './withdraw-gesture.ts'

/** How a gesture ends: the customer has it, or the owner takes it back. */
export function gestureEndRoutes(app: App, { work }: Door): void {
  app.route({
    method: 'POST',
    url: '/gestures/:gestureId/fulfil',
    config: { access: { system: 'gestures:fulfil', employee: null } },
    schema: {
      operationId: 'fulfilGesture',
      summary: 'Tell that the customer has it',
      description:
        'By the system that pays, credits or sends, under a reference of its own. The same reference twice is one fulfilment and answers the same; a reference belongs to one gesture.',
      tags: ['Empowerment'],
      params: GestureParams,
      body: Fulfil,
      response: { 200: Gesture },
      problems: [NotFound, GestureIsFulfilled, GestureIsWithdrawn, AlreadyExists, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => fulfilGesture(w, request.params.gestureId, request.body)),
  })

  app.route({
    method: 'POST',
    url: '/gestures/:gestureId/withdraw',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'withdrawGesture',
      summary: 'Take a gesture back that is not fulfilled',
      description:
        'By the owner of the case. The money goes back to the case and to every budget, in the period from which it came.',
      tags: ['Empowerment'],
      params: GestureParams,
      body: Withdraw,
      response: { 200: Gesture },
      problems: [NotFound, OnlyTheOwner, GestureIsFulfilled, GestureIsWithdrawn, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => withdrawGesture(w, request.params.gestureId, request.body)),
  })
}
