import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { amountIn } from '../../lib/meaning/amount-in.ts'
import { naming } from '../../lib/meaning/names.ts'
import { meant } from '../../lib/meanings.ts'
import { page, paging } from '../../lib/page.ts'
import { id, money, out, several } from '../../lib/wire.ts'

export const BudgetParams = z.strictObject({ budgetId: id })

const kinds = ['team', 'employee'] as const
const periods = ['quarter', 'month'] as const

const exampleBudget = {
  id: '0199a400-7a10-7c2e-8f3b-6d5e4c3b2a19',
  kind: 'team',
  teamId: '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40',
  employeeId: null,
  period: 'quarter',
  amount: { amount: '5000.00', currency: 'EUR' },
  spent: { amount: '1250.00', currency: 'EUR' },
  remaining: { amount: '3750.00', currency: 'EUR' },
  from: '2026-09-30T22:00:00.000Z',
  until: '2026-12-31T23:00:00.000Z',
  createdAt: '2026-09-28T09:00:00.000Z',
  version: 1,
}

export const Budget = z
  .object({
    id: out.id,
    kind: z.enum(kinds),
    teamId: out.id.nullable(),
    employeeId: out.id.nullable(),
    period: z.enum(periods),
    amount: out.money.describe('For each period.'),
    spent: out.money.describe('In the present period: what was granted and not withdrawn, fulfilled or not.'),
    remaining: out.money.describe(
      'What is left in the present period; nothing where the amount came down below `spent`.',
    ),
    from: out.moment.describe('When the present period began: midnight in the organisation’s time zone.'),
    until: out.moment.describe('When the next one begins.'),
    createdAt: out.moment,
    version: z.int(),
  })
  .meta({
    id: 'Budget',
    description: 'What a team or an employee may give to customers in a quarter or a month.',
    examples: [exampleBudget],
  })
export type Budget = z.output<typeof Budget>

const GivenBudget = z
  .strictObject({
    kind: z.enum(kinds),
    teamId: naming('team', id)
      .optional()
      .describe('Of a `team` budget: it pays for all gestures on the cases of this team.'),
    employeeId: naming('colleague', id)
      .optional()
      .describe('Of an `employee` budget: it pays for all gestures that this employee grants.'),
    period: z
      .enum(periods)
      .optional()
      .describe('Left out: a `quarter` for a team, a `month` for an employee.'),
    amount: money.describe('For each period, in the currency of the organisation.'),
  })
  .refine(({ kind, teamId }) => (kind === 'team') === (teamId !== undefined), {
    error: 'goes with the kind team, and is needed there',
    path: ['teamId'],
    ...evenSo,
  })
  .refine(({ kind, employeeId }) => (kind === 'employee') === (employeeId !== undefined), {
    error: 'goes with the kind employee, and is needed there',
    path: ['employeeId'],
    ...evenSo,
  })
  .meta({
    id: 'NewBudget',
    description: 'A limit for what is given from now on, in this period and in each after it.',
    examples: [
      { kind: 'team', teamId: exampleBudget.teamId, period: 'quarter', amount: exampleBudget.amount },
    ],
  })
export const NewBudget = meant(GivenBudget, amountIn('amount'))
export type NewBudget = z.output<typeof NewBudget>

export const BudgetChange = z
  .strictObject({ amount: money.describe('For each period from the present one on.') })
  .meta({
    id: 'BudgetChange',
    description: 'Another amount. Below what was given, nothing more is given in this period.',
    examples: [{ amount: { amount: '6000.00', currency: 'EUR' } }],
  })
export type BudgetChange = z.output<typeof BudgetChange>

export const BudgetQuery = z.strictObject({
  ...paging,
  kind: several(z.enum(kinds)).optional(),
  period: several(z.enum(periods)).optional(),
  teamId: several(id).optional(),
  employeeId: several(id).optional(),
})
export const BudgetPage = page(Budget, 'BudgetPage')
