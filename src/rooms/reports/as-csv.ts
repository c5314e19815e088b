import { type Cell, csvOf } from '../../lib/forms/csv.ts'
import type { Page } from '../../lib/page.ts'
import type { ReportedCoverage } from './coverage-contract.ts'
import type { Grouping } from './period-contract.ts'
import type { Reported } from './report.ts'

/**
 * A report as CSV: a line for each group, with a column for each figure; or one for the total, and behind it those of the
 * values. Money has two columns.
 */
export function asCsv({ by, total, data, values = [] }: Reported): string {
  const lines = by === null ? [{ group: { key: 'total', name: null }, figures: total }] : data
  const served = by === null ? values : []
  const ownColumns = Object.entries(total).flatMap(([name, value]) =>
    isMoney(value) ? [name, `${name}Currency`] : [name],
  )
  const columns = [...new Set([...ownColumns, ...served.flatMap(figuresOf)])]
  const rows = lines.map(({ group, figures }) => [
    group.key,
    group.name,
    ...Object.values(figures).flatMap((value) =>
      isMoney(value) ? [value.amount, value.currency] : [value as Cell],
    ),
    ...columns.slice(ownColumns.length).map(() => null),
  ])
  const ofValues = served.map((value) => [
    `value:${value.code}`,
    value.name,
    ...columns.map((name) => value[name] ?? null),
  ])
  return csvOf([[by ?? 'group', 'name', ...columns], ...rows, ...ofValues])
}

const figuresOf = ({ code: _, name: __, ...figures }: { code: string; name: string | null }): string[] =>
  Object.keys(figures)

const isMoney = (value: unknown): value is { readonly amount: string; readonly currency: string } =>
  typeof value === 'object' && value !== null && 'amount' in value

const coverageColumns = [
  'team',
  'name',
  'missingDisciplines',
  'topic',
  'topicName',
  'competent',
  'consultedOutside',
  'rated',
  'helped',
]

/** What teams know as CSV: a line for each topic of each team; by a grouping, for each group in which it asked others. */
export const coverageCsv =
  (by: Grouping | undefined) =>
  ({ data }: Page<ReportedCoverage>): string =>
    by === undefined
      ? csvOf([coverageColumns, ...data.flatMap(linesOf)])
      : csvOf([['team', 'name', 'group', 'groupName', 'consultedOutside'], ...data.flatMap(groupsOf)])

const groupsOf = ({ team, consultedOutsideBy = [] }: ReportedCoverage): Cell[][] =>
  consultedOutsideBy.map(({ group, consultations }) => [
    team.id,
    team.name,
    group.key,
    group.name,
    consultations,
  ])

const linesOf = (covered: ReportedCoverage): Cell[][] =>
  covered.topics.map(({ code, name, competent }) => {
    const asked = covered.consultedOutside.find((each) => each.code === code)?.consultations ?? 0
    const { rated, helped } = covered.answersHelped.find((each) => each.code === code) ?? {}
    const { team, missingDisciplines } = covered
    return [team.id, team.name, missingDisciplines.join(' '), code, name, competent, asked, rated, helped]
  })
