import type { Parameter, Reference } from './headers.ts'
import type { JsonSchema } from './tidy-schemas.ts'

/** As much of an OpenAPI document as is finished here. */
export interface OpenApiDocument {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, JsonSchema>; readonly [kind: string]: unknown }
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly Record<string, readonly string[]>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: RequestBody
  readonly responses: Record<string, Answer>
}

interface RequestBody {
  readonly content: Content
  readonly required?: boolean
}

export interface Answer {
  readonly description: string
  readonly headers?: Record<string, Reference>
  readonly content?: Content
}

export type Content = Record<string, Media>

interface Media {
  readonly schema: JsonSchema
  readonly example?: unknown
  readonly examples?: Record<string, { readonly value: unknown }>
}
