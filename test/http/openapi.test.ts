import { afterAll, beforeAll, expect, test } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import type { App } from '../../src/http/app-type.ts'
import { problemByCode } from '../../src/lib/problem.ts'
import {
  committedDocument,
  committedText,
  type Described,
  operationsOf,
  type Schema,
  sleepingApp,
} from '../support/document.ts'

let app: App
beforeAll(async () => {
  app = await sleepingApp('https://eigenaar.test')
})
afterAll(() => app.close())

const document = committedDocument()
const operations = operationsOf(document)

/** SCIM has a media type of its own, and its own form of refusals. */
const isScim = (path: string): boolean => path.startsWith('/scim/')
/** Whoever has the address may: the token in it is the key, and the answer is a calendar. */
const byToken = new Set(['/v1/employees/{employeeId}/callbacks.ics', '/v1/calls/zammad/{token}'])
/** Bridges for telephone systems send forms, as they always have. */
const formsFor = new Map([
  ['/v1/imports', ['text/csv', 'application/x-ndjson']],
  ['/v1/imports/customers', ['text/csv', 'application/x-ndjson']],
  ['/v1/outreaches/{outreachId}/customers', ['text/csv', 'application/x-ndjson']],
  ['/v1/calls/zammad/{token}', ['application/x-www-form-urlencoded', 'multipart/form-data']],
])
const isCalled = (path: string): boolean =>
  path === '/metrics' ||
  (path.startsWith('/v1/') && !byToken.has(path) && !/^\/v1\/(surveys|tracking)\//.test(path)) ||
  isScim(path)
const typesOf = (path: string): readonly string[] => {
  if (path.endsWith('/refusals')) return ['application/json', 'text/csv', 'application/x-ndjson']
  if (path.startsWith('/v1/exports/')) return ['application/x-ndjson', 'text/csv']
  if (path === '/metrics') return ['text/plain']
  if (path === '/v1/events') return ['application/json', 'text/event-stream']
  if (/^\/v1\/reports\/(journey|promises)$/.test(path))
    return ['application/json', 'text/csv', 'image/svg+xml']
  if (path.startsWith('/v1/reports/')) return ['application/json', 'text/csv']
  return [
    isScim(path) ? 'application/scim+json' : path.endsWith('.ics') ? 'text/calendar' : 'application/json',
  ]
}
const contentOf = ({ content = {} }: { readonly content?: Described['responses'][string]['content'] }) =>
  content['application/json'] ?? Object.values(content)[0]

const called = operations.filter(({ path }) => isCalled(path))

const success = (operation: Described): string[] =>
  Object.keys(operation.responses).filter((status) => status.startsWith('2'))

const codesOf = (operation: Described, status: number): string[] =>
  Object.values(operation.responses[status]?.content ?? {}).flatMap(({ examples = {} }) =>
    Object.keys(examples),
  )

const referred = (schema: Schema | undefined): Schema | undefined =>
  document.components.schemas[String(schema?.$ref).replace('#/components/schemas/', '')]

/** Follows a reference from contents to the fields of what they hold; of several forms, to the first and fullest. */
function fieldsOf(operation: Described, status: string): string[] {
  const held = referred(contentOf(operation.responses[status] ?? {})?.schema)
  const [form] = (held?.anyOf ?? []) as Schema[]
  const fields = ((form ? referred(form) : held)?.properties ?? {}) as Record<string, Schema>
  // In SCIM the version stands in `meta`.
  return [...Object.keys(fields), ...Object.keys(fields.meta?.properties ?? {})]
}

const isSingle = (operation: Described) =>
  success(operation).some(
    (status) =>
      fieldsOf(operation, status).includes('version') ||
      'text/calendar' in (operation.responses[status]?.content ?? {}),
  )

const headersTaken = (operation: Described) =>
  operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name)

test('the committed document is the one that is served, but for where it is served', async () => {
  const answer = await app.inject('/openapi.json')
  expect(answer.statusCode).toBe(200)
  const served = answer.json()
  expect(served.servers).toEqual([{ url: 'https://eigenaar.test', description: 'This service' }])
  const elsewhere = { ...served, servers: [{ url: '/', description: 'This service' }] }
  expect(JSON.parse(committedText()), 'npm run openapi writes it anew').toEqual(elsewhere)
  expect(`${JSON.stringify(elsewhere, null, 2)}\n` === committedText(), 'in the same order').toBe(true)
  expect(served.info.version).toBe(project.version)
})

test('it describes a plausible number of operations, each under its own id, each of them routed', () => {
  expect(operations.length).toBeGreaterThan(40)
  expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length)
  for (const { path, method } of operations) {
    const url = path.replaceAll(/\{(\w+)\}/g, ':$1')
    expect(app.hasRoute({ url, method: method.toUpperCase() as 'GET' }), `${method} ${path}`).toBe(true)
  }
})

