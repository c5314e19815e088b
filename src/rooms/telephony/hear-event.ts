import type { Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { happenedAt } from '../../lib/moments.ts'
import { Unprocessable } from '../../lib/problems.ts'
import type { CallEvent } from './call-event.ts'
import type { CallFacts, KnownCall } from './lock-call.ts'
import { readNumber } from './read-number.ts'

/** What one event says, read. */
export interface Heard {
  /** The call as it is known with this event. */
  readonly call: KnownCall
  /** This event was told of before. */
  readonly again: boolean
  /** Who the customer is comes to light late, after an event that showed no number. */
  readonly learnsNumber: boolean
  /** The customer's number; null: withheld. */
  readonly number: string | null
  /** The moment of this event. */
  readonly at: string
}

/**
 * Reads an event into what is known of its call. What is no number is that of a caller who shows none, since a
 * telephone system does not send an event again that was refused. Throws `unprocessable` where the call was another one
 * before, since a contact would be somebody else's. Of a customer who was erased no number is learned again.
 */
export function hearEvent(
  { country, call, isOfTheErased }: CallFacts,
  given: CallEvent,
  { actor, now }: Work,
): Heard {
  const inbound = given.direction === 'inbound'
  const theirs = inbound ? 'from' : 'to'
  const read = (written: string | null | undefined) =>
    readNumber(written ?? '', country, given.abroadFirst) ?? null
  const number = isOfTheErased ? null : read(given[theirs])
  // Ours may be an extension or a name: it is nobody we have to call.
  const ours = read(given[inbound ? 'to' : 'from'])
  const at = happenedAt(given.at, now, '/at')
  const known = call ?? {
    id: newId(),
    callId: given.callId,
    direction: given.direction,
    fromNumber: inbound ? number : ours,
    toNumber: inbound ? ours : number,
    at,
    rang: false,
    givenUp: false,
    employeeExtension: null,
    answered: false,
    ended: false,
    answeredById: null,
    customerId: null,
    caseId: null,
    contactId: null,
    toldById: actor.id,
    version: 0,
  }
  if (known.direction !== given.direction)
    throw Unprocessable.at('/direction', `was ${known.direction} in an earlier event of this call`)
  const before = inbound ? known.fromNumber : known.toNumber
  if (before !== null && number !== null && before !== number)
    throw Unprocessable.at(`/${theirs}`, 'was another number in an earlier event of this call')
  const field = { ringing: 'rang', answered: 'answered', ended: 'ended' } as const
  const { extension } = given.speaker
  const names = given.event === 'answered' || !inbound
  return {
    number: number ?? before,
    at,
    again: known[field[given.event]],
    learnsNumber: call !== null && before === null && number !== null,
    call: {
      ...known,
      at: at < known.at ? at : known.at,
      fromNumber: known.fromNumber ?? (inbound ? number : ours),
      toNumber: known.toNumber ?? (inbound ? ours : number),
      employeeExtension: known.employeeExtension ?? (names ? (extension ?? null) : null),
      [field[given.event]]: true,
      version: known.version + 1,
    },
  }
}
