import { sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases } from '../tables/cases.ts'
import { agreements } from '../tables/organisation.ts'
import { standIns } from '../tables/people.ts'

/** Whose an open callback is from now on. */
export interface Passed {
  readonly callbackId: string
  readonly ownerId: string
}

// A booked place is exchanged for a free one in the same hour of whoever calls for the new owner then: themselves, or their
// stand-in, save for whom the promise is taken from. Where there is none, the promise stands without one; and where
// the same person calls as before, they keep the place that they have.
const passOn = statement<{ passed: string }, never>(sql`
  with given as (
    select "callbackId" as id, "ownerId" as owner_id
    from jsonb_to_recordset(${sql.placeholder('passed')}::jsonb) as g("callbackId" uuid, "ownerId" uuid)
  ), booked as (
    select b.id, b.booked_hour, b.place, b.made_at, a.callbacks_per_hour as most,
      coalesce(b.caller_id, b.owner_id) as called, coalesce(p.stand_in_id, g.owner_id) as calls
    from given g join ${callbacks} b on b.id = g.id join ${cases} c on c.id = b.case_id
    join ${agreements} a on a.team_id = c.team_id
    left join ${standIns} p on p.owner_id = g.owner_id and p.from_at <= b.window_from and b.window_from < p.until_at
      and p.stand_in_id <> b.owner_id and p.stand_in_id is distinct from c.about_employee_id
    where b.booked_hour is not null
  ), moved as (
    select *, row_number() over (partition by calls, booked_hour order by made_at, id) as nth
    from booked where calls <> called
  ), free as (
    select h.calls, h.booked_hour, p.place, h.most - (select count(*) from ${callbacks} o
        where coalesce(o.caller_id, o.owner_id) = h.calls and o.booked_hour = h.booked_hour and o.state = 'open') as room,
      row_number() over (partition by h.calls, h.booked_hour order by p.place) as nth
    from (select distinct calls, booked_hour, most from moved) h
    cross join lateral generate_series(1, h.most) as p(place)
    where not exists (select from ${callbacks} o where coalesce(o.caller_id, o.owner_id) = h.calls
      and o.booked_hour = h.booked_hour and o.place = p.place and o.state = 'open')
  ), places as (
    select id, calls, booked_hour, place from booked where calls = called
    union all
    select m.id, f.calls, f.booked_hour, f.place from moved m
    join free f on f.calls = m.calls and f.booked_hour = m.booked_hour and f.nth = m.nth and f.nth <= f.room
  )
  update ${callbacks} b set owner_id = g.owner_id, caller_id = nullif(k.calls, g.owner_id),
    booked_hour = k.booked_hour, place = k.place, version = b.version + 1
  from given g left join places k on k.id = g.id
  where b.id = g.id`)

/**
 * Open callbacks follow their cases to other owners (law 12): channel, window and what was tried stay. The caller holds the
 * cases.
 */
export function succeedCallbacks({ tx }: Work, passed: readonly Passed[]): void {
  if (passed.length > 0) tx.run(passOn, { passed: JSON.stringify(passed) })
}
