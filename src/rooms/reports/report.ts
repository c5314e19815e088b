import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { moment } from '../../db/moment.ts'
import { planned, type Statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer } from '../../facts/visibility.ts'
import { teams } from '../../tables/organisation.ts'
import { topics } from '../../tables/topics.ts'
import type { Grouping } from './period-contract.ts'

/** What is counted, by name: whole numbers, minor units of money, or sums of them. */
export type Counts = Readonly<Record<string, number>>

/** What is counted in one go: rows at a moment, each of a case `c` unless it is about the whole house. */
export interface CountedPart {
  /** `… x join cases c on …`, without `from`. */
  readonly rows: SQL
  readonly where?: SQL
  /** The moment by which a row is in a period; null: it is as it is now. */
  readonly at: SQL | null
  readonly counts: Readonly<Record<string, SQL>>
  /** It is about no case, so that no team and no topic has a part in it. */
  readonly ofTheHouse?: true
  /** It is about a team and no case: no topic has a part in it. */
  readonly ofTeams?: true
}

/** A report as it is answered. */
export interface Reported {
  readonly report: string
  readonly from: string
  readonly until: string
  readonly by: Grouping | null
  readonly asOf: string
  readonly total: Readonly<Record<string, unknown>>
  readonly data: readonly ReportedLine[]
  readonly values?: readonly ReportedValue[]
}
/** What stands beside the figures: of a value of the organisation. */
interface ReportedValue {
  readonly code: string
  readonly name: string | null
  readonly [figure: string]: string | number | null
}
/** A line of it: of a week, a month, a team or a topic. */
export interface ReportedLine {
  readonly group: { readonly key: string | null; readonly name: string | null }
  readonly figures: Readonly<Record<string, unknown>>
}

/** A report: what it counts, and how its figures are made of that. */
export interface Report {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly parts: readonly CountedPart[]
  /** Good news first; each count has what it is a part of beside it. */
  readonly figures: z.ZodObject
  readonly figuresOf: (counts: Counts, currency: string) => Readonly<Record<string, unknown>>
  /** As a picture (SVG), where it has one: of its lines. */
  readonly draw?: (reported: Reported) => string
  /** What stands beside the figures, for the whole period. */
  readonly values?: {
    readonly line: z.ZodType
    readonly read: (db: Reader['db'], asked: AskedPeriod) => Promise<readonly ReportedValue[]>
  }
}

/** A line as it comes: to which group it belongs, and what was counted there. */
export type Line = Counts & { readonly key: string | null; readonly name: string | null }

export interface AskedPeriod extends Viewer {
  readonly from: string
  readonly until: string
  readonly now: string
  readonly timeZone: string
  readonly teamIds: readonly string[] | null
  readonly topics: readonly string[] | null
}

const local = (at: SQL) => sql`(${at} at time zone ${sql.placeholder('timeZone')}::text)`

/** To which group the case `c` of a row at a moment belongs, with its team `tm` and its topic `tp`. */
export const groups = {
  week: (at: SQL) => ({ key: sql`to_char(${local(at)}, 'IYYY-"W"IW')`, name: sql`null::text` }),
  month: (at: SQL) => ({ key: sql`to_char(${local(at)}, 'YYYY-MM')`, name: sql`null::text` }),
  team: () => ({ key: sql`c.team_id::text`, name: sql`tm.name` }),
  topic: () => ({ key: sql`tp.code`, name: sql`tp.name` }),
} satisfies Readonly<Record<Grouping, (at: SQL) => { key: SQL; name: SQL }>>

const nothing = { key: sql`null::text`, name: sql`null::text` }

const made = new Map<CountedPart, Map<Grouping | undefined, Statement<AskedPeriod, Line>>>()

/** The statement that counts a part in a period, a line for each group that has something. */
export function countingOf(part: CountedPart, by: Grouping | undefined): Statement<AskedPeriod, Line> {
  const known = made.get(part) ?? new Map()
  made.set(part, known)
  const counting = known.get(by) ?? planned<AskedPeriod, Line>(queryOf(part, by))
  known.set(by, counting)
  return counting
}

function queryOf(
  { rows, where = sql`true`, at, counts, ofTheHouse }: CountedPart,
  by: Grouping | undefined,
): SQL {
  const { key, name } = by === undefined ? nothing : groups[by](at ?? sql`c.opened_at`)
  const counted = Object.entries(counts).map(
    ([as, count]) => sql`coalesce(${count}, 0)::float8 as ${sql.identifier(as)}`,
  )
  const inPeriod = at === null ? sql`true` : sql`${at} >= ${moment('from')} and ${at} < ${moment('until')}`
  const ofCases = ofTheHouse
    ? sql``
    : sql`left join ${teams} tm on tm.id = c.team_id left join ${topics} tp on tp.id = c.topic_id`
  const narrowed = ofTheHouse
    ? sql`true`
    : sql`(${sql.placeholder('teamIds')}::uuid[] is null or c.team_id = any(${sql.placeholder('teamIds')}::uuid[]))
        and (${sql.placeholder('topics')}::text[] is null or tp.code = any(${sql.placeholder('topics')}::text[]))
        and ${notAboutViewer}`
  return sql`select ${key} as key, ${name} as name, ${sql.join(counted, sql`, `)} from ${rows} ${ofCases}
    where ${inPeriod} and ${where} and ${narrowed} group by 1, 2`
}
