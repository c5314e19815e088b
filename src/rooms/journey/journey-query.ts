import { type SQL, sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { planned, type Statement } from '../../db/statement.ts'
import { notAboutViewer, type Viewer } from '../../facts/visibility.ts'
import { cases } from '../../tables/cases.ts'
import { events } from '../../tables/events.ts'
import { teams } from '../../tables/organisation.ts'
import { topics } from '../../tables/topics.ts'
import type { Grouping } from '../reports/period-contract.ts'
import { groups } from '../reports/report.ts'
import { numberOf, stepOf, tellsItsContact } from './steps-of-events.ts'

const sameMoment = sql`over (partition by e.case_id, e.at)`

/** The median of these seconds, and what nine of ten do not exceed. */
const timesOf = (seconds: SQL) => sql`percentile_cont(array[0.5, 0.9]) within group (order by ${seconds})`

export interface AskedJourney extends Viewer {
  readonly from: string
  readonly until: string
  readonly timeZone: string
  readonly teamIds: readonly string[] | null
  readonly topics: readonly string[] | null
}

/** What was counted: steps are numbers of `stepCodes`, times the median and the ninetieth percentile. */
export interface CountedJourney {
  readonly cases: number
  readonly seconds: readonly number[] | null
  readonly nodes: readonly { readonly step: number; readonly count: number; readonly cases: number }[]
  readonly edges: readonly CountedEdge[]
  readonly ways: readonly CountedWay[]
  readonly allWays: number
  /** By what it was asked to be divided: how many cases, and how long they took. */
  readonly lines: readonly CountedLine[]
  /** The topics and teams that it is narrowed to. */
  readonly about: readonly string[]
}
export interface CountedEdge {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly cases: number
  readonly seconds: readonly number[]
}
interface CountedLine {
  readonly key: string | null
  readonly name: string | null
  readonly cases: number
  readonly seconds: readonly number[] | null
}
interface CountedWay {
  readonly way: readonly number[]
  readonly cases: number
  readonly seconds: readonly number[]
}

/**
 * The directly-follows graph of the cases that were resolved in a period, each with its steps up to then, and the ways from
 * the first step to the last. What comes again right away counts once in a way.
 */
function queryOf(by: Grouping | undefined): SQL {
  const { key, name } = by === undefined ? undivided : groups[by](sql`c.resolved_at`)
  const lines = sql`(select coalesce(json_agg(x order by x.key), '[]') from (
    select p.key, p.name, count(*) as cases, ${timesOf(sql`w.took`)} as seconds
    from picked p left join walked w on w.case_id = p.id group by 1, 2) x)`
  return sql`
  with picked as materialized (
    select c.id, c.resolved_at, ${key} as key, ${name} as name
    from ${cases} c left join ${topics} tp on tp.id = c.topic_id left join ${teams} tm on tm.id = c.team_id
    where c.resolved_at >= ${moment('from')} and c.resolved_at < ${moment('until')}
      and (${sql.placeholder('teamIds')}::uuid[] is null or c.team_id = any(${sql.placeholder('teamIds')}::uuid[]))
      and (${sql.placeholder('topics')}::text[] is null or tp.code = any(${sql.placeholder('topics')}::text[]))
      and ${notAboutViewer}),
  told as materialized (
    select e.case_id, e.case_sequence as n, e.at, case ${stepOf} end::smallint as step
    from picked p join ${events} e on e.case_id = p.id and e.at <= p.resolved_at),
  beside as (
    select e.case_id, e.n, e.at, e.step, bool_or(e.step in (${tellsItsContact})) ${sameMoment} as belongs,
      bool_or(e.step = ${numberOf('rescheduled')}) ${sameMoment} as moves
    from told e where e.step is not null),
  steps as materialized (
    select e.case_id, e.n, e.at, e.step, lead(e.step) over w as next,
      extract(epoch from lead(e.at) over w - e.at)::float8 as seconds
    from beside e
    where not (e.step = ${numberOf('contact')} and e.belongs or e.step = ${numberOf('promised')} and e.moves)
    window w as (partition by e.case_id order by e.n)),
  walked as materialized (
    select s.case_id, array_agg(s.step order by s.n) filter (where s.next is distinct from s.step) as way,
      extract(epoch from max(s.at) - min(s.at))::float8 as took
    from steps s group by s.case_id),
  passed as materialized (
    select s.case_id, s.step, s.next, count(*) as count from steps s group by 1, 2, 3),
  edges as (
    select p.step as "from", p.next as "to", sum(p.count)::int as count, count(*) as cases, t.seconds
    from passed p join (
      select s.step, s.next, ${timesOf(sql`s.seconds`)} as seconds from steps s where s.next is not null group by 1, 2) t
      on t.step = p.step and t.next = p.next
    group by 1, 2, t.seconds),
  nodes as (
    select p.step, sum(p.count)::int as count, count(*) as cases
    from (select p.case_id, p.step, sum(p.count) as count from passed p group by 1, 2) p group by 1),
  ways as (select w.way, count(*) as cases, ${timesOf(sql`w.took`)} as seconds from walked w group by w.way)
  select (select count(*) from picked) as cases,
    (select ${timesOf(sql`w.took`)} from walked w) as seconds,
    (select coalesce(json_agg(x order by x.count desc, x.step), '[]') from nodes x) as nodes,
    (select coalesce(json_agg(x order by x.count desc, x."from", x."to"), '[]') from edges x) as edges,
    (select coalesce(json_agg(x order by x.cases desc, x.way), '[]')
      from (select * from ways w order by w.cases desc, w.way limit 50) x) as ways,
    (select count(*) from ways) as "allWays", ${by === undefined ? sql`'[]'::json` : lines} as lines,
    array(select tp.name from ${topics} tp where tp.code = any(${sql.placeholder('topics')}::text[]) order by 1)
      || array(select t.name from ${teams} t where t.id = any(${sql.placeholder('teamIds')}::uuid[]) order by 1) as about`
}

const undivided = { key: sql`null::text`, name: sql`null::text` }

const queries = new Map<Grouping | undefined, Statement<AskedJourney, CountedJourney>>()

/** The count, by what it is asked to be divided. */
export function journeyQueryBy(by: Grouping | undefined): Statement<AskedJourney, CountedJourney> {
  const query = queries.get(by) ?? planned<AskedJourney, CountedJourney>(queryOf(by))
  queries.set(by, query)
  return query
}
