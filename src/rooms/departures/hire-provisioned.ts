import type { Work } from '../../db/work.ts'
import { readCountry } from '../../facts/country.ts'
import type { ProvisionedFields } from '../../facts/provisioned.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { departures, employees } from '../../tables/people.ts'
import { assertNameIsFree } from '../employees/assert-name-is-free.ts'
import { type Brought, readWorkPhone } from './read-work-phone.ts'

/**
 * Makes an employee whom an identity provider brings: a member without a team, until an admin puts them in one. Who
 * comes as inactive may not call until they are made active. Throws `already-exists` for a name that is taken.
 */
export async function hireProvisioned(
  work: Work,
  given: ProvisionedFields & { readonly subject: string },
  active: boolean,
): Promise<Brought> {
  const [here] = await Promise.all([
    work.tx.row(readCountry, {}),
    assertNameIsFree(work, given.subject, null),
  ])
  if (!here) throw new Error('there is no organisation')
  const { phone = null, phoneLeftOut } = readWorkPhone(given.phone, here.country)

  const employee = { ...given, phone, id: newId(), createdAt: toWire(work.now), version: 1 }
  work.tx.insert(employees, {
    ...employee,
    teamId: null,
    discipline: 'both',
    role: 'member',
    contractHours: 36,
  })
  record(work, { type: 'employee.created', data: { employeeId: employee.id, teamId: null } })
  if (!active) {
    work.tx.insert(departures, { employeeId: employee.id, startedAt: employee.createdAt })
    record(work, { type: 'departure.started', data: { employeeId: employee.id } })
  }
  return { ...employee, active, provisioned: true, changedAt: employee.createdAt, phoneLeftOut }
}
