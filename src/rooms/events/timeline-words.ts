import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { EventType } from '../../history/event-types.ts'
import { idIn } from '../../history/id-in.ts'
import { asks } from '../../tables/asks.ts'
import { attempts, callbacks } from '../../tables/callbacks.ts'
import { contacts, notes, resolutions } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { deviations } from '../../tables/deviations.ts'
import { gestures } from '../../tables/gestures.ts'
import { caseCorrections, successions } from '../../tables/successions.ts'

/** The words in the row whose id stands in this member of an event's data. */
const wordsIn = (table: PgTable, column: PgColumn, member: string): SQL =>
  sql`(select ${column} from ${table} where id = ${idIn(member)})`

/** The words that people wrote when such an event happened, in a query of events `e` and their cases `c`. */
const words: Readonly<Record<EventType, SQL | null>> = {
  'case.opened': sql`c.question`,
  'case.changed': null,
  'case.customer-corrected': wordsIn(caseCorrections, caseCorrections.reason, 'correctionId'),
  'case.resolved': wordsIn(resolutions, resolutions.summary, 'resolutionId'),
  'case.reopened': wordsIn(notes, notes.text, 'noteId'),
  'case.succeeded': wordsIn(successions, successions.reason, 'successionId'),
  'case.chased': null,
  'succession.requested': wordsIn(successions, successions.reason, 'successionId'),
  'contact.recorded': wordsIn(contacts, contacts.summary, 'contactId'),
  'contact.completed': null,
  'note.added': wordsIn(notes, notes.text, 'noteId'),
  'consultation.asked': wordsIn(consultations, consultations.question, 'consultationId'),
  'consultation.answered': wordsIn(consultations, consultations.answer, 'consultationId'),
  'consultation.declined': wordsIn(consultations, consultations.reason, 'consultationId'),
  'consultation.withdrawn': wordsIn(consultations, consultations.reason, 'consultationId'),
  'consultation.overdue': null,
  'consultation.rated': null,
  'deviation.recorded': wordsIn(deviations, deviations.reason, 'deviationId'),
  'gesture.granted': wordsIn(gestures, gestures.reason, 'gestureId'),
  'gesture.fulfilled': null,
  'gesture.withdrawn': wordsIn(gestures, gestures.withdrawnBecause, 'gestureId'),
  'ask.made': wordsIn(asks, asks.wish, 'askId'),
  'ask.answered': wordsIn(asks, asks.answerReason, 'askId'),
  'ask.granted-by-silence': null,
  'ask.withdrawn': null,
  'callback.made': null,
  'callback.attempted': wordsIn(attempts, attempts.summary, 'attemptId'),
  'callback.due': null,
  'callback.overdue': null,
  'callback.kept': null,
  'callback.rescheduled': wordsIn(callbacks, callbacks.reason, 'callbackId'),
  'callback.released': null,
  'organisation.changed': null,
  'team.created': null,
  'team.changed': null,
  'employee.created': null,
  'employee.changed': null,
  'employee.departed': null,
  'departure.started': null,
  'departure.withdrawn': null,
  'calendar-feed.made': null,
  'calendar-feed.revoked': null,
  'presence.set': null,
  'absence.registered': null,
  'absence.covered': null,
  'absence.ended': null,
  'values.changed': null,
  'import.started': null,
  'import.ended': null,
  'budget.created': null,
  'budget.changed': null,
  'topic.created': null,
  'topic.changed': null,
  'pulse.shared': null,
  'heads-up.announced': null,
  'heads-up.changed': null,
  'heads-up.acknowledged': null,
  'heads-up.released': null,
  'outreach.announced': null,
  'outreach.changed': null,
  'outreach.customers-added': null,
  'outreach.started': null,
  'outreach.paused': null,
  'outreach.stopped': null,
  'outreach.done': null,
  'outreach.customer-passed-over': null,
  'idea.made': null,
  'idea.supported': null,
  'idea.answered': null,
  'idea.result-told': null,
  'idea.overdue': null,
  'survey.requested': null,
  'satisfaction.received': null,
  'rule.created': null,
  'rule.changed': null,
  'rule.review-due': null,
  'rule.reviewed': null,
  'customer.created': null,
  'customer.changed': null,
  'customer.merged': null,
  'customer.erased': null,
  'customer.unmerged': null,
  'api-key.created': null,
  'api-key.rotated': null,
  'api-key.revoked': null,
  'webhook.created': null,
  'webhook.changed': null,
  'webhook.rotated': null,
  'webhook.removed': null,
  'webhook.tested': null,
  'webhook.replayed': null,
  'webhook.resent': null,
  'webhook.disabled': null,
}

const branches = Object.entries(words).flatMap(([type, from]) =>
  from === null ? [] : [sql`when ${sql.raw(`'${type}'`)} then ${from}`],
)

/**
 * The words of an event. They live with what they are about and not in the history, so that erasing them changes no
 * event.
 */
export const timelineWords = sql<string | null>`case e.type ${sql.join(branches, sql` `)} end`
