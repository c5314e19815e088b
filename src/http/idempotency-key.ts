import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { ValidationFailed } from '../lib/problems.ts'
import { isAlwaysAnonymous, isAnonymous } from './anonymous.ts'

/** What a request with an `Idempotency-Key` is known by. */
export interface Key {
  readonly caller: string
  readonly key: string
  readonly fingerprint: Buffer
}

/** The key of a request, or undefined when it has none or none is kept. It belongs to its caller alone. */
export function keyOf(request: FastifyRequest): Key | undefined {
  const header = request.headers['idempotency-key']
  if (header === undefined || request.method !== 'POST') return undefined
  if (typeof header !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(header)) {
    throw ValidationFailed.because('Idempotency-Key is 1 to 255 printable ASCII characters.')
  }
  const bodyCounts = !isAlwaysAnonymous(request)
  if (bodyCounts && isAnonymous(request)) return undefined
  return {
    caller: callerOf(request),
    key: header,
    // A digest of what somebody answered would soon be guessed.
    fingerprint: digestOf(`${request.method} ${request.url}\n`, bodyCounts ? saidIn(request) : ''),
  }
}

function callerOf({ url, routeOptions, caller, keyLine }: FastifyRequest): string {
  // Whoever has a link is the customer to whom it was sent; who reads here what was answered can't use it.
  if (routeOptions.config.access === 'token')
    return `link ${hash('sha256', url.split('?', 1)[0] ?? '', 'base64url')}`
  // Who tries again after the key was rotated is who tried before.
  const who = keyLine ?? caller.id
  return caller.onBehalfOf === null ? who : `${who} for ${caller.onBehalfOf}`
}

const digestOf = (head: string, said: string | Buffer): Buffer =>
  hash('sha256', typeof said === 'string' ? head + said : Buffer.concat([Buffer.from(head), said]), 'buffer')

/** What a body says: of JSON the order of members and the blanks between them say nothing (RFC 8259, sections 1 and 2). */
function saidIn({ rawBody, headers }: FastifyRequest): string | Buffer {
  if (rawBody === null || rawBody.length === 0) return ''
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '')) return rawBody
  return JSON.stringify(JSON.parse(rawBody.toString('utf8')), inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
