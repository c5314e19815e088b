import type { Tx } from '../../db/tx.ts'
import { standInAt } from '../../facts/stand-ins.ts'
import { toWire } from '../../lib/instant.ts'
import { leastLoadedMember } from '../assignment/choose-owner.ts'
import type { Ring } from './contract.ts'
import type { CallersCase, CandidateCaller } from './find-caller.ts'

/**
 * The owner of the latest case, or who stands in for them; where an absent owner has nobody, and where there is no case,
 * somebody of the team. Where several customers have the number, the first of them is taken for the one who calls. Null
 * for who is no customer, and before anybody works here.
 */
export async function whomToRing(
  reader: { readonly tx: Pick<Tx, 'rows'>; readonly now: Temporal.Instant },
  latest: CallersCase | undefined,
  customer: CandidateCaller | undefined,
): Promise<Ring | null> {
  const standIn = latest && standInAt(latest.standIns, toWire(reader.now))
  if (standIn && !latest.away.includes(standIn.id))
    return { employeeId: standIn.id, extension: standIn.extension, reason: 'stand-in' }
  if (latest && !latest.away.includes(latest.ownerId))
    return { employeeId: latest.ownerId, extension: latest.extension, reason: 'owner' }
  const teamId = latest?.teamId ?? customer?.teamId
  if (teamId === undefined) return null
  const assignment = await leastLoadedMember(reader, teamId, latest?.aboutEmployeeId ?? null, true)
  if (!assignment) return null
  const { owner, reason } = assignment
  return { employeeId: owner.id, extension: owner.extension, reason }
}
