import { sql } from 'drizzle-orm'
import { leastLoadedMember } from '../assignment/choose-owner.ts'
import { type CaseRow, selectCase, toCase } from '../cases/case-row.ts'
import { type CaseGlimpse, glimpseOf } from '../cases/glimpse-contract.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../cases/sight.ts'
import { statement } from '../db/statement.ts'
import type { Reader } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { readPhone } from '../lib/phone.ts'
import { customers } from '../tables/customers.ts'
import { organisation } from '../tables/organisation.ts'
import { type Caller, type CallerQuery, mostCandidates, mostOpenCases, type Ring } from './contract.ts'

interface Candidate {
  readonly id: string
  readonly name: string | null
  readonly teamId: string
}

const candidates = sql`select id, name, team_id as "teamId" from ${customers}
  where phone = ${sql.placeholder('phone')} order by id desc limit ${sql.raw(String(mostCandidates))}`
const customersWithPhone = statement<{ phone: string }, Candidate>(candidates)

const openCasesOfThem = statement<Viewer & { phone: string }, CaseRow>(sql`${selectCase}
  where c.customer_id in (select id from (${candidates}) candidates) and c.callback_id is not null and ${notAboutViewer}
  order by c.id desc limit ${sql.raw(String(mostOpenCases))}`)

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
    db.rows(openCasesOfThem, { phone, ...viewerOf(actor) }),
  ])
  const openCases = rows.map((row) => glimpseOf(toCase(row, toWire(now))))
  const shown = found.map(({ id, name }) => ({ id, name }))
  return {
    phone,
    customer: shown.length === 1 ? (shown[0] ?? null) : null,
    candidates: shown,
    openCases,
    ring: await whomToRing(reader, openCases[0], found[0]),
  }
}

/** What telephone exchanges send of a caller who shows no number. */
const isWithheld = (given: string): boolean =>
  /^(?:anonymous|withheld|unavailable|private|restricted|)$/i.test(given)

/** Where several customers have the number, the newest of them is taken for the one who calls. */
async function whomToRing(
  { db }: Reader,
  latest: CaseGlimpse | undefined,
  customer: Candidate | undefined,
): Promise<Ring | null> {
  if (latest) return { employeeId: latest.owner.id, extension: latest.owner.extension, reason: 'owner' }
  const assignment = customer && (await leastLoadedMember({ tx: db }, customer.teamId, null))
  if (!assignment) return null
  const { owner, reason } = assignment
  return { employeeId: owner.id, extension: owner.extension, reason }
}
