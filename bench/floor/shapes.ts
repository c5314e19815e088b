/** What the shapes of the floor consist of, as JSON schema: Fastify compiles them once. */

export const text = { type: 'string' } as const
export const number = { type: 'integer' } as const
export const yesOrNo = { type: 'boolean' } as const
export const id = { type: 'string', format: 'uuid' } as const
export const nullable = (type: 'string' | 'integer') => ({ type: [type, 'null'] }) as const

export const object = (properties: Readonly<Record<string, unknown>>) =>
  ({ type: 'object', properties }) as const
export const objectOrNull = (properties: Readonly<Record<string, unknown>>) =>
  ({ type: ['object', 'null'], properties }) as const

/** A page of a list. */
export const pageOf = (item: object) =>
  object({ data: { type: 'array', items: item }, nextCursor: nullable('string') })

/** What a request has to bring, all of it and no more. */
export const exactly = (properties: Readonly<Record<string, unknown>>) => ({
  ...object(properties),
  required: Object.keys(properties),
  additionalProperties: false,
})
