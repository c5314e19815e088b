import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { organisation } from '../../tables/organisation.ts'
import { askedPeriod } from './asked-period.ts'
import type { Grouping, ReportQuery } from './period-contract.ts'
import { type CountedPart, type Counts, countingOf, type Line, type Report, type Reported } from './report.ts'

const around = selecting(pick(organisation, 'o', 'timeZone', 'currency'))<object>(sql`from ${organisation} o`)

/**
 * A report of a period: the total, and a line for each group that has something, in order. Cases about the viewer count
 * for nothing. Throws `validation-failed` for a period that ends before it begins.
 */
export async function runReport(reader: Reader, report: Report, query: ReportQuery): Promise<Reported> {
  const { db, actor, now } = reader
  const house = await db.row(around, {})
  if (!house) throw new Error('there is one organisation')
  const asked = {
    ...viewerOf(actor),
    ...askedPeriod(query, house.timeZone, now),
    now: toWire(now),
    timeZone: house.timeZone,
    teamIds: query.teamId ?? null,
    topics: query.topic ?? null,
  }
  const counted = async (by: Grouping | undefined) => {
    const parts = report.parts.filter((part) => isIn(part, by, query))
    return Promise.all(parts.map((part) => db.rows(countingOf(part, by), asked)))
  }
  const { by } = query
  const [total, lines, values] = await Promise.all([
    counted(undefined),
    by === undefined ? [] : counted(by),
    report.values?.read(db, asked),
  ])
  const zero: Counts = Object.fromEntries(
    report.parts.flatMap(({ counts }) => Object.keys(counts).map((name) => [name, 0])),
  )
  const figuresOf = (found: readonly Line[]) =>
    report.figuresOf({ ...zero, ...countsIn(found) }, house.currency)
  return {
    report: report.name,
    from: asked.from,
    until: asked.until,
    by: by ?? null,
    asOf: asked.now,
    total: figuresOf(total.flat()),
    data: groupsOf(lines.flat()).map(([key, found]) => ({
      group: { key, name: found.find(({ name }) => name !== null)?.name ?? null },
      figures: figuresOf(found),
    })),
    ...(values && { values }),
  }
}

/** What is about the whole house has no part in a line of a team or a topic; what is as it is now, only in the total. */
const isIn = (
  { ofTheHouse, ofTeams, at }: CountedPart,
  by: Grouping | undefined,
  { teamId, topic }: ReportQuery,
): boolean => {
  if (by !== undefined && at === null) return false
  if (ofTeams && (by === 'topic' || topic !== undefined)) return false
  return !ofTheHouse || (by !== 'team' && by !== 'topic' && teamId === undefined && topic === undefined)
}

const countsIn = (lines: readonly Line[]): Counts =>
  Object.assign({}, ...lines.map(({ key, name, ...counts }) => counts))

const groupsOf = (lines: readonly Line[]) =>
  [...Map.groupBy(lines, ({ key }) => key)].sort(([a], [b]) => (a ?? '~').localeCompare(b ?? '~'))
