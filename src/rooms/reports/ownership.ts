import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, resolutions } from '../../tables/cases.ts'
import { successions } from '../../tables/successions.ts'
import { count, number, part, share } from './figures.ts'
import type { CountedPart, Report } from './report.ts'

/** The cases that were resolved in the period. */
export const ended: CountedPart = {
  rows: sql`${resolutions} r join ${cases} c on c.id = r.case_id`,
  at: sql`r.at`,
  counts: {
    resolved: count(),
    oneOwner: count(
      sql`not exists (select from ${successions} s where s.case_id = c.id and s.completed_at is not null)`,
    ),
    oneFace: count(sql`cardinality(c.faces) <= 1`),
    twoFaces: count(sql`cardinality(c.faces) = 2`),
    moreFaces: count(sql`cardinality(c.faces) > 2`),
    faces: sql`sum(greatest(cardinality(c.faces), 1))`,
    told: count(sql`r.outcome in ('answered', 'fixed')`),
    firstContact: count(sql`r.outcome in ('answered', 'fixed') and r.contact_moment = 'opening'`),
    unreachable: count(sql`r.outcome = 'unreachable'`),
    withdrawn: count(sql`r.outcome = 'withdrawn'`),
    duplicate: count(sql`r.outcome = 'duplicate'`),
    notAQuestion: count(sql`r.outcome = 'notAQuestion'`),
  },
}
/** The cases that got another owner in the period. */
export const moved: CountedPart = {
  rows: sql`${successions} s join ${cases} c on c.id = s.case_id`,
  at: sql`s.completed_at`,
  counts: {
    departures: count(sql`s.cause = 'departure'`),
    customerChoices: count(sql`s.cause = 'customerChoice'`),
    safety: count(sql`s.cause = 'safety'`),
  },
}
export const successionFigures = {
  departures: number('Cases that got another owner since theirs left, or was away for long.'),
  customerChoices: number('Cases that got another owner since the customer wished it.'),
  safety: number('Cases that got another owner for safety.'),
}

/** Whether questions stay with one owner. */
export const ownership: Report = {
  name: 'ownership',
  title: 'Report whether questions stay with one owner',
  description:
    'Of the cases that were resolved in the period, how many had one owner from the first word to the last; of those that were opened, how many came to somebody who knew the customer; and the few that got another owner, by cause.',
  parts: [
    ended,
    moved,
    {
      rows: sql`${cases} c`,
      at: sql`c.opened_at`,
      counts: {
        opened: count(),
        toKnownOwner: count(sql`c.assignment_reason in ('open-case-with-owner', 'known-by-owner')`),
        assigned: count(sql`c.assignment_reason not in ('taken', 'named')`),
      },
    },
  ],
  figures: z.object({
    resolved: number('Cases that were resolved in the period.'),
    oneOwner: number('Of these, those that had one owner from the first word to the last.'),
    oneOwnerShare: part('Of the resolved ones.'),
    opened: number('Cases that were opened in the period.'),
    assigned: number('Of these, those that a system brought and for which an owner was found.'),
    toKnownOwner: number('Of these, those that came to somebody who knew the customer.'),
    toKnownOwnerShare: part('Of those for which an owner was found.'),
    ...successionFigures,
  }),
  figuresOf: (c) => ({
    resolved: c.resolved,
    oneOwner: c.oneOwner,
    oneOwnerShare: share(c.oneOwner ?? 0, c.resolved ?? 0),
    opened: c.opened,
    assigned: c.assigned,
    toKnownOwner: c.toKnownOwner,
    toKnownOwnerShare: share(c.toKnownOwner ?? 0, c.assigned ?? 0),
    departures: c.departures,
    customerChoices: c.customerChoices,
    safety: c.safety,
  }),
}
