import { type SQL, sql } from 'drizzle-orm'
import { now } from '../db/moment.ts'
import { toMoney } from '../lib/money.ts'
import type { CostOfCases } from '../rooms/rules/bill-contract.ts'
import { cases } from '../tables/cases.ts'
import { deviations } from '../tables/deviations.ts'
import { events } from '../tables/events.ts'
import { gestures } from '../tables/gestures.ts'

/** A period of the bill: from a moment on and up to another, each as SQL. */
export interface Period {
  readonly from: SQL
  readonly until: SQL
}

/** The figures of a number of cases, as the database counts them; money in minor units. */
export interface Figures {
  readonly cases: number
  readonly chases: number
  readonly gestures: number
  readonly given: number
  readonly recoveries: number
}

/** Complaints count for nothing here: by the figures of others their subject could find out that there is one. */
const counted = sql`c.about_employee_id is null`

const bentIn = (rule: SQL, { from, until }: Period): SQL => sql`
  from ${deviations} d join ${cases} c on c.id = d.case_id
  where d.rule_id = ${rule} and d.at >= ${from} and d.at < ${until} and ${counted}`

/** How often the rule was bent in the period: by this count a review falls due, and so it stands on the bill. */
export const timesBent = (rule: SQL, period: Period): SQL<number> =>
  sql<number>`(select count(*)::integer ${bentIn(rule, period)})`

/** What the cases cost for which the rule was bent in the period. */
export const costOfBending = (rule: SQL, period: Period): SQL<Figures> =>
  figuresOf(sql`from ${cases} c where c.id in (select d.case_id ${bentIn(rule, period)})`)

/**
 * What the cases cost that were opened in a period, on the topics on which the rule was bent in `bent`; all of them, or
 * those alone for which it was not bent then.
 */
export const costOfTopics = (
  rule: SQL,
  { from, until }: Period,
  bent: Period,
  which: 'all' | 'others',
): SQL<Figures> =>
  figuresOf(sql`from ${cases} c
    where c.topic_id in (select c.topic_id ${bentIn(rule, bent)}) and c.opened_at >= ${from} and c.opened_at < ${until}
      and ${counted} ${which === 'all' ? sql`` : sql`and c.id not in (select d.case_id ${bentIn(rule, bent)})`}`)

/** The customer said afterwards how it was, and for that it was opened again. */
const recovered = sql`exists (select from ${events} e where e.case_id = k.id and e.type = 'satisfaction.received'
  and e.data @> '{"recovery": true}')`

const figuresOf = (these: SQL): SQL<Figures> => sql<Figures>`(
  select json_build_object('cases', count(*), 'chases', coalesce(sum(k.chases), 0), 'gestures', coalesce(sum(g.count), 0),
    'given', coalesce(sum(g.amount), 0), 'recoveries', count(*) filter (where k.origin = 'recovery' or ${recovered}))
  from (select c.id, c.chases, c.origin ${these}) k cross join lateral (
    select count(*) as count, sum(x.amount) as amount from ${gestures} x
    where x.case_id = k.id and x.state in ('granted', 'fulfilled') and x.granted_at <= ${now}) g)`

/** The figures as they are answered. */
export const toCost = ({ given, ...figures }: Figures, currency: string): CostOfCases => ({
  ...figures,
  given: toMoney(given, currency),
})
