import { sql } from 'drizzle-orm'
import { outreachOf } from '../../facts/outreach-of-case.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, contacts, resolutions } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { events } from '../../tables/events.ts'
import { gestures } from '../../tables/gestures.ts'
import { organisation, teams } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { surveys } from '../../tables/surveys.ts'
import { topics } from '../../tables/topics.ts'
import { at, many, money, plain, words } from './column.ts'
import type { Kind } from './kind.ts'

/** A promise is broken from the end of its window on, whatever becomes of it (law 5). */
const broken = sql`b.closed_at > b.window_until or (b.state = 'open' and b.window_until < now())`

/** One wide row for each case: what was promised, what came of it, and what was done for the customer. */
export const casesKind: Kind = {
  table: sql`${cases}`,
  about: sql`e.case_id`,
  columns: (decimals) => ({
    id: plain(sql`r.id`),
    reference: plain(sql`r.reference`),
    version: plain(sql`r.version`),
    status: plain(sql`r.status`),
    customerId: plain(sql`r.customer_id`),
    ownerId: plain(sql`r.owner_id`),
    owner: words(sql`w.name`),
    teamId: plain(sql`r.team_id`),
    team: words(sql`t.name`),
    topic: words(sql`p.code`),
    subject: words(sql`r.subject`),
    question: words(sql`r.question`),
    tags: many(sql`r.tags`),
    origin: plain(sql`r.origin`),
    outreachId: plain(outreachOf('r')),
    channel: plain(sql`r.channel`),
    openedBy: plain(sql`r.opened_by_kind`),
    assignment: plain(sql`r.assignment_reason`),
    aboutEmployeeId: plain(sql`r.about_employee_id`),
    openedAt: at(sql`r.opened_at`),
    resolvedAt: at(sql`r.resolved_at`),
    updatedAt: at(sql`h.at`),
    outcome: plain(sql`o.outcome`),
    faces: plain(sql`cardinality(r.faces)`),
    chases: plain(sql`r.chases`),
    promisesMade: plain(sql`b.made`),
    promisesKept: plain(sql`b.kept`),
    promisesBroken: plain(sql`b.broken`),
    promisesRescheduled: plain(sql`b.rescheduled`),
    attempts: plain(sql`b.attempts`),
    contacts: plain(sql`c.contacts`),
    firstContactAt: at(sql`c.first_at`),
    firstContactChannel: plain(sql`c.first_channel`),
    consultations: plain(sql`x.asked`),
    consultationsAnswered: plain(sql`x.answered`),
    gestures: plain(sql`g.given`),
    gesturesAmount: money(sql`g.amount`, decimals),
    currency: plain(sql`s.currency`),
    score: plain(sql`u.score`),
    path: plain(sql`h.path`),
  }),
  beside: sql`
    cross join ${organisation} s
    join ${employees} w on w.id = r.owner_id
    join ${teams} t on t.id = r.team_id
    left join ${topics} p on p.id = r.topic_id
    left join ${resolutions} o on o.id = r.resolution_id
    cross join lateral (select count(*) as made, count(*) filter (where b.state = 'kept') as kept,
        count(*) filter (where ${broken}) as broken, count(*) filter (where b.state = 'rescheduled') as rescheduled,
        coalesce(sum(b.attempts), 0) as attempts
      from ${callbacks} b where b.case_id = r.id) b
    cross join lateral (select count(*) as contacts, min(c.at) as first_at,
        (array_agg(c.channel order by c.at, c.id))[1] as first_channel
      from ${contacts} c where c.case_id = r.id) c
    cross join lateral (select count(*) as asked, count(*) filter (where x.state = 'answered') as answered
      from ${consultations} x where x.case_id = r.id) x
    cross join lateral (select count(*) as given, coalesce(sum(g.amount), 0) as amount
      from ${gestures} g where g.case_id = r.id and g.state in ('granted', 'fulfilled') and g.granted_at <= now()) g
    left join lateral (select u.score from ${surveys} u where u.case_id = r.id and u.score is not null
      order by u.requested_at desc limit 1) u on true
    cross join lateral (select string_agg(e.type, ' ' order by e.case_sequence) as path, max(e.at) as at
      from ${events} e where e.case_id = r.id) h`,
}
