import { readFileSync } from 'node:fs'
import pino from 'pino'
import { buildApp } from '../../src/app.ts'
import type { App } from '../../src/http/app-type.ts'

/** As much of an OpenAPI document as tests read of it. */
export interface Document {
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly headers: Readonly<Record<string, { readonly required?: boolean }>>
  }
}

export interface Described {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly parameters: readonly DescribedParameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Contents }
  readonly responses: Readonly<Record<string, DescribedAnswer>>
}

interface DescribedParameter {
  readonly name: string
  readonly in: string
  readonly description: string
  readonly required?: boolean
  readonly style?: string
  readonly explode?: boolean
  readonly example?: unknown
  readonly schema: Schema
}

interface DescribedAnswer {
  readonly description: string
  readonly headers: Readonly<Record<string, { readonly $ref: string }>>
  readonly content?: Contents
}

type Contents = Readonly<Record<string, Contained>>

interface Contained {
  readonly schema: Schema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: Readonly<Record<string, unknown>> }>>
}

export type Schema = Readonly<Record<string, unknown>> & { readonly examples?: readonly unknown[] }

let known: Document | undefined

/** The document that is committed, as whoever reads it sees it: with what it says once wherever that is meant. Everybody has the same. */
export const committedDocument = (): Document => {
  known ??= readDocument()
  return known
}

function readDocument(): Document {
  const { paths, ...document } = JSON.parse(committedText())
  const inPlace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inPlace)
    if (typeof value !== 'object' || value === null) return value
    const [, kind = '', name = ''] =
      /^#\/components\/(parameters|responses|examples)\/(\w+)$/.exec(
        '$ref' in value ? String(value.$ref) : '',
      ) ?? []
    if (name !== '') return inPlace(document.components[kind][name])
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inPlace(item)]))
  }
  return { ...document, paths: inPlace(paths) }
}

export const committedText = (): string =>
  readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')

/** Every operation of a document. */
export const operationsOf = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
      name: operation.operationId,
    })),
  )

/** The application as far as it needs no database: its routes and what it tells of them. */
export async function sleepingApp(publicUrl: string | null = null): Promise<App> {
  const app = await buildApp({
    databaseUrl: 'postgresql://nobody@localhost/nothing',
    logger: pino({ level: 'silent' }),
    asleep: true,
    publicUrl,
  })
  await app.ready()
  return app
}
