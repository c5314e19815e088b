import type { Attempt, Callback } from '../rooms/callbacks/contract.ts'
import type { Case } from '../rooms/cases/contract.ts'
import type { Consultation } from '../rooms/consultations/contract.ts'
import { bendRule } from './bent-rule.ts'
import { type DemoCaller, Unexpected } from './caller.ts'
import { askSpecialist } from './consultation.ts'
import type { Cast } from './meet-customers.ts'
import type { Questions } from './morning.ts'
import { callbackOf, promised } from './promise.ts'
import { hourOf, nextWorkingDay, promiseInWords, tell } from './story.ts'
import { playTelephone } from './telephone.ts'

/**
 * The rest of the day: colleagues who would help in the wrong way, and promises that are kept in the right one. Answers
 * with what a specialist was asked.
 */
export async function playAfternoon(
  admin: DemoCaller,
  cast: Cast,
  questions: Questions,
  day: Temporal.PlainDate,
): Promise<Consultation> {
  await playTelephone(admin, cast, questions.dijkstra)
  await meddle(admin, cast, questions)
  await misread(admin, questions)
  await pickUp(admin, cast, questions)
  const asked = await askSpecialist(admin, cast, questions.yilmaz)
  await keepByTelephone(admin, cast, questions, day)
  await bendRule(admin, cast, questions.dijkstra, day)
  await reschedule(admin, cast, questions, day)
  await callFirst(admin, cast, questions)
  return asked
}

async function meddle(admin: DemoCaller, { piet, marjan }: Cast, { dijkstra }: Questions): Promise<void> {
  const tries = `/callbacks/${callbackOf(dijkstra).id}/attempts`
  const then = { resolve: { outcome: 'answered', summary: 'Paid back.' } }
  const voice = await admin.as(piet).refused('only-the-owner', 'POST', tries, { outcome: 'reached', then })
  tell('10:31', `${piet.name} would like to settle it himself. Refused, ${voice.code}: “${voice.detail}”`)

  const final = await admin
    .as(marjan)
    .refused('owner-is-final', 'PATCH', `/cases/${dijkstra.id}`, { ownerId: piet.id })
  tell(
    '10:34',
    `${marjan.name}, who coaches the team, would like to give it to him. Refused, ${final.code}: “${final.detail}”`,
  )
}

async function misread(admin: DemoCaller, { dijkstra }: Questions): Promise<void> {
  const { reference } = dijkstra
  const wrong = reference.slice(0, -2) + reference.slice(-1) + reference.slice(-2, -1)
  const misheard =
    wrong === reference ? `${reference.slice(0, -1)}${(Number(reference.slice(-1)) + 1) % 10}` : wrong
  const { code } = await admin.refused('reference-misread', 'GET', `/cases/by-reference/${misheard}`)
  const found = await admin.get<Case>(`/cases/by-reference/${reference}`)
  tell(
    '10:50',
    `“${misheard}”, somebody understands. Refused, ${code}, and nobody else’s case is shown. Read back digit by digit it is ${reference}: ${found.subject}.`,
  )
}

async function pickUp(admin: DemoCaller, { piet }: Cast, { stranger }: Questions): Promise<void> {
  const { case: after } = await admin
    .as(piet)
    .post<Attempt>(`/callbacks/${callbackOf(stranger).id}/attempts`, {
      outcome: 'reached',
      summary: 'Yes: it is drinking water.',
      then: { resolve: { outcome: 'answered' } },
    })
  tell(
    '11:20',
    `The stranger is back and quotes ${after.reference}. ${piet.name} has the answer ready: ${after.status}.`,
  )
}

/** A failed attempt leaves the promise open; a kept one says what follows. */
async function keepByTelephone(
  admin: DemoCaller,
  { sanne }: Cast,
  { dijkstra }: Questions,
  day: Temporal.PlainDate,
): Promise<void> {
  const tries = `/callbacks/${callbackOf(dijkstra).id}/attempts`
  const failed = await admin.as(sanne).post<Attempt>(tries, { outcome: 'no-answer' })
  tell(
    '14:10',
    `${sanne.name} calls ${dijkstra.customer.name}, and nobody answers. The promise stays ${callbackOf(failed.case).state}; attempt ${callbackOf(failed.case).attempts} is on record and the next one is planned.`,
  )

  const kept = await admin.as(sanne).post<Attempt>(tries, {
    outcome: 'reached',
    summary: 'There are two debits indeed. The bank has been asked to return one.',
    then: { callback: hourOf(nextWorkingDay(day), 10) },
  })
  tell(
    '14:40',
    `Now she is there. Half an answer, so this promise is kept and another is made: ${promised(kept.case)}`,
  )
}

/** Another window, of which the customer was told beforehand. */
async function reschedule(
  admin: DemoCaller,
  { henk, yilmaz: customer }: Cast,
  { yilmaz }: Questions,
  day: Temporal.PlainDate,
): Promise<void> {
  const moved = await admin
    .as(yilmaz.owner)
    .post<Callback>(`/callbacks/${callbackOf(yilmaz).id}/reschedule`, {
      ...hourOf(nextWorkingDay(day), 11),
      reason: 'The sample is tested tomorrow morning.',
      contact: {
        direction: 'outbound',
        channel: 'email',
        summary: 'The sample is being tested; boil it until then.',
      },
    })
  tell(
    '15:05',
    `${henk.name} will test the sample tomorrow. ${yilmaz.owner.name} tells ${customer.name} before his hour has come, and promises him the answer ${promiseInWords(moved)}.`,
  )
}

async function callFirst(admin: DemoCaller, { joost }: Cast, { verhoeven }: Questions): Promise<void> {
  const promise = callbackOf(verhoeven)
  const after = await admin.as(joost).post<Case>(`/cases/${verhoeven.id}/resolve`, {
    outcome: 'fixed',
    summary: 'The reading had stayed behind; the bill is corrected.',
    contact: { direction: 'inbound', channel: 'phone' },
  })
  const { state, customerCalledFirst } = await admin.get<Callback>(`/callbacks/${promise.id}`)
  if (!customerCalledFirst)
    throw new Unexpected(`the callback ${promise.id} does not say that the customer called first`)
  tell(
    '15:50',
    `${after.customer.name} calls before ${joost.name} does, and he has it fixed. The promise counts as ${state}, and it stays on record that the customer called first. Case ${after.reference} is ${after.status}.`,
  )
}
