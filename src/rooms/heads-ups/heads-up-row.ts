import { sql } from 'drizzle-orm'
import { asJsonList, orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { headsUpCases, headsUps, headsUpTeams } from '../../tables/ahead/heads-ups.ts'
import { teams } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { topics } from '../../tables/topics.ts'
import type { HeadsUp } from './contract.ts'

const teamRow = {
  ...renamed(teams, 't', { id: 'id', name: 'name' }),
  ...pick(headsUpTeams, 'x', 'acknowledgedById', 'acknowledgedAt'),
  ...orNull(renamed(employees, 'e', { acknowledgedByName: 'name' })),
}

const linked = sql`from ${headsUpCases} l where l.heads_up_id = h.id`

export const headsUpRow = {
  ...pick(headsUps, 'h', 'id', 'title', 'kind', 'audience', 'audienceSize', 'from', 'until', 'message'),
  ...pick(headsUps, 'h', 'expectedQuestions', 'whoKnows', 'forecast', 'announcedByKind', 'announcedById'),
  ...pick(headsUps, 'h', 'announcedAt', 'releasedAt', 'releasedByKind', 'releasedById', 'overriddenById'),
  ...pick(headsUps, 'h', 'overrideReason', 'version', 'topicId'),
  ...orNull(renamed(topics, 'p', { topicCode: 'code', topicName: 'name' })),
  ...orNull(renamed(employees, 'w', { overriddenByName: 'name' })),
  teams: sql<RowOf<typeof teamRow>[]>`(select ${asJsonList(teamRow, sql`t.id`)} from ${headsUpTeams} x
    join ${teams} t on t.id = x.team_id left join ${employees} e on e.id = x.acknowledged_by_id where x.heads_up_id = h.id)`,
  cases: sql<number>`(select count(*) ${linked})::integer`,
}

export type HeadsUpRow = RowOf<typeof headsUpRow>

/** The heads-ups `h` with what their rows are put together from, up to where the conditions begin. */
export const fromHeadsUps = sql`from ${headsUps} h left join ${topics} p on p.id = h.topic_id
  left join ${employees} w on w.id = h.overridden_by_id`

/** What earlier ones of a kind taught: the share of their audience that rang, and how wrong their forecasts were. */
export interface Lesson {
  readonly share: number | null
  readonly earlier: number
  readonly earlierError: number | null
}

/** The heads-up as it is answered. */
export const toHeadsUp = (row: HeadsUpRow, { share, earlier, earlierError }: Lesson): HeadsUp => ({
  id: row.id,
  title: row.title,
  kind: row.kind,
  message: row.message,
  expectedQuestions: [...row.expectedQuestions],
  whoKnows: row.whoKnows,
  state: row.releasedAt === null ? 'announced' : 'released',
  topic:
    row.topicCode === null || row.topicName === null ? null : { code: row.topicCode, name: row.topicName },
  audience: row.audience,
  audienceSize: row.audienceSize,
  from: row.from,
  until: row.until,
  teamIds: row.teams.map(({ id }) => id),
  teams: row.teams.map(({ id, name, acknowledgedById, acknowledgedByName, acknowledgedAt }) => ({
    id,
    name,
    acknowledgedBy: named(acknowledgedById, acknowledgedByName),
    acknowledgedAt,
  })),
  forecast: { customers: row.forecast, share, earlier, earlierError },
  cases: row.cases,
  announcedBy: { kind: row.announcedByKind, id: row.announcedById },
  announcedAt: row.announcedAt,
  releasedBy:
    row.releasedByKind === null || row.releasedById === null
      ? null
      : { kind: row.releasedByKind, id: row.releasedById },
  releasedAt: row.releasedAt,
  override: overrideIn(row),
  version: row.version,
})

const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

function overrideIn({ overriddenById, overriddenByName, overrideReason }: HeadsUpRow): HeadsUp['override'] {
  const by = named(overriddenById, overriddenByName)
  return by === null || overrideReason === null ? null : { by, reason: overrideReason }
}
