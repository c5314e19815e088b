import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getTableName } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { newId } from '../../lib/id.ts'
import { PayloadTooLarge } from '../../lib/problems.ts'
import { importLines } from '../../tables/imports.ts'
import { decodeText } from './decode-text.ts'
import { readLine } from './read-line.ts'
import { type HowToRead, rowsOfCells, rowsOfLines, type SentRow } from './read-rows.ts'

/** A file whose lines wait in the database. */
export interface Staged {
  readonly importId: string
  /** How many lines there are. */
  readonly read: number
  /** SHA-256 of what was sent. */
  readonly fingerprint: Buffer
}

export interface SentFile extends HowToRead {
  readonly format: 'csv' | 'ndjson'
  readonly charset: string | undefined
  /** Of the organisation, with which telephone numbers are read. */
  readonly country: string
}

const mostBytes = 2 ** 30
/** Characters that are copied at once. */
const block = 64 * 1024

/**
 * Copies the lines of a file into the database as fast as it takes them, each read as far as it can be without looking at
 * others. All of them are there, or none. Throws `validation-failed` for a file that cannot be read, and
 * `payload-too-large` beyond a gibibyte.
 */
export async function stageLines(db: Database, sent: Readable, file: SentFile): Promise<Staged> {
  const importId = newId()
  const hash = createHash('sha256')
  let read = 0

  async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > mostBytes) throw PayloadTooLarge.because('A file may have a gibibyte.')
      hash.update(chunk)
      yield chunk
    }
  }
  async function* copied(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const texts = decodeText(measured(chunks), file.charset)
    let pending = ''
    for await (const row of (file.format === 'csv' ? rowsOfCells : rowsOfLines)(texts, file)) {
      read++
      pending += lineOf(importId, row, file.country)
      if (pending.length < block) continue
      yield pending
      pending = ''
    }
    if (pending !== '') yield pending
  }

  const connection = await db.bulk()
  let isWhole = false
  try {
    const into = `${getTableName(importLines)} (import_id, line, given, name, kind, phone, email, language, segment,
      system, external_id, customer_id, event_id, pointer, message, original)`
    // Whoever sent a file that cannot be read hears why: what carries the answer stays open.
    await pipeline(copied(sent.iterator({ destroyOnReturn: false })), connection.copyIn(into))
    isWhole = true
  } finally {
    connection.release(!isWhole)
  }
  return { importId, read, fingerprint: hash.digest() }
}

/** A row in the text format of COPY. */
function lineOf(importId: string, row: SentRow, country: string): string {
  const { line, given } = row
  const found =
    'message' in row ? { pointer: row.pointer ?? '', message: row.message } : readLine(given, country)
  const cells: (string | null)[] =
    'message' in found
      ? ['{}', ...unsaid, newId(), newId(), found.pointer, found.message, JSON.stringify(clean(given))]
      : [`{${Object.keys(found.fields)}}`, ...saidIn(found.fields), newId(), newId(), null, null, null]
  return `${[importId, String(line), ...cells].map(escaped).join('\t')}\n`
}

const columns = ['name', 'kind', 'phone', 'email', 'language', 'segment', 'system', 'externalId'] as const
const unsaid = columns.map(() => null)
const saidIn = (fields: Readonly<Record<string, string | null>>) =>
  columns.map((name) => fields[name] ?? null)

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (cell: string | null): string =>
  cell === null
    ? '\\N'
    : /[\\\t\n\r]/.test(cell)
      ? cell.replaceAll(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
      : cell

/** What was sent, without what the database cannot keep: it is shown to whoever mends the line. */
const clean = (given: object): object =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [kept(name), keptValue(value)]))

const keptValue = (value: unknown): unknown =>
  typeof value === 'string' ? kept(value) : typeof value === 'object' && value !== null ? '…' : value
const kept = (text: string): string => text.replaceAll('\0', '').toWellFormed()
