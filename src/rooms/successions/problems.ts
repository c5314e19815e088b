import { problem } from '../../lib/problem.ts'

export const SuccessionNotJustified = problem({
  code: 'succession-not-justified',
  status: 422,
  title: 'No fact justifies another owner',
  advice:
    'A case gets another owner for one of three facts: its owner has left or is absent for more than 20 working days; the customer asked for somebody else, in a contact with another employee, once per case; or a threat or a conflict of interest that a second person has confirmed. The detail says what is missing.',
  constraints: [
    'successions_have_their_evidence',
    'successions_customer_chooses_once',
    'successions_one_waits_at_a_time',
    // Who takes over began to leave meanwhile: another one does.
    { name: 'successions_go_to_who_stays', lost: 'try-again' },
  ],
})

export const SuccessionIsComplete = problem({
  code: 'succession-is-complete',
  status: 409,
  title: 'The succession is complete',
  advice: 'It was confirmed before, and the case has its new owner. What is done is history.',
  constraints: ['successions_are_history'],
})
