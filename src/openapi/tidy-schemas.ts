export type JsonSchema = { $ref?: string; examples?: unknown[]; [key: string]: unknown }

interface Schemas {
  readonly paths: unknown
  readonly components: { readonly schemas: Record<string, JsonSchema>; readonly responses: unknown }
}

const prefix = '#/components/schemas/'
const nameOf = (ref: string): string => ref.slice(prefix.length)

/** The schema itself, or what it refers to. */
export function resolved(
  schema: JsonSchema | undefined,
  schemas: Record<string, JsonSchema>,
): JsonSchema | undefined {
  return schema?.$ref === undefined ? schema : schemas[nameOf(schema.$ref)]
}

/** Answers may grow fields: a closed schema would make strict clients break on the first one. */
export function openUp(value: unknown): void {
  visit(value, (schema) => {
    if (schema.additionalProperties === false) delete schema.additionalProperties
  })
}

/** Every schema that something refers to, once, in its plainest form and under its plain name. */
export function tidySchemas<Document extends Schemas>(document: Document): Document {
  const { schemas } = document.components
  for (const [name, schema] of Object.entries(schemas)) {
    delete schema.$schema
    delete schema.id
    if (!name.endsWith('Input')) openUp(schema)
  }
  visit(document, plain)
  const used = referredTo(document)
  const plainName = (name: string): string => {
    const short = name.replace(/Input$/, '')
    return used.has(short) ? name : short
  }
  visit(document, (schema) => {
    if (schema.$ref?.startsWith(prefix)) schema.$ref = prefix + plainName(nameOf(schema.$ref))
  })
  const kept = [...used].map((name): [string, JsonSchema] => [plainName(name), schemas[name] ?? {}])
  kept.sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(kept) } }
}

/** The names of the schemas that an operation or a shared answer refers to, directly or through others. */
function referredTo({ paths, components: { schemas, responses } }: Schemas): ReadonlySet<string> {
  const found = new Set<string>()
  const follow = (value: unknown): void =>
    visit(value, ({ $ref }) => {
      if (!$ref?.startsWith(prefix) || found.has(nameOf($ref))) return
      found.add(nameOf($ref))
      follow(schemas[nameOf($ref)])
    })
  follow(paths)
  follow(responses)
  return found
}

/**
 * A format says what a long pattern repeats, a whole number needs no bounds of its own, a choice among choices is one
 * choice, and null is a type.
 */
function plain(schema: JsonSchema): void {
  if (typeof schema.format === 'string' && typeof schema.pattern === 'string') delete schema.pattern
  if (schema.type === 'integer') {
    if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
    if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  }
  if (Array.isArray(schema.anyOf)) schema.anyOf = (schema.anyOf as JsonSchema[]).flatMap(choices)
  const [one, other, ...more] = Array.isArray(schema.anyOf) ? (schema.anyOf as JsonSchema[]) : []
  if (more.length > 0 || other?.type !== 'null' || typeof one?.type !== 'string' || one.properties) return
  delete schema.anyOf
  const { description = one.description, ...kept } = schema
  Object.assign(schema, one, kept, { type: [one.type, 'null'] })
  if (description !== undefined) schema.description = description
  if (Array.isArray(one.enum)) schema.enum = [...one.enum, null]
}

/** What may be chosen by choosing this: of something that is nothing but a choice, each of its own. */
const choices = (schema: JsonSchema): readonly JsonSchema[] =>
  Object.keys(schema).join() === 'anyOf' ? (schema.anyOf as JsonSchema[]) : [schema]

/** Calls back for every object in the document, the inner ones first; examples are nobody's schema. */
function visit(value: unknown, each: (schema: JsonSchema) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'example' && key !== 'examples') visit(item, each)
    }
    each(value as JsonSchema)
  }
}
