import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { outreaches } from './ahead/outreaches.ts'
import { asks } from './asks.ts'
import { cases } from './cases.ts'
import { instant, moments, version } from './columns.ts'
import { organisation, teams } from './organisation.ts'
import { employees } from './people.ts'

/** Goodwill for a customer, which the owner decides on alone (law 13). What it costs stands in the ledger. */
export const gestures = pgTable(
  'gestures',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    /** The team and the owner of the case at that moment, and who acted: the owner, or who stood in for them. */
    teamId: uuid('team_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    grantedById: uuid('granted_by_id').notNull(),
    kind: text('kind').$type<'refund' | 'credit' | 'discount' | 'gift' | 'service'>().notNull(),
    /** In minor units. */
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    reason: text('reason').notNull(),
    /** The codes of the values that it serves. */
    values: text('values').array().notNull().default(sql`'{}'`),
    /** `refused`: it was asked for, and never came about. */
    state: text('state').$type<'granted' | 'fulfilled' | 'withdrawn' | 'refused'>().notNull(),
    /** The ask that it was granted by; null: it was given within the ceiling. */
    askId: uuid('ask_id').unique('gestures_one_an_ask'),
    /** The outreach that pays for it; null: it is the owner's own. */
    outreachId: uuid('outreach_id'),
    /** Of an ask that nobody has answered this lies ahead. */
    grantedAt: instant('granted_at').notNull(),
    endedAt: instant('ended_at'),
    /** What the system that fulfilled it calls that, and which system it was. */
    fulfilmentReference: text('fulfilment_reference'),
    fulfilledById: uuid('fulfilled_by_id'),
    withdrawnById: uuid('withdrawn_by_id'),
    withdrawnBecause: text('withdrawn_because'),
    version: version(),
  },
  (t) => [
    moments('gestures_moments_are_real', t),
    check('gestures_are_of_their_form', sql`array_position(${t.values}, null) is null`),
    foreignKey({ name: 'gestures_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({ name: 'gestures_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    foreignKey({ name: 'gestures_owner_exists', columns: [t.ownerId], foreignColumns: [employees.id] }),
    foreignKey({
      name: 'gestures_granted_by_exists',
      columns: [t.grantedById],
      foreignColumns: [employees.id],
    }),
    foreignKey({
      name: 'gestures_withdrawn_by_exists',
      columns: [t.withdrawnById],
      foreignColumns: [employees.id],
    }),
    foreignKey({
      name: 'gestures_are_in_the_currency',
      columns: [t.currency],
      foreignColumns: [organisation.currency],
    }),
    foreignKey({
      name: 'gestures_are_what_was_asked',
      columns: [t.askId, t.amount, t.currency],
      foreignColumns: [asks.id, asks.amount, asks.currency],
    }),
    foreignKey({
      name: 'gestures_outreach_exists',
      columns: [t.outreachId],
      foreignColumns: [outreaches.id],
    }),
    check('gestures_are_paid_once', sql`num_nonnulls(${t.askId}, ${t.outreachId}) <= 1`),
    check('gestures_kind_is_known', sql`${t.kind} in ('refund', 'credit', 'discount', 'gift', 'service')`),
    check('gestures_state_is_known', sql`${t.state} in ('granted', 'fulfilled', 'withdrawn', 'refused')`),
    check('gestures_are_worth_something', sql`${t.amount} between 1 and 100000000000000`),
    check(
      'gestures_end_once',
      sql`(${t.state} = 'granted') = (${t.endedAt} is null) and (${t.endedAt} < ${t.grantedAt}) = (${t.state} = 'refused')
        and (${t.state} <> 'refused' or ${t.askId} is not null)`,
    ),
    check(
      'gestures_fulfilled_have_a_reference',
      sql`(${t.state} = 'fulfilled') = (${t.fulfilmentReference} is not null)
        and (${t.state} = 'fulfilled') = (${t.fulfilledById} is not null)`,
    ),
    check(
      'gestures_withdrawn_by_somebody',
      sql`(${t.state} = 'withdrawn') = (${t.withdrawnById} is not null)
        and (${t.withdrawnBecause} is null or ${t.state} = 'withdrawn')`,
    ),
    unique('gestures_have_an_amount').on(t.id, t.amount),
    unique('gestures_have_a_state').on(t.id, t.state),
    unique('gestures_are_fulfilled_once').on(t.fulfilmentReference),
    index('gestures_by_case').on(t.caseId, t.id),
    index('gestures_by_team').on(t.teamId, t.id),
    // With the team behind the order: who sees one team alone passes over the others within the index.
    index('gestures_by_owner').on(t.ownerId, t.id, t.teamId),
    index('gestures_by_granter').on(t.grantedById, t.id, t.teamId),
    index('gestures_by_kind').on(t.kind, t.id, t.teamId),
    index('gestures_by_state').on(t.state, t.id, t.teamId),
    index('gestures_by_moment').on(t.grantedAt, t.id),
    index('gestures_by_value').using('gin', t.values).where(sql`"values" <> '{}'`),
  ],
)
