import { z } from 'zod'
import { out } from '../../lib/wire.ts'

export const exampleCaseHeadsUp = {
  id: '0199a3fc-1b22-7c33-9d44-5e6f7a8b9c0d',
  title: 'Letter about the new rates',
  kind: 'mailing',
  message: 'Your rate changes on 1 December.',
  expectedQuestions: [{ question: 'Can I keep my old rate?', answer: 'Until your contract ends, yes.' }],
  whoKnows: ['0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89'],
}

const ExpectedQuestion = z.object({ question: z.string(), answer: z.string() }).meta({
  id: 'ExpectedQuestion',
  description: 'What customers will ask, and what we answer.',
  examples: exampleCaseHeadsUp.expectedQuestions,
})

/** A heads-up as it helps whoever speaks with a customer. */
export const CaseHeadsUp = z
  .object({
    id: out.id,
    title: z.string(),
    kind: z.string(),
    message: z.string().describe('What customers hear or read.'),
    expectedQuestions: z.array(ExpectedQuestion),
    whoKnows: z.array(out.id).describe('Employees who know more.'),
  })
  .meta({
    id: 'CaseHeadsUp',
    description: 'Why the customer calls, perhaps, and what we answer.',
    examples: [exampleCaseHeadsUp],
  })
export type CaseHeadsUp = z.output<typeof CaseHeadsUp>
