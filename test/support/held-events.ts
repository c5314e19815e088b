import { expect } from 'vitest'
import { dataOf } from '../../src/history/event-catalogue.ts'
import { type EventType, eventTypes } from '../../src/history/event-types.ts'
import type { Service } from './service.ts'

interface Found {
  readonly type: string
  readonly data: unknown
}

/** Those that the service told: a script of a test says nothing in its events, or gives them ids of another version. */
const told = `select distinct type, data from events where data <> '{}' and substr(id::text, 15, 1) = '7'`

/** Fails unless every event that the service told in a test is what the catalogue says of its type, to the last member. */
export async function expectCatalogued({ sql }: Pick<Service, 'sql'>): Promise<void> {
  const { rows } = await sql.query<Found>(told)
  const faults = rows.flatMap(({ type, data }) => {
    if (!isCatalogued(type)) return [`${type} is no type of event`]
    const { error } = dataOf(type).safeParse(data)
    return (error?.issues ?? []).map(({ path, message }) => `${type} ${path.join('.')}: ${message}`)
  })
  expect([...new Set(faults)]).toEqual([])
}

const isCatalogued = (type: string): type is EventType => Object.hasOwn(eventTypes, type)
