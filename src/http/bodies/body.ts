import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { deepest, findRepeated, measure, membersOf } from '../../lib/forms/json-members.ts'
import { type Problem, pointerStep } from '../../lib/problem.ts'
import { UnsupportedMediaType, ValidationFailed } from '../../lib/problems.ts'
import { isScim, scimMediaType } from '../scim-path.ts'
import { leaveNullsOut } from './leave-nulls-out.ts'
import { acceptedPatches, mergePatchType } from './media-types.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, for the fingerprint of an idempotency key. */
    rawBody: Buffer | null
  }
}

/** Bodies are JSON in UTF-8, and nothing in them is lost or changed without a word (RFC 8259). */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest('rawBody', null)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, readJson)
  app.addContentTypeParser(mergePatchType, { parseAs: 'buffer' }, readMergePatch)
  app.addHook('preParsing', async (request) => {
    const coding = request.headers['content-encoding']
    // Read as it is, it would be refused for what it looks like and not for what it is.
    if (coding === undefined || /^(identity)?$/i.test(coding) || !request.routeOptions.schema?.body) return
    throw UnsupportedMediaType.because('Send the body as it is: a Content-Encoding is not undone here.')
  })
  leaveNullsOut(app)
}

/** A body of a PATCH by its own name (RFC 7396); to any other method that name says nothing. */
async function readMergePatch(request: FastifyRequest, body: Buffer): Promise<unknown> {
  if (request.method !== 'PATCH' || isScim(request.url)) throw notTaken(request)
  return readJson(request, body)
}

/** The refusal of a media type, which says what is taken. */
export function notTaken({ method, url, routeOptions }: FastifyRequest): Problem {
  const taken = routeOptions.schema?.consumes ?? [...(isScim(url) ? [scimMediaType] : []), 'application/json']
  return UnsupportedMediaType.because(
    method === 'PATCH'
      ? `Send the body as one of ${acceptedPatches(url)}.`
      : `Send the body as ${taken.join(' or ')}.`,
  )
}

/** Reads a body as JSON. Throws `validation-failed` and `unsupported-media-type`. */
export async function readJson(request: FastifyRequest, body: Buffer): Promise<unknown> {
  request.rawBody = body
  if (body.length === 0) return undefined
  if (!isUtf8(body)) throw ValidationFailed.because('The body is not UTF-8.')
  if (/charset=(?!"?utf-?8)/i.test(request.headers['content-type'] ?? '')) {
    throw UnsupportedMediaType.because('JSON is sent in UTF-8.')
  }
  if (body.subarray(0, 3).equals(byteOrderMark))
    throw ValidationFailed.because('The body begins with a byte order mark: send it without one.')
  return parseJson(body.toString('utf8'))
}

/** Editors and serializers put it before a text, where JSON may not have it (RFC 8259, section 8.1). */
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

/** Parses a document; refuses what JSON.parse would take in silence or choke on. */
function parseJson(text: string): unknown {
  const { depth, members } = measure(text)
  if (depth > deepest) throw ValidationFailed.because(`The body is nested deeper than ${deepest} levels.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw ValidationFailed.because('The body is not JSON.')
  }
  // Of a name that comes twice JSON.parse keeps the last value and loses the first: then there is less than was said.
  if (membersOf(value) !== members) throw ValidationFailed.at(findRepeated(text), 'is there twice')
  // Only an escape can bring in what UTF-8 cannot hold, so most bodies need no second look.
  if (text.includes('\\u') || text.includes('__proto__') || text.includes('constructor'))
    assertClean(value, '')
  return value
}

/** Refuses text that PostgreSQL cannot keep as it is: U+0000 and lone surrogates. */
export function assertClean(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw ValidationFailed.at(pointer, 'has a NUL character')
    if (!value.isWellFormed()) throw ValidationFailed.at(pointer, 'has half a character (a lone surrogate)')
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertClean(item, `${pointer}/${index}`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const at = `${pointer}/${pointerStep(key)}`
      if (key === '__proto__' || key === 'constructor')
        throw ValidationFailed.at(at, 'is not a field of this request')
      assertClean(key, at)
      assertClean(item, at)
    }
  }
}
