import type { Parameter } from './parameters.ts'
import type { JsonSchema } from './tidy-schemas.ts'

/** As much of an OpenAPI document as is finished here. */
export interface OpenApiDocument {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, JsonSchema>; readonly [kind: string]: unknown }
}

/** An operation as it is generated from its route, with all of it in its place. */
export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly Record<string, readonly string[]>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: RequestBody
  readonly responses: Readonly<Record<string, DocumentedAnswer>>
}

/** An operation that refers to what it has in common with others. */
export interface FinishedOperation extends Omit<Operation, 'parameters' | 'responses'> {
  readonly parameters: readonly (Parameter | DocumentReference)[]
  readonly responses: Readonly<Record<string, DocumentedAnswer | DocumentReference>>
}

interface RequestBody {
  readonly content: Content
  readonly required?: boolean
}

export interface DocumentedAnswer {
  readonly description: string
  readonly headers?: Record<string, DocumentReference>
  readonly content?: Content
}

export type Content = Record<string, Media>

interface Media {
  readonly schema: JsonSchema
  readonly example?: unknown
  readonly examples?: Record<string, Example | DocumentReference>
}

export interface Example {
  readonly summary: string
  readonly value: unknown
}

/** What is said elsewhere in the document. */
export interface DocumentReference {
  readonly $ref: string
}
