import { problem } from '../lib/problem.ts'

export const OwnsOpenCases = problem({
  code: 'owns-open-cases',
  status: 409,
  title: 'This employee owns open cases',
  advice:
    'Whoever owns an open case is an active member of a team. To another team the cases move along with their owner; out of every team nobody goes before the questions are answered.',
  constraints: ['cases_owner_is_an_active_member'],
})
