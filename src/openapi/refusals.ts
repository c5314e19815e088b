import type { RouteOptions } from 'fastify'
import { z } from 'zod'
import { isScim, scimError, scimErrorSchema, scimMediaType } from '../http/scim.ts'
import type { ProblemKind } from '../lib/problem.ts'
import {
  Forbidden,
  IdempotencyKeyInUse,
  IdempotencyKeyReused,
  InternalError,
  Overloaded,
  PayloadTooLarge,
  RateLimited,
  RequestTimeout,
  Unauthenticated,
  UnsupportedMediaType,
  UriTooLong,
  ValidationFailed,
  VersionMismatch,
  VersionRequired,
} from '../lib/problems.ts'
import { out } from '../lib/wire.ts'
import type { Answer, Content } from './document.ts'

const FieldError = z
  .object({ pointer: z.string().describe('A JSON Pointer into the request.'), message: z.string() })
  .meta({
    id: 'FieldError',
    description: 'One thing wrong with a request.',
    examples: [{ pointer: '#/question', message: 'is missing' }],
  })

const problemSchema = 'Problem'

/** A problem as every refusal is sent (RFC 9457). Being in the registry of schemas is enough to be in the document. */
z.looseObject({
  type: z.string().meta({ format: 'uri-reference' }).describe('Where this kind of problem is explained.'),
  title: z.string().describe('The kind of problem, for people.'),
  status: z.int().describe('The status of the answer.'),
  detail: z.string().describe('What is wrong this time.'),
  instance: z
    .string()
    .meta({ format: 'uri-reference' })
    .describe('The request that was refused: its path and its id.'),
  code: z.string().describe('The kind of problem, for programs.'),
  requestId: z.string().describe('`X-Request-Id` of the answer.'),
  errors: z.array(FieldError).optional().describe('Each place that is wrong.'),
  required: z.string().optional().describe('With `forbidden`: the scope or the role that it takes.'),
  version: z.int().optional().describe('With `version-mismatch`: the present version.'),
  ceiling: out.money.optional().describe('The most that is allowed.'),
  bound: z
    .record(z.string(), z.union([z.string(), z.int()]))
    .optional()
    .describe('Between what the organisation lets teams agree: `least`, `most`.'),
}).meta({
  id: problemSchema,
  description: 'A refusal (RFC 9457). `code` says which; more members help to act on it.',
})

/** What can be refused: by the operation itself, by its method, and whatever it does. */
export function problemsOf(
  { method, config, url }: RouteOptions,
  own: readonly ProblemKind[] = [],
): readonly ProblemKind[] {
  const writes = method !== 'GET'
  const kinds = [
    ...own,
    ValidationFailed,
    InternalError,
    UriTooLong,
    ...(config?.access && config.access !== 'token' ? [Unauthenticated, Forbidden, RateLimited] : []),
    ...(config?.access ? [Overloaded] : []),
    ...(writes ? [RequestTimeout, PayloadTooLarge, UnsupportedMediaType] : []),
    ...(method === 'POST' ? [IdempotencyKeyInUse, IdempotencyKeyReused] : []),
    ...(method === 'PATCH' ? [VersionMismatch] : []),
    ...(method === 'PATCH' && !isScim(url) ? [VersionRequired] : []),
  ]
  return [...new Set(kinds)]
}

/** The answers by which the operation at `path` refuses: one for each status, with an example of each kind. */
export function problemResponses(kinds: readonly ProblemKind[], path: string): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const status of new Set(kinds.map((kind) => kind.status))) {
    const here = kinds.filter((kind) => kind.status === status)
    answers[status] = {
      description: here.map(({ code, title }) => `- \`${code}\`: ${title}`).join('\n'),
      content: isScim(path) ? scimExamples(here) : problemExamples(here, path),
    }
  }
  return answers
}

const problemExamples = (kinds: readonly ProblemKind[], path: string): Content => ({
  'application/problem+json': {
    schema: { $ref: `#/components/schemas/${problemSchema}` },
    examples: Object.fromEntries(kinds.map((kind) => [kind.code, exampleOf(kind, path)])),
  },
})

const scimExamples = (kinds: readonly ProblemKind[]): Content => ({
  [scimMediaType]: {
    schema: { $ref: `#/components/schemas/${scimErrorSchema}` },
    examples: Object.fromEntries(
      kinds.map((kind) => [kind.code, { summary: kind.title, value: scimError(kind, kind.title) }]),
    ),
  },
})

const requestId = '4b0f6a52-7c1d-4f7e-8a35-0d2c6b1e9f11'
const given: Readonly<Record<string, string>> = {
  reference: '100048275',
  system: 'crm',
  externalId: 'C-104.229',
  code: 'no-such-problem',
}

function exampleOf({ code, status, title, example }: ProblemKind, path: string) {
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name) => given[name] ?? '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  )
  const value = {
    type: `/problems/${code}`,
    title,
    status,
    detail: title,
    instance: `${address}#${requestId}`,
    code,
    requestId,
    ...example,
  }
  return { summary: title, value }
}
