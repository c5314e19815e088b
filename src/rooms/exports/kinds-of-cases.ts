import { sql } from 'drizzle-orm'
import { idIn } from '../../history/id-in.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { contacts } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { deviations } from '../../tables/deviations.ts'
import { gestures } from '../../tables/gestures.ts'
import { rules } from '../../tables/rules.ts'
import { topics } from '../../tables/topics.ts'
import { at, json, many, money, plain, words } from './column.ts'
import type { Kind } from './kind.ts'

/** The row that an event of one of these sorts names in its data; events of other sorts are about none. */
const named = (sort: string, field: string) =>
  sql`case when e.type like ${sql.raw(`'${sort}.%'`)} then ${idIn(field)} end`

export const contactsKind: Kind = {
  table: sql`${contacts}`,
  ofCases: true,
  about: sql`case when e.type in ('contact.recorded', 'contact.completed') then ${idIn('contactId')} end`,
  columns: () => ({
    id: plain(sql`r.id`),
    caseId: plain(sql`r.case_id`),
    direction: plain(sql`r.direction`),
    channel: plain(sql`r.channel`),
    outcome: plain(sql`r.outcome`),
    moment: plain(sql`r.moment`),
    at: at(sql`r.at`),
    employeeId: plain(sql`r.employee_id`),
    spokenFor: plain(sql`r.spoken_for`),
    answered: plain(sql`r.answered`),
    opening: plain(sql`r.opening`),
    thanks: plain(sql`r.thanks`),
    summary: words(sql`r.summary`),
    participants: json(sql`r.participants`),
    recordedBy: plain(sql`r.recorded_by_kind`),
    recordedAt: at(sql`r.recorded_at`),
  }),
}

export const callbacksKind: Kind = {
  table: sql`${callbacks}`,
  ofCases: true,
  about: named('callback', 'callbackId'),
  columns: () => ({
    id: plain(sql`r.id`),
    caseId: plain(sql`r.case_id`),
    ownerId: plain(sql`r.owner_id`),
    state: plain(sql`r.state`),
    channel: plain(sql`r.channel`),
    from: at(sql`r.window_from`),
    until: at(sql`r.window_until`),
    computed: plain(sql`r.computed`),
    attempts: plain(sql`r.attempts`),
    madeAt: at(sql`r.made_at`),
    closedAt: at(sql`r.closed_at`),
    broken: plain(
      sql`coalesce(r.closed_at > r.window_until, false) or (r.state = 'open' and r.window_until < now())`,
    ),
    lateSeconds: plain(sql`r.late_seconds`),
    customerCalledFirst: plain(sql`r.customer_called_first`),
    contactId: plain(sql`r.contact_id`),
    replacedBy: plain(sql`r.replaced_by`),
    reason: words(sql`r.reason`),
    version: plain(sql`r.version`),
  }),
}

export const consultationsKind: Kind = {
  table: sql`${consultations}`,
  ofCases: true,
  // Whether an answer helped is told in sums alone, and no row here says it.
  about: sql`case when e.type <> 'consultation.rated' then ${named('consultation', 'consultationId')} end`,
  beside: sql`left join ${topics} p on p.id = r.topic_id`,
  columns: () => ({
    id: plain(sql`r.id`),
    caseId: plain(sql`r.case_id`),
    kind: plain(sql`r.kind`),
    state: plain(sql`r.state`),
    askedById: plain(sql`r.asked_by_id`),
    consultedId: plain(sql`r.consulted_id`),
    teamId: plain(sql`r.team_id`),
    ownTeamId: plain(sql`r.own_team_id`),
    outside: plain(sql`r.outside`),
    topic: words(sql`p.code`),
    question: words(sql`r.question`),
    answer: words(sql`r.answer`),
    reason: words(sql`r.reason`),
    askedAt: at(sql`r.asked_at`),
    needBy: at(sql`r.need_by`),
    closedAt: at(sql`r.closed_at`),
    version: plain(sql`r.version`),
  }),
}

export const gesturesKind: Kind = {
  table: sql`${gestures}`,
  ofCases: true,
  // What was asked for is a gesture as well: its asks tell of it.
  about: sql`case when e.type like 'gesture.%' then ${idIn('gestureId')}
    when e.type like 'ask.%' then (select g.id from ${gestures} g where g.ask_id = ${idIn('askId')}) end`,
  columns: (decimals) => ({
    id: plain(sql`r.id`),
    caseId: plain(sql`r.case_id`),
    teamId: plain(sql`r.team_id`),
    ownerId: plain(sql`r.owner_id`),
    grantedById: plain(sql`r.granted_by_id`),
    kind: plain(sql`r.kind`),
    state: plain(sql`case when r.state = 'granted' and r.granted_at > now() then 'asked' else r.state end`),
    amount: money(sql`r.amount`, decimals),
    currency: plain(sql`r.currency`),
    reason: words(sql`r.reason`),
    values: many(sql`r.values`),
    askId: plain(sql`r.ask_id`),
    grantedAt: at(sql`r.granted_at`),
    endedAt: at(sql`r.ended_at`),
    version: plain(sql`r.version`),
  }),
}

export const deviationsKind: Kind = {
  table: sql`${deviations}`,
  ofCases: true,
  about: named('deviation', 'deviationId'),
  beside: sql`join ${rules} u on u.id = r.rule_id`,
  columns: () => ({
    id: plain(sql`r.id`),
    caseId: plain(sql`r.case_id`),
    ruleId: plain(sql`r.rule_id`),
    rule: words(sql`u.code`),
    ruleKind: plain(sql`r.rule_kind`),
    textNumber: plain(sql`r.text_number`),
    benefit: words(sql`r.benefit`),
    reason: words(sql`r.reason`),
    values: many(sql`r.values`),
    employeeId: plain(sql`r.employee_id`),
    at: at(sql`r.at`),
  }),
}
