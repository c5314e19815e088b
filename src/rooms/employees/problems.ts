import { problem } from '../../lib/problem.ts'

export const OwnsOpenCases = problem({
  code: 'owns-open-cases',
  status: 409,
  title: 'This employee owns open cases',
  advice:
    'The owner of an open case must be an active member of a team. When an owner moves to another team, the open cases move along. An owner can be without a team only after these cases are resolved. When an owner leaves, the cases go to colleagues of the same team, so at least one colleague must be there; `openCases` says how many cases nobody can take over.',
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
