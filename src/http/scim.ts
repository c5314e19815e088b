import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Problem, ProblemKind } from '../lib/problem.ts'
import { AlreadyExists, ValidationFailed } from '../lib/problems.ts'
import { readJson } from './bodies/body.ts'
import { scimMediaType } from './scim-path.ts'

export const scimType = { 'content-type': `${scimMediaType}; charset=utf-8` } as const

/** Bodies may come in the media type of SCIM as well; what is in them is held to the same letter. */
export function readScimBodies(app: FastifyInstance): void {
  app.addContentTypeParser(scimMediaType, { parseAs: 'buffer' }, readJson)
}

/** What RFC 7644 calls a kind of problem, unless the refusal says more. */
const scimTypes = new Map<ProblemKind, string>([
  [AlreadyExists, 'uniqueness'],
  [ValidationFailed, 'invalidSyntax'],
])

const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error'
export const scimErrorSchema = 'ScimError'

/** A refusal as SCIM sends it. Being in the registry of schemas is enough to be in the document. */
z.object({
  schemas: z.array(z.string()).describe('The URN of what this is.'),
  status: z.string().describe('The status of the answer, as text.'),
  scimType: z.string().optional().describe('The kind of problem, where RFC 7644 has a name for it.'),
  detail: z.string().describe('What is wrong this time.'),
}).meta({
  id: scimErrorSchema,
  description: 'A refusal in SCIM (RFC 7644, section 3.12).',
  examples: [scimError(AlreadyExists, AlreadyExists.title)],
})

/** The refusal in the form of SCIM. */
export const scimErrorOf = ({ kind, message, members }: Problem) =>
  scimError(kind, message, members.scimType ?? (members.errors ? 'invalidValue' : undefined))

/** A refusal of this kind in the form of SCIM. */
export function scimError(kind: ProblemKind, detail: string, given?: unknown) {
  const name = given ?? scimTypes.get(kind)
  return {
    schemas: [errorSchema],
    status: String(kind.status),
    ...(name === undefined ? {} : { scimType: name }),
    detail,
  }
}
