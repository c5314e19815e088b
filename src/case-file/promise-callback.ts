import type { Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { readPhone } from '../lib/phone.ts'
import { Unprocessable } from '../lib/problems.ts'
import type { CallbackChannel } from '../rooms/callbacks/channel-contract.ts'
import type { GivenWindow } from '../rooms/callbacks/window-contract.ts'
import { callbacks } from '../tables/callbacks.ts'
import { chooseWindow } from './choose-window.ts'
import { type Draft, recordOnCase } from './draft.ts'
import type { PromiseFacts } from './promise-facts.ts'

/**
 * Promises the customer a callback: within the window that is asked for, or the one that the team has agreed on. It
 * becomes the case's open callback in the draft; whoever saves the case writes its id. `pointer` is where the window
 * stands in the request. Throws what `chooseWindow` throws, and `unprocessable` without an address to come back to.
 */
export function promiseCallback(
  work: Work,
  kase: Draft,
  given: GivenWindow,
  pointer: string,
  facts: PromiseFacts | undefined,
  id = newId(),
): string {
  if (!facts) throw new Error('a promise is made for an owner, and there is none')
  const window = chooseWindow(facts, given, work.now, pointer)
  const way = wayBack(kase, given, pointer)
  const row = {
    id,
    caseId: kase.id,
    ownerId: kase.ownerId,
    state: 'open' as const,
    channel: way.channel,
    address: way.address,
    ...window,
    madeAt: toWire(work.now),
  }

  work.tx.insert(callbacks, row)
  kase.callbackId = row.id
  kase.callbackChannel = row.channel
  kase.callbackAddress = row.address
  kase.callbackFrom = row.windowFrom
  kase.callbackUntil = row.windowUntil
  kase.callbackMadeAt = row.madeAt
  kase.callbackAttempts = 0
  kase.callbackNextTryAt = null
  kase.callbackVersion = 1
  kase.callbackComputed = row.computed
  kase.callbackYielded = row.yielded
  recordOnCase(work, kase, 'callback.made', {
    callbackId: row.id,
    channel: row.channel,
    from: row.windowFrom,
    until: row.windowUntil,
    yielded: row.yielded,
  })
  return row.id
}

interface WayBack {
  readonly channel: CallbackChannel
  readonly address: string | null
}

/** The channel of a callback and the number or address it goes to: as asked for, else as the customer prefers. */
function wayBack(kase: Draft, { channel, to }: GivenWindow, pointer: string): WayBack {
  const chosen = channel ?? channelFor(kase, to !== undefined)
  if (chosen === 'pickup') return { channel: chosen, address: null }
  if (to !== undefined) {
    return {
      channel: chosen,
      address: chosen === 'phone' ? readPhone(to, kase.country, `${pointer}/to`) : to,
    }
  }
  if (chosen !== 'phone' && chosen !== 'email') return { channel: chosen, address: null }
  const address = chosen === 'phone' ? kase.customerPhone : kase.customerEmail
  if (address === null)
    throw Unprocessable.at(`${pointer}/to`, `is needed: the customer left no address for ${chosen}`)
  return { channel: chosen, address }
}

/** Where nobody said how: the customer's preference, then the telephone, then mail, then a pickup by reference. */
function channelFor(kase: Draft, hasAddress: boolean): CallbackChannel {
  const preferred = kase.customerPreferredChannel
  if (preferred === 'chat' || preferred === 'letter') return preferred
  if (preferred === 'email' && kase.customerEmail !== null) return preferred
  if (hasAddress || kase.customerPhone !== null) return 'phone'
  return kase.customerEmail === null ? 'pickup' : 'email'
}
