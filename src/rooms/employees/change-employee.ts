import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { differing, patched, present } from '../../lib/patched.ts'
import { changedHours } from '../../lib/weekly-hours.ts'
import { employees, employeeTopics } from '../../tables/people.ts'
import { moveOpenCases } from '../successions/move-open-cases.ts'
import type { Employee, EmployeeChange } from './contract.ts'
import { followMember } from './follow-member.ts'
import { lockEmployee } from './queries.ts'
import { readFields } from './read-fields.ts'

const replaceTopics = statement<{ id: string; topicIds: readonly string[] }, never>(sql`
  with gone as (delete from ${employeeTopics}
    where employee_id = ${sql.placeholder('id')} and topic_id <> all(${sql.placeholder('topicIds')}::uuid[]))
  insert into ${employeeTopics} (employee_id, topic_id)
  select ${sql.placeholder('id')}::uuid, unnest(${sql.placeholder('topicIds')}::uuid[]) on conflict do nothing`)

/**
 * Changes an employee. Somebody who moves to another team takes their open cases along (law 1: the owner stays).
 * Throws `owns-open-cases` for an owner who would be in no team, and `last-member-of-default-team` (law 3).
 */
export async function changeEmployee(work: Work, id: string, change: EmployeeChange): Promise<Employee> {
  const { employee, around } = await lockEmployee(work, id, change)
  assertExpected(work, employee.version)
  const workingHours = changedHours(employee.workingHours, change.workingHours)
  const { fields, topicIds } = readFields({ ...change, workingHours }, around)
  const different = differing<Employee>(employee, fields)
  if (different.length === 0) return employee
  const changed: Employee = { ...patched(employee, fields), version: employee.version + 1 }

  const { topics, teamId, ...columns } = fields
  const moved = teamId !== undefined && teamId !== employee.teamId
  // The team only when it is another one: it is part of a key, and writing a key shuts out new cases meanwhile.
  work.tx.update(
    employees,
    { id },
    {
      ...present(columns),
      ...(moved ? { teamId } : {}),
      version: changed.version,
      changedAt: toWire(work.now),
    },
  )
  if (topics) work.tx.run(replaceTopics, { id, topicIds })
  if (moved && teamId !== null && employee.active) await moveOpenCases(work, id, teamId)
  if (moved && employee.active) await followMember(work, id, { teamId })
  record(work, { type: 'employee.changed', data: { employeeId: id, fields: different } })
  return changed
}
