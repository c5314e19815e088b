import { z } from 'zod'
import { line, moment, out } from '../../lib/wire.ts'
import { CaseCustomer, exampleParts } from '../cases/parts-contract.ts'
import { Ring } from './contract.ts'

const callEvents = ['ringing', 'answered', 'ended'] as const
const directions = ['inbound', 'outbound'] as const

/** To the letter: with another blank it is another call. */
export const callId = z.string().min(1).max(250).regex(/\S/, 'must not be blank')

const number = z.string().trim().max(200)

export const NewCallEvent = z
  .strictObject({
    callId: callId.describe('What the telephone system calls it, the same in all its events.'),
    event: z
      .enum(callEvents)
      .describe(
        'What became of it. Events may come in any order, late and more than once; each counts once for a call.',
      ),
    direction: z.enum(directions),
    from: number
      .nullish()
      .describe(
        'Who calls, in any notation; for an inbound call nothing, or anything that is no number, where none is shown.',
      ),
    to: number
      .nullish()
      .describe(
        'Who is called: of an outbound call the customer’s number; of an inbound one yours, or an extension.',
      ),
    employeeExtension: line(60)
      .optional()
      .describe('Who of yours answered, or of an outbound call who made it; left out: you can’t say.'),
    at: moment.optional().describe('Up to 7 days ago; left out: now.'),
  })
  .meta({
    id: 'NewCallEvent',
    description: 'What a telephone system tells of a call.',
    examples: [
      {
        callId: '53ba82e2bd6d12d9fb2d3838f0cfb070',
        event: 'ringing',
        direction: 'inbound',
        from: '+31612345678',
        to: '+31201234567',
      },
    ],
  })
export type NewCallEvent = z.output<typeof NewCallEvent>

export const Call = z
  .object({
    id: out.id,
    callId: z.string(),
    direction: z.enum(directions),
    from: z.string().nullable().describe('In E.164; null where no number was shown, and for an extension.'),
    to: z.string().nullable().describe('In E.164; null for an extension.'),
    state: z
      .enum(['ringing', 'answered', 'missed', 'ended'])
      .describe('`missed`: it is over, and nobody answered; `ended`: it is over, and somebody did.'),
    at: out.moment.describe('The first moment that was told of. For how long anybody spoke is not kept.'),
    customer: CaseCustomer.nullable().describe(
      'The customer on the line: of several who have the number the one with the latest open case, else the newest.',
    ),
    caseId: out.id.nullable().describe('The case on which the call is a contact.'),
    contactId: out.id.nullable(),
    ring: Ring.nullable().describe(
      'Of an inbound call that rings: whom to put it through to, as in `GET /v1/callers`.',
    ),
    version: z.int(),
  })
  .meta({
    id: 'Call',
    description: 'A call as telephone systems told of it, and what it is a contact of.',
    examples: [
      {
        id: '0199a3f2-6a0b-7d1c-8e55-4f2b9c7d1a36',
        callId: '53ba82e2bd6d12d9fb2d3838f0cfb070',
        direction: 'inbound',
        from: '+31612345678',
        to: '+31201234567',
        state: 'ringing',
        at: '2026-11-02T10:30:00.000Z',
        customer: exampleParts.customer,
        caseId: null,
        contactId: null,
        ring: { employeeId: exampleParts.owner.id, extension: exampleParts.owner.extension, reason: 'owner' },
        version: 1,
      },
    ],
  })
export type Call = z.output<typeof Call>
