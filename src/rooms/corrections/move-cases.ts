import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import { doerOf, type Work } from '../../db/work.ts'
import { recordEventsNow } from '../../history/record-events.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { caseCorrections } from '../../tables/corrections.ts'
import { customerMerges } from '../../tables/customers.ts'

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

const rows = sql`jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) as x(id uuid, "caseId" uuid)`

const insertAll = statement<Way & { rows: string; byKind: string; byId: string; at: string }, never>(sql`
  insert into ${caseCorrections} (id, case_id, from_customer_id, to_customer_id, merge_id, corrected_by_kind, corrected_by_id, at)
  select id, "caseId", ${sql.placeholder('fromCustomerId')}::uuid, ${sql.placeholder('toCustomerId')}::uuid,
    ${sql.placeholder('mergeId')}::uuid, ${sql.placeholder('byKind')}::text, ${sql.placeholder('byId')}::uuid,
    ${sql.placeholder('at')}::timestamptz
  from ${rows}`)

const moveAll = statement<{ rows: string; toCustomerId: string }, never>(sql`
  update ${cases} c set customer_id = ${sql.placeholder('toCustomerId')}::uuid, correction_id = x.id, version = c.version + 1
  from ${rows} where c.id = x."caseId"`)

/** As many at a time as a statement writes well within its time. */
const atOnce = 1000

/**
 * Gives cases to another customer, because of a merge or its reversal, in as many steps as it takes. Owner, promise and
 * history stay as they are; the customer is the same person, so the promise keeps its address. The merge is written before.
 */
export async function moveCases(work: Work, moved: readonly MovedCase[], way: Way): Promise<void> {
  for (let first = 0; first < moved.length; first += atOnce)
    await moveSome(work, moved.slice(first, first + atOnce), way)
}

async function moveSome(work: Work, moved: readonly MovedCase[], way: Way): Promise<void> {
  const made = moved.map(({ id, version }) => ({ id: newId(), caseId: id, version }))
  const rows = JSON.stringify(made.map(({ id, caseId }) => ({ id, caseId })))
  const { fromCustomerId, toCustomerId, mergeId, isReversal } = way
  const by = doerOf(work.actor)

  // The history first: a case changes its customer with a correction that is on record there.
  await Promise.all([
    recordEventsNow(
      work,
      made.map(({ id: correctionId, caseId, version }) => ({
        type: 'case.customer-corrected',
        caseId,
        caseSequence: version + 1,
        customerId: toCustomerId,
        data: { correctionId, fromCustomerId, toCustomerId, mergeId, isReversal, callbackId: null },
      })),
    ),
    work.tx.rows(insertAll, { ...way, rows, byKind: by.kind, byId: by.id, at: toWire(work.now) }),
    work.tx.rows(moveAll, { rows, toCustomerId }),
  ])
}
