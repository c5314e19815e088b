import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { oneOfTwo } from '../../lib/forms/one-of-two.ts'
import { naming } from '../../lib/meaning/names.ts'
import { id, line, text } from '../../lib/wire.ts'
import { GivenWindow } from '../callbacks/window-contract.ts'
import { NewContact } from '../contacts/contract.ts'
import { outcomes } from './parts-contract.ts'

export const Resolve = z
  .strictObject({
    outcome: z.enum(outcomes),
    summary: text(),
    contact: NewContact.optional().describe(
      'The contact in which the customer heard it, if it is not recorded yet.',
    ),
    contactId: naming('contact', id).optional().describe('The contact in which the customer heard it.'),
    duplicateOf: id.optional().describe('With `duplicate`: the older open case of the same customer.'),
  })
  .superRefine(oneOfTwo('contact', 'contactId'), evenSo)
  .refine(({ outcome, duplicateOf }) => (outcome === 'duplicate') === (duplicateOf !== undefined), {
    error: 'must be given with the outcome duplicate, and only with it',
    path: ['duplicateOf'],
    ...evenSo,
  })
  .meta({
    id: 'Resolve',
    description: 'How a case ends (law 8): the customer was told, or one of the few exits without it.',
    examples: [
      {
        outcome: 'answered',
        summary: 'One of the two bills is paid back this week.',
        contact: { direction: 'outbound', channel: 'phone' },
      },
    ],
  })
export type Resolve = z.output<typeof Resolve>

export const Reopen = z
  .strictObject({
    reason: line(500).optional(),
    contact: NewContact.optional().describe('The contact in which the customer asked again.'),
    callback: GivenWindow.optional(),
  })
  .refine(({ contact }) => contact?.thanks !== true, {
    error: 'opens nothing again: record the contact on the case',
    path: ['contact', 'thanks'],
    ...evenSo,
  })
  .meta({
    id: 'Reopen',
    description: 'Why a case is opened again, and when its owner comes back to the customer.',
    examples: [{ reason: 'The money did not arrive.', contact: { direction: 'inbound', channel: 'phone' } }],
  })
export type Reopen = z.output<typeof Reopen>
