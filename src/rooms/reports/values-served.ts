import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { moment, now } from '../../db/moment.ts'
import { planned } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer } from '../../facts/visibility.ts'
import { asks } from '../../tables/asks.ts'
import { cases } from '../../tables/cases.ts'
import { deviations } from '../../tables/deviations.ts'
import { gestures } from '../../tables/gestures.ts'
import { ideas } from '../../tables/ideas.ts'
import { sharedValues } from '../../tables/rules.ts'
import { topics } from '../../tables/topics.ts'
import { number, part, share } from './figures.ts'
import type { AskedPeriod } from './report.ts'

const exampleValue = {
  code: 'at-home',
  name: 'Feel at home',
  gestures: 14,
  gesturesShare: 0.35,
  deviations: 6,
  deviationsShare: 0.5,
  ideas: 3,
  ideasShare: 0.3,
}

export const ValueServed = z
  .object({
    code: z.string(),
    name: z.string().nullable().describe('Null: it is on the list no more.'),
    gestures: number('Gestures that were given for it, and not withdrawn.'),
    gesturesShare: part('Of all such gestures.'),
    deviations: number('How often a rule was bent for it.'),
    deviationsShare: part('Of all deviations.'),
    ideas: number('Ideas of the period that serve it, of the whole house.'),
    ideasShare: part('Of all ideas.'),
  })
  .meta({
    id: 'ValueServed',
    description: 'How much was done for a value of the organisation.',
    examples: [exampleValue],
  })
type ValueServed = z.output<typeof ValueServed>

interface Row {
  readonly code: string | null
  readonly name: string | null
  readonly gestures: number
  readonly deviations: number
  readonly ideas: number
}

const inPeriod = (at: SQL) => sql`${at} >= ${moment('from')} and ${at} < ${moment('until')}`
const ofCases = sql`left join ${topics} tp on tp.id = c.topic_id
  where (${sql.placeholder('teamIds')}::uuid[] is null or c.team_id = any(${sql.placeholder('teamIds')}::uuid[]))
    and (${sql.placeholder('topics')}::text[] is null or tp.code = any(${sql.placeholder('topics')}::text[]))
    and ${notAboutViewer}`

/** What was done in the period, a line for each value on the list or named, and one without a code for all together. */
const served = planned<AskedPeriod, Row>(sql`
  with done (what, values) as materialized (
    select 'gesture', g.values from ${gestures} g join ${cases} c on c.id = g.case_id ${ofCases}
      and ${inPeriod(sql`g.granted_at`)} and g.outreach_id is null and g.state in ('granted', 'fulfilled') and (g.ask_id is null
        or exists (select from ${asks} k where k.id = g.ask_id
          and (k.state = 'granted' or (k.state = 'open' and k.answer_by <= ${now}))))
    union all select 'deviation', d.values from ${deviations} d join ${cases} c on c.id = d.case_id ${ofCases}
      and ${inPeriod(sql`d.at`)}
    union all select 'idea', i.values from ${ideas} i where ${inPeriod(sql`i.created_at`)}
  ),
  listed as (
    select e ->> 'code' as code, e ->> 'name' as name, place from ${sharedValues} v,
      jsonb_array_elements(v.list) with ordinality as l (e, place)
  ),
  counted (code, what) as (
    select null::text, what from done union all select code, what from done, unnest(values) as code
  )
  select coalesce(n.code, l.code) as code, l.name,
    count(*) filter (where n.what = 'gesture')::integer as gestures,
    count(*) filter (where n.what = 'deviation')::integer as deviations,
    count(*) filter (where n.what = 'idea')::integer as ideas
  from counted n full join listed l on l.code = n.code
  group by 1, 2, l.place order by l.place nulls last, 1`)

/** Which values live, in the order of the list; those that are on it no more come after them. */
export const valuesServed = async (db: Reader['db'], asked: AskedPeriod): Promise<readonly ValueServed[]> =>
  linesOf(await db.rows(served, asked))

function linesOf(rows: readonly Row[]): readonly ValueServed[] {
  const all = rows.find(({ code }) => code === null) ?? { gestures: 0, deviations: 0, ideas: 0 }
  return rows.flatMap(({ code, name, gestures, deviations, ideas }) =>
    code === null
      ? []
      : [
          {
            code,
            name,
            gestures,
            gesturesShare: share(gestures, all.gestures),
            deviations,
            deviationsShare: share(deviations, all.deviations),
            ideas,
            ideasShare: share(ideas, all.ideas),
          },
        ],
  )
}
