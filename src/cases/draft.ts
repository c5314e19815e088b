import { type InferInsertModel, sql } from 'drizzle-orm'
import { type Statement, statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import type { EventType } from '../events/event-types.ts'
import { record } from '../events/record-event.ts'
import { toWire } from '../lib/instant.ts'
import { NotFound } from '../lib/problems.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases } from '../tables/cases.ts'
import { type CaseFacts, lockFacts, selectFacts, toCase } from './case-row.ts'
import type { Case } from './contract.ts'

/**
 * A case within one unit of work: locked, and as it will be when the work is done. Operations change the draft
 * together with the rows, so the answer needs no second look at the database.
 */
export type Draft = { -readonly [Field in keyof CaseFacts]: CaseFacts[Field] }

type LockedFacts = CaseFacts & { readonly seenVersion: number }

const given = sql`${sql.placeholder('id')}`
const lock = statement<{ id: string }, LockedFacts>(lockFacts(given))
const lockOfCallback = statement<{ id: string }, LockedFacts>(
  lockFacts(sql`(select case_id from ${callbacks} where id = ${given})`),
)
const facts = statement<{ id: string }, CaseFacts>(sql`${selectFacts} where c.id = ${given}`)

/** Locks a case and reads it. Throws `not-found`. */
export const lockCase = (work: Work, id: string): Promise<Draft> => lockAndRead(work, id, lock, 'case')

/** Locks the case of a callback and reads it. Throws `not-found`. */
export const lockCaseOfCallback = (work: Work, id: string): Promise<Draft> =>
  lockAndRead(work, id, lockOfCallback, 'callback')

async function lockAndRead(
  work: Work,
  id: string,
  locking: Statement<{ id: string }, LockedFacts>,
  what: string,
): Promise<Draft> {
  // Who had to wait may have missed what the winner made in the meantime, so nothing is missing before a second look.
  const locked = (await work.tx.lock(locking, { id })) ?? (await work.tx.lock(locking, { id }))
  if (!locked) throw NotFound.because(`There is no such ${what}.`)
  const { seenVersion, ...found } = locked
  // Whoever has waited for the lock looks again, with eyes that saw the winner commit.
  const kase = seenVersion === found.version ? found : await work.tx.row(facts, { id: found.id })
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
