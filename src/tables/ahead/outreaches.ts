import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, moments, version } from '../columns.ts'
import { organisation } from '../organisation.ts'
import { topics } from '../topics.ts'

export type OutreachState = 'draft' | 'running' | 'paused' | 'stopped' | 'done'
export type Decision = 'letSleep' | 'inform' | 'informAndRefund'

const minorUnits = (name: string) => bigint(name, { mode: 'number' })
const most = sql.raw('100000000000000')

/** Contacting customers before they ask: why, what it is worth to them, and what is decided where nothing else is said. */
export const outreaches = pgTable(
  'outreaches',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    reason: text('reason').notNull(),
    valueToCustomer: text('value_to_customer').notNull(),
    topicId: uuid('topic_id'),
    message: text('message').notNull(),
    decision: text('decision').$type<Decision>().notNull(),
    /** In minor units, and so is the budget. */
    refund: minorUnits('refund'),
    why: text('why'),
    budget: minorUnits('budget').notNull(),
    currency: text('currency').notNull(),
    from: instant('from_at').notNull(),
    until: instant('until_at').notNull(),
    /** By the customer's own clock nobody is called between the first and, on the next day, the second. */
    quietFrom: text('quiet_from').notNull(),
    quietUntil: text('quiet_until').notNull(),
    /** Why it is worth more than the quiet week of a customer. */
    worthMore: text('worth_more'),
    state: text('state').$type<OutreachState>().notNull(),
    announcedByKind: text('announced_by_kind').$type<'employee' | 'system'>().notNull(),
    announcedById: uuid('announced_by_id').notNull(),
    announcedAt: instant('announced_at').notNull(),
    /** In whose name it goes on. */
    startedByKind: text('started_by_kind').$type<'employee' | 'system'>(),
    startedById: uuid('started_by_id'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    version: version(),
  },
  (t) => [
    moments('outreaches_moments_are_real', t),
    foreignKey({ name: 'outreaches_topic_exists', columns: [t.topicId], foreignColumns: [topics.id] }),
    foreignKey({
      name: 'outreaches_are_in_the_currency',
      columns: [t.currency],
      foreignColumns: [organisation.currency],
    }),
    check(
      'outreaches_are_of_value_to_the_customer',
      sql`length(btrim(${t.reason})) > 0 and length(btrim(${t.valueToCustomer})) > 0`,
    ),
    check('outreaches_decision_is_known', sql`${t.decision} in ('letSleep', 'inform', 'informAndRefund')`),
    check('outreaches_state_is_known', sql`${t.state} in ('draft', 'running', 'paused', 'stopped', 'done')`),
    check('outreaches_announced_by_is_known', sql`${t.announcedByKind} in ('employee', 'system')`),
    check('outreaches_started_by_is_known', sql`${t.startedByKind} in ('employee', 'system')`),
    check('outreaches_end_after_they_begin', sql`${t.until} > ${t.from}`),
    check(
      'outreaches_money_is_finite',
      sql`${t.budget} between 0 and ${most} and ${t.refund} between 1 and ${most}`,
    ),
    check(
      'outreaches_nights_are_quiet',
      sql`${t.quietFrom} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ${t.quietUntil} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        and ${t.quietUntil} collate "C" < ${t.quietFrom} collate "C"`,
    ),
    check(
      'outreaches_states_have_it_all',
      sql`num_nulls(${t.startedByKind}, ${t.startedById}, ${t.startedAt}) in (0, 3)
        and (${t.state} not in ('running', 'paused', 'done') or ${t.startedAt} is not null)
        and (${t.state} <> 'draft' or ${t.startedAt} is null)
        and (${t.state} in ('stopped', 'done')) = (${t.endedAt} is not null)`,
    ),
  ],
)
