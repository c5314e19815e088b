import { sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import type { Actor, Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { events } from '../tables/events.ts'
import type { NewEvent } from './record-event.ts'

interface Appended {
  readonly rows: string
  readonly at: string
  readonly actorKind: Actor['kind']
  readonly actorId: string
  readonly onBehalfOf: string | null
}

const append = statement<Appended, never>(sql`
  insert into ${events} (id, type, at, case_id, case_sequence, customer_id, actor_kind, actor_id, on_behalf_of, data)
  select id, type, ${sql.placeholder('at')}::timestamptz, "caseId", "caseSequence", "customerId",
    ${sql.placeholder('actorKind')}::text, ${sql.placeholder('actorId')}::uuid, ${sql.placeholder('onBehalfOf')}::uuid, data
  from jsonb_to_recordset(${sql.placeholder('rows')}::jsonb)
    as e(id uuid, type text, "caseId" uuid, "caseSequence" int, "customerId" uuid, data jsonb)`)

/** Appends many events in one statement, however many there are: see `record` for one. */
export function recordEvents(work: Work, told: readonly NewEvent[]): void {
  work.tx.run(append, valuesOf(work, told))
}

/** The same, ahead of the other writes: for an operation that writes in steps, because it writes so much. */
export async function recordEventsNow(work: Work, told: readonly NewEvent[]): Promise<void> {
  await work.tx.rows(append, valuesOf(work, told))
}

const valuesOf = ({ actor, now }: Work, told: readonly NewEvent[]): Appended => ({
  rows: JSON.stringify(told.map((event) => ({ id: newId(), ...event }))),
  at: toWire(now),
  actorKind: actor.kind,
  actorId: actor.id,
  onBehalfOf: actor.onBehalfOf,
})
