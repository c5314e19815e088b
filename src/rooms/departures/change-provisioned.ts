import { assertExpected, type Work } from '../../db/work.ts'
import type { Provisioned, ProvisionedFields } from '../../facts/provisioned.ts'
import { record } from '../../history/record-event.ts'
import { readPhone } from '../../lib/phone.ts'
import { employees } from '../../tables/people.ts'
import { assertNameIsFree } from '../employees/assert-name-is-free.ts'
import { lockProvisioned } from './lock-leaver.ts'
import { startDeparture } from './start-departure.ts'
import { withdrawDeparture } from './withdraw-departure.ts'

/** What a provider wants of an employee: what it leaves out stays. A telephone number in any notation. */
export type ProvisionedChange = Partial<ProvisionedFields> & { readonly active?: boolean }

/**
 * Changes an employee as an identity provider asks, decided on the locked row; what is so already is not written again.
 * Made inactive, their departure begins; made active before it is complete, it is withdrawn. Throws `not-found`,
 * `already-exists` for a name that is taken, and `has-left` for who would come back.
 */
export async function changeProvisioned(
  work: Work,
  id: string,
  decide: (was: Provisioned) => ProvisionedChange,
): Promise<Provisioned> {
  const was = await lockProvisioned(work, id)
  assertExpected(work, was.version)
  const { active = was.active, ...wanted } = decide(was)
  const changed = differences(was, {
    ...wanted,
    ...(typeof wanted.phone === 'string'
      ? { phone: readPhone(wanted.phone, was.country, '/phoneNumbers') }
      : {}),
  })
  if (typeof changed.subject === 'string') await assertNameIsFree(work, changed.subject, id)

  const fields = Object.keys(changed)
  const version = was.version + 1
  if (fields.length > 0) {
    work.tx.update(employees, { id }, { ...changed, version })
    record(work, { type: 'employee.changed', data: { employeeId: id, fields } })
  }
  if (was.active && !active) await startDeparture(work, id)
  if (!was.active && active) withdrawDeparture(work, was)
  const same = fields.length === 0 && was.active === active
  return { ...was, ...changed, active, version: same ? was.version : version }
}

function differences(was: Provisioned, wanted: Partial<ProvisionedFields>): Partial<ProvisionedFields> {
  const given = Object.entries(wanted) as [keyof ProvisionedFields, string | null | undefined][]
  return Object.fromEntries(given.filter(([key, value]) => value !== undefined && value !== was[key]))
}
