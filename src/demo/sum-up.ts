import type { Page } from '../lib/page.ts'
import type { Callback } from '../rooms/callbacks/contract.ts'
import type { Case } from '../rooms/cases/contract.ts'
import type { TimelineEntry } from '../rooms/events/contract.ts'
import { type DemoCaller, Unexpected } from './caller.ts'
import { head, promiseInWords, tell } from './story.ts'

/** What is left of the day, read back from the service: each case, its promises, and who owns it. */
export async function sumUp(admin: DemoCaller, questions: readonly Case[]): Promise<void> {
  head('What is left of it')
  const promises: Callback[] = []
  let events = 0
  for (const opened of questions) {
    const kase = await admin.get<Case>(`/cases/${opened.id}`)
    if (kase.owner.id !== opened.owner.id) throw new Unexpected(`case ${kase.reference} has another owner`)
    const { data } = await admin.get<Page<Callback>>(`/callbacks?caseId=${kase.id}&limit=200`)
    promises.push(...data)
    events += await countEvents(admin, kase)
    const ending = kase.callback
      ? `open, promised ${promiseInWords(kase.callback)}`
      : `resolved, ${kase.resolution?.outcome}`
    tell(
      '',
      `${kase.reference}  ${kase.customer.name ?? 'somebody'}: ${kase.owner.name} from the first word to the last; ${ending}.`,
    )
  }
  const count = (state: string) => promises.filter((promise) => promise.state === state).length
  const late = promises.filter(({ lateBy }) => lateBy !== null).length
  process.stdout.write('\n')
  tell(
    '',
    `${promises.length} promises: ${count('kept')} kept, ${count('rescheduled')} rescheduled, ${count('open')} open, ${late} late. ${events} events, numbered without a gap. No case changed hands.`,
  )
}

async function countEvents(admin: DemoCaller, { id, reference, version }: Case): Promise<number> {
  const { data } = await admin.get<Page<TimelineEntry>>(`/cases/${id}/timeline?limit=200`)
  const unbroken = data.every(({ caseSequence }, index) => caseSequence === index + 1)
  if (unbroken && data.length === version) return data.length
  throw new Unexpected(`the history of case ${reference} has a gap`)
}
