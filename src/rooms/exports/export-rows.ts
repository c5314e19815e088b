import type { BulkConnection } from '../../db/bulk/bulk.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import type { Columns } from './column.ts'
import type { ExportKind } from './contract.ts'
import type { ExportFormat } from './format.ts'
import type { Kind } from './kind.ts'
import { lastOfRows, lastThatFits, rowsBetween, rowsOfEvents } from './page-queries.ts'

/** Where an export is: at a place of the feed, or on its first way through all rows, behind the one with this id. */
export interface ExportPlace {
  readonly position: number
  /** Null: behind no row yet. Left out: the way through all rows is done. */
  readonly behind?: string | null
}

/** What is exported, and how far. */
export interface ExportPlan {
  readonly connection: BulkConnection
  readonly kind: Kind
  readonly columns: Columns
  readonly format: ExportFormat
  /** The last place of the feed when the export began. */
  readonly head: number
  readonly limit: number
  /** Whether there is time left for another page. */
  readonly goesOn: () => boolean
}

/** How an export ended. */
export interface ExportEnd {
  readonly place: ExportPlace
  readonly rows: number
  /** There was no time or no room for more. */
  readonly isCut: boolean
}

/** Rows, and places of the feed, of one page. */
const rowsAtOnce = 5000
const placesAtOnce = 20_000
/** Milliseconds without a row after which an export says how far it is: whoever hears nothing for longer hangs up. */
const longestSilence = 10_000

/**
 * The rows of an export as blocks of bytes, a page after the other; answers where it ended. An export begins with all rows
 * as they are, and goes on with those that changed since, by the events that tell of it: so a row comes again whenever it
 * changed, and what changes meanwhile comes next time at the latest.
 */
export async function* exportRows(plan: ExportPlan, start: ExportPlace): AsyncGenerator<Buffer, ExportEnd> {
  const { connection, kind, columns, format, head, limit, goesOn } = plan
  let place = start
  let rows = 0
  let heardAt = performance.now()
  const isOver = () => rows >= limit || !goesOn() || performance.now() - heardAt > longestSilence

  while (place.behind !== undefined) {
    if (isOver()) return { place, rows, isCut: true }
    const most = Math.min(rowsAtOnce, limit - rows)
    const [next] = await connection.rows<{ last: string | null; rows: number }>(
      lastOfRows(kind, place.behind, most),
    )
    if (next?.last) {
      rows += yield* copied(rowsBetween(kind, columns, format, place.behind, next.last))
      place = { ...place, behind: next.last }
    }
    if (!next?.last || next.rows < most) place = { position: place.position }
  }
  while (place.position < head) {
    if (isOver()) return { place, rows, isCut: true }
    const last = await endOfPage(place.position, limit - rows)
    rows += yield* copied(rowsOfEvents(kind, columns, format, place.position, last))
    place = { position: last }
  }
  return { place, rows, isCut: false }

  async function* copied(query: string): AsyncGenerator<Buffer, number> {
    const copy = connection.copyOut(query, format === 'csv' ? 'csv' : 'lines')
    for await (const bytes of copy) {
      yield bytes
      heardAt = performance.now()
    }
    return copy.rows
  }

  /** Up to which place there are no more than so many rows, as far as events tell of one each. */
  async function endOfPage(after: number, most: number): Promise<number> {
    const end = Math.min(head, after + placesAtOnce)
    if (most >= placesAtOnce) return end
    if (kind.about === undefined) return Math.min(end, after + most)
    const [next] = await connection.rows<{ last: number | null }>(lastThatFits(kind, after, end, most))
    return next?.last ?? end
  }
}

/** A place as a cursor. On the way through all rows of a kind it names the kind: behind that id there are other rows of another. */
export const cursorOf = (kind: ExportKind, { position, behind }: ExportPlace): string =>
  behind === undefined || behind === null ? String(position) : `${position}.${kind}.${behind}`

/** The place of a cursor, which has its form. Throws `validation-failed` for one from the middle of another kind. */
export function placeOf(kind: ExportKind, cursor: string): ExportPlace {
  const [position = '', of, behind] = cursor.split('.')
  if (behind === undefined) return { position: Number(position) }
  if (of !== kind)
    throw ValidationFailed.at(
      '/cursor',
      `is from the middle of an export of \`${of}\`: go on with that first`,
    )
  return { position: Number(position), behind }
}
