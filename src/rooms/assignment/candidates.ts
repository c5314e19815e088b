import { type SQL, sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { absentNow } from '../../facts/absent-now.ts'
import { currentCustomer } from '../../facts/current-customer.ts'
import { leaving } from '../../facts/leaving.ts'
import { openCasesOf } from '../../facts/open-cases-of.ts'
import { standsInNow } from '../../facts/stand-ins.ts'
import { cases, resolutions } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { employees, employeeTopics, presences } from '../../tables/people.ts'
import { topics } from '../../tables/topics.ts'
import { candidateRow } from './candidate.ts'
import type { CandidateFacts } from './rank-candidates.ts'

/** For whom an owner is sought, and of what. */
export interface Sought {
  /** Null: a new customer, or nobody in particular; then the team is given. */
  readonly customerId: string | null
  /** Null: the customer's. */
  readonly teamId: string | null
  /** The code of the topic. */
  readonly topic: string | null
  /** The employee whom a complaint is about: they are never chosen. */
  readonly not: string | null
  /** In wire form. */
  readonly now: string
  /** For the telephone, on which one is away for a while. */
  readonly ringing: boolean
}

const given = (name: keyof Sought) => sql.placeholder(name)
const customer = currentCustomer(sql`${given('customerId')}::uuid`)

const concerned = sql`e.id = ${given('not')}::uuid`
const hasSomebody = (team: SQL) => sql`exists (select from ${employees} e
  where e.active_team_id = ${team} and (${concerned}) is not true and not ${leaving})`

/**
 * `select id` of the team whose members are chosen from: the given one, or the default team where that has nobody to
 * choose. Nothing where neither has: then it is anybody.
 */
export const selectChoosingTeam = (team: SQL) => sql`
  select t.id from (select ${team} as id, 1 as place
      union all select org.default_team_id, 2 from ${organisation} org) t
  where ${hasSomebody(sql`t.id`)} order by t.place limit 1`

/**
 * A complaint is not there for whom it is about, and who reads why another case came to its owner must not learn of it
 * either: it counts only for the next complaint about the same employee.
 */
const tellsNothing = sql`(c.about_employee_id is null or c.about_employee_id = ${given('not')}::uuid)`

/** Enough to know a customer by, also where an organisation asks every day. */
const remembered = sql.raw('200')

const facts = {
  pool: sql<CandidateFacts['pool']>`case when e.active_team_id = sought.team_id then 'team'
    when e.active_team_id = sought.default_team_id then 'default-team' else 'elsewhere' end`,
  leaving,
  standsInForConcerned: standsInNow({ owner: sql`${given('not')}::uuid`, standIn: sql`e.id` }),
  absent: absentNow(sql`e.id`),
  away: sql<boolean>`${given('ringing')}::boolean
    and exists (select from ${presences} p where p.employee_id = e.id and p.presence = 'away')`,
  competent: sql<boolean>`exists (
    select from ${employeeTopics} k where k.employee_id = e.id and k.topic_id = sought.topic_id)`,
  openCases: openCasesOf(sql`e.id`),
  ...pick(employees, 'e', 'contractHours'),
  openCase: sql<string | null>`known.open_case`,
  lastResolvedAt: sql<string | null>`known.resolved_at`,
}

/** Who never had contact with a customer does not know them: what was no question, or a call that was answered after all. */
const wasAQuestion = sql`not exists (
  select from ${resolutions} r where r.id = c.resolution_id and r.outcome = 'notAQuestion')`

const sought = sql`
  with asking as materialized (select ${customer} as id),
  sought as materialized (
    select coalesce(${given('teamId')}::uuid,
        (select team_id from ${customers} where id = (select id from asking))) as team_id,
      org.default_team_id, (select id from ${topics} where code = ${given('topic')}) as topic_id
    from ${organisation} org),
  chosen as materialized (${selectChoosingTeam(sql`(select team_id from sought)`)}),
  known as materialized (
    select owner_id, max(id::text) filter (where callback_id is not null) as open_case,
      max(resolved_at) filter (where resolved_at > ${now} - interval '12 months' and ${wasAQuestion}) as resolved_at
    from ((select * from ${cases} where customer_id = (select id from asking) order by id desc limit ${remembered})
        union all (select * from ${cases} where customer_id = (select id from asking) and callback_id is not null
          order by id desc limit ${remembered})) c
    where ${tellsNothing} group by owner_id),
  here as (
    select e.* from ${employees} e where e.active_team_id = (select id from chosen) and not ${leaving}
    union all
    select e.* from ${employees} e where (select id from chosen) is null and e.active_team_id is not null)`

/** Everybody of the team that is chosen from, or of all where that is nobody, with what speaks for and against them. */
export const candidates = selecting({ ...candidateRow, ...facts })<Sought>(
  sql`
  from here e join ${agreements} a on a.team_id = e.active_team_id
  cross join sought left join known on known.owner_id = e.id
  where (${concerned}) is not true`,
  sought,
)
