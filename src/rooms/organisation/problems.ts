import { problem } from '../../lib/problem.ts'

export const LastMemberOfDefaultTeam = problem({
  code: 'last-member-of-default-team',
  status: 409,
  title: 'The default team keeps an active member',
  advice:
    'Every question needs somebody to own it, so the default team of the organisation always has an active member. Let somebody else join that team first, or make another team that has members the default.',
  constraints: ['organisation_default_team_has_a_member'],
})
