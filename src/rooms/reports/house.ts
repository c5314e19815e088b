import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { now } from '../../db/moment.ts'
import { notAboutViewer } from '../../facts/visibility.ts'
import { cases } from '../../tables/cases.ts'
import { ideas as had, ideaCases, ideaSupports } from '../../tables/ideas.ts'
import { rules as kept, ruleReviews } from '../../tables/rules.ts'
import { bent, opened } from './empowerment.ts'
import { count, number, part, share } from './figures.ts'
import type { Report } from './report.ts'

/** How rules are bent, and what becomes of them. */
export const rules: Report = {
  name: 'rules',
  title: 'Report how rules are bent and reviewed',
  description:
    'How often owners bent rules, beside the cases that were opened; and the reviews of the period, which belong to no team and no topic.',
  parts: [
    opened,
    bent,
    {
      rows: sql`${ruleReviews} w`,
      at: sql`w.at`,
      ofTheHouse: true,
      counts: {
        abolished: count(sql`w.decision = 'abolish'`),
        changed: count(sql`w.decision = 'change'`),
        renewed: count(sql`w.decision = 'keep'`),
      },
    },
    {
      rows: sql`${kept} r`,
      at: null,
      ofTheHouse: true,
      counts: {
        inForce: count(sql`r.abolished_at is null and (r.kind <> 'house' or r.review_until > ${now})`),
        reviewsDue: count(sql`r.due_told_at is not null and r.abolished_at is null`),
      },
    },
  ],
  figures: z.object({
    cases: number('Cases that were opened in the period.'),
    deviations: number('How often a rule was bent.'),
    casesBentFor: number('For how many cases.'),
    casesBentForShare: part('Of the cases that were opened.'),
    rulesBent: number('How many rules.'),
    abolished: number('Rules that a review abolished.'),
    changed: number('Rules whose text a review changed.'),
    renewed: number('Rules that a review kept.'),
    inForce: number('Rules that are in force now; in the total alone.'),
    reviewsDue: number('Of these, those whose review is due now; in the total alone.'),
  }),
  figuresOf: (c) => ({ ...c, casesBentForShare: share(c.casesBentFor ?? 0, c.cases ?? 0) }),
}

/** How many ideas meet a condition, each once however many cases it names and whoever supports it. */
const ideasThat = (condition: SQL): SQL => sql`count(distinct i.id) filter (where ${condition})`

/** What employees would do better, and whether they got an answer. */
export const ideas: Report = {
  name: 'ideas',
  title: 'Report what became of ideas',
  description:
    'The ideas of the period, whether they were answered in time, and what was decided. An idea is with each team and topic of the cases that it names.',
  parts: [
    {
      rows: sql`${had} i left join ${ideaCases} n on n.idea_id = i.id
        left join ${cases} c on c.id = n.case_id and ${notAboutViewer} left join ${ideaSupports} x on x.idea_id = i.id`,
      at: sql`i.created_at`,
      counts: {
        ideas: ideasThat(sql`true`),
        answered: ideasThat(sql`i.decision is not null`),
        answeredInTime: ideasThat(sql`i.answered_at < i.answer_by`),
        due: ideasThat(sql`i.decision is not null or i.answer_by <= ${now}`),
        adopted: ideasThat(sql`i.decision = 'adopted'`),
        trying: ideasThat(sql`i.decision = 'trying'`),
        withResult: ideasThat(sql`i.result is not null`),
        supports: sql`count(distinct (x.idea_id, x.employee_id)) filter (where x.idea_id is not null)`,
        declined: ideasThat(sql`i.decision = 'declined'`),
        overdue: ideasThat(sql`i.decision is null and i.answer_by <= ${now}`),
      },
    },
  ],
  figures: z.object({
    ideas: number('Ideas that employees had in the period.'),
    supports: number('How often a colleague supported one of them.'),
    answered: number('Those that have their answer.'),
    answeredInTime: number('Those that had it in time.'),
    answeredInTimeShare: part('Of those that have one, or should.'),
    adopted: number('Those that were adopted.'),
    adoptedShare: part('Of those that have their answer.'),
    trying: number('Those that are being tried.'),
    withResult: number('Those of which it was told what came of them.'),
    declined: number('Those that were declined.'),
    overdue: number('Those without an answer past the moment by which it is owed.'),
  }),
  figuresOf: (c) => ({
    ideas: c.ideas,
    supports: c.supports,
    answered: c.answered,
    answeredInTime: c.answeredInTime,
    answeredInTimeShare: share(c.answeredInTime ?? 0, c.due ?? 0),
    adopted: c.adopted,
    adoptedShare: share(c.adopted ?? 0, c.answered ?? 0),
    trying: c.trying,
    withResult: c.withResult,
    declined: c.declined,
    overdue: c.overdue,
  }),
}
