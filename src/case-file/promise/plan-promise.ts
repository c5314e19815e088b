import { readAddress } from '../../lib/contact-address.ts'
import { idOf } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { type CallbackChannel, callbackChannels } from '../../rooms/callbacks/channel-contract.ts'
import type { GivenWindow } from '../../rooms/callbacks/window-contract.ts'
import type { ReachableCustomer } from '../case-columns.ts'
import type { LockedCase } from '../locked-case.ts'
import { chooseWindow } from './choose-window.ts'
import type { PromiseFacts } from './promise-facts.ts'

/** Whose case it is, and how to come back to its customer. */
type Promisee = Pick<LockedCase, 'id' | 'ownerId' | 'customer' | 'country'>

/** A callback as it is to be stored. */
export type PlannedCallback = ReturnType<typeof planPromise>

/**
 * A callback to promise to the customer: within the window that is asked for, or the one that the team has agreed on.
 * `pointer` is where the window stands in the request, and `was` the promise in whose place it comes. Throws what
 * `chooseWindow` throws, and `unprocessable` without an address to come back to.
 */
export function planPromise(
  kase: Promisee,
  given: GivenWindow,
  pointer: string,
  facts: PromiseFacts | undefined,
  now: Temporal.Instant,
  was?: Was,
) {
  if (!facts) throw new Error('a promise is made for an owner, and there is none')
  return {
    id: idOf(now),
    caseId: kase.id,
    ownerId: kase.ownerId,
    state: 'open' as const,
    ...chooseWindow(facts, given, now, pointer),
    ...wayBack(kase, given, pointer, was),
    attempts: 0,
    nextTryAt: null,
    madeAt: toWire(now),
    version: 1,
  }
}

/** The way of the promise in whose place another one comes. */
type Was = { readonly channel: string; readonly address: string | null }

/** The channel of a callback and the number or address it goes to: null where the channel has none, or needs none. */
interface WayBack {
  readonly channel: CallbackChannel
  readonly address: string | null
}

/** As asked for, else as the promise in whose place it comes, else as the customer prefers. */
function wayBack(kase: Promisee, { channel, to }: GivenWindow, pointer: string, was?: Was): WayBack {
  const chosen = channel ?? channelFor(kase.customer, to, was?.channel)
  if (chosen === 'pickup') return { channel: chosen, address: null }
  if (to !== undefined)
    return { channel: chosen, address: readAddress(chosen, to, kase.country, `${pointer}/to`) }
  const before = was?.channel === chosen ? was.address : null
  const address = before ?? addressOf(kase.customer, chosen)
  if (address === null && (chosen === 'phone' || chosen === 'email'))
    throw Unprocessable.at(`${pointer}/to`, `is needed: the customer left no address for ${chosen}`)
  return { channel: chosen, address }
}

/** Where nobody said how: as before, then the customer's preference, the telephone, mail, and a pickup by reference. */
function channelFor(
  customer: ReachableCustomer,
  to: string | undefined,
  was: string | undefined,
): CallbackChannel {
  const usual = callbackChannels.find((each) => each === was) ?? preferredChannel(customer)
  if (to !== undefined && ['phone', 'email', 'pickup'].includes(usual))
    return to.includes('@') ? 'email' : 'phone'
  return usual
}

/** How a customer is reached where nobody says how; `pickup`: not at all. */
export function preferredChannel(customer: ReachableCustomer): CallbackChannel {
  const preferred = customer.preferredChannel
  if (preferred === 'chat' || preferred === 'letter') return preferred
  if (preferred === 'email' && addressOf(customer, preferred) !== null) return preferred
  return (['phone', 'email'] as const).find((each) => addressOf(customer, each) !== null) ?? 'pickup'
}

/** The customer's own number or address for a channel: of several of the others, the first. */
function addressOf(customer: ReachableCustomer, channel: CallbackChannel): string | null {
  const own = channel === 'phone' ? customer.phone : channel === 'email' ? customer.email : null
  return own ?? customer.otherContactPoints.find((point) => point.channel === channel)?.address ?? null
}
