import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { employees } from '../../tables/people.ts'
import { lockProvisioned } from './lock-leaver.ts'
import { startDeparture } from './start-departure.ts'

/**
 * Removes an employee from what an identity provider sees: their departure begins, as when they are made inactive, and
 * the names that the provider gave them are free again. Their history stays. Throws `not-found`.
 */
export async function removeProvisioned(work: Work, id: string): Promise<void> {
  const was = await lockProvisioned(work, id)
  assertExpected(work, was.version)
  const fields = (['subject', 'externalId'] as const).filter((field) => was[field] !== null)

  await startDeparture(work, id)
  if (fields.length > 0) {
    const changedAt = toWire(work.now)
    const version = was.version + 1
    work.tx.update(employees, { id }, { subject: null, externalId: null, version, changedAt })
    record(work, { type: 'employee.changed', data: { employeeId: id, fields } })
  }
}
