import fc from 'fast-check'
import { committedDocument, type Described, operationsOf } from '../support/document.ts'
import { bodySchemaOf, fittingValues } from '../support/request-schemas.ts'
import { bodyMutation, meaningMutation } from './draw-body.ts'
import { anyJson, headerMutation, pathText, place, queryText, uriText } from './draw-values.ts'
import type { Mutation } from './mutation.ts'

const everyFilter = [
  ...new Set(
    operationsOf(committedDocument()).flatMap(({ operation }) =>
      operation.parameters.flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : [])),
    ),
  ),
]
const filtersOf = ({ parameters }: Described) => parameters.filter((parameter) => parameter.in === 'query')

/** A filter with a value that fits it or nearly, so that it is looked for; of the cursor none would. */
function fittingFilter(operation: Described): fc.Arbitrary<Mutation> | undefined {
  const values = filtersOf(operation)
    .filter(({ name }) => name !== 'cursor')
    .map(({ name, schema }) => [name, fittingValues(schema).flat().map(queryText)] as const)
  if (values.length === 0) return undefined
  return fc
    .constantFrom(...values)
    .chain(([name, texts]) =>
      fc.record({ kind: fc.constant('query'), name: fc.constant(name), text: fc.constantFrom(...texts) }),
    )
}

function queryMutation(operation: Described): fc.Arbitrary<Mutation> {
  const kind = fc.constant('query' as const)
  const strange = fc.record({
    kind,
    name: fc.constantFrom(...everyFilter, 'colour', 'limit[]', 'q%00', '__proto__', ''),
    text: uriText,
  })
  const fitting = fittingFilter(operation)
  if (!fitting) return strange
  const cursors = [
    'cursorOfCases',
    'cursorOfCustomers',
    'cursorOfEmployees',
    'cursorOfTeams',
    'cursorOfEvents',
  ]
  const odd = fc.record({
    kind,
    name: fc.constantFrom(...filtersOf(operation).map(({ name }) => name)),
    text: uriText,
    again: fc.nat({ max: 4 }).map((n) => n === 0),
  })
  const bent = fc.record({
    kind: fc.constant('cursor'),
    of: fc.constantFrom(...cursors),
    at: place,
    json: anyJson,
  })
  return fc.oneof(
    { weight: 6, arbitrary: fitting },
    { weight: 6, arbitrary: odd },
    { weight: 1, arbitrary: strange },
    { weight: 2, arbitrary: bent },
  )
}

/** One to three changes to a valid request of this operation: half of them to what it means, half to anything. */
export function mutationsOf(path: string, operation: Described): fc.Arbitrary<Mutation[]> {
  const takesBody = operation.requestBody !== undefined
  const takesQuery = operation.parameters.some((parameter) => parameter.in === 'query')
  const one: fc.Arbitrary<Mutation> = fc.oneof(
    { weight: takesBody ? 16 : 2, arbitrary: bodyMutation(bodySchemaOf(operation)) },
    { weight: takesQuery ? 16 : 2, arbitrary: queryMutation(operation) },
    {
      weight: path.includes('{') ? 3 : 0,
      arbitrary: fc.record({ kind: fc.constant('path'), at: place, text: pathText }),
    },
    { weight: 3, arbitrary: headerMutation },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('method'),
        as: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
      }),
    },
  )
  const wild = fc.array(one, { minLength: 1, maxLength: 3 })
  const meaning = takesBody ? meaningMutation(bodySchemaOf(operation)) : fittingFilter(operation)
  if (!meaning) return wild
  return fc.oneof(wild, fc.array(meaning, { minLength: 1, maxLength: 3 }))
}
