import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { callEvents, calls } from '../../tables/calls.ts'
import { makeContact } from './call-contact.ts'
import type { Call } from './call-contract.ts'
import type { CallEvent } from './call-event.ts'
import { findSpeaker } from './find-speaker.ts'
import { type Heard, hearEvent } from './hear-event.ts'
import { type CallFacts, type KnownCall, lockCall } from './lock-call.ts'
import { findCustomer } from './lock-customer.ts'
import { readNumber, userOf } from './read-number.ts'
import { showCall } from './show-call.ts'

/**
 * Hears what a telephone system tells of a call, in whatever order it does, and as often: what was told of before changes
 * nothing. A call with an open question behind it is a contact; one that nobody answered opens one where there is none
 * (law 3). Nothing is kept of how long it took (law 16).
 */
export async function recordCall(work: Work, given: CallEvent): Promise<Call> {
  const facts = await lockCall(work, given.callId)
  const heard = hearEvent(facts, given, work)
  if (heard.again && facts.call) return showCall(work, facts.call, heard.number)
  const customer = heard.number === null ? undefined : await findCustomer(work, heard.number)
  const { call, knowsNow } = await withSpeaker(work, facts, heard, given, customer?.teamId ?? null)
  const outcome =
    heard.number !== null && decides(heard, given, call, knowsNow)
      ? await makeContact(work, {
          call,
          number: heard.number,
          at: heard.at,
          isNow: given.at === undefined,
          timeZone: facts.timeZone,
          busy: given.busy ?? false,
        })
      : { ...call, customerId: call.customerId ?? customer?.id ?? null, customer }

  const { customerId, caseId, contactId } = outcome
  const row = { ...call, customerId, caseId, contactId }
  const { id, toldById: _, ...changed } = row
  if (facts.call) work.tx.update(calls, { id }, changed)
  else work.tx.insert(calls, row)
  await keepEvent(work, row, heard, given)
  return showCall(work, row, heard.number, outcome.customer)
}

/** Whether it is with this event that the call has come to where it is a contact, or might be. */
function decides(
  { learnsNumber }: Heard,
  { event }: CallEvent,
  { answered, ended }: KnownCall,
  knowsNow: boolean,
): boolean {
  const isOver = answered || ended
  return event === 'answered' || (event === 'ended' && !answered) || knowsNow || (learnsNumber && isOver)
}

/** The call with who of ours speaks, as soon as it is known. `knowsNow`: what an outbound call was comes to light late. */
async function withSpeaker(
  work: Work,
  { country }: CallFacts,
  { call }: Heard,
  { event, speaker, abroadFirst }: CallEvent,
  teamId: string | null,
): Promise<{ readonly call: KnownCall; readonly knowsNow: boolean }> {
  const outbound = call.direction === 'outbound'
  // The telephones that an inbound call makes ring have not answered it, and who hangs up may be another.
  if (call.answeredById !== null || !(outbound || event === 'answered')) return { call, knowsNow: false }
  const sent = speaker.extension
  const phone = sent === undefined ? undefined : readNumber(sent, country, abroadFirst)
  const extension = sent === undefined ? undefined : userOf(sent)
  const answeredById = await findSpeaker(work, { ...speaker, extension, phone }, teamId)
  const isOver = call.answered || call.ended || call.givenUp
  return { call: { ...call, answeredById }, knowsNow: outbound && isOver && answeredById !== null }
}

/** Events that an earlier version was told of are not on record. */
const endOf = selecting(pick(callEvents, 'e', 'place'))<{ id: string }>(
  sql`from ${callEvents} e where e.call_id = ${sql.placeholder('id')} and e.event = 'ended'`,
)

/** Keeps what was told. When somebody is known to have spoken, when the call ended is not kept (law 16). */
async function keepEvent(
  work: Work,
  call: KnownCall,
  { at }: Heard,
  { event, speaker }: CallEvent,
): Promise<void> {
  const place = [call.rang, call.answered, call.ended].filter(Boolean).length
  const ofEnd = event === 'ended' && call.answered
  const employeeExtension = speaker.extension ?? null
  const toldOfEnd = event === 'answered' && call.ended && (await work.tx.row(endOf, { id: call.id }))

  work.tx.insert(callEvents, { callId: call.id, event, place, at: ofEnd ? null : at, employeeExtension })
  if (toldOfEnd) work.tx.update(callEvents, { callId: call.id, event: 'ended' }, { at: null })
}