test('no request fits two paths', () => {
  const isFree = (path: string, part: string) =>
    /^\{/.test(part) &&
    Object.values(document.paths[path] ?? {})
      .flatMap(({ parameters }) => parameters)
      .some(({ name, schema }) => part === `{${name}}` && schema.format !== 'uuid')
  const mayBoth = ([a, one]: [string, string], [b, other]: [string, string]) =>
    one === other || (/^\{/.test(one) && /^\{/.test(other)) || isFree(a, one) || isFree(b, other)
  const paths = Object.keys(document.paths)
  const twice = paths.flatMap((a) =>
    paths.filter((b) => {
      const [left, right] = [a.split('/'), b.split('/')]
      return (
        a < b &&
        left.length === right.length &&
        left.every((part, n) => mayBoth([a, part], [b, right[n] ?? '']))
      )
    }),
  )
  expect(twice).toEqual([])
})

test.each(operations)('$name says what it is and who may call it', ({ path, operation }) => {
  expect(operation.summary).toMatch(/^[A-Z].{5,70}[^.]$/)
  expect(operation.description.length).toBeGreaterThan(15)
  expect(operation.tags).toHaveLength(1)
  expect(document.tags.map(({ name }) => name)).toContain(operation.tags[0])
  const forPeople = /\n\nFor (any|an) employee/.test(operation.description)
  const credentials = forPeople ? [{ apiKey: [] }, { accessToken: [] }] : [{ apiKey: [] }]
  expect(operation.security).toEqual(isCalled(path) ? credentials : [])
  if (isCalled(path)) expect(operation.description).toMatch(/\n\nFor an?/)
})

test.each(operations)(
  '$name describes every parameter, so that a client can send it',
  ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(operation.parameters.filter((p) => p.in === 'path').map(({ name }) => name)).toEqual(inPath)
    for (const { name, in: place, description, schema, required, ...form } of operation.parameters) {
      expect(description, name).toMatch(/^[^a-z].{10,}\.$/s)
      expect(schema.type, name).toMatch(/^(string|integer|boolean|array)$/)
      if (place === 'path') expect(required, name).toBe(true)
      // Without a number nobody is looked up; what else a query holds narrows or continues a list.
      if (place === 'query') expect(required ?? false, name).toBe(path === '/v1/callers')
      if (schema.type === 'array') expect(form, name).toMatchObject({ style: 'form', explode: false })
      if (/Id$/.test(name) && name !== 'externalId' && name !== 'callId')
        expect(JSON.stringify(schema), name).toContain('"format":"uuid"')
      if (/(After|Before)$/.test(name)) expect(schema.format, name).toBe('date-time')
    }
  },
)

test.each(operations)('$name takes the headers of its method', ({ path, method, operation }) => {
  const taken = headersTaken(operation)
  const ifMatch = operation.parameters.find(({ name }) => name === 'If-Match')
  expect(taken.includes('On-Behalf-Of')).toBe(isCalled(path) && !isScim(path))
  expect(taken.includes('Idempotency-Key')).toBe(method === 'post')
  expect(taken.includes('If-None-Match')).toBe(
    (method === 'get' && isSingle(operation)) || (method === 'put' && '201' in operation.responses),
  )
  expect('304' in operation.responses).toBe(method === 'get' && isSingle(operation))
  expect(taken.includes('If-Match')).toBe(codesOf(operation, 412).includes('version-mismatch'))
  if (method === 'patch' && !isScim(path)) expect(ifMatch?.required).toBe(true)
  else if (ifMatch) expect(ifMatch.required ?? false).toBe(false)
  expect('428' in operation.responses).toBe(method === 'patch' && !isScim(path))
})

test.each(operations)('$name describes the headers of its answers', ({ path, method, operation }) => {
  for (const [status, { headers, description }] of Object.entries(operation.responses)) {
    const good = status.startsWith('2')
    const names = Object.keys(headers)
    expect(description.length, status).toBeGreaterThan(4)
    for (const { $ref } of Object.values(headers))
      expect(document.components.headers).toHaveProperty([$ref.replace('#/components/headers/', '')])
    expect(names, status).toContain('X-Request-Id')
    expect(names.includes('ETag'), status).toBe(isSingle(operation) && (good || status === '304'))
    expect(names.includes('Location'), status).toBe(['201', '202'].includes(status) && isSingle(operation))
    expect(names.includes('Link'), status).toBe(fieldsOf(operation, status).includes('nextCursor'))
    if (method === 'post' && good) expect(names, status).toContain('Idempotent-Replayed')
    if (status === '503' && path.startsWith('/v1/')) expect(names).toContain('Retry-After')
    if (status === '401') expect(names).toContain('WWW-Authenticate')
  }
})

test.each(operations)('$name shows a request and what succeeds', ({ path, method, operation }) => {
  for (const [type, media] of Object.entries(operation.requestBody?.content ?? {})) {
    expect([
      'application/json',
      ...(isScim(path) ? ['application/scim+json'] : (formsFor.get(path) ?? [])),
      ...(method === 'patch' && !isScim(path) ? ['application/merge-patch+json'] : []),
    ]).toContain(type)
    expect(media.schema).toHaveProperty('$ref')
    expect(media.example).toBeDefined()
  }
  expect(success(operation).length).toBeGreaterThan(0)
  for (const status of success(operation)) {
    const { content } = operation.responses[status] ?? {}
    if (status === '204') expect(content).toBeUndefined()
    else {
      expect(Object.keys(content ?? {})).toEqual(typesOf(path))
      expect(contentOf({ content })?.schema).toHaveProperty('$ref')
      expect(contentOf({ content })?.example).toBeDefined()
    }
  }
})

test.each(operations)('$name shows every problem that it may refuse with', ({ path, operation }) => {
  for (const [status, { description, content }] of Object.entries(operation.responses)) {
    if (Number(status) < 400 || (path === '/health/ready' && status === '503')) continue
    const type = isScim(path) ? 'application/scim+json' : 'application/problem+json'
    expect(Object.keys(content ?? {})).toEqual([type])
    const media = content?.[type]
    expect(media?.schema).toEqual({ $ref: `#/components/schemas/${isScim(path) ? 'ScimError' : 'Problem'}` })
    const listed = [...description.matchAll(/^- `([a-z-]+)`: /gm)].map(([, code]) => code)
    expect(listed.length).toBeGreaterThan(0)
    expect(Object.keys(media?.examples ?? {})).toEqual(listed)
    for (const [code, { value }] of Object.entries(media?.examples ?? {})) {
      const kind = problemByCode(code)
      expect(value).toMatchObject(
        isScim(path)
          ? { status, detail: kind?.title }
          : { code, status: Number(status), title: kind?.title, type: `/problems/${code}` },
      )
      expect(kind?.status, code).toBe(Number(status))
    }
  }
})

test('what operations share is said once: every refusal, and every parameter but the filters of lists', () => {
  const { paths, components } = JSON.parse(committedText())
  const each = operations.map(({ path, method, name }) => ({ path, name, said: paths[path][method] }))
  const refusals = each.flatMap(({ path, name, said }) =>
    Object.entries(said.responses as Record<string, object>).flatMap(([status, answer]) =>
      Number(status) < 400 || (path === '/health/ready' && status === '503')
        ? []
        : [[`${name} ${status}`, answer] as const],
    ),
  )
  expect(refusals.length).toBeGreaterThan(800)
  const reference = { $ref: expect.stringMatching(/^#\/components\/responses\/[A-Z][A-Za-z]+$/) }
  for (const [what, answer] of refusals) expect(answer, what).toEqual(reference)
  // An export takes both, and is no list of pages.
  const own = each
    .filter(({ name }) => name !== 'exportRows')
    .flatMap(({ said }) => said.parameters.filter((parameter: object) => !('$ref' in parameter)))
    .filter(({ name }) => name !== 'token')
  expect(new Set(own.map(({ in: place }) => place))).toEqual(new Set(['query']))
  expect(own.map(({ name }) => name).filter((name) => name === 'limit' || name === 'cursor')).toEqual([])

  const mentioned = new Set(
    [...committedText().matchAll(/"#\/components\/(\w+\/[\w-]+)"/g)].map(([, to]) => to),
  )
  const said = ['parameters', 'headers', 'responses', 'examples', 'schemas'].flatMap((kind) =>
    Object.keys(components[kind]).map((name) => `${kind}/${name}`),
  )
  expect(said.filter((name) => !mentioned.has(name))).toEqual([])
})

test.each(called)('$name can refuse what its method can refuse', ({ path, method, operation }) => {
  expect(codesOf(operation, 400)).toContain('validation-failed')
  expect(codesOf(operation, 401)).toEqual(['unauthenticated'])
  expect(codesOf(operation, 403)).toContain('forbidden')
  expect(codesOf(operation, 500)).toEqual(['internal-error'])
  expect(codesOf(operation, 503)).toContain('overloaded')
  // What is put is made where there is none.
  if (path.includes('{') && method !== 'put') expect(codesOf(operation, 404)).toEqual(['not-found'])
  if (path.includes('{')) expect(codesOf(operation, 414)).toEqual(['uri-too-long'])
  if (method === 'get') return
  expect(codesOf(operation, 413)).toEqual(['payload-too-large'])
  expect(codesOf(operation, 415)).toEqual(['unsupported-media-type'])
  expect(codesOf(operation, 409).includes('idempotency-key-in-use')).toBe(method === 'post')
  expect(codesOf(operation, 422).includes('idempotency-key-reused')).toBe(method === 'post')
  if (method === 'patch' && !isScim(path)) expect(codesOf(operation, 428)).toEqual(['version-required'])
})

test('a route that does not say what it does keeps the service from starting', async () => {
  const { describeOperations } = await import('../../src/openapi/describe-operations.ts')
  const { default: Fastify } = await import('fastify')
  const bare = Fastify()
  await describeOperations(bare, null)
  expect(() => bare.get('/v1/secrets', () => 'none')).toThrow('GET /v1/secrets does not say what it does')
})
