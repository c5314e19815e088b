/** As much of an OpenAPI document as is finished here. */
export interface OpenApiDocument {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { schemas: Record<string, JsonSchema>; [kind: string]: unknown }
}

interface Operation {
  readonly operationId: string
  security?: readonly Record<string, readonly string[]>[]
  parameters?: object[]
  requestBody?: { content: Record<string, Media>; required?: boolean }
  responses: Record<
    string,
    { description: string; headers?: Record<string, object>; content?: Record<string, Media> }
  >
}

interface Media {
  schema?: JsonSchema
  example?: unknown
}

type JsonSchema = { $ref?: string; examples?: unknown[]; [key: string]: unknown }

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Makes it safe to send again: the first answer is replayed for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  example: '6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11',
}
const onBehalfOf = {
  name: 'On-Behalf-Of',
  in: 'header',
  description: 'The employee for whom the system acts; needs the scope `employees:act`.',
  schema: { type: 'string', format: 'uuid' },
}
const ifMatch = (required: boolean) => ({
  name: 'If-Match',
  in: 'header',
  required,
  description: 'The ETag of the version that you change.',
  schema: { type: 'string' },
  example: '"3"',
})
const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The ETag that you have: the answer is 304 if it is still the one.',
  schema: { type: 'string' },
  example: '"3"',
}
const etag = {
  ETag: { description: 'The version of the resource.', schema: { type: 'string' }, example: '"3"' },
}
const replayed = {
  'Idempotent-Replayed': {
    description: '`true` when this is the first answer again.',
    schema: { type: 'string', const: 'true' },
  },
}

/**
 * What the generator leaves open: headers that every operation has, examples beside the contents, answers that
 * may grow new fields, and no components that nothing refers to.
 */
export function finishDocument(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations))
      finishOperation(path, method, operation, schemas)
  }
  for (const [name, schema] of Object.entries(schemas)) {
    delete schema.$schema
    delete schema.id
    if (!name.endsWith('Input')) openUp(schema)
  }
  for (const operation of Object.values(document.paths).flatMap(Object.values)) {
    for (const { content } of Object.values((operation as Operation).responses)) openUp(content)
  }
  return plainNames({ ...document, components: { ...document.components, schemas: referredTo(document) } })
}

function finishOperation(
  path: string,
  method: string,
  operation: Operation,
  schemas: Record<string, JsonSchema>,
): void {
  const headers: object[] = []
  if (path.startsWith('/v1')) {
    operation.security = [{ apiKey: [] }]
    headers.push(onBehalfOf)
  }
  const single = Object.entries(operation.responses).some(
    ([status, { content }]) => status.startsWith('2') && hasVersion(content, schemas),
  )
  if (method === 'post') headers.push(idempotencyKey)
  if (method === 'patch' || (method === 'post' && path.includes('{')))
    headers.push(ifMatch(method === 'patch'))
  if (method === 'get' && single) {
    headers.push(ifNoneMatch)
    operation.responses['304'] = { description: 'Still the version that you have.', headers: etag }
  }
  operation.parameters = [...(operation.parameters ?? []), ...headers]
  if (operation.requestBody) giveExamples(operation.requestBody.content, schemas)

  for (const [status, answer] of Object.entries(operation.responses)) {
    if (status === '204') delete answer.content
    if (answer.description === 'Default Response')
      answer.description = status === '201' ? 'Made.' : status === '204' ? 'Done.' : 'The answer.'
    giveExamples(answer.content, schemas)
    if (!status.startsWith('2')) continue
    answer.headers = { ...answer.headers, ...(single ? etag : {}), ...(method === 'post' ? replayed : {}) }
  }
}

const target = (ref: string): string => ref.replace('#/components/schemas/', '')

function resolved(
  schema: JsonSchema | undefined,
  schemas: Record<string, JsonSchema>,
): JsonSchema | undefined {
  return schema?.$ref === undefined ? schema : schemas[target(schema.$ref)]
}

function hasVersion(
  content: Record<string, Media> | undefined,
  schemas: Record<string, JsonSchema>,
): boolean {
  const schema = resolved(content?.['application/json']?.schema, schemas)
  return (
    typeof schema?.properties === 'object' && schema.properties !== null && 'version' in schema.properties
  )
}

function giveExamples(content: Record<string, Media> | undefined, schemas: Record<string, JsonSchema>): void {
  for (const media of Object.values(content ?? {})) {
    const [example] = resolved(media.schema, schemas)?.examples ?? []
    if (example !== undefined) media.example = example
  }
}

/** Answers may grow fields: a closed schema would make strict clients break on the first one. */
function openUp(value: unknown): void {
  if (Array.isArray(value)) for (const item of value) openUp(item)
  else if (typeof value === 'object' && value !== null) {
    if ('additionalProperties' in value && value.additionalProperties === false)
      delete value.additionalProperties
    for (const item of Object.values(value)) openUp(item)
  }
}

function referredTo({ paths, components: { schemas } }: OpenApiDocument): Record<string, JsonSchema> {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (found.has(name)) continue
      found.add(name)
      walk(schemas[name] ?? {})
    }
  }
  walk(paths)
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => found.has(name))
      .sort(),
  )
}

/** A schema that is only ever sent in needs no `Input` behind its name. */
function plainNames(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components
  let text = JSON.stringify(document)
  for (const name of Object.keys(schemas)) {
    const plain = name.replace(/Input$/, '')
    if (plain === name || plain in schemas) continue
    text = text
      .replaceAll(`"#/components/schemas/${name}"`, `"#/components/schemas/${plain}"`)
      .replaceAll(`"${name}":`, `"${plain}":`)
  }
  return JSON.parse(text) as OpenApiDocument
}
