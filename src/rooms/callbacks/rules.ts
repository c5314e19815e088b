import type { OpenDraft } from '../../case-file/close-callback.ts'
import type { Draft } from '../../case-file/draft.ts'
import { CallbackIsClosed } from './problems.ts'

/** The callback is the one that its case has open; throws `callback-is-closed` otherwise. */
export function assertCallbackOpen(kase: Draft, callbackId: string): asserts kase is OpenDraft {
  if (kase.callbackId !== callbackId)
    throw CallbackIsClosed.because('This callback was kept, replaced or released.')
}
