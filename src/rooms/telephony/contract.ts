import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { CaseHeadsUp, exampleCaseHeadsUp } from '../cases/heads-up-contract.ts'
import { CaseCustomer, exampleParts } from '../cases/parts-contract.ts'
import { CaseSummary } from '../cases/summary-contract.ts'
import { Fact } from '../customers/fact-contract.ts'

/** How many customers with one number are shown, how many of their open cases, and how many facts about the only one. */
export const mostCandidates = 10
export const mostOpenCases = 20
export const mostFacts = 20

// A plus sign that nobody encoded arrives as a space: +31612345678 is then ` 31612345678`.
const plusForSpace = (given: unknown): unknown =>
  typeof given === 'string' ? given.replace(/^ (?=\d)/, '+') : given

export const CallerQuery = z.strictObject({
  phone: z
    .preprocess(plusForSpace, z.string().trim().max(200))
    .describe(
      'The number in any notation, a national one as in the organisation’s country, or a `tel:` or `sip:` address; `anonymous`, `withheld`, `unavailable`, `private`, `restricted`, `unknown`, `blocked` or nothing for a caller without one.',
    ),
})
export type CallerQuery = z.output<typeof CallerQuery>

export const Ring = z
  .object({
    employeeId: out.id,
    extension: z.string().nullable(),
    reason: z
      .string()
      .describe(
        '`owner` of the latest open case; the `stand-in` of an absent one; `least-loaded` of the customer’s team; `fallback` where that team has nobody; others to come.',
      ),
  })
  .meta({
    id: 'Ring',
    description: 'Whom to ring.',
    examples: [
      { employeeId: exampleParts.owner.id, extension: exampleParts.owner.extension, reason: 'owner' },
    ],
  })
export type Ring = z.output<typeof Ring>

export const Caller = z
  .object({
    phone: z.string().nullable().describe('In E.164; null for a caller without a number.'),
    customer: CaseCustomer.nullable().describe(
      'The customer who has this number; null when none has it, or several have.',
    ),
    candidates: z
      .array(CaseCustomer)
      .describe(
        `Every customer who has this number, as their own or among their other points of contact: those with open cases first, then the newest, ${mostCandidates} at most.`,
      ),
    facts: z
      .array(Fact)
      .describe(
        `What is worth knowing about the customer today, the newest first and ${mostFacts} at most; nothing where several have the number.`,
      ),
    openCases: z
      .array(CaseSummary)
      .describe(`Their open cases, the newest first and ${mostOpenCases} at most.`),
    headsUps: z
      .array(CaseHeadsUp)
      .describe('What may have made the customer call: heads-ups that are going on, the newest first.'),
    ring: Ring.nullable().describe('Whom to ring; null for a caller who is no customer.'),
  })
  .meta({
    id: 'Caller',
    description: 'Who calls, whose their questions are and what is promised.',
    examples: [
      {
        phone: '+31612345678',
        customer: exampleParts.customer,
        candidates: [exampleParts.customer],
        facts: Fact.meta()?.examples ?? [],
        openCases: CaseSummary.meta()?.examples ?? [],
        headsUps: [exampleCaseHeadsUp],
        ring: { employeeId: exampleParts.owner.id, extension: exampleParts.owner.extension, reason: 'owner' },
      },
    ],
  })
export type Caller = z.output<typeof Caller>
