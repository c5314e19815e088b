import type { Work } from '../db/work.ts'
import { callbacks } from '../tables/callbacks.ts'
import type { OpenDraft } from './close-callback.ts'

/**
 * Sends an open promise to another number or address, because its case got the right customer. Channel, window and what
 * was tried stay (law 5); the database lets it pass in the transaction of the correction alone.
 */
export function readdressCallback(work: Work, kase: OpenDraft, address: string | null): void {
  kase.callbackAddress = address
  kase.callbackVersion += 1
  work.tx.update(callbacks, { id: kase.callbackId }, { address, version: kase.callbackVersion })
}
