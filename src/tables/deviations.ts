import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases.ts'
import { instant, moments } from './columns.ts'
import { employees } from './people.ts'
import { type RuleKind, rules, ruleVersions } from './rules.ts'

/** An owner's choice to bend a rule for a customer. It takes effect at once, and stays. */
export const deviations = pgTable(
  'deviations',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    ruleId: uuid('rule_id').notNull(),
    /** The rule's, which never changes: so the database can refuse to bend the law. */
    ruleKind: text('rule_kind').$type<RuleKind>().notNull(),
    /** The text that was bent. */
    textNumber: integer('text_number').notNull(),
    /** The customer's. */
    benefit: text('benefit').notNull(),
    reason: text('reason').notNull(),
    /** The codes of the values that it serves. */
    values: text('values').array().notNull().default(sql`'{}'`),
    /** The owner, or who stood in for them. */
    employeeId: uuid('employee_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    moments('deviations_moments_are_real', t),
    check('deviations_are_of_their_form', sql`array_position(${t.values}, null) is null`),
    foreignKey({ name: 'deviations_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({
      name: 'deviations_rule_is_of_that_kind',
      columns: [t.ruleId, t.ruleKind],
      foreignColumns: [rules.id, rules.kind],
    }),
    foreignKey({
      name: 'deviations_text_exists',
      columns: [t.ruleId, t.textNumber],
      foreignColumns: [ruleVersions.ruleId, ruleVersions.number],
    }),
    foreignKey({
      name: 'deviations_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    check('deviations_leave_the_law_alone', sql`${t.ruleKind} <> 'statutory'`),
    index('deviations_by_case').on(t.caseId, t.id),
    index('deviations_by_rule').on(t.ruleId, t.at),
    index('deviations_in_order_by_rule').on(t.ruleId, t.id),
    index('deviations_by_moment').on(t.at, t.id),
  ],
)
