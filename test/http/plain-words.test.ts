import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { committedDocument, operationsOf } from '../support/document.ts'
import { bodyExampleOf, bodySchemaOf, bodyTypeOf, objectPlaces } from '../support/request-schemas.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

type Json = unknown
/** What may pass for something of the right form: tried in each field, with all else as it should be. */
const texts: readonly Json[] = ['', ' ', 'x', '{', 'x'.repeat(21_000)]
/** What is of the wrong form nearly everywhere: tried in all fields of an object at once, since each is told of. */
const others: readonly Json[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e9,
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
    const send = async (what: string, body: Json) => {
      const answer = await service.call(method.toUpperCase() as 'POST', addressOf(path), {
        body: JSON.stringify(body ?? ''),
        headers: { 'content-type': 'application/json', 'if-match': '*' },
      })
      listen(`${name} ${what}`, answer)
    }
    for (const { way, fields } of objectPlaces(bodySchemaOf(operation))) {
      for (const value of [...texts, ...others]) {
        const what = String(JSON.stringify(value)).slice(0, 30)
        await send(`${way.join('/')} ${what}`, replaced(example, way, value))
        if (texts.includes(value))
          for (const field of fields)
            await send(`${[...way, field].join('/')} ${what}`, replaced(example, [...way, field], value))
        else {
          const all = Object.fromEntries([...fields].map((field) => [field, value]))
          await send(`all of ${way.join('/')} ${what}`, replaced(example, way, all))
        }
      }
    }
  },
)

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
