import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { oneOfTwo } from '../../lib/forms/one-of-two.ts'
import { aheadIn, orderIn } from '../../lib/meaning/moments-in.ts'
import { naming } from '../../lib/meaning/names.ts'
import { meant } from '../../lib/meanings.ts'
import { page, paging } from '../../lib/page.ts'
import { day, id, moment, out } from '../../lib/wire.ts'

export const AbsenceParams = z.strictObject({ absenceId: id })

const exampleStandIn = {
  standInId: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89',
  name: 'Piet Bakker',
  from: '2026-11-09T07:00:00.000Z',
  until: '2026-11-13T17:00:00.000Z',
}

const exampleAbsence = {
  id: '0199a401-3b7e-7d10-8f25-6c4b2a1e9d73',
  employeeId: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12',
  from: '2026-11-09T07:00:00.000Z',
  until: '2026-11-13T17:00:00.000Z',
  standIns: [exampleStandIn],
  uncovered: [],
  registeredAt: '2026-11-02T09:12:44.000Z',
  version: 1,
}

const exampleCallback = {
  id: '0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88',
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  from: '2026-11-10T13:00:00.000Z',
  until: '2026-11-10T14:00:00.000Z',
  standInId: exampleStandIn.standInId,
}

const AbsenceStandIn = z
  .object({ standInId: out.id, name: z.string(), from: out.moment, until: out.moment })
  .meta({
    id: 'AbsenceStandIn',
    description: 'Who acts for the absent owner, from a moment to before another.',
    examples: [exampleStandIn],
  })

const Uncovered = z.object({ from: out.moment, until: out.moment }).meta({
  id: 'Uncovered',
  description: 'A part of an absence in which no teammate is present.',
  examples: [{ from: exampleStandIn.from, until: exampleStandIn.until }],
})

const FallingCallback = z
  .object({
    id: out.id,
    caseId: out.id,
    reference: z.string(),
    from: out.moment,
    until: out.moment,
    standInId: out.id.nullable().describe('Who keeps it; null: nobody is present then.'),
  })
  .meta({
    id: 'FallingCallback',
    description:
      'A promise whose window ends within the absence: the stand-in keeps it unless it is rescheduled.',
    examples: [exampleCallback],
  })

const fields = {
  id: out.id,
  employeeId: out.id,
  from: out.moment,
  until: out.moment.describe('The first moment at which they are back.'),
  standIns: z.array(AbsenceStandIn).describe('In order, one at a time.'),
  uncovered: z
    .array(Uncovered)
    .describe('Where no teammate is present; the owner’s promises there want another window.'),
  registeredAt: out.moment,
  version: z.int(),
}

export const Absence = z.object(fields).meta({
  id: 'Absence',
  description: 'An employee is away for a while, and who stands in. Why they are is not asked.',
  examples: [exampleAbsence],
})
export type Absence = z.output<typeof Absence>

export const RegisteredAbsence = z
  .object({
    ...fields,
    callbacks: z
      .array(FallingCallback)
      .describe('The owner’s promises that fall in it, the first one first.'),
  })
  .meta({
    id: 'RegisteredAbsence',
    description: 'An absence that was registered just now, with the promises that fall in it.',
    examples: [{ ...exampleAbsence, callbacks: [exampleCallback] }],
  })
export type RegisteredAbsence = z.output<typeof RegisteredAbsence>

const GivenAbsence = z
  .strictObject({
    from: moment.optional().describe('Left out, or in the past: now.'),
    until: moment.optional().describe('The first moment at which they are back.'),
    fromDate: day.optional().describe('In whole days, of the employee’s own time zone: the first one.'),
    untilDate: day.optional().describe('The last one.'),
    standInId: naming('colleague', id)
      .optional()
      .describe('A teammate who is present for all of it. Left out: the least-loaded ones who are.'),
  })
  .superRefine(oneOfTwo('until', 'untilDate', 'must be given, by until or by untilDate'), evenSo)
  .refine(({ until, fromDate }) => until === undefined || fromDate === undefined, {
    error: 'goes with untilDate',
    path: ['fromDate'],
    ...evenSo,
  })
  .refine(({ from, untilDate }) => from === undefined || untilDate === undefined, {
    error: 'goes with until',
    path: ['from'],
    ...evenSo,
  })
  .meta({
    id: 'NewAbsence',
    description:
      'When somebody is away, in moments or in whole days. Why is nobody’s business, so there is no field for it.',
    examples: [{ from: '2046-11-09T07:00:00Z', until: '2046-11-13T17:00:00Z' }],
  })
export const NewAbsence = meant(
  GivenAbsence,
  orderIn('from', 'until', 'must be later than where it begins'),
  orderIn('fromDate', 'untilDate', 'must be later than where it begins'),
  aheadIn('until'),
)
export type NewAbsence = z.output<typeof NewAbsence>

export const AbsenceQuery = z.strictObject({
  ...paging,
  untilAfter: moment.optional().describe('Only those that last longer than this: now, for what is not over.'),
  fromBefore: moment.optional().describe('Only those that begin earlier than this.'),
})
export const AbsencePage = page(Absence, 'AbsencePage')
