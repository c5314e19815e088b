import { type InferInsertModel, sql } from 'drizzle-orm'
import { type Statement, statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import type { EventType } from '../events/event-types.ts'
import { record } from '../events/record-event.ts'
import { toWire } from '../lib/instant.ts'
import { NotFound } from '../lib/problems.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases } from '../tables/cases.ts'
import { type CaseFacts, selectFacts, toCase } from './case-row.ts'
import type { Case } from './contract.ts'

/**
 * A case within one unit of work: locked, and as it will be when the work is done. Operations change the draft
 * together with the rows, so the answer needs no second look at the database.
 */
export type Draft = { -readonly [Field in keyof CaseFacts]: CaseFacts[Field] }

const ofCallback = sql`(select case_id from ${callbacks} where id = ${sql.placeholder('id')})`
const lock = statement<{ id: string }, object>(
  sql`select from ${cases} where id = ${sql.placeholder('id')} for no key update`,
)
const lockOfCallback = statement<{ id: string }, object>(
  sql`select from ${cases} where id = ${ofCallback} for no key update`,
)
const facts = statement<{ id: string }, CaseFacts>(sql`${selectFacts} where c.id = ${sql.placeholder('id')}`)
const factsOfCallback = statement<{ id: string }, CaseFacts>(sql`${selectFacts} where c.id = ${ofCallback}`)

/** Locks a case and reads it. Throws `not-found`. */
export const lockCase = (work: Work, id: string): Promise<Draft> => lockAndRead(work, id, lock, facts, 'case')

/** Locks the case of a callback and reads it. Throws `not-found`. */
export const lockCaseOfCallback = (work: Work, id: string): Promise<Draft> =>
  lockAndRead(work, id, lockOfCallback, factsOfCallback, 'callback')

// Two statements in one round trip: whoever has waited for the lock must read with eyes that saw the winner commit,
// and a statement looks through the snapshot of its beginning.
async function lockAndRead(
  work: Work,
  id: string,
  locking: Statement<{ id: string }, object>,
  reading: Statement<{ id: string }, CaseFacts>,
  what: string,
): Promise<Draft> {
  const locked = work.tx.lock(locking, { id })
  const read = work.tx.row(reading, { id })
  await locked
  const kase = await read
  if (!kase) throw NotFound.because(`There is no such ${what}.`)
  work.notBefore(kase.resolvedAt ?? kase.callbackMadeAt)
  return { ...kase }
}

/** Appends an event to the case's history. Its number becomes the case's version with `save` (law 15). */
export function recordOnCase(
  work: Work,
  kase: Draft,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
): void {
  kase.version += 1
  record(work, { type, caseId: kase.id, caseSequence: kase.version, customerId: kase.customerId, data })
}

/** Writes what changed of the case, once its events are recorded, and answers with the case as it now is. */
export function save(work: Work, kase: Draft, changed: Partial<InferInsertModel<typeof cases>> = {}): Case {
  work.tx.update(cases, { id: kase.id }, { ...changed, version: kase.version })
  return toCase(kase, toWire(work.now))
}
