import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import type { LinkTokens } from '../../facts/link-tokens.ts'
import { type Viewer, viewerOf, visible } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { surveys } from '../../tables/surveys.ts'
import type { CaseLinks, Survey } from './contract.ts'

const surveyRow = {
  ...pick(surveys, 's', 'id', 'caseId', 'requestedAt', 'expiresAt', 'score', 'helpedByOnePerson', 'comment'),
  ...pick(surveys, 's', 'answeredAt', 'version'),
  ...pick(cases, 'c', 'reference', 'subject'),
  ...renamed(employees, 'e', { ownerName: 'name' }),
  ...renamed(organisation, 'o', { organisationName: 'name' }),
  ...orNull(renamed(customers, 'cu', { language: 'language' })),
  timeZone: sql<string>`coalesce(cu.time_zone, a.time_zone)`,
}
export type SurveyRow = RowOf<typeof surveyRow>

const fromSurveys = sql`from ${surveys} s join ${cases} c on c.id = s.case_id join ${employees} e on e.id = s.owner_id
  join ${customers} cu on cu.id = s.customer_id join ${agreements} a on a.team_id = c.team_id
  cross join ${organisation} o`
const byId = selecting(surveyRow)<{ id: string }>(
  sql`${fromSurveys} where s.id = ${sql.placeholder('id')} and cu.erased_at is null`,
)

/** The survey of a token. Throws `not-found` in the same words for every token that opens none. */
export async function findSurvey(
  db: Pick<Database, 'row'>,
  links: LinkTokens,
  token: string,
  now: Temporal.Instant,
): Promise<SurveyRow> {
  const id = await links.idIn('survey', token, now)
  const found = id === undefined ? undefined : await db.row(byId, { id })
  if (!found) throw NotFound.because('Nothing has this address.')
  return found
}

const changeable = { hours: 12 }

/** Until when an answer may be changed; null: there is none. */
export const changeableUntil = ({ answeredAt }: Pick<SurveyRow, 'answeredAt'>): string | null =>
  answeredAt === null ? null : toWire(Temporal.Instant.from(answeredAt).add(changeable))

export const toSurvey = (row: SurveyRow): Survey => ({
  organisation: row.organisationName,
  language: row.language,
  timeZone: row.timeZone,
  reference: row.reference,
  subject: row.subject,
  owner: row.ownerName,
  requestedAt: row.requestedAt,
  expiresAt: row.expiresAt,
  answer:
    row.score === null || row.answeredAt === null
      ? null
      : {
          score: row.score,
          helpedByOnePerson: row.helpedByOnePerson,
          comment: row.comment,
          answeredAt: row.answeredAt,
        },
  changeableUntil: changeableUntil(row),
})

const ofCase = selecting({
  ...pick(cases, 'c', 'id'),
  surveyId: sql<string | null>`(select s.id from ${surveys} s where s.case_id = c.id
    and s.expires_at > ${sql.placeholder('now')}::timestamptz order by s.requested_at desc limit 1)`,
})<Viewer & { id: string; now: string }>(
  sql`from ${cases} c where c.id = ${sql.placeholder('id')} and ${visible}`,
)

/** The addresses of a case's pages; `base` is where the service is found. Throws `not-found`. */
export async function showLinks(
  { db, actor, now }: Reader,
  links: LinkTokens,
  base: string,
  id: string,
): Promise<CaseLinks> {
  const found = await db.row(ofCase, { id, now: toWire(now), ...viewerOf(actor) })
  if (!found) throw NotFound.because('There is no such case.')
  const maker = await links.current(now)
  const survey = found.surveyId
  return {
    survey: survey === null ? null : { url: `${base}/s/${maker.tokenOf('survey', survey)}` },
    tracking: { url: `${base}/t/${maker.tokenOf('tracking', id)}` },
  }
}
