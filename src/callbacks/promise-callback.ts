import type { CallbackChannel } from '../cases/channels.ts'
import { type Draft, recordOnCase } from '../cases/draft.ts'
import type { GivenWindow } from '../cases/window-contract.ts'
import type { Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { readPhone } from '../lib/phone.ts'
import { Unprocessable, ValidationFailed } from '../lib/problems.ts'
import { callbacks } from '../tables/callbacks.ts'

/**
 * Promises the customer a callback: within the window that is asked for, or the one that the team has agreed on. It
 * becomes the case's open callback in the draft; whoever saves the case writes its id. `pointer` is where the window
 * stands in the request. Throws `validation-failed` and `unprocessable`, which name the field.
 */
export function promiseCallback(
  work: Work,
  kase: Draft,
  given: GivenWindow,
  pointer: string,
  id = newId(),
): string {
  const window = windowOf(kase, given, work.now, pointer)
  const way = wayBack(kase, given, pointer)
  const row = {
    id,
    caseId: kase.id,
    ownerId: kase.ownerId,
    state: 'open' as const,
    channel: way.channel,
    address: way.address,
    windowFrom: window.from,
    windowUntil: window.until,
    computed: window.computed,
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
  recordOnCase(work, kase, 'callback.made', {
    callbackId: row.id,
    channel: row.channel,
    from: row.windowFrom,
    until: row.windowUntil,
  })
  return row.id
}

interface Window {
  readonly from: string
  readonly until: string
  readonly computed: boolean
}

const skew = { minutes: 5 }

function windowOf(kase: Draft, { from, until }: GivenWindow, now: Temporal.Instant, pointer: string): Window {
  if (from === undefined && until === undefined) {
    // In plain time; the calendar will make it working time, here.
    const within = Temporal.Duration.from(kase.callbackWithin)
    const end = now.toZonedDateTimeISO(kase.teamTimeZone).add(within).toInstant()
    return { from: toWire(now), until: toWire(end), computed: true }
  }
  if (from === undefined) throw ValidationFailed.at(`${pointer}/from`, 'must be given together with until')
  if (until === undefined) throw ValidationFailed.at(`${pointer}/until`, 'must be given together with from')
  const begin = Temporal.Instant.from(from)
  const end = Temporal.Instant.from(until)
  if (Temporal.Instant.compare(begin, end) >= 0)
    throw ValidationFailed.at(`${pointer}/until`, 'must be later than from')
  if (Temporal.Instant.compare(end, now) <= 0)
    throw Unprocessable.at(`${pointer}/until`, 'must lie in the future')
  if (Temporal.Instant.compare(begin, now.subtract(skew)) < 0) {
    throw Unprocessable.at(`${pointer}/from`, 'must lie in the future')
  }
  return { from: toWire(begin), until: toWire(end), computed: false }
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
