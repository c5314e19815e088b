import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, type RowOf, renamed, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { toMoney } from '../../lib/money.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { mondayFirst } from '../../lib/weekly-hours.ts'
import { searchWords } from '../../lib/words/search-words.ts'
import { agreements, organisation, teams } from '../../tables/organisation.ts'
import type { Agreements } from './agreement-contract.ts'
import { termsRow } from './agreement-terms.ts'
import type { Team, TeamQuery } from './contract.ts'

const teamRow = {
  ...pick(teams, 't', 'id', 'name', 'segments', 'createdAt', 'version'),
  ...termsRow,
  ...renamed(agreements, 'a', { agreementsVersion: 'version' }),
  ...pick(organisation, 'o', 'currency'),
}
const from = sql`from ${teams} t join ${agreements} a on a.team_id = t.id join ${organisation} o on o.id = 1`

/** A team with its agreements, as they are stored, and the currency that its ceiling is in. */
export type TeamRow = RowOf<typeof teamRow>

const withId = sql`${from} where t.id = ${sql.placeholder('id')}`
const byId = selecting(teamRow)<{ id: string }>(withId)
const lockById = selecting(teamRow)<{ id: string }>(sql`${withId} for no key update of t, a`)
const exists = selecting(pick(teams, 't', 'id'))<{ id: string }>(
  sql`from ${teams} t where t.id = ${sql.placeholder('id')}`,
)

const list = listing({
  select: select(teamRow, from),
  filters: {
    id: equals(sql`t.id`, 'uuid'),
    q: (value) => sql`to_tsvector('simple', t.name) @@ ${value}::tsquery`,
    segment: (value, many) =>
      many ? sql`t.segments && ${value}::text[]` : sql`${value}::text = any(t.segments)`,
  },
  order: [{ column: sql`t.id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/** Teams in the order in which they were made. */
export async function listTeams(
  reader: Reader,
  { q, ...query }: z.output<typeof TeamQuery>,
): Promise<Page<Team>> {
  const { data, nextCursor } = await list(reader, { ...query, q: q && searchWords(q) })
  return { data: data.map(teamOf), nextCursor }
}

export async function showTeam({ db }: Reader, id: string): Promise<Team> {
  return teamOf(found(await db.row(byId, { id })))
}

export async function showAgreements({ db }: Reader, teamId: string): Promise<Agreements> {
  return agreementsOf(found(await db.row(byId, { id: teamId })))
}

/** Locks a team together with its agreements: they are one thing with two addresses. */
export async function lockTeam({ tx }: Work, id: string): Promise<TeamRow> {
  return found(await tx.lock(lockById, { id }))
}

/** Whether there is such a team. What it answers stays true: teams are never removed. */
export const teamExists = async ({ tx }: Work, id: string): Promise<boolean> =>
  (await tx.row(exists, { id })) !== undefined

export const teamOf = (row: TeamRow): Team => ({
  id: row.id,
  name: row.name,
  segments: row.segments,
  agreements: agreementsOf(row),
  createdAt: row.createdAt,
  version: row.version,
})

export const agreementsOf = (row: TeamRow): Agreements => ({
  openingHours: mondayFirst(row.openingHours),
  timeZone: row.timeZone,
  closures: [...row.closures],
  openings: row.openings.map(({ intervals, ...opening }) => ({ ...opening, intervals: [...intervals] })),
  keepsHolidays: row.keepsHolidays,
  holidayCountry: row.holidayCountry,
  holidayRegion: row.holidayRegion,
  callbackWithin: row.callbackWithin,
  callbackHorizon: row.callbackHorizon,
  callbacksPerHour: row.callbacksPerHour,
  remindBefore: row.remindBefore,
  attempts: row.attempts,
  attemptDays: row.attemptDays,
  attemptPause: row.attemptPause,
  gestureCeiling: row.gestureCeiling === null ? null : toMoney(row.gestureCeiling, row.currency),
  version: row.agreementsVersion,
})

function found(row: TeamRow | undefined): TeamRow {
  if (!row) throw NotFound.because('There is no such team.')
  return row
}
