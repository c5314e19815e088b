import type { Schema } from '../support/document.ts'
import { branchesOf, exampleOf, type ObjectPlace } from '../support/request-schemas.ts'

type Fields = Readonly<Record<string, unknown>>

/** The body with an object at this way, from the examples where it has none, and these fields in it. */
export function withFields(
  schema: Schema,
  body: unknown,
  [step, ...rest]: ObjectPlace['way'],
  given: Fields,
): unknown {
  if (typeof step === 'number') {
    const items = branchesOf(schema).find((branch) => branch.items)?.items as Schema
    const list: readonly unknown[] = Array.isArray(body) && body.length > 0 ? body : [exampleOf(items)]
    return list.map((item, n) => (n === step ? withFields(items, item, rest, given) : item))
  }
  const branch = branchesOf(schema).find(
    ({ properties }) => properties !== undefined && (step === undefined || step in (properties as object)),
  )
  const fields = (branch?.properties ?? {}) as Readonly<Record<string, Schema>>
  const fits = typeof body === 'object' && body !== null && Object.keys(body).every((key) => key in fields)
  const here = (fits ? body : exampleOf(branch ?? {})) as Fields
  if (step === undefined) return { ...here, ...given }
  return { ...here, [step]: withFields(fields[step] ?? {}, here[step], rest, given) }
}
