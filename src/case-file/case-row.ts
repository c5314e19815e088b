import { type SQL, sql } from 'drizzle-orm'
import { type StandInSpan, selectStandIns, standInAt } from '../facts/stand-ins.ts'
import { type Sight, sight } from '../facts/visibility.ts'
import { steps } from '../rooms/assignment/steps-contract.ts'
import type { Case } from '../rooms/cases/contract.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases, type Moment, type Outcome, resolutions } from '../tables/cases.ts'
import { consultations } from '../tables/consultations.ts'
import { customers } from '../tables/customers.ts'
import { agreements, organisation, topics } from '../tables/organisation.ts'
import { employees } from '../tables/people.ts'

/** A case with all that its answer shows, as one row. */
export interface CaseRow {
  readonly id: string
  readonly reference: string
  readonly customerId: string
  readonly customerName: string | null
  readonly ownerId: string
  readonly ownerName: string
  readonly ownerExtension: string | null
  readonly teamId: string
  readonly topicCode: string | null
  readonly topicName: string | null
  readonly subject: string
  readonly question: string
  readonly tags: readonly string[]
  readonly origin: 'question' | 'outreach' | 'recovery'
  readonly channel: string
  readonly openedByKind: 'employee' | 'system'
  readonly openedById: string
  readonly assignmentReason: string
  readonly assignmentConsidered: readonly number[]
  readonly chases: number
  readonly faces: readonly string[]
  readonly openedAt: string
  readonly resolvedAt: string | null
  readonly version: number
  readonly callbackId: string | null
  readonly callbackChannel: string
  readonly callbackAddress: string | null
  readonly callbackFrom: string
  readonly callbackUntil: string
  readonly callbackMadeAt: string
  readonly callbackAttempts: number
  readonly callbackNextTryAt: string | null
  readonly callbackVersion: number
  readonly callbackComputed: boolean
  readonly callbackYielded: 'customer' | 'owner' | 'team' | null
  readonly outcome: Outcome | null
  readonly resolutionSummary: string
  readonly resolutionContactId: string | null
  readonly resolutionMoment: Moment | null
  readonly duplicateOf: string | null
  readonly resolvedById: string
  readonly aboutEmployeeId: string | null
  /** Who stands in for the owner, now and later. */
  readonly standIns: readonly StandInSpan[]
}

/** What operations know of a case beyond its answer: how to reach the customer, and what the team has agreed. */
export interface CaseFacts extends CaseRow {
  readonly customerPhone: string | null
  readonly customerEmail: string | null
  readonly customerPreferredChannel: 'phone' | 'email' | 'chat' | 'letter' | null
  readonly customerAnonymous: boolean
  readonly country: string
  readonly teamTimeZone: string
  readonly attemptsNeeded: number
  readonly attemptDaysNeeded: number
  readonly attemptPause: string
  readonly sight: Sight
  /** What colleagues are asked about it and have not answered; it ends with the case (law 10). */
  readonly openConsultations: readonly OpenConsultation[]
}

/** A consultation that ends with its case; `askedAt` in wire form. */
interface OpenConsultation {
  readonly id: string
  readonly consultedId: string
  readonly askedAt: string
  readonly version: number
}

const columns = sql`
  c.id, c.reference, c.customer_id as "customerId", cu.name as "customerName", c.owner_id as "ownerId",
  o.name as "ownerName", o.extension as "ownerExtension", c.team_id as "teamId", t.code as "topicCode",
  t.name as "topicName", c.subject, c.question, c.tags, c.origin, c.channel, c.opened_by_kind as "openedByKind",
  c.opened_by_id as "openedById", c.assignment_reason as "assignmentReason",
  c.assignment_considered as "assignmentConsidered", c.chases, c.faces, c.opened_at as "openedAt",
  c.resolved_at as "resolvedAt", c.version, b.id as "callbackId", b.channel as "callbackChannel",
  b.address as "callbackAddress", b.window_from as "callbackFrom", b.window_until as "callbackUntil",
  b.made_at as "callbackMadeAt", b.attempts as "callbackAttempts", b.next_try_at as "callbackNextTryAt",
  b.version as "callbackVersion", b.computed as "callbackComputed", b.yielded as "callbackYielded", r.outcome, r.summary as "resolutionSummary", r.contact_id as "resolutionContactId",
  r.contact_moment as "resolutionMoment", r.duplicate_of as "duplicateOf", r.resolved_by_id as "resolvedById",
  c.about_employee_id as "aboutEmployeeId",
  ${selectStandIns({ owner: sql`c.owner_id`, team: sql`o.active_team_id`, except: sql`c.about_employee_id` })} as "standIns"`

