import type { z } from 'zod'
import { readCursor, writeCursor } from '../../db/lists/cursor.ts'
import type { Reader } from '../../db/work.ts'
import { eventCatalogue } from '../../history/event-catalogue.ts'
import type { Page, PageQuery } from '../../lib/page.ts'
import type { CataloguedEventType } from './event-type-contract.ts'

const order = [{ type: 'text' }] as const

/** The catalogue of event types, which is the same for everybody. */
export function listEventTypes(
  { address }: Reader,
  { limit, cursor }: PageQuery,
): Page<z.output<typeof CataloguedEventType>> {
  const asked = { address, filters: {} }
  const last = cursor === undefined ? undefined : readCursor(cursor, asked, order).keys[0]
  const from = eventCatalogue.findIndex(({ type }) => type === last) + 1
  const data = eventCatalogue.slice(from, from + limit)
  const isLast = from + limit >= eventCatalogue.length
  return {
    data: data.map((entry) => ({ ...entry })),
    nextCursor: isLast ? null : writeCursor(asked, { keys: [data.at(-1)?.type] }),
  }
}
