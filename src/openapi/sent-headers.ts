import type { DocumentReference } from './document.ts'
import type { Traits } from './traits.ts'

interface Header {
  readonly description: string
  readonly required?: boolean
  readonly schema: object
  readonly example: unknown
}

/** The version that examples of headers are of. */
export const exampleVersion = '"3"'

/** The headers of answers; every answer refers to them here. */
export const answerHeaders = {
  ETag: {
    description: 'The version of the resource.',
    required: true,
    schema: { type: 'string' },
    example: exampleVersion,
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
  'Data-As-Of': {
    description: 'The moment as of which this is true: everything that was committed by then is in it.',
    required: true,
    schema: { type: 'string', format: 'date-time' },
    example: '2026-11-02T09:12:44.000Z',
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

/** Refusals that a later request with the same key hears again. */
export const replayedRefusals: ReadonlySet<string> = new Set(['404', '409', '412', '422'])

/** The headers of the answer with this status; `paged` when it is a list. */
export function sentHeaders(
  { path, method, called, single }: Traits,
  status: string,
  paged: boolean,
): Readonly<Record<string, DocumentReference>> {
  const good = status.startsWith('2')
  const names: (keyof typeof answerHeaders)[] = ['X-Request-Id']
  if (single && (good || status === '304')) names.push('ETag')
  if (single && (status === '201' || status === '202')) names.push('Location')
  if (paged && good) names.push('Link')
  if (good && /^\/v1\/(reports|exports)\//.test(path)) names.push('Data-As-Of')
  if (method === 'post' && (good || replayedRefusals.has(status))) names.push('Idempotent-Replayed')
  // Whoever is not known, or not heard, has used nothing of a limit.
  if (called && status !== '401' && status !== '414') names.push('RateLimit', 'RateLimit-Policy')
  if (status === '429' || status === '503' || (method === 'post' && status === '409'))
    names.push('Retry-After')
  if (status === '401') names.push('WWW-Authenticate')
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}
