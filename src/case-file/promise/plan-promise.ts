import { readAddress } from '../../lib/contact-address.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import type { CallbackChannel } from '../../rooms/callbacks/channel-contract.ts'
import type { GivenWindow } from '../../rooms/callbacks/window-contract.ts'
import type { LockedCase } from '../locked-case.ts'
import { chooseWindow } from './choose-window.ts'
import type { PromiseFacts } from './promise-facts.ts'

/** Whose case it is, and how to come back to its customer. */
type Promisee = Pick<LockedCase, 'id' | 'ownerId' | 'customer' | 'country'>

/** A callback as it is to be stored. */
export type PlannedCallback = ReturnType<typeof planPromise>

/**
 * A callback to promise to the customer: within the window that is asked for, or the one that the team has agreed on.
 * `pointer` is where the window stands in the request. Throws what `chooseWindow` throws, and `unprocessable` without an
 * address to come back to.
 */
export function planPromise(
  kase: Promisee,
  given: GivenWindow,
  pointer: string,
  facts: PromiseFacts | undefined,
  now: Temporal.Instant,
) {
  if (!facts) throw new Error('a promise is made for an owner, and there is none')
  return {
    id: newId(),
    caseId: kase.id,
    ownerId: kase.ownerId,
    state: 'open' as const,
    ...chooseWindow(facts, given, now, pointer),
    ...wayBack(kase, given, pointer),
    attempts: 0,
    nextTryAt: null,
    madeAt: toWire(now),
    version: 1,
  }
}

interface WayBack {
  readonly channel: CallbackChannel
  readonly address: string | null
}

/** The channel of a callback and the number or address it goes to: as asked for, else as the customer prefers. */
function wayBack(kase: Promisee, { channel, to }: GivenWindow, pointer: string): WayBack {
  const chosen = channel ?? channelFor(kase, to !== undefined)
  if (chosen === 'pickup') return { channel: chosen, address: null }
  if (to !== undefined)
    return { channel: chosen, address: readAddress(chosen, to, kase.country, `${pointer}/to`) }
  if (chosen !== 'phone' && chosen !== 'email') return { channel: chosen, address: null }
  const address = chosen === 'phone' ? kase.customer.phone : kase.customer.email
  if (address === null)
    throw Unprocessable.at(`${pointer}/to`, `is needed: the customer left no address for ${chosen}`)
  return { channel: chosen, address }
}

/** Where nobody said how: the customer's preference, then the telephone, then mail, then a pickup by reference. */
function channelFor(kase: Promisee, hasAddress: boolean): CallbackChannel {
  const preferred = kase.customer.preferredChannel
  if (preferred === 'chat' || preferred === 'letter') return preferred
  if (preferred === 'email' && kase.customer.email !== null) return preferred
  if (hasAddress || kase.customer.phone !== null) return 'phone'
  return kase.customer.email === null ? 'pickup' : 'email'
}
