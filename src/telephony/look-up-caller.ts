import { sql } from 'drizzle-orm'
import { leastLoadedMember } from '../assignment/choose-owner.ts'
import { type CaseRow, selectCase, toCase } from '../cases/case-row.ts'
import { glimpseOf } from '../cases/glimpse-contract.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../cases/sight.ts'
import { statement } from '../db/statement.ts'
import type { Reader } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { readPhone } from '../lib/phone.ts'
import { standInAt } from '../people/stand-in-span.ts'
import { customers } from '../tables/customers.ts'
import { organisation } from '../tables/organisation.ts'
import { absences, presences, standIns } from '../tables/people.ts'
import { type Caller, type CallerQuery, mostCandidates, mostOpenCases, type Ring } from './contract.ts'

interface Candidate {
  readonly id: string
  readonly name: string | null
  readonly teamId: string
}

const candidates = sql`select id, name, team_id as "teamId" from ${customers}
  where phone = ${sql.placeholder('phone')} order by id desc limit ${sql.raw(String(mostCandidates))}`
const customersWithPhone = statement<{ phone: string }, Candidate>(candidates)

/** An open case, and who of its owner and their stand-ins cannot be rung now. */
type OpenCase = CaseRow & { readonly away: readonly string[] }

const openCasesOfThem = statement<Viewer & { phone: string; now: string }, OpenCase>(sql`
  select k.*, array(
      select a.employee_id from ${absences} a where a.employee_id = k."ownerId"
        and a.from_at <= ${sql.placeholder('now')}::timestamptz and a.until_at > ${sql.placeholder('now')}::timestamptz
      union all select p.employee_id from ${presences} p where p.presence = 'away' and (p.employee_id = k."ownerId"
        or p.employee_id in (select s.stand_in_id from ${standIns} s where s.owner_id = k."ownerId")))::text[] as away
  from (${selectCase} where c.customer_id in (select id from (${candidates}) candidates) and c.callback_id is not null
      and ${notAboutViewer} order by c.id desc limit ${sql.raw(String(mostOpenCases))}) k
  order by k.id desc`)

const readCountry = statement<object, { readonly country: string }>(sql`select country from ${organisation}`)

/**
 * Who calls: as much as any employee may know of it, while the telephone rings. What is about the viewer is not
 * there, and whom to ring is told as if it did not exist. Throws `validation-failed` for what is no telephone number.
 */
export async function lookUpCaller(reader: Reader, { phone: given }: CallerQuery): Promise<Caller> {
  const { db, actor, now } = reader
  if (isWithheld(given)) return { phone: null, customer: null, candidates: [], openCases: [], ring: null }
  const country = given.startsWith('+') ? undefined : await db.row(readCountry, {})
  const phone = readPhone(given, country?.country ?? '', '/phone')
  const [found, rows] = await Promise.all([
    db.rows(customersWithPhone, { phone }),
    db.rows(openCasesOfThem, { phone, now: toWire(now), ...viewerOf(actor) }),
  ])
  const openCases = rows.map((row) => glimpseOf(toCase(row, toWire(now))))
  const shown = found.map(({ id, name }) => ({ id, name }))
  return {
    phone,
    customer: shown.length === 1 ? (shown[0] ?? null) : null,
    candidates: shown,
    openCases,
    ring: await whomToRing(reader, rows[0], found[0]),
  }
}

/** What telephone exchanges send of a caller who shows no number. */
const isWithheld = (given: string): boolean =>
  /^(?:anonymous|withheld|unavailable|private|restricted|)$/i.test(given)

/**
 * The owner of the latest case, or who stands in for them; where an absent owner has nobody, and where there is no case,
 * somebody of the team. Where several customers have the number, the newest of them is taken for the one who calls.
 */
async function whomToRing(
  { db, now }: Reader,
  latest: OpenCase | undefined,
  customer: Candidate | undefined,
): Promise<Ring | null> {
  const standIn = latest && standInAt(latest.standIns, toWire(now))
  if (standIn && !latest.away.includes(standIn.id))
    return { employeeId: standIn.id, extension: standIn.extension, reason: 'stand-in' }
  if (latest && !latest.away.includes(latest.ownerId))
    return { employeeId: latest.ownerId, extension: latest.ownerExtension, reason: 'owner' }
  const teamId = latest?.teamId ?? customer?.teamId
  const assignment =
    teamId === undefined
      ? undefined
      : await leastLoadedMember({ tx: db, now }, teamId, latest?.aboutEmployeeId ?? null, true)
  if (!assignment) return null
  const { owner, reason } = assignment
  return { employeeId: owner.id, extension: owner.extension, reason }
}
