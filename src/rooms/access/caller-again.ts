import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { type Actor, readsAll } from '../../db/work.ts'
import { apiKeys } from '../../tables/access.ts'
import type { KnownCallers } from './known-callers.ts'
import type { Scope } from './scope-contract.ts'

/** Who somebody is, without what proves it. */
export type Named = Pick<Actor, 'kind' | 'id' | 'onBehalfOf'>

/** A caller as they are now. */
export interface CallerAgain {
  readonly actor: Actor
  /** Of a system that acts for itself; an employee has none. */
  readonly scopes: readonly Scope[]
}

const keyById = selecting({ ...pick(apiKeys, 'k', 'id'), scopes: sql<Scope[]>`k.scopes` })<{
  id: string
  now: string
}>(sql`from ${apiKeys} k where k.id = ${sql.placeholder('id')} and k.revoked_at is null
  and (k.expires_at is null or k.expires_at > ${sql.placeholder('now')}::timestamptz)`)

/**
 * Whoever once proved who they are, as they are at `now`: undefined once they may not call any more. It lets what lasts
 * longer than a request end with the right to it.
 */
export async function callerAgain(
  db: Database,
  callers: KnownCallers,
  { kind, id, onBehalfOf }: Named,
  now: Temporal.Instant,
): Promise<CallerAgain | undefined> {
  if (kind === 'employee') {
    const employee = await callers.employee(id, now.epochMilliseconds)
    return employee && { actor: { kind, id, onBehalfOf, employee, reads: readsAll }, scopes: [] }
  }
  const key = await db.row(keyById, { id, now: now.toString() })
  if (!key) return undefined
  if (onBehalfOf === null)
    return { actor: { kind, id, onBehalfOf, employee: null, reads: readsAll }, scopes: key.scopes }
  const acts = key.scopes.some((scope) => scope === 'employees:act' || scope === 'admin')
  const employee = acts ? await callers.employee(onBehalfOf, now.epochMilliseconds) : undefined
  return employee && { actor: { kind, id, onBehalfOf, employee, reads: readsAll }, scopes: [] }
}

/** Whether such a caller reads the feed of events. */
export const readsEvents = ({ actor, scopes }: CallerAgain): boolean =>
  actor.employee
    ? actor.employee.role === 'admin'
    : scopes.some((scope) => scope === 'events:read' || scope === 'admin')
