import { sql } from 'drizzle-orm'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, select } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { NotFound } from '../../lib/problems.ts'
import { organisation, teams } from '../../tables/organisation.ts'
import { departures, employees, employeeTopics } from '../../tables/people.ts'
import { topics } from '../../tables/topics.ts'
import type { Employee, EmployeeChange } from './contract.ts'
import type { EmployeeSetting } from './read-fields.ts'

const employeeRow = {
  ...pick(
    employees,
    'e',
    'id',
    'name',
    'email',
    'subject',
    'teamId',
    'discipline',
    'role',
    'extension',
    'phone',
  ),
  topics: sql<string[]>`array(select t.code from ${employeeTopics} c join ${topics} t on t.id = c.topic_id
    where c.employee_id = e.id order by t.code collate "C")`,
  ...pick(employees, 'e', 'workingHours', 'timeZone', 'contractHours'),
  active: sql<boolean>`e.departed_at is null`,
  leavingSince: sql<string | null>`(select d.started_at from ${departures} d
    where d.employee_id = e.id and d.completed_at is null)`,
  ...pick(employees, 'e', 'createdAt', 'version'),
}

const byId = selecting(employeeRow)<{ id: string }>(
  sql`from ${employees} e where e.id = ${sql.placeholder('id')}`,
)

export async function showEmployee({ db }: Reader, id: string): Promise<Employee> {
  const employee = await db.row(byId, { id })
  if (!employee) throw NotFound.because('There is no such employee.')
  return employee
}

export const listEmployees = listing({
  select: select(employeeRow, sql`from ${employees} e`),
  filters: {
    id: equals(sql`e.id`, 'uuid'),
    teamId: equals(sql`e.team_id`, 'uuid'),
    discipline: equals(sql`e.discipline`, 'text'),
    role: equals(sql`e.role`, 'text'),
    topic: (value, many) => sql`e.id in (select c.employee_id from ${employeeTopics} c
      join ${topics} t on t.id = c.topic_id where ${equals(sql`t.code`, 'text')(value, many)})`,
    active: (value) => sql`(e.departed_at is null) = ${value}`,
    email: (value, many) =>
      many
        ? sql`lower(e.email) in (select lower(x) from unnest(${value}::text[]) x)`
        : sql`lower(e.email) = lower(${value})`,
    extension: equals(sql`e.extension`, 'text'),
    q: (value) => sql`to_tsvector('simple', e.name || ' ' || coalesce(e.email, '')) @@ ${value}::tsquery`,
  },
  order: [{ column: sql`e.id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/** What writing an employee needs to know of the rest of the house, in the one read that it makes. */
const circumstances = {
  country: sql<string>`(select country from ${organisation})`,
  teamExists: sql<boolean>`exists (select from ${teams} where id = ${sql.placeholder('teamId')})`,
  knownTopics: sql<
    EmployeeSetting['knownTopics']
  >`(select coalesce(json_agg(json_build_array(code, id)), '[]')
    from ${topics} where code = any(${sql.placeholder('codes')}::text[]))`,
}

interface Named {
  readonly teamId: string | null
  readonly codes: readonly string[]
}

const aroundNew = selecting(circumstances)<Named>()
const forChange = selecting({ ...employeeRow, ...circumstances })<Named & { id: string }>(
  sql`from ${employees} e where e.id = ${sql.placeholder('id')}`,
)
const row = sql`select from ${employees} where id = ${sql.placeholder('id')}`
const lockById = statement<{ id: string }, object>(sql`${row} for no key update`)
const lockToMove = statement<{ id: string }, object>(sql`${row} for update`)
const lockOrganisation = statement<object, object>(sql`select from ${organisation} for no key update`)

const namedIn = ({ teamId, topics: codes }: EmployeeChange): Named => ({
  teamId: teamId ?? null,
  codes: codes ?? [],
})

export async function circumstancesOfNew({ tx }: Work, given: EmployeeChange): Promise<EmployeeSetting> {
  const found = await tx.row(aroundNew, namedIn(given))
  if (!found) throw new Error('there is no organisation')
  return found
}

/**
 * Locks the employee and reads them as they are then: sent in one go, but one after the other, since a statement
 * that waits for a lock goes on to read what is beside the row as it was before. For a move the organisation goes
 * first: it holds on to a member of its default team, so those who leave at the same time wait in one place.
 */
export async function lockEmployee(
  { tx }: Work,
  id: string,
  change: EmployeeChange,
): Promise<{ employee: Employee; around: EmployeeSetting }> {
  const moving = change.teamId !== undefined
  const locked = [
    ...(moving ? [tx.lock(lockOrganisation, {})] : []),
    tx.lock(moving ? lockToMove : lockById, { id }),
  ]
  const [found] = await Promise.all([tx.row(forChange, { id, ...namedIn(change) }), ...locked])
  if (!found) throw NotFound.because('There is no such employee.')
  const { country, teamExists, knownTopics, ...employee } = found
  return { employee, around: { country, teamExists, knownTopics } }
}
