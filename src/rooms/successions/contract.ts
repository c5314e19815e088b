import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { naming } from '../../lib/meaning/names.ts'
import { page, paging, references } from '../../lib/page.ts'
import { flag, id, out, several, text } from '../../lib/wire.ts'
import { exampleParts } from '../cases/parts-contract.ts'

const causes = ['departure', 'customerChoice', 'safety'] as const

export const SuccessionParams = z.strictObject({ successionId: id })

export const exampleSuccession = {
  id: '0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20',
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  cause: 'customerChoice',
  fromOwnerId: exampleParts.owner.id,
  toOwnerId: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89',
  reason: 'Would like to speak with somebody else.',
  contactId: '0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40',
  reportedBy: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89',
  confirmedBy: null,
  requestedAt: '2026-11-02T10:40:00.000Z',
  completedAt: '2026-11-02T10:40:00.000Z',
  version: 1,
}

export const Succession = z
  .object({
    id: out.id,
    caseId: out.id,
    reference: z.string().describe('Of the case.'),
    cause: z.enum(causes),
    fromOwnerId: out.id,
    toOwnerId: out.id.nullable().describe('Null while it waits and nobody was named.'),
    reason: z.string().nullable(),
    contactId: out.id.nullable().describe('The contact in which the customer asked for somebody else.'),
    reportedBy: out.id.describe('The employee, or the system, that asked for it.'),
    confirmedBy: out.id.nullable().describe('The second person, where safety is the cause.'),
    requestedAt: out.moment,
    completedAt: out.moment.nullable().describe('Null while it waits for a second person.'),
    version: z.int(),
  })
  .meta({
    id: 'Succession',
    description: 'How a case gets another owner, and for which fact.',
    examples: [exampleSuccession],
  })
export type Succession = z.output<typeof Succession>

export const NewSuccession = z
  .strictObject({
    cause: z.enum(['customerChoice', 'safety'], {
      error: 'must be customerChoice or safety; who leaves passes on all their cases by a departure',
    }),
    contactId: naming('contact', id)
      .optional()
      .describe('For `customerChoice`: the contact in which the customer asked.'),
    reason: text(2000).optional().describe('For `safety`: the threat, or the conflict of interest.'),
    toOwnerId: naming('member', id)
      .optional()
      .describe('Another active member of the team; left out: the least-loaded who is there.'),
  })
  .refine(({ cause, contactId }) => cause !== 'customerChoice' || contactId !== undefined, {
    error: 'is needed: in which contact did the customer ask?',
    path: ['contactId'],
    ...evenSo,
  })
  .refine(({ cause, contactId }) => cause !== 'safety' || contactId === undefined, {
    error: 'belongs to customerChoice',
    path: ['contactId'],
    ...evenSo,
  })
  .refine(({ cause, reason }) => cause !== 'safety' || reason !== undefined, {
    error: 'is needed: what is the danger?',
    path: ['reason'],
    ...evenSo,
  })
  .meta({
    id: 'NewSuccession',
    description: 'A fact for which a case gets another owner.',
    examples: [
      {
        cause: 'customerChoice',
        contactId: exampleSuccession.contactId,
        reason: exampleSuccession.reason,
      },
    ],
  })
export type NewSuccession = z.output<typeof NewSuccession>

export const Confirmation = z
  .strictObject({
    toOwnerId: naming('member', id).optional().describe('Left out: who was named, else the least-loaded.'),
  })
  .meta({
    id: 'Confirmation',
    description: 'A second person confirms a report; they may name who takes over.',
    examples: [{ toOwnerId: exampleSuccession.toOwnerId }],
  })
export type Confirmation = z.output<typeof Confirmation>

export const SuccessionQuery = z.strictObject({
  ...paging,
  cause: several(z.enum(causes)).optional(),
  caseId: several(id).optional(),
  reference: references.optional(),
  fromOwnerId: several(id).optional(),
  toOwnerId: several(id).optional(),
  waiting: flag.optional().describe('True: those that wait for a second person.'),
})
export const SuccessionPage = page(Succession, 'SuccessionPage')
