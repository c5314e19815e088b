import type { Page } from '../lib/page.ts'
import type { MadeApiKey } from '../rooms/access/api-key-contract.ts'
import type { Case, OpenedCase } from '../rooms/cases/contract.ts'
import type { Fact } from '../rooms/customers/fact-contract.ts'
import type { DemoCaller } from './caller.ts'
import type { Cast } from './meet-customers.ts'
import { promised } from './promise.ts'
import { hourOf, nextWorkingDay, tell } from './story.ts'

/** The questions of the day. */
export interface Questions {
  readonly bakery: Case
  readonly dijkstra: Case
  readonly stranger: Case
  readonly yilmaz: Case
  readonly verhoeven: Case
  readonly well: Case
}

/** The morning: six questions come in, by telephone, at the door and by a form. */
export async function playMorning(
  admin: DemoCaller,
  cast: Cast,
  day: Temporal.PlainDate,
): Promise<Questions> {
  const bakery = await answerAtOnce(admin, cast)
  const dijkstra = await takeQuestion(admin, cast, day)
  const stranger = await takeFromStranger(admin, cast, day)
  const yilmaz = await receiveForm(admin, cast, day)

  const { joost } = cast
  const verhoeven = await admin.as(joost).post<OpenedCase>('/cases', {
    customerId: cast.verhoeven.id,
    topic: 'meter-reading',
    question: 'We sent the reading of our meter in July. Why is the bill an estimate?',
    callback: hourOf(day, 16),
  })
  tell('10:05', `Familie Verhoeven asks ${joost.name} about their meter: ${promised(verhoeven)}`)
  const well = await takeAsSpecialist(admin, cast, day)
  return { bakery, dijkstra, stranger, yilmaz, verhoeven, well }
}

/** First-contact resolution: opened and resolved in one call. */
async function answerAtOnce(admin: DemoCaller, { willem, bakery }: Cast): Promise<Case> {
  const kase = await admin.as(willem).post<OpenedCase>('/cases', {
    customerId: bakery.id,
    topic: 'meter-reading',
    question: 'When is our meter replaced? We cannot be without water while we bake.',
    resolution: { outcome: 'answered', summary: 'On Thursday after one o’clock, when the ovens are off.' },
  })
  tell(
    '09:03',
    `${kase.customer.name} calls. ${willem.name} knows the answer: case ${kase.reference} is opened and resolved in one contact, and nobody has to call back.`,
  )
  return kase
}

async function takeQuestion(
  admin: DemoCaller,
  { sanne, dijkstra }: Cast,
  day: Temporal.PlainDate,
): Promise<Case> {
  const { data } = await admin.get<Page<Fact>>(`/customers/${dijkstra.id}/facts`)
  const kase = await admin.as(sanne).post<OpenedCase>('/cases', {
    customerId: dijkstra.id,
    topic: 'invoice',
    subject: 'Charged twice in October',
    question: 'My October bill was taken from my account twice. Can one be paid back?',
    callback: hourOf(day, 14),
  })
  tell(
    '09:12',
    `${dijkstra.name} calls (“${data.at(-1)?.text}”). Sanne takes her question and it is hers: ${promised(kase)}`,
  )
  return kase
}

/** Identification is never forced: the answer waits for whoever quotes the reference. */
async function takeFromStranger(admin: DemoCaller, { piet }: Cast, day: Temporal.PlainDate): Promise<Case> {
  const kase = await admin.as(piet).post<OpenedCase>('/cases', {
    customer: { anonymous: true },
    topic: 'water-quality',
    channel: 'visit',
    question: 'Is the water in the fountain in the park fit to drink?',
    callback: hourOf(day, 11),
  })
  tell(
    '09:25',
    `Somebody at the desk would rather not say who they are. ${piet.name} takes it, and the answer waits for whoever quotes the reference: ${promised(kase)}`,
  )
  return kase
}

/** A system's case finds its owner in the transaction that opens it. */
async function receiveForm(
  admin: DemoCaller,
  { noord, sanne, piet, fatima, yilmaz }: Cast,
  day: Temporal.PlainDate,
): Promise<Case> {
  const { data } = await admin.get<Page<Case>>(`/cases?teamId=${noord.id}&status=open&limit=200`)
  const load = [sanne, piet, fatima].map(({ id, name, contractHours }) => {
    const owned = data.filter(({ owner }) => owner.id === id).length
    return `${name} ${owned} in ${contractHours} hours`
  })
  const { key } = await admin.post<MadeApiKey>('/api-keys', { name: 'Website', scopes: ['cases:write'] })
  const kase = await admin.withKey(key).post<OpenedCase>('/cases', {
    customerId: yilmaz.id,
    topic: 'water-quality',
    question: 'The water smells of chlorine since Friday. Is it safe for our baby?',
    callback: hourOf(day, 15),
  })
  tell(
    '09:40',
    `${yilmaz.name} fills in the form on the website, with a key that can open cases and nothing else. Open questions now: ${load.join(', ')}. It is ${kase.owner.name}’s (${kase.assignment.reason}): ${promised(kase)}`,
  )
  return kase
}

/** Intake never fails: what a specialist takes is owned by a member of the customer's team. */
async function takeAsSpecialist(
  admin: DemoCaller,
  { henk, bakery }: Cast,
  day: Temporal.PlainDate,
): Promise<Case> {
  const kase = await admin.as(henk).post<OpenedCase>('/cases', {
    customerId: bakery.id,
    topic: 'water-quality',
    question: 'Could we bake with water from our own well?',
    callback: hourOf(nextWorkingDay(day), 13),
  })
  tell(
    '10:15',
    `At ${bakery.name}, ${henk.name} is asked about a well. He is in no team and owns no question, so it is ${kase.owner.name}’s (${kase.assignment.reason}): ${promised(kase)}`,
  )
  return kase
}
