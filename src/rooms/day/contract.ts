import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { CaseCustomer, exampleParts } from '../cases/parts-contract.ts'
import { Colleague } from '../consultations/contract.ts'
import { DayIdea, exampleDayIdea } from './idea-contract.ts'
import { DayAbsence, DayOwner } from './stand-in-contract.ts'

const exampleCallback = {
  id: exampleParts.callback.id,
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  subject: 'Charged twice in October',
  customer: exampleParts.customer,
  ownerId: exampleParts.owner.id,
  channel: 'phone',
  to: '+31612345678',
  from: '2026-11-02T13:00:00.000Z',
  until: '2026-11-02T14:00:00.000Z',
  computed: false,
  overdue: false,
  attempts: 1,
  nextTryAt: '2026-11-02T13:30:00.000Z',
  chases: 0,
}

const DayCallback = z
  .object({
    id: out.id,
    caseId: out.id,
    reference: z.string(),
    subject: z.string(),
    customer: CaseCustomer,
    ownerId: out.id.describe('Yourself, or the absent owner for whom you stand in.'),
    channel: z.string(),
    to: z.string().nullable().describe('The number or address; null for a pickup by reference.'),
    from: out.moment,
    until: out.moment,
    computed: z.boolean().describe('The window came from the team’s agreement, so it books no hour.'),
    overdue: z.boolean(),
    attempts: z.int(),
    nextTryAt: out.moment.nullable().describe('When to try again, after a try that failed.'),
    chases: z.int().describe('How often the customer contacted us meanwhile.'),
  })
  .meta({ id: 'DayCallback', description: 'A promise to keep today.', examples: [exampleCallback] })
export type DayCallback = z.output<typeof DayCallback>

const exampleConsultation = {
  id: '0199a3f6-1d42-7f8b-a1c0-5e7d9b3f2a64',
  caseId: '0199a3f0-8e23-7a19-b6d4-3c5f7a9b1e20',
  reference: '100048390',
  subject: 'Two debits',
  kind: 'question',
  question: 'Why were there two debits in October?',
  askedBy: { id: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89', name: 'Piet Bakker' },
  needBy: '2026-11-02T13:12:44.000Z',
  overdue: false,
}

const DayConsultation = z
  .object({
    id: out.id,
    caseId: out.id,
    reference: z.string(),
    subject: z.string(),
    kind: z.enum(['question', 'action']),
    question: z.string(),
    askedBy: Colleague.describe('To whom the answer goes.'),
    needBy: out.moment,
    overdue: z.boolean(),
  })
  .meta({
    id: 'DayConsultation',
    description: 'What a colleague asks of you.',
    examples: [exampleConsultation],
  })

const DayEmployee = z.object({ id: out.id, name: z.string().describe('Your name.') }).meta({
  id: 'DayEmployee',
  description: 'Whose day it is.',
  examples: [{ id: exampleParts.owner.id, name: exampleParts.owner.name }],
})

export const Day = z
  .object({
    employee: DayEmployee,
    date: out.day.describe('Today, in `timeZone`.'),
    timeZone: z.string().describe('IANA; your team’s, or the organisation’s if you are in no team.'),
    callbacks: z
      .array(DayCallback)
      .describe('What is overdue, and what is due before the day is over, in the order of the windows.'),
    more: z.boolean().describe('There are more callbacks than these: `GET /callbacks` has all of them.'),
    consultations: z
      .array(DayConsultation)
      .describe('What colleagues ask of you, the soonest needed first; at most 50.'),
    standingInFor: z.array(DayOwner).describe('For whom you act now; their callbacks are among yours.'),
    ideas: z
      .array(DayIdea)
      .describe(
        'Ideas of yours and those that you support, in which something happened in the last 14 days; at most 50.',
      ),
    absences: z.array(DayAbsence).describe('Where you stand in now or will, in order; at most the next 50.'),
  })
  .meta({
    id: 'Day',
    description: 'What an employee has to do today.',
    examples: [
      {
        employee: { id: exampleParts.owner.id, name: exampleParts.owner.name },
        date: '2026-11-02',
        timeZone: 'Europe/Amsterdam',
        callbacks: [exampleCallback],
        more: false,
        consultations: [exampleConsultation],
        standingInFor: [],
        ideas: [exampleDayIdea],
        absences: [],
      },
    ],
  })
export type Day = z.output<typeof Day>
