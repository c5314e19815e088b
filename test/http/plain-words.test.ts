import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { committedDocument, operationsOf } from '../support/document.ts'
import { bodyExampleOf, bodySchemaOf, bodyTypeOf, objectPlaces } from '../support/request-schemas.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

type Json = unknown
const wrong: readonly Json[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e9,
  '',
  ' ',
  'x',
  '{',
  'x'.repeat(21_000),
  [],
  [null],
  [{}],
  Array(2000).fill('x'),
  {},
  { x: 1 },
]

/** What no refusal says: words of a library, and of a programmer. */
const strange =
  /invalid|too (big|small)|expected|received|undefined|NaN|\[object|zod|regex|pattern|nonoptional|union|\bint\b/i

function replaced(root: Json, way: readonly (string | number)[], value: Json): Json {
  const [step, ...rest] = way
  if (step === undefined) return value
  if (typeof step === 'number') return [replaced(Array.isArray(root) ? root[0] : undefined, rest, value)]
  const object = typeof root === 'object' && root !== null ? (root as Record<string, Json>) : {}
  return { ...object, [step]: replaced(object[step], rest, value) }
}

const addressOf = (path: string): string => path.replaceAll(/\{\w+\}/g, () => randomUUID())

const told: string[] = []
function listen(what: string, { status, body, text }: Answer): void {
  if (status < 400 || status === 404) return
  expect([what, status < 500]).toEqual([what, true])
  const errors: { pointer: string; message: string }[] = body.errors ?? []
  for (const { pointer, message } of errors) {
    told.push(message)
    expect([what, pointer, message]).toEqual([
      what,
      expect.stringMatching(/^#/),
      expect.not.stringMatching(strange),
    ])
    expect(message).toMatch(/^[a-z].*[^.]$/s)
  }
  expect([what, text.includes('Invalid input')]).toEqual([what, false])
}

const operations = operationsOf(committedDocument())
const bodied = operations.filter(({ path, operation }) => bodyTypeOf(operation) && !path.startsWith('/scim/'))

test.each(bodied)(
  '$name says in plain words what is wrong with a body',
  async ({ name, path, method, operation }) => {
    const example = bodyExampleOf(operation)
    const places = objectPlaces(bodySchemaOf(operation))
    const ways = places.flatMap((place) => [
      place.way,
      ...[...place.fields].map((field) => [...place.way, field]),
    ])
    for (const way of ways)
      for (const value of wrong) {
        const answer = await service.call(method.toUpperCase() as 'POST', addressOf(path), {
          body: JSON.stringify(replaced(example, way, value) ?? ''),
          headers: { 'content-type': 'application/json', 'if-match': '*' },
        })
        listen(`${name} ${way.join('/')} ${String(JSON.stringify(value)).slice(0, 30)}`, answer)
      }
  },
)

test('of a value of another type its length is no fault, and no fault is told twice', async () => {
  const body = { name: [], segments: 'x'.repeat(200), agreements: { holidayCountry: 'x' } }
  const { errors } = (await service.call('POST', '/v1/teams', { body })).body
  expect(errors).toEqual([
    { pointer: '#/name', message: 'must be a string' },
    { pointer: '#/segments', message: 'must be an array' },
    { pointer: '#/agreements/holidayCountry', message: 'must be an ISO 3166-1 country such as NL' },
  ])
})

test('a list says in plain words what is wrong with its parameters', async () => {
  for (const { name, path, method, operation } of operations) {
    if (method !== 'get' || !path.startsWith('/v1/')) continue
    for (const parameter of operation.parameters.filter((each) => each.in === 'query'))
      for (const value of [
        '',
        ' ',
        'x',
        '-1',
        '1e9',
        '1.5',
        '99999999999',
        ',',
        'x'.repeat(300),
        '%7B%7D',
        `${'x,'.repeat(60)}x`,
      ]) {
        const url = `${addressOf(path)}?${parameter.name}=${value}`
        listen(`${name} ${parameter.name}=${value}`, await service.call('GET', url))
      }
  }
  expect(new Set(told).size).toBeGreaterThan(40)
})
