import { z } from 'zod'
import { areAllDifferent } from '../../lib/forms/each-once.ts'
import { evenSoInLists } from '../../lib/forms/even-so.ts'
import { page, paging, searchText } from '../../lib/page.ts'
import { id, line, out, several } from '../../lib/wire.ts'
import { Agreements, AgreementsChange, NewAgreements } from './agreement-contract.ts'

export const TeamParams = z.strictObject({ teamId: id })

export const Team = z
  .object({
    id: out.id,
    name: z.string(),
    segments: z.array(z.string()).describe('The segments of customers that the team serves.'),
    agreements: Agreements,
    createdAt: out.moment,
    version: z.int().describe('Grows with the agreements as well, since they are part of the team.'),
  })
  .meta({
    id: 'Team',
    description: 'A customer team: front and back office merged, serving its own customers from A to Z.',
    examples: [
      {
        id: '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40',
        name: 'Team Noord',
        segments: ['noord', 'zakelijk'],
        agreements: {
          openingHours: { monday: [{ from: '09:00', until: '17:00' }] },
          timeZone: 'Europe/Amsterdam',
          closures: [],
          openings: [],
          keepsHolidays: true,
          holidayCountry: null,
          holidayRegion: null,
          callbackWithin: 'PT8H',
          callbackHorizon: 'P10D',
          callbacksPerHour: 4,
          remindBefore: 'PT30M',
          attempts: 3,
          attemptDays: 2,
          attemptPause: 'PT2H',
          gestureCeiling: null,
          version: 1,
        },
        createdAt: '2026-11-02T08:00:00.000Z',
        version: 1,
      },
    ],
  })
export type Team = z.output<typeof Team>

const segment = line(60)
const segments = z
  .array(segment)
  .max(50)
  .refine(areAllDifferent, { error: 'names a segment twice', ...evenSoInLists })
  .nullish()
  .describe('The segments of customers that the team serves.')

export const NewTeam = z
  .strictObject({ name: line(120), segments, agreements: NewAgreements.optional() })
  .meta({
    id: 'NewTeam',
    description: 'A team to make. It needs a name; the agreements are the usual ones unless given.',
    examples: [{ name: 'Team Noord', segments: ['noord'], agreements: { callbackWithin: 'PT4H' } }],
  })

export const TeamChange = z
  .strictObject({
    name: line(120).optional(),
    segments,
    agreements: AgreementsChange.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'TeamChange',
    description: 'What changes of a team; what is left out stays, also within the agreements.',
    examples: [{ segments: ['noord', 'zakelijk'] }],
  })

export const TeamQuery = z.strictObject({
  ...paging,
  id: several(id).optional(),
  q: searchText.optional(),
  segment: several(segment).optional().describe('Teams that serve this segment, or one of these.'),
})
export const TeamPage = page(Team, 'TeamPage')
