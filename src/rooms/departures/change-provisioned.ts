import { assertExpected, type Work } from '../../db/work.ts'
import type { Provisioned, ProvisionedFields } from '../../facts/provisioned.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { employees } from '../../tables/people.ts'
import { assertNameIsFree } from '../employees/assert-name-is-free.ts'
import { beginDeparture } from './begin-departure.ts'
import { lockProvisioned } from './lock-leaver.ts'
import { type Brought, readWorkPhone } from './read-work-phone.ts'
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
): Promise<Brought> {
  const was = await lockProvisioned(work, id)
  assertExpected(work, was.version)
  const { active = was.active, ...wanted } = decide(was)
  const { phone, phoneLeftOut } = readWorkPhone(wanted.phone, was.country)
  const changed = differences(was, { ...wanted, phone })
  if (typeof changed.subject === 'string') await assertNameIsFree(work, changed.subject, id)

  const fields = Object.keys(changed)
  const version = was.version + 1
  const changedAt = toWire(work.now)
  if (fields.length > 0) {
    work.tx.update(employees, { id }, { ...changed, version, changedAt })
    record(work, { type: 'employee.changed', data: { employeeId: id, fields } })
  }
  if (was.active && !active) await beginDeparture(work, was)
  if (!was.active && active) await withdrawDeparture(work, was)
  const same = fields.length === 0 && was.active === active
  return { ...was, ...changed, active, phoneLeftOut, ...(same ? {} : { version, changedAt }) }
}

function differences(
  was: Provisioned,
  wanted: { readonly [K in keyof ProvisionedFields]?: ProvisionedFields[K] | undefined },
): Partial<ProvisionedFields> {
  const given = Object.entries(wanted) as [keyof ProvisionedFields, string | null | undefined][]
  return Object.fromEntries(given.filter(([key, value]) => value !== undefined && value !== was[key]))
}
