import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { happenedIn } from '../../lib/meaning/moments-in.ts'
import { naming } from '../../lib/meaning/names.ts'
import { meant } from '../../lib/meanings.ts'
import { id, moment } from '../../lib/wire.ts'
import { Employee, exampleEmployee } from '../employees/contract.ts'
import { exampleSuccession, Succession } from '../successions/contract.ts'

const GivenDeparture = z
  .strictObject({
    because: z
      .enum(['left', 'absent'])
      .optional()
      .describe('`absent`: for more than 20 working days; the employee stays. Left out: `left`.'),
    successorIds: z
      .array(naming('colleague', id))
      .min(1)
      .max(100)
      .optional()
      .describe('Among whom the cases are spread; left out: all other active members of the team.'),
    successors: z
      .array(z.strictObject({ caseId: id, employeeId: naming('colleague', id) }))
      .min(1)
      .max(1000)
      .optional()
      .describe('Who takes over which case; the others are spread.'),
    at: moment.optional().describe('When they left, up to 7 days ago; left out: now.'),
  })
  .refine(({ because, at }) => because !== 'absent' || at === undefined, {
    error: 'belongs to who has left',
    path: ['at'],
    ...evenSo,
  })
  .meta({
    id: 'NewDeparture',
    description: 'How an employee leaves, and who takes over. An empty one will do.',
    examples: [{ successorIds: [exampleSuccession.toOwnerId] }],
  })
export const NewDeparture = meant(GivenDeparture, happenedIn('at'))
export type NewDeparture = z.output<typeof NewDeparture>

export const Departure = z
  .object({
    employee: Employee,
    successions: z.array(Succession).describe('One for each case that they owned.'),
  })
  .meta({
    id: 'Departure',
    description: 'Who left, and where their open cases went.',
    examples: [
      {
        employee: { ...exampleEmployee, active: false, version: 2 },
        successions: [{ ...exampleSuccession, cause: 'departure', reason: null, contactId: null }],
      },
    ],
  })
export type Departure = z.output<typeof Departure>
