import { sql } from 'drizzle-orm'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { cases } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { employees } from '../../tables/people.ts'
import { topics } from '../../tables/topics.ts'
import type { Consultation } from './contract.ts'

/** A consultation with all that its answer shows, as one row. */
export const consultationRow = {
  ...pick(consultations, 'x', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference'),
  ...pick(consultations, 'x', 'kind', 'question'),
  ...orNull(renamed(topics, 't', { topicCode: 'code', topicName: 'name' })),
  ...pick(consultations, 'x', 'teamId', 'askedById', 'consultedId'),
  ...renamed(employees, 'a', { askedByName: 'name' }),
  ...renamed(employees, 'w', { consultedName: 'name' }),
  ...pick(consultations, 'x', 'state', 'needBy', 'askedAt', 'closedAt', 'answer', 'reason', 'mightKnowId'),
  ...orNull(renamed(employees, 'm', { mightKnowName: 'name' })),
  ...pick(consultations, 'x', 'version'),
}

export type ConsultationRow = RowOf<typeof consultationRow>

/** The consultations `x` and their cases `c`. */
export const consultationsOfCases = sql`from ${consultations} x join ${cases} c on c.id = x.case_id`

/** The consultations `x` with what their rows are put together from, up to where the conditions begin; the case is `c`. */
export const fromConsultations = sql`
  ${consultationsOfCases}
  join ${employees} a on a.id = x.asked_by_id
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
