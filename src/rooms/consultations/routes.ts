import { pageWithCases, withCases } from '../../case-file/expand/read-cases.ts'
import type { Reader } from '../../db/work.ts'
import { expanded } from '../../http/answers/expanded.ts'
import { one } from '../../http/answers/one.ts'
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
  NewConsultation,
} from './contract.ts'
import {
  ExpandedConsultation,
  ExpandedConsultationPage,
  ExpandedConsultationQuery,
  ExpandQuery,
} from './expanded-contract.ts'
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
      querystring: ExpandedConsultationQuery,
      response: { 200: ExpandedConsultationPage },
      problems: [ReferenceMisread],
    },
    handler: (request, reply) => {
      const { expand, ...query } = request.query
      const list = async (r: Reader) => pageWithCases(r, await listConsultations(r, query), expand)
      return read(request, reply, list, { ...expanded(expand), headers: nextLink(request.url) })
    },
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
      querystring: ExpandQuery,
      response: { 200: ExpandedConsultation },
      problems: [NotFound],
    },
    handler: (request, reply) => {
      const { expand } = request.query
      const show = async (r: Reader) => {
        const consultation = await showConsultation(r, request.params.consultationId)
        return expand ? one(await withCases(r, [consultation])) : consultation
      }
      return read(request, reply, show, { agesByItself: ({ overdue }) => overdue, ...expanded(expand) })
    },
  })
}
