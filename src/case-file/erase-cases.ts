import { sql } from 'drizzle-orm'
import { pick } from '../db/selection.ts'
import { selecting } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { record } from '../history/record-event.ts'
import { cases } from '../tables/cases.ts'

const whole = pick(cases, 'c', 'id', 'reference', 'version', 'status', 'aboutEmployeeId', 'ownerId')
const casesOf = selecting(whole)<{ customerId: string }>(sql`
  from ${cases} c where c.customer_id = ${sql.placeholder('customerId')} order by c.id for no key update of c`)

/** A case whose words are to be taken out, locked. */
export type ErasedCase = Awaited<ReturnType<typeof lockCasesOf>>[number]

/** Locks all cases of a customer, open and resolved, in order. The caller holds the customer. */
export const lockCasesOf = ({ tx }: Work, customerId: string) => tx.lockAll(casesOf, { customerId })

/** What stands where words of a customer stood. */
const erased = '[erased]'

/** Takes the words out of cases that have ended; each tells of it in its history, as of any other change. */
export function eraseCases(
  work: Work,
  of: readonly ErasedCase[],
  { customerId, erasureId }: { readonly customerId: string; readonly erasureId: string },
): void {
  for (const { id: caseId, version: before } of of) {
    const version = before + 1
    record(work, {
      type: 'case.changed',
      caseId,
      caseSequence: version,
      customerId,
      data: { fields: ['subject', 'question', 'tags'], erasureId },
    })
    work.tx.update(cases, { id: caseId }, { subject: erased, question: erased, tags: [], version })
  }
}
