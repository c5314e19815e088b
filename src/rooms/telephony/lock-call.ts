import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { calls } from '../../tables/calls.ts'
import { agreements, organisation } from '../../tables/organisation.ts'

/** A call as it is stored, as far as events decide on it. */
export interface KnownCall {
  readonly id: string
  readonly callId: string
  readonly direction: 'inbound' | 'outbound'
  readonly fromNumber: string | null
  readonly toNumber: string | null
  readonly at: string
  readonly rang: boolean
  readonly answered: boolean
  readonly ended: boolean
  readonly answeredById: string | null
  readonly customerId: string | null
  readonly caseId: string | null
  readonly contactId: string | null
  readonly version: number
}

/** What an event of a call is read with. */
export interface CallFacts {
  readonly country: string
  /** Of the default team, which gets customers whom nobody knew. */
  readonly timeZone: string
  readonly call: KnownCall | null
}

const lockId = statement<{ callId: string }, object>(
  sql`select pg_advisory_xact_lock(hashtextextended('call ' || ${sql.placeholder('callId')}::text, 0))`,
)

const facts = statement<
  { callId: string },
  Omit<CallFacts, 'call'> & { [K in keyof KnownCall]: KnownCall[K] | null }
>(sql`
  select org.country, coalesce(a.time_zone, org.time_zone) as "timeZone", c.id, c.call_id as "callId", c.direction,
    c.from_number as "fromNumber", c.to_number as "toNumber", c.at, c.rang, c.answered, c.ended,
    c.answered_by_id as "answeredById", c.customer_id as "customerId", c.case_id as "caseId", c.contact_id as "contactId",
    c.version
  from ${organisation} org left join ${agreements} a on a.team_id = org.default_team_id
  left join ${calls} c on c.call_id = ${sql.placeholder('callId')}`)

/**
 * Lets one event of a call at a time through, before there is a row to lock, and reads what is known of the call. The
 * second statement travels with the first and sees what the one before has written.
 */
export async function lockCall({ tx }: Work, callId: string): Promise<CallFacts> {
  const [, found] = await Promise.all([tx.lock(lockId, { callId }), tx.row(facts, { callId })])
  if (!found) throw new Error('there is always an organisation')
  const { country, timeZone, ...call } = found
  return { country, timeZone, call: call.id === null ? null : (call as KnownCall) }
}
