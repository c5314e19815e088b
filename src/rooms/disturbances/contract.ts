import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { out, several } from '../../lib/wire.ts'

const kinds = ['survey', 'letter', 'outreach'] as const

const example = {
  id: '0199a40c-3a4b-7c5d-8e6f-708192a3b4c5',
  kind: 'outreach',
  at: '2026-11-24T10:00:00.000Z',
  quietUntil: '2026-12-01T10:00:00.000Z',
  worthMore: false,
  surveyId: null,
  contactId: null,
  outreachId: '0199a40b-1d2e-7f3a-8b4c-5d6e7f8091a2',
}

const Disturbance = z
  .object({
    id: out.id,
    kind: z.enum(kinds),
    at: out.moment.describe('When they hear from us; of an outreach that may be still to come.'),
    quietUntil: out.moment.describe('Until then no outreach disturbs them, and no survey where this is one.'),
    worthMore: z.boolean().describe('The outreach says why it is worth more than a quiet week.'),
    surveyId: out.id.nullable(),
    contactId: out.id.nullable().describe('The letter.'),
    outreachId: out.id.nullable(),
  })
  .meta({
    id: 'Disturbance',
    description: 'A time at which a customer hears from us unasked.',
    examples: [example],
  })
export type Disturbance = z.output<typeof Disturbance>

export const DisturbanceQuery = z.strictObject({ ...paging, kind: several(z.enum(kinds)).optional() })
export type DisturbanceQuery = z.output<typeof DisturbanceQuery>
export const DisturbancePage = page(Disturbance, 'DisturbancePage')
