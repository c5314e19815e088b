import { z } from 'zod'
import { moment, out } from '../../lib/wire.ts'
import { CaseCustomer, exampleParts, NamedEmployee } from '../cases/parts-contract.ts'
import { Ring } from './contract.ts'

const callEvents = ['ringing', 'answered', 'ended'] as const
export const directions = ['inbound', 'outbound'] as const
export const callStates = ['ringing', 'answered', 'missed', 'ended'] as const

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
    employeeExtension: number
      .nullish()
      .describe(
        'Who of yours answered, or of an outbound call who made it: an extension or a direct number. Nothing: you can’t say.',
      ),
    at: moment.nullish().describe('Up to 7 days ago; left out: now.'),
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

const callFields = {
  id: out.id,
  callId: z.string(),
  direction: z.enum(directions),
  from: z.string().nullable().describe('In E.164; null where no number was shown, and for an extension.'),
  to: z.string().nullable().describe('In E.164; null for an extension.'),
  state: z
    .enum(callStates)
    .describe(
      '`missed`: it is over, and nobody answered, or it has rung for ten minutes; `ended`: it is over, and somebody did.',
    ),
  at: out.moment.describe('The first moment that was told of. For how long anybody spoke is not kept.'),
  employee: NamedEmployee.nullable().describe(
    'Who of yours answered, or of an outbound call who made it; null where nobody is known by it.',
  ),
  employeeExtension: z
    .string()
    .nullable()
    .describe('By what the telephone system named them, as it was sent, also where nobody has it.'),
  customer: CaseCustomer.nullable().describe(
    'The customer on the line: of several who have the number the one with the latest open case, else the newest.',
  ),
  caseId: out.id.nullable().describe('The case on which the call is a contact.'),
  contactId: out.id.nullable(),
  version: z.int(),
}

const callExample = {
  id: '0199a3f2-6a0b-7d1c-8e55-4f2b9c7d1a36',
  callId: '53ba82e2bd6d12d9fb2d3838f0cfb070',
  direction: 'inbound',
  from: '+31612345678',
  to: '+31201234567',
  state: 'ringing',
  at: '2026-11-02T10:30:00.000Z',
  employee: null,
  employeeExtension: null,
  customer: exampleParts.customer,
  caseId: null,
  contactId: null,
  version: 1,
}

export const Call = z
  .object({
    ...callFields,
    ring: Ring.nullable().describe(
      'Of an inbound call that rings: whom to put it through to, as in `GET /v1/callers`.',
    ),
  })
  .meta({
    id: 'Call',
    description: 'A call as telephone systems told of it, and what it is a contact of.',
    examples: [
      {
        ...callExample,
        ring: { employeeId: exampleParts.owner.id, extension: exampleParts.owner.extension, reason: 'owner' },
      },
    ],
  })
export type Call = z.output<typeof Call>

export const CallOnRecord = z
  .object({
    ...callFields,
    events: z
      .array(
        z.object({
          event: z.enum(callEvents),
          at: out.moment
            .nullable()
            .describe('When it happened; null for the end of a call in which somebody spoke.'),
          employeeExtension: z.string().nullable().describe('As it was sent with this event.'),
        }),
      )
      .describe('What was told of it, each event once, in the order in which it came.'),
  })
  .meta({
    id: 'CallOnRecord',
    description: 'A call: what was told of it, and what became of it.',
    examples: [
      {
        ...callExample,
        events: [{ event: 'ringing', at: '2026-11-02T10:30:00.000Z', employeeExtension: null }],
      },
    ],
  })
export type CallOnRecord = z.output<typeof CallOnRecord>
