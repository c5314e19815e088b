import { sql } from 'drizzle-orm'
import type { CaseRow } from '../../case-file/case-columns.ts'
import { type ShownCase, shownCaseOf } from '../../case-file/locked-case.ts'
import { selectCase } from '../../case-file/select-case.ts'
import { now } from '../../db/moment.ts'
import { asJsonList, pick, type RowOf } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Tx } from '../../db/tx.ts'
import { underWay } from '../../facts/absent-now.ts'
import { notAboutViewer, type Viewer } from '../../facts/visibility.ts'
import { cases } from '../../tables/cases.ts'
import { customerFacts, customers } from '../../tables/customers.ts'
import { organisation } from '../../tables/organisation.ts'
import { absences, presences, standIns } from '../../tables/people.ts'
import type { Fact } from '../customers/fact-contract.ts'
import { factRow, matters } from '../customers/fact-queries.ts'
import { mostCandidates, mostFacts, mostOpenCases } from './contract.ts'

const candidate = pick(customers, 'theirs', 'id', 'name', 'teamId')

/** A customer who has the number. */
export type CandidateCaller = RowOf<typeof candidate>

/** An open case, and who of its owner and their stand-ins cannot be rung now. */
export type CallersCase = ShownCase & Away

interface Away {
  readonly away: readonly string[]
}

const phone = sql`${sql.placeholder('phone')}::text`

const shown = sql`
  with theirs as materialized (select * from customers_with(${phone})),
  shown as materialized (select theirs.*, exists (
      select from ${cases} c where c.customer_id = theirs.id and c.callback_id is not null
        and ${notAboutViewer}) as asks
    from theirs order by asks desc, id desc limit ${sql.raw(String(mostCandidates))})`

const mattersToday = matters(sql`(${now} at time zone org.time_zone)::date`)

const caller = {
  /** Of the organisation: national numbers are its own. */
  ...pick(organisation, 'org', 'country'),
  /** Those with open cases first, and then the newest. */
  candidates: sql<
    CandidateCaller[]
  >`(select ${asJsonList(candidate, sql`asks desc, id desc`)} from shown theirs)`,
  /** Of the only candidate: what matters today. */
  facts: sql<Fact[]>`(select ${asJsonList(factRow, sql`f.id desc`)} from (
    select f.* from ${customerFacts} f
    where f.customer_id = (select min(id::text)::uuid from shown having count(*) = 1) and ${mattersToday}
    order by f.id desc limit ${sql.raw(String(mostFacts))}) f)`,
}
const known = selecting(caller)<Asked>(sql`from ${organisation} org`, shown)

const openCasesOfThem = statement<Asked, CaseRow & Away>(sql`${shown}
  select k.*, array(
      select a.employee_id from ${absences} a where a.employee_id = k."ownerId" and ${underWay('a')}
      union all select p.employee_id from ${presences} p where p.presence = 'away' and (p.employee_id = k."ownerId"
        or p.employee_id in (select s.stand_in_id from ${standIns} s where s.owner_id = k."ownerId")))::text[] as away
  from (${selectCase} where c.customer_id in (select id from shown) and c.callback_id is not null
      and ${notAboutViewer} order by c.id desc limit ${sql.raw(String(mostOpenCases))}) k
  order by k.id desc`)

type Asked = Viewer & { readonly phone: string; readonly now: string }

/** What there is to know of a number while it rings: two statements that travel together. */
export async function findCaller(
  tx: Pick<Tx, 'row' | 'rows'>,
  asked: Asked,
): Promise<RowOf<typeof caller> & { readonly openCases: readonly CallersCase[] }> {
  const [found, rows] = await Promise.all([tx.row(known, asked), tx.rows(openCasesOfThem, asked)])
  if (!found) throw new Error('there is always an organisation')
  return { ...found, openCases: rows.map((row) => ({ ...shownCaseOf(row), away: row.away })) }
}
