import { sql } from 'drizzle-orm'
import { moment, now } from '../../db/moment.ts'
import { asJsonList, pick, type RowOf } from '../../db/selection.ts'
import { plannedEachTime, selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { daysOfEffect as days, effect, toEffect, turnsOfRule } from '../../facts/rule-effects.ts'
import {
  costOfBending,
  costOfTopics,
  type Figures,
  type Period,
  timesBent,
  toCost,
} from '../../facts/rule-figures.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { type IdeaDecision, ideaRules, ideaSupports, ideas } from '../../tables/ideas.ts'
import { organisation } from '../../tables/organisation.ts'
import type { RuleBill } from './bill-contract.ts'
import { fromRules, ruleRow, toRule } from './rule-row.ts'

const rule = sql`r.id`
const lately: Period = { from: moment('since'), until: sql`${now} + interval '1 millisecond'` }

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
  effects: sql<RowOf<typeof effect>[]>`(select ${asJsonList(effect, sql`x.at desc`)} from ${turnsOfRule} x)`,
}

const byId = plannedEachTime(
  selecting(billRow)<{ id: string; now: string; since: string }>(
    sql`${fromRules} cross join ${organisation} o where r.id = ${sql.placeholder('id')}`,
  ),
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
    effects: row.effects.map((each) => toEffect(each, row.currency)),
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
