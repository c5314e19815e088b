import { type SQL, sql } from 'drizzle-orm'
import { moment, now } from '../../db/moment.ts'
import { asJsonList, pick, type RowOf, wireMoment } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { type IdeaDecision, ideaRules, ideaSupports, ideas } from '../../tables/ideas.ts'
import { organisation } from '../../tables/organisation.ts'
import { ruleReviews } from '../../tables/rules.ts'
import type { RuleBill } from './bill-contract.ts'
import { costOfBending, costOfTopics, type Figures, type Period, timesBent, toCost } from './bill-figures.ts'
import { fromRules, ruleRow, toRule } from './rule-row.ts'

/** Over so many days a bill is made up, and an effect is looked at before and after. */
const days = 90
const span = sql.raw(`interval '${days * 24} hours'`)

const rule = sql`r.id`
const lately: Period = { from: moment('since'), until: sql`${now} + interval '1 millisecond'` }

const before: Period = { from: sql`x.at - ${span}`, until: sql`x.at` }
const after: Period = { from: sql`x.at`, until: sql`x.at + ${span}` }
const whenOver = (value: SQL<number> | SQL<Figures>) =>
  sql`case when ${after.until} <= ${now} then ${value} end`

const effect = {
  decision: sql<'change' | 'abolish' | 'lapse'>`x.decision`,
  at: wireMoment(sql<string>`x.at`),
  knownFrom: wireMoment(sql<string>`(x.at + ${span})`),
  bentBefore: timesBent(rule, before),
  before: costOfTopics(rule, before, before, 'all'),
  bentAfter: whenOver(timesBent(rule, after)) as SQL<number | null>,
  after: whenOver(costOfTopics(rule, after, before, 'all')) as SQL<Figures | null>,
}

const idea = {
  ...pick(ideas, 'i', 'id', 'title'),
  state: sql<IdeaDecision | 'open'>`coalesce(i.decision, 'open')`,
  supports: sql<number>`i.supports`,
}

const billRow = {
  ...ruleRow,
  ...pick(organisation, 'o', 'currency'),
  bent: timesBent(rule, lately),
  bentEver: timesBent(rule, { from: sql`r.created_at`, until: lately.until }),
  costOfBending: costOfBending(rule, lately),
  besides: costOfTopics(rule, lately, lately, 'others'),
  ideas: sql<RowOf<typeof idea>[]>`(select ${asJsonList(idea, sql`i.id desc`)} from (
    select i.id, i.title, i.decision,
      (select count(*) from ${ideaSupports} s where s.idea_id = i.id) as supports
    from ${ideaRules} n join ${ideas} i on i.id = n.idea_id where n.rule_id = r.id order by i.id desc limit 50) i)`,
  effects: sql<RowOf<typeof effect>[]>`(select ${asJsonList(effect, sql`x.at desc`)} from (
    select n.decision, n.at from ${ruleReviews} n where n.rule_id = r.id and n.decision <> 'keep'
    union all select 'lapse', r.review_until
      where r.kind = 'house' and r.abolished_at is null and r.review_until <= ${now}) x)`,
}

const byId = selecting(billRow)<{ id: string; now: string; since: string }>(
  sql`${fromRules} cross join ${organisation} o where r.id = ${sql.placeholder('id')}`,
)

/** What a rule has to earn its renewal with, over the past 90 days. Throws `not-found`. */
export async function showBill({ db, now: at }: Reader, id: string): Promise<RuleBill> {
  const [from, until] = [toWire(at.subtract({ hours: 24 * days })), toWire(at)]
  const row = await db.row(byId, { id, now: until, since: from })
  if (!row) throw NotFound.because('There is no such rule.')
  const { code, title, kind, state, shareOfHonestPeopleBurdened, burden } = toRule(row, until)
  const cost = (figures: Figures) => toCost(figures, row.currency)
  return {
    ruleId: id,
    code,
    title,
    kind,
    state,
    from,
    until,
    bent: row.bent,
    bentEver: row.bentEver,
    costOfBending: cost(row.costOfBending),
    besides: cost(row.besides),
    shareOfHonestPeopleBurdened,
    burden,
    ideas: row.ideas,
    effects: row.effects.map((effect) => ({
      ...effect,
      before: cost(effect.before),
      after: effect.after && cost(effect.after),
    })),
  }
}

const bill = {
  bent: timesBent(sql`${sql.placeholder('id')}::uuid`, lately),
  costOfBending: costOfBending(sql`${sql.placeholder('id')}::uuid`, lately),
  ...pick(organisation, 'o', 'currency'),
}
const presented = selecting(bill)<{ id: string; now: string; since: string }>(sql`from ${organisation} o`)

/** The bill in short, as the event of a review tells it: whoever decides has it before them. */
export async function presentBill({ tx, now: at }: Work, id: string) {
  const period = { now: toWire(at), since: toWire(at.subtract({ hours: 24 * days })) }
  const row = await tx.row(presented, { id, ...period })
  if (!row) throw new Error('there is one organisation')
  return { bent: row.bent, ...toCost(row.costOfBending, row.currency) }
}
