import { type SQL, sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { planned } from '../../db/statement.ts'
import { notAboutViewer, type Viewer } from '../../facts/visibility.ts'
import { cases } from '../../tables/cases.ts'
import { events } from '../../tables/events.ts'
import { teams, topics } from '../../tables/organisation.ts'
import { type StepCode, stepCodes } from './steps-contract.ts'

const typed = (type: string) => sql.raw(`e.type = '${type}'`)
const resolved = (outcome: string) =>
  sql.raw(`e.type = 'case.resolved' and e.data ->> 'outcome' = '${outcome}'`)

/** Of which events `e` each step is made. The first that fits counts. */
const made: Readonly<Record<StepCode, SQL>> = {
  contact: typed('contact.recorded'),
  promised: typed('callback.made'),
  opened: typed('case.opened'),
  keptLate: sql`${typed('callback.kept')} and e.data ->> 'lateBy' is not null`,
  kept: typed('callback.kept'),
  answered: resolved('answered'),
  fixed: resolved('fixed'),
  unreachable: resolved('unreachable'),
  withdrawn: resolved('withdrawn'),
  duplicate: resolved('duplicate'),
  notAQuestion: resolved('notAQuestion'),
  chased: typed('case.chased'),
  tried: typed('callback.attempted'),
  consulted: typed('consultation.asked'),
  colleagueAnswered: typed('consultation.answered'),
  broken: typed('callback.overdue'),
  rescheduled: typed('callback.rescheduled'),
  reopened: typed('case.reopened'),
  colleagueDeclined: typed('consultation.declined'),
  colleagueLate: typed('consultation.overdue'),
  gesture: typed('gesture.granted'),
  asked: typed('ask.made'),
  ruleBent: typed('deviation.recorded'),
  succeeded: typed('case.succeeded'),
}

/** Steps travel as their places in the list: numbers are sorted several times as fast as words. */
const numberOf = (step: StepCode): SQL => sql.raw(String(stepCodes.indexOf(step)))
const numbersOf = (...some: StepCode[]): SQL => sql.join(some.map(numberOf), sql`, `)
const stepOf = sql.join(
  Object.entries(made).map(([step, event]) => sql`when ${event} then ${numberOf(step as StepCode)}`),
  sql` `,
)

/** What a contact was for is told beside it, at the same moment of the same case: it is no step of its own then. */
const tellsItsContact = numbersOf(
  ...(['opened', 'chased', 'reopened', 'kept', 'keptLate', 'tried', 'rescheduled'] as const),
  ...(['answered', 'fixed', 'unreachable', 'withdrawn', 'duplicate', 'notAQuestion'] as const),
)
const sameMoment = sql`over (partition by e.case_id, e.at)`

/** The median of these seconds, and what nine of ten do not exceed. */
const timesOf = (seconds: SQL) => sql`percentile_cont(array[0.5, 0.9]) within group (order by ${seconds})`

export interface AskedJourney extends Viewer {
  readonly from: string
  readonly until: string
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
interface CountedWay {
  readonly way: readonly number[]
  readonly cases: number
  readonly seconds: readonly number[]
}

/**
 * The directly-follows graph of the cases that were resolved in a period, each with its steps up to then, and the ways from
 * the first step to the last. What comes again right away counts once in a way.
 */
export const journeyQuery = planned<AskedJourney, CountedJourney>(sql`
  with picked as materialized (
    select c.id, c.resolved_at from ${cases} c left join ${topics} tp on tp.id = c.topic_id
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
    (select count(*) from ways) as "allWays",
    array(select tp.name from ${topics} tp where tp.code = any(${sql.placeholder('topics')}::text[]) order by 1)
      || array(select t.name from ${teams} t where t.id = any(${sql.placeholder('teamIds')}::uuid[]) order by 1) as about`)
