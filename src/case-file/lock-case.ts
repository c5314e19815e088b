import { sql } from 'drizzle-orm'
import { type Statement, statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { standInAt } from '../facts/stand-ins.ts'
import { seesContents, type Viewer, viewerOf } from '../facts/visibility.ts'
import { toWire } from '../lib/instant.ts'
import { NotFound } from '../lib/problems.ts'
import { asks } from '../tables/asks.ts'
import { callbacks } from '../tables/callbacks.ts'
import { consultations } from '../tables/consultations.ts'
import { gestures } from '../tables/gestures.ts'
import { successions } from '../tables/successions.ts'
import type { FactsRow } from './case-columns.ts'
import { type LockedCase, lockedCaseOf } from './locked-case.ts'
import { lockFacts, selectFacts } from './select-case.ts'

type LockedFacts = FactsRow & { readonly seenVersion: number }

type Named = Viewer & { readonly id: string; readonly now: string }

const given = sql`${sql.placeholder('id')}`
const lock = statement<Named, LockedFacts>(lockFacts(given))
const lockOfCallback = statement<Named, LockedFacts>(
  lockFacts(sql`(select case_id from ${callbacks} where id = ${given})`),
)
const lockOfConsultation = statement<Named, LockedFacts>(
  lockFacts(sql`(select case_id from ${consultations} where id = ${given})`),
)
const lockOfAsk = statement<Named, LockedFacts>(
  lockFacts(sql`(select case_id from ${asks} where id = ${given})`),
)
const lockOfGesture = statement<Named, LockedFacts>(
  lockFacts(sql`(select case_id from ${gestures} where id = ${given})`),
)
const lockOfSuccession = statement<Named, LockedFacts>(
  lockFacts(sql`(select case_id from ${successions} where id = ${given})`),
)
const facts = statement<Named, FactsRow>(sql`${selectFacts} where c.id = ${given}`)

/** Locks a case that the actor sees, and reads it. Throws `not-found`. */
export const lockCase = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, lock), 'case')

/** Locks the case of a callback that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfCallback = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, lockOfCallback), 'callback')

/** Locks the case of a consultation that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfConsultation = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, lockOfConsultation), 'consultation')

/** Locks the case of an ask that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfAsk = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, lockOfAsk), 'ask')

/** Locks the case of a gesture that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfGesture = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, lockOfGesture), 'gesture')

/** Locks the case of a succession that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfSuccession = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, lockOfSuccession), 'succession')

/**
 * Locks a case for what any employee may do to it, when its customer contacts them: `visibility` says how much of it
 * they may be shown. Throws `not-found`, also for whom the case is about.
 */
export async function lockCaseOfCaller(work: Work, id: string): Promise<LockedCase> {
  const kase = await lockAndRead(work, id, lock)
  return kase?.visibility === 'outside' ? kase : seen(kase, 'case')
}

function seen(kase: LockedCase | undefined, what: string): LockedCase {
  if (!kase) throw NotFound.because(`There is no such ${what}.`)
  if (!seesContents(kase.visibility))
    throw NotFound.because(`There is no such ${what}.`).noting('not visible')
  return kase
}

async function lockAndRead(
  work: Work,
  id: string,
  locking: Statement<Named, LockedFacts>,
): Promise<LockedCase | undefined> {
  const named = { id, now: toWire(work.begun), ...viewerOf(work.actor) }
  // Who had to wait may have missed what the winner made in the meantime, so nothing is missing before a second look.
  const locked = (await work.tx.lock(locking, named)) ?? (await work.tx.lock(locking, named))
  if (!locked) return undefined
  // Whoever has waited for the lock looks again, with eyes that saw the winner commit.
  const row =
    locked.seenVersion === locked.version ? locked : await work.tx.row(facts, { ...named, id: locked.id })
  if (!row) return undefined
  const kase = lockedCaseOf(row)
  work.notBefore(kase.holds.kind === 'promise' ? kase.holds.callback.madeAt : kase.holds.resolution.at)
  return { ...kase, standInId: standInAt(kase.standIns, toWire(work.now))?.id ?? null }
}
