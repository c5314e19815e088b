import { problem } from '../../lib/problem.ts'

export const SurveyClosed = problem({
  code: 'survey-closed',
  status: 410,
  title: 'The survey is closed',
  advice:
    'It can be answered for 30 days, and an answer can be changed by the customer for 12 hours. Afterwards it stays.',
  constraints: [
    'surveys_are_the_customers',
    'surveys_answers_come_in_time',
    // Two cases of a customer end at once: who was slower asks nothing.
    { name: 'surveys_ask_seldom', lost: 'try-again' },
    { name: 'disturbances_leave_a_week', lost: 'try-again' },
  ],
})
