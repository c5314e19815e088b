import type { ContactRow } from '../../src/case-file/contact-row.ts'

/** The table of laws 5, 6 and 8: what each contact tells the customer, and thus what it keeps, moves, answers and withdraws. */
export const directions = ['outbound', 'inbound'] as const
export const channels = ['phone', 'email', 'chat', 'visit', 'letter', 'web'] as const

/** What may be said of a contact in either direction. */
export const outcomes = {
  outbound: ['reached', 'no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent'],
  inbound: ['reached'],
} as const

/** Who of ours it is with; outbound is the owner's voice alone (law 7). */
export const whom = {
  outbound: ['owner', 'stand-in'],
  inbound: ['owner', 'stand-in', 'colleague', 'colleague who answered', 'system'],
} as const

export type By = (typeof whom)['inbound'][number]

/** Their ids; of a system nobody. */
export const who: Readonly<Record<By, string | null>> = {
  owner: 'sanne',
  'stand-in': 'noor',
  colleague: 'piet',
  'colleague who answered': 'piet',
  system: null,
}

export interface Said {
  readonly direction: 'inbound' | 'outbound'
  readonly channel: (typeof channels)[number]
  readonly outcome: string
  readonly by: By
}

export interface Tells {
  readonly keeps: boolean
  readonly moves: boolean
  readonly answers: boolean
  readonly withdraws: boolean
}

const nothing: Tells = { keeps: false, moves: false, answers: false, withdraws: false }
const kept: Tells = { keeps: true, moves: true, answers: true, withdraws: false }

/** What the customer's contact tells, by who of ours was in it. */
const ofTheirs: Readonly<Record<By, Tells>> = {
  owner: { ...kept, withdraws: true },
  'stand-in': { ...kept, withdraws: true },
  colleague: { ...nothing, moves: true, withdraws: true },
  'colleague who answered': { ...nothing, moves: true, answers: true, withdraws: true },
  system: { ...nothing, withdraws: true },
}

/** What our contact tells, where the promise is a written one and where it is not; what is not here tells nothing. */
const ofOurs: Readonly<Record<string, { readonly written: Tells; readonly spoken: Tells }>> = {
  'phone reached': { written: kept, spoken: kept },
  'visit reached': { written: kept, spoken: kept },
  'chat reached': { written: kept, spoken: kept },
  'chat message-sent': { written: kept, spoken: nothing },
  'email reached': { written: kept, spoken: nothing },
  'email message-sent': { written: kept, spoken: nothing },
  'letter reached': { written: kept, spoken: nothing },
  'letter message-sent': { written: kept, spoken: nothing },
  'web reached': { written: kept, spoken: nothing },
  'web message-sent': { written: kept, spoken: nothing },
}

/** What a contact after the promise tells the customer, of a promise by this channel. */
export function tells({ direction, channel, outcome, by }: Said, promised: string): Tells {
  if (direction === 'outbound')
    return (
      ofOurs[`${channel} ${outcome}`]?.[
        ['email', 'chat', 'letter'].includes(promised) ? 'written' : 'spoken'
      ] ?? nothing
    )
  return channel === 'phone' || channel === 'chat' || channel === 'visit'
    ? ofTheirs[by]
    : { ...nothing, withdraws: true }
}

/** Such a contact as a row. */
export const contactOf = (
  { direction, channel, outcome, by }: Said,
  when: Pick<ContactRow, 'at' | 'recordedAt'>,
): ContactRow => ({
  id: 'contact',
  caseId: 'case',
  direction,
  channel,
  outcome,
  summary: null,
  employeeId: who[by],
  spokenFor: by === 'owner' || by === 'stand-in' ? 'sanne' : null,
  answered: by === 'colleague who answered',
  opening: false,
  participants: [],
  thanks: false,
  recordedByKind: by === 'system' ? 'system' : 'employee',
  recordedById: who[by] ?? 'system',
  ...when,
})
