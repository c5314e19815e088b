import { sql } from 'drizzle-orm'
import { orNull, pick, type RowOf } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { calls } from '../../tables/calls.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { agreements, organisation } from '../../tables/organisation.ts'

const knownCall = {
  ...pick(
    calls,
    'c',
    'id',
    'callId',
    'direction',
    'fromNumber',
    'toNumber',
    'at',
    'rang',
    'answered',
    'ended',
    'givenUp',
    'employeeExtension',
  ),
  ...pick(calls, 'c', 'answeredById', 'customerId', 'caseId', 'contactId', 'toldById', 'version'),
}

/** A call as it is stored, as far as events decide on it. */
export type KnownCall = RowOf<typeof knownCall>

/** What an event of a call is read with. */
export interface CallFacts {
  readonly country: string
  /** Of the default team, which gets customers whom nobody knew. */
  readonly timeZone: string
  readonly call: KnownCall | null
  /** Its customer was erased, and nothing is learned of them any more. */
  readonly isOfTheErased: boolean
}

const lockId = statement<{ callId: string }, object>(
  sql`select pg_advisory_xact_lock(hashtextextended('call ' || ${sql.placeholder('callId')}::text, 0))`,
)

const facts = selecting({
  ...pick(organisation, 'org', 'country'),
  timeZone: sql<string>`coalesce(a.time_zone, org.time_zone)`,
  isOfTheErased: sql<boolean>`exists (select from ${customers} u where u.erased_at is not null
    and u.id in (c.customer_id, (select k.customer_id from ${cases} k where k.id = c.case_id)))`,
  ...orNull(knownCall),
})<{ callId: string }>(sql`
  from ${organisation} org left join ${agreements} a on a.team_id = org.default_team_id
  left join ${calls} c on c.call_id = ${sql.placeholder('callId')}`)

/**
 * Lets one event of a call at a time through, before there is a row to lock, and reads what is known of the call. The
 * second statement travels with the first and sees what the one before has written.
 */
export async function lockCall({ tx }: Work, callId: string): Promise<CallFacts> {
  const [, found] = await Promise.all([tx.lock(lockId, { callId }), tx.row(facts, { callId })])
  if (!found) throw new Error('there is always an organisation')
  const { country, timeZone, isOfTheErased, ...call } = found
  return { country, timeZone, isOfTheErased, call: call.id === null ? null : (call as KnownCall) }
}
