import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { plannedEachTime, selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { headsUpCases, headsUps } from '../../tables/ahead/heads-ups.ts'
import { cases } from '../../tables/cases.ts'
import { organisation } from '../../tables/organisation.ts'
import type { ShownHeadsUp } from './impact-contract.ts'

interface Hour {
  readonly from: string
  readonly cases: number
  readonly usual: number
}

/** Hours of the week are the organisation's own, so that a change of the clock moves none of them. */
const hourOfWeek = (at: ReturnType<typeof sql>) =>
  sql`extract(isodow from ${at} at time zone o.time_zone) * 24 + extract(hour from ${at} at time zone o.time_zone)`

const impact = plannedEachTime(
  selecting({
    cases: sql<number>`(select count(*) from linked)::integer`,
    customers: sql<number>`(select count(distinct customer_id) from linked)::integer`,
    over: sql<boolean>`(h.until_at <= ${now})`,
    hours: sql<Hour[]>`coalesce((select json_agg(json_build_object(
      'from', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'cases', n.cases, 'usual', n.usual) order by n.at)
    from numbered n), '[]')`,
  })<{ id: string; now: string }>(
    sql`from ${headsUps} h where h.id = ${sql.placeholder('id')}`,
    sql`with of_it as materialized (select h.*, o.time_zone from ${headsUps} h cross join ${organisation} o
      where h.id = ${sql.placeholder('id')}),
    linked as materialized (select c.customer_id, c.opened_at from ${headsUpCases} l join ${cases} c on c.id = l.case_id
      where l.heads_up_id = ${sql.placeholder('id')}),
    usual as (select ${hourOfWeek(sql`c.opened_at`)} as hour, count(*) / 8.0 as cases
      from of_it o join ${cases} c on c.topic_id = o.topic_id
      where c.opened_at < o.from_at and c.opened_at >= o.from_at - interval '56 days' group by 1),
    numbered as (select g.at, coalesce(k.cases, 0) as cases, round(coalesce(u.cases, 0), 2)::float8 as usual
      from of_it o
      cross join generate_series(date_trunc('hour', o.from_at), least(o.until_at, ${now}) - interval '1 millisecond',
        interval '1 hour') as g (at)
      left join (select date_trunc('hour', opened_at) as at, count(*)::integer as cases from linked group by 1) k
        on k.at = g.at
      left join usual u on u.hour = ${hourOfWeek(sql`g.at`)}
      where coalesce(k.cases, 0) > 0 or u.cases > 0 order by g.at limit 400)`,
  ),
)

/** What a heads-up brought until now, hour by hour beside what is usual. `now` is in wire form. */
export async function showImpact(
  { db }: Reader,
  id: string,
  forecast: number | null,
  at: string,
): Promise<ShownHeadsUp['impact']> {
  const found = await db.row(impact, { id, now: at })
  if (!found) throw new Error('the heads-up was there a moment ago')
  const { over, ...rest } = found
  const forecastError =
    over && forecast !== null ? Math.abs(forecast - rest.customers) / Math.max(rest.customers, 1) : null
  return { cases: rest.cases, customers: rest.customers, forecastError, hours: rest.hours }
}
