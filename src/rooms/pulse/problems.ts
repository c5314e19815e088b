import { problem } from '../../lib/problem.ts'

export const PulseGiven = problem({
  code: 'pulse-given',
  status: 409,
  title: 'You have answered this week',
  advice: 'Each answers once a week. Nobody can say which answer is yours, so nobody can change it either.',
  constraints: ['pulse_givers_once'],
})

export const PulseIsOpen = problem({
  code: 'pulse-is-open',
  status: 409,
  title: 'The week is not closed',
  advice: 'A week is closed ten minutes after its Sunday has ended. Share it then.',
  constraints: ['pulse_shares_are_of_closed_rounds'],
})
