import { sql } from 'drizzle-orm'
import { cases } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { topics } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import type { Consultation } from './contract.ts'

/** A consultation with all that its answer shows, as one row. */
export interface ConsultationRow
  extends Omit<Consultation, 'topic' | 'askedBy' | 'consulted' | 'mightKnow' | 'overdue'> {
  readonly topicCode: string | null
  readonly topicName: string | null
  readonly askedById: string
  readonly askedByName: string
  readonly consultedId: string
  readonly consultedName: string
  readonly mightKnowId: string | null
  readonly mightKnowName: string | null
}

/** `select …` of a `ConsultationRow`, up to where the conditions begin; the consultation is `x`, its case `c`. */
export const selectConsultation = sql<ConsultationRow>`
  select x.id, x.case_id as "caseId", c.reference, x.kind, x.question, t.code as "topicCode", t.name as "topicName",
    x.team_id as "teamId", x.asked_by_id as "askedById", a.name as "askedByName", x.consulted_id as "consultedId",
    w.name as "consultedName", x.state, x.need_by as "needBy", x.asked_at as "askedAt", x.closed_at as "closedAt", x.answer,
    x.reason, x.might_know_id as "mightKnowId", m.name as "mightKnowName", x.version
  from ${consultations} x join ${cases} c on c.id = x.case_id join ${employees} a on a.id = x.asked_by_id
  join ${employees} w on w.id = x.consulted_id left join ${employees} m on m.id = x.might_know_id
  left join ${topics} t on t.id = x.topic_id`

/** The consultation as it is answered. `now` is in wire form; moments in that form compare as text. */
export function toConsultation(row: ConsultationRow, now: string): Consultation {
  return {
    id: row.id,
    caseId: row.caseId,
    reference: row.reference,
    kind: row.kind,
    question: row.question,
    topic:
      row.topicCode === null || row.topicName === null ? null : { code: row.topicCode, name: row.topicName },
    teamId: row.teamId,
    askedBy: { id: row.askedById, name: row.askedByName },
    consulted: { id: row.consultedId, name: row.consultedName },
    state: row.state,
    needBy: row.needBy,
    overdue: row.state === 'open' && row.needBy < now,
    askedAt: row.askedAt,
    closedAt: row.closedAt,
    answer: row.answer,
    reason: row.reason,
    mightKnow:
      row.mightKnowId === null || row.mightKnowName === null
        ? null
        : { id: row.mightKnowId, name: row.mightKnowName },
    version: row.version,
  }
}
