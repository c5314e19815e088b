import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import { recordedAs, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { customerMerges } from '../../tables/customers.ts'
import { caseCorrections } from '../../tables/successions.ts'

/** A case that goes to another customer, locked. */
interface MovedCase {
  readonly id: string
  readonly version: number
}

const casesOf = statement<{ customerId: string }, MovedCase>(sql`
  select id, version from ${cases} where customer_id = ${sql.placeholder('customerId')} order by id for no key update`)

/** Locks all cases of a customer, open and resolved, in order. The caller holds the customer. */
export const openAndResolvedCasesOf = ({ tx }: Work, customerId: string): Promise<MovedCase[]> =>
  tx.lockAll(casesOf, { customerId })

// What a merge moved and another one moved on is back when that one was reversed, so it counts for nothing. Most cases have
// not been anywhere since, and their own row says so.
const casesMovedBy = statement<{ mergeId: string }, MovedCase>(sql`
  with moved as materialized (
    select x.id, x.case_id, m.into_id from ${customerMerges} m
    join ${caseCorrections} x on x.merge_id = m.id and x.from_customer_id = m.customer_id
    where m.id = ${sql.placeholder('mergeId')}
  )
  select c.id, c.version from moved x join ${cases} c on c.id = x.case_id and c.customer_id = x.into_id
  where c.correction_id = x.id or not exists (
    select from ${caseCorrections} later left join ${customerMerges} o on o.id = later.merge_id
    where later.case_id = c.id and later.id > x.id and o.reversed_at is null)
  order by c.id for no key update of c`)

/** Locks the cases that a merge moved and that went nowhere else since, in order. The caller holds both customers. */
export const casesStillMovedBy = ({ tx }: Work, mergeId: string): Promise<MovedCase[]> =>
  tx.lockAll(casesMovedBy, { mergeId })

interface Way {
  readonly mergeId: string
  readonly fromCustomerId: string
  readonly toCustomerId: string
  /** The merge is being reversed. */
  readonly isReversal: boolean
}

/**
 * Gives cases to another customer, because of a merge or its reversal. Owner, promise and history stay as they are; the
 * customer is the same person, so the promise keeps its address.
 */
export function moveCases(work: Work, moved: readonly MovedCase[], way: Way): void {
  const { fromCustomerId, toCustomerId, mergeId, isReversal } = way
  const by = recordedAs(work.actor)
  const at = toWire(work.now)
  for (const { id: caseId, version: before } of moved) {
    const [correctionId, version] = [newId(), before + 1]
    record(work, {
      type: 'case.customer-corrected',
      caseId,
      caseSequence: version,
      customerId: toCustomerId,
      data: { correctionId, fromCustomerId, toCustomerId, mergeId, isReversal, callbackId: null },
    })
    work.tx.insert(caseCorrections, {
      id: correctionId,
      caseId,
      fromCustomerId,
      toCustomerId,
      mergeId,
      correctedByKind: by.kind,
      correctedById: by.id,
      at,
    })
    work.tx.update(cases, { id: caseId }, { customerId: toCustomerId, correctionId, version })
  }
}
