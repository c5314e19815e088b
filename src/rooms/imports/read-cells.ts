import { ValidationFailed } from '../../lib/problems.ts'

/** A record of CSV, and the line of the file on which it begins. */
export interface CellRecord {
  readonly line: number
  readonly cells: readonly string[]
}

export type Separator = ',' | ';' | '\t'

const longest = 100_000

/**
 * The records of CSV (RFC 4180), as they come: quoted cells may hold separators, quotes and line breaks; lines end with CRLF, LF
 * or CR. Spreadsheets write as many cells on each line as the widest has: empty ones at the end are no cells, and a line of
 * nothing else is none. Left to itself, the separator is the one that is most in the first line. Throws
 * `validation-failed` for a quote that is not closed.
 */
export async function* readCells(
  texts: AsyncIterable<string>,
  separator: Separator | undefined,
): AsyncGenerator<CellRecord> {
  let by = separator
  let rest = ''
  let line = 1
  for await (const text of texts) {
    rest += text
    by ??= separatorIn(rest)
    if (by === undefined) continue
    const parsed = parse(rest, by, line, false)
    yield* parsed.records
    rest = rest.slice(parsed.used)
    line = parsed.line
    if (rest.length > longest) throw tooLong(line)
  }
  const parsed = parse(rest, by ?? separatorIn(`${rest}\n`) ?? ',', line, true)
  yield* parsed.records
  if (parsed.used < rest.length) throw endless(parsed.line)
}

/** The separator of the first line, once all of it is there. */
function separatorIn(text: string): Separator | undefined {
  const begun = text.slice(0, longest).replace(/^[\r\n]+/, '')
  const plain = begun.replaceAll(/"[^"]*("|$)/g, (quoted) => '_'.repeat(quoted.length))
  const end = /[\r\n]/.exec(plain)
  if (!end) {
    if (text.length > longest) throw tooLong(1)
    return undefined
  }
  const count = (sign: Separator) => plain.slice(0, end.index).split(sign).length
  const [most = ','] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a))
  return most
}

interface Parsed {
  readonly records: readonly CellRecord[]
  /** How much of the text they are. */
  readonly used: number
  /** The line on which the rest begins. */
  readonly line: number
}

/** The whole records in a text; at its end, also the last one without a line break behind it. */
function parse(text: string, separator: Separator, firstLine: number, isEnd: boolean): Parsed {
  const records: CellRecord[] = []
  let used = 0
  let line = firstLine
  let cells: string[] = []
  let at = 0
  let begins = firstLine
  while (at < text.length) {
    let cell: string
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      // A quote at the very end may be half of a doubled one.
      if (close < 0 || (close + 1 >= text.length && !isEnd)) break
      cell = text.slice(at + 1, close).replaceAll('""', '"')
      line += breaksIn(cell)
      at = close + 1
      // What stands behind the quote belongs to it all the same, as spreadsheets read it.
      const next = nextStop(text, at, separator)
      cell += text.slice(at, next)
      at = next
    } else {
      const next = nextStop(text, at, separator)
      cell = text.slice(at, next)
      at = next
    }
    if (at >= text.length && !isEnd) break
    cells.push(cell)
    const stop = text[at]
    if (stop === separator) {
      at++
      if (at < text.length || !isEnd) continue
      cells.push('')
    } else {
      if (stop === '\r' && at + 1 >= text.length && !isEnd) break
      at += stop === '\r' && text[at + 1] === '\n' ? 2 : stop === undefined ? 0 : 1
      line++
    }
    while (cells.at(-1)?.trim() === '') cells.pop()
    if (cells.length > 0) records.push({ line: begins, cells })
    cells = []
    used = at
    begins = line
  }
  return { records, used, line: begins }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

function nextStop(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === separator || sign === '\n' || sign === '\r') return at
  }
  return text.length
}

const breaksIn = (cell: string): number => (cell.match(/\r\n|\r|\n/g) ?? []).length

const tooLong = (line: number) =>
  ValidationFailed.because(
    `The record on line ${line} is longer than ${longest} characters, or a quote in it is not closed.`,
  )

const endless = (line: number) =>
  ValidationFailed.because(`The record on line ${line} does not end: a quote is not closed.`)
