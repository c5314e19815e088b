import type { ColdStart } from './cold-start.ts'
import { type Contestant, contestants } from './contestants.ts'
import type { Duel, Round } from './duel.ts'

/** Memory of the service in MB: its own process, and PostgreSQL's together. */
export interface Memory {
  readonly server: number
  readonly database: number
}

export interface Report {
  readonly duels: readonly Duel[]
  readonly memory: { readonly atRest: Memory; readonly afterLoad: Memory } | null
  readonly start: ColdStart | null
  /** What stands beside the bare floor. */
  readonly beside: 'honest floor' | 'service before'
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2
}

/** The service's requests per second over another's, round by round: the n-th of one with the n-th of the other. */
export const ratiosOf = ({ rounds }: Duel, over: Exclude<Contestant, 'service'>): number[] =>
  rounds.service.map(({ perSecond }, n) => perSecond / (rounds[over][n]?.perSecond ?? Number.NaN))

const number = (value: number, digits = 0): string =>
  Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** A figure of all contestants in one cell: the bare floor, the honest floor, the service. */
const figures = ({ rounds }: Duel, what: (round: Round) => number, digits = 0): string =>
  contestants.map((who) => number(median(rounds[who].map(what)), digits)).join(' / ')

/** The median of the ratios, and from where to where they go. */
function ratio(duel: Duel, over: Exclude<Contestant, 'service'>): string {
  const ratios = ratiosOf(duel, over)
  return `${number(median(ratios), 2)} (${number(Math.min(...ratios), 2)}–${number(Math.max(...ratios), 2)})`
}

const row = (duel: Duel): string[] => [
  duel.operation,
  String(duel.connections),
  figures(duel, (r) => r.perSecond),
  ratio(duel, 'floor'),
  ratio(duel, 'honest'),
  figures(duel, (r) => r.p50, 1),
  figures(duel, (r) => r.p99, 1),
  figures(duel, (r) => r.cpu.server, 2),
  figures(duel, (r) => r.cpu.database, 2),
  figures(duel, (r) => r.wal / 1000, 1),
]

const headFor = (beside: Report['beside']): string[] => [
  'operation',
  'conn.',
  'requests/s',
  'of the floor',
  `of the ${beside}`,
  'p50 ms',
  'p99 ms',
  'CPU ms node',
  'CPU ms postgres',
  'WAL kB',
]

/** How a table is laid out: for a terminal, or as Markdown. */
export type Layout = (rows: readonly (readonly string[])[]) => readonly string[]

/** The report for people: each triple is floor / honest floor or service before / service, each figure the median of its rounds. */
export function written({ duels, memory, start, beside }: Report, table: Layout = inColumns): string {
  const lines: string[] = []
  if (duels.length > 0)
    lines.push(
      `floor / ${beside} / service, medians of the rounds`,
      '',
      ...table([headFor(beside), ...duels.map(row)]),
    )
  if (memory) {
    const shown = ({ server, database }: Memory) => [number(server), number(database)]
    const rows = [
      ['memory in MB', 'node (RSS)', 'postgres (PSS)'],
      ['at rest', ...shown(memory.atRest)],
      ['after load', ...shown(memory.afterLoad)],
    ]
    lines.push('', ...table(rows))
  }
  if (start) {
    const seconds = (ms: number) => `${number(ms / 1000, 2)} s`
    lines.push('', `First start, on an empty folder: ready after ${seconds(start.first)};`)
    lines.push(`next start: ready after ${seconds(start.second)}.`)
  }
  return `${lines.join('\n')}\n`
}

const inColumns: Layout = (rows) => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: readonly string[]) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  ')
  return rows.map(line)
}

export const inMarkdown: Layout = ([names = [], ...rows]) => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(names), line(names.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(line)]
}
