import type { z } from 'zod'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { patched } from '../../lib/patched.ts'
import { employees, employeeTopics } from '../../tables/people.ts'
import type { Employee, NewEmployee } from './contract.ts'
import { circumstancesOfNew } from './queries.ts'
import { readFields } from './read-fields.ts'

/**
 * Makes an employee. Throws `validation-failed` or `unprocessable` naming the field, and `already-exists` when
 * somebody else has the subject.
 */
export async function createEmployee(work: Work, given: z.output<typeof NewEmployee>): Promise<Employee> {
  const { fields, topicIds } = readFields(given, await circumstancesOfNew(work, given))
  const employee = patched<Employee>(
    {
      id: newId(),
      name: given.name,
      email: null,
      subject: null,
      teamId: null,
      discipline: 'both',
      role: 'member',
      extension: null,
      phone: null,
      topics: [],
      workingHours: null,
      timeZone: null,
      contractHours: 36,
      active: true,
      leavingSince: null,
      createdAt: toWire(work.now),
      version: 1,
    },
    fields,
  )

  const { topics, active, leavingSince, ...row } = employee
  work.tx.insert(employees, row)
  for (const topicId of topicIds) work.tx.insert(employeeTopics, { employeeId: employee.id, topicId })
  record(work, { type: 'employee.created', data: { employeeId: employee.id, teamId: employee.teamId } })
  return employee
}
