import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { OnlyTheOwner } from '../cases/problems.ts'
import { answerConsultation } from './answer-consultation.ts'
import { ConsultationAnswer, Decline, Helpfulness, HelpfulnessShown, Withdraw } from './answer-contract.ts'
import { Consultation, ConsultationParams } from './contract.ts'
import { declineConsultation } from './decline-consultation.ts'
import { ConsultationIsClosed } from './problems.ts'
import { rateAnswer } from './rate-answer.ts'
import { withdrawConsultation } from './withdraw-consultation.ts'

/** How a consultation ends, and whether it helped. */
export function answerRoutes(app: App, { work }: Door): void {
  app.route({
    method: 'POST',
    url: '/consultations/:consultationId/answer',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'answerConsultation',
      summary: 'Answer the owner',
      description: 'By the colleague who was asked, in person. An answer past `needBy` is taken too.',
      tags: ['Consultations'],
      params: ConsultationParams,
      body: ConsultationAnswer,
      response: { 200: Consultation },
      problems: [NotFound, ConsultationIsClosed, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => answerConsultation(w, request.params.consultationId, request.body)),
  })

  app.route({
    method: 'POST',
    url: '/consultations/:consultationId/decline',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'declineConsultation',
      summary: 'Decline to answer',
      description: 'By the colleague who was asked, who says why, and perhaps who might know.',
      tags: ['Consultations'],
      params: ConsultationParams,
      body: Decline,
      response: { 200: Consultation },
      problems: [NotFound, ConsultationIsClosed, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => declineConsultation(w, request.params.consultationId, request.body)),
  })

  app.route({
    method: 'POST',
    url: '/consultations/:consultationId/withdraw',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'withdrawConsultation',
      summary: 'Withdraw what you asked',
      description:
        'By the owner, who needs the answer no longer. What is still open when the case ends is withdrawn with it.',
      tags: ['Consultations'],
      params: ConsultationParams,
      body: Withdraw,
      response: { 200: Consultation },
      problems: [NotFound, OnlyTheOwner, ConsultationIsClosed, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => withdrawConsultation(w, request.params.consultationId, request.body)),
  })

  app.route({
    method: 'PUT',
    url: '/consultations/:consultationId/helpfulness',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'rateAnswer',
      summary: 'Say whether an answer helped',
      description:
        'By the owner, who may say otherwise later. It is told in sums alone, by topic and team; nobody is measured by it.',
      tags: ['Consultations'],
      params: ConsultationParams,
      body: Helpfulness,
      response: { 200: HelpfulnessShown },
      problems: [NotFound, OnlyTheOwner, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => rateAnswer(w, request.params.consultationId, request.body)),
  })
}
