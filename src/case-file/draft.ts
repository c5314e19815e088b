import { type InferInsertModel, sql } from 'drizzle-orm'
import { type Statement, statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { standInAt } from '../facts/stand-ins.ts'
import { seesContents, type Viewer, viewerOf } from '../facts/visibility.ts'
import type { EventType } from '../history/event-types.ts'
import { record } from '../history/record-event.ts'
import { toWire } from '../lib/instant.ts'
import { NotFound } from '../lib/problems.ts'
import type { Case } from '../rooms/cases/contract.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases } from '../tables/cases.ts'
import { consultations } from '../tables/consultations.ts'
import { successions } from '../tables/successions.ts'
import { type CaseFacts, lockFacts, selectFacts, toCase } from './case-row.ts'

/**
 * A case within one unit of work: locked, and as it will be when the work is done. Operations change the draft
 * together with the rows, so the answer needs no second look at the database.
 */
export type Draft = { -readonly [Field in keyof CaseFacts]: CaseFacts[Field] } & {
  /** Who acts for the absent owner at `work.now`; null: nobody does (law 11). */
  standInId: string | null
}

type LockedFacts = CaseFacts & { readonly seenVersion: number }

type Named = Viewer & { readonly id: string; readonly now: string }

const given = sql`${sql.placeholder('id')}`
const lock = statement<Named, LockedFacts>(lockFacts(given))
const lockOfCallback = statement<Named, LockedFacts>(
  lockFacts(sql`(select case_id from ${callbacks} where id = ${given})`),
)
const lockOfConsultation = statement<Named, LockedFacts>(
  lockFacts(sql`(select case_id from ${consultations} where id = ${given})`),
)
const lockOfSuccession = statement<Named, LockedFacts>(
  lockFacts(sql`(select case_id from ${successions} where id = ${given})`),
)
const facts = statement<Named, CaseFacts>(sql`${selectFacts} where c.id = ${given}`)

/** Locks a case that the actor sees, and reads it. Throws `not-found`. */
export const lockCase = async (work: Work, id: string): Promise<Draft> =>
  seen(await lockAndRead(work, id, lock), 'case')

/** Locks the case of a callback that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfCallback = async (work: Work, id: string): Promise<Draft> =>
  seen(await lockAndRead(work, id, lockOfCallback), 'callback')

/** Locks the case of a consultation that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfConsultation = async (work: Work, id: string): Promise<Draft> =>
  seen(await lockAndRead(work, id, lockOfConsultation), 'consultation')

/** Locks the case of a succession that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfSuccession = async (work: Work, id: string): Promise<Draft> =>
  seen(await lockAndRead(work, id, lockOfSuccession), 'succession')

/**
 * Locks a case for what any employee may do to it, when its customer contacts them: `sight` says how much of it they
 * may be shown. Throws `not-found`, also for whom the case is about.
 */
export async function lockCaseOfCaller(work: Work, id: string): Promise<Draft> {
  const kase = await lockAndRead(work, id, lock)
  return kase?.sight === 'outside' ? kase : seen(kase, 'case')
}

function seen(kase: Draft | undefined, what: string): Draft {
  if (!kase) throw NotFound.because(`There is no such ${what}.`)
  if (!seesContents(kase.sight)) throw NotFound.because(`There is no such ${what}.`).noting('not visible')
  return kase
}

async function lockAndRead(
  work: Work,
  id: string,
  locking: Statement<Named, LockedFacts>,
): Promise<Draft | undefined> {
  const named = { id, now: toWire(work.begun), ...viewerOf(work.actor) }
  // Who had to wait may have missed what the winner made in the meantime, so nothing is missing before a second look.
  const locked = (await work.tx.lock(locking, named)) ?? (await work.tx.lock(locking, named))
  if (!locked) return undefined
  const { seenVersion, ...found } = locked
  // Whoever has waited for the lock looks again, with eyes that saw the winner commit.
  const kase = seenVersion === found.version ? found : await work.tx.row(facts, { ...named, id: found.id })
  if (!kase) return undefined
  work.notBefore(kase.resolvedAt ?? kase.callbackMadeAt)
  return { ...kase, standInId: standInAt(kase.standIns, toWire(work.now))?.id ?? null }
}

/**
 * Appends an event to the case's history. Its number becomes the case's version with `save` (law 15). Of what a stand-in
 * does, it says for whom (law 11).
 */
export function recordOnCase(
  work: Work,
  kase: Draft,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
): void {
  kase.version += 1
  const actsFor = kase.standInId !== null && work.actor.employee?.id === kase.standInId
  record(work, {
    type,
    caseId: kase.id,
    caseSequence: kase.version,
    customerId: kase.customerId,
    data: actsFor ? { ...data, actedFor: kase.ownerId } : data,
  })
}

/** Writes what changed of the case, once its events are recorded, and answers with the case as it now is. */
export function save(work: Work, kase: Draft, changed: Partial<InferInsertModel<typeof cases>> = {}): Case {
  work.tx.update(cases, { id: kase.id }, { ...changed, faces: [...kase.faces], version: kase.version })
  return toCase(kase, toWire(work.now))
}
