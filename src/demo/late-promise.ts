import type { Attempt, Callback } from '../rooms/callbacks/contract.ts'
import type { Case, OpenedCase } from '../rooms/cases/contract.ts'
import type { DemoCaller } from './caller.ts'
import type { DemoClock } from './demo-clock.ts'
import type { Cast } from './meet-customers.ts'
import { callbackOf, promised } from './promise.ts'
import { dayInWords, head, hourOf, momentOf, tell } from './story.ts'

/** An earlier day, on which somebody called too late; left out where the time is not ours to tell. */
export async function playLatePromise(
  admin: DemoCaller,
  { yara, verhoeven }: Cast,
  day: Temporal.PlainDate,
  clock: DemoClock | undefined,
): Promise<{ readonly moved?: Case }> {
  if (!clock) {
    tell(
      '',
      'How a promise is kept too late is left out: that takes a database of the demo’s own, since no other lets anybody play with time.',
    )
    return {}
  }
  head(dayInWords(day))
  clock.moveTo(momentOf(day, '11:20'))
  const moved = await admin.as(yara).post<OpenedCase>('/cases', {
    customerId: verhoeven.id,
    topic: 'moving-house',
    question: 'We moved in August. Who pays for the water of the summer in the old house?',
    callback: hourOf(day, 15),
  })
  tell('11:20', `${verhoeven.name} asks ${yara.name} about their old house: ${promised(moved)}`)

  clock.moveTo(momentOf(day, '16:35'))
  const promise = callbackOf(moved)
  await admin.as(yara).post<Attempt>(`/callbacks/${promise.id}/attempts`, {
    outcome: 'reached',
    summary: 'Whoever lived there: the new owner, from the first of August.',
    then: { resolve: { outcome: 'answered' } },
  })
  const { state, lateBy } = await admin.get<Callback>(`/callbacks/${promise.id}`)
  const minutes = lateBy === null ? 0 : Math.round(Temporal.Duration.from(lateBy).total('minutes'))
  tell(
    '16:35',
    `It was a busy afternoon, and she calls only now. The promise is ${state}, and ${minutes} minutes late: that stays on record, and nobody can change it.`,
  )
  await clock.moveToNow()
  return { moved }
}
