import type { Language } from '../languages/choose-language.ts'
import type { Tracking } from '../tracking/contract.ts'

/** What the page of a promise shows beyond the promise itself. */
export interface TrackingView {
  readonly tracking: Tracking
  readonly language: Language
  readonly now: Temporal.Instant
  /** Where its files are: the promise for a calendar, and the signed one. */
  readonly files: string
  /** What was wrong with what was sent, by the name of its text. */
  readonly fault?: `fault-${'words' | 'place' | 'choose' | 'over' | 'form'}` | undefined
}
