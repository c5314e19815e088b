import type { Reported } from './run-report.ts'

/**
 * A report as CSV (RFC 4180): a line for each group, or one for the total, with a column for each figure. Money has two
 * columns. Text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function asCsv({ by, total, data }: Reported): string {
  const lines = by === null ? [{ group: { key: 'total', name: null }, figures: total }] : data
  const columns = Object.entries(total).flatMap(([name, value]) =>
    isMoney(value) ? [name, `${name}Currency`] : [name],
  )
  const rows = lines.map(({ group, figures }) => [
    guarded(group.key ?? ''),
    guarded(group.name ?? ''),
    ...Object.values(figures).flatMap((value) =>
      isMoney(value) ? [value.amount, value.currency] : [cell(value)],
    ),
  ])
  return [[by ?? 'group', 'name', ...columns], ...rows]
    .map((row) => `${row.map(quoted).join(',')}\r\n`)
    .join('')
}

const isMoney = (value: unknown): value is { readonly amount: string; readonly currency: string } =>
  typeof value === 'object' && value !== null && 'amount' in value

const cell = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

const guarded = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
