import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { asJsonList, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Tx } from '../../db/tx.ts'
import { underWay } from '../../facts/absent-now.ts'
import { selectStandIns } from '../../facts/stand-ins.ts'
import { notAboutViewer, type Viewer } from '../../facts/visibility.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { customerFacts, customers } from '../../tables/customers.ts'
import { organisation } from '../../tables/organisation.ts'
import { absences, employees, presences, standIns } from '../../tables/people.ts'
import type { Fact } from '../customers/fact-contract.ts'
import { factRow, matters } from '../customers/fact-queries.ts'
import { currentHeadsUps } from '../heads-ups/current-heads-ups.ts'
import { mostCandidates, mostFacts, mostOpenCases } from './contract.ts'

const candidate = pick(customers, 'theirs', 'id', 'name', 'teamId')

/** A customer who has the number. */
export type CandidateCaller = RowOf<typeof candidate>

const openCase = {
  ...pick(cases, 'c', 'id', 'reference', 'customerId', 'ownerId', 'teamId', 'aboutEmployeeId', 'version'),
  ...renamed(customers, 'shown', { customerName: 'name' }),
  ...renamed(employees, 'o', { ownerName: 'name', extension: 'extension' }),
  ...pick(callbacks, 'b', 'channel', 'windowFrom', 'windowUntil'),
  standIns: selectStandIns({
    owner: sql`c.owner_id`,
    team: sql`o.active_team_id`,
    except: sql`c.about_employee_id`,
  }),
  /** Who of its owner and their stand-ins cannot be rung now. */
  away: sql<string[]>`array(
    select a.employee_id from ${absences} a where a.employee_id = c.owner_id and ${underWay('a')}
    union all select p.employee_id from ${presences} p where p.presence = 'away' and (p.employee_id = c.owner_id
      or p.employee_id in (select s.stand_in_id from ${standIns} s where s.owner_id = c.owner_id)))`,
}

/** An open case of who calls, as much of it as their look-up tells, and who can be rung. */
export type CallersCase = RowOf<typeof openCase>

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
  /** The newest first. */
  openCases: sql<CallersCase[]>`(select ${asJsonList(openCase, sql`c.id desc`)} from (
    select c.* from ${cases} c where c.customer_id in (select id from shown) and c.callback_id is not null
      and ${notAboutViewer} order by c.id desc limit ${sql.raw(String(mostOpenCases))}) c
    join shown on shown.id = c.customer_id join ${employees} o on o.id = c.owner_id
    join ${callbacks} b on b.id = c.callback_id)`,
  headsUps: currentHeadsUps,
}
const known = selecting(caller)<Asked>(sql`from ${organisation} org`, shown)

export type FoundCaller = RowOf<typeof caller>

type Asked = Viewer & { readonly phone: string; readonly now: string }

/** What there is to know of a number while it rings, in one statement. */
export async function findCaller(tx: Pick<Tx, 'row'>, asked: Asked): Promise<FoundCaller> {
  const found = await tx.row(known, asked)
  if (!found) throw new Error('there is always an organisation')
  return found
}
