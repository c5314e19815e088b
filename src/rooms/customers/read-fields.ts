import { byCharacters } from '../../lib/by-characters.ts'
import { readAddress } from '../../lib/contact-address.ts'
import { readPhone } from '../../lib/phone.ts'
import { Unprocessable } from '../../lib/problems.ts'
import type { Customer, CustomerGiven, Reference } from './contract.ts'
import { OrganisationNotReady } from './problems.ts'

/** What the fields of a customer are read with, as it is now. */
export interface CustomerSetting {
  readonly country: string
  /** Whether the team that was named exists. */
  readonly teamExists: boolean
  /** The oldest team that serves the segment, else the default team; null when there is none yet. */
  readonly usualTeamId: string | null
}

/** Fields of a customer, ready to be kept. */
export type Fields = { readonly [K in keyof CustomerGiven]?: Customer[K] | undefined }

/**
 * Reads what was given of a customer; `at` is where it stood in the request. Throws `validation-failed` for a number
 * or an address that is none, `unprocessable` for a team that does not exist, and `organisation-not-ready` when
 * there is no team to choose.
 */
export function readFields(given: CustomerGiven, around: CustomerSetting, at = ''): Fields {
  const { phone, language, otherContactPoints, teamId, references } = given
  if (typeof teamId === 'string' && !around.teamExists) {
    throw Unprocessable.at(`${at}/teamId`, 'is no team here')
  }
  return {
    ...given,
    phone: phone && readPhone(phone, around.country, `${at}/phone`),
    language: language && Intl.getCanonicalLocales(language)[0],
    otherContactPoints:
      otherContactPoints === null
        ? []
        : otherContactPoints &&
          distinctPoints(
            otherContactPoints.map((point, index) =>
              readPoint(point, around.country, `${at}/otherContactPoints/${index}/address`),
            ),
          ),
    teamId: teamId === null ? usualTeam(around) : teamId,
    references: references === undefined ? undefined : distinctReferences(references ?? []),
  }
}

/** The team of who is in none: by segment, else the default one. Throws `organisation-not-ready`. */
export function usualTeam({ usualTeamId }: CustomerSetting): string {
  if (usualTeamId !== null) return usualTeamId
  throw OrganisationNotReady.because('There is no team yet that could serve a customer.')
}

type Point = NonNullable<CustomerGiven['otherContactPoints']>[number]

function readPoint(point: Point, country: string, pointer: string): Point {
  return { ...point, address: readAddress(point.channel, point.address, country, pointer) }
}

/** Points of contact as they are kept, each once: what was given first of it stays, with its label. */
const distinctPoints = (points: readonly Point[]): Point[] =>
  points.filter(
    ({ channel, address }, n) =>
      points.findIndex((point) => point.channel === channel && point.address === address) === n,
  )

/** The names that other systems have for a customer, each once, in the order in which they are answered. */
export const distinctReferences = (references: readonly Reference[]): Reference[] =>
  [...new Map(references.map((reference) => [JSON.stringify(reference), reference])).values()].sort((a, b) =>
    a.system === b.system ? byCharacters(a.externalId, b.externalId) : byCharacters(a.system, b.system),
  )
