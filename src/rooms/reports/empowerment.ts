import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { now } from '../../db/moment.ts'
import { toMoney } from '../../lib/money.ts'
import { asks } from '../../tables/asks.ts'
import { cases } from '../../tables/cases.ts'
import { deviations } from '../../tables/deviations.ts'
import { gestures } from '../../tables/gestures.ts'
import { amount, count, number, part, share } from './figures.ts'
import type { CountedPart, Report } from './report.ts'
import { ValueServed, valuesServed } from './values-served.ts'

/** The cases that were opened in the period: the base of all that is told beside them. */
export const opened: CountedPart = {
  rows: sql`${cases} c`,
  at: sql`c.opened_at`,
  counts: { cases: count() },
}
/** The deviations of the period. */
export const bent: CountedPart = {
  rows: sql`${deviations} d join ${cases} c on c.id = d.case_id`,
  at: sql`d.at`,
  counts: {
    deviations: count(),
    casesBentFor: sql`count(distinct d.case_id)`,
    rulesBent: sql`count(distinct d.rule_id)`,
  },
}
const given = sql`g.state in ('granted', 'fulfilled')`
const silent = sql`(k.by_silence or (k.state = 'open' and k.answer_by <= ${now}))`

/** How owners use their room for customers. */
export const empowerment: Report = {
  name: 'empowerment',
  title: 'Report how owners use their room',
  description:
    'What owners gave and asked for, which rules they bent, and for which values, beside the cases that were opened in the period. Never by person.',
  parts: [
    opened,
    bent,
    {
      rows: sql`${gestures} g join ${cases} c on c.id = g.case_id`,
      where: sql`g.outreach_id is null and (g.ask_id is null or exists (select from ${asks} k where k.id = g.ask_id and (k.state = 'granted' or ${silent})))`,
      at: sql`g.granted_at`,
      counts: {
        gestures: count(given),
        casesGivenFor: sql`count(distinct g.case_id) filter (where ${given})`,
        amount: sql`sum(g.amount) filter (where ${given})`,
        fulfilled: count(sql`g.state = 'fulfilled'`),
        withdrawnGestures: count(sql`g.state = 'withdrawn'`),
      },
    },
    {
      rows: sql`${asks} k join ${cases} c on c.id = k.case_id`,
      at: sql`k.asked_at`,
      counts: {
        asks: count(),
        asksGranted: count(sql`k.state = 'granted' or ${silent}`),
        asksGrantedBySilence: count(silent),
        asksRefused: count(sql`k.state = 'refused'`),
      },
    },
  ],
  values: { line: ValueServed, read: valuesServed },
  figures: z.object({
    cases: number('Cases that were opened in the period.'),
    gestures: number('Gestures that were given and not withdrawn.'),
    casesGivenFor: number('For how many cases.'),
    casesGivenForShare: part('Of the cases that were opened.'),
    amount: amount('What they are worth.'),
    fulfilled: number('Those that the customer has.'),
    deviations: number('How often a rule was bent.'),
    casesBentFor: number('For how many cases.'),
    casesBentForShare: part('Of the cases that were opened.'),
    asks: number('How often owners asked for more than the ceiling.'),
    asksGranted: number('How often they got it.'),
    asksGrantedShare: part('Of what was asked.'),
    asksGrantedBySilence: number('Of these, since nobody answered in time.'),
    asksRefused: number('How often a coach said no, with a reason and an alternative.'),
    withdrawnGestures: number('Gestures that were taken back.'),
  }),
  figuresOf: (c, currency) => ({
    cases: c.cases,
    gestures: c.gestures,
    casesGivenFor: c.casesGivenFor,
    casesGivenForShare: share(c.casesGivenFor ?? 0, c.cases ?? 0),
    amount: toMoney(c.amount ?? 0, currency),
    fulfilled: c.fulfilled,
    deviations: c.deviations,
    casesBentFor: c.casesBentFor,
    casesBentForShare: share(c.casesBentFor ?? 0, c.cases ?? 0),
    asks: c.asks,
    asksGranted: c.asksGranted,
    asksGrantedShare: share(c.asksGranted ?? 0, c.asks ?? 0),
    asksGrantedBySilence: c.asksGrantedBySilence,
    asksRefused: c.asksRefused,
    withdrawnGestures: c.withdrawnGestures,
  }),
}
