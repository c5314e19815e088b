import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { App } from '../../src/http/app-type.ts'
import type { Answer } from './service.ts'

interface Documented {
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, unknown>> }>>
}

interface Operation {
  readonly method: string
  readonly path: RegExp
  /** What is answered, by status, and where in the document that stands. */
  readonly responses: ReadonlyMap<string, { readonly documented: Documented; readonly pointer: string }>
}

interface Description {
  readonly operations: readonly Operation[]
  /** The headers that an answer has whenever it is described with them. */
  readonly required: ReadonlySet<string>
  readonly ajv: Ajv2020
  readonly validators: Map<string, ValidateFunction>
}

/** Every application has the same document, and making it costs more than most tests. */
let known: Description | undefined

/** Throws unless the answer is one that the document describes, to the last field. */
export function checkAnswer(app: App, method: string, url: string, answer: Answer): void {
  const path = url.split('?', 1)[0] ?? url
  if (!path.startsWith('/v1/') && !path.startsWith('/scim/')) return
  known ??= read(app)
  const { operations, required, ajv, validators } = known
  const operation = operations.find((o) => o.method === method.toLowerCase() && o.path.test(path))
  if (!operation) {
    // The pages for people are not in the document.
    if (!/^\/(v1|scim)\//.test(path)) return
    if (answer.status === 404 || answer.status === 405 || answer.status === 414) return
    if (answer.status === 400 && !isDecodable(path)) return
    throw new Error(`${method} ${path} is not in the document`)
  }
  const found = operation.responses.get(String(answer.status))
  if (!found)
    throw new Error(`${method} ${path} answered ${answer.status}, which is not documented: ${answer.text}`)
  const { documented } = found
  checkHeaders(`${method} ${path} answered ${answer.status}`, documented, answer, required)
  if (!documented.content) {
    if (answer.text !== '') throw new Error(`${method} ${path} answered with a body where none is documented`)
    return
  }
  const type = (answer.headers['content-type'] ?? '').split(';', 1)[0] ?? ''
  if (!(type in documented.content))
    throw new Error(`${method} ${path} answered ${type}, which is not documented`)
  const pointer = `${found.pointer}/content/${escaped(type)}/schema`
  let validate = validators.get(pointer)
  if (!validate) {
    validate = ajv.compile({ $ref: `document#${pointer}` })
    validators.set(pointer, validate)
  }
  if (!validate(/\bjson$/.test(type) ? answer.body : answer.text))
    throw new Error(
      `${method} ${path} answered ${answer.status} with ${ajv.errorsText(validate.errors)}: ${answer.text}`,
    )
  const { code } = (type === 'application/problem+json' ? answer.body : {}) as { readonly code?: string }
  if (code !== undefined && !(code in (documented.content[type]?.examples ?? {})))
    throw new Error(`${method} ${path} refused with ${code}, which it does not declare: ${answer.text}`)
}

/** Of an address that is no text nobody knows whether it leads anywhere. */
function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

/** What means something to a client is described, and what is described as always there is there. */
function checkHeaders(
  what: string,
  documented: Documented,
  answer: Answer,
  required: ReadonlySet<string>,
): void {
  const described = new Set(Object.keys(documented.headers ?? {}))
  for (const name of meaningful) {
    const sent = answer.headers[name.toLowerCase()] !== undefined
    if (sent && !described.has(name)) throw new Error(`${what} with ${name}, which is not documented`)
    if (!sent && described.has(name) && required.has(name)) throw new Error(`${what} without ${name}`)
  }
  const hasMore = described.has('Link') && typeof answer.body?.nextCursor === 'string'
  if (hasMore && answer.headers.link === undefined) throw new Error(`${what} without Link to the next page`)
}

const meaningful = [
  'X-Request-Id',
  'ETag',
  'Location',
  'Link',
  'Idempotent-Replayed',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'WWW-Authenticate',
]

/** A name as one step of a JSON Pointer in a URI fragment. */
const escaped = (name: string): string =>
  name.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')

function read(app: App): Description {
  const document = structuredClone(app.swagger()) as unknown as {
    paths: Record<string, Record<string, { responses: Record<string, Documented | { $ref: string }> }>>
    components: {
      headers: Record<string, { required?: boolean }>
      responses: Record<string, Documented>
    }
  }
  closeSchemas(document)
  const documentedAt = ($ref: string): Documented => {
    const documented = document.components.responses[$ref.replace('#/components/responses/', '')]
    if (!documented) throw new Error(`there is nothing at ${$ref}`)
    return documented
  }
  // Most schemas meet few answers, so making their checks quick costs more than it saves.
  const ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } })
  formats.default(ajv)
  ajv.addSchema(document, 'document')
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({
      method,
      path: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]*')}$`),
      responses: new Map(
        Object.entries(responses).map(([status, answer]) => [
          status,
          '$ref' in answer
            ? { documented: documentedAt(answer.$ref), pointer: answer.$ref.slice(1) }
            : { documented: answer, pointer: `/paths/${escaped(path)}/${method}/responses/${status}` },
        ]),
      ),
    })),
  )
  // A literal path goes before one with a parameter that would match it as well.
  operations.sort((a, b) => a.path.source.split('[^/]*').length - b.path.source.split('[^/]*').length)
  const required = new Set(
    Object.entries(document.components.headers).flatMap(([name, header]) => (header.required ? [name] : [])),
  )
  return { operations, required, ajv, validators: new Map() }
}

/** Clients may meet new fields; a test that finds one that the document does not have has found a leak. */
export function closeSchemas(value: unknown): void {
  if (Array.isArray(value)) for (const item of value) closeSchemas(item)
  else if (typeof value === 'object' && value !== null) {
    if (
      'properties' in value &&
      'type' in value &&
      value.type === 'object' &&
      !('additionalProperties' in value)
    ) {
      Object.assign(value, { additionalProperties: false })
    }
    for (const item of Object.values(value)) closeSchemas(item)
  }
}
