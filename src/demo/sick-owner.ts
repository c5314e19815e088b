import type { Page } from '../lib/page.ts'
import type { Absence, RegisteredAbsence } from '../rooms/absences/contract.ts'
import type { Case } from '../rooms/cases/contract.ts'
import { type DemoCaller, Unexpected } from './caller.ts'
import type { Cast } from './meet-customers.ts'
import { momentOf, promiseInWords, tell } from './story.ts'

/** Somebody of whom there is more to say than this. */
interface Named {
  readonly id: string
  readonly name: string
}

/** An owner falls ill on the day of a promise; answers who keeps it. */
export async function fallIll(
  admin: DemoCaller,
  { sanne, marjan }: Cast,
  { id, customer }: Case,
  day: Temporal.PlainDate,
): Promise<Named> {
  // A demo that was stopped half way left her ill.
  await endAbsences(admin, sanne)
  const until = momentOf(day, '17:30').toString()
  const absences = `/employees/${sanne.id}/absences`
  const { callbacks } = await admin.as(marjan).post<RegisteredAbsence>(absences, { until })
  const falling = callbacks.find(({ caseId }) => caseId === id)
  const { callback, standIn } = await admin.get<Case>(`/cases/${id}`)
  if (!callback || !standIn || falling?.standInId !== standIn.id)
    throw new Unexpected(`nobody keeps the promise to ${customer.name} while ${sanne.name} is ill`)
  tell(
    '08:40',
    `${sanne.name} is ill. ${marjan.name} registers it, for today; why is not asked. The service answers which promise falls in it, ${customer.name} ${promiseInWords(callback)}, and who keeps it: ${standIn.name}.`,
  )
  return standIn
}

/** She is back: whoever stood in does so no longer. */
export async function recover(admin: DemoCaller, { sanne, marjan }: Cast): Promise<void> {
  await endAbsences(admin.as(marjan), sanne)
  tell('13:00', `${sanne.name} is better and back at her desk. All her cases are there, since none has left.`)
}

async function endAbsences(admin: DemoCaller, { id }: Named): Promise<void> {
  const now = Temporal.Now.instant().toString()
  const { data } = await admin.get<Page<Absence>>(`/employees/${id}/absences?untilAfter=${now}`)
  for (const absence of data) await admin.delete(`/absences/${absence.id}`)
}
