import { assertExpected, type Work } from '../../db/work.ts'
import { Forbidden } from '../../lib/problems.ts'
import type { ConsultationRow } from './consultation-row.ts'
import { ConsultationIsClosed } from './problems.ts'

/** Throws `forbidden` for everybody but the colleague who was asked. */
export function assertConsulted({ actor }: Work, { consultedId, consultedName }: ConsultationRow): void {
  if (actor.employee?.id !== consultedId)
    throw Forbidden.because(`${consultedName} was asked, and answers in person.`)
}

/** Throws `consultation-is-closed` for one that has ended, and `version-mismatch` for another version. */
export function assertConsultationOpen(work: Work, { state, version }: ConsultationRow): void {
  if (state !== 'open') throw ConsultationIsClosed.because(`The consultation was ${state}.`)
  assertExpected(work, version)
}
