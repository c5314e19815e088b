import { type SQL, sql } from 'drizzle-orm'
import { raiseVersions } from '../../case-file/raise-versions.ts'
import { now } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import { appendEvents } from '../../history/append-events.ts'
import type { EventType } from '../../history/event-types.ts'
import { inOneTurn, outcomeOfTurn, type TellingInTurns } from '../../history/tell-in-turns.ts'
import { cases } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'

/** What the service does of itself to many consultations `x` of cases `c`; each fragment refers to these. */
interface Claim {
  readonly where: SQL
  /** Of `x`: who comes first. */
  readonly order: SQL
  /** What is written of each; it must make `where` false, so that none is claimed twice. */
  readonly set: SQL
  readonly type: EventType
  /** The `data` of the event, of the row `p` with what is named below. */
  readonly data: SQL
}

/** The statement that claims, writes and records. */
export const claiming = ({ where, order, set, type, data }: Claim): TellingInTurns =>
  selecting(outcomeOfTurn)(
    sql`from turn`,
    sql`
  -- One at a time over all instances; who doesn't get the turn leaves the work to who has it.
  with turn as materialized (select pg_try_advisory_xact_lock(4921) as mine),
  -- A case that somebody holds is passed over until the next time: the answer may be coming in. Whatever changed since
  -- the statement began is looked at anew, by the same conditions, when its rows are locked.
  claimed as materialized (
    select x.id, x.case_id, x.asked_by_id, x.consulted_id, x.need_by, c.owner_id, c.team_id, c.customer_id
    from ${consultations} x join ${cases} c on c.id = x.case_id
    where (select mine from turn) and ${where}
    order by ${order} limit ${sql.raw(String(inOneTurn))}
    for no key update of c, x skip locked
  ),
  -- Each part takes its rows from the one before it, so nothing is told of that was not written.
  marked as (update ${consultations} x set ${set} from claimed k where x.id = k.id returning k.*),
  grown as (${raiseVersions(sql`select case_id, count(*)::integer as events from marked group by case_id`)}),
  placed as (
    select m.*,
      g.version - g.events + row_number() over (partition by m.case_id order by m.need_by, m.id) as case_sequence,
      row_number() over (order by m.need_by, m.id) as place
    from marked m join grown g on g.case_id = m.case_id
  ),
  appended as (${appendEvents(sql`
    select (${sql.placeholder('ids')}::uuid[])[p.place] as id, ${sql.raw(`'${type}'`)} as type, ${now} as at,
      p.case_id, p.case_sequence, p.customer_id, ${data} as data
    from placed p order by p.place`)})`,
  )
