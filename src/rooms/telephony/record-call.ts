import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { calls } from '../../tables/calls.ts'
import { customers } from '../../tables/customers.ts'
import { makeContact } from './call-contact.ts'
import type { Call, NewCallEvent } from './call-contract.ts'
import { findCaller } from './find-caller.ts'
import { findSpeaker, type Speaker } from './find-speaker.ts'
import { type Heard, hearEvent } from './hear-event.ts'
import { type KnownCall, lockCall } from './lock-call.ts'
import { findCustomer, type OnTheLine } from './lock-customer.ts'
import { whomToRing } from './whom-to-ring.ts'

/** An event of a call; who of ours speaks in it, by whatever the telephone system knows. */
export type CallEvent = Omit<NewCallEvent, 'employeeExtension'> & {
  readonly speaker: Speaker
  /** The number that was called was busy. */
  readonly busy?: boolean
  /** Its numbers begin with their country, without a plus that would say so. */
  readonly abroadFirst?: boolean
}

/**
 * Hears what a telephone system tells of a call, in whatever order it does, and as often: what was told of before changes
 * nothing. A call with an open question behind it is a contact; one that nobody answered opens one where there is none
 * (law 3). Nothing is kept of how long it took (law 16).
 */
export async function recordCall(work: Work, given: CallEvent): Promise<Call> {
  const facts = await lockCall(work, given.callId)
  const heard = hearEvent(facts, given, work.now)
  if (heard.again && facts.call) return show(work, facts.call, heard, await customerOf(work, facts.call))
  const customer = heard.number === null ? undefined : await findCustomer(work, heard.number)
  const { call, knowsNow } = await withSpeaker(work, heard, given, customer)
  const { event } = given
  const decides = event === 'answered' || (event === 'ended' && !call.answered) || knowsNow
  const outcome =
    decides && heard.number !== null
      ? await makeContact(work, {
          call,
          number: heard.number,
          at: heard.at,
          timeZone: facts.timeZone,
          busy: given.busy ?? false,
        })
      : { ...call, customerId: call.customerId ?? customer?.id ?? null, customer }

  const { customerId, caseId, contactId } = outcome
  const row = { ...call, customerId, caseId, contactId }
  const { id, ...changed } = row
  if (facts.call) work.tx.update(calls, { id }, changed)
  else work.tx.insert(calls, row)
  return show(work, row, heard, outcome.customer ?? (await customerOf(work, row)))
}

/** The call with who of ours speaks, as soon as it is known. `knowsNow`: what an outbound call was comes to light late. */
async function withSpeaker(
  work: Work,
  { call }: Heard,
  { event, speaker }: CallEvent,
  customer: OnTheLine | undefined,
): Promise<{ readonly call: KnownCall; readonly knowsNow: boolean }> {
  const outbound = call.direction === 'outbound'
  // The telephones that an inbound call makes ring have not answered it, and who hangs up may be another.
  if (call.answeredById !== null || !(outbound || event === 'answered')) return { call, knowsNow: false }
  const answeredById = await findSpeaker(work, speaker, customer?.teamId ?? null)
  const isOver = call.answered || call.ended
  return { call: { ...call, answeredById }, knowsNow: outbound && isOver && answeredById !== null }
}

const currentCustomer = selecting(pick(customers, 'c', 'id', 'name'))<{ id: string }>(
  sql`from ${customers} c where c.id = current_customer(${sql.placeholder('id')}::uuid)`,
)

const customerOf = async ({ tx }: Work, { customerId }: KnownCall) =>
  customerId === null ? undefined : tx.row(currentCustomer, { id: customerId })

/** The call as it is answered. While it rings, whom to put it through to is told. */
async function show(
  work: Work,
  call: KnownCall,
  { number }: Heard,
  customer: { readonly id: string; readonly name: string | null } | undefined,
): Promise<Call> {
  const state = stateOf(call)
  const rings =
    state === 'ringing' && call.direction === 'inbound' && number !== null && customer !== undefined
  return {
    id: call.id,
    callId: call.callId,
    direction: call.direction,
    from: call.fromNumber,
    to: call.toNumber,
    state,
    at: call.at,
    customer: customer ? { id: customer.id, name: customer.name } : null,
    caseId: call.caseId,
    contactId: call.contactId,
    ring: rings ? await ringFor(work, number) : null,
    version: call.version,
  }
}

async function ringFor(work: Work, phone: string): Promise<Call['ring']> {
  const asked = { phone, now: toWire(work.now), ...viewerOf(work.actor) }
  const { openCases, candidates } = await findCaller(work.tx, asked)
  return whomToRing(work, openCases[0], candidates[0])
}

const stateOf = ({ answered, ended }: KnownCall): Call['state'] =>
  answered ? (ended ? 'ended' : 'answered') : ended ? 'missed' : 'ringing'
