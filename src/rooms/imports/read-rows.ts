import { deepest, findRepeated, measure, membersOf } from '../../lib/forms/json-members.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { readCells, type Separator } from './read-cells.ts'
import { type Given, givenIn } from './read-line.ts'
import { type MappedColumns, readColumns, readMapping } from './read-mapping.ts'

/** A line of a file: what it says of a customer, or why that cannot be told. */
export type SentRow =
  | { readonly line: number; readonly given: Given }
  | { readonly line: number; readonly given: Given; readonly message: string; readonly pointer?: string }

const separators = { comma: ',', semicolon: ';', tab: '\t' } as const satisfies Record<string, Separator>

export interface HowToRead {
  readonly mapping?: string | undefined
  readonly separator?: keyof typeof separators | undefined
}

/** The rows of CSV, by the names of its first line. */
export async function* rowsOfCells(
  texts: AsyncIterable<string>,
  { mapping, separator }: HowToRead,
): AsyncGenerator<SentRow> {
  const named = readMapping(mapping)
  let columns: MappedColumns | undefined
  for await (const { line, cells } of readCells(texts, separator && separators[separator])) {
    // A first line by which spreadsheets tell the separator; it was told by that already.
    if (line === 1 && cells.length === 1 && /^sep=$/i.test(cells[0] ?? '')) continue
    if (columns === undefined) columns = readColumns(cells, named)
    else {
      const given = givenIn(cells, columns)
      yield cells.length > columns.length
        ? { line, given, message: `has ${cells.length} cells, and there are ${columns.length} columns` }
        : { line, given }
    }
  }
  if (columns === undefined)
    throw ValidationFailed.because('The file is empty: its first line names the columns.')
}

const longest = 100_000

/** The rows of NDJSON, one on each line. */
export async function* rowsOfLines(
  texts: AsyncIterable<string>,
  { mapping }: HowToRead,
): AsyncGenerator<SentRow> {
  const named = readMapping(mapping)
  let rest = ''
  let line = 0
  for await (const text of texts) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longest) throw ValidationFailed.because(`Line ${line + lines.length + 1} is too long.`)
    for (const each of lines) {
      line++
      if (each.trim() !== '') yield { line, ...read(each) }
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, ...read(rest) }

  function read(text: string): { given: Given; message?: string; pointer?: string } {
    const { depth, members } = measure(text)
    if (depth > deepest) return { given: {}, message: `is nested deeper than ${deepest} levels` }
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return { given: {}, message: 'is not JSON' }
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { given: {}, message: 'is no object' }
    const entries = Object.entries(value).flatMap(([name, field]): [string, unknown][] => {
      const mapped = named.get(name.toLowerCase())
      if (mapped === null || ours.has(name)) return []
      return [[mapped ?? name, field]]
    })
    const given: Given = Object.fromEntries(entries)
    // Of two values for a field only the writer knows which is meant.
    if (membersOf(value) !== members)
      return { given, message: 'is there twice', pointer: `#${findRepeated(text)}` }
    const names = entries.map(([name]) => name)
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice !== undefined) return { given, message: 'is there twice', pointer: `#/${twice}` }
    return { given }
  }
}

/** What refusals come with, and may be sent again with. */
const ours = new Set(['line', 'pointer', 'message'])
