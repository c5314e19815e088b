import { problem } from '../../lib/problem.ts'

export const AskOverCeiling = problem({
  code: 'ask-over-ceiling',
  status: 422,
  title: 'More than may be asked for',
  advice:
    'An owner asks for up to `ceiling` at a time. Ask for less, or let an admin change the ceiling of the organisation.',
  example: {
    ceiling: { amount: '10000.00', currency: 'EUR' },
    remaining: { amount: '10000.00', currency: 'EUR' },
  },
  // The ceiling came down since we looked.
  constraints: [{ name: 'asks_within_the_ceiling', lost: 'try-again' }],
})

export const AskIsGranted = problem({
  code: 'ask-is-granted',
  status: 409,
  title: 'The ask is granted',
  advice:
    'Somebody said yes, or nobody answered in time, which is a yes. What was granted is a gesture: its owner may withdraw it while it is not fulfilled.',
  example: { bySilence: true },
})

export const AskIsClosed = problem({
  code: 'ask-is-closed',
  status: 409,
  title: 'The ask has ended',
  advice:
    'It was refused or withdrawn, or its case has ended, and it stays as it ended. The owner may ask again: POST /v1/cases/{id}/asks.',
})
