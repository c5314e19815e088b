import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { oneOfTwo } from '../../lib/forms/one-of-two.ts'
import { naming } from '../../lib/meaning/names.ts'
import { paging, references, searchText } from '../../lib/page.ts'
import { Doer, flag, id, line, moment, out, several, text } from '../../lib/wire.ts'
import { channels } from '../callbacks/channel-contract.ts'
import { GivenWindow } from '../callbacks/window-contract.ts'
import { OpeningContact } from '../contacts/contract.ts'
import { NewCustomer } from '../customers/contract.ts'
import { GestureSuggestion } from './gesture-suggestion-contract.ts'
import { CaseHeadsUp } from './heads-up-contract.ts'
import {
  AnswerGiven,
  Assignment,
  CaseCallback,
  CaseCustomer,
  CaseOwner,
  CaseTopic,
  exampleParts,
  NamedEmployee,
  outcomes,
  RelatedCase,
  Resolution,
} from './parts-contract.ts'

export const CaseParams = z.strictObject({ caseId: id })
export const ReferenceParams = z.strictObject({
  reference: z.string().min(1).max(40).describe('The number of the case; spaces in it do no harm.'),
})

const topicCode = naming('topic', z.string().min(1).max(60))
const tags = z
  .array(line(60))
  .overwrite((given) => [...new Set(given)])
  .max(20)
const origins = ['question', 'outreach', 'recovery'] as const

export const exampleCase = {
  id: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  status: 'open',
  customer: exampleParts.customer,
  owner: exampleParts.owner,
  standIn: null,
  teamId: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640',
  topic: exampleParts.topic,
  subject: 'Charged twice in October',
  question: 'My October bill was taken from my account twice. Can one be paid back?',
  tags: ['direct-debit'],
  origin: 'question',
  channel: 'phone',
  openedBy: { kind: 'employee', id: exampleParts.owner.id },
  assignment: exampleParts.assignment,
  callback: exampleParts.callback,
  resolution: null,
  headsUps: [],
  gestureSuggestion: null,
  outreachId: null,
  chases: 0,
  faces: 1,
  openedAt: '2026-11-02T09:12:44.000Z',
  updatedAt: '2026-11-02T09:12:44.000Z',
  resolvedAt: null,
  aboutEmployeeId: null,
  version: 3,
}

export const Case = z
  .object({
    id: out.id,
    reference: z.string().describe('For people: digits with a check digit.'),
    status: z.enum(['open', 'resolved']),
    customer: CaseCustomer,
    owner: CaseOwner,
    standIn: NamedEmployee.nullable().describe('Who acts for the owner during an absence.'),
    teamId: out.id,
    topic: CaseTopic.nullable(),
    subject: z.string(),
    question: z.string(),
    tags: z.array(z.string()),
    origin: z.enum(origins),
    channel: z.string(),
    openedBy: Doer,
    assignment: Assignment,
    callback: CaseCallback.nullable().describe(
      'The promise: an open case always has one, a resolved case none.',
    ),
    resolution: Resolution.nullable().describe('How the case ended; null while it is open.'),
    headsUps: z.array(CaseHeadsUp).describe('What may have made the customer ask, and what we answer.'),
    gestureSuggestion: GestureSuggestion.nullable().describe(
      'While the case is open: a promise was broken, and the customer was given nothing since. Nothing is spent by it.',
    ),
    outreachId: out.id.nullable().describe('The outreach that opened the case; null for any other.'),
    chases: z.int().describe('How often the customer contacted us while a callback was open.'),
    faces: z.int().describe('How many employees the customer had contact with about it. One is the aim.'),
    openedAt: out.moment,
    updatedAt: out.moment.describe('The moment of the last event in the case’s history.'),
    resolvedAt: out.moment.nullable(),
    aboutEmployeeId: out.id
      .nullable()
      .describe('The employee whom a complaint is about; they do not see the case.'),
    version: z.int().describe('The number of the last event in the case’s history.'),
  })
  .meta({
    id: 'Case',
    description: 'One customer question, with one owner and a promise.',
    examples: [exampleCase],
  })
export type Case = z.output<typeof Case>

export const OpenedCase = Case.extend({
  related: z
    .array(RelatedCase)
    .describe('The customer’s other open cases, so that one thing is not asked twice.'),
  customerFoundBy: z
    .enum(['reference', 'email', 'phone'])
    .nullable()
    .optional()
    .describe(
      'How the `customer` in the request was found among those on record; null when there was none and one was made. Left out where the request had none.',
    ),
}).meta({
  id: 'OpenedCase',
  description: 'A case that was opened just now.',
  examples: [{ ...exampleCase, related: [] }],
})
export type OpenedCase = z.output<typeof OpenedCase>

