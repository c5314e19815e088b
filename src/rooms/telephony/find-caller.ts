import { sql } from 'drizzle-orm'
import type { CaseRow } from '../../case-file/case-columns.ts'
import { type ShownCase, shownCaseOf } from '../../case-file/locked-case.ts'
import { selectCase } from '../../case-file/select-case.ts'
import { statement } from '../../db/statement.ts'
import type { Tx } from '../../db/transaction.ts'
import { notAboutViewer, type Viewer } from '../../facts/visibility.ts'
import { cases } from '../../tables/cases.ts'
import { customerFacts } from '../../tables/customers.ts'
import { organisation } from '../../tables/organisation.ts'
import { absences, presences, standIns } from '../../tables/people.ts'
import type { Fact } from '../customers/fact-contract.ts'
import { mostCandidates, mostFacts, mostOpenCases } from './contract.ts'

/** A customer who has the number. */
export interface Candidate {
  readonly id: string
  readonly name: string | null
  readonly teamId: string
}

/** An open case, and who of its owner and their stand-ins cannot be rung now. */
export type OpenCase = ShownCase & Away

interface Away {
  readonly away: readonly string[]
}

interface Known {
  /** Of the organisation: national numbers are its own. */
  readonly country: string
  /** Those with open cases first, and then the newest. */
  readonly candidates: readonly Candidate[]
  /** Of the only candidate: what matters today. */
  readonly facts: readonly Fact[]
}

const phone = sql`${sql.placeholder('phone')}::text`

const shown = sql`
  with theirs as materialized (select * from customers_with(${phone})),
  shown as materialized (select theirs.*, exists (
      select from ${cases} c where c.customer_id = theirs.id and c.callback_id is not null and ${notAboutViewer}) as asks
    from theirs order by asks desc, id desc limit ${sql.raw(String(mostCandidates))})`

const mattersToday = sql`(f.until is null
  or f.until >= (${sql.placeholder('now')}::timestamptz at time zone org.time_zone)::date)`

const known = statement<Asked, Known>(sql`${shown}
  select org.country,
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'teamId', team_id) order by asks desc, id desc), '[]')
      from shown) as candidates,
    (select coalesce(json_agg(json_build_object('id', f.id, 'text', f.text, 'until', f.until,
        'recordedBy', json_build_object('kind', f.recorded_by_kind, 'id', f.recorded_by_id),
        'recordedAt', to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by f.id desc), '[]')
      from (select f.* from ${customerFacts} f
        where f.customer_id = (select min(id::text)::uuid from shown having count(*) = 1) and ${mattersToday}
        order by f.id desc limit ${sql.raw(String(mostFacts))}) f) as facts
  from ${organisation} org`)

const openCasesOfThem = statement<Asked, CaseRow & Away>(sql`${shown}
  select k.*, array(
      select a.employee_id from ${absences} a where a.employee_id = k."ownerId"
        and a.from_at <= ${sql.placeholder('now')}::timestamptz and a.until_at > ${sql.placeholder('now')}::timestamptz
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
): Promise<Known & { readonly openCases: readonly OpenCase[] }> {
  const [found, rows] = await Promise.all([tx.row(known, asked), tx.rows(openCasesOfThem, asked)])
  if (!found) throw new Error('there is always an organisation')
  return { ...found, openCases: rows.map((row) => ({ ...shownCaseOf(row), away: row.away })) }
}
