import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { employees } from '../../tables/people.ts'
import type { Decline } from './answer-contract.ts'
import { closeConsultation } from './close-consultation.ts'
import type { Consultation } from './contract.ts'
import { lockConsultation } from './lock-consultation.ts'
import { assertConsultationOpen, assertConsulted } from './rules.ts'

const active = selecting(pick(employees, 'e', 'id', 'name'))<{ id: string }>(
  sql`from ${employees} e where e.id = ${sql.placeholder('id')} and e.departed_at is null`,
)

/**
 * The colleague who was asked cannot help, and says why and perhaps who might. Throws `forbidden` for anybody else, and
 * `consultation-is-closed`.
 */
export async function declineConsultation(
  work: Work,
  id: string,
  { reason, mightKnow }: Decline,
): Promise<Consultation> {
  const held = await lockConsultation(work, id)
  assertConsulted(work, held.found)
  assertConsultationOpen(work, held.found)
  if (mightKnow === held.found.consultedId)
    throw Unprocessable.at('/mightKnow', 'is yourself: name somebody else')
  const colleague = mightKnow === undefined ? null : await work.tx.row(active, { id: mightKnow })
  if (colleague === undefined) throw Unprocessable.at('/mightKnow', 'is nobody who works here')

  const told = { mightKnowId: colleague?.id ?? null }
  return closeConsultation(work, held, { state: 'declined', reason, mightKnow: colleague }, told)
}
