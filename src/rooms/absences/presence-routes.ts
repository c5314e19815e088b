import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { etagOfAged } from '../../http/etag.ts'
import { NotFound, VersionMismatch } from '../../lib/problems.ts'
import { EmployeeParams } from '../employees/contract.ts'
import { Presence, PresenceChange } from './presence-contract.ts'
import { setPresence, showPresence } from './set-presence.ts'

export function presenceRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/employees/:employeeId/presence',
    config: { access: { system: ['calls:write', 'cases:read'], employee: 'member' } },
    schema: {
      operationId: 'getPresence',
      summary: 'Get whether an employee can be rung',
      description: 'At this moment; what was before is not kept.',
      tags: ['Employees'],
      params: EmployeeParams,
      response: { 200: Presence },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showPresence(r, request.params.employeeId), { headers: tagged }),
  })

  app.route({
    method: 'PUT',
    url: '/employees/:employeeId/presence',
    config: { access: { system: 'calls:write', employee: 'member' } },
    schema: {
      operationId: 'setPresence',
      summary: 'Say whether an employee can be rung',
      description:
        'While they are `away` the customers who call them are put through to somebody else. An employee says it of themselves, a coach, an admin or the telephone system of anybody. Cases, promises and stand-ins stay as they are.',
      tags: ['Employees'],
      params: EmployeeParams,
      body: PresenceChange,
      response: { 200: Presence },
      problems: [NotFound, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => setPresence(w, request.params.employeeId, request.body), {
        headers: tagged,
      }),
  })
}

/** An absence begins and ends without another version, so the tag tells of it. */
const tagged = ({ version, absent }: Presence): Readonly<Record<string, string>> =>
  absent ? { etag: etagOfAged(version, 'absent') } : {}
