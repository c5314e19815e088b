import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { now } from '../../db/moment.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, contacts } from '../../tables/cases.ts'
import { drawPromises } from './draw-promises.ts'
import { count, number, part, share } from './figures.ts'
import type { Report } from './report.ts'

const kept = sql`b.state = 'kept'`
const late = sql`b.late_seconds is not null`

/** What became of the promises whose windows ended in the period. */
export const promises: Report = {
  name: 'promises',
  title: 'Report what became of promises',
  description:
    'The callbacks whose windows ended in the period. A promise is kept in time or broken; whatever ends late stays broken, kept or not. What was kept in time and told later is a line of its own.',
  parts: [
    {
      rows: sql`${callbacks} b join ${cases} c on c.id = b.case_id`,
      at: sql`b.window_until`,
      counts: {
        promised: count(),
        keptInTime: count(sql`${kept} and not (${late})`),
        keptLate: count(sql`${kept} and ${late}`),
        customerCalledFirst: count(sql`b.customer_called_first`),
        toldLate: count(sql`${kept} and b.closed_at <= b.window_until and exists (select from ${contacts} x
          where x.id = b.contact_id and x.recorded_at > b.window_until)`),
        rescheduledInTime: count(sql`b.state = 'rescheduled' and not (${late})`),
        releasedInTime: count(sql`b.state = 'released' and not (${late})`),
        broken: count(sql`${late} or (b.state = 'open' and b.window_until < ${now})`),
        open: count(sql`b.state = 'open' and b.window_until >= ${now}`),
        overdue: count(sql`b.state = 'open' and b.window_until < ${now}`),
        attempts: sql`sum(b.attempts)`,
      },
    },
  ],
  draw: drawPromises,
  figures: z.object({
    promised: number('Promises whose windows ended in the period.'),
    kept: number('Kept, in time or late.'),
    keptInTime: number('Kept within their windows.'),
    keptInTimeShare: part('Of those that were due: kept in time, or broken.'),
    customerCalledFirst: number('Kept since the customer called first.'),
    toldLate: number(
      'Kept in time, as we were told after the window had ended: we believe people, and show what we believe.',
    ),
    rescheduledInTime: number('Replaced by another in time; the customer was told.'),
    releasedInTime: number('Ended with their case in time, without being kept.'),
    keptLate: number('Kept after their windows had ended.'),
    broken: number('Not kept in time, whatever came of them.'),
    brokenShare: part('Of those that were due: kept in time, or broken.'),
    overdue: number('Broken, and still open.'),
    open: number('Not due yet.'),
    attempts: number('Tries at keeping them, in vain or not.'),
  }),
  figuresOf: (c) => {
    const due = (c.keptInTime ?? 0) + (c.broken ?? 0)
    return {
      promised: c.promised,
      kept: (c.keptInTime ?? 0) + (c.keptLate ?? 0),
      keptInTime: c.keptInTime,
      keptInTimeShare: share(c.keptInTime ?? 0, due),
      customerCalledFirst: c.customerCalledFirst,
      toldLate: c.toldLate,
      rescheduledInTime: c.rescheduledInTime,
      releasedInTime: c.releasedInTime,
      keptLate: c.keptLate,
      broken: c.broken,
      brokenShare: share(c.broken ?? 0, due),
      overdue: c.overdue,
      open: c.open,
      attempts: c.attempts,
    }
  },
}
