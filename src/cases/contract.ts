import { z } from 'zod'
import { NewCustomer } from '../customers/contract.ts'
import { page, paging, searchText } from '../lib/page.ts'
import { flag, id, line, moment, out, several, text } from '../lib/wire.ts'
import { channels } from './channels.ts'
import { OpeningContact } from './contact-contract.ts'
import { GivenWindow } from './window-contract.ts'

export const CaseParams = z.strictObject({ caseId: id })
export const ReferenceParams = z.strictObject({ reference: z.string().min(1).max(40) })

export const outcomes = [
  'answered',
  'fixed',
  'unreachable',
  'withdrawn',
  'duplicate',
  'notAQuestion',
] as const
const origins = ['question', 'outreach', 'recovery'] as const

const example = {
  id: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  status: 'open',
  customer: { id: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03', name: 'Mevrouw Dijkstra' },
  owner: { id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12', name: 'Sanne de Wit', extension: '204' },
  standIn: null,
  teamId: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640',
  topic: { code: 'invoice', name: 'Invoice' },
  subject: 'Charged twice in October',
  question: 'My October bill was taken from my account twice. Can one be paid back?',
  tags: ['direct-debit'],
  origin: 'question',
  channel: 'phone',
  openedBy: { kind: 'employee', id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12' },
  assignment: { reason: 'taken' },
  callback: {
    id: '0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88',
    channel: 'phone',
    to: '+31612345678',
    from: '2026-11-02T13:00:00.000Z',
    until: '2026-11-02T14:00:00.000Z',
    state: 'open',
    overdue: false,
    attempts: 0,
    nextTryAt: null,
  },
  resolution: null,
  chases: 0,
  openedAt: '2026-11-02T09:12:44.000Z',
  resolvedAt: null,
  version: 3,
}

export const Case = z
  .object({
    id: out.id,
    reference: z.string().describe('For people: digits with a check digit.'),
    status: z.enum(['open', 'resolved']),
    customer: z.object({ id: out.id, name: z.string().nullable() }),
    owner: z
      .object({ id: out.id, name: z.string(), extension: z.string().nullable() })
      .describe('The one owner, always.'),
    standIn: z
      .object({ id: out.id, name: z.string() })
      .nullable()
      .describe('Who acts for the owner during an absence.'),
    teamId: out.id,
    topic: z.object({ code: z.string(), name: z.string() }).nullable(),
    subject: z.string(),
    question: z.string(),
    tags: z.array(z.string()),
    origin: z.enum(origins),
    channel: z.string(),
    openedBy: z.object({ kind: z.enum(['employee', 'system']), id: out.id }),
    assignment: z.object({
      reason: z.string().describe('`taken`, `named`, `least-loaded`, `fallback` and others to come.'),
    }),
    callback: z
      .object({
        id: out.id,
        channel: z.string(),
        to: z.string().nullable().describe('The number or address; null for a pickup by reference.'),
        from: out.moment,
        until: out.moment,
        state: z.literal('open'),
        overdue: z.boolean(),
        attempts: z.int(),
        nextTryAt: out.moment.nullable(),
      })
      .nullable()
      .describe('The promise: an open case always has one, a resolved case none.'),
    resolution: z
      .object({
        outcome: z.enum(outcomes),
        summary: z.string(),
        contactId: out.id.nullable(),
        firstContact: z.boolean().describe('Resolved in the contact that opened it.'),
        duplicateOf: out.id.nullable(),
        resolvedBy: out.id,
        at: out.moment,
      })
      .nullable(),
    chases: z.int().describe('How often the customer contacted us while a callback was open.'),
    openedAt: out.moment,
    resolvedAt: out.moment.nullable(),
    version: z.int().describe('The number of the last event in the case’s history.'),
  })
  .meta({
    id: 'Case',
    description: 'One customer question, with one owner and a promise.',
    examples: [example],
  })
export type Case = z.output<typeof Case>

const Related = z.object({
  id: out.id,
  reference: z.string(),
  subject: z.string(),
  ownerId: out.id,
  openedAt: out.moment,
})

export const OpenedCase = Case.extend({
  related: z
    .array(Related)
    .describe('The customer’s other open cases, so that one thing is not asked twice.'),
}).meta({
  id: 'OpenedCase',
  description: 'A case that was opened just now.',
  examples: [{ ...example, related: [] }],
})
export type OpenedCase = z.output<typeof OpenedCase>

export const OpenCase = z
  .strictObject({
    customerId: id.optional(),
    customer: NewCustomer.optional().describe(
      'A customer who is not known yet; `{ "anonymous": true }` is one too.',
    ),
    topic: z.string().max(60).optional().describe('The code of a topic.'),
    subject: line(200).optional().describe('Left out: the first words of the question.'),
    question: text(),
    tags: z.array(line(60)).max(20).optional(),
    origin: z.enum(origins).optional(),
    channel: z.enum(channels).optional().describe('Left out: `phone` from an employee, `web` from a system.'),
    ownerId: id
      .optional()
      .describe('From a system that knows who answered. An employee who opens a case owns it.'),
    contact: OpeningContact.optional(),
    callback: GivenWindow.optional(),
    resolution: z
      .strictObject({ outcome: z.enum(['answered', 'fixed']), summary: text().optional() })
      .optional()
      .describe('Resolved in this very contact: the customer has the answer and needs no callback.'),
    aboutEmployeeId: id
      .optional()
      .describe('A complaint about an employee, who will neither own it nor see it.'),
  })
  .refine(({ customerId, customer }) => (customerId === undefined) !== (customer === undefined), {
    error: 'names the customer, by customerId or by customer',
    path: ['customerId'],
  })
  .refine(({ callback, resolution }) => !(callback && resolution), {
    error: 'has no place beside a resolution: the customer has the answer',
    path: ['callback'],
  })
  .meta({
    id: 'OpenCase',
    description: 'A question to open. A customer and a question are enough.',
    examples: [
      {
        customerId: example.customer.id,
        topic: 'invoice',
        subject: example.subject,
        question: example.question,
        channel: 'phone',
        callback: { from: example.callback.from, until: example.callback.until },
      },
    ],
  })
export type OpenCase = z.output<typeof OpenCase>

export const CaseChange = z
  .strictObject({
    subject: line(200).optional(),
    topic: z.string().max(60).nullable().optional(),
    question: text().optional(),
    tags: z.array(line(60)).max(20).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'CaseChange',
    description: 'What may change of a case, and nothing else.',
    examples: [{ subject: 'Charged twice' }],
  })
export type CaseChange = z.output<typeof CaseChange>

export const CaseQuery = z.strictObject({
  ...paging,
  status: several(z.enum(['open', 'resolved'])).optional(),
  ownerId: several(id).optional(),
  teamId: several(id).optional(),
  customerId: several(id).optional(),
  topic: several(z.string().max(60)).optional(),
  origin: several(z.enum(origins)).optional(),
  channel: several(z.enum(channels)).optional(),
  outcome: several(z.enum(outcomes)).optional(),
  tag: several(line(60)).optional(),
  reference: several(z.string().max(40)).optional(),
  overdue: flag.optional(),
  chased: flag.optional(),
  openedAfter: moment.optional(),
  openedBefore: moment.optional(),
  resolvedAfter: moment.optional(),
  resolvedBefore: moment.optional(),
  dueAfter: moment.optional(),
  dueBefore: moment.optional(),
  q: searchText.optional(),
})
export const CasePage = page(Case, 'CasePage')
