import { sql } from 'drizzle-orm'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, renamed, select, wireMoment } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { pulseGivers, pulseShares, pulseWords } from '../../tables/ahead/pulse.ts'
import { organisation, teams } from '../../tables/organisation.ts'
import type { PulseQuery, PulseRound } from './contract.ts'
import { weekOf } from './iso-week.ts'

/** From so many answers on what stood in somebody’s way is told. */
const enoughForWords = sql.raw('10')

// What is shown stands in the view that reporting tools read, so that nobody is shown more than another.
const roundRow = {
  week: sql<string>`p.week`,
  endsAt: wireMoment(sql<string>`p.ended_at`),
  ...renamed(teams, 't', { teamId: 'id', teamName: 'name' }),
  answers: sql<number>`p.answers`,
  roomToHelp: sql<number | null>`p.room_to_help`,
  proudOfService: sql<number | null>`p.proud_of_service`,
  whatStoodInYourWay: sql<string[] | null>`case when p.answers >= ${enoughForWords} then array(
    select w.words from ${pulseWords} w where w.week = p.week and w.team_id = p.team_id order by w.words) end`,
  ...pick(pulseShares, 's', 'sharedAt'),
}

const list = listing({
  select: select(
    roundRow,
    sql`from reporting.pulse p join ${teams} t on t.id = p.team_id
      join ${pulseShares} s on s.week = p.week and s.team_id = p.team_id`,
  ),
  filters: { week: equals(sql`p.week`, 'text'), teamId: equals(sql`p.team_id`, 'uuid') },
  order: [
    { column: sql`p.week`, key: 'week', type: 'text' },
    { column: sql`p.team_id`, key: 'teamId', type: 'uuid' },
  ],
  descending: true,
  always: sql`(${sql.placeholder('viewerSeesAll')}::boolean or p.team_id = ${sql.placeholder('viewerTeamId')}::uuid)`,
})

const thisWeek = selecting({
  ...pick(organisation, 'o', 'timeZone'),
  given: sql<
    string[]
  >`array(select g.week from ${pulseGivers} g where g.employee_id = ${sql.placeholder('viewerId')}::uuid
    and (g.held_until is null or g.held_until > ${sql.placeholder('now')}::timestamptz))`,
})<{ viewerId: string | null; now: string }>(sql`from ${organisation} o`)

interface PulsePage extends Page<PulseRound> {
  readonly thisWeek: { readonly week: string; readonly endsAt: string; readonly given: boolean } | null
}

/** The rounds that are shown to whoever asks, the latest first: a member those of their own team. */
export async function listRounds(reader: Reader, query: PulseQuery): Promise<PulsePage> {
  const { db, actor, now } = reader
  const viewer = viewerOf(actor)
  const [{ data, nextCursor }, house] = await Promise.all([
    list(reader, query, { ...viewer }),
    db.row(thisWeek, { viewerId: viewer.viewerId, now: toWire(now) }),
  ])
  if (!house) throw new Error('there is one organisation')
  const { week, endsAt } = weekOf(now, house.timeZone)
  return {
    data: data.map(({ teamId, teamName, sharedAt, ...round }) => ({
      ...round,
      team: { id: teamId, name: teamName },
      sharedAt,
    })),
    nextCursor,
    thisWeek: actor.employee ? { week, endsAt: toWire(endsAt), given: house.given.includes(week) } : null,
  }
}
