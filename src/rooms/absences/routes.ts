import { z } from 'zod'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { EmployeeParams } from '../employees/contract.ts'
import {
  Absence,
  AbsencePage,
  AbsenceParams,
  AbsenceQuery,
  NewAbsence,
  RegisteredAbsence,
} from './contract.ts'
import { AbsencesOverlap, StandInIsAbsent } from './problems.ts'
import { listAbsences, showAbsence } from './queries.ts'
import { registerAbsence } from './register-absence.ts'
import { removeAbsence } from './remove-absence.ts'

export function absenceRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/employees/:employeeId/absences',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listAbsences',
      summary: 'List an employee’s absences',
      description: 'When they are away and who stands in, the last one first; those that are over included.',
      tags: ['Employees'],
      params: EmployeeParams,
      querystring: AbsenceQuery,
      response: { 200: AbsencePage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listAbsences(r, request.params.employeeId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'POST',
    url: '/employees/:employeeId/absences',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'registerAbsence',
      summary: 'Register an absence',
      description:
        'Somebody is away: their cases stay theirs, and a stand-in acts for them from then until they are back. Answers with the promises that fall in it. A member registers their own, a coach or an admin anybody’s. Where they stood in for others, somebody present takes over.',
      tags: ['Employees'],
      params: EmployeeParams,
      body: NewAbsence,
      response: { 201: RegisteredAbsence },
      problems: [NotFound, AbsencesOverlap, StandInIsAbsent, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => registerAbsence(w, request.params.employeeId, request.body), {
        status: 201,
        location: ({ id }) => `/v1/absences/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/absences/:absenceId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getAbsence',
      summary: 'Get an absence',
      description: 'When somebody is away, and who stands in.',
      tags: ['Employees'],
      params: AbsenceParams,
      response: { 200: Absence },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showAbsence(r, request.params.absenceId)),
  })

  app.route({
    method: 'DELETE',
    url: '/absences/:absenceId',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'endAbsence',
      summary: 'End an absence',
      description:
        'They are back: an absence that has begun ends now, one that has not is removed, and one that is over stays as it was.',
      tags: ['Employees'],
      params: AbsenceParams,
      response: { 204: z.undefined().describe('Done.') },
      problems: [NotFound, VersionMismatch],
    },
    handler: (request, reply) => work(request, reply, (w) => removeAbsence(w, request.params.absenceId)),
  })
}
