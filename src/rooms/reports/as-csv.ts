import { type Cell, csvOf } from '../../lib/forms/csv.ts'
import type { Reported } from './report.ts'

/** A report as CSV: a line for each group, or one for the total, with a column for each figure. Money has two columns. */
export function asCsv({ by, total, data }: Reported): string {
  const lines = by === null ? [{ group: { key: 'total', name: null }, figures: total }] : data
  const columns = Object.entries(total).flatMap(([name, value]) =>
    isMoney(value) ? [name, `${name}Currency`] : [name],
  )
  const rows = lines.map(({ group, figures }) => [
    group.key,
    group.name,
    ...Object.values(figures).flatMap((value) =>
      isMoney(value) ? [value.amount, value.currency] : [value as Cell],
    ),
  ])
  return csvOf([[by ?? 'group', 'name', ...columns], ...rows])
}

const isMoney = (value: unknown): value is { readonly amount: string; readonly currency: string } =>
  typeof value === 'object' && value !== null && 'amount' in value
