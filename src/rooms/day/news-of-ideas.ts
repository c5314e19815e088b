import { sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { pick, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { effect, effectsOn, lastEffectOn, toEffect } from '../../facts/rule-effects.ts'
import type { Viewer } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { ideaSupports, ideas } from '../../tables/ideas.ts'
import { organisation } from '../../tables/organisation.ts'
import { rules } from '../../tables/rules.ts'
import type { DayIdea } from './idea-contract.ts'

const mostIdeas = 50
const fortnight = { hours: 24 * 14 }

const news = {
  ...pick(ideas, 'i', 'id', 'title', 'decision', 'answerBy', 'reason', 'result'),
  mine: sql<boolean>`coalesce(i.author_id = ${sql.placeholder('viewerId')}::uuid, false)`,
  effects: effectsOn(
    { ...renamed(rules, 'r', { ruleId: 'id' }), ...pick(rules, 'r', 'title'), ...effect },
    moment('since'),
  ),
  ...pick(organisation, 'o', 'currency'),
  newsAt: sql<string>`news.at`,
}
// Theirs are found first: an `or` over two tables would go through all ideas.
const newsOf = selecting(news)<Viewer & { now: string; since: string }>(sql`
  from ${ideas} i cross join lateral (select greatest(i.news_at, ${lastEffectOn}) as at) news cross join ${organisation} o
  where news.at > ${moment('since')} and i.id = any(array(
    select x.id from ${ideas} x where x.author_id = ${sql.placeholder('viewerId')}
    union select x.idea_id from ${ideaSupports} x where x.employee_id = ${sql.placeholder('viewerId')}))
  order by news.at desc, i.id limit ${sql.raw(String(mostIdeas))}`)

/**
 * What became of the ideas that an employee had or supports, the latest first; also of the rules that these were against. Of an
 * anonymous one its author can't be told.
 */
export async function newsOfIdeas({ db, now }: Reader, viewer: Viewer): Promise<DayIdea[]> {
  const at = toWire(now)
  const found = await db.rows(newsOf, { ...viewer, now: at, since: toWire(now.subtract(fortnight)) })
  return found.map(({ id, title, mine, decision, answerBy, reason, result, effects, currency, newsAt }) => ({
    id,
    title,
    mine,
    state: decision ?? 'open',
    overdue: decision === null && answerBy <= at,
    reason,
    result,
    effects: effects.map((each) => toEffect(each, currency)),
    newsAt,
  }))
}
