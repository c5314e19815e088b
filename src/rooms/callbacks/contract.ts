import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { oneOfTwo } from '../../lib/forms/one-of-two.ts'
import { aheadIn, bothIn, happenedIn, orderIn } from '../../lib/meaning/moments-in.ts'
import { naming } from '../../lib/meaning/names.ts'
import { addressedAt, meant } from '../../lib/meanings.ts'
import { paging, references } from '../../lib/page.ts'
import { flag, id, line, moment, out, several, text } from '../../lib/wire.ts'
import { Case, exampleCase } from '../cases/contract.ts'
import {
  AnswerGiven,
  CaseCustomer,
  cutByHorizon,
  exampleParts,
  NamedEmployee,
  yielded,
} from '../cases/parts-contract.ts'
import { ownerThen } from '../contacts/acted-by-contract.ts'
import { NewContact } from '../contacts/contract.ts'
import { callbackChannels } from './channel-contract.ts'
import { GivenWindow, windowFields } from './window-contract.ts'

export const CallbackParams = z.strictObject({ callbackId: id })

const states = ['open', 'kept', 'rescheduled', 'released'] as const
const attemptOutcomes = ['reached', 'no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent'] as const

const callbackExample = {
  id: '0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88',
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  subject: 'Charged twice in October',
  ownerId: exampleParts.owner.id,
  owner: { id: exampleParts.owner.id, name: exampleParts.owner.name },
  customerId: exampleParts.customer.id,
  customer: exampleParts.customer,
  state: 'open',
  channel: 'phone',
  to: '+31612345678',
  from: '2026-11-02T13:00:00.000Z',
  until: '2026-11-02T14:00:00.000Z',
  computed: false,
  yielded: null,
  cutByHorizon: false,
  overdue: false,
  lateBy: null,
  attempts: 1,
  nextTryAt: '2026-11-02T15:10:00.000Z',
  madeAt: '2026-11-02T09:12:44.000Z',
  closedAt: null,
  contactId: null,
  customerCalledFirst: false,
  toldLate: false,
  replacedBy: null,
  reason: null,
  version: 2,
}

const callbackFields = {
  id: out.id,
  caseId: out.id,
  reference: z.string(),
  subject: z.string().describe('What the case is about.'),
  ownerId: out.id,
  owner: NamedEmployee.describe('Whose promise it is, or was.'),
  customerId: out.id,
  customer: CaseCustomer.describe('To whom it was made, or who has the case since.'),
  state: z.enum(states),
  channel: z.string(),
  to: z.string().nullable(),
  from: out.moment,
  until: out.moment,
  computed: z.boolean().describe('The window came from the team’s agreement.'),
  yielded,
  cutByHorizon,
  overdue: z.boolean().describe('Open past its window.'),
  lateBy: z
    .string()
    .nullable()
    .describe('How far past its window it ended, or is now (ISO 8601); stays for ever.'),
  attempts: z.int(),
  nextTryAt: out.moment.nullable(),
  madeAt: out.moment,
  closedAt: out.moment.nullable(),
  contactId: out.id
    .nullable()
    .describe('The contact that kept it, or in which the customer was told of another window.'),
  customerCalledFirst: z.boolean(),
  toldLate: z
    .boolean()
    .describe(
      'Kept by a contact in time that was recorded after the window’s end: we believe people, and show it.',
    ),
  replacedBy: out.id.nullable(),
  reason: z.string().nullable(),
  version: z.int(),
}

export const Callback = z.object(callbackFields).meta({
  id: 'Callback',
  description: 'A promise to come back to the customer within a window.',
  examples: [callbackExample],
})
export type Callback = z.output<typeof Callback>

const attemptExample = {
  id: '0199a3f9-7a55-7e02-9c44-2d1b3f5a7c68',
  callbackId: callbackExample.id,
  outcome: 'no-answer',
  at: '2026-11-02T13:10:00.000Z',
  summary: null,
  contactId: null,
  employeeId: callbackExample.ownerId,
  actedBy: callbackExample.ownerId,
  ownerId: callbackExample.ownerId,
  recordedAt: '2026-11-02T13:12:31.000Z',
}

const attemptFields = {
  id: out.id,
  callbackId: out.id,
  outcome: z.enum(attemptOutcomes),
  at: out.moment,
  summary: z.string().nullable(),
  contactId: out.id.nullable(),
  employeeId: out.id,
  actedBy: out.id.describe('The employee who tried: the owner, or the stand-in during an absence.'),
  ownerId: ownerThen,
  recordedAt: out.moment.describe('When it was recorded, which may be later than it was.'),
}

const CallbackAttempt = z
  .object(attemptFields)
  .meta({ id: 'CallbackAttempt', description: 'One try at keeping a callback.', examples: [attemptExample] })

export const CallbackWithAttempts = z.object({ ...callbackFields, history: z.array(CallbackAttempt) }).meta({
  id: 'CallbackWithAttempts',
  description: 'A promise with every try at keeping it.',
  examples: [{ ...callbackExample, history: [attemptExample] }],
})
export type CallbackWithAttempts = z.output<typeof CallbackWithAttempts>

