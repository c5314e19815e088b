import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CaseParams } from '../cases/contract.ts'
import { CaseIsResolved, OnlyTheOwner, ReferenceMisread } from '../cases/problems.ts'
import { askColleague } from './ask-colleague.ts'
import {
  CaseConsultationQuery,
  Consultation,
  ConsultationPage,
  ConsultationParams,
  ConsultationQuery,
  NewConsultation,
} from './contract.ts'
import { listConsultations, listConsultationsOfCase, showConsultation } from './queries.ts'

export function consultationRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'POST',
    url: '/cases/:caseId/consultations',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'askColleague',
      summary: 'Ask a colleague',
      description:
        'The owner of an open case asks one colleague, by name or as the first free expert on a topic. The answer comes back to the owner; the case, its promise and the customer stay with the owner.',
      tags: ['Consultations'],
      params: CaseParams,
      body: NewConsultation,
      response: { 201: Consultation },
      problems: [NotFound, OnlyTheOwner, CaseIsResolved, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => askColleague(w, request.params.caseId, request.body), {
        status: 201,
        location: ({ id }) => `/v1/consultations/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/consultations',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listCaseConsultations',
      summary: 'List what colleagues were asked about a case',
      description: 'In the order in which they were asked.',
      tags: ['Consultations'],
      params: CaseParams,
      querystring: CaseConsultationQuery,
      response: { 200: ConsultationPage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listConsultationsOfCase(r, request.params.caseId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'GET',
    url: '/consultations',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listConsultations',
      summary: 'List consultations',
      description:
        'Those of the cases that you see, the latest first. You see a case of another team while it is open and you are asked about it.',
      tags: ['Consultations'],
      querystring: ConsultationQuery,
      response: { 200: ConsultationPage },
      problems: [ReferenceMisread],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listConsultations(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'GET',
    url: '/consultations/:consultationId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getConsultation',
      summary: 'Get a consultation',
      description: 'What a colleague was asked, until when, and how it ended.',
      tags: ['Consultations'],
      params: ConsultationParams,
      response: { 200: Consultation },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showConsultation(r, request.params.consultationId), {
        agesByItself: ({ overdue }) => overdue,
      }),
  })
}
