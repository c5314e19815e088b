import { headsUpsOf } from './heads-ups.ts'
import { brokenOf, outreachOf } from './write-parts.ts'

/** The floor's reads of cases: one statement each, and its rows as they are answered. */

const select = `
  select c.id, c.reference, c.customer_id, cu.name as customer_name, c.owner_id, o.name as owner_name,
    o.extension, c.team_id, t.code as topic_code, t.name as topic_name, c.subject, c.question, c.tags, c.origin,
    c.channel, c.opened_by_kind, c.opened_by_id, c.assignment_reason, c.assignment_considered,
    c.chases, cardinality(c.faces) as faces, c.opened_at, c.resolved_at, c.version,
    b.id as callback_id, b.channel as callback_channel, b.address, b.window_from, b.window_until, b.attempts,
    b.next_try_at, b.yielded, b.cut_by_horizon, b.version as callback_version, r.outcome, r.summary, r.contact_id, r.contact_moment, r.duplicate_of, r.resolved_by_id,
    c.about_employee_id, u.at as updated_at, ${headsUpsOf('c.id')} as heads_ups, ${outreachOf('c')} as outreach_id,
    ${brokenOf('c')} as broken
  from cases c
  join events u on u.case_id = c.id and u.case_sequence = c.version
  join customers cu on cu.id = c.customer_id
  join employees o on o.id = c.owner_id
  left join topics t on t.id = c.topic_id
  left join callbacks b on b.id = c.callback_id
  left join resolutions r on r.id = c.resolution_id`

export const getCase = { name: 'get-case', text: `${select} where c.id = $1` }

/**
 * The limit stands in the text: a parameter there makes PostgreSQL plan the joins anew for each request, for no plan
 * made in advance can compete with one that knows that few rows are wanted.
 */
export const listOpenCases = (most: number) => ({
  name: `list-${most}-open-cases`,
  text: `${select} where c.owner_id = $1 and c.callback_id is not null order by c.id desc limit ${most}`,
})

/** A row as pg gives it: strings, save for `tags` and the counts. */
// biome-ignore lint/suspicious/noExplicitAny: what the columns are is said once, in the schema of the answer
export type Row = Readonly<Record<string, any>>

export const toKase = (row: Row, now: string) => ({
  id: row.id,
  reference: row.reference,
  status: row.callback_id === null ? 'resolved' : 'open',
  customer: { id: row.customer_id, name: row.customer_name },
  owner: { id: row.owner_id, name: row.owner_name, extension: row.extension },
  standIn: null,
  teamId: row.team_id,
  topic: row.topic_code === null ? null : { code: row.topic_code, name: row.topic_name },
  subject: row.subject,
  question: row.question,
  tags: row.tags,
  origin: row.origin,
  gestureSuggestion: row.broken,
  outreachId: row.outreach_id,
  channel: row.channel,
  openedBy: { kind: row.opened_by_kind, id: row.opened_by_id },
  assignment: { reason: row.assignment_reason, considered: row.assignment_considered },
  callback:
    row.callback_id === null
      ? null
      : {
          id: row.callback_id,
          channel: row.callback_channel,
          to: row.address,
          from: row.window_from,
          until: row.window_until,
          state: 'open',
          overdue: row.window_until < now,
          attempts: row.attempts,
          nextTryAt: row.next_try_at,
          yielded: row.yielded,
          cutByHorizon: row.cut_by_horizon,
          version: row.callback_version,
        },
  resolution:
    row.outcome === null
      ? null
      : {
          outcome: row.outcome,
          summary: row.summary,
          contactId: row.contact_id,
          firstContact: row.contact_moment === 'opening',
          duplicateOf: row.duplicate_of,
          resolvedBy: row.resolved_by_id,
          actedBy: row.resolved_by_id,
          ownerId: row.owner_id,
          at: row.resolved_at,
        },
  headsUps: row.heads_ups,
  chases: row.chases,
  faces: row.faces,
  openedAt: row.opened_at,
  resolvedAt: row.resolved_at,
  updatedAt: row.updated_at,
  aboutEmployeeId: row.about_employee_id,
  version: row.version,
})
