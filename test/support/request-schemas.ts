import { committedDocument, type Described, type Schema } from './document.ts'

/** An object somewhere in what is sent, and the names of the fields that it may have. */
export interface ObjectPlace {
  /** The way to it from the body; a number is an item of a list. */
  readonly way: readonly (string | number)[]
  readonly fields: ReadonlySet<string>
  /** Whether other fields may be in it: a map. */
  readonly isOpen: boolean
  /** The schema itself: places with the same one are checked by the same contract. */
  readonly schema: Schema
}

const document = committedDocument()

/** A schema behind its reference. */
function resolved(schema: Schema): Schema {
  const name = String(schema.$ref ?? '').replace('#/components/schemas/', '')
  return name === '' ? schema : resolved(document.components.schemas[name] ?? {})
}

const contentOf = (operation: Described) => Object.entries(operation.requestBody?.content ?? {})[0]

/** The media type of an operation's body, or undefined when it takes none. */
export const bodyTypeOf = (operation: Described): string | undefined => contentOf(operation)?.[0]

/** What the body of an operation must fit. */
export const bodySchemaOf = (operation: Described): Schema => contentOf(operation)?.[1].schema ?? {}

/** The body that the document shows, or an empty one. */
export const bodyExampleOf = (operation: Described): Readonly<Record<string, unknown>> =>
  structuredClone((contentOf(operation)?.[1].example ?? {}) as Record<string, unknown>)

/** The ways in which a value may be: the branches of a union, each behind its reference. */
export const branchesOf = (schema: Schema): readonly Schema[] => {
  const here = resolved(schema)
  const branches = [here.anyOf, here.oneOf, here.allOf].find(Array.isArray) as readonly Schema[] | undefined
  return branches ? branches.flatMap(branchesOf) : [here]
}

const propertiesOf = (schema: Schema) => Object.entries((schema.properties ?? {}) as Record<string, Schema>)

/** Every object in what fits a schema, the outermost first. */
export function objectPlaces(schema: Schema, way: ObjectPlace['way'] = []): readonly ObjectPlace[] {
  const branches = branchesOf(schema)
  const objects = branches.filter(({ type, properties }) => type === 'object' || properties !== undefined)
  const fields = new Set(objects.flatMap((object) => propertiesOf(object).map(([name]) => name)))
  const isOpen = objects.some(({ additionalProperties }) => additionalProperties !== false)
  const here = objects.map((object) => ({ way, fields, isOpen, schema: object }))
  const within = branches.flatMap((branch) => [
    ...propertiesOf(branch).flatMap(([name, property]) => objectPlaces(property, [...way, name])),
    ...(branch.items ? objectPlaces(branch.items as Schema, [...way, 0]) : []),
  ])
  return [...here.slice(0, 1), ...within]
}

/** A value that fits a schema, as the document shows it or as its type allows. */
export const exampleOf = (schema: Schema): unknown => fittingValues(schema)[0]

/** Values that fit a schema, or nearly: its examples, its choices, its bounds. */
export function fittingValues(schema: Schema, depth = 0): readonly unknown[] {
  const here = resolved(schema)
  if (depth > 6) return [null]
  if (here.examples) return here.examples
  if (Array.isArray(here.enum)) return here.enum
  if ('const' in here) return [here.const]
  const branches = branchesOf(here)
  if (branches.length > 1 || branches[0] !== here)
    return branches.flatMap((branch) => fittingValues(branch, depth + 1))
  return ofType(here, depth)
}

function ofType(schema: Schema, depth: number): readonly unknown[] {
  switch (schema.type) {
    case 'object': {
      const fields = propertiesOf(schema).map(([name, field]) => [name, fittingValues(field, depth + 1)[0]])
      return [Object.fromEntries(fields)]
    }
    case 'array':
      return [fittingValues((schema.items ?? {}) as Schema, depth + 1).slice(0, 2), []]
    case 'integer':
    case 'number':
      return [schema.minimum ?? 1, schema.maximum ?? 2, 7.5]
    case 'boolean':
      return [true, false]
    case 'null':
      return [null]
    default:
      return (
        byFormat[String(schema.format)] ?? [
          'Something.',
          'x',
          'EUR',
          '{{topic}}',
          '25.00',
          '09:00',
          '👩\u202e\u0301',
        ]
      )
  }
}

/** Ids of other kinds, of others and of nobody stand by their names for whoever has a scene. */
const byFormat: Readonly<Record<string, readonly string[]>> = {
  uuid: [
    'employeeId',
    'colleagueId',
    'specialistId',
    'customerId',
    'teamId',
    'foreignTeamId',
    'caseId',
    'endedCaseId',
  ]
    .concat('contactId', 'topicId', 'nobody')
    .map((name) => `{{${name}}}`),
  'date-time': ['2030-03-01T10:00:00Z', '2030-03-01T12:30:00+01:00', '2000-01-01T00:00:00+14:00'].concat(
    '2099-12-31T23:59:59.999999Z',
    '2026-03-29T02:30:00+01:00',
    '{{now}}',
    '{{yesterday}}',
    '{{tomorrow}}',
  ),
  date: ['2030-03-01', '2000-01-01', '2099-12-31', '2028-02-29'],
  duration: ['PT4H', 'P1D', 'PT999H999M', 'P999D', 'PT1M'],
}
