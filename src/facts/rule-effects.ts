import { type SQL, sql } from 'drizzle-orm'
import { now } from '../db/moment.ts'
import { asJsonList, type RowOf, type Selection, wireMoment } from '../db/selection.ts'
import type { RuleEffect } from '../rooms/rules/bill-contract.ts'
import { ideaRules } from '../tables/ideas.ts'
import { ruleReviews, rules } from '../tables/rules.ts'
import { costOfTopics, type Figures, type Period, timesBent, toCost } from './rule-figures.ts'

/** Over so many days a bill is made up, and an effect is looked at before and after. */
export const daysOfEffect = 90
const span = sql.raw(`interval '${daysOfEffect * 24} hours'`)

const rule = sql`r.id`
const before: Period = { from: sql`x.at - ${span}`, until: sql`x.at` }
const after: Period = { from: sql`x.at`, until: sql`x.at + ${span}` }
const whenOver = (value: SQL<number> | SQL<Figures>) =>
  sql`case when ${after.until} <= ${now} then ${value} end`

/** When what became different by the turn `x` of a rule is known. */
const knownFrom = sql<string>`(x.at + ${span})`

/** The turn `x` of the rule `r`, and how often the rule was bent before and after. */
export const turn = {
  decision: sql<RuleEffect['decision']>`x.decision`,
  at: wireMoment(sql<string>`x.at`),
  knownFrom: wireMoment(knownFrom),
  bentBefore: timesBent(rule, before),
  bentAfter: whenOver(timesBent(rule, after)) as SQL<number | null>,
}

/** The same, with what the cases cost on the topics on which it was bent. */
export const effect = {
  ...turn,
  before: costOfTopics(rule, before, before, 'all'),
  after: whenOver(costOfTopics(rule, after, before, 'all')) as SQL<Figures | null>,
}

/** The turns of the rule `r`: when it got another text, was abolished, or lapsed since nobody renewed it. */
export const turnsOfRule = sql`(
  select w.decision, w.at from ${ruleReviews} w where w.rule_id = r.id and w.decision <> 'keep'
  union all select 'lapse', r.review_until
    where r.kind = 'house' and r.abolished_at is null and r.review_until <= ${now})`

/** By time and not by a job: the turns `x` of rules `r` that the idea `i` was against, as soon as their effect is known. */
const knownTurns = sql`from ${ideaRules} n join ${rules} r on r.id = n.rule_id cross join lateral ${turnsOfRule} x
  where n.idea_id = i.id and x.at >= i.created_at and ${knownFrom} <= ${now}`

/** Since when the last of the effects is known that rules had which the idea `i` was against; null where there is none. */
export const lastEffectOn = sql<string | null>`(select max(${knownFrom}) ${knownTurns})`

/** The effects that are known of rules which the idea `i` was against, the latest first; `since` leaves out earlier ones. */
export const effectsOn = <Shown extends Selection>(shown: Shown, since?: SQL): SQL<RowOf<Shown>[]> =>
  sql`(select ${asJsonList(shown, sql`x.at desc, r.id`)} ${knownTurns}
    ${since ? sql`and ${knownFrom} > ${since}` : sql``})`

/** The effect as it is answered. */
export const toEffect = <Row extends RowOf<typeof effect>>(
  { before, after, ...row }: Row,
  currency: string,
) => ({
  ...row,
  before: toCost(before, currency),
  after: after && toCost(after, currency),
})
