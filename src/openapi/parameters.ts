import type { Parameter } from './headers.ts'
import type { JsonSchema } from './tidy-schemas.ts'

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
