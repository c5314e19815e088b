import type { Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { CopyOut } from './copy-out.ts'

/** A connection on which much is moved: what it does may take as long as it takes, and nobody else waits for it. */
export interface BulkConnection {
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** The rows of a query as CSV, or as lines of text where each row is one value. */
  copyOut(query: string, format: 'csv' | 'lines'): CopyOut
  /** Takes rows in the text format of COPY; what was written is there when it has finished. */
  copyIn(into: string): Writable
  /** Gives it back; `broken` when something is still under way on it. */
  release(broken?: boolean): void
}

const formats = {
  csv: { options: `(format csv, null '')`, lineEnd: '\r\n' },
  // No text has these two signs in it once it is JSON, so nothing is quoted and a row is a line.
  lines: { options: `(format csv, quote e'\\x01', delimiter e'\\x02')`, lineEnd: '\n' },
} as const

/** Opens such connections, so many at once; whoever comes then hears that the database is busy. */
export function openBulk(config: pg.PoolConfig, onError: (error: Error) => void) {
  const pool = new pg.Pool({ ...config, idleTimeoutMillis: 10_000 })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return {
    connect: async (): Promise<BulkConnection> => connectionOf(await pool.connect()),
    close: () => pool.end(),
  }
}

function connectionOf(client: pg.PoolClient): BulkConnection {
  return {
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
    copyOut: (query, format) => {
      const { options, lineEnd } = formats[format]
      return client.query(new CopyOut(`copy (${query}) to stdout with ${options}`, lineEnd))
    },
    copyIn: (into) => client.query(copyFrom(`copy ${into} from stdin`)),
    release: (broken = false) => client.release(broken),
  }
}
