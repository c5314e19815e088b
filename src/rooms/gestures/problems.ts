import { problem } from '../../lib/problem.ts'

const money = (amount: string) => ({ amount, currency: 'EUR' })
const exampleAsk = '/v1/cases/0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d/asks'

export const GestureOverCeiling = problem({
  code: 'gesture-over-ceiling',
  status: 422,
  title: 'The gesture is above the ceiling',
  advice:
    'An owner gives up to `ceiling` on one case, and `remaining` of it is left. Give less, or ask for more at the address in `ask`: silence means yes.',
  example: { ceiling: money('2000.00'), remaining: money('150.00'), ask: exampleAsk },
  // The ceiling came down since we looked.
  constraints: [{ name: 'ledger_within_the_ceiling', lost: 'try-again' }],
})

export const BudgetExhausted = problem({
  code: 'budget-exhausted',
  status: 422,
  title: 'The budget has too little left',
  advice:
    'A budget of the team or of the employee that pays for the gesture has `remaining` left of `ceiling` until the moment in `until`. Give less, wait for the next period, or ask for it at the address in `ask`: what is asked for and granted is outside the budgets.',
  example: {
    budgetId: '0199a400-7a10-7c2e-8f3b-6d5e4c3b2a19',
    ceiling: money('500.00'),
    remaining: money('20.00'),
    until: '2026-11-30T23:00:00.000Z',
    ask: exampleAsk,
  },
  // A budget was made or came down since we looked, or a period ended while we waited.
  constraints: ['ledger_within_the_budget', 'ledger_in_its_period', 'gestures_are_in_the_ledger'].map(
    (name) => ({
      name,
      lost: 'try-again' as const,
    }),
  ),
})

export const AnotherCurrency = problem({
  code: 'another-currency',
  status: 422,
  title: 'Money is in the currency of the organisation',
  advice:
    'Give the amount in the currency of the organisation: GET /v1/organisation. That currency cannot change any more once money was given or a budget was made.',
  constraints: [
    'gestures_are_in_the_currency',
    'budgets_are_in_the_currency',
    'asks_are_in_the_currency',
    'outreaches_are_in_the_currency',
  ],
})

export const GestureIsFulfilled = problem({
  code: 'gesture-is-fulfilled',
  status: 409,
  title: 'The gesture is fulfilled',
  advice:
    'The customer has it, under the reference in `reference`. It is neither withdrawn nor fulfilled again.',
  example: { reference: 'CN-2026-00417' },
})

export const GestureIsWithdrawn = problem({
  code: 'gesture-is-withdrawn',
  status: 409,
  title: 'The gesture was withdrawn',
  advice: 'There is nothing to fulfil any more. The owner may make another: POST /v1/cases/{id}/gestures.',
})
