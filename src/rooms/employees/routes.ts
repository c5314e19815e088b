import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { AlreadyExists, NotFound, Unprocessable } from '../../lib/problems.ts'
import { searchWords } from '../../lib/words/search-words.ts'
import { LastMemberOfDefaultTeam } from '../organisation/problems.ts'
import { changeEmployee } from './change-employee.ts'
import {
  Employee,
  EmployeeChange,
  EmployeePage,
  EmployeeParams,
  EmployeeQuery,
  NewEmployee,
} from './contract.ts'
import { createEmployee } from './create-employee.ts'
import { OwnsOpenCases } from './problems.ts'
import { listEmployees, showEmployee } from './queries.ts'

export function employeeRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/employees',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listEmployees',
      summary: 'List employees',
      description: 'Employees in the order in which they came, those who have left included.',
      tags: ['Employees'],
      querystring: EmployeeQuery,
      response: { 200: EmployeePage },
    },
    handler: (request, reply) => {
      const { q, ...query } = request.query
      const words = q === undefined ? {} : { q: searchWords(q) }
      return read(request, reply, (r) => listEmployees(r, { ...query, ...words }), {
        headers: nextLink(request.url),
      })
    },
  })

  app.route({
    method: 'POST',
    url: '/employees',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'createEmployee',
      summary: 'Make an employee',
      description: 'Somebody who comes to work here: a member of a team, or without one a specialist.',
      tags: ['Employees'],
      body: NewEmployee,
      response: { 201: Employee },
      problems: [AlreadyExists, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => createEmployee(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/employees/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/employees/:employeeId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getEmployee',
      summary: 'Get an employee',
      description: 'One employee by their id, also after they have left.',
      tags: ['Employees'],
      params: EmployeeParams,
      response: { 200: Employee },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showEmployee(r, request.params.employeeId)),
  })

  app.route({
    method: 'PATCH',
    url: '/employees/:employeeId',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'changeEmployee',
      summary: 'Change an employee',
      description:
        'Changes what is given; null clears. To another team, the open cases move along with their owner. Nobody becomes a specialist while they own open cases, and the last active member of the default team stays in it.',
      tags: ['Employees'],
      params: EmployeeParams,
      body: EmployeeChange,
      response: { 200: Employee },
      problems: [NotFound, AlreadyExists, OwnsOpenCases, LastMemberOfDefaultTeam, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeEmployee(w, request.params.employeeId, request.body)),
  })
}
