import { type SQL, sql } from 'drizzle-orm'
import { type Statement, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { currentCustomer } from '../../facts/current-customer.ts'
import { customers } from '../../tables/customers.ts'
import { type Sought, selectChoosingTeam } from './candidates.ts'

/**
 * One choice at a time among the members of a team, so that each sees what the one before was given and work falls
 * evenly. The lock is the transaction's; a colliding hash only makes somebody wait who need not.
 */
const lockTeam = (team: SQL) =>
  sql`pg_advisory_xact_lock(
    hashtextextended('assignment ' || coalesce((${selectChoosingTeam(team)})::text, 'of anybody'), 0))`

// Who was merged away while we waited is no row any more: the condition is asked again of the row as it now is.
const ofCustomer = statement<Sought, object>(sql`
  with locked as materialized (select team_id from ${customers}
    where id = ${currentCustomer(sql`${sql.placeholder('customerId')}::uuid`)} and merge_id is null for no key update)
  select ${lockTeam(sql`locked.team_id`)} from locked`)

const ofTeam = statement<Sought, object>(sql`select ${lockTeam(sql`${sql.placeholder('teamId')}::uuid`)}`)

/**
 * Waits until nobody else chooses for this customer, nor among these members; undefined for a customer who is none, or
 * was merged away just now. Everybody takes the customer first and the team behind, so nobody waits in a circle.
 */
export function lockChoice({ tx }: Work, sought: Sought): Promise<object | undefined> {
  const lock: Statement<Sought, object> = sought.customerId === null ? ofTeam : ofCustomer
  return tx.lock(lock, sought)
}
