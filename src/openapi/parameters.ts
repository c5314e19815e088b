import { componentName } from './component-name.ts'
import type { JsonSchema } from './tidy-schemas.ts'

/** What an operation takes beside a body. */
export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description: string
  readonly schema: JsonSchema
  readonly example?: unknown
}

/**
 * The name by which a parameter is said once; undefined for a filter, which is each list's own, and for whatever takes a
 * `limit` and a `cursor` and is no list of pages.
 */
export function sharedName(
  { in: place, name, required, example }: Parameter,
  isPaged: boolean,
): string | undefined {
  if (place === 'query' && !(isPaged && (name === 'limit' || name === 'cursor'))) return undefined
  // A token is a key of ours at one address, and a customer’s page at another.
  if (place === 'path' && name === 'token') return undefined
  // The same header may be asked for here and be welcome there, or take nothing but a star.
  return `${example === '*' ? 'Only' : ''}${place === 'header' && required ? 'Required' : ''}${componentName(name)}`
}

/** A parameter as generated, with what all of its sort have in common: in a list, commas mean or. */
export function finishParameter(parameter: Parameter): Parameter {
  const { name, in: place, schema, required, description, ...rest } = parameter
  const many = place === 'query' && schema.type === 'array'
  return {
    name,
    in: place,
    ...(required === undefined ? {} : { required }),
    description: description ?? describe(name, place, schema),
    ...rest,
    ...(many ? { style: 'form', explode: false } : {}),
    schema,
  }
}

function describe(name: string, place: string, schema: JsonSchema): string {
  if (place === 'path') return `The ${words(name)}.`
  if (schema.type === 'array') return `Only what has this \`${name}\`, or one of several divided by commas.`
  return `Only what has this \`${name}\`.`
}

/** `caseId` as `id of the case`. */
function words(name: string): string {
  const of = /^(\w+)Id$/.exec(name)?.[1]
  return of === undefined
    ? name
    : `id of the ${of.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`
}