export const Attempt = z.object({ ...attemptFields, case: Case }).meta({
  id: 'Attempt',
  description: 'One try at keeping a callback, and the case after it.',
  examples: [{ ...attemptExample, case: exampleCase }],
})
export type Attempt = z.output<typeof Attempt>

/** What is wrong with an attempt without what follows, and with one in vain that has what goes with others. */
export const thenIsNeeded = 'is needed: { "resolve": … } or { "callback": … }'
const anAttempt = 'an attempt in which the customer was reached'
export const notInVain = {
  then: `only goes with ${anAttempt}`,
  participants: `only go with ${anAttempt}`,
  contactId: `only goes with ${anAttempt}`,
} as const

const inVain: readonly unknown[] = attemptOutcomes.filter(
  (each) => each !== 'reached' && each !== 'message-sent',
)

/** What the outcome says of what else there is. Whether a message reached the customer depends on the callback. */
function followsFrom(given: Readonly<Record<string, unknown>>, check: z.core.$RefinementCtx): void {
  const refuse = (field: string, message: string) =>
    check.addIssue({ code: 'custom', path: [field], message })
  if (given.outcome === 'reached' && given.then === undefined) refuse('then', thenIsNeeded)
  if (!inVain.includes(given.outcome)) return
  for (const [field, message] of Object.entries(notInVain))
    if (given[field] !== undefined) refuse(field, message)
}

const GivenAttempt = z
  .strictObject({
    outcome: z.enum(attemptOutcomes),
    at: moment.optional().describe('Up to 7 days ago; left out: now.'),
    summary: text().optional(),
    contactId: naming('contact', id)
      .optional()
      .describe(
        'Where the customer was reached: the contact in which they were, if it is on record already, by a telephone system for instance.',
      ),
    participants: z
      .array(naming('employee', id))
      .max(20)
      .optional()
      .describe('Colleagues who took part where the customer was reached, in a three-way call for instance.'),
    then: z
      .strictObject({ resolve: AnswerGiven.optional(), callback: GivenWindow.optional() })
      .superRefine(oneOfTwo('callback', 'resolve', 'is needed, or `resolve`: what follows?'), evenSo)
      .optional()
      .describe(
        'What follows when the customer was reached: the case is resolved, or another callback is promised.',
      ),
  })
  .superRefine(followsFrom, evenSo)
  .meta({
    id: 'NewAttempt',
    description: 'A try at keeping a callback.',
    examples: [
      { outcome: 'reached', summary: 'Paid back this week.', then: { resolve: { outcome: 'answered' } } },
    ],
  })
export const NewAttempt = meant(GivenAttempt, happenedIn('at'))
export type NewAttempt = z.output<typeof NewAttempt>

export const Reschedule = meant(
  z
    .strictObject({
      ...windowFields,
      reason: line(500),
      contact: NewContact.optional().describe(
        'The contact in which the customer was told, if it is not recorded yet.',
      ),
      contactId: naming('contact', id).optional().describe('The contact in which the customer was told.'),
    })
    .superRefine(oneOfTwo('contact', 'contactId'), evenSo)
    .meta({
      id: 'Reschedule',
      description: 'Another window, the reason, and the contact in which the customer was told.',
      examples: [
        {
          to: callbackExample.to,
          reason: 'The bank answers tomorrow.',
          contact: { direction: 'outbound', channel: 'phone' },
        },
      ],
    }),
  addressedAt('to'),
  bothIn('from', 'until'),
  orderIn('from', 'until'),
  aheadIn('until'),
)
export type Reschedule = z.output<typeof Reschedule>

/** The orders in which callbacks are listed; the first one, where none is asked for. */
const callbackOrders = ['until', '-until', 'madeAt', '-madeAt'] as const

export const CallbackQuery = z.strictObject({
  ...paging,
  order: z
    .enum(callbackOrders)
    .optional()
    .describe(
      'In which order: by the end of the window or by when they were made, with a minus the latest first. Left out: `until`.',
    ),
  id: several(id).optional(),
  state: several(z.enum(states)).optional(),
  ownerId: several(id).optional(),
  standInId: several(id)
    .optional()
    .describe('Only open ones whose owner is absent now, and for whom this employee stands in.'),
  teamId: several(id).optional(),
  caseId: several(id).optional(),
  reference: references.optional(),
  customerId: several(id).optional(),
  channel: several(z.enum(callbackChannels)).optional(),
  overdue: flag.optional().describe('True: only open ones past their window; false: only the others.'),
  customerCalledFirst: flag
    .optional()
    .describe('True: only those kept by the customer calling first; false: only the others.'),
  fromAfter: moment.optional().describe('Only those with a `from` later than this.'),
  fromBefore: moment.optional().describe('Only those with a `from` earlier than this.'),
  untilAfter: moment.optional().describe('Only those with a `until` later than this.'),
  untilBefore: moment.optional().describe('Only those with a `until` earlier than this.'),
})
