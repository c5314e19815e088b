import { problem } from '../../lib/problem.ts'

export const OwnsOpenCases = problem({
  code: 'owns-open-cases',
  status: 409,
  title: 'This employee owns open cases',
  advice:
    'Whoever owns an open case is an active member of a team. To another team the cases move along with their owner; out of every team nobody goes before the questions are answered. Who leaves passes them on, so somebody else of the team must be there; `openCases` says how many nobody can take over.',
  example: { openCases: 3 },
  // The owner of a case left, or moved to another team, since we looked.
  constraints: [{ name: 'cases_owner_is_an_active_member', lost: 'try-again' }],
})

export const HasLeft = problem({
  code: 'has-left',
  status: 409,
  title: 'This employee has left',
  advice:
    'A departure that is complete cannot be withdrawn: who has left never owns a question again under the same id. Somebody who comes back is made anew; an identity provider removes the old user first, which sets the name free.',
  constraints: ['employees_leave_for_good'],
})
