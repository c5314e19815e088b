import { z } from 'zod'
import { id, language, line, moment, money, text } from '../../lib/wire.ts'
import { CustomerReferenceGiven, kind } from '../customers/contract.ts'
import { decisions, exampleOutreach, exampleQuiet } from './contract.ts'

const amount = { amount: '12.50', currency: 'EUR' }
const exampleCustomers = [
  { customerId: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03', decision: 'informAndRefund', refund: amount },
  {
    reference: { system: 'crm', externalId: 'C-104.229' },
    decision: 'letSleep',
    why: 'Moved in after the meter was changed.',
  },
]

/** A customer and what is decided for them: the same in a list and on a line of a file. */
export const DecidedCustomer = z
  .strictObject({
    customerId: id.nullish(),
    reference: CustomerReferenceGiven.nullish().describe('Instead of `customerId`.'),
    decision: z.enum(decisions).nullish().describe('Left out: that of the outreach.'),
    refund: money.nullish().describe('Left out: that of the outreach.'),
    why: text(2000).nullish().describe('Why they are let sleep; left out: as the outreach says.'),
  })
  .meta({
    id: 'DecidedCustomer',
    description: 'A customer to contact or to let sleep.',
    examples: exampleCustomers,
  })
export type DecidedCustomer = z.output<typeof DecidedCustomer>

/** More of them come as a file. */
const customers = z.array(DecidedCustomer).max(2000)

const CustomerFilter = z
  .strictObject({
    teamIds: z.array(id).min(1).max(50).optional(),
    segments: z.array(line(60)).min(1).max(50).optional(),
    kind: kind.optional(),
    languages: z.array(language).min(1).max(50).optional(),
    topics: z.array(z.string().max(60)).min(1).max(50).optional().describe('Who had a case on one of these.'),
    casesAfter: moment.optional().describe('Who had such a case that was opened later than this.'),
    casesBefore: moment.optional().describe('Who had such a case that was opened earlier than this.'),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    error: 'must say something: not everybody is meant',
  })
  .meta({
    id: 'OutreachFilter',
    description: 'The customers whom all of this is true of; as they are when it is asked.',
    examples: [{ topics: ['invoice'], casesAfter: '2040-10-01T00:00:00Z' }],
  })
export type CustomerFilter = z.output<typeof CustomerFilter>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 21:00')
const quietHours = z
  .strictObject({ from: time, until: time })
  .refine(({ from, until }) => until < from, { error: 'must last over midnight: `until` is on the next day' })
  .meta({
    id: 'QuietHoursGiven',
    description:
      'From the first time to, on the next day, the second, nobody is called; by the clock of the customer.',
    examples: [exampleQuiet],
  })

const said = z.string().max(4000).nullish()
const fields = {
  title: line(200),
  reason: said.describe('Why; it is refused without.'),
  valueToCustomer: said.describe('What it is worth to the customer; it is refused without.'),
  topic: z.string().max(60).nullish().describe('The code of the topic of the cases.'),
  message: text(8000).nullish().describe('What customers are told. Left out: the title.'),
  decision: z
    .enum(decisions)
    .nullish()
    .describe('For customers of whom nothing else is said. Left out: `inform`.'),
  refund: money.nullish(),
  why: text(2000).nullish(),
  budget: money.nullish().describe('What may be given in all. Left out: nothing.'),
  from: moment.nullish().describe('Left out: now.'),
  until: moment.nullish().describe('Left out: 30 days after `from`.'),
  quietHours: quietHours.nullish().describe('Left out: from 21:00 to 08:00.'),
  worthMore: text(2000)
    .nullish()
    .describe('Why it is worth more than the rule that a customer is disturbed once a week at most.'),
}

export const NewOutreach = z
  .strictObject({
    ...fields,
    customers: customers
      .nullish()
      .describe('More than 2,000 are sent as a file, to `/customers` of the draft.'),
    filter: CustomerFilter.nullish().describe('Customers for whom the decision of the outreach is taken.'),
  })
  .meta({
    id: 'NewOutreach',
    description: 'Customers to contact before they ask, why, and what it is worth to them.',
    examples: [
      {
        title: exampleOutreach.title,
        reason: exampleOutreach.reason,
        valueToCustomer: exampleOutreach.valueToCustomer,
        message: exampleOutreach.message,
        decision: 'informAndRefund',
        refund: amount,
        budget: exampleOutreach.budget,
        filter: { segments: ['K-40'] },
      },
    ],
  })
export type NewOutreach = z.output<typeof NewOutreach>

const { decision: _, refund: __, why: ___, ...changeable } = fields
export const OutreachChange = z
  .strictObject(changeable)
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'OutreachChange',
    description: 'What changes of a draft. What was decided for its customers stays.',
    examples: [{ until: '2060-12-23T22:59:59Z' }],
  })
export type OutreachChange = z.output<typeof OutreachChange>

/** Whatever comes, as a stream: its lines are looked at one by one. */
export const CustomerLines = z.any().meta({
  id: 'CustomerLines',
  type: 'string',
  description:
    'CSV with a line of names (`customerId`, or `system` and `externalId`; `decision`, `refund`, `currency`, `why`), or NDJSON with a `DecidedCustomer` on each line.',
  examples: [
    'system,externalId,decision,refund,why\r\ncrm,C-104.229,informAndRefund,12.50,\r\ncrm,C-7,letSleep,,Has moved.\r\n',
  ],
})
