/** A cell of CSV: null and undefined are empty. */
export type Cell = string | number | boolean | null | undefined

/**
 * Rows as CSV (RFC 4180). Text that a spreadsheet would take for a formula begins with an apostrophe (CWE-1236); numbers
 * stay as they are.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')

const written = (cell: Cell): string => quoted(typeof cell === 'string' ? guarded(cell) : String(cell ?? ''))

/** What a spreadsheet takes for a formula, and the apostrophes that keep it from that. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** A cell that is read, without what keeps a spreadsheet from calculating it. */
export const withoutApostrophe = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
