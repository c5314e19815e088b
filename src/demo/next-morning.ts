import type { Attempt } from '../rooms/callbacks/contract.ts'
import type { Case } from '../rooms/cases/contract.ts'
import { callbackOf } from './afternoon.ts'
import type { DemoCaller } from './caller.ts'
import type { Cast } from './meet-customers.ts'
import { promised, type Questions } from './morning.ts'
import { hourOf, nextWorkingDay, tell } from './story.ts'

/** The next morning: what was promised for it is kept, and one question turns out not to be over. */
export async function playNextMorning(
  admin: DemoCaller,
  { fatima }: Cast,
  questions: Questions,
  day: Temporal.PlainDate,
): Promise<void> {
  const settled = await keep(admin, questions.dijkstra, 'The bank has returned one of the two debits.')
  tell(
    '10:15',
    `${settled.owner.name} calls ${settled.customer.name} as she said she would: ${settled.status}, ${settled.resolution?.outcome}.`,
  )

  const again = await admin.as(fatima).post<Case>(`/cases/${questions.dijkstra.id}/reopen`, {
    reason: 'The money is not in the account.',
    contact: { direction: 'inbound', channel: 'phone', summary: 'It is not there yet.' },
    callback: hourOf(nextWorkingDay(day), 14),
  })
  tell(
    '10:40',
    `But it is not in her account, and she tells ${fatima.name}, who opens the case again. It goes back to ${again.owner.name}, not to whoever picked up: ${promised(again)}`,
  )

  const tested = await keep(
    admin,
    questions.yilmaz,
    'The water is fit to drink; the smell comes from a new filter.',
    'message-sent',
  )
  tell(
    '11:10',
    `${tested.owner.name} has the result and mails ${tested.customer.name}. By mail is how he wanted to hear it, so the promise is kept: ${tested.status}.`,
  )
}

async function keep(
  admin: DemoCaller,
  { id, owner }: Case,
  summary: string,
  outcome = 'reached',
): Promise<Case> {
  const promise = callbackOf(await admin.get<Case>(`/cases/${id}`))
  const attempt = await admin.as(owner).post<Attempt>(`/callbacks/${promise.id}/attempts`, {
    outcome,
    summary,
    then: { resolve: { outcome: 'answered' } },
  })
  return attempt.case
}
