import { sql } from 'drizzle-orm'
import { pick, type RowOf } from '../db/selection.ts'
import { selecting } from '../db/statement.ts'
import type { Reader, Work } from '../db/work.ts'
import { toMoney } from '../lib/money.ts'
import type { Organisation } from '../rooms/organisation/contract.ts'
import { type AgreementBounds, organisation } from '../tables/organisation.ts'

const organisationRow = {
  ...pick(organisation, 'o', 'name', 'country', 'timeZone', 'currency', 'holidayRegion', 'defaultTeamId'),
  ...pick(organisation, 'o', 'gestureCeiling', 'askCeiling', 'reviewAfter', 'ideaAnswerWithin'),
  ...pick(organisation, 'o', 'agreementBounds', 'version'),
}

/** The organisation as it is stored: ceilings in minor units, and bounds that are empty where there are none. */
export type OrganisationRow = RowOf<typeof organisationRow>

const from = sql`from ${organisation} o where o.id = 1`
const get = selecting(organisationRow)<object>(from)
const lockToChange = selecting(organisationRow)<object>(sql`${from} for no key update`)
const lockToRely = selecting(organisationRow)<object>(sql`${from} for share`)

export async function showOrganisation({ db }: Reader): Promise<Organisation> {
  return organisationOf(there(await db.row(get, {})))
}

/** Locks the organisation against every other change. It is locked before teams, so that no two wait in a ring. */
export async function lockOrganisation({ tx }: Work): Promise<OrganisationRow> {
  return there(await tx.lock(lockToChange, {}))
}

/** Holds the organisation as it is while something is decided by it. Locked before teams, as above. */
export async function holdOrganisation({ tx }: Work): Promise<OrganisationRow> {
  return there(await tx.lock(lockToRely, {}))
}

/** The organisation as it goes over the wire. */
export const organisationOf = (row: OrganisationRow): Organisation => ({
  ...row,
  gestureCeiling: toMoney(row.gestureCeiling, row.currency),
  askCeiling: toMoney(row.askCeiling, row.currency),
  agreementBounds: Object.keys(row.agreementBounds).length > 0 ? inOrder(row.agreementBounds) : null,
})

/** The database keeps the fields in an order of its own. */
const inOrder = (bounds: AgreementBounds): AgreementBounds => {
  const { callbackWithin, callbackHorizon, callbacksPerHour, attempts, attemptDays } = bounds
  return { callbackWithin, callbackHorizon, callbacksPerHour, attempts, attemptDays }
}

function there(row: OrganisationRow | undefined): OrganisationRow {
  if (!row) throw new Error('the organisation is gone, although a migration makes it and nothing removes it')
  return row
}
