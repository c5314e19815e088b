import { beforeAll, describe, expect, test } from 'vitest'
import { committedDocument, operationsOf, type Schema } from '../support/document.ts'
import { bodySchemaOf, bodyTypeOf, branchesOf, objectPlaces } from '../support/request-schemas.ts'
import type { Answer } from '../support/service.ts'
import { type Stage, setStage, type ValidRequest } from '../support/stage.ts'
import { useService } from '../support/use-service.ts'
import type { Method } from './mutation.ts'
import { withFields } from './with-fields.ts'

const operations = operationsOf(committedDocument()).filter(
  ({ operation }) => bodyTypeOf(operation) === 'application/json',
)

const service = useService()
let stage: Stage
beforeAll(async () => {
  stage = await setStage(service)
})

const send = (
  { path, method }: (typeof operations)[number],
  { params = {}, headers, as }: ValidRequest,
  body: unknown,
): Promise<Answer> =>
  service.call(
    method.toUpperCase() as Method,
    path.replaceAll(/\{(\w+)\}/g, (_, param) => params[param] ?? ''),
    {
      body: body as object,
      ...(headers ? { headers } : {}),
      ...(as === undefined ? {} : { as }),
    },
  )

const isOf = (type: string, schema: Schema): boolean =>
  branchesOf(schema).some((branch) => [branch.type].flat().includes(type) || !('type' in branch))
const propertiesOf = ({ properties = {} }: Schema) => Object.entries(properties as Record<string, Schema>)

/** Whether a field takes any words, as long as there are some. */
const isWords = (schema: Schema): boolean =>
  isOf('string', schema) &&
  branchesOf(schema).some(
    ({ minLength, format, pattern }) =>
      Number(minLength) > 0 && format === undefined && pattern === undefined,
  )

describe('words of which nothing can be seen', () => {
  // A space without width, a joiner, a soft hyphen, a mark of direction, a tag, a filler, and the blank of Braille.
  const unseen = ['\u200b', '\u2060', '\u00ad', '\u200e\u202e', '\u{e0041}', '\u3164', ' \u2800 ']
  const worded = operations.flatMap((each) => {
    const places = [
      ...Map.groupBy(objectPlaces(bodySchemaOf(each.operation)), ({ schema }) => schema).values(),
    ].flatMap(([place]) => {
      const names = place ? propertiesOf(place.schema).filter(([, field]) => isWords(field)) : []
      return place && names.length > 0 ? [{ way: place.way, names: names.map(([name]) => name) }] : []
    })
    return places.length > 0 ? [{ ...each, places }] : []
  })

  test.each(worded)('are refused as no words are: $name', async ({ places, ...each }) => {
    const request = await stage.prepare(each.name)
    for (const { way, names } of places) {
      const fields = Object.fromEntries(names.map((name, n) => [name, unseen[n % unseen.length]]))
      const { status, body } = await send(
        each,
        request,
        withFields(bodySchemaOf(each.operation), request.body, way, fields),
      )
      expect(status, JSON.stringify(body)).toBe(400)
      const pointers = names.map((name) => `#${[...way, name].map((step) => `/${step}`).join('')}`)
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
        expect.arrayContaining(pointers),
      )
    }
  })

  test('of very many fields', () => {
    const fields = worded.flatMap(({ places }) => places.flatMap(({ names }) => names))
    expect(fields.length).toBeGreaterThan(100)
    expect(new Set(fields)).toEqual(
      new Set([
        ...fields,
        'name',
        'subject',
        'title',
        'question',
        'summary',
        'reason',
        'text',
        'body',
        'label',
      ]),
    )
  })
})

describe('null in a field that may be left out', () => {
  const made = operations.filter(({ method }) => method === 'post' || method === 'put')
  let nulls = 0

  /** The value with null in each field of it that it leaves out, and may. */
  function withNulls(schema: Schema, value: unknown): unknown {
    const [items] = branchesOf(schema).flatMap((branch) => (branch.items ? [branch.items as Schema] : []))
    if (Array.isArray(value)) return value.map((item) => withNulls(items ?? {}, item))
    if (typeof value !== 'object' || value === null) return value
    const given = Object.entries(value)
    const fitting = branchesOf(schema).find(({ properties }) =>
      given.every(([name]) => Object.hasOwn(properties ?? {}, name)),
    )
    const fields = new Map(propertiesOf(fitting ?? {}))
    const needed = (fitting?.required ?? []) as readonly string[]
    const leftOut = [...fields].filter(
      ([name, field]) => !Object.hasOwn(value, name) && !needed.includes(name) && !isOf('null', field),
    )
    nulls += leftOut.length
    return Object.fromEntries([
      ...given.map(([name, item]) => [name, withNulls(fields.get(name) ?? {}, item)]),
      ...leftOut.map(([name]) => [name, null]),
    ])
  }

  test.each(made)('leaves it out: $name', async (each) => {
    const request = await stage.prepare(each.name)
    const { status, text } = await send(
      each,
      request,
      withNulls(bodySchemaOf(each.operation), request.body ?? {}),
    )
    expect(status, text).toBeLessThan(300)
  })

  test('was in very many', () => {
    expect(nulls).toBeGreaterThan(80)
  })

  test('changes nothing where null means something, and a field that is needed may not be null', async () => {
    const body = { name: null, phone: '06 12345678', kind: null, segment: null }
    const made = await service.call('POST', '/v1/customers', { body })
    expect([made.status, made.body.name, made.body.kind]).toEqual([201, null, 'person'])
    const refused = await service.call('POST', '/v1/topics', { body: { code: 'nulls', name: null } })
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ pointer: '#/name', message: 'must be a string' }],
    ])
    const patch = { body: { kind: null }, headers: { 'if-match': '*' } }
    expect((await service.call('PATCH', `/v1/customers/${made.body.id}`, patch)).status).toBe(400)
  })
})
