import { z } from 'zod'
import { naming } from '../../lib/meaning/names.ts'
import { id, text } from '../../lib/wire.ts'

export const ConsultationAnswer = z.strictObject({ answer: text() }).meta({
  id: 'ConsultationAnswer',
  description: 'What the colleague answers, or did.',
  examples: [{ answer: 'The bank took it twice by mistake; it is paid back on Thursday.' }],
})
export type ConsultationAnswer = z.output<typeof ConsultationAnswer>

export const Decline = z
  .strictObject({
    reason: text(2000),
    mightKnow: naming('colleague', id).optional().describe('The employee who might know.'),
  })
  .meta({
    id: 'Decline',
    description: 'Why the colleague cannot help, and who might.',
    examples: [{ reason: 'I know nothing about direct debits.' }],
  })
export type Decline = z.output<typeof Decline>

export const Withdraw = z.strictObject({ reason: text(2000).optional() }).meta({
  id: 'Withdraw',
  description: 'The owner takes it back.',
  examples: [{ reason: 'The customer found the letter.' }],
})
export type Withdraw = z.output<typeof Withdraw>

export const Helpfulness = z.strictObject({ helpful: z.boolean() }).meta({
  id: 'HelpfulnessGiven',
  description: 'Whether the answer helped. Nobody is shown it of one consultation or one person.',
  examples: [{ helpful: true }],
})
export const HelpfulnessShown = z.object({ helpful: z.boolean() }).meta({
  id: 'Helpfulness',
  description: 'What was said just now: whether the answer helped.',
  examples: [{ helpful: true }],
})
export type Helpfulness = z.output<typeof Helpfulness>
