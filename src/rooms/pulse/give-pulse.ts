import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { pulseGivers, pulseRounds } from '../../tables/ahead/pulse.ts'
import { organisation } from '../../tables/organisation.ts'
import type { PulseReceipt } from './contract.ts'
import { weekOf } from './iso-week.ts'
import { PulseGiven } from './problems.ts'

/** For how long a giver’s answer counts as waiting when nobody says that it still does. */
export const lease = { minutes: 10 }

const house = selecting(pick(organisation, 'o', 'timeZone'))<object>(sql`from ${organisation} o`)
const given = selecting(pick(pulseGivers, 'g', 'claim', 'heldUntil'))<{ week: string; employeeId: string }>(
  sql`from ${pulseGivers} g where g.week = ${sql.placeholder('week')} and g.employee_id = ${sql.placeholder('employeeId')}`,
)
const begin = statement<{ week: string; endsAt: string }, never>(sql`
  insert into ${pulseRounds} (week, ends_at) values (${sql.placeholder('week')}, ${sql.placeholder('endsAt')}::timestamptz)
  on conflict (week) do nothing`)

/**
 * Writes that an employee has answered, and nothing of what: the answer waits in memory under `claim` (decision 38). Whoever’s
 * answer was lost with an instance may give it again. Throws `pulse-given`.
 */
export async function givePulse({ tx, actor, now }: Work, claim: string): Promise<PulseReceipt> {
  const { employee } = actor
  if (!employee) throw new Error('who answers is an employee')
  const there = await tx.row(house, {})
  if (!there) throw new Error('there is one organisation')
  const { week, endsAt } = weekOf(now, there.timeZone)
  const before = await tx.row(given, { week, employeeId: employee.id })
  if (before && (before.heldUntil === null || before.heldUntil > toWire(now)))
    throw PulseGiven.because('Once a week is enough.')
  const held = { claim, heldUntil: toWire(now.add(lease)) }

  tx.run(begin, { week, endsAt: toWire(endsAt) })
  if (before) tx.update(pulseGivers, { week, employeeId: employee.id, claim: before.claim }, held)
  else tx.insert(pulseGivers, { week, employeeId: employee.id, ...held })
  return { week, endsAt: toWire(endsAt) }
}
