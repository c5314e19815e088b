import { z } from 'zod'
import { out, text } from '../../lib/wire.ts'
import { steps } from '../assignment/steps-contract.ts'
import { ownerThen } from '../contacts/acted-by-contract.ts'

/** What a case consists of. Each part has a name, so that it is one type to whoever generates a client. */

export const outcomes = [
  'answered',
  'fixed',
  'unreachable',
  'withdrawn',
  'duplicate',
  'notAQuestion',
] as const

export const exampleParts = {
  customer: { id: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03', name: 'Mevrouw Dijkstra' },
  owner: { id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12', name: 'Sanne de Wit', extension: '204' },
  topic: { code: 'invoice', name: 'Invoice' },
  assignment: { reason: 'taken', considered: [] },
  callback: {
    id: '0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88',
    channel: 'phone',
    to: '+31612345678',
    from: '2026-11-02T13:00:00.000Z',
    until: '2026-11-02T14:00:00.000Z',
    state: 'open',
    yielded: null,
    cutByHorizon: false,
    overdue: false,
    attempts: 0,
    nextTryAt: null,
    version: 1,
  },
}

export const CaseCustomer = z.object({ id: out.id, name: z.string().nullable() }).meta({
  id: 'CaseCustomer',
  description: 'A customer, by their name.',
  examples: [exampleParts.customer],
})

export const CaseOwner = z
  .object({ id: out.id, name: z.string(), extension: z.string().nullable() })
  .meta({ id: 'CaseOwner', description: 'The one owner, always.', examples: [exampleParts.owner] })

export const NamedEmployee = z.object({ id: out.id, name: z.string() }).meta({
  id: 'NamedEmployee',
  description: 'An employee, by their name.',
  examples: [{ id: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89', name: 'Piet Bakker' }],
})

export const CaseTopic = z.object({ code: z.string(), name: z.string() }).meta({
  id: 'CaseTopic',
  description: 'What the question is about.',
  examples: [exampleParts.topic],
})

const exampleStep = { step: 'competent-and-present', members: 3 } as const

const AssignmentStep = z
  .object({ step: z.enum(steps), members: z.int().describe('How many members of the team it found.') })
  .meta({
    id: 'AssignmentStep',
    description: 'One step of looking for an owner: it is taken where the one before found nobody.',
    examples: [exampleStep],
  })

export const Assignment = z
  .object({
    reason: z
      .string()
      .describe(
        '`taken`, `named` by a system, `open-case-with-owner`, `known-by-owner`, `least-loaded`, `fallback`, `succession`, and others to come.',
      ),
    considered: z
      .array(AssignmentStep)
      .describe(
        'The steps in which an owner was looked for, up to the one that chose; empty where nobody had to look: the case was taken or named.',
      ),
  })
  .meta({
    id: 'Assignment',
    description: 'How the case came to its owner.',
    examples: [
      exampleParts.assignment,
      {
        reason: 'least-loaded',
        considered: [
          { step: 'open-case-with-owner', members: 0 },
          { step: 'known-by-owner', members: 0 },
          exampleStep,
        ],
      },
    ],
  })

export const yielded = z
  .enum(['customer', 'owner', 'team'])
  .nullable()
  .describe(
    'Whose wish the computed window leaves aside, because no moment within the horizon suits everybody: the customer’s preferred windows, then the hours of the `owner` (within an absence those of the stand-in), then all hours of a team that does not open.',
  )

export const cutByHorizon = z
  .boolean()
  .describe(
    'The computed window is shorter than agreed: less working time than `callbackWithin` suits everybody before the horizon.',
  )

export const CaseCallback = z
  .object({
    id: out.id,
    channel: z.string(),
    to: z.string().nullable().describe('The number or address; null for a pickup by reference.'),
    from: out.moment,
    until: out.moment,
    state: z.literal('open'),
    yielded,
    cutByHorizon,
    overdue: z.boolean(),
    attempts: z.int(),
    nextTryAt: out.moment.nullable(),
    version: z.int().describe('The callback’s own, for `If-Match` of an attempt.'),
  })
  .meta({
    id: 'CaseCallback',
    description: 'The promise that the customer has now.',
    examples: [exampleParts.callback],
  })

export const Resolution = z
  .object({
    outcome: z.enum(outcomes),
    summary: z.string(),
    contactId: out.id.nullable(),
    firstContact: z.boolean().describe('Resolved in the contact that opened it.'),
    duplicateOf: out.id.nullable(),
    resolvedBy: out.id,
    actedBy: out.id.describe('The employee who acted: the owner, the stand-in or a colleague.'),
    ownerId: ownerThen,
    at: out.moment,
  })
  .meta({
    id: 'Resolution',
    description: 'How a case ended.',
    examples: [
      {
        outcome: 'answered',
        summary: 'One of the two bills is paid back this week.',
        contactId: '0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40',
        firstContact: false,
        duplicateOf: null,
        resolvedBy: exampleParts.owner.id,
        actedBy: exampleParts.owner.id,
        ownerId: exampleParts.owner.id,
        at: '2026-11-02T13:10:00.000Z',
      },
    ],
  })

export const RelatedCase = z
  .object({
    reference: z.string(),
    id: out.id.optional(),
    subject: z.string().optional(),
    ownerId: out.id.optional(),
    openedAt: out.moment.optional(),
  })
  .meta({
    id: 'RelatedCase',
    description: 'Another open case of the same customer; where you may not read it, its reference alone.',
    examples: [
      {
        id: '0199a3b2-6d40-7a18-9e25-4c7f1b8d0e63',
        reference: '100048101',
        subject: 'Moving to the Dorpsstraat',
        ownerId: exampleParts.owner.id,
        openedAt: '2026-10-30T15:40:10.000Z',
      },
    ],
  })

export type RelatedCase = z.output<typeof RelatedCase>

/** An answer that the customer got in this very contact. */
export const AnswerGiven = z
  .strictObject({ outcome: z.enum(['answered', 'fixed']), summary: text().optional() })
  .meta({
    id: 'AnswerGiven',
    description: 'The answer that the customer got in this contact.',
    examples: [{ outcome: 'answered', summary: 'One of the two bills is paid back this week.' }],
  })
