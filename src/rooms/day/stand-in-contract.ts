import { z } from 'zod'
import { out } from '../../lib/wire.ts'

const exampleOwner = { id: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89', name: 'Piet Bakker', extension: '205' }

export const DayOwner = z
  .object({
    id: out.id,
    name: z.string(),
    extension: z.string().nullable(),
    until: out.moment.describe('When you stand in no longer.'),
  })
  .meta({
    id: 'DayOwner',
    description: 'An absent teammate for whom you act now.',
    examples: [{ ...exampleOwner, until: '2026-11-04T23:00:00.000Z' }],
  })

export const DayAbsence = z
  .object({
    id: out.id.describe('The absence.'),
    employeeId: out.id,
    name: z.string(),
    from: out.moment.describe('From when on you stand in.'),
    until: out.moment.describe('When you stand in no longer.'),
  })
  .meta({
    id: 'DayAbsence',
    description: 'An absence of a teammate in which you stand in, now or later.',
    examples: [
      {
        id: '0199a3f1-22d0-7e13-8a41-5c0b7d9e2f66',
        employeeId: exampleOwner.id,
        name: exampleOwner.name,
        from: '2026-11-01T23:00:00.000Z',
        until: '2026-11-04T23:00:00.000Z',
      },
    ],
  })
