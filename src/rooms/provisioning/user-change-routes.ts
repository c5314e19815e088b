import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { scimType } from '../../http/scim.ts'
import { AlreadyExists, NotFound, VersionMismatch } from '../../lib/problems.ts'
import { changeProvisioned } from '../departures/change-provisioned.ts'
import { hireProvisioned } from '../departures/hire-provisioned.ts'
import type { Brought } from '../departures/read-work-phone.ts'
import { removeProvisioned } from '../departures/remove-provisioned.ts'
import { HasLeft } from '../employees/problems.ts'
import { newUser, patchUser, putUser } from './changes.ts'
import { ScimUser } from './contract.ts'
import { patchInOurNames } from './patch-names.ts'
import { userIdIn } from './queries.ts'
import { ScimPatch, ScimUserGiven, ScimUserParams, ScimUserShown } from './request-contract.ts'
import { type Shown, showUser } from './show-user.ts'

const access = { system: 'employees:provision', employee: null } as const
const tags = ['SCIM']
const headers = () => scimType
const version = ({ meta }: ScimUser): number => Number(meta.version.slice(1, -1))

/** Bringing, changing and removing the users of SCIM. `base` is where SCIM is found. */
export function scimUserChangeRoutes(app: App, { work }: Door, base: string): void {
  const shown = (request: FastifyRequest<{ Querystring: Shown }>, { phoneLeftOut, ...user }: Brought) => {
    // The answer tells it by having no number; whoever looks after the directory finds it in the log.
    if (phoneLeftOut)
      request.log.warn({ employeeId: user.id }, 'a telephone number that nobody can call was left out')
    return showUser(user, base, request.query)
  }

  app.route({
    method: 'POST',
    url: '/Users',
    config: { access },
    schema: {
      operationId: 'createScimUser',
      summary: 'Make a user',
      description:
        'Somebody who comes to work here: a member without a team, until an admin puts them in one.',
      tags,
      querystring: ScimUserShown,
      body: ScimUserGiven,
      response: { 201: ScimUser },
      problems: [AlreadyExists],
    },
    handler: (request, reply) =>
      work(
        request,
        reply,
        async (w) => {
          const { active, ...fields } = newUser(request.body)
          return shown(request, await hireProvisioned(w, fields, active))
        },
        { status: 201, location: ({ meta }) => meta.location, headers, version },
      ),
  })

  app.route({
    method: 'PUT',
    url: '/Users/:userId',
    config: { access },
    schema: {
      operationId: 'putScimUser',
      summary: 'Replace a user',
      description:
        'Sets all that is given; what is left out stays, and null clears. `active` works as in a PATCH.',
      tags,
      params: ScimUserParams,
      querystring: ScimUserShown,
      body: ScimUserGiven,
      response: { 200: ScimUser },
      problems: [NotFound, AlreadyExists, HasLeft, VersionMismatch],
    },
    handler: (request, reply) =>
      work(
        request,
        reply,
        async (w) => {
          const changed = await changeProvisioned(w, userIdIn(request.params), putUser(request.body))
          return shown(request, changed)
        },
        { headers, version },
      ),
  })

  app.route({
    method: 'PATCH',
    url: '/Users/:userId',
    config: { access },
    preValidation: async (request) => {
      Object.assign(request, { body: patchInOurNames(request.body) })
    },
    schema: {
      operationId: 'changeScimUser',
      summary: 'Change a user',
      description:
        'Carries out the operations, all or none. Made inactive, an employee may not call from then on and is given nothing new, and a teammate stands in for them. After an hour they leave for good, and their open cases pass on to teammates; where nobody can take over they stay the owner until somebody can. Made active before that, they are back, and nothing has moved.',
      tags,
      params: ScimUserParams,
      querystring: ScimUserShown,
      body: ScimPatch,
      response: { 200: ScimUser },
      problems: [NotFound, AlreadyExists, HasLeft, VersionMismatch],
    },
    handler: (request, reply) =>
      work(
        request,
        reply,
        async (w) => {
          const id = userIdIn(request.params)
          const changed = await changeProvisioned(w, id, patchUser(request.body.Operations))
          return shown(request, changed)
        },
        { headers, version, needsNoVersion: true },
      ),
  })

  app.route({
    method: 'DELETE',
    url: '/Users/:userId',
    config: { access },
    schema: {
      operationId: 'deleteScimUser',
      summary: 'Remove a user',
      description:
        'The employee leaves at once, their open cases pass on to teammates, and they are a user no longer: `userName` and `externalId` are free again. Their history stays.',
      tags,
      params: ScimUserParams,
      response: { 204: z.undefined().describe('Removed.') },
      problems: [NotFound, VersionMismatch],
    },
    handler: (request, reply) => work(request, reply, (w) => removeProvisioned(w, userIdIn(request.params))),
  })
}
