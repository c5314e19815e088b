import type { JsonSchema } from './tidy-schemas.ts'

/** The headers that operations take and answers carry, as the document describes them. */

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description: string
  readonly schema: JsonSchema
  readonly example?: unknown
}

interface Header {
  readonly description: string
  readonly required?: boolean
  readonly schema: object
  readonly example: unknown
}

const version = '"3"'

const onBehalfOf: Parameter = {
  name: 'On-Behalf-Of',
  in: 'header',
  description: 'The employee for whom the system acts; needs the scope `employees:act`.',
  schema: { type: 'string', format: 'uuid' },
  example: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12',
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Makes it safe to send again: the first answer is replayed for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[ -~]+$' },
  example: '6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11',
}

const ifMatch = (required: boolean): Parameter => ({
  name: 'If-Match',
  in: 'header',
  required,
  description: `The \`ETag\` of the version that you change: the answer is 412 if it is no longer the one.${
    required ? ' `*` stands for any.' : ' Left out: any.'
  }`,
  schema: { type: 'string' },
  example: version,
})

const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` that you have: the answer is 304 if it is still the one.',
  schema: { type: 'string' },
  example: version,
}

/** The headers of answers; every answer refers to them here. */
export const answerHeaders = {
  ETag: {
    description: 'The version of the resource.',
    required: true,
    schema: { type: 'string' },
    example: version,
  },
  'X-Request-Id': {
    description: 'The id of the request in our logs: your own `X-Request-Id`, or a new one.',
    required: true,
    schema: { type: 'string' },
    example: '4b0f6a52-7c1d-4f7e-8a35-0d2c6b1e9f11',
  },
  'Idempotent-Replayed': {
    description: '`true` when this is the first answer again.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  Location: {
    description: 'Where it is found from now on.',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
    example: '/v1/cases/0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  },
  Link: {
    description: 'The next page (RFC 8288), unless this is the last one.',
    schema: { type: 'string' },
    example: '</v1/cases?cursor=WyJhIiwiYiJd>; rel="next"',
  },
  'Retry-After': {
    description: 'How many seconds to wait before trying again.',
    schema: { type: 'integer', minimum: 0 },
    example: 1,
  },
  RateLimit: {
    description:
      'How many requests (`r`) the caller may still send in this minute, which ends in `t` seconds (draft-ietf-httpapi-ratelimit-headers).',
    schema: { type: 'string' },
    example: '"default";r=5987;t=42',
  },
  'RateLimit-Policy': {
    description: 'How many requests (`q`) the caller may send in `w` seconds.',
    schema: { type: 'string' },
    example: '"default";q=6000;w=60',
  },
  'WWW-Authenticate': {
    description: 'How to say who you are.',
    required: true,
    schema: { type: 'string' },
    example: 'Bearer',
  },
} as const satisfies Record<string, Header>

export interface Reference {
  readonly $ref: string
}

/** What is known of an operation when its headers are described. */
export interface Traits {
  readonly method: string
  /** Somebody must call. */
  readonly called: boolean
  /** An employee may call, so a system may do it for one. */
  readonly forEmployees: boolean
  /** It answers with one resource that has a version. */
  readonly single: boolean
  /** It can find that the version is another one. */
  readonly guarded: boolean
  /** It must be said which version is meant. */
  readonly needsVersion: boolean
}

/** The headers that the operation takes. */
export function takenHeaders({
  method,
  forEmployees,
  single,
  guarded,
  needsVersion,
}: Traits): readonly Parameter[] {
  return [
    ...(forEmployees ? [onBehalfOf] : []),
    ...(method === 'post' ? [idempotencyKey] : []),
    ...(guarded ? [ifMatch(needsVersion)] : []),
    ...(method === 'get' && single ? [ifNoneMatch] : []),
  ]
}

/** Refusals that a later request with the same key hears again. */
const replayedRefusals = new Set(['404', '409', '412', '422'])

/** The headers of the answer with this status; `paged` when it is a list. */
export function sentHeaders(
  { method, called, single }: Traits,
  status: string,
  paged: boolean,
): Readonly<Record<string, Reference>> {
  const good = status.startsWith('2')
  const names: (keyof typeof answerHeaders)[] = ['X-Request-Id']
  if (single && (good || status === '304')) names.push('ETag')
  if (single && status === '201') names.push('Location')
  if (paged && good) names.push('Link')
  if (method === 'post' && (good || replayedRefusals.has(status))) names.push('Idempotent-Replayed')
  // Whoever is not known, or not heard, has used nothing of a limit.
  if (called && status !== '401' && status !== '414') names.push('RateLimit', 'RateLimit-Policy')
  if (status === '429' || status === '503' || (method === 'post' && status === '409'))
    names.push('Retry-After')
  if (status === '401') names.push('WWW-Authenticate')
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}
