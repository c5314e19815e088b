import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { scimType } from '../../http/scim.ts'
import { NotFound } from '../../lib/problems.ts'
import { ScimUser, ScimUserList } from './contract.ts'
import { findUser, listUsers, userIdIn } from './queries.ts'
import { ScimUserParams, ScimUserQuery, ScimUserShown } from './request-contract.ts'

const access = { system: 'employees:provision', employee: null } as const
const tags = ['SCIM']
const headers = () => scimType
const version = ({ meta }: ScimUser): number => Number(meta.version.slice(1, -1))

/** Reading the users of SCIM: employees, as an identity provider sees them. `base` is where SCIM is found. */
export function scimUserRoutes(app: App, { read }: Door, base: string): void {
  app.route({
    method: 'GET',
    url: '/Users',
    config: { access },
    schema: {
      operationId: 'listScimUsers',
      summary: 'List users',
      description: 'Employees as users, found by a filter, in the order in which they came.',
      tags,
      querystring: ScimUserQuery,
      response: { 200: ScimUserList },
    },
    handler: (request, reply) => read(request, reply, (r) => listUsers(r, request.query, base), { headers }),
  })

  app.route({
    method: 'GET',
    url: '/Users/:userId',
    config: { access },
    schema: {
      operationId: 'getScimUser',
      summary: 'Get a user',
      description: 'One employee as a user. Who was removed is none any more.',
      tags,
      params: ScimUserParams,
      querystring: ScimUserShown,
      response: { 200: ScimUser },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => findUser(r, userIdIn(request.params), base, request.query), {
        headers,
        version,
      }),
  })
}
