import { sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import type { Tx } from '../../db/tx.ts'
import { type HeadsUpKind, headsUpCases, headsUps } from '../../tables/ahead/heads-ups.ts'
import { cases } from '../../tables/cases.ts'
import type { Lesson } from './heads-up-row.ts'

/** Of the earlier ones of a kind that are over and of which the audience is known. */
const lesson = selecting({
  share: sql<number | null>`(sum(rang)::float8 / nullif(sum(audience_size), 0))`,
  earlier: sql<number>`count(*)::integer`,
  earlierError: sql<
    number | null
  >`avg(abs(forecast - rang)::float8 / greatest(rang, 1)) filter (where forecast is not null)`,
})<{ kind: HeadsUpKind; before: string; id: string }>(sql`from (
  select h.audience_size, h.forecast, (select count(distinct c.customer_id) from ${headsUpCases} l
    join ${cases} c on c.id = l.case_id where l.heads_up_id = h.id) as rang
  from ${headsUps} h where h.kind = ${sql.placeholder('kind')} and h.until_at <= ${moment('before')}
    and h.id <> ${sql.placeholder('id')}::uuid and h.audience_size is not null and h.topic_id is not null
  order by h.until_at desc limit 50) h`)

/** What the ones of this kind taught that were over at a moment, in wire form. */
export async function learnFromEarlier(
  db: Pick<Tx, 'row'>,
  asked: { readonly kind: HeadsUpKind; readonly before: string; readonly id: string },
): Promise<Lesson> {
  return (await db.row(lesson, asked)) ?? { share: null, earlier: 0, earlierError: null }
}

/** How many customers will ring, of so many. */
export const forecastFor = (audienceSize: number | null, { share }: Lesson): number | null =>
  audienceSize === null || share === null ? null : Math.round(audienceSize * share)
