import { isSupportedCountry } from 'libphonenumber-js'
import { z } from 'zod'
import { isRegion, regionsOf } from '../../calendar/holidays.ts'
import { ceilingBesideCurrency } from '../../lib/meaning/amount-in.ts'
import { naming } from '../../lib/meaning/names.ts'
import { fieldsOf, meant } from '../../lib/meanings.ts'
import { isCurrency } from '../../lib/money.ts'
import { country, id, line, money, out, timeZone } from '../../lib/wire.ts'
import { AgreementBounds, AgreementBoundsChange } from '../teams/bounds-contract.ts'
import { workingDays } from '../teams/span-contract.ts'

export const Organisation = z
  .object({
    name: z.string(),
    country: z.string().describe('ISO 3166-1; national phone numbers are read as of this country.'),
    timeZone: z.string().describe('IANA; new teams begin with it.'),
    currency: z.string().describe('ISO 4217; all money is in it.'),
    holidayRegion: z
      .string()
      .nullable()
      .describe(
        'The part of the country whose holidays count, by its code, such as `BY` in `DE`. Another country ends it.',
      ),
    defaultTeamId: out.id
      .nullable()
      .describe('The team that takes what no other team serves; null until there is a team.'),
    gestureCeiling: out.money.describe('The most that an owner may spend on one case without asking.'),
    askCeiling: out.money.describe('The most that an owner may ask for.'),
    reviewAfter: z.int().describe('So many deviations of a rule within 90 days ask for its review.'),
    ideaAnswerWithin: z
      .string()
      .meta({ format: 'duration', description: 'Within so many working days an idea gets its answer.' }),
    agreementBounds: AgreementBounds.nullable().describe(
      'What the agreements of teams may not pass; null: teams agree on what they like.',
    ),
    version: z.int(),
  })
  .meta({
    id: 'Organisation',
    description: 'The organisation: where it is, and how far its owners may go.',
    examples: [
      {
        name: 'Waterleidingmaatschappij Noord',
        country: 'NL',
        timeZone: 'Europe/Amsterdam',
        currency: 'EUR',
        holidayRegion: null,
        defaultTeamId: '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40',
        gestureCeiling: { amount: '2000.00', currency: 'EUR' },
        askCeiling: { amount: '10000.00', currency: 'EUR' },
        reviewAfter: 10,
        ideaAnswerWithin: 'P10D',
        agreementBounds: { callbackWithin: { most: 'PT16H' }, attempts: { least: 3 } },
        version: 2,
      },
    ],
  })
export type Organisation = z.output<typeof Organisation>

export const OrganisationChange = meant(
  z
    .strictObject({
      name: line(120).optional(),
      country: country(isSupportedCountry)
        .optional()
        .describe('ISO 3166-1; national phone numbers are read as of this country.'),
      timeZone: timeZone.optional(),
      currency: z
        .string()
        .refine(isCurrency, { error: 'must be an ISO 4217 currency such as EUR' })
        .optional()
        .describe(
          'ISO 4217. Another currency takes both ceilings with it, and ends those of the teams; once money was given it stays.',
        ),
      holidayRegion: line(40).nullish().describe('The part of the country whose holidays count.'),
      defaultTeamId: naming('team', id).optional().describe('A team with an active member.'),
      gestureCeiling: money
        .optional()
        .describe(
          'More than zero, in the currency of the organisation. Teams whose own is higher come down.',
        ),
      askCeiling: money.optional().describe('More than zero, in the currency of the organisation.'),
      reviewAfter: z
        .int()
        .min(1)
        .max(1000)
        .optional()
        .describe('So many deviations of a rule within 90 days ask for its review.'),
      ideaAnswerWithin: workingDays
        .optional()
        .describe('Within so many working days an idea gets its answer.'),
      agreementBounds: AgreementBoundsChange.nullish().describe(
        'For what teams agree on from now on; what they have agreed stays. Null: no bounds.',
      ),
    })
    .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
    .meta({
      id: 'OrganisationChange',
      description: 'What changes of the organisation; what is left out stays.',
      examples: [
        { name: 'Waterleidingmaatschappij Noord', gestureCeiling: { amount: '250.00', currency: 'EUR' } },
      ],
    }),
  (given, { country: organisations }) => {
    const { country = organisations, holidayRegion } = fieldsOf(given)
    return typeof holidayRegion === 'string' &&
      typeof country === 'string' &&
      !isRegion(country, holidayRegion.trim())
      ? [{ way: '/holidayRegion', message: mustBeRegion(country) }]
      : []
  },
  ceilingBesideCurrency('gestureCeiling'),
  ceilingBesideCurrency('askCeiling'),
)

/** What is wrong with the code of a region that a country does not have. */
export function mustBeRegion(country: string): string {
  const regions = regionsOf(country)
  return regions.length === 0
    ? `must be left out or null: no part of ${country} has holidays of its own here`
    : `must be a part of ${country}: ${regions.map((region) => `\`${region}\``).join(', ')}`
}
