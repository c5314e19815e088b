import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { assertExpected, type Reader, type Work } from '../../db/work.ts'
import { absentNow } from '../../facts/absent-now.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden, NotFound } from '../../lib/problems.ts'
import { employees, presences } from '../../tables/people.ts'
import type { Presence } from './presence-contract.ts'

interface Asked {
  readonly id: string
  readonly now: string
}

const presence = {
  ...pick(employees, 'e', 'id'),
  presence: sql<Presence['presence']>`coalesce(p.presence, 'present')`,
  version: sql<number>`coalesce(p.version, 1)`,
  absent: absentNow(sql`e.id`),
}
const byId = selecting(presence)<Asked>(sql`
  from ${employees} e left join ${presences} p on p.employee_id = e.id where e.id = ${sql.placeholder('id')}`)

/** Whether an employee can be rung now. Throws `not-found`. */
export async function showPresence({ db, now }: Reader, id: string): Promise<Presence> {
  const found = await db.row(byId, { id, now: toWire(now) })
  if (!found) throw NotFound.because('There is no such employee.')
  return found
}

const lockEmployee = statement<{ id: string }, object>(
  sql`select from ${employees} where id = ${sql.placeholder('id')} for no key update`,
)
const put = statement<{ id: string; presence: string; version: number }, never>(sql`
  insert into ${presences} (employee_id, presence, version)
  values (${sql.placeholder('id')}, ${sql.placeholder('presence')}, ${sql.placeholder('version')})
  on conflict (employee_id) do update set presence = excluded.presence, version = excluded.version`)

/**
 * Says whether calls may be put through to an employee. It is a state and no history: its event tells that it was set and
 * never to what, or it would be the time registration that law 16 rules out. Throws `not-found`, `forbidden`.
 */
export async function setPresence(
  work: Work,
  id: string,
  { presence }: Pick<Presence, 'presence'>,
): Promise<Presence> {
  const { employee } = work.actor
  if (employee?.role === 'member' && employee.id !== id)
    throw Forbidden.because('Another’s presence is theirs to set, or a coach’s.', { required: 'coach' })
  const locked = await work.tx.lock(lockEmployee, { id })
  const before = locked && (await work.tx.row(byId, { id, now: toWire(work.now) }))
  if (!before) throw NotFound.because('There is no such employee.')
  assertExpected(work, before.version)

  const after = { ...before, presence, version: before.version + 1 }
  work.tx.run(put, { id, presence, version: after.version })
  record(work, { type: 'presence.set', data: { employeeId: id } })
  return after
}
