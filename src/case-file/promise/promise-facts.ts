import { type SQL, sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { asJson, asJsonList, orNull, pick, type RowOf } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { fromStandInsOf, milliseconds, ownerHours, teamHours } from '../../facts/hours-columns.ts'
import { type Viewer, visible } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { triesOf } from './tried-enough.ts'

const place = {
  callerId: sql<string | null>`nullif(coalesce(x.caller_id, x.owner_id), o.id)`,
  hour: milliseconds(sql`x.booked_hour`),
  ...pick(callbacks, 'x', 'place'),
}

/** A place in an hour of whoever will call that is promised to somebody. */
export interface BookedPlace {
  /** The stand-in whose hour it is; null: the owner's. */
  readonly callerId: string | null
  /** In milliseconds since 1970. */
  readonly hour: number
  readonly place: number
}

/** Of the owner `o`, whose team has agreed `a`, and the customer `cu`; what is past by `now` is left out. */
const factsBut = (about: SQL) => ({
  team: teamHours,
  owner: ownerHours(about),
  customer: asJson(orNull(pick(customers, 'cu', 'preferredWindows', 'timeZone'))),
  ...pick(
    agreements,
    'a',
    'callbackWithin',
    'callbackHorizon',
    'callbacksPerHour',
    'remindBefore',
    'attemptPause',
  ),
})
// An hour may have begun in the past: it is booked by the window that begins in it. It is the hour of whoever will call,
// in whose name that may be: the owner's own, or somebody's for whom they stand in.
const bookedBut = (about: SQL) => sql<BookedPlace[]>`(select ${asJsonList(place)}
  from ${callbacks} x
  where coalesce(x.caller_id, x.owner_id) = any(array(select o.id union select s.id ${fromStandInsOf(about)}))
    and x.state = 'open' and x.booked_hour is not null and x.booked_hour > ${now} - interval '3 hours')`
const factsAndBooked = (about: SQL) => ({ ...factsBut(about), booked: bookedBut(about) })
/** For a promise that books no place: what a statement does not name costs nothing, and what it names in vain nearly as much. */
const factsAlone = (about: SQL) => ({ ...factsBut(about), booked: sql<BookedPlace[]>`'[]'::json` })

/**
 * What a promise is made by: who is there when, what the team has agreed, and what whoever will call has promised already. Within
 * and pause are working time and the horizon is working days, as ISO 8601 durations.
 */
export type PromiseFacts = RowOf<ReturnType<typeof factsAndBooked>>

const ofCase = sql`from ${cases} c join ${employees} o on o.id = c.owner_id
  join ${agreements} a on a.team_id = c.team_id
  join ${customers} cu on cu.id = c.customer_id cross join ${organisation} org`

interface Promised {
  readonly ownerId: string
  /** Whose agreements count where the owner is in no team any more; null: nobody's. */
  readonly teamId: string | null
  readonly customerId: string | null
  /** Who never stands in for the owner: the employee whom the case is about. */
  readonly aboutEmployeeId: string | null
}

const aboutOfCase = sql`c.about_employee_id`
const aboutOfOwner = sql`${sql.placeholder('aboutEmployeeId')}::uuid`
const ofOwner = sql`
  from ${employees} o join ${agreements} a on a.team_id = coalesce(o.active_team_id, ${sql.placeholder('teamId')}::uuid)
  cross join ${organisation} org left join ${customers} cu on cu.id = ${sql.placeholder('customerId')}::uuid
  where o.id = ${sql.placeholder('ownerId')}::uuid`
const byOwner = {
  alone: selecting(factsAlone(aboutOfOwner))<Promised & AsOf>(ofOwner),
  withBooked: selecting(factsAndBooked(aboutOfOwner))<Promised & AsOf>(ofOwner),
}

/** The tries at keeping it before this one. */
const tried = triesOf(sql`${sql.placeholder('id')}::uuid`)
const ofCallback = sql`
  ${ofCase} where c.id = (select case_id from ${callbacks} where id = ${sql.placeholder('id')}::uuid)`
const byCallback = {
  alone: selecting({ ...factsAlone(aboutOfCase), tried })<AsOf & { id: string }>(ofCallback),
  withBooked: selecting({ ...factsAndBooked(aboutOfCase), tried })<AsOf & { id: string }>(ofCallback),
}

const named = asJson(pick(employees, 'o', 'id', 'name', 'extension'))

/** The facts of a case that the viewer sees, with every place that is booked. */
export const factsOfVisibleCase = selecting({ named, ...factsAndBooked(aboutOfCase) })<
  Viewer & { id: string; now: string }
>(sql`${ofCase} where c.id = ${sql.placeholder('id')}::uuid and ${visible}`)

interface AsOf {
  readonly now: string
}

/** Reads what a promise by this owner is made by, and `withBooked` for a window that is given; undefined for who is nobody's owner. */
export const factsOfOwner = (
  { tx, now }: Work,
  { ownerId, teamId, customerId, aboutEmployeeId }: Promised,
  withBooked: boolean,
): Promise<PromiseFacts | undefined> =>
  tx.row(withBooked ? byOwner.withBooked : byOwner.alone, {
    ...{ ownerId, teamId, customerId, aboutEmployeeId },
    now: toWire(now),
  })

/** Reads what the promise after this callback is made by. Send it behind the lock of the case, in the same turn. */
export const factsOfCallback = ({ tx, now }: Work, id: string, withBooked: boolean) =>
  tx.row(withBooked ? byCallback.withBooked : byCallback.alone, { id, now: toWire(now) })
