import { ValidationFailed } from '../../lib/problems.ts'
import { type ImportColumn, importColumns } from './contract.ts'

/** What each column of a file stands for; null: for nothing. */
export type MappedColumns = readonly (ImportColumn | null)[]

/** The columns that refusals come with: whoever mends a file may send them again. */
const ours = new Set(['line', 'pointer', 'message'])

const byName = new Map<string, ImportColumn>(importColumns.map((name) => [name.toLowerCase(), name]))

/** `Naam:name,"Telefoon, vast":phone,Datum:-` as a map. Throws `validation-failed`. */
export function readMapping(given: string | undefined): ReadonlyMap<string, ImportColumn | null> {
  const mapping = new Map<string, ImportColumn | null>()
  for (const pair of given === undefined ? [] : pairsIn(given)) {
    const at = pair.lastIndexOf(':')
    const column = unquoted(pair.slice(0, at).trim()).trim().toLowerCase()
    const field = pair.slice(at + 1).trim()
    const known = byName.get(field.toLowerCase())
    if (at < 1 || column === '' || (known === undefined && field !== '-'))
      throw ValidationFailed.at(
        '/mapping',
        `must be pairs such as Naam:name, of a column and one of ${importColumns.join(', ')}, or - for none`,
      )
    if (mapping.has(column))
      throw ValidationFailed.at('/mapping', `says of \`${column.slice(0, 60)}\` twice what it stands for`)
    mapping.set(column, known ?? null)
  }
  return mapping
}

/** What stands between commas, but for those in quotes: a name may have one in it. */
const pairsIn = (given: string): string[] => given.match(/(?:"(?:[^"]|"")*"|[^,])+|(?<=,|^)(?=,|$)/g) ?? []

const unquoted = (name: string): string =>
  /^".*"$/s.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name

/**
 * What the columns of these names stand for. Throws `validation-failed` for a name that is not known, one that comes twice,
 * and when nothing in the file is known by which a customer could be.
 */
export function readColumns(
  names: readonly string[],
  mapping: ReadonlyMap<string, ImportColumn | null>,
): MappedColumns {
  const columns = names.map((given) => {
    const name = given.trim().toLowerCase()
    const mapped = mapping.get(name)
    if (mapped !== undefined) return mapped
    if (ours.has(name)) return null
    const known = byName.get(name)
    if (known !== undefined) return known
    if (name === '') throw ValidationFailed.because('A column has no name: give it one, or remove it.')
    throw ValidationFailed.because(
      `The column \`${given.trim().slice(0, 60)}\` is not known: the columns are ${importColumns.join(', ')}. Name what it stands for in \`mapping\`, or - for nothing.`,
    )
  })
  const used = columns.filter((column) => column !== null)
  const twice = used.find((column, at) => used.indexOf(column) !== at)
  if (twice !== undefined) throw ValidationFailed.because(`Two columns stand for \`${twice}\`.`)
  if (used.length === 0) throw ValidationFailed.because('The file has no column of a customer.')
  return columns
}
