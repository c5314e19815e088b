import { type SQL, sql } from 'drizzle-orm'
import { type Statement, statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { standInAt } from '../facts/stand-ins.ts'
import { seesContents, type Viewer, viewerOf } from '../facts/visibility.ts'
import { toWire } from '../lib/instant.ts'
import { NotFound } from '../lib/problems.ts'
import { asks } from '../tables/asks.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases } from '../tables/cases.ts'
import { consultations } from '../tables/consultations.ts'
import { gestures } from '../tables/gestures.ts'
import { successions } from '../tables/successions.ts'
import { type BriefRow, type FactsRow, selectBrief } from './case-columns.ts'
import { briefOf, type CaseInBrief, type LockedCase, lockedCaseOf } from './locked-case.ts'
import { lockFacts, selectFacts } from './select-case.ts'

type LockedFacts = FactsRow & { readonly seenVersion: number }

type Named = Viewer & { readonly id: string; readonly now: string }

/** Two ways to read a case: with a lock, and without one. */
interface Reading {
  readonly lock: Statement<Named, LockedFacts>
  readonly look: Statement<Named, FactsRow>
}

const reading = (id: SQL): Reading => ({
  lock: statement(lockFacts(id)),
  look: statement(sql`${selectFacts} where c.id = ${id}`),
})

const given = sql`${sql.placeholder('id')}`
const byId = reading(given)
const byCallback = reading(sql`(select case_id from ${callbacks} where id = ${given})`)
const byConsultation = reading(sql`(select case_id from ${consultations} where id = ${given})`)
const byAsk = reading(sql`(select case_id from ${asks} where id = ${given})`)
const byGesture = reading(sql`(select case_id from ${gestures} where id = ${given})`)
const bySuccession = reading(sql`(select case_id from ${successions} where id = ${given})`)

/**
 * Locks a case that the actor sees, and reads it. A hopeful try only looks (`Tx.isHopeful`): what it writes fits the version
 * that it saw, and no other. Throws `not-found`.
 */
export const lockCase = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, byId), 'case')

/** Locks a case in a hopeful try as well, where other locks follow it. Throws `not-found`. */
export const lockCaseFirmly = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, byId, 'firmly'), 'case')

/** Locks the case of a callback that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfCallback = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, byCallback), 'callback')

/** Locks the case of a consultation that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfConsultation = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, byConsultation), 'consultation')

/** Locks the case of an ask that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfAsk = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, byAsk), 'ask')

/** Locks the case of a gesture that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfGesture = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, byGesture), 'gesture')

/** Locks the case of a succession that the actor sees, and reads it. Throws `not-found`. */
export const lockCaseOfSuccession = async (work: Work, id: string): Promise<LockedCase> =>
  seen(await lockAndRead(work, id, bySuccession), 'succession')

/**
 * Locks a case for what any employee may do to it, when its customer contacts them: `visibility` says how much of it
 * they may be shown. Throws `not-found`, also for whom the case is about.
 */
export async function lockCaseOfCaller(work: Work, id: string): Promise<LockedCase> {
  const kase = await lockAndRead(work, id, byId)
  return kase?.visibility === 'outside' ? kase : seen(kase, 'case')
}

/**
 * The same in brief, for what only adds to what was said: a hopeful try reads no more of the case than that takes. Throws `not-found`.
 */
export async function briefCase(
  work: Work,
  id: string,
): Promise<CaseInBrief & Pick<LockedCase, 'visibility'>> {
  if (!work.tx.isHopeful) return lockCase(work, id)
  return seen(await lookInBrief(work, id), 'case')
}

/** The same for what any employee may do to it, as `lockCaseOfCaller`. Throws `not-found`. */
export async function briefCaseOfCaller(work: Work, id: string): Promise<CaseInBrief> {
  if (!work.tx.isHopeful) return lockCaseOfCaller(work, id)
  const kase = await lookInBrief(work, id)
  return kase?.visibility === 'outside' ? kase : seen(kase, 'case')
}

const brief = statement<Named, BriefRow>(sql`${selectBrief} where c.id = ${given}`)

async function lookInBrief(work: Work, id: string) {
  const row = await work.tx.look(cases, brief, { id, now: toWire(work.begun), ...viewerOf(work.actor) })
  return row && asOfNow(work, briefOf(row))
}

function seen<Kase extends Pick<LockedCase, 'visibility'>>(kase: Kase | undefined, what: string): Kase {
  if (!kase) throw NotFound.because(`There is no such ${what}.`)
  if (!seesContents(kase.visibility))
    throw NotFound.because(`There is no such ${what}.`).noting('not visible')
  return kase
}

async function lockAndRead(
  work: Work,
  id: string,
  reading: Reading,
  how: 'as hoped' | 'firmly' = 'as hoped',
): Promise<LockedCase | undefined> {
  const named = { id, now: toWire(work.begun), ...viewerOf(work.actor) }
  const row =
    work.tx.isHopeful && how === 'as hoped'
      ? await work.tx.look(cases, reading.look, named)
      : await lockRow(work, reading, named)
  return row && asOfNow(work, lockedCaseOf(row))
}

/** A case that was read, at the moment of the work: not before what is on record, and with who stands in then. */
function asOfNow<Kase extends Pick<CaseInBrief, 'holds'> & Pick<LockedCase, 'standIns'>>(
  work: Work,
  kase: Kase,
) {
  const { holds } = kase
  work.notBefore(holds.kind === 'promise' ? holds.callback.madeAt : holds.resolution.at)
  return { ...kase, standInId: standInAt(kase.standIns, toWire(work.now))?.id ?? null }
}

async function lockRow({ tx }: Work, { lock }: Reading, named: Named): Promise<FactsRow | undefined> {
  // Who had to wait may have missed what the winner made in the meantime, so nothing is missing before a second look.
  const locked = (await tx.lock(lock, named)) ?? (await tx.lock(lock, named))
  // Whoever has waited for the lock looks again, with eyes that saw the winner commit.
  return !locked || locked.seenVersion === locked.version
    ? locked
    : tx.row(byId.look, { ...named, id: locked.id })
}
