import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { isRegion } from '../../calendar/holidays.ts'
import { selecting } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { lockOrganisation, type OrganisationRow, organisationOf } from '../../facts/organisation.ts'
import { record } from '../../history/record-event.ts'
import { mergePatch } from '../../lib/forms/merge-patch.ts'
import { nothingThere } from '../../lib/meaning/names.ts'
import { differing } from '../../lib/patched.ts'
import { Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import { asks } from '../../tables/asks.ts'
import { budgets } from '../../tables/budgets.ts'
import { gestures } from '../../tables/gestures.ts'
import { type AgreementBounds, organisation } from '../../tables/organisation.ts'
import { AnotherCurrency } from '../gestures/problems.ts'
import { areInOrder, mustBeInOrder } from '../teams/bounds-contract.ts'
import { ceilingOf } from '../teams/ceiling.ts'
import { limitTeamCeilings } from '../teams/limit-team-ceilings.ts'
import { teamExists } from '../teams/queries.ts'
import { mustBeRegion, type Organisation, type OrganisationChange } from './contract.ts'

/**
 * Changes the organisation. Throws `unprocessable` for a default team that does not exist, and
 * `last-member-of-default-team` for one without an active member (law 3), and `another-currency` once money was given.
 */
export async function changeOrganisation(
  work: Work,
  change: z.output<typeof OrganisationChange>,
): Promise<Organisation> {
  const current = await lockOrganisation(work)
  assertExpected(work, current.version)
  if (change.defaultTeamId !== undefined && !(await teamExists(work, change.defaultTeamId))) {
    throw Unprocessable.at('/defaultTeamId', nothingThere.team)
  }
  if (change.currency !== undefined && change.currency !== current.currency) await assertNothingGiven(work)
  const changed: OrganisationRow = {
    name: change.name ?? current.name,
    country: change.country ?? current.country,
    timeZone: change.timeZone ?? current.timeZone,
    currency: change.currency ?? current.currency,
    holidayRegion: nextRegion(current, change),
    defaultTeamId: change.defaultTeamId ?? current.defaultTeamId,
    gestureCeiling: nextCeiling('gestureCeiling', current, change),
    askCeiling: nextCeiling('askCeiling', current, change),
    reviewAfter: change.reviewAfter ?? current.reviewAfter,
    ideaAnswerWithin: change.ideaAnswerWithin ?? current.ideaAnswerWithin,
    // The bounds are for what is agreed from now on: no team's agreements change with them.
    agreementBounds: nextBounds(current, change),
    version: current.version + 1,
  }

  const { version: _, ...row } = changed
  const fields = differing<OrganisationRow>(current, row)
  if (fields.length === 0) return organisationOf(current)
  await limitTeamCeilings(work, current, changed)
  work.tx.update(organisation, { id: 1 }, changed)
  record(work, { type: 'organisation.changed', data: { fields } })
  return organisationOf(changed)
}

const given = selecting({
  isThere: sql<boolean>`exists (select from ${gestures}) or exists (select from ${budgets}) or exists (select from ${asks})`,
})<object>()

/** What was given, or may be, is in the currency that there is. The database holds to it whoever is faster. */
async function assertNothingGiven({ tx }: Work): Promise<void> {
  if ((await tx.row(given, {}))?.isThere)
    throw AnotherCurrency.at('/currency', 'stays as it is, since money was given or a budget was made')
}

/** The bounds after the change. Throws `validation-failed` where no number would lie within both ends. */
function nextBounds(
  { agreementBounds: bounds }: OrganisationRow,
  { agreementBounds: change }: z.output<typeof OrganisationChange>,
): AgreementBounds {
  if (!change) return change === undefined ? bounds : {}
  const { callbacksPerHour = {}, ...others } = mergePatch(bounds, change) as AgreementBounds
  if (!areInOrder(callbacksPerHour))
    throw ValidationFailed.at('/agreementBounds/callbacksPerHour/most', mustBeInOrder)
  const { least, most } = callbacksPerHour
  return least === undefined && most === undefined ? others : { ...others, callbacksPerHour }
}

/** The region after the change: one of another country says nothing. */
function nextRegion(current: OrganisationRow, change: z.output<typeof OrganisationChange>): string | null {
  const { holidayRegion } = change
  const country = change.country ?? current.country
  if (holidayRegion === undefined) return country === current.country ? current.holidayRegion : null
  if (holidayRegion !== null && !isRegion(country, holidayRegion))
    throw ValidationFailed.at('/holidayRegion', mustBeRegion(country))
  return holidayRegion
}

/** A ceiling after the change. An amount says nothing in another currency, so there it must be given anew. */
function nextCeiling(
  field: 'gestureCeiling' | 'askCeiling',
  current: OrganisationRow,
  change: z.output<typeof OrganisationChange>,
): number {
  const currency = change.currency ?? current.currency
  const given = change[field]
  if (given) return ceilingOf(given, currency, `/${field}`)
  if (currency === current.currency) return current[field]
  throw ValidationFailed.at(`/${field}`, `must be given in ${currency} when that becomes the currency`)
}
