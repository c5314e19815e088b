import type { Work } from '../../db/work.ts'
import { planStandIns } from '../absences/plan.ts'
import { lockAttendance, settleStandIns } from '../absences/settle-stand-ins.ts'

/**
 * Somebody moves to another team (null: none, as who leaves for good), or their departure begins, in this unit of work:
 * others stand in where they did, and for them it is somebody of the team that they come to (law 11). The caller holds
 * the employee's row.
 */
export async function followMember(
  work: Work,
  employeeId: string,
  change: { readonly teamId: string | null } | { readonly leaving: true },
): Promise<void> {
  const attendance = await lockAttendance(work, employeeId, 'teamId' in change ? change.teamId : null)
  const members = attendance.members.flatMap((member) => {
    if (member.id !== employeeId) return [member]
    if ('leaving' in change) return [{ ...member, leaving: true }]
    return change.teamId === null ? [] : [{ ...member, teamId: change.teamId }]
  })
  settleStandIns(work, attendance, planStandIns({ ...attendance, members }))
}
