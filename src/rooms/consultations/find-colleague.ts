import { sql } from 'drizzle-orm'
import type { LockedCase } from '../../case-file/locked-case.ts'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { absentNow } from '../../facts/absent-now.ts'
import { colleagueHours, teamHours } from '../../facts/hours-columns.ts'
import { leaving } from '../../facts/leaving.ts'
import { standsInNow } from '../../facts/stand-ins.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { agreements, organisation, teams } from '../../tables/organisation.ts'
import { employees, employeeTopics } from '../../tables/people.ts'
import { topics } from '../../tables/topics.ts'

interface Asked {
  readonly now: string
  readonly caseTeamId: string
  readonly aboutEmployeeId: string | null
}

/** Of the employee `e`; a specialist's working time is reckoned by the hours of the team that asks. */
const colleague = {
  ...pick(employees, 'e', 'id', 'name'),
  ...renamed(employees, 'e', { teamId: 'activeTeamId' }),
  ...orNull(renamed(topics, 't', { topicId: 'id', topicCode: 'code', topicName: 'name' })),
  team: teamHours,
  own: colleagueHours,
}
const hours = sql`join ${agreements} a on a.team_id = coalesce(e.active_team_id, ${sql.placeholder('caseTeamId')}::uuid)
  cross join ${organisation} org`

/** Who is asked: in no team for a specialist, by the topic by which they were found, else by that of the case. */
export type FoundColleague = RowOf<typeof colleague>

/** They work here, and their departure has not begun. */
const works = sql<boolean>`(e.departed_at is null and not ${leaving})`
/** They stand in now for the employee whom the case is about, and so may not know of it. */
const conceals = standsInNow({ owner: sql`${sql.placeholder('aboutEmployeeId')}::uuid`, standIn: sql`e.id` })

const byId = selecting({ ...colleague, works, conceals })<Asked & { id: string; caseId: string }>(sql`
  from ${employees} e ${hours}
  left join ${topics} t on t.id = (select topic_id from ${cases} where id = ${sql.placeholder('caseId')})
  where e.id = ${sql.placeholder('id')}`)

/** Throws `unprocessable`, naming the field, for who cannot be asked. */
export async function findColleague(work: Work, kase: LockedCase, id: string): Promise<FoundColleague> {
  const refuse = (why: string) => Unprocessable.at('/employeeId', why)
  if (id === kase.ownerId) throw refuse('is the owner of the case, to whom the answer comes back')
  if (id === work.actor.employee?.id) throw refuse('is yourself: ask a colleague')
  if (id === kase.aboutEmployeeId) throw refuse('is whom the case is about')
  const found = await work.tx.row(byId, { id, caseId: kase.id, ...askedOf(work, kase) })
  if (!found) throw refuse('is no employee')
  if (!found.works) throw refuse('has left, or is leaving')
  if (found.conceals) throw refuse('stands in for the employee whom the case is about')
  return found
}

const expert = {
  ...colleague,
  absent: sql<boolean>`absent`,
  competent: sql<number>`count(*) over ()::int`,
}
const experts = selecting(expert)<
  Asked & { code: string; teamId: string | null; not: readonly (string | null)[] }
>(sql`
  from ${topics} t join ${employeeTopics} k on k.topic_id = t.id join ${employees} e on e.id = k.employee_id ${hours}
  cross join lateral (select ${absentNow(sql`e.id`)} as absent) away
  where t.code = ${sql.placeholder('code')} and ${works} and not ${conceals}
    and e.id <> all(array_remove(${sql.placeholder('not')}::uuid[], null))
    and (${sql.placeholder('teamId')}::uuid is null or e.active_team_id = ${sql.placeholder('teamId')}::uuid)
  order by absent, e.active_team_id is not distinct from ${sql.placeholder('caseTeamId')}::uuid desc,
    (select count(*) from ${consultations} x where x.consulted_id = e.id and x.state = 'open'), e.id
  limit 1`)

/**
 * The first expert on a topic who is free: competent and not absent, of the team that is asked, else of the team of the
 * case before anybody else; among those whoever has the fewest consultations open. It is always one person who is asked.
 * Throws `unprocessable`, naming the field, where there is none.
 */
export async function findExpert(
  work: Work,
  kase: LockedCase,
  { topic, teamId = null }: { readonly topic: string; readonly teamId?: string | null | undefined },
): Promise<FoundColleague> {
  const not = [kase.ownerId, work.actor.employee?.id ?? null, kase.aboutEmployeeId]
  const found = await work.tx.row(experts, { code: topic, teamId, not, ...askedOf(work, kase) })
  if (found && !found.absent) return found
  const known = await work.tx.row(knows, { code: topic, teamId })
  if (!known?.topic) throw Unprocessable.at('/topic', 'is no topic')
  if (teamId !== null && !known.team) throw Unprocessable.at('/teamId', 'is no team here')
  const where = teamId === null ? 'here' : 'in this team'
  throw Unprocessable.at(
    '/topic',
    found
      ? `is known to ${found.competent} ${where}, and all of them are absent now: name one by employeeId, who answers when they are back`
      : `is known to nobody else ${where}: name a colleague by employeeId, or leave the team out`,
    { competentButAbsent: found?.competent ?? 0 },
  )
}

const knows = selecting({
  topic: sql<boolean>`exists (select from ${topics} where code = ${sql.placeholder('code')})`,
  team: sql<boolean>`exists (select from ${teams} where id = ${sql.placeholder('teamId')}::uuid)`,
})<{ code: string; teamId: string | null }>()

const askedOf = (work: Work, { teamId, aboutEmployeeId }: LockedCase): Asked => ({
  now: toWire(work.now),
  caseTeamId: teamId,
  aboutEmployeeId,
})
