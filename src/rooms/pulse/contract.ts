import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { id, out, several, text } from '../../lib/wire.ts'

const week = z
  .string()
  .regex(/^2[01]\d\d-W(0[1-9]|[1-4]\d|5[0-3])$/, 'must be an ISO week such as 2026-W48')
  .describe('An ISO week.')
export const RoundParams = z.strictObject({ week })

const score = z.int().min(1).max(5)

export const NewPulse = z
  .strictObject({
    roomToHelp: score.describe('Did you have the room to help your customers? From 1 to 5.'),
    proudOfService: score.describe('Are you proud of the service that they got? From 1 to 5.'),
    whatStoodInYourWay: text(2000)
      .optional()
      .describe('What stood in your way; leave out what only you know.'),
  })
  .meta({
    id: 'NewPulse',
    description: 'How it was this week. It is kept without whose it is.',
    examples: [
      {
        roomToHelp: 4,
        proudOfService: 5,
        whatStoodInYourWay: 'The form for moving house asks for too much.',
      },
    ],
  })
export type NewPulse = z.output<typeof NewPulse>

const exampleWeek = { week: '2026-W48', endsAt: '2026-11-29T23:00:00.000Z' }

export const PulseReceipt = z
  .object({
    week: z.string().describe('The ISO week that it counts for.'),
    endsAt: out.moment.describe('When that week ends.'),
  })
  .meta({
    id: 'PulseReceipt',
    description: 'That your answer was taken; nothing of what it says.',
    examples: [exampleWeek],
  })
export type PulseReceipt = z.output<typeof PulseReceipt>

const exampleTeam = { id: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640', name: 'Team Noord' }
const exampleRound = {
  ...exampleWeek,
  team: exampleTeam,
  answers: 11,
  roomToHelp: 3.8,
  proudOfService: 4.3,
  whatStoodInYourWay: ['The form for moving house asks for too much.'],
  sharedAt: '2026-11-30T08:00:00.000Z',
}

const PulseTeam = z
  .object({ id: out.id, name: z.string() })
  .meta({ id: 'PulseTeam', description: 'The team that answered.', examples: [exampleTeam] })

const PulseRound = z
  .object({
    week: z.string(),
    endsAt: out.moment.describe('When the week ended.'),
    team: PulseTeam,
    answers: z.int().describe('How many answered: five or more.'),
    roomToHelp: z
      .number()
      .nullable()
      .describe('On average, to one decimal; null where it would tell what somebody answered.'),
    proudOfService: z.number().nullable().describe('The same.'),
    whatStoodInYourWay: z
      .array(z.string())
      .nullable()
      .describe('In the order of the alphabet; null for fewer than ten answers.'),
    sharedAt: out.moment,
  })
  .meta({
    id: 'PulseRound',
    description: 'What a team answered in a week that is closed and was shared with it.',
    examples: [exampleRound],
  })
export type PulseRound = z.output<typeof PulseRound>

export const PulseQuery = z.strictObject({
  ...paging,
  week: several(week).optional(),
  teamId: several(id).optional(),
})
export type PulseQuery = z.output<typeof PulseQuery>

const exampleThisWeek = { week: '2026-W49', endsAt: '2026-12-06T23:00:00.000Z', given: false }
const ThisWeek = z
  .object({
    week: z.string(),
    endsAt: out.moment,
    given: z
      .boolean()
      .describe('Whether your answer is there. If an instance lost it, you may answer again.'),
  })
  .meta({ id: 'PulseThisWeek', description: 'The week that is going on.', examples: [exampleThisWeek] })

export const PulsePage = page(PulseRound, 'PulsePage')
  .extend({
    thisWeek: ThisWeek.nullable().describe('For an employee; null for a system.'),
  })
  .meta({
    id: 'PulsePage',
    description: 'A page of rounds, and whether you have answered this week.',
    examples: [{ data: [exampleRound], nextCursor: null, thisWeek: exampleThisWeek }],
  })

export const ShareRound = z
  .strictObject({
    teamId: id
      .optional()
      .describe('The team to share it with; left out: your own, or every team if you are in none.'),
  })
  .meta({ id: 'ShareRound', description: 'With whom a round is shared.', examples: [{}] })
export type ShareRound = z.output<typeof ShareRound>

export const SharedRound = z.object({ week: z.string(), teams: z.array(PulseTeam) }).meta({
  id: 'SharedRound',
  description: 'With which teams a round was shared. What they answered is shown where enough did.',
  examples: [{ week: '2026-W48', teams: [exampleTeam] }],
})
export type SharedRound = z.output<typeof SharedRound>
