/** A cell of CSV: null and undefined are empty. */
export type Cell = string | number | boolean | null | undefined

/**
 * Rows as CSV (RFC 4180). Text that a spreadsheet would take for a formula begins with an apostrophe (CWE-1236); numbers
 * stay as they are.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')

const written = (cell: Cell): string => quoted(typeof cell === 'string' ? guarded(cell) : String(cell ?? ''))

const guarded = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
