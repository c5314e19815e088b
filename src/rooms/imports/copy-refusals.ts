import { Readable } from 'node:stream'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { importRefusals } from '../../tables/imports.ts'
import { asCells, plain, textOf, words } from '../exports/column.ts'
import type { ExportFormat } from '../exports/format.ts'
import { importColumns } from './contract.ts'

const columns = {
  line: plain(sql`f.line`),
  pointer: plain(sql`f.pointer`),
  message: words(sql`f.message`),
  ...Object.fromEntries(importColumns.map((name) => [name, words(sql.raw(`(f.original ->> '${name}')`))])),
}

/** The refused lines of an import as a file, as they were sent and with what is wrong: to mend and to send again. */
export async function copyRefusals(db: Database, importId: string, format: ExportFormat): Promise<Readable> {
  const from = sql`from ${importRefusals} f where f.import_id = ${uuid(importId)} order by f.line`
  const query =
    format === 'csv'
      ? asCells(columns, from)
      : sql`select f.original || jsonb_build_object('line', f.line, 'pointer', f.pointer, 'message', f.message) ${from}`
  const connection = await db.bulk()
  let isWhole = false
  async function* bytes(): AsyncGenerator<Buffer> {
    if (format === 'csv') yield Buffer.from(`${Object.keys(columns).join(',')}\r\n`)
    yield* connection.copyOut(textOf(query), format === 'csv' ? 'csv' : 'lines')
    isWhole = true
  }
  const stream = Readable.from(bytes(), { objectMode: false })
  stream.once('close', () => connection.release(!isWhole))
  return stream
}

/** COPY takes no parameters. */
const uuid = (id: string): SQL => sql.raw(`'${id.replaceAll(/[^0-9a-f-]/gi, '')}'::uuid`)
