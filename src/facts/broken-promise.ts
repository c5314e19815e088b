import { sql } from 'drizzle-orm'
import { now } from '../db/moment.ts'
import { asJson, type RowOf, renamed } from '../db/selection.ts'
import { callbacks } from '../tables/callbacks.ts'
import { gestures } from '../tables/gestures.ts'

const row = renamed(callbacks, 'x', { callbackId: 'id', since: 'windowUntil' })

const givenSince = sql`select from ${gestures} g where g.case_id = c.id and g.state in ('granted', 'fulfilled')
  and g.granted_at > x.window_until and g.granted_at <= ${now}`

/** The last promise of the open case `c` that was not kept in time, unless the customer was given something since. */
export const brokenPromise = sql<RowOf<typeof row> | null>`case when c.callback_id is not null then (
  select ${asJson(row)} from ${callbacks} x
  where x.case_id = c.id and x.window_until < coalesce(x.closed_at, ${now}) and not exists (${givenSince})
  order by x.window_until desc limit 1) end`
