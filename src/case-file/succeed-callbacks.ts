import { sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases } from '../tables/cases.ts'
import { agreements } from '../tables/organisation.ts'

/** Whose an open callback is from now on. */
export interface Passed {
  readonly callbackId: string
  readonly ownerId: string
}

// A booked place is exchanged for a free one in the same hour of the new owner; where there is none, the promise stands
// without one.
const passOn = statement<{ passed: string }, never>(sql`
  with given as (
    select "callbackId" as id, "ownerId" as owner_id
    from jsonb_to_recordset(${sql.placeholder('passed')}::jsonb) as g("callbackId" uuid, "ownerId" uuid)
  ), booked as (
    select b.id, g.owner_id, b.booked_hour, a.callbacks_per_hour as most,
      row_number() over (partition by g.owner_id, b.booked_hour order by b.made_at, b.id) as nth
    from given g join ${callbacks} b on b.id = g.id join ${cases} c on c.id = b.case_id
    join ${agreements} a on a.team_id = c.team_id
    where b.booked_hour is not null
  ), free as (
    select h.owner_id, h.booked_hour, p.place, h.most - (select count(*) from ${callbacks} o
        where o.owner_id = h.owner_id and o.booked_hour = h.booked_hour and o.state = 'open') as room,
      row_number() over (partition by h.owner_id, h.booked_hour order by p.place) as nth
    from (select distinct owner_id, booked_hour, most from booked) h
    cross join lateral generate_series(1, h.most) as p(place)
    where not exists (select from ${callbacks} o where o.owner_id = h.owner_id and o.booked_hour = h.booked_hour
      and o.place = p.place and o.state = 'open')
  )
  update ${callbacks} b set owner_id = g.owner_id, booked_hour = f.booked_hour, place = f.place, version = b.version + 1
  from given g left join booked k on k.id = g.id
  left join free f on f.owner_id = k.owner_id and f.booked_hour = k.booked_hour and f.nth = k.nth and f.nth <= f.room
  where b.id = g.id`)

/**
 * Open callbacks follow their cases to other owners (law 12): channel, window and what was tried stay. The caller holds the
 * cases.
 */
export function succeedCallbacks({ tx }: Work, passed: readonly Passed[]): void {
  if (passed.length > 0) tx.run(passOn, { passed: JSON.stringify(passed) })
}
