import { problem } from '../lib/problem.ts'

export const OrganisationNotReady = problem({
  code: 'organisation-not-ready',
  status: 409,
  title: 'There is no team yet',
  advice:
    'Every customer has a team, and every question an owner in it. Make a team with POST /v1/teams and its first member with POST /v1/employees; then customers and their questions are welcome.',
})
