import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, contacts, resolutions } from '../../tables/cases.ts'
import { events } from '../../tables/events.ts'
import { surveys } from '../../tables/surveys.ts'
import { count, number, part, share } from './figures.ts'
import type { CountedPart, Report } from './report.ts'

const answered = sql`s.score is not null`
/** The answer of which the case was opened again; the history says so, since a case may be opened again for other reasons. */
const recovery = sql`exists (select from ${events} e where e.case_id = s.case_id and e.type = 'satisfaction.received'
  and e.data ->> 'surveyId' = s.id::text and e.data @> '{"recovery": true}')`

const week = sql`sum(c.answers)`
/** What employees answered in the weeks of the pulse that are shown, and of no others: nothing can be subtracted from it. */
const shownWeeks: CountedPart = {
  rows: sql`(select p.*, null::uuid as topic_id, null::uuid as about_employee_id, null::uuid as owner_id from reporting.pulse p) c`,
  // A week ends as the next one begins.
  at: sql`(c.ended_at - interval '1 second')`,
  ofTeams: true,
  counts: {
    pulseAnswers: week,
    roomToHelp: sql`sum(c.answers * c.room_to_help)`,
    roomAnswers: sql`${week} filter (where c.room_to_help is not null)`,
    proudOfService: sql`sum(c.answers * c.proud_of_service)`,
    proudAnswers: sql`${week} filter (where c.proud_of_service is not null)`,
  },
}

/** What customers said of how they were helped. */
export const satisfaction: Report = {
  name: 'satisfaction',
  title: 'Report what customers said of it',
  description:
    'Of the cases that were resolved in the period: whose customers were asked, who answered, and what they said, beside what employees answered in the weeks of the pulse that are shown. A 1 or a 2 opened the case again as a recovery. Never by person.',
  parts: [
    {
      rows: sql`${resolutions} r join ${cases} c on c.id = r.case_id`,
      at: sql`r.at`,
      counts: { resolved: count() },
    },
    {
      rows: sql`${surveys} s join ${cases} c on c.id = s.case_id`,
      at: sql`s.requested_at`,
      counts: {
        asked: count(),
        answered: count(answered),
        scores: sql`sum(s.score)`,
        score5: count(sql`s.score = 5`),
        score4: count(sql`s.score = 4`),
        score3: count(sql`s.score = 3`),
        score2: count(sql`s.score = 2`),
        score1: count(sql`s.score = 1`),
        helpedByOnePerson: count(sql`s.helped_by_one_person`),
        saidByHowMany: count(sql`s.helped_by_one_person is not null`),
        recoveries: count(recovery),
        recovered: count(sql`${recovery} and c.status = 'resolved'`),
      },
    },
    {
      rows: sql`${contacts} x join ${cases} c on c.id = x.case_id`,
      where: sql`x.thanks`,
      at: sql`x.at`,
      counts: { thanks: count() },
    },
    shownWeeks,
  ],
  figures: z.object({
    averageScore: z.number().nullable().describe('From 1 to 5; null where nobody answered.'),
    satisfied: number('Answers of 4 or 5.'),
    satisfiedShare: part('Of those who answered.'),
    roomToHelp: z
      .number()
      .nullable()
      .describe('What employees answered, from 1 to 5; null where no week is shown.'),
    proudOfService: z.number().nullable().describe('The same.'),
    pulseAnswers: number('Answers of employees in the weeks that are shown.'),
    helpedByOnePerson: number('Customers who said that one person helped them.'),
    helpedByOnePersonShare: part('Of those who said by how many they were helped.'),
    thanks: number('How often customers said thanks.'),
    answered: number('Customers who answered.'),
    answeredShare: part('Of those who were asked: the response rate.'),
    asked: number('Customers who were asked in the period.'),
    resolved: number('Cases that were resolved in the period.'),
    score5: number('Answers of 5.'),
    score4: number('Answers of 4.'),
    score3: number('Answers of 3.'),
    score2: number('Answers of 2.'),
    score1: number('Answers of 1.'),
    recoveries: number('Cases that an answer of 1 or 2 opened again.'),
    recoveriesShare: part('Of those who answered.'),
    recovered: number('Of these, those that are resolved again.'),
  }),
  figuresOf: (c) => ({
    averageScore: share(c.scores ?? 0, c.answered ?? 0),
    satisfied: (c.score5 ?? 0) + (c.score4 ?? 0),
    satisfiedShare: share((c.score5 ?? 0) + (c.score4 ?? 0), c.answered ?? 0),
    roomToHelp: share(c.roomToHelp ?? 0, c.roomAnswers ?? 0),
    proudOfService: share(c.proudOfService ?? 0, c.proudAnswers ?? 0),
    pulseAnswers: c.pulseAnswers,
    helpedByOnePerson: c.helpedByOnePerson,
    helpedByOnePersonShare: share(c.helpedByOnePerson ?? 0, c.saidByHowMany ?? 0),
    thanks: c.thanks,
    answered: c.answered,
    answeredShare: share(c.answered ?? 0, c.asked ?? 0),
    asked: c.asked,
    resolved: c.resolved,
    score5: c.score5,
    score4: c.score4,
    score3: c.score3,
    score2: c.score2,
    score1: c.score1,
    recoveries: c.recoveries,
    recoveriesShare: share(c.recoveries ?? 0, c.answered ?? 0),
    recovered: c.recovered,
  }),
}
