import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Moment } from './cases.ts'
import { contacts, resolutions } from './cases.ts'
import { instant, moments, toldAs, version } from './columns.ts'
import { employees } from './people.ts'

/**
 * A promise to come back to the customer within a window. While it is open it is its case's one promise: the
 * foreign keys between `(case_id, open_id, owner_id)` and the case hold the two together (laws 4 and 5).
 */
export const callbacks = pgTable(
  'callbacks',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    state: text('state').$type<'open' | 'kept' | 'rescheduled' | 'released'>().notNull(),
    openId: uuid('open_id').generatedAlwaysAs(sql`case when state = 'open' then id end`),
    channel: text('channel').notNull(),
    /** The number or address that was promised; null for a pickup, or when the customer left none. */
    address: text('address'),
    windowFrom: instant('window_from').notNull(),
    windowUntil: instant('window_until').notNull(),
    /** The window came from the team's agreement, not from the customer. */
    computed: boolean('computed').notNull(),
    /** Whose wish the agreement had to leave aside, because no moment within the horizon suited everybody. */
    yielded: text('yielded').$type<'customer' | 'owner' | 'team'>(),
    /** Less working time was left before the horizon than the team has agreed on, so its window ends sooner. */
    cutByHorizon: boolean('cut_by_horizon').notNull().default(false),
    /** When its owner is reminded of it; null for one that ended before there were reminders. */
    remindAt: instant('remind_at'),
    /** When the event `callback.due` was recorded, and `callback.overdue`: each once (laws 5 and 15). */
    remindedAt: instant('reminded_at'),
    overdueToldAt: instant('overdue_told_at'),
    /** The next of these two moments of which nobody was told yet; null when there is nothing left to tell. */
    tellAt: instant('tell_at').generatedAlwaysAs(
      sql`case when state = 'open' then case when reminded_at is null then remind_at when overdue_told_at is null then window_until end end`,
    ),
    /** The clock hour that a given window books, and which of its places; a computed one books none. */
    bookedHour: instant('booked_hour'),
    /** Whose hour that is, where it is not the owner's: of whoever stands in for them then, as it was planned. */
    callerId: uuid('caller_id'),
    place: integer('place'),
    attempts: integer('attempts').notNull().default(0),
    nextTryAt: instant('next_try_at'),
    madeAt: instant('made_at').notNull(),
    closedAt: instant('closed_at'),
    /** The contact that kept it, or in which the customer was told of another window. */
    contactId: uuid('contact_id'),
    contactMoment: text('contact_moment').$type<Moment>(),
    customerCalledFirst: boolean('customer_called_first').generatedAlwaysAs(
      sql`state = 'kept' and contact_moment = 'customer-called-owner'`,
    ),
    replacedBy: uuid('replaced_by'),
    reason: text('reason'),
    resolutionId: uuid('resolution_id'),
    /** Seconds past the window at which it closed; stays on record for ever (law 5). */
    lateSeconds: integer('late_seconds').generatedAlwaysAs(
      sql`case when closed_at > window_until then ceil(extract(epoch from closed_at - window_until))::integer end`,
    ),
    version: version(),
    toldAs: toldAs('told_as', sql`'callback.made'::text`),
    endedAs: toldAs('ended_as', sql`case when state <> 'open' then 'callback.' || state end`),
    dueAs: toldAs('due_as', sql`case when reminded_at is not null then 'callback.due' end`),
    overdueAs: toldAs('overdue_as', sql`case when overdue_told_at is not null then 'callback.overdue' end`),
  },
  (t) => [
    moments('callbacks_moments_are_real', t),
    foreignKey({ name: 'callbacks_owner_exists', columns: [t.ownerId], foreignColumns: [employees.id] }),
    foreignKey({ name: 'callbacks_caller_exists', columns: [t.callerId], foreignColumns: [employees.id] }),
    foreignKey({
      name: 'callbacks_contact_was_that_moment',
      columns: [t.contactId, t.caseId, t.contactMoment],
      foreignColumns: [contacts.id, contacts.caseId, contacts.moment],
    }),
    foreignKey({
      name: 'callbacks_released_with_a_resolution',
      columns: [t.caseId, t.resolutionId, t.closedAt],
      foreignColumns: [resolutions.caseId, resolutions.id, resolutions.at],
    }),
    check('callbacks_state_is_known', sql`${t.state} in ('open', 'kept', 'rescheduled', 'released')`),
    check(
      'callbacks_channel_is_known',
      sql`${t.channel} in ('phone', 'email', 'chat', 'visit', 'letter', 'web', 'pickup')`,
    ),
    check('callbacks_window_runs_forward', sql`${t.windowFrom} < ${t.windowUntil}`),
    check(
      'callbacks_closed_have_a_moment',
      sql`(${t.state} = 'open') = (${t.closedAt} is null) and ${t.closedAt} >= ${t.madeAt}`,
    ),
    check(
      'callbacks_kept_is_spoken',
      sql`${t.state} <> 'kept' or coalesce(${t.contactMoment} in ('owner-reached', 'customer-called-owner') or (${t.contactMoment} = 'owner-wrote' and ${t.channel} in ('email', 'chat', 'letter')), false)`,
    ),
    // The opening contact proved it in earlier versions; now `callbacks_contact_is_younger` lets none that is new.
    check(
      'callbacks_rescheduled_was_told',
      sql`(${t.state} = 'rescheduled') = (${t.replacedBy} is not null) and (${t.state} <> 'rescheduled' or (${t.reason} is not null and coalesce(${t.contactMoment} in ('opening', 'owner-reached', 'customer-called-owner', 'colleague-answered', 'colleague-spoke', 'customer-contacted-us') or (${t.contactMoment} = 'owner-wrote' and ${t.channel} in ('email', 'chat', 'letter')), false)))`,
    ),
    check(
      'callbacks_released_with_its_case',
      sql`(${t.state} = 'released') = (${t.resolutionId} is not null)`,
    ),
    // By which contact it ended is said as it ends, so that the contact is looked at then.
    check('callbacks_open_have_no_contact', sql`${t.state} <> 'open' or ${t.contactId} is null`),
    check('callbacks_contact_has_a_moment', sql`(${t.contactId} is null) = (${t.contactMoment} is null)`),
    check(
      'callbacks_yielded_is_known',
      sql`${t.yielded} is null or (${t.yielded} in ('customer', 'owner', 'team') and ${t.computed})`,
    ),
    check('callbacks_cut_are_computed', sql`${t.computed} or not ${t.cutByHorizon}`),
    check(
      'callbacks_remind_before_the_end',
      sql`${t.remindAt} <= ${t.windowUntil} and (${t.state} <> 'open' or ${t.remindAt} is not null)`,
    ),
    check(
      'callbacks_told_in_time',
      sql`${t.remindedAt} >= ${t.remindAt} and ${t.overdueToldAt} >= ${t.windowUntil}`,
    ),
    check(
      'callbacks_booked_have_a_place',
      sql`(${t.bookedHour} is null) = (${t.place} is null) and ${t.place} >= 1 and (${t.bookedHour} is null or not ${t.computed})`,
    ),
    unique('callbacks_open_of_case').on(t.caseId, t.openId),
    index('callbacks_by_window').on(t.windowUntil, t.id),
    index('callbacks_open_by_window').on(t.windowUntil, t.id).where(sql`state = 'open'`),
    index('callbacks_open_by_case').on(t.caseId, t.windowUntil).where(sql`state = 'open'`),
    index('callbacks_ended_by_window').on(t.state, t.windowUntil, t.id).where(sql`state <> 'open'`),
    index('callbacks_by_channel').on(t.channel, t.windowUntil, t.id),
    index('callbacks_called_first').on(t.windowUntil, t.id).where(sql`customer_called_first`),
    index('callbacks_by_beginning').on(t.windowFrom),
    uniqueIndex('callbacks_hour_has_room')
      .on(sql`coalesce(caller_id, owner_id)`, t.bookedHour, t.place)
      .where(sql`state = 'open' and booked_hour is not null`),
    index('callbacks_to_tell').on(t.tellAt).where(sql`tell_at is not null`),
    index('callbacks_by_owner').on(t.ownerId, t.windowUntil, t.id),
    index('callbacks_open_by_owner').on(t.ownerId, t.windowUntil, t.id).where(sql`state = 'open'`),
  ],
)

