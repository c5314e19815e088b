import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { withoutApostrophe } from '../../lib/forms/csv.ts'
import { PayloadTooLarge, Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import { decodeText } from '../imports/decode-text.ts'
import { readCells } from '../imports/read-cells.ts'
import { rowsOfLines } from '../imports/read-rows.ts'
import { DecidedCustomer } from './write-contract.ts'

/** The lines of a file, and the line on which each stands. */
export interface ReadLines {
  readonly customers: readonly DecidedCustomer[]
  readonly lines: readonly number[]
  /** SHA-256 of what was sent. */
  readonly fingerprint: Buffer
}

const mostLines = 100_000
const mostFaults = 100
const columns = ['customerid', 'system', 'externalid', 'decision', 'refund', 'currency', 'why'] as const

/**
 * Reads a file of customers as it comes, as CSV or NDJSON; each line is looked at by itself. Throws `validation-failed` for
 * what cannot be read, `unprocessable` with the lines in which something is wrong, and `payload-too-large` beyond 100,000.
 */
export async function readFile(
  sent: Readable,
  { format, charset, currency }: FileToRead,
): Promise<ReadLines> {
  const customers: DecidedCustomer[] = []
  const lines: number[] = []
  const faults: { pointer: string; message: string }[] = []
  const hash = createHash('sha256')
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of sent.iterator({ destroyOnReturn: false })) {
      hash.update(chunk)
      yield chunk
    }
  }
  const texts = decodeText(hashed(), charset)
  const rows = format === 'csv' ? rowsOfCells(texts, currency) : rowsOfLines(texts, {})
  for await (const row of rows) {
    if (lines.length === mostLines)
      throw PayloadTooLarge.because('A file may name 100,000 customers; send the others in another one.')
    const read = DecidedCustomer.safeParse(row.given)
    const wrong =
      'message' in row
        ? { path: [], message: String(row.message) }
        : read.success
          ? dirty(row.given)
          : read.error.issues[0]
    if (wrong) {
      const path = wrong.path.map((step) => `/${String(step)}`).join('')
      faults.push({ pointer: `#${pointerOfLine(row.line)}${path}`, message: wrong.message })
      if (faults.length === mostFaults) break
      continue
    }
    if (!read.success) continue
    customers.push(read.data)
    lines.push(row.line)
  }
  if (faults.length > 0) throw Unprocessable.of(faults)
  return { customers, lines, fingerprint: hash.digest() }
}

interface FileToRead {
  readonly format: 'csv' | 'ndjson'
  readonly charset: string | undefined
  /** Of amounts that name none. */
  readonly currency: string
}

/** Where a line stands, as faults name it. */
export const pointerOfLine = (line: number): string => `/lines/${line}`

/** What the database cannot keep. */
const dirty = (given: object): { path: string[]; message: string } | undefined =>
  /\\u0000|\\ud[89a-f]/i.test(JSON.stringify(given))
    ? { path: [], message: 'has a character that cannot be kept' }
    : undefined

async function* rowsOfCells(texts: AsyncIterable<string>, currency: string) {
  let names: readonly string[] | undefined
  for await (const { line, cells } of readCells(texts, undefined)) {
    if (names === undefined) {
      names = cells.map((cell) => cell.trim().toLowerCase())
      const strange = names.find((name) => !columns.some((column) => column === name))
      if (strange !== undefined)
        throw ValidationFailed.because(
          `The column \`${strange.slice(0, 60)}\` is not known: the columns are customerId, system, externalId, decision, refund, currency, why.`,
        )
      continue
    }
    const at = (name: (typeof columns)[number]) => {
      const cell = (cells[names?.indexOf(name) ?? -1] ?? '').trim()
      return cell === '' ? undefined : withoutApostrophe(cell)
    }
    const given = {
      customerId: at('customerid'),
      reference:
        at('system') === undefined ? undefined : { system: at('system'), externalId: at('externalid') },
      decision: at('decision'),
      refund:
        at('refund') === undefined
          ? undefined
          : { amount: at('refund'), currency: at('currency') ?? currency },
      why: at('why'),
    }
    yield cells.length > names.length
      ? { line, given, message: `has ${cells.length} cells, and there are ${names.length} columns` }
      : { line, given }
  }
  if (names === undefined)
    throw ValidationFailed.because('The file is empty: its first line names the columns.')
}
