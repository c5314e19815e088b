import type { EventType } from '../history/event-types.ts'

/** The types of event that are about a case. */
type OfCases = Extract<
  EventType,
  `${'case' | 'contact' | 'note' | 'consultation' | 'callback' | 'succession' | 'gesture' | 'ask' | 'deviation'}.${string}`
>

/** Rows of which each has its event, and by which field of the event's data it is known. */
interface Rows {
  /** A query for the case and the id of each. */
  readonly rows: string
  readonly field: string
}

const rows = (table: string, field: string, where = 'true'): Rows => ({
  rows: `select case_id, id from ${table} where ${where}`,
  field,
})
const notes = rows('notes', 'noteId')

/**
 * What each type of event tells of: these rows, each once, or none of its own. A new type says here what it tells of; a
 * row that was written before, and changes as often as it likes, is told of by as many events and is none of these. The
 * database asks for the same, by `about_id` of an event (`tables/laws/law-15-rows-are-told-of.sql`).
 */
const toldBy: Readonly<Record<OfCases, Rows | null>> = {
  'case.opened': null,
  'case.changed': null,
  'case.customer-corrected': rows('case_corrections', 'correctionId'),
  'case.resolved': rows('resolutions', 'resolutionId'),
  // With the reason, where there is one, as a note.
  'case.reopened': notes,
  'case.succeeded': rows('successions', 'successionId', 'completed_at is not null'),
  'succession.requested': rows('successions', 'successionId', `cause = 'safety'`),
  'case.chased': null,
  'contact.recorded': rows('contacts', 'contactId'),
  'contact.completed': null,
  'note.added': notes,
  'consultation.asked': rows('consultations', 'consultationId'),
  'consultation.answered': rows('consultations', 'consultationId', `state = 'answered'`),
  'consultation.declined': rows('consultations', 'consultationId', `state = 'declined'`),
  'consultation.withdrawn': rows('consultations', 'consultationId', `state = 'withdrawn'`),
  'consultation.overdue': rows('consultations', 'consultationId', 'overdue_told_at is not null'),
  'consultation.rated': null,
  // Of what was asked for, the ask tells.
  'gesture.granted': rows('gestures', 'gestureId', 'ask_id is null'),
  'ask.made': rows('asks', 'askId'),
  'ask.answered': rows('asks', 'askId', 'answered_by_id is not null'),
  'ask.granted-by-silence': rows('asks', 'askId', 'by_silence'),
  'ask.withdrawn': rows('asks', 'askId', `state = 'withdrawn'`),
  'gesture.fulfilled': rows('gestures', 'gestureId', `state = 'fulfilled'`),
  'gesture.withdrawn': rows('gestures', 'gestureId', `state = 'withdrawn'`),
  'deviation.recorded': rows('deviations', 'deviationId'),
  'callback.made': rows('callbacks', 'callbackId'),
  // A try that reached the customer kept the callback; one in vain may be a contact as well.
  'callback.attempted': {
    rows: `select b.case_id, t.id from callback_attempts t join callbacks b on b.id = t.callback_id
      where t.contact_id is null or t.outcome not in ('reached', 'message-sent')`,
    field: 'attemptId',
  },
  'callback.due': rows('callbacks', 'callbackId', 'reminded_at is not null'),
  'callback.overdue': rows('callbacks', 'callbackId', 'overdue_told_at is not null'),
  'callback.kept': rows('callbacks', 'callbackId', `state = 'kept'`),
  'callback.rescheduled': rows('callbacks', 'callbackId', `state = 'rescheduled'`),
  'callback.released': rows('callbacks', 'callbackId', `state = 'released'`),
}

/** Tables with something of a case in which no row is an event's own, and why. */
const others = {
  events: 'they are the history itself',
  webhook_deliveries: 'they are the way of an event, which tells of itself',
  calls: 'of what became of a call, its contact tells',
  spending_accounts: 'they are the sum of what is told of gestures',
  surveys: 'that a customer is asked is told of by no number of the case, since nothing of it changes',
  heads_up_cases: 'the database links a case as it opens: its opening tells of it',
  outreach_customers: 'of a case that an outreach opened, its opening tells',
  idea_cases: 'an idea tells of itself, and is no part of the history of a case',
  case_words: 'they are made of what is written elsewhere, to be searched',
}

/** Queries for what has no event, or too many, and for what an event tells of that is not there. */
export const rowsAndEvents: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...Map.groupBy(Object.entries(toldBy), ([, told]) => told)].flatMap(([told, types]) => {
      if (told === null) return []
      const names = types.map(([type]) => type)
      return [
        [
          `${names.join(' or ')}: every row has its event, and every event its row`,
          `select coalesce(r.id::text, e.id) as id from (${told.rows}) r
           full join (select case_id, data ->> '${told.field}' as id from events
             where type in (${names.map((name) => `'${name}'`)}) and data ->> '${told.field}' is not null) e
             on e.id = r.id::text and e.case_id = r.case_id
           group by 1 having count(r.id) <> 1 or count(e.id) <> 1`,
        ],
      ]
    }),
  ),
  'a table with something of a case says in src/audit/rows-and-events.ts which events tell of its rows': `
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'case_id'
      and table_name not in (${Object.keys(others).map((name) => `'${name}'`)})
      and '${Object.values(toldBy)
        .map((told) => told?.rows.replaceAll("'", ' ') ?? '')
        .join(' ')}' !~ ('\\y' || table_name || '\\y')`,
}
