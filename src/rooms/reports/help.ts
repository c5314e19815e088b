import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { now } from '../../db/moment.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { consultations as asked } from '../../tables/consultations.ts'
import { count, number, part, share } from './figures.ts'
import type { Report } from './report.ts'

/** Fewer answers that were rated would say something about somebody (law 16). */
const fewest = 5

/** What owners asked colleagues, and whether it came back. */
export const consultations: Report = {
  name: 'consultations',
  title: 'Report what owners asked colleagues',
  description:
    'What was asked in the period, and what came of it. Whether answers helped is told from five on.',
  parts: [
    {
      rows: sql`${asked} x join ${cases} c on c.id = x.case_id`,
      at: sql`x.asked_at`,
      counts: {
        asked: count(),
        answered: count(sql`x.state = 'answered'`),
        answeredInTime: count(sql`x.state = 'answered' and x.closed_at <= x.need_by`),
        outside: count(sql`x.outside`),
        declined: count(sql`x.state = 'declined'`),
        withdrawn: count(sql`x.state = 'withdrawn'`),
        overdue: count(sql`x.state = 'open' and x.need_by < ${now}`),
        open: count(sql`x.state = 'open' and x.need_by >= ${now}`),
        rated: count(sql`x.helpful is not null`),
        helped: count(sql`x.helpful`),
      },
    },
  ],
  figures: z.object({
    asked: number('Consultations that were asked in the period.'),
    answered: number('Those that were answered.'),
    answeredInTime: number('Those that were answered by the moment at which it was needed.'),
    answeredInTimeShare: part('Of all that were asked.'),
    rated: number('Answers of which the owners said whether they helped.'),
    helpedShare: part('Of these, from five on: those that helped.'),
    outside: number('Those that went to somebody outside the team.'),
    declined: number('Those in which the colleague could not help.'),
    withdrawn: number('Those that were needed no longer.'),
    overdue: number('Those without an answer past the moment at which it was needed.'),
    open: number('Those that are not answered yet, and not overdue.'),
  }),
  figuresOf: (c) => ({
    asked: c.asked,
    answered: c.answered,
    answeredInTime: c.answeredInTime,
    answeredInTimeShare: share(c.answeredInTime ?? 0, c.asked ?? 0),
    rated: c.rated,
    helpedShare: (c.rated ?? 0) < fewest ? null : share(c.helped ?? 0, c.rated ?? 0),
    outside: c.outside,
    declined: c.declined,
    withdrawn: c.withdrawn,
    overdue: c.overdue,
    open: c.open,
  }),
}

/** Questions that do not move: as it is now, of the cases that were opened in the period. */
export const stuck: Report = {
  name: 'stuck',
  title: 'Report which questions do not move',
  description:
    'Of the cases that were opened in the period and are open now: what is overdue, chased, promised again and again, or waits for a colleague.',
  parts: [
    {
      rows: sql`${cases} c join ${callbacks} b on b.id = c.callback_id`,
      at: sql`c.opened_at`,
      counts: {
        open: count(),
        onTime: count(sql`b.window_until >= ${now}`),
        overdue: count(sql`b.window_until < ${now}`),
        overdueForADay: count(sql`b.window_until < ${now} - interval '24 hours'`),
        chased: count(sql`c.chases > 0`),
        chasedTwice: count(sql`c.chases > 1`),
        promisedThreeTimes: count(sql`(select count(*) from ${callbacks} x where x.case_id = c.id) > 2`),
        triedInVain: count(sql`b.attempts > 0`),
        waitingForColleague: count(
          sql`exists (select from ${asked} x where x.case_id = c.id and x.state = 'open')`,
        ),
        olderThanAMonth: count(sql`c.opened_at < ${now} - interval '30 days'`),
      },
    },
  ],
  figures: z.object({
    open: number('Cases that were opened in the period and are open now.'),
    onTime: number('Those whose promise can still be kept in time.'),
    onTimeShare: part('Of the open ones.'),
    overdue: number('Those whose promise is overdue.'),
    overdueForADay: number('Those that have been for more than a day.'),
    chased: number('Those about which the customer contacted us meanwhile.'),
    chasedTwice: number('Those about which the customer did so twice or more.'),
    promisedThreeTimes: number('Those with a third promise or a later one.'),
    triedInVain: number('Those whose customer was tried in vain.'),
    waitingForColleague: number('Those in which a colleague owes the owner an answer.'),
    olderThanAMonth: number('Those that were opened more than 30 days ago.'),
  }),
  figuresOf: (c) => ({ ...c, onTimeShare: share(c.onTime ?? 0, c.open ?? 0) }),
}
