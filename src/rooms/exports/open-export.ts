import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { BulkConnection } from '../../db/bulk/bulk.ts'
import type { Database } from '../../db/database.ts'
import type { ReportDatabase } from '../../db/report-database.ts'
import { selecting } from '../../db/statement.ts'
import { decimalsOf } from '../../lib/money.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { feed } from '../../tables/events.ts'
import { organisation } from '../../tables/organisation.ts'
import { numberEvents } from '../events/feed.ts'
import type { ExportKind, ExportQuery } from './contract.ts'
import { cursorOf, type ExportEnd, type ExportPlace, exportRows, placeOf } from './export-rows.ts'
import type { ExportFormat } from './format.ts'
import { kinds } from './kinds.ts'

/** An export that has begun. */
export interface OpenExport {
  /** The bytes, from the first to the mark of the end. */
  readonly stream: Readable
  /** RFC 3339: what was committed by then is in it. */
  readonly asOf: string
  /** What can be said of the end once the stream is over. */
  readonly end: () => ExportEnded | undefined
}

interface ExportEnded {
  readonly complete: boolean
  readonly rows: number
  readonly cursor: string
}

/** For how long one stream goes on, in milliseconds. */
const longest = 10 * 60_000

const state = selecting({
  head: sql<number>`coalesce((select max(f.position) from ${feed} f), 0)`,
  currency: sql<string>`o.currency`,
})<object>(sql`from ${organisation} o`)

/** Begins an export, on a connection of its own. */
export async function openExport(
  { reports, primary }: { readonly reports: ReportDatabase; readonly primary: Database },
  name: ExportKind,
  format: ExportFormat,
  query: z.output<typeof ExportQuery>,
): Promise<OpenExport> {
  const start = query.cursor === undefined ? undefined : placeOf(name, query.cursor)
  const { outcome, asOf } = await reports.read(async (db) => {
    if (db === primary) await numberEvents(db)
    const connection = await db.bulk()
    // The head is read before any row, so nothing that it counts can be missing.
    const told = await db.row(state, {}).catch((error: unknown) => {
      connection.release()
      throw error
    })
    const head = told?.head ?? 0
    // A replica may be behind what was read elsewhere; the primary is not, so this place was in a history that is no more.
    if (db === primary && start !== undefined && start.position > head) {
      connection.release()
      throw ValidationFailed.at('/cursor', 'is behind the end of the history here: export all of it anew')
    }
    return { connection, head, currency: told?.currency ?? 'EUR', start }
  })
  return begin(name, format, query, outcome, asOf)
}

function begin(
  name: ExportKind,
  format: ExportFormat,
  { limit = Number.MAX_SAFE_INTEGER, bom = false }: z.output<typeof ExportQuery>,
  from: {
    readonly connection: BulkConnection
    readonly head: number
    readonly currency: string
    readonly start: ExportPlace | undefined
  },
  asOf: string,
): OpenExport {
  const { connection, head } = from
  const kind = kinds[name]
  const columns = kind.columns(decimalsOf(from.currency))
  const until = performance.now() + longest
  const first = kind.about === undefined ? { position: 0 } : { position: head, behind: null }
  const start = from.start ?? first
  let ended: ExportEnded | undefined

  async function* bytes(): AsyncGenerator<Buffer> {
    if (format === 'csv') yield Buffer.from(`${bom ? '\uFEFF' : ''}${Object.keys(columns).join(',')}\r\n`)
    const goesOn = () => performance.now() < until
    const end = toldOf(
      name,
      yield* exportRows({ connection, kind, columns, format, head, limit, goesOn }, start),
    )
    if (format === 'ndjson') yield Buffer.from(`${JSON.stringify({ end: true, ...end })}\n`)
    ended = end
  }
  const stream = Readable.from(bytes(), { objectMode: false })
  // Whoever leaves in the middle leaves rows on the wire; and one who asks for the headers alone never begins.
  stream.once('close', () => connection.release(ended === undefined))
  return { stream, asOf, end: () => ended }
}

const toldOf = (kind: ExportKind, { place, rows, isCut }: ExportEnd): ExportEnded => ({
  complete: !isCut,
  rows,
  cursor: cursorOf(kind, place),
})
