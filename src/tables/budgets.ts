import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { outreaches } from './ahead/outreaches.ts'
import { cases } from './cases.ts'
import { instant, moments, version, xid8 } from './columns.ts'
import { organisation, teams } from './organisation.ts'
import { employees } from './people.ts'

const minorUnits = (name: string) => bigint(name, { mode: 'number' })

/** What a team or an employee may give to customers in a period; of each kind of period they have one at most. */
export const budgets = pgTable(
  'budgets',
  {
    id: uuid('id').primaryKey(),
    teamId: uuid('team_id'),
    employeeId: uuid('employee_id'),
    period: text('period').$type<'quarter' | 'month'>().notNull(),
    /** In minor units. */
    amount: minorUnits('amount').notNull(),
    currency: text('currency').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The transaction that changed it last: nothing is given in it by its amount (law 13). */
    changedIn: xid8('changed_in'),
    version: version(),
  },
  (t) => [
    moments('budgets_moments_are_real', t),
    foreignKey({ name: 'budgets_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    foreignKey({ name: 'budgets_employee_exists', columns: [t.employeeId], foreignColumns: [employees.id] }),
    foreignKey({
      name: 'budgets_are_in_the_currency',
      columns: [t.currency],
      foreignColumns: [organisation.currency],
    }),
    check('budgets_are_of_one', sql`num_nonnulls(${t.teamId}, ${t.employeeId}) = 1`),
    check('budgets_period_is_known', sql`${t.period} in ('quarter', 'month')`),
    check('budgets_are_finite', sql`${t.amount} between 0 and 100000000000000`),
    unique('budgets_have_a_period').on(t.id, t.period),
    uniqueIndex('budgets_of_a_team_are_one').on(t.teamId, t.period).where(sql`team_id is not null`),
    uniqueIndex('budgets_of_an_employee_are_one')
      .on(t.employeeId, t.period)
      .where(sql`employee_id is not null`),
  ],
)

/**
 * What was given by one limit: the ceiling of a case, a budget in one of its periods, or what an outreach may give. `spent` is what its last line in
 * the ledger says (law 13); it is the row that everybody holds who gives by that limit, and so their order.
 */
export const spendingAccounts = pgTable(
  'spending_accounts',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id'),
    budgetId: uuid('budget_id'),
    outreachId: uuid('outreach_id'),
    kind: text('kind')
      .$type<'case' | 'budget'>()
      .notNull()
      .generatedAlwaysAs(sql`case when case_id is not null then 'case' else 'budget' end`),
    period: text('period').$type<'quarter' | 'month'>(),
    /** The first day of the period, and the first one after it, by the clocks of the organisation. */
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    /** The number of the last line; 0: there is none yet. */
    lines: integer('lines').notNull().default(0),
    lastLine: integer('last_line').generatedAlwaysAs(sql`nullif(lines, 0)`),
    lastAt: instant('last_at'),
    /** What was given, in minor units, and what of it is fulfilled. */
    spent: minorUnits('spent').notNull().default(0),
    fulfilled: minorUnits('fulfilled').notNull().default(0),
  },
  (t) => [
    moments('spending_accounts_moments_are_real', t),
    foreignKey({ name: 'spending_accounts_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({
      name: 'spending_accounts_budget_exists',
      columns: [t.budgetId, t.period],
      foreignColumns: [budgets.id, budgets.period],
    }),
    foreignKey({
      name: 'spending_accounts_outreach_exists',
      columns: [t.outreachId],
      foreignColumns: [outreaches.id],
    }),
    check(
      'spending_accounts_are_of_one',
      sql`num_nonnulls(${t.caseId}, ${t.budgetId}, ${t.outreachId}) = 1
        and num_nonnulls(${t.budgetId}, ${t.period}, ${t.startsOn}, ${t.endsOn}) in (0, 4)`,
    ),
    check(
      'spending_accounts_are_of_whole_periods',
      sql`${t.budgetId} is null or (extract(day from ${t.startsOn}) = 1
        and ${t.startsOn} between '2000-01-01'::date and '2199-12-01'::date
        and case ${t.period} when 'month' then ${t.endsOn} = ${t.startsOn} + '1 month'::interval
          else ${t.endsOn} = ${t.startsOn} + '3 months'::interval and extract(month from ${t.startsOn}) in (1, 4, 7, 10) end)`,
    ),
    check(
      'spending_accounts_add_up',
      sql`${t.fulfilled} between 0 and ${t.spent} and ${t.lines} >= 0
        and (${t.lines} > 0 or (${t.spent} = 0 and ${t.lastAt} is null))`,
    ),
    unique('spending_accounts_one_a_case').on(t.caseId),
    unique('spending_accounts_one_an_outreach').on(t.outreachId),
    unique('spending_accounts_one_a_period').on(t.budgetId, t.startsOn),
    unique('spending_accounts_have_a_kind').on(t.id, t.kind),
  ],
)
