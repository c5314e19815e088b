import type { Grouping } from './period-contract.ts'
import type { ReportedLine } from './report.ts'

interface Group {
  readonly key: string | null
  readonly name: string | null
  readonly figures: Readonly<Record<string, unknown>>
}

/** The lines of a report as time has them: weeks and months in which nothing was stand between the others, without figures. */
export function withGaps(by: Grouping | null, data: readonly ReportedLine[]): Group[] {
  const lines = data.map(({ group, figures }) => ({ ...group, figures }))
  const [first, last] = [lines[0]?.key, lines.at(-1)?.key]
  if ((by !== 'week' && by !== 'month') || !first || !last) return lines
  const known = new Map(lines.map((line) => [line.key, line]))
  const keys = by === 'week' ? weeksFrom(first, last) : monthsFrom(first, last)
  return keys.map((key) => known.get(key) ?? { key, name: null, figures: {} })
}

function monthsFrom(first: string, last: string): string[] {
  const keys: string[] = []
  for (let at = Temporal.PlainYearMonth.from(first); keys.at(-1) !== last; at = at.add({ months: 1 }))
    keys.push(at.toString())
  return keys
}

function weeksFrom(first: string, last: string): string[] {
  const keys: string[] = []
  for (let at = mondayOf(first); keys.at(-1) !== last; at = at.add({ weeks: 1 }))
    keys.push(`${at.yearOfWeek}-W${String(at.weekOfYear).padStart(2, '0')}`)
  return keys
}

/** The fourth of January lies in the first week of its year (ISO 8601). */
function mondayOf(key: string): Temporal.PlainDate {
  const fourth = Temporal.PlainDate.from(`${key.slice(0, 4)}-01-04`)
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(key.slice(6)) - 1 })
}
