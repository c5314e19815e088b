import { z } from 'zod'
import { Event } from '../rooms/events/contract.ts'
import { dataOfCases } from './data-of-cases.ts'
import { dataOfTheHouse } from './data-of-the-house.ts'
import { exampleOf, maybe } from './event-members.ts'
import { type EventType, eventTypes } from './event-types.ts'

const exampleMoment = '2026-11-02T09:12:44.000Z'

/** What `data` holds, by the type of event. A type without an entry does not compile. */
const members: Readonly<Record<EventType, z.ZodRawShape>> = { ...dataOfTheHouse, ...dataOfCases }

const { actedBy, actedFor } = Event.shape.data.shape

/** What `data` of such an event holds, to the letter: nothing else is recorded. */
export const dataOf = (type: EventType): z.ZodObject =>
  z.strictObject({ ...members[type], actedBy: maybe(actedBy), actedFor: maybe(actedFor) })

/** A type of event as others are told of it. */
export interface CataloguedType {
  readonly type: EventType
  readonly description: string
  /** JSON Schema 2020-12 of the whole event. It may grow members. */
  readonly schema: Readonly<Record<string, unknown>>
  readonly example: Readonly<Record<string, unknown>>
}

/** Every type of event, in the order in which the house speaks of them. */
export const eventCatalogue: readonly CataloguedType[] = (Object.keys(eventTypes) as EventType[]).map(
  (type) => ({ type, description: eventTypes[type], schema: schemaOf(type), example: exampleEvent(type) }),
)

function schemaOf(type: EventType): CataloguedType['schema'] {
  const always = [
    ...(isOfCases(type) ? ['caseId', 'caseSequence'] : []),
    ...(isOfCustomers(type) ? ['customerId'] : []),
  ]
  const data = z.looseObject({ ...members[type], actedBy, actedFor })
  const whole = Event.extend({ type: z.literal(type), data }).meta({ description: eventTypes[type] })
  const schema = z.toJSONSchema(whole, { io: 'output', override: ({ jsonSchema }) => plainly(jsonSchema) })
  return { ...schema, title: type, required: [...(schema.required ?? []), ...always] }
}

type JsonSchema = Parameters<NonNullable<z.core.ToJSONSchemaParams['override']>>[0]['jsonSchema']

/** More members may come, null is a type like others, whole numbers need no bounds of the machine's, and no example stands in a schema. */
function plainly(schema: JsonSchema): void {
  const { anyOf } = schema
  delete schema.examples
  if (schema.additionalProperties === false) delete schema.additionalProperties
  delete schema.id
  if (schema.type === 'integer') {
    if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
    if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  }
  const [one, other] = anyOf ?? []
  if (!one || other?.type !== 'null' || typeof one.type !== 'string') return
  delete schema.anyOf
  Object.assign(schema, one, { type: [one.type, 'null'] })
  if (one.enum) schema.enum = [...one.enum, null]
}

function exampleEvent(type: EventType): CataloguedType['example'] {
  const data = Object.entries(members[type]).flatMap(([name, member]) => {
    const example = exampleOf(member)
    return example === undefined ? [] : [[name, example] as const]
  })
  return {
    id: '0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30',
    type,
    at: exampleMoment,
    timestamp: exampleMoment,
    ...(isOfCases(type) && {
      caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
      caseSequence: type === 'case.opened' ? 1 : 4,
    }),
    ...(isOfCustomers(type) && { customerId: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03' }),
    actor: { kind: 'employee', id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12' },
    data: Object.fromEntries(data),
  }
}

function isOfCases(type: EventType): boolean {
  return type in dataOfCases
}

function isOfCustomers(type: EventType): boolean {
  return isOfCases(type) || type.startsWith('customer.') || type === 'survey.requested'
}
