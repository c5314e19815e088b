import { isScim } from '../http/scim-path.ts'
import type { ProblemKind } from '../lib/problem.ts'
import type { DocumentedAnswer, Operation } from './document.ts'
import { type JsonSchema, resolved } from './tidy-schemas.ts'

/** What is known of an operation when its headers and its refusals are described. */
export interface Traits {
  readonly path: string
  readonly method: string
  /** It speaks SCIM: other media types, and another form of refusals. */
  readonly scim: boolean
  /** Somebody must call. */
  readonly called: boolean
  /** An employee may call, so a system may do it for one. */
  readonly forEmployees: boolean
  /** It answers with one resource that has a version. */
  readonly single: boolean
  /** It can find that the version is another one. */
  readonly guarded: boolean
  /** It must be said which version is meant. */
  readonly needsVersion: boolean
  /** It makes what is not there yet. */
  readonly makesOrChanges: boolean
}

export type Schemas = Record<string, JsonSchema>

/** The traits of the operation with this method at this path, which refuses with these kinds of problems. */
export function traitsOf(
  path: string,
  method: string,
  { security, responses }: Operation,
  kinds: readonly ProblemKind[],
  schemas: Schemas,
): Traits {
  const refuses = (status: number): boolean => kinds.some((kind) => kind.status === status)
  return {
    path,
    method,
    scim: isScim(path),
    called: security.length > 0 || refuses(429),
    forEmployees: !isScim(path) && security.length > 0,
    single: Object.entries(responses).some(
      ([status, answer]) =>
        status.startsWith('2') &&
        (hasVersion(fieldsOf(answer, schemas)) || 'text/calendar' in (answer.content ?? {})),
    ),
    guarded: refuses(412),
    needsVersion: refuses(428),
    makesOrChanges: method === 'put' && '201' in responses,
  }
}

/** The fields of what is answered; of an answer in one of several forms, the fullest comes first. */
export function fieldsOf({ content }: DocumentedAnswer, schemas: Schemas): object {
  const schema = resolved(content?.['application/json']?.schema, schemas)
  const [fullest = schema] = (schema?.anyOf as JsonSchema[] | undefined) ?? []
  return (resolved(fullest, schemas)?.properties as object | undefined) ?? {}
}

/** Its own version, or in SCIM that in `meta`. */
const hasVersion = (fields: object): boolean =>
  'version' in fields ||
  ('meta' in fields && 'version' in (((fields.meta as JsonSchema).properties ?? {}) as object))
