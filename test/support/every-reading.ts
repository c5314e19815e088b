import { committedDocument, type Described, operationsOf } from './document.ts'

/** What there is to be found, by the names of the parameters that would find it. */
export type Wanted = Readonly<Record<string, string | readonly string[]>>

/** A way to read something: an operation, and the address with which to call it. */
interface Reading {
  readonly operation: string
  readonly url: string
}

/** Parameters that only say how much is read, and from where on. */
const paging = new Set(['limit', 'cursor'])

/**
 * Every way to read what is wanted: each GET operation of the document that an employee may call, as it is and with
 * each of its filters; not SCIM, which is for systems alone. Where a name means something else there, it is
 * `name of operation`. Throws for a parameter that `wanted` does not know, so
 * that none is forgotten.
 */
export function everyReading(wanted: Wanted): Reading[] {
  const valuesOf = (name: string, operation: string): readonly string[] => {
    const values = wanted[`${name} of ${operation}`] ?? wanted[name]
    if (values === undefined) throw new Error(`what would find it by the parameter ${name}?`)
    return typeof values === 'string' ? [values] : values
  }
  return operationsOf(committedDocument())
    .filter(({ path, method }) => method === 'get' && path.startsWith('/v1/'))
    .flatMap(({ path, operation, name }) => {
      const url = path.replaceAll(/\{([^}]+)\}/g, (_, parameter: string) =>
        encodeURIComponent(valuesOf(parameter, name)[0] ?? ''),
      )
      const most = named(operation, 'query').includes('limit') ? 'limit=200' : ''
      const filters = named(operation, 'query')
        .filter((parameter) => !paging.has(parameter))
        .flatMap((parameter) =>
          valuesOf(parameter, name).map((value) => [
            `${parameter}=${encodeURIComponent(value)}`,
            ...alongside(parameter),
          ]),
        )
      return [[], ...filters].map((query) => ({
        operation: name,
        url: `${url}?${[most, ...query].filter((part) => part !== '').join('&')}`.replace(/\?$/, ''),
      }))
    })
}

const named = ({ parameters }: Described, where: string): string[] =>
  (parameters ?? []).filter((parameter) => parameter.in === where).map(({ name }) => name)

/** What a filter cannot do without. */
const alongside = (parameter: string): string[] => (parameter === 'externalId' ? ['system=crm'] : [])