/** One try at keeping a callback. */
export const attempts = pgTable(
  'callback_attempts',
  {
    id: uuid('id').primaryKey(),
    callbackId: uuid('callback_id').notNull(),
    outcome: text('outcome').$type<AttemptOutcome>().notNull(),
    at: instant('at').notNull(),
    /** The day of the try in the team's time zone: the agreement asks for tries on different days. */
    day: date('day', { mode: 'string' }).notNull(),
    summary: text('summary'),
    /** The contact, if the customer was reached; or the call in vain that was recorded as a contact. */
    contactId: uuid('contact_id'),
    employeeId: uuid('employee_id').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** The case of the callback, and when that was promised: a foreign key says so, since one of before counts for nothing. */
    caseId: uuid('case_id').notNull(),
    promisedAt: instant('promised_at').notNull(),
    /** One in which the customer was reached is a contact, and kept the callback: these are told of. */
    toldAs: toldAs('told_as', sql`case when contact_id is null then 'callback.attempted' end`),
  },
  (t) => [
    moments('callback_attempts_moments_are_real', t),
    foreignKey({
      name: 'callback_attempts_callback_exists',
      columns: [t.callbackId],
      foreignColumns: [callbacks.id],
    }),
    foreignKey({
      name: 'callback_attempts_contact_exists',
      columns: [t.contactId],
      foreignColumns: [contacts.id],
    }),
    foreignKey({
      name: 'callback_attempts_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    check('callback_attempts_happened_before', sql`${t.at} <= ${t.recordedAt} + interval '5 minutes'`),
    check(
      'callback_attempts_outcome_is_known',
      sql`${t.outcome} in ('reached', 'no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent')`,
    ),
    check(
      'callback_attempts_reached_is_a_contact',
      sql`${t.outcome} <> 'reached' or ${t.contactId} is not null`,
    ),
    index('callback_attempts_by_callback').on(t.callbackId, t.id),
    // Whoever was called once was not tried twice by it, at whatever promise.
    uniqueIndex('callback_attempts_are_one_contact_each').on(t.contactId).where(sql`contact_id is not null`),
  ],
)

export type AttemptOutcome = 'reached' | 'no-answer' | 'voicemail' | 'busy' | 'wrong-number' | 'message-sent'
