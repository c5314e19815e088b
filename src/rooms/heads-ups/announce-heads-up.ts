import { sql } from 'drizzle-orm'
import { selecting } from '../../db/statement.ts'
import { recordedAs, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { headsUps, headsUpTeams } from '../../tables/ahead/heads-ups.ts'
import { organisation, teams } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { topics } from '../../tables/topics.ts'
import { assertPeriod } from './assert-period.ts'
import type { HeadsUp } from './contract.ts'
import { toHeadsUp } from './heads-up-row.ts'
import { forecastFor, learnFromEarlier } from './learn-from-earlier.ts'
import type { NewHeadsUp } from './write-contract.ts'

const around = selecting({
  topic: sql<{ id: string; code: string; name: string } | null>`(
    select json_build_object('id', p.id, 'code', p.code, 'name', p.name) from ${topics} p where p.code = ${sql.placeholder('topic')})`,
  teams: sql<{ id: string; name: string }[]>`coalesce((
    select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.id) from ${teams} t
    where t.id = any(${sql.placeholder('teamIds')}::uuid[]) or (${sql.placeholder('teamIds')}::uuid[] is null
      and exists (select from ${employees} e where e.active_team_id = t.id))), '[]')`,
  known: sql<
    string[]
  >`array(select e.id from ${employees} e where e.id = any(${sql.placeholder('whoKnows')}::uuid[]))`,
})<{ topic: string | null; teamIds: readonly string[] | null; whoKnows: readonly string[] }>(
  sql`from ${organisation} o`,
)

/** Tells the teams of what will make customers call. Throws `unprocessable` for topics, teams and employees that there are none of. */
export async function announceHeadsUp(work: Work, given: NewHeadsUp): Promise<HeadsUp> {
  const { topic = null, teamIds = null, whoKnows = [] } = given
  const id = newId()
  const at = toWire(work.now)
  const kind = given.kind ?? 'other'
  const [found, lesson] = await Promise.all([
    work.tx.row(around, { topic, teamIds, whoKnows }),
    learnFromEarlier(work.tx, { kind, before: at, id }),
  ])
  if (!found) throw new Error('there is always an organisation')
  const faults = [
    ...(topic !== null && !found.topic ? [{ pointer: '#/topic', message: 'is no topic' }] : []),
    ...missing(
      teamIds ?? [],
      found.teams.map((team) => team.id),
      '#/teamIds',
      'is no team here',
    ),
    ...missing(whoKnows, found.known, '#/whoKnows', 'is no employee'),
  ]
  if (faults.length > 0) throw Unprocessable.of(faults)
  const from = given.from === undefined ? work.now : Temporal.Instant.from(given.from)
  const until = given.until === undefined ? from.add({ hours: 14 * 24 }) : Temporal.Instant.from(given.until)
  const doer = recordedAs(work.actor)
  const row = {
    id,
    title: given.title,
    kind,
    topicId: found.topic?.id ?? null,
    audience: given.audience ?? null,
    audienceSize: given.audienceSize ?? null,
    ...assertPeriod(from, until),
    message: given.message,
    expectedQuestions: given.expectedQuestions ?? [],
    whoKnows: [...new Set(whoKnows)],
    forecast: forecastFor(given.audienceSize ?? null, lesson),
    announcedByKind: doer.kind,
    announcedById: doer.id,
    announcedAt: at,
    version: 1,
  }

  work.tx.insert(headsUps, row)
  for (const team of found.teams) work.tx.insert(headsUpTeams, { headsUpId: id, teamId: team.id })
  record(work, {
    type: 'heads-up.announced',
    data: { headsUpId: id, kind, teamIds: found.teams.map((team) => team.id) },
  })
  const nobody = { acknowledgedById: null, acknowledgedByName: null, acknowledgedAt: null }
  return toHeadsUp(
    {
      ...row,
      ...notReleased,
      topicCode: found.topic?.code ?? null,
      topicName: found.topic?.name ?? null,
      teams: found.teams.map((team) => ({ ...team, ...nobody })),
      cases: 0,
    },
    lesson,
  )
}

const notReleased = {
  ...{ releasedAt: null, releasedByKind: null, releasedById: null },
  ...{ overriddenById: null, overriddenByName: null, overrideReason: null },
}

const missing = (given: readonly string[], known: readonly string[], pointer: string, message: string) =>
  given.flatMap((id, n) =>
    known.includes(id.toLowerCase()) ? [] : [{ pointer: `${pointer}/${n}`, message }],
  )
