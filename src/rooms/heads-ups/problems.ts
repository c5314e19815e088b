import { problem } from '../../lib/problem.ts'

export const TeamsNotBriefed = problem({
  code: 'teams-not-briefed',
  status: 409,
  title: 'Not every team knows of it',
  advice:
    'A member of each team in `teams` acknowledges it first, by `POST /v1/heads-ups/{headsUpId}/acknowledge`. If it cannot wait, release it with `override`: by name and with a reason, which is reported.',
  example: { teams: [{ id: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640', name: 'Team A to Z' }] },
  constraints: ['heads_ups_are_briefed'],
})
