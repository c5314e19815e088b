import { sql } from 'drizzle-orm'
import { equals, listing } from '../../db/lists/listing.ts'
import { moment } from '../../db/moment.ts'
import { asJsonList, pick, type RowOf, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Actor, Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../../facts/visibility.ts'
import type { Page } from '../../lib/page.ts'
import { Forbidden, NotFound } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { organisation, teams } from '../../tables/organisation.ts'
import { employees, employeeTopics } from '../../tables/people.ts'
import { topics } from '../../tables/topics.ts'
import { askedPeriod } from './asked-period.ts'
import type { Coverage, ReportedCoverage } from './coverage-contract.ts'
import { type CoverageQuery, type Grouping, groupings } from './period-contract.ts'
import { groups } from './report.ts'

const topic = {
  ...pick(topics, 'p', 'code', 'name'),
  competent: sql<number>`(select count(*) from ${employeeTopics} k join ${employees} e on e.id = k.employee_id
    where k.topic_id = p.id and e.active_team_id = t.id)`,
}

const asked = sql`(${sql.placeholder('topics')}::text[] is null or p.code = any(${sql.placeholder('topics')}::text[]))`

/** Consultations of the period on cases of the team; a case about the viewer counts for nothing. */
const recent = sql`from ${consultations} x join ${cases} c on c.id = x.case_id join ${topics} p on p.id = x.topic_id
  where x.own_team_id = t.id and x.asked_at >= ${moment('from')} and x.asked_at < ${moment('until')} and ${asked}
    and ${notAboutViewer}`

const outside = { ...pick(topics, 'o', 'code', 'name'), consultations: sql<number>`o.asked` }

/** How often others were asked in each group that was asked for; without a grouping, one line of no key. */
const grouped = {
  ...groups,
  team: () => ({ key: sql`t.id::text`, name: sql`t.name` }),
  topic: () => ({ key: sql`p.code`, name: sql`p.name` }),
}
const keyOrName = (part: 'key' | 'name') =>
  sql`case ${sql.placeholder('by')}::text ${sql.join(
    groupings.map((by) => sql`when ${sql.raw(`'${by}'`)} then ${grouped[by](sql`x.asked_at`)[part]}`),
    sql` `,
  )} end`
const divided = { key: sql<string>`g.key`, name: sql<string | null>`g.name`, asked: sql<number>`g.asked` }

/** Fewer answers, or those of one colleague alone, would be figures of a person (law 16). */
const fewest = sql.raw('5')
const helped = {
  ...pick(topics, 'h', 'code', 'name'),
  rated: sql<number>`h.rated`,
  helped: sql<number>`h.share`,
}

/** What the team `t` knows: of every topic, how many active members are competent in it; and what it asks others. */
const coverage = {
  ...pick(teams, 't', 'id', 'name'),
  topics: sql<
    RowOf<typeof topic>[]
  >`(select ${asJsonList(topic, sql`p.code`)} from ${topics} p where ${asked})`,
  missingDisciplines: sql<('front' | 'back')[]>`(
    select coalesce(json_agg(d.discipline), '[]') from (values ('front'), ('back')) d(discipline)
    where not exists (select from ${employees} e where e.active_team_id = t.id
      and e.discipline in (d.discipline, 'both')))`,
  consultedOutside: sql<RowOf<typeof outside>[]>`(select ${asJsonList(outside, sql`o.asked desc, o.code`)}
    from (select p.code, p.name, count(*) as asked ${recent} and x.outside group by p.id) o)`,
  consultedOutsideBy: sql<RowOf<typeof divided>[]>`(select ${asJsonList(divided, sql`g.key`)}
    from (select ${keyOrName('key')} as key, ${keyOrName('name')} as name, count(*) as asked
      ${recent} and x.outside group by 1, 2) g)`,
  answersHelped: sql<RowOf<typeof helped>[]>`(select ${asJsonList(helped, sql`h.code`)}
    from (select p.code, p.name, count(x.helpful) as rated, round(avg(x.helpful::int), 2) as share ${recent}
      and x.helpful is not null group by p.id
      having count(x.helpful) >= ${fewest} and count(distinct x.consulted_id) > 1) h)`,
}

const from = sql`from ${teams} t`
interface Asked extends Viewer {
  readonly from: string
  readonly until: string
  readonly timeZone: string
  readonly topics: readonly string[] | null
  readonly by: Grouping | null
}
const byId = selecting(coverage)<Asked & { id: string }>(sql`${from} where t.id = ${sql.placeholder('id')}`)
const every = listing({
  select: select(coverage, from),
  filters: { teamId: equals(sql`t.id`, 'uuid') },
  order: [{ column: sql`t.id`, key: 'id', type: 'uuid' }],
  descending: false,
})

const house = selecting(pick(organisation, 'o', 'timeZone'))<object>(sql`from ${organisation} o`)

async function askedOf({ db, actor, now }: Reader, query: Partial<CoverageQuery>): Promise<Asked> {
  const { timeZone = 'UTC' } = (await db.row(house, {})) ?? {}
  const { topic = null, by = null } = query
  return { ...viewerOf(actor), ...askedPeriod(query, timeZone, now), timeZone, topics: topic, by }
}

/**
 * What a team knows and what it has to ask others; for its members, coaches, admins and systems. Nothing here is about a
 * person (law 16). Throws `not-found`, and `forbidden` for members of other teams.
 */
export async function showCoverage(reader: Reader, teamId: string): Promise<Coverage> {
  assertMaySee(reader.actor, teamId)
  const row = await reader.db.row(byId, { id: teamId, ...(await askedOf(reader, {})) })
  if (!row) throw NotFound.because('There is no such team.')
  return toCoverage(row)
}

function assertMaySee({ employee }: Actor, teamId: string): void {
  if (employee?.role !== 'member' || employee.teamId === teamId) return
  throw Forbidden.because('Only a member of the team, a coach or an admin may see what it covers.')
}

/**
 * The same of every team, and whether the answers helped, where enough of them were rated. Throws `validation-failed` for a
 * period that ends before it begins.
 */
export async function reportCoverage(
  reader: Reader,
  { format: _, ...query }: CoverageQuery,
): Promise<Page<ReportedCoverage>> {
  const { data, nextCursor } = await every(reader, query, { ...(await askedOf(reader, query)) })
  return { data: data.map((row) => toReported(row, query.by)), nextCursor }
}

const enough = 2

const toCoverage = ({ id, name, ...row }: RowOf<typeof coverage>): Coverage => ({
  team: { id, name },
  topics: row.topics,
  thinTopics: row.topics
    .filter(({ competent }) => competent < enough)
    .sort((a, b) => a.competent - b.competent),
  missingDisciplines: row.missingDisciplines,
  consultedOutside: row.consultedOutside,
})

const toReported = (row: RowOf<typeof coverage>, by: Grouping | undefined): ReportedCoverage => ({
  ...toCoverage(row),
  answersHelped: row.answersHelped,
  ...(by && {
    consultedOutsideBy: row.consultedOutsideBy.map(({ asked: consultations, ...group }) => ({
      group,
      consultations,
    })),
  }),
})
