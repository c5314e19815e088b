import { z } from 'zod'
import { out } from '../../lib/wire.ts'

const exampleRule = {
  id: '0199a3f8-2c71-7d05-b3e4-6f8a1b9c0d21',
  code: 'no-refund-after-30-days',
  title: 'No refund after 30 days',
  deviations: 3,
  decision: 'abolish',
  at: '2026-11-20T09:00:00.000Z',
}
const EffectRule = z
  .object({
    id: out.id,
    code: z.string(),
    title: z.string(),
    deviations: z.int().describe('How often you had bent it before.'),
    decision: z.enum(['change', 'abolish']),
    at: out.moment,
  })
  .meta({
    id: 'EffectRule',
    description: 'A rule that changed after you had bent it.',
    examples: [exampleRule],
  })

const exampleIdea = {
  id: '0199a3fa-6d10-7b44-8c21-3e5f7a9b1c2d',
  title: 'Pay small bills back without a form',
  at: '2026-11-10T09:00:00.000Z',
  result: 'Nobody has called twice about it since.',
}
const EffectIdea = z
  .object({
    id: out.id,
    title: z.string(),
    at: out.moment.describe('When it was adopted.'),
    result: z.string().nullable().describe('What came of it.'),
  })
  .meta({ id: 'EffectIdea', description: 'An idea of yours that was adopted.', examples: [exampleIdea] })

const exampleWords = {
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  score: 5,
  comment: 'Sanne called exactly when she said she would.',
  at: '2026-11-12T18:20:00.000Z',
}
const EffectWords = z
  .object({
    caseId: out.id,
    reference: z.string(),
    score: z.int().describe('1 to 5.'),
    comment: z.string(),
    at: out.moment,
  })
  .meta({
    id: 'EffectWords',
    description: 'What a customer said about a case that you owned when they were asked.',
    examples: [exampleWords],
  })

const exampleGestures = { count: 4, amount: { amount: '85.00', currency: 'EUR' } }
const EffectGestures = z.object({ count: z.int(), amount: out.money }).meta({
  id: 'EffectGestures',
  description: 'What you gave customers, as far as it was not taken back.',
  examples: [exampleGestures],
})

const examplePromises = { kept: 41, keptInTime: 39, customerCalledFirst: 2 }
const EffectPromises = z
  .object({
    kept: z.int().describe('Those that you kept, your own and those of owners for whom you stood in.'),
    keptInTime: z.int(),
    customerCalledFirst: z.int().describe('Of these, those in which the customer called you first.'),
  })
  .meta({ id: 'EffectPromises', description: 'Promises that you kept.', examples: [examplePromises] })

export const Effect = z
  .object({
    from: out.moment.describe('A year ago.'),
    until: out.moment.describe('Now.'),
    customersHelped: z.int().describe('Customers who got an answer in a case of yours.'),
    promises: EffectPromises,
    words: z.array(EffectWords).describe('Customers’ own words, the latest first: fifty at most.'),
    gestures: EffectGestures,
    rules: z.array(EffectRule).describe('Rules that were changed or abolished after you had bent them.'),
    ideas: z.array(EffectIdea).describe('Ideas of yours that were adopted; an anonymous one is nobody’s.'),
  })
  .meta({
    id: 'Effect',
    description: 'What the work of an employee did for customers in a year. For that person alone.',
    examples: [
      {
        from: '2025-11-29T08:00:00.000Z',
        until: '2026-11-29T08:00:00.000Z',
        customersHelped: 37,
        promises: examplePromises,
        words: [exampleWords],
        gestures: exampleGestures,
        rules: [exampleRule],
        ideas: [exampleIdea],
      },
    ],
  })
export type Effect = z.output<typeof Effect>
