import type { ColdStart } from './cold-start.ts'
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
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2
}

/** The service's requests per second over the floor's, round by round: the n-th of one with the n-th of the other. */
export const ratiosOf = ({ rounds }: Duel): number[] =>
  rounds.service.map(({ perSecond }, n) => perSecond / (rounds.floor[n]?.perSecond ?? Number.NaN))

const of = (rounds: readonly Round[], what: (round: Round) => number): number => median(rounds.map(what))

const number = (value: number, digits = 0): string =>
  Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** Both contestants in one cell, the floor first. */
const pair = (
  floor: readonly Round[],
  service: readonly Round[],
  what: (round: Round) => number,
  digits = 0,
) => `${number(of(floor, what), digits)} / ${number(of(service, what), digits)}`

function row(duel: Duel): string[] {
  const { floor, service } = duel.rounds
  const ratios = ratiosOf(duel)
  return [
    duel.operation,
    String(duel.connections),
    pair(floor, service, (r) => r.perSecond),
    number(median(ratios), 2),
    `${number(Math.min(...ratios), 2)}–${number(Math.max(...ratios), 2)}`,
    pair(floor, service, (r) => r.p50, 1),
    pair(floor, service, (r) => r.p99, 1),
    pair(floor, service, (r) => r.cpu.server, 2),
    pair(floor, service, (r) => r.cpu.database, 2),
  ]
}

const head = [
  'operation',
  'conn.',
  'requests/s',
  'ratio',
  'from–to',
  'p50 ms',
  'p99 ms',
  'CPU ms node',
  'CPU ms postgres',
]

/** The report for people: every pair is floor / service, every figure the median of its rounds. */
export function written({ duels, memory, start }: Report): string {
  const lines: string[] = []
  if (duels.length > 0)
    lines.push('floor / service, medians of the rounds', '', ...table([head, ...duels.map(row)]))
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
    lines.push('', `first start, on an empty folder: ready after ${seconds(start.first)}`)
    lines.push(`next start: ready after ${seconds(start.second)}`)
  }
  return `${lines.join('\n')}\n`
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: readonly string[]) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  ')
  return rows.map(line)
}
