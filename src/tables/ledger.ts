import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { spendingAccounts } from './budgets.ts'
import { instant, moments } from './columns.ts'
import { gestures } from './gestures.ts'

const minorUnits = (name: string) => bigint(name, { mode: 'number' })

/**
 * What was given, line by line: each account's lines are numbered without a gap, and each says the balance after it,
 * which is the balance before it and its own amount. A line is never changed: what takes something back is another one.
 */
export const ledger = pgTable(
  'ledger',
  {
    accountId: uuid('account_id').notNull(),
    number: integer('number').notNull(),
    kind: text('kind').$type<'case' | 'budget'>().notNull(),
    gestureId: uuid('gesture_id').notNull(),
    /** The amount of the gesture, in minor units. */
    gestureAmount: minorUnits('gesture_amount').notNull(),
    /** `granted` holds the amount, `fulfilled` posts what was held, `withdrawn` gives it back. */
    phase: text('phase').$type<'granted' | 'fulfilled' | 'withdrawn'>().notNull(),
    /** What the line adds to the balance. */
    amount: minorUnits('amount').notNull(),
    /** What is given after this line, and what of it is fulfilled. */
    balance: minorUnits('balance').notNull(),
    fulfilled: minorUnits('fulfilled').notNull(),
    previousNumber: integer('previous_number').generatedAlwaysAs(sql`nullif(number - 1, 0)`),
    previousBalance: minorUnits('previous_balance'),
    previousFulfilled: minorUnits('previous_fulfilled'),
    /** The limit by which it was given; the database fills it in. */
    ceiling: minorUnits('ceiling'),
    at: instant('at').notNull(),
    heldAs: text('held_as').generatedAlwaysAs(sql`case when phase <> 'granted' then 'granted' end`),
    endedAs: text('ended_as').generatedAlwaysAs(sql`case when phase <> 'granted' then phase end`),
  },
  (t) => [
    moments('ledger_moments_are_real', t),
    primaryKey({ name: 'ledger_pkey', columns: [t.accountId, t.number] }),
    foreignKey({
      name: 'ledger_account_exists',
      columns: [t.accountId, t.kind],
      foreignColumns: [spendingAccounts.id, spendingAccounts.kind],
    }),
    foreignKey({
      name: 'ledger_gesture_exists',
      columns: [t.gestureId, t.gestureAmount],
      foreignColumns: [gestures.id, gestures.amount],
    }),
    foreignKey({
      name: 'ledger_ends_with_its_gesture',
      columns: [t.gestureId, t.endedAs],
      foreignColumns: [gestures.id, gestures.state],
    }),
    foreignKey({
      name: 'ledger_ends_what_was_held',
      columns: [t.accountId, t.gestureId, t.heldAs],
      foreignColumns: [t.accountId, t.gestureId, t.phase],
    }),
    foreignKey({
      name: 'ledger_follows_the_line_before',
      columns: [t.accountId, t.previousNumber, t.previousBalance, t.previousFulfilled],
      foreignColumns: [t.accountId, t.number, t.balance, t.fulfilled],
    }),
    check('ledger_phase_is_known', sql`${t.phase} in ('granted', 'fulfilled', 'withdrawn')`),
    check(
      'ledger_begins_with_one',
      sql`${t.number} >= 1 and (${t.number} = 1) = (${t.previousBalance} is null)
        and (${t.number} = 1) = (${t.previousFulfilled} is null)`,
    ),
    check(
      'ledger_adds_up',
      sql`${t.amount} = case ${t.phase} when 'granted' then ${t.gestureAmount} when 'withdrawn' then - ${t.gestureAmount} else 0 end
        and ${t.balance} = coalesce(${t.previousBalance}, 0) + ${t.amount}
        and ${t.fulfilled} = coalesce(${t.previousFulfilled}, 0)
          + case ${t.phase} when 'fulfilled' then ${t.gestureAmount} else 0 end
        and ${t.fulfilled} between 0 and ${t.balance}`,
    ),
    check(
      'ledger_within_the_ceiling',
      sql`${t.kind} <> 'case' or ${t.phase} <> 'granted' or (${t.ceiling} is not null and ${t.balance} <= ${t.ceiling})`,
    ),
    check(
      'ledger_within_the_budget',
      sql`${t.kind} <> 'budget' or ${t.phase} <> 'granted' or (${t.ceiling} is not null and ${t.balance} <= ${t.ceiling})`,
    ),
    unique('ledger_has_balances').on(t.accountId, t.number, t.balance, t.fulfilled),
    unique('ledger_each_phase_once').on(t.accountId, t.gestureId, t.phase),
    uniqueIndex('ledger_ends_once').on(t.accountId, t.gestureId).where(sql`phase <> 'granted'`),
    index('ledger_by_gesture').on(t.gestureId),
  ],
)
