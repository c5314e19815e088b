import { beforeAll, describe, expect, test } from 'vitest'
import { addressOf, operationOf, requestNames, requestOf } from '../requests/book.ts'
import { type Cast, meetCast } from '../support/cast.ts'
import { committedDocument, operationsOf } from '../support/document.ts'
import { bodySchemaOf, objectPlaces } from '../support/request-schemas.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let cast: Cast
beforeAll(async () => {
  cast = await meetCast(service)
})

interface Fault {
  readonly pointer: string
  readonly message: string
}

/** Where a moment may be said: a parameter of the query, or a field on the way from the body. */
interface Place {
  readonly name: string
  readonly pointer: string
  readonly query?: string
  readonly way?: readonly (string | number)[]
}

const places: readonly Place[] = operationsOf(committedDocument()).flatMap(({ name, operation }) => [
  ...operation.parameters
    .filter((each) => each.in === 'query' && each.schema.format === 'date-time')
    .map((each) => ({ name, query: each.name, pointer: `#/${each.name}` })),
  ...objectPlaces(bodySchemaOf(operation)).flatMap(({ way, schema }) =>
    Object.entries((schema.properties ?? {}) as Record<string, { format?: string }>)
      .filter(([, { format }]) => format === 'date-time')
      .map(([field]) => ({ name, way: [...way, field], pointer: `#/${[...way, field].join('/')}` })),
  ),
])

/** The body with a value put in a place of it; what lies between is made. */
function put(body: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value
  const here = (body ?? {}) as Record<string | number, unknown>
  return { ...here, [step]: put(here[step], rest, value) }
}

async function ask({ name, query, way }: Place, at: string): Promise<Answer> {
  const asked = await requestOf(requestNames.find((each) => operationOf(each) === name) ?? '', cast.fresh())
  const { method, url } = addressOf(name, asked)
  const askers = { owner: cast.id.owner, colleague: cast.id.teammate, coach: cast.id.coach }
  const added = query ? `${url.includes('?') ? '&' : '?'}${query}=${encodeURIComponent(at)}` : ''
  return service.call(method, `${url}${added}`, {
    ...(asked.by && { as: askers[asked.by] }),
    body: way ? put(asked.body, way, at) : asked.body,
    headers: asked.headers ?? {},
  })
}

test('moments are asked for in many places, in queries and in bodies', () => {
  expect(places.filter(({ query }) => query).length).toBeGreaterThan(25)
  expect(places.filter(({ way }) => way).length).toBeGreaterThan(15)
})

describe.each(places)('$name at $pointer', (place) => {
  test.each([
    ['ten decimals', '2026-11-21T09:30:00.1234567890Z'],
    ['forty decimals', `2026-11-21T09:30:00.${'1'.repeat(40)}+01:00`],
    ['a year that is another in UTC', '2099-12-31T23:59:59-15:00'],
    ['no offset', '2026-11-21T09:30:00'],
  ])('refuses a moment with %s, there', async (_, at) => {
    const answer = await ask(place, at)
    expect(answer.status).toBe(400)
    const pointers: string[] = answer.body.errors.map(({ pointer }: Fault) => pointer)
    expect(pointers.filter((pointer) => pointer === place.pointer)).toHaveLength(1)
  })

  // PostgreSQL knows offsets of less than sixteen hours; RFC 3339 those of less than a day.
  test.each([
    ['nine decimals', '2026-11-21T09:30:00.123456789Z'],
    ['an offset of sixteen hours', '2026-11-21T09:30:00+16:00'],
    ['the longest offset', '2026-11-21T09:30:00-23:59'],
  ])('reads a moment with %s', async (_, at) => {
    const { status, body } = await ask(place, at)
    expect(status, JSON.stringify(body)).toBeLessThan(500)
    if (place.query && !/^listCallbackSlots/.test(place.name)) expect(status).toBe(200)
    const messages: string[] = (body.errors ?? []).map(({ message }: Fault) => message)
    expect(messages.filter((message) => /moment|decimals|between 2000/.test(message))).toEqual([])
  })
})
