import { addCall } from '../../case-file/add-call.ts'
import { readContact } from '../../case-file/add-contact.ts'
import { save } from '../../case-file/change.ts'
import { completeContact } from '../../case-file/complete-contact.ts'
import { isVoiceOf } from '../../case-file/rules.ts'
import type { Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { openCase } from '../cases/open-case.ts'
import type { KnownCall } from './lock-call.ts'
import { lockCustomer, type OnTheLine } from './lock-customer.ts'
import { lockOpenCase } from './lock-open-case.ts'

/** A call that has come to where it is a contact, or might be. */
interface Talk {
  readonly call: KnownCall
  /** The customer's. */
  readonly number: string
  readonly at: string
  /** Nobody said when it was: it is as it is heard, also where another call was waited for. */
  readonly isNow?: boolean
  /** Of the default team: when a customer called whom nobody knew. */
  readonly timeZone: string
  /** The number that was called was busy. */
  readonly busy: boolean
}

/** What a call is a contact of. */
export type CallOutcome = Pick<KnownCall, 'customerId' | 'caseId' | 'contactId'> & {
  readonly customer: { readonly id: string; readonly name: string | null } | undefined
}

/**
 * Makes a call the contact that it is, once: the customer spoke with somebody, called in vain, or was called. One that
 * is answered after all becomes what it was.
 */
export async function makeContact(work: Work, talk: Talk): Promise<CallOutcome> {
  const { call, number } = talk
  if (call.contactId !== null && call.caseId !== null) {
    if (call.answered)
      await completeContact(work, { id: call.contactId, caseId: call.caseId, spokenBy: call.answeredById })
    return { ...call, customer: undefined }
  }
  const spokenBy = speakerOf(call)
  const customer = await lockCustomer(work, number, spokenBy)
  const found = { customerId: customer?.id ?? null, caseId: null, contactId: null, customer }
  const made = customer && (await addToOpenCase(work, talk, customer, spokenBy))
  if (made) return { ...found, ...made }
  if (call.direction === 'outbound' || call.answered) return found
  return openByMissedCall(work, talk, customer)
}

/** Who of ours the customer has to do with: whoever answered, or of an outbound call whoever made it. */
const speakerOf = ({ direction, answered, answeredById }: KnownCall): string | null =>
  direction === 'outbound' || answered ? answeredById : null

/** A contact on an open case of the customer's: of an outbound call only by who speaks for its owner (law 7). */
async function addToOpenCase(
  work: Work,
  { call, at, isNow, busy }: Talk,
  customer: OnTheLine,
  spokenBy: string | null,
): Promise<Pick<KnownCall, 'caseId' | 'contactId'> | undefined> {
  const { direction, answered } = call
  if (direction === 'outbound' && spokenBy === null) return undefined
  const kase = await lockOpenCase(work, customer.id, spokenBy)
  if (!kase || (direction === 'outbound' && !isVoiceOf(spokenBy, kase))) return undefined
  const unanswered = direction === 'inbound' ? 'missed' : busy ? 'busy' : 'no-answer'
  const said = { direction, channel: 'phone', outcome: answered ? 'reached' : unanswered } as const
  const moment = isNow ? toWire(work.now) : at
  const contact = await readContact(work, kase, { ...said, at: moment }, { pointer: '', spokenBy })
  save(work, await addCall(work, kase, contact))
  return { caseId: kase.id, contactId: contact.id }
}

/** Somebody wanted something, and nobody answered: a question, with an owner who calls back. */
async function openByMissedCall(
  work: Work,
  { number, at, timeZone }: Talk,
  customer: OnTheLine | undefined,
): Promise<CallOutcome> {
  const contactId = newId()
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(customer?.timeZone ?? timeZone)
  const moment = `${local.toPlainDate()} at ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
  const opened = await openCase(
    work,
    {
      ...(customer ? { customerId: customer.id } : { customer: { phone: number } }),
      question: `Missed call on ${moment} from ${number}`,
      channel: 'phone',
      contact: { channel: 'phone', at },
      callback: { channel: 'phone', to: number },
    },
    contactId,
  )
  return { customerId: opened.customer.id, caseId: opened.id, contactId, customer: opened.customer }
}
