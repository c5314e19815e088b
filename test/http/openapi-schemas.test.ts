import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { closeSchemas } from '../support/check-answer.ts'
import { committedDocument, operationsOf, type Schema } from '../support/document.ts'

const document = committedDocument()
const schemas = Object.entries(document.components.schemas)

/** Clients may meet new fields; an example with a field that its schema lacks has a mistake in it. */
const closed = structuredClone(document)
closeSchemas(closed)
// Each is compiled for a few examples, so making it quick costs more than it saves.
const ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } })
formats.default(ajv)
ajv.addSchema(closed, 'document')
const validators = new Map<string, ValidateFunction>()

function assertFits(schema: Schema, example: unknown, what: string): void {
  // Only references are of use here: what an example belongs to is in the closed copy of the document.
  const own = '$ref' in schema ? { $ref: `document${String(schema.$ref)}` } : schema
  const validate = validators.getOrInsertComputed(JSON.stringify(own), (text) =>
    ajv.compile(JSON.parse(text)),
  )
  expect(validate(example), `${what}: ${ajv.errorsText(validate.errors)}`).toBe(true)
}

test.each(operationsOf(document))('the examples of $name are what they stand for', ({ operation }) => {
  for (const { name, schema, example } of operation.parameters) {
    if (example !== undefined) assertFits(schema, example, name)
  }
  const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((each) =>
    Object.values(each?.content ?? {}),
  )
  for (const { schema, example, examples } of contents) {
    if (example !== undefined) assertFits(schema, example, 'the example')
    for (const [key, { value }] of Object.entries(examples ?? {})) assertFits(schema, value, key)
  }
})

test('what requests show lies ahead for decades, so that it can be sent as it is', () => {
  const bodies = operationsOf(document).flatMap(({ operation }) =>
    Object.values(operation.requestBody?.content ?? {}),
  )
  const taken = new Set<string>()
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (taken.has(name)) continue
      taken.add(name)
      follow(document.components.schemas[name])
    }
  }
  follow(bodies.map(({ schema }) => schema))
  expect(taken).toContain('GivenWindow')
  const shown = [bodies, schemas.flatMap(([name, schema]) => (taken.has(name) ? schema.examples : []))]
  const days = [...JSON.stringify(shown).matchAll(/"(\d{4}-\d\d-\d\d)[T"]/g)].map(([, day = '']) => day)
  expect(days.length).toBeGreaterThan(5)
  expect(days.filter((day) => day < '2040')).toEqual([])
})

test.each(schemas)('%s is described, by a name of its own, with examples that fit', (name, schema) => {
  expect(name).toMatch(/^[A-Z][A-Za-z]+$/)
  expect(name).not.toMatch(/Input$|Output$|\d/)
  expect(schema.description).toMatch(/^[^a-z].{5,}\.$/s)
  // Examples of a problem stand where one is answered, by the code.
  if (name !== 'Problem') expect(schema.examples?.length).toBeGreaterThan(0)
  for (const example of schema.examples ?? [])
    assertFits({ $ref: `#/components/schemas/${name}` }, example, name)
})

/** Every schema within another one, with the way to it. */
function inside(value: unknown, way: string): { readonly way: string; readonly schema: Schema }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => inside(item, `${way}/${index}`))
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([key, item]) =>
    key === 'examples' || key === 'example' ? [] : inside(item, `${way}/${key}`),
  )
  return [{ way, schema: value as Schema }, ...within]
}
const all = schemas.flatMap(([name, schema]) => inside(schema, name))

test('the same object is described once: a client has one type for it', () => {
  const shapes = Map.groupBy(
    all.filter(({ schema }) => schema.type === 'object' && typeof schema.properties === 'object'),
    ({ schema }) => JSON.stringify([schema.properties, schema.required, schema.additionalProperties]),
  )
  const twice = [...shapes.values()]
    .map((places) => places.map(({ way }) => way))
    .filter((ways) => ways.length > 1)
    .filter((ways) => ways.some((way) => way.includes('/')) || !sameOnPurpose.has(ways.join(' ')))
  expect(twice).toEqual([])
})

test('fields whose names differ in signs alone have a type of one name', () => {
  const alike = all.flatMap(({ way, schema }) => {
    const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
    const groups = Map.groupBy(fields, ([name]) => name.replaceAll(/\W/g, '').toLowerCase())
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group) => ({ way, forms: group.map(([, field]) => field) }))
  })
  expect(alike.map(({ way }) => way)).toEqual(['ZammadEvent'])
  for (const { forms } of alike) expect(forms).toEqual(forms.map(() => ({ $ref: expect.any(String) })))
})

/** A change and what it is made of may look alike now; they are sent for different things and grow apart. */
const sameOnPurpose = new Set([
  'AgreementsChange NewAgreements',
  'CustomerChange PutCustomer',
  'FreePlace OutreachCallback Uncovered',
  'NamedEmployee PulseTeam',
])

test('a format is not said a second time by a pattern, and whole numbers have no bounds of the machine', () => {
  for (const { way, schema } of all) {
    if (typeof schema.format === 'string') expect(schema, way).not.toHaveProperty('pattern')
    expect(schema.maximum, way).not.toBe(Number.MAX_SAFE_INTEGER)
    const others = Array.isArray(schema.anyOf) ? schema.anyOf.filter(({ type }) => type !== 'null') : []
    if (others.length === 1) expect(others[0], `${way}: null is a type of its own`).toHaveProperty('$ref')
  }
})

test('what is answered may grow, and what is sent may not', () => {
  const sent = new Set<string>()
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (sent.has(name)) continue
      sent.add(name)
      follow(document.components.schemas[name] ?? {})
    }
  }
  for (const { operation } of operationsOf(document)) follow(operation.requestBody ?? {})
  for (const [name, schema] of schemas) {
    if (schema.type !== 'object') continue
    const open = schema.additionalProperties !== false
    // Identity providers send more than anybody keeps, and RFC 7643 has it read over; bridges for telephones do as well.
    expect(open, name).toBe(!sent.has(name) || name.startsWith('Scim') || name === 'ZammadEvent')
  }
})
