import { problem } from '../../lib/problem.ts'

export const NoValueToCustomer = problem({
  code: 'no-value-to-customer',
  status: 422,
  title: 'Nobody is disturbed for nothing',
  advice:
    'An outreach says why it is (`reason`) and what it is worth to the customers (`valueToCustomer`). What is worth something to us alone is none.',
  example: { errors: [{ pointer: '#/valueToCustomer', message: 'is needed: what is it worth to them?' }] },
  constraints: ['outreaches_are_of_value_to_the_customer'],
})

export const OutreachState = problem({
  code: 'outreach-state',
  status: 409,
  title: 'The outreach is past that, or not there yet',
  advice:
    'A draft takes customers and changes, and starts. What runs is paused, and started again; what is stopped or done stays so. `state` says where it is.',
  example: { state: 'done' },
  constraints: [
    'outreaches_go_on',
    'outreach_customers_come_before_the_start',
    'outreach_customers_go_on_while_it_runs',
    'outreaches_are_done_with_all',
  ],
})

export const OutreachOverBudget = problem({
  code: 'outreach-over-budget',
  status: 422,
  title: 'The budget is less than what was decided',
  advice:
    'The refunds of its customers add up to `needed`, and `budget` is what it may give. Raise the budget of the draft, or refund less.',
  example: {
    needed: { amount: '16000.00', currency: 'EUR' },
    budget: { amount: '15000.00', currency: 'EUR' },
  },
})
