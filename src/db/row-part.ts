import type { RowOf, Selection } from './selection.ts'

/** The row of one table within a row that joins several: what is selected of it, and how it is found again. */
export interface RowPart<S extends Selection> {
  /** What the statement selects: `channel` of the part `callback` has the name `callback.channel`. */
  readonly columns: Selection
  /** This part of a row that was selected with these columns. */
  of(row: object): RowOf<S>
  /** The same of a `left join`: null where it found nothing, and so not even the first of the columns. */
  orNull(row: object): RowOf<S> | null
}

/** Says once which columns of a joined table a row has. They stand in it under the name of the part, if it has one. */
export function rowPart<S extends Selection>(selection: S, name?: string): RowPart<S> {
  const fields = Object.keys(selection).map((key) => [key, aliasOf(key, name)] as const)
  const first = fields[0]?.[1] ?? ''
  const of = (row: Readonly<Record<string, unknown>>): RowOf<S> => {
    const part: Record<string, unknown> = {}
    for (const [key, alias] of fields) part[key] = row[alias]
    return part as RowOf<S>
  }
  return {
    columns: Object.fromEntries(Object.entries(selection).map(([key, value]) => [aliasOf(key, name), value])),
    of: (row) => of(row as Readonly<Record<string, unknown>>),
    orNull: (row) => {
      const found = row as Readonly<Record<string, unknown>>
      return found[first] === null ? null : of(found)
    },
  }
}

const aliasOf = (key: string, name: string | undefined): string =>
  name === undefined ? key : `${name}.${key}`
