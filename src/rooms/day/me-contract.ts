import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { Employee, exampleEmployee } from '../employees/contract.ts'

export const Me = z
  .object({
    kind: z.enum(['employee', 'system']),
    id: out.id,
    name: z.string(),
    scopes: z.array(z.string()).nullable().describe('What the system may do; null for an employee.'),
    employee: Employee.nullable().describe('The employee who calls; null for a system by itself.'),
  })
  .meta({
    id: 'Me',
    description: 'Who calls: a system by itself, or an employee.',
    examples: [
      {
        kind: 'employee',
        id: exampleEmployee.id,
        name: exampleEmployee.name,
        scopes: null,
        employee: exampleEmployee,
      },
    ],
  })
export type Me = z.output<typeof Me>
