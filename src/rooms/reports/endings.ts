import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, contacts } from '../../tables/cases.ts'
import { count, number, part, share } from './figures.ts'
import { ended, moved, successionFigures } from './ownership.ts'
import type { Report } from './report.ts'

/** How many colleagues a customer met. One is the aim. */
export const faces: Report = {
  name: 'faces',
  title: 'Report how many colleagues customers met',
  description:
    'Of the cases that were resolved in the period, with how many employees the customer had contact. One is the aim.',
  parts: [ended],
  figures: z.object({
    resolved: number('Cases that were resolved in the period.'),
    oneFace: number('Of these, those in which the customer met one employee.'),
    oneFaceShare: part('Of the resolved ones.'),
    twoFaces: number('Those in which the customer met two.'),
    moreFaces: number('Those in which the customer met three or more.'),
    averageFaces: z.number().nullable().describe('How many on average; null where nothing was resolved.'),
  }),
  figuresOf: (c) => ({
    resolved: c.resolved,
    oneFace: c.oneFace,
    oneFaceShare: share(c.oneFace ?? 0, c.resolved ?? 0),
    twoFaces: c.twoFaces,
    moreFaces: c.moreFaces,
    averageFaces: share(c.faces ?? 0, c.resolved ?? 0),
  }),
}

/** How cases and promises ended, and what moved an owner: every exit has a meter (law 17). */
export const exits: Report = {
  name: 'exits',
  title: 'Report how questions ended',
  description:
    'How cases were resolved in the period, the promises that were released with them, what a stand-in did, and what moved an owner. Every exit has its meter.',
  parts: [
    ended,
    moved,
    {
      rows: sql`${callbacks} b join ${cases} c on c.id = b.case_id`,
      at: sql`b.closed_at`,
      counts: {
        released: count(sql`b.state = 'released'`),
        keptByStandIn: count(sql`b.state = 'kept' and exists (select from ${contacts} x
          where x.id = b.contact_id and x.spoken_for is not null and x.employee_id <> x.spoken_for)`),
      },
    },
  ],
  figures: z.object({
    resolved: number('Cases that were resolved in the period.'),
    told: number('`answered` or `fixed`: the customer got the answer.'),
    toldShare: part('Of the resolved ones.'),
    firstContact: number('Of these, those in the contact that opened the case.'),
    unreachable: number('Ended as `unreachable`.'),
    unreachableShare: part('Of the resolved ones.'),
    withdrawn: number('Ended as `withdrawn` by the customer.'),
    duplicate: number('Ended as `duplicate` of an older case.'),
    notAQuestion: number('Ended as `notAQuestion`.'),
    released: number('Promises that were released with their case.'),
    keptByStandIn: number('Promises that a stand-in kept.'),
    ...successionFigures,
  }),
  figuresOf: (c) => ({
    resolved: c.resolved,
    told: c.told,
    toldShare: share(c.told ?? 0, c.resolved ?? 0),
    firstContact: c.firstContact,
    unreachable: c.unreachable,
    unreachableShare: share(c.unreachable ?? 0, c.resolved ?? 0),
    withdrawn: c.withdrawn,
    duplicate: c.duplicate,
    notAQuestion: c.notAQuestion,
    released: c.released,
    keptByStandIn: c.keptByStandIn,
    departures: c.departures,
    customerChoices: c.customerChoices,
    safety: c.safety,
  }),
}
