import { sql } from 'drizzle-orm'
import type { CustomerHours, OwnerHours, TeamHours } from '../../calendar/calendars.ts'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { milliseconds, ownHours, teamHours } from '../../facts/hours-columns.ts'
import { type Viewer, visible } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { attempts, callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'

/** What a promise is made by: who is there when, what the team has agreed, and what the owner has promised already. */
export interface PromiseFacts {
  readonly team: TeamHours
  readonly owner: OwnerHours
  readonly customer: CustomerHours
  /** Working time, as an ISO 8601 duration in hours and minutes. */
  readonly callbackWithin: string
  /** Working days, as an ISO 8601 duration. */
  readonly callbackHorizon: string
  readonly callbacksPerHour: number
  readonly remindBefore: string
  readonly attemptPause: string
  readonly booked: readonly BookedPlace[]
}

/** A place in an hour of the owner that is promised to somebody; `hour` in milliseconds since 1970. */
export interface BookedPlace {
  readonly hour: number
  readonly place: number
}

/** The tries at keeping a callback before this one. */
export interface TriedBefore {
  readonly attempts: number
  /** The days on which they were, as `YYYY-MM-DD` in the team's time zone. */
  readonly days: readonly string[]
  /** One of them met a wrong number. */
  readonly wrongNumber: boolean
}

const now = sql`${sql.placeholder('now')}::timestamptz`

/** Of the owner `o`, whose team has agreed `a`, and the customer `cu`; what is past by `now` is left out. */
const columns = sql`
  ${teamHours} as team, ${ownHours('o')} as owner,
  json_build_object('preferredWindows', cu.preferred_windows, 'timeZone', cu.time_zone) as customer,
  a.callback_within as "callbackWithin", a.callback_horizon as "callbackHorizon",
  a.callbacks_per_hour as "callbacksPerHour", a.remind_before as "remindBefore", a.attempt_pause as "attemptPause"`
// An hour may have begun in the past: it is booked by the window that begins in it.
const bookedPlaces = sql`(
  select coalesce(json_agg(json_build_object('hour', ${milliseconds(sql`x.booked_hour`)}, 'place', x.place)), '[]')
  from ${callbacks} x where x.owner_id = o.id and x.state = 'open' and x.booked_hour is not null
    and x.booked_hour > ${now} - interval '3 hours')`
const bookedIfAsked = sql`case when ${sql.placeholder('withBooked')}::boolean then ${bookedPlaces} else '[]' end as booked`
const ofCase = sql`from ${cases} c join ${employees} o on o.id = c.owner_id join ${agreements} a on a.team_id = c.team_id
  join ${customers} cu on cu.id = c.customer_id cross join ${organisation} org`

interface Promised {
  readonly ownerId: string
  /** Whose agreements count where the owner is in no team any more; null: nobody's. */
  readonly teamId: string | null
  readonly customerId: string | null
}

const byOwner = statement<Promised & Asked, PromiseFacts>(sql`select ${columns}, ${bookedIfAsked}
  from ${employees} o join ${agreements} a on a.team_id = coalesce(o.active_team_id, ${sql.placeholder('teamId')}::uuid)
  cross join ${organisation} org left join ${customers} cu on cu.id = ${sql.placeholder('customerId')}::uuid
  where o.id = ${sql.placeholder('ownerId')}::uuid`)

const byCallback = statement<Asked & { id: string }, PromiseFacts & { readonly tried: TriedBefore }>(sql`
  select ${columns}, ${bookedIfAsked}, (
    select json_build_object('attempts', count(*) filter (where t.outcome <> 'message-sent'),
      'days', coalesce(json_agg(distinct t.day) filter (where t.outcome <> 'message-sent'), '[]'),
      'wrongNumber', coalesce(bool_or(t.outcome = 'wrong-number'), false))
    from ${attempts} t where t.callback_id = ${sql.placeholder('id')}::uuid) as tried
  ${ofCase} where c.id = (select case_id from ${callbacks} where id = ${sql.placeholder('id')}::uuid)`)

interface NamedOwner {
  readonly named: { readonly id: string; readonly name: string; readonly extension: string | null }
}

/** The facts of a case that the viewer sees, with every place that is booked. */
export const factsOfVisibleCase = statement<
  Viewer & { id: string; now: string },
  PromiseFacts & NamedOwner
>(sql`
  select json_build_object('id', o.id, 'name', o.name, 'extension', o.extension) as named, ${columns}, ${bookedPlaces} as booked ${ofCase} where c.id = ${sql.placeholder('id')}::uuid and ${visible}`)

interface Asked {
  readonly now: string
  /** A window is given, and books a place. */
  readonly withBooked: boolean
}

/** Reads what a promise by this owner is made by; undefined for who is nobody's owner. */
export const factsOfOwner = (
  { tx, now }: Work,
  { ownerId, teamId, customerId }: Promised,
  withBooked: boolean,
): Promise<PromiseFacts | undefined> =>
  tx.row(byOwner, { ownerId, teamId, customerId, withBooked, now: toWire(now) })

/** Reads what the promise after this callback is made by. Send it behind the lock of the case, in the same turn. */
export const factsOfCallback = ({ tx, now }: Work, id: string, withBooked: boolean) =>
  tx.row(byCallback, { id, withBooked, now: toWire(now) })
