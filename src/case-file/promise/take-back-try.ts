import { sql } from 'drizzle-orm'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { attempts } from '../../tables/callbacks.ts'
import { changeCallback } from '../change.ts'
import type { OpenCase } from '../locked-case.ts'
import { countTries } from './count-tries.ts'
import { planNextTry } from './plan-next-try.ts'
import { factsOfCallback } from './promise-facts.ts'

const tryBy = selecting({
  outcome: sql<string>`a.outcome`,
  at: sql<string>`a.at`,
  /** The latest of the other tries. */
  last: sql<
    string | null
  >`(select max(o.at) from ${attempts} o where o.callback_id = a.callback_id and o.id <> a.id)`,
})<{ callbackId: string; contactId: string }>(sql`from ${attempts} a
  where a.callback_id = ${sql.placeholder('callbackId')} and a.contact_id = ${sql.placeholder('contactId')}`)

/**
 * Takes a call back as a try at keeping the open callback, since it was answered after all: it counts no more, and the next
 * try is planned after the one before it. Undefined where it was none.
 */
export async function takeBackTry(
  work: Work,
  kase: OpenCase,
  contactId: string,
): Promise<OpenCase | undefined> {
  const { callback } = kase.holds
  const found = await work.tx.row(tryBy, { callbackId: callback.id, contactId })
  if (!found) return undefined
  const facts = await factsOfCallback(work, callback.id, false)
  if (!facts) throw new Error('a callback has an owner, a team and a customer')
  const { outcome, at, last } = found
  const mine = facts.tried.findIndex((each) => each.at === at && each.outcome === outcome)
  const others = facts.tried.filter((_, index) => index !== mine)
  const counted = countTries(others, facts.team, facts.attemptPause)
  return changeCallback(work, kase, {
    attempts: callback.attempts - 1,
    nextTryAt: last === null ? null : planNextTry(facts, kase.team, counted, last, work.now),
    version: callback.version + 1,
  })
}
