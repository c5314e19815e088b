import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { happenedIn } from '../../lib/meaning/moments-in.ts'
import { naming } from '../../lib/meaning/names.ts'
import { meant } from '../../lib/meanings.ts'
import { page, paging } from '../../lib/page.ts'
import { Doer, id, moment, out, several, text } from '../../lib/wire.ts'
import { channels } from '../callbacks/channel-contract.ts'
import { actedBy, ownerThen } from './acted-by-contract.ts'

const contactOutcomes = ['reached', 'no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent'] as const

const fields = {
  channel: z.enum(channels).optional().describe('Left out: `phone`.'),
  summary: text().optional(),
  at: moment.optional().describe('Up to 7 days ago; left out: now.'),
  participants: z
    .array(naming('employee', id))
    .max(20)
    .optional()
    .describe('Colleagues who took part, in a three-way call for instance.'),
}

const GivenContact = z
  .strictObject({
    direction: z.enum(['inbound', 'outbound']).describe('Outbound is the owner’s alone.'),
    ...fields,
    outcome: z
      .enum(contactOutcomes)
      .optional()
      .describe(
        'Of an outbound contact; left out: `reached` by telephone, chat and visit, `message-sent` by mail, letter and web.',
      ),
    answered: z
      .boolean()
      .optional()
      .describe('You are a colleague of the owner and gave the customer the answer.'),
    thanks: z
      .boolean()
      .optional()
      .describe('The customer said thanks. On a resolved case it is recorded, and opens nothing again.'),
  })
  .refine(
    ({ direction, outcome }) => direction === 'outbound' || outcome === undefined || outcome === 'reached',
    {
      error: 'must be `reached` when the customer contacts us',
      path: ['outcome'],
      ...evenSo,
    },
  )
  .refine(({ direction, thanks }) => direction === 'inbound' || thanks !== true, {
    error: 'is what a customer says to us',
    path: ['thanks'],
    ...evenSo,
  })
  .meta({
    id: 'NewContact',
    description: 'A moment of contact to record.',
    examples: [{ direction: 'inbound', channel: 'phone', summary: 'Asks when Sanne will call.' }],
  })
export const NewContact = meant(GivenContact, happenedIn('at'))
export type NewContact = z.output<typeof NewContact>

const GivenOpening = z.strictObject({ direction: z.literal('inbound').optional(), ...fields }).meta({
  id: 'OpeningContact',
  description: 'The contact in which the customer asked.',
  examples: [{ channel: 'phone' }],
})
export const OpeningContact = meant(GivenOpening, happenedIn('at'))
export type OpeningContact = z.output<typeof OpeningContact>

export const Contact = z
  .object({
    id: out.id,
    caseId: out.id,
    direction: z.enum(['inbound', 'outbound']),
    channel: z.string(),
    outcome: z.string(),
    summary: z.string().nullable(),
    at: out.moment,
    employeeId: out.id.nullable().describe('Who spoke with the customer; null when only a system did.'),
    byOwner: z.boolean().describe('In the owner’s name: by the owner, or the stand-in during an absence.'),
    actedBy,
    ownerId: ownerThen,
    answered: z.boolean(),
    opening: z.boolean(),
    thanks: z.boolean().describe('The customer said thanks in it.'),
    participants: z.array(out.id),
    recordedBy: Doer,
    recordedAt: out.moment,
  })
  .meta({
    id: 'Contact',
    description: 'One moment of contact between the customer and an employee.',
    examples: [
      {
        id: '0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40',
        caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
        direction: 'inbound',
        channel: 'phone',
        outcome: 'reached',
        summary: 'Asks when Sanne will call.',
        at: '2026-11-02T10:30:00.000Z',
        employeeId: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89',
        byOwner: false,
        actedBy: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89',
        ownerId: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12',
        answered: false,
        opening: false,
        thanks: false,
        participants: [],
        recordedBy: { kind: 'employee', id: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89' },
        recordedAt: '2026-11-02T10:31:05.000Z',
      },
    ],
  })
export type Contact = z.output<typeof Contact>

export const ContactQuery = z.strictObject({
  ...paging,
  direction: several(z.enum(['inbound', 'outbound'])).optional(),
  channel: several(z.enum(channels)).optional(),
  employeeId: several(id).optional(),
})
export const ContactPage = page(Contact, 'ContactPage')
