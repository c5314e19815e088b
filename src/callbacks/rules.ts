import type { Draft } from '../cases/draft.ts'
import type { OpenDraft } from './close-callback.ts'
import { CallbackIsClosed } from './problems.ts'

/** The callback is the one that its case has open; throws `callback-is-closed` otherwise. */
export function assertCallbackOpen(kase: Draft, callbackId: string): asserts kase is OpenDraft {
  if (kase.callbackId !== callbackId)
    throw CallbackIsClosed.because('This callback was kept, replaced or released.')
}
