import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { toMoney } from '../../lib/money.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { outreaches as reached } from '../../tables/ahead/outreaches.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, resolutions } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { gestures } from '../../tables/gestures.ts'
import { amount, count, number, part, share } from './figures.ts'
import type { Report } from './report.ts'

/** Who has no case is with the team that serves them, and on the topic of the outreach. */
const rows = sql`${outreachCustomers} x join ${reached} o on o.id = x.outreach_id
  join ${customers} cu on cu.id = x.customer_id left join ${cases} k on k.id = x.case_id
  left join ${resolutions} r on r.id = k.resolution_id left join ${gestures} g on g.id = x.gesture_id
  left join ${callbacks} b on b.case_id = k.id and b.made_at = k.opened_at
  cross join lateral (select coalesce(k.team_id, cu.team_id) as team_id, coalesce(k.topic_id, o.topic_id) as topic_id,
    k.about_employee_id, k.owner_id) c`

const given = sql`g.state <> 'withdrawn'`
const late = sql`b.late_seconds is not null`

/** What came of contacting customers before they asked. */
export const outreaches: Report = {
  name: 'outreaches',
  title: 'Report what came of outreaches',
  description:
    'The customers of outreaches of whom it was settled in the period what becomes: informed by a case, let sleep, or passed over and why. Of those who were informed, whether they know by now and whether the first promise was kept.',
  parts: [
    {
      rows,
      at: sql`x.settled_at`,
      counts: {
        customers: count(),
        informed: count(sql`x.case_id is not null`),
        told: count(sql`r.outcome in ('answered', 'fixed')`),
        keptInTime: count(sql`b.state = 'kept' and not (${late})`),
        broken: count(late),
        refunds: count(given),
        refunded: sql`sum(g.amount) filter (where ${given})`,
        letSleep: count(sql`x.state = 'asleep'`),
        optedOut: count(sql`x.because = 'opted-out'`),
        disturbed: count(sql`x.because = 'disturbed'`),
        withoutPlace: count(sql`x.because in ('no-place', 'too-late')`),
        unknown: count(sql`x.because in ('erased', 'merged', 'no-address')`),
      },
    },
    {
      rows,
      at: null,
      where: sql`x.state = 'waiting' and o.state in ('running', 'paused')`,
      counts: { waiting: count() },
    },
  ],
  figures: z.object({
    customers: number('Customers of whom it was settled in the period what becomes.'),
    informed: number('Those who got a case with an owner and a promise.'),
    told: number('Of these, those who have been told by now.'),
    toldShare: part('Of those who were informed.'),
    keptInTime: number('Those to whom the first promise was kept in time.'),
    refunds: number('Gestures that outreaches paid for and that were not taken back.'),
    refunded: amount('What they cost.'),
    letSleep: number('Those of whom it was decided, for a reason, that they are left in peace.'),
    optedOut: number('Those who were passed over since they want nothing that they did not ask for.'),
    disturbed: number('Those who were passed over since something else disturbed them all the while.'),
    withoutPlace: number('Those who were passed over since there was no free place to call them in time.'),
    unknown: number('Those who were passed over since they were erased, merged or cannot be reached.'),
    broken: number('Those to whom the first promise was broken.'),
    waiting: number('Those who wait now in an outreach that has started; in the total alone.'),
  }),
  figuresOf: (c, currency) => ({
    customers: c.customers,
    informed: c.informed,
    told: c.told,
    toldShare: share(c.told ?? 0, c.informed ?? 0),
    keptInTime: c.keptInTime,
    refunds: c.refunds,
    refunded: toMoney(c.refunded ?? 0, currency),
    letSleep: c.letSleep,
    optedOut: c.optedOut,
    disturbed: c.disturbed,
    withoutPlace: c.withoutPlace,
    unknown: c.unknown,
    broken: c.broken,
    waiting: c.waiting,
  }),
}
