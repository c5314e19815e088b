import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { Doer, flag, id, moment, out, several } from '../../lib/wire.ts'
import { CaseHeadsUp, exampleCaseHeadsUp } from '../cases/heads-up-contract.ts'
import { CaseTopic, exampleParts } from '../cases/parts-contract.ts'
import { Colleague } from '../consultations/contract.ts'

export const HeadsUpParams = z.strictObject({ headsUpId: id })

export const kinds = ['mailing', 'outage', 'price-change', 'other'] as const
const states = ['announced', 'released'] as const
const colleague = { id: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89', name: 'Piet Bakker' }

const exampleForecast = { customers: 240, share: 0.12, earlier: 3, earlierError: 0.2 }
const exampleTeam = {
  id: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640',
  name: 'Team A to Z',
  acknowledgedBy: colleague,
  acknowledgedAt: '2026-11-20T09:00:00.000Z',
}

export const exampleHeadsUp = {
  ...exampleCaseHeadsUp,
  state: 'announced',
  topic: exampleParts.topic,
  audience: 'Everybody with a contract of before 2025',
  audienceSize: 2000,
  from: '2026-11-23T08:00:00.000Z',
  until: '2026-12-07T23:00:00.000Z',
  teamIds: [exampleTeam.id],
  teams: [exampleTeam],
  forecast: exampleForecast,
  cases: 0,
  announcedBy: { kind: 'employee', id: colleague.id },
  announcedAt: '2026-11-19T14:00:00.000Z',
  releasedBy: null,
  releasedAt: null,
  override: null,
  version: 2,
}

const ConcernedTeam = z
  .object({
    id: out.id,
    name: z.string(),
    acknowledgedBy: Colleague.nullable(),
    acknowledgedAt: out.moment.nullable(),
  })
  .meta({
    id: 'ConcernedTeam',
    description: 'A team that a heads-up concerns, and who said that it knows.',
    examples: [exampleTeam],
  })

const Forecast = z
  .object({
    customers: z.int().nullable().describe('How many customers will ring; null where nothing is known.'),
    share: z
      .number()
      .nullable()
      .describe('The share of the audience that rang after earlier ones of its kind.'),
    earlier: z.int().describe('After how many earlier ones that was seen.'),
    earlierError: z
      .number()
      .nullable()
      .describe('By how much earlier forecasts of its kind were wrong, as a share of what came; the mean.'),
  })
  .meta({
    id: 'Forecast',
    description: 'Who will ring, as far as one can know.',
    examples: [exampleForecast],
  })

const Override = z.object({ by: Colleague, reason: z.string() }).meta({
  id: 'HeadsUpOverride',
  description: 'Who let it go out although not every team was briefed, and why.',
  examples: [{ by: colleague, reason: 'The outage is now.' }],
})

export const HeadsUp = CaseHeadsUp.extend({
  state: z.enum(states),
  topic: CaseTopic.nullable(),
  audience: z.string().nullable(),
  audienceSize: z.int().nullable(),
  from: out.moment,
  until: out.moment,
  teamIds: z.array(out.id).describe('The teams that it concerns.'),
  teams: z.array(ConcernedTeam),
  forecast: Forecast,
  cases: z.int().describe('Cases on its topic that were opened in its period.'),
  announcedBy: Doer,
  announcedAt: out.moment,
  releasedBy: Doer.nullable(),
  releasedAt: out.moment.nullable(),
  override: Override.nullable(),
  version: z.int(),
}).meta({
  id: 'HeadsUp',
  description: 'Notice to the teams of something that will make customers call.',
  examples: [exampleHeadsUp],
})
export type HeadsUp = z.output<typeof HeadsUp>

export const HeadsUpQuery = z.strictObject({
  ...paging,
  state: several(z.enum(states)).optional(),
  kind: several(z.enum(kinds)).optional(),
  topic: several(z.string().max(60)).optional(),
  teamId: several(id).optional(),
  overridden: flag
    .optional()
    .describe('Only those that were released without every team, or only the others.'),
  fromAfter: moment.optional().describe('Only those with a `from` later than this.'),
  fromBefore: moment.optional().describe('Only those with a `from` earlier than this.'),
  untilAfter: moment.optional().describe('Only those with an `until` later than this.'),
  untilBefore: moment.optional().describe('Only those with an `until` earlier than this.'),
})
export type HeadsUpQuery = z.output<typeof HeadsUpQuery>
export const HeadsUpPage = page(HeadsUp, 'HeadsUpPage')
