import { median } from './report.ts'
import type { Assigned, YearSeen } from './simulate-work.ts'

/** The lines of the table: what is measured of a year, and how it is written. */
export const figures: readonly { readonly name: string; readonly of: (year: YearSeen) => string }[] = [
  { name: 'cases assigned', of: ({ assigned }) => String(assigned.length) },
  {
    name: 'returning customers who keep somebody they know',
    of: ({ assigned }) =>
      share(
        assigned.filter(({ returning }) => returning),
        ({ known }) => known,
      ),
  },
  {
    name: 'cases whose owner knows the topic',
    of: ({ assigned }) => share(assigned, ({ competent }) => competent),
  },
  { name: 'open cases of a member, median', of: ({ weeks }) => number(mean(weeks.map(median))) },
  { name: '… the fewest in a team', of: ({ weeks }) => number(mean(weeks.map((week) => Math.min(...week)))) },
  { name: '… the most in a team', of: ({ weeks }) => number(mean(weeks.map((week) => Math.max(...week)))) },
  { name: '… the most in the whole year', of: ({ weeks }) => number(Math.max(...weeks.flat())) },
  { name: 'coefficient of variation in a team', of: ({ weeks }) => number(mean(weeks.map(variation)), 2) },
  { name: 'Gini coefficient in a team', of: ({ weeks }) => number(mean(weeks.map(gini)), 2) },
  { name: 'working days that a case lasts, median', of: ({ lasted }) => number(median(lasted), 0) },
  { name: '… of 95 in 100 at most', of: ({ lasted }) => number(quantile(lasted, 0.95), 0) },
]

/** Which part of what was assigned came by each reason, most first. */
export function reasonsOf({ assigned }: YearSeen): string {
  const counts = new Map<string, number>()
  for (const { reason } of assigned) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${reason} ${number((100 * count) / assigned.length)} %`)
    .join(', ')
}

const share = (of: readonly Assigned[], is: (each: Assigned) => boolean): string =>
  `${number((100 * of.filter(is).length) / of.length)} %`

const number = (value: number, digits = 1): string => value.toFixed(digits)

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The standard deviation over the mean. */
function variation(values: readonly number[]): number {
  const middle = mean(values)
  return middle === 0 ? 0 : Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) / middle
}

/** How unequal: 0 when all have the same, near 1 when one has everything. */
function gini(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  if (total === 0) return 0
  const weighted = sorted.reduce((sum, value, n) => sum + value * (n + 1), 0)
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length
}

const quantile = (values: readonly number[], at: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * at)] ?? Number.NaN