const joined = (source: SQL) => sql`
  from ${source} c
  join ${customers} cu on cu.id = c.customer_id
  join ${employees} o on o.id = c.owner_id
  left join ${topics} t on t.id = c.topic_id
  left join ${callbacks} b on b.id = c.callback_id
  left join ${resolutions} r on r.id = c.resolution_id`

/** `select …` of a `CaseRow` as of `now`, up to where the conditions begin; the case is `c`, its open callback `b`. */
export const selectCase = sql`select ${columns} ${joined(sql`${cases}`)}`

const factColumns = sql`cu.phone as "customerPhone", cu.email as "customerEmail",
    cu.preferred_channel as "customerPreferredChannel", cu.anonymous as "customerAnonymous", org.country,
    a.time_zone as "teamTimeZone", a.attempts as "attemptsNeeded",
    a.attempt_days as "attemptDaysNeeded", a.attempt_pause as "attemptPause", ${sight} as sight, (
      select coalesce(json_agg(json_build_object('id', x.id, 'consultedId', x.consulted_id, 'version', x.version,
        'askedAt', to_char(x.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by x.id), '[]')
      from ${consultations} x where x.case_id = c.id and x.state = 'open') as "openConsultations"`
const factTables = sql`join ${agreements} a on a.team_id = c.team_id cross join ${organisation} org`

/** `select …` of `CaseFacts`, up to where the conditions begin. */
export const selectFacts = sql`select ${columns}, ${factColumns} ${joined(sql`${cases}`)} ${factTables}`

/**
 * Locks the case with this id and selects its `CaseFacts`. Who had to wait for the lock gets the case as it now is,
 * but everything else as it was when the statement began: `seenVersion` tells by being older than `version`.
 */
export const lockFacts = (id: SQL) => sql`
  with locked as materialized (select * from ${cases} where id = ${id} for no key update)
  select ${columns}, ${factColumns}, seen.version as "seenVersion"
  ${joined(sql`locked`)} ${factTables} join ${cases} seen on seen.id = c.id`

/** The case as it is answered. `now` is in wire form; moments in that form compare as text. */
export function toCase(row: CaseRow, now: string): Case {
  return {
    id: row.id,
    reference: row.reference,
    status: row.callbackId === null ? 'resolved' : 'open',
    customer: { id: row.customerId, name: row.customerName },
    owner: { id: row.ownerId, name: row.ownerName, extension: row.ownerExtension },
    standIn: shownStandIn(row, now),
    teamId: row.teamId,
    topic:
      row.topicCode === null || row.topicName === null ? null : { code: row.topicCode, name: row.topicName },
    subject: row.subject,
    question: row.question,
    tags: [...row.tags],
    origin: row.origin,
    channel: row.channel,
    openedBy: { kind: row.openedByKind, id: row.openedById },
    assignment: { reason: row.assignmentReason, considered: consideredOf(row) },
    callback:
      row.callbackId === null
        ? null
        : {
            id: row.callbackId,
            channel: row.callbackChannel,
            to: row.callbackAddress,
            from: row.callbackFrom,
            until: row.callbackUntil,
            state: 'open',
            yielded: row.callbackYielded,
            overdue: row.callbackUntil < now,
            attempts: row.callbackAttempts,
            nextTryAt: row.callbackNextTryAt,
            version: row.callbackVersion,
          },
    resolution:
      row.outcome === null || row.resolvedAt === null
        ? null
        : {
            outcome: row.outcome,
            summary: row.resolutionSummary,
            contactId: row.resolutionContactId,
            firstContact: row.resolutionMoment === 'opening',
            duplicateOf: row.duplicateOf,
            resolvedBy: row.resolvedById,
            at: row.resolvedAt,
          },
    chases: row.chases,
    faces: row.faces.length,
    openedAt: row.openedAt,
    resolvedAt: row.resolvedAt,
    aboutEmployeeId: row.aboutEmployeeId,
    version: row.version,
  }
}

/** How its owner was found; of one to whom a succession led it says nothing. */
const consideredOf = ({ assignmentReason, assignmentConsidered: counts }: CaseRow) =>
  assignmentReason === 'succession'
    ? []
    : steps.slice(0, counts.length).map((step, n) => ({ step, members: counts[n] ?? 0 }))

function shownStandIn({ standIns }: CaseRow, now: string): Case['standIn'] {
  const found = standInAt(standIns, now)
  return found ? { id: found.id, name: found.name } : null
}
