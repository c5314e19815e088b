import fc from 'fast-check'
import { committedDocument, operationsOf, type Schema } from '../support/document.ts'
import { bodySchemaOf, branchesOf, fittingValues } from '../support/request-schemas.ts'
import { anyJson, place } from './draw-values.ts'
import type { Mutation } from './mutation.ts'

interface Field {
  readonly name: string
  readonly way: readonly (string | number)[]
  readonly schema: Schema
}

/** Every field in a schema, at any depth. */
function fieldsIn(schema: Schema, way: Field['way'] = []): readonly Field[] {
  return branchesOf(schema).flatMap((branch) => [
    ...Object.entries((branch.properties ?? {}) as Record<string, Schema>).flatMap(([name, field]) => [
      { name, way: [...way, name], schema: field },
      ...fieldsIn(field, [...way, name]),
    ]),
    ...(branch.items ? fieldsIn(branch.items as Schema, [...way, 0]) : []),
  ])
}

const everyField = [
  ...new Set(
    operationsOf(committedDocument()).flatMap(({ operation }) =>
      fieldsIn(bodySchemaOf(operation)).map(({ name }) => name),
    ),
  ),
]
const strangers = [
  'isAdmin', 'id', 'version', 'role', 'ownerId', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'a/b~c', 'a\u0000', '\ud800', '👩', '0',
] // biome-ignore format: a list to be read as a list

const fittingIn = (fields: readonly Field[]) =>
  fields.flatMap(({ name, way, schema }) =>
    fittingValues(schema).map((value) => ({ name, way, json: JSON.stringify(value) })),
  )

/** A change to a body that leaves it well formed: what is wrong with it is what it means, if anything. */
export function meaningMutation(schema: Schema): fc.Arbitrary<Mutation> {
  const fitting = fittingIn(fieldsIn(schema)).map(({ way, json }) => ({ kind: 'set' as const, way, json }))
  const byField = [...Map.groupBy(fitting, ({ way }) => way.join('/')).values()]
  // Of a file nothing is known but that it is text.
  if (byField.length === 0) return fc.constant({ kind: 'set' as const, way: [], json: '"name"' })
  return fc.constantFrom(...byField).chain((values) => fc.constantFrom(...values))
}

/** A change to a body: at any place any value, and for a field that the operation has, a value that fits or nearly. */
export function bodyMutation(schema: Schema): fc.Arbitrary<Mutation> {
  const fields = fieldsIn(schema)
  const fitting = fittingIn(fields)
  const added = fc.oneof(
    ...(fitting.length > 0
      ? [
          { weight: 5, arbitrary: fc.constantFrom(...fitting).map(({ name, json }) => ({ name, json })) },
          {
            weight: 3,
            arbitrary: fc.record({ name: fc.constantFrom(...fields.map(({ name }) => name)), json: anyJson }),
          },
        ]
      : []),
    {
      weight: 1,
      arbitrary: fc.record({ name: fc.constantFrom(...everyField, ...strangers), json: anyJson }),
    },
  )
  const putFitting = fitting.length > 0 ? fc.constantFrom(...fitting).map(({ json }) => json) : anyJson
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('put'), at: place, json: anyJson }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('put'), at: place, json: putFitting }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('drop'), at: place }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('wrap'), at: place, in: fc.constantFrom('list', 'object') }),
    },
    // An object that is added to comes at any place, the outermost mostly.
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.oneof(fc.constant(0), place), added)
        .map(([at, more]) => ({ kind: 'add' as const, at, ...more })),
    },
    { weight: 2, arbitrary: bytesMutation },
    { weight: 1, arbitrary: encodeMutation },
  )
}

const bytesMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constant('bytes'),
  at: fc.nat({ max: 2000 }),
  cut: fc.nat({ max: 4 }),
  hex: fc.oneof(
    fc.constantFrom(
      '',
      '00',
      'ff',
      'fffe',
      'c0af',
      'eda080',
      'efbbbf',
      '5c',
      '22',
      '7b',
      '5d',
      '2c',
      '0a',
      'f09f98',
      'e2808b',
      '5c7530303030',
    ),
    fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  ),
})
const encodeMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constant('encode'),
  as: fc.constantFrom('utf16le', 'bom', 'latin1', 'twice', 'half', 'nothing'),
})
