import type { Attempt } from '../rooms/callbacks/contract.ts'
import type { Case } from '../rooms/cases/contract.ts'
import type { Consultation } from '../rooms/consultations/contract.ts'
import type { DemoCaller } from './caller.ts'
import { answerOwner } from './consultation.ts'
import type { Cast } from './meet-customers.ts'
import type { Questions } from './morning.ts'
import { callbackOf, promised } from './promise.ts'
import { fallIll, recover } from './sick-owner.ts'
import { hourOf, nextWorkingDay, tell } from './story.ts'

/** The next morning: its promises are kept, one of them for an owner who is ill, and one question is not over. */
export async function playNextMorning(
  admin: DemoCaller,
  cast: Cast,
  questions: Questions,
  asked: Consultation,
  day: Temporal.PlainDate,
): Promise<void> {
  const { sanne, fatima, yilmaz } = cast
  const standIn = await fallIll(admin, cast, questions.dijkstra, day)
  await answerOwner(admin, cast, asked)

  const settled = await keep(
    admin.as(standIn),
    questions.dijkstra,
    'The bank has returned one of the two debits.',
  )
  tell(
    '10:15',
    `${standIn.name} calls ${settled.customer.name} in ${sanne.name}’s hour: a stand-in may do what a colleague may not. The promise is kept, and the case is ${settled.status} and still ${settled.owner.name}’s.`,
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
    admin.as(questions.yilmaz.owner),
    questions.yilmaz,
    'The water is fit to drink; the smell comes from a new filter.',
    'message-sent',
  )
  tell(
    '11:10',
    `${tested.owner.name} has the result and mails ${yilmaz.name}. By mail is how he wanted to hear it, so the promise is kept: ${tested.status}. ${tested.faces === 1 ? 'He had to do with nobody else.' : ''}`,
  )
  await recover(admin, cast)
}

async function keep(voice: DemoCaller, { id }: Case, summary: string, outcome = 'reached'): Promise<Case> {
  const promise = callbackOf(await voice.get<Case>(`/cases/${id}`))
  const attempt = await voice.post<Attempt>(`/callbacks/${promise.id}/attempts`, {
    outcome,
    summary,
    then: { resolve: { outcome: 'answered' } },
  })
  return attempt.case
}
