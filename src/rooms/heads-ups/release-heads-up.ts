import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { assertExpected, recordedAs, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { headsUps } from '../../tables/ahead/heads-ups.ts'
import { employees } from '../../tables/people.ts'
import type { HeadsUp } from './contract.ts'
import { type HeadsUpRow, toHeadsUp } from './heads-up-row.ts'
import { learnFromEarlier } from './learn-from-earlier.ts'
import { TeamsNotBriefed } from './problems.ts'
import { lockHeadsUp } from './queries.ts'
import { assertMayTend } from './rules.ts'
import type { ReleaseHeadsUp } from './write-contract.ts'

const byId = selecting(pick(employees, 'e', 'id', 'name'))<{ id: string }>(
  sql`from ${employees} e where e.id = ${sql.placeholder('id')} and e.departed_at is null`,
)

/**
 * Lets what it is about go out: once every team concerned has acknowledged it, or by name and with a reason. Again it changes
 * nothing. Throws `teams-not-briefed`.
 */
export async function releaseHeadsUp(work: Work, id: string, { override }: ReleaseHeadsUp): Promise<HeadsUp> {
  const row = await lockHeadsUp(work, id)
  assertExpected(work, row.version)
  assertMayTend(work.actor, row)
  const lesson = await learnFromEarlier(work.tx, { kind: row.kind, before: row.announcedAt, id })
  if (row.releasedAt !== null) return toHeadsUp(row, lesson)
  const waiting = row.teams.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  if (waiting.length > 0 && !override)
    throw TeamsNotBriefed.because(
      `${waiting.length === 1 ? 'One team has' : `${waiting.length} teams have`} not acknowledged it.`,
      { teams: waiting.map(({ id, name }) => ({ id, name })) },
    )
  const stands = waiting.length > 0 && override ? await whoStandsForIt(work, override.employeeId) : null
  const doer = recordedAs(work.actor)
  const set = {
    releasedAt: toWire(work.now),
    releasedByKind: doer.kind,
    releasedById: doer.id,
    overriddenById: stands?.id ?? null,
    overrideReason: stands ? (override?.reason ?? null) : null,
    version: row.version + 1,
  }

  work.tx.update(headsUps, { id }, set)
  record(work, {
    type: 'heads-up.released',
    data: {
      headsUpId: id,
      overriddenById: set.overriddenById,
      notBriefed: waiting.map((team) => team.id),
    },
  })
  const released: HeadsUpRow = { ...row, ...set, overriddenByName: stands?.name ?? null }
  return toHeadsUp(released, lesson)
}

async function whoStandsForIt({ tx, actor }: Work, employeeId: string | undefined) {
  if (employeeId === undefined && actor.employee) return { id: actor.employee.id, name: actor.employee.name }
  if (employeeId === undefined)
    throw Unprocessable.at('/override/employeeId', 'is needed: who stands for it?')
  if (actor.employee && actor.employee.id !== employeeId.toLowerCase())
    throw Unprocessable.at('/override/employeeId', 'can only be you')
  const found = await tx.row(byId, { id: employeeId })
  if (!found) throw Unprocessable.at('/override/employeeId', 'is no active employee')
  return found
}
