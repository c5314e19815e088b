/** A step on the way of a question, as a team knows it. */
interface Step {
  /** What people call it. */
  readonly name: string
  /** What it is about. */
  readonly kind: 'customer' | 'promise' | 'broken' | 'colleague' | 'room' | 'ending'
}

/**
 * Every step of the journey. What is no step is left out: reminders, notes, words that changed, and a contact that is told
 * of with what it was for, such as the one that kept a promise.
 */
export const steps = {
  opened: { name: 'Question opened', kind: 'customer' },
  contact: { name: 'Contact', kind: 'customer' },
  chased: { name: 'Customer chased', kind: 'customer' },
  reopened: { name: 'Opened again', kind: 'customer' },
  promised: { name: 'Promise made', kind: 'promise' },
  tried: { name: 'Tried in vain', kind: 'promise' },
  rescheduled: { name: 'Promise moved', kind: 'promise' },
  kept: { name: 'Promise kept', kind: 'promise' },
  broken: { name: 'Promise broken', kind: 'broken' },
  keptLate: { name: 'Promise kept late', kind: 'broken' },
  consulted: { name: 'Colleague asked', kind: 'colleague' },
  colleagueAnswered: { name: 'Colleague answered', kind: 'colleague' },
  colleagueDeclined: { name: 'Colleague could not help', kind: 'colleague' },
  colleagueLate: { name: 'Colleague overdue', kind: 'colleague' },
  gesture: { name: 'Gesture given', kind: 'room' },
  asked: { name: 'Asked above the ceiling', kind: 'room' },
  ruleBent: { name: 'Rule bent', kind: 'room' },
  succeeded: { name: 'Another owner', kind: 'room' },
  answered: { name: 'Answered', kind: 'ending' },
  fixed: { name: 'Fixed', kind: 'ending' },
  unreachable: { name: 'Not reachable', kind: 'ending' },
  withdrawn: { name: 'Withdrawn', kind: 'ending' },
  duplicate: { name: 'A duplicate', kind: 'ending' },
  notAQuestion: { name: 'No question', kind: 'ending' },
} as const satisfies Readonly<Record<string, Step>>

export type StepCode = keyof typeof steps

/** The codes of all steps, in this order. */
export const stepCodes = Object.keys(steps) as [StepCode, ...StepCode[]]
