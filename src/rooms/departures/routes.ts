import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { EmployeeParams } from '../employees/contract.ts'
import { HasLeft, OwnsOpenCases } from '../employees/problems.ts'
import { LastMemberOfDefaultTeam } from '../organisation/problems.ts'
import { SuccessionNotJustified } from '../successions/problems.ts'
import { Departure, NewDeparture } from './contract.ts'
import { departEmployee } from './depart-employee.ts'

export function departureRoutes(app: App, { work }: Door): void {
  app.route({
    method: 'POST',
    url: '/employees/:employeeId/departure',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'departEmployee',
      summary: 'Let an employee leave',
      description:
        'The employee leaves now, for good, and all their open cases pass on at once: to the successors who are named, else spread by load over the team. Promises and history stay as they are. For who is absent for more than 20 working days the cases pass on likewise, and the employee stays.',
      tags: ['Employees'],
      params: EmployeeParams,
      body: NewDeparture,
      response: { 200: Departure },
      problems: [
        NotFound,
        HasLeft,
        OwnsOpenCases,
        LastMemberOfDefaultTeam,
        VersionMismatch,
        SuccessionNotJustified,
        Unprocessable,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => departEmployee(w, request.params.employeeId, request.body)),
  })
}
