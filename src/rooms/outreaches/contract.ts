import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { intervalOut } from '../../lib/weekly-hours.ts'
import { Doer, id, moment, out, several } from '../../lib/wire.ts'
import { CaseTopic, exampleParts } from '../cases/parts-contract.ts'

export const OutreachParams = z.strictObject({ outreachId: id })

export const decisions = ['letSleep', 'inform', 'informAndRefund'] as const
const states = ['draft', 'running', 'paused', 'stopped', 'done'] as const
export const exampleQuiet = { from: '21:00', until: '08:00' }

const money = (amount: string) => ({ amount, currency: 'EUR' })
const exampleProgress = {
  customers: 1200,
  waiting: 340,
  informed: 700,
  letSleep: 150,
  passedOver: 10,
  refunds: 655,
  refunded: money('8187.50'),
}

export const exampleOutreach = {
  id: '0199a40b-1d2e-7f3a-8b4c-5d6e7f8091a2',
  title: 'Meters that counted too much',
  reason: 'Meters of type K-40 counted 4% too much since March; 1,200 customers have one.',
  valueToCustomer: 'They get back what they paid too much before they have to find out.',
  topic: exampleParts.topic,
  message: 'Your meter counted too much. We pay you back, and change it for nothing.',
  decision: 'informAndRefund',
  refund: money('12.50'),
  why: null,
  budget: money('15000.00'),
  from: '2026-11-23T08:00:00.000Z',
  until: '2026-12-23T22:59:59.000Z',
  quietHours: exampleQuiet,
  worthMore: null,
  state: 'running',
  progress: exampleProgress,
  announcedBy: { kind: 'employee', id: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89' },
  announcedAt: '2026-11-20T14:00:00.000Z',
  startedBy: { kind: 'employee', id: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89' },
  startedAt: '2026-11-23T08:00:00.000Z',
  endedAt: null,
  version: 2,
}

const Progress = z
  .object({
    customers: z.int().describe('All of them.'),
    waiting: z.int().describe('Those for whom a case is still to be opened.'),
    informed: z.int().describe('Those who have a case with an owner and a promise.'),
    letSleep: z.int().describe('Those of whom it was decided that they are left in peace.'),
    passedOver: z.int().describe('Those who were passed over; each says why.'),
    refunds: z.int().describe('Gestures that were granted.'),
    refunded: out.money.describe('What was given of the budget, without what was taken back.'),
  })
  .meta({
    id: 'OutreachProgress',
    description: 'How far an outreach is.',
    examples: [exampleProgress],
  })

export const Outreach = z
  .object({
    id: out.id,
    title: z.string(),
    reason: z.string().describe('Why we contact these customers before they ask.'),
    valueToCustomer: z.string().describe('What it is worth to them.'),
    topic: CaseTopic.nullable(),
    message: z.string().describe('What they are told: the question of each case.'),
    decision: z.enum(decisions).describe('For customers of whom nothing else was decided.'),
    refund: out.money
      .nullable()
      .describe('For customers who are to be refunded and have no amount of their own.'),
    why: z.string().nullable().describe('Why customers are let sleep who have no reason of their own.'),
    budget: out.money.describe('What may be given in all.'),
    from: out.moment,
    until: out.moment,
    quietHours: intervalOut.describe('Nobody is called then, by the clock of the customer.'),
    worthMore: z.string().nullable().describe('Why it is worth more than a quiet week of the customer.'),
    state: z.enum(states),
    progress: Progress,
    announcedBy: Doer,
    announcedAt: out.moment,
    startedBy: Doer.nullable(),
    startedAt: out.moment.nullable(),
    endedAt: out.moment.nullable().describe('When it was stopped, or done with all.'),
    version: z.int(),
  })
  .meta({
    id: 'Outreach',
    description: 'Customers who are contacted before they ask.',
    examples: [exampleOutreach],
  })
export type Outreach = z.output<typeof Outreach>

export const OutreachQuery = z.strictObject({
  ...paging,
  state: several(z.enum(states)).optional(),
  topic: several(z.string().max(60)).optional(),
  fromAfter: moment.optional().describe('Only those with a `from` later than this.'),
  fromBefore: moment.optional().describe('Only those with a `from` earlier than this.'),
  untilAfter: moment.optional().describe('Only those with an `until` later than this.'),
  untilBefore: moment.optional().describe('Only those with an `until` earlier than this.'),
})
export type OutreachQuery = z.output<typeof OutreachQuery>
export const OutreachPage = page(Outreach, 'OutreachPage')
