import { sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import type { Viewer } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { ideaSupports, ideas } from '../../tables/ideas.ts'
import type { DayIdea } from './idea-contract.ts'

const mostIdeas = 50
const fortnight = { hours: 24 * 14 }

const news = {
  ...pick(ideas, 'i', 'id', 'title', 'decision', 'answerBy', 'reason', 'result'),
  mine: sql<boolean>`coalesce(i.author_id = ${sql.placeholder('viewerId')}::uuid, false)`,
  newsAt: sql<string>`i.news_at`,
}
const newsOf = selecting(news)<Viewer & { since: string }>(sql`
  from ${ideas} i where i.news_at > ${moment('since')} and (i.author_id = ${sql.placeholder('viewerId')}
    or i.id in (select x.idea_id from ${ideaSupports} x where x.employee_id = ${sql.placeholder('viewerId')}))
  order by i.news_at desc, i.id limit ${sql.raw(String(mostIdeas))}`)

/** What became of the ideas that an employee had or supports, the latest first. Of an anonymous one nobody can be told. */
export async function newsOfIdeas({ db, now }: Reader, viewer: Viewer): Promise<DayIdea[]> {
  const at = toWire(now)
  const found = await db.rows(newsOf, { ...viewer, since: toWire(now.subtract(fortnight)) })
  return found.map(({ id, title, mine, decision, answerBy, reason, result, newsAt }) => ({
    id,
    title,
    mine,
    state: decision ?? 'open',
    overdue: decision === null && answerBy <= at,
    reason,
    result,
    newsAt,
  }))
}