export const CaseToOpen = z
  .strictObject({
    customerId: naming('customer', id).optional(),
    customer: NewCustomer.optional().describe(
      'A customer who may be on record or not: found before they are made. `{ "anonymous": true }` is one too.',
    ),
    topic: topicCode.optional().describe('The code of a topic.'),
    subject: line(200).optional().describe('Left out: the first words of the question.'),
    question: text(),
    tags: tags.optional(),
    origin: z.enum(origins).optional(),
    channel: z
      .enum(channels)
      .optional()
      .describe(
        'Left out: `phone` from an employee, and from a system that names who answered and what; else `web`.',
      ),
    ownerId: naming('member', id)
      .optional()
      .describe('From a system that knows who answered. An employee who opens a case owns it.'),
    contact: OpeningContact.optional(),
    callback: GivenWindow.optional(),
    resolution: AnswerGiven.optional().describe(
      'Resolved in this very contact: the customer has the answer and needs no callback.',
    ),
    aboutEmployeeId: naming('employee', id)
      .optional()
      .describe('A complaint about an employee, who will neither own it nor see it.'),
  })
  .superRefine(
    oneOfTwo('customerId', 'customer', 'must name the customer, by customerId or by customer'),
    evenSo,
  )
  .refine(({ callback, resolution }) => !(callback && resolution), {
    error: 'has no place beside a resolution: the customer has the answer',
    path: ['callback'],
    ...evenSo,
  })
  .meta({
    id: 'CaseToOpen',
    description: 'A question to open. A customer and a question are enough.',
    examples: [
      {
        customerId: exampleCase.customer.id,
        topic: 'invoice',
        subject: exampleCase.subject,
        question: exampleCase.question,
        channel: 'phone',
        callback: { channel: 'phone', to: exampleCase.callback.to },
      },
    ],
  })
export type CaseToOpen = z.output<typeof CaseToOpen>

export const CaseChange = z
  .strictObject({
    subject: line(200).optional(),
    topic: topicCode.nullable().optional(),
    question: text().optional(),
    tags: tags.nullish(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'CaseChange',
    description: 'What may change of a case, and nothing else; null clears its topic and its tags.',
    examples: [{ subject: 'Charged twice' }],
  })
export type CaseChange = z.output<typeof CaseChange>

/** The orders in which cases are listed; the first one, where none is asked for. */
const caseOrders = ['-openedAt', 'openedAt', 'updatedAt', '-updatedAt'] as const

export const CaseQuery = z.strictObject({
  ...paging,
  order: z
    .enum(caseOrders)
    .optional()
    .describe(
      'In which order: by the opening or by the last change, with a minus the latest first. Left out: `-openedAt`. What changes while you read comes at the end of `updatedAt`, and is not found again in `-updatedAt`.',
    ),
  id: several(id).optional(),
  status: several(z.enum(['open', 'resolved'])).optional(),
  ownerId: several(id).optional(),
  teamId: several(id).optional(),
  customerId: several(id).optional(),
  aboutEmployeeId: several(id).optional(),
  topic: several(z.string().max(60))
    .optional()
    .describe('Only those about the topic with this code, or one of several divided by commas.'),
  origin: several(z.enum(origins)).optional(),
  channel: several(z.enum(channels)).optional(),
  outcome: several(z.enum(outcomes))
    .optional()
    .describe('Only those that were resolved with this outcome, or one of several divided by commas.'),
  tag: several(line(60))
    .optional()
    .describe('Only those with this tag, or one of several divided by commas.'),
  reference: references.optional(),
  overdue: flag
    .optional()
    .describe('True: only those whose callback is past its window; false: only the others.'),
  chased: flag.optional().describe('True: only those with chases; false: only those without.'),
  openedAfter: moment.optional().describe('Only those with an `openedAt` later than this.'),
  openedBefore: moment.optional().describe('Only those with an `openedAt` earlier than this.'),
  updatedAfter: moment.optional().describe('Only those with an `updatedAt` later than this.'),
  updatedBefore: moment.optional().describe('Only those with an `updatedAt` earlier than this.'),
  resolvedAfter: moment.optional().describe('Only those with an `resolvedAt` later than this.'),
  resolvedBefore: moment.optional().describe('Only those with an `resolvedAt` earlier than this.'),
  dueAfter: moment.optional().describe('Only those whose callback has its `until` later than this.'),
  dueBefore: moment.optional().describe('Only those whose callback has its `until` earlier than this.'),
  q: searchText
    .optional()
    .describe(
      'Words of what was asked, said and noted, of the customer, or a reference; forms and beginnings of words will do. A name that nobody bears is taken for one like it.',
    ),
})
