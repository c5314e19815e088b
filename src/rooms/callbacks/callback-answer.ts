import { sql } from 'drizzle-orm'
import type { OpenCase } from '../../case-file/locked-case.ts'
import { lateBy } from '../../case-file/promise/late-by.ts'
import { pick, type RowOf, renamed } from '../../db/selection.ts'
import { toWire } from '../../lib/instant.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, contacts } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { employees } from '../../tables/people.ts'
import type { Callback } from './contract.ts'

/** What is told of a callback `b` of the case `c`. */
export const callbackRow = {
  ...pick(callbacks, 'b', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference', 'subject'),
  ...pick(callbacks, 'b', 'ownerId'),
  ...renamed(employees, 'o', { ownerName: 'name' }),
  ...pick(cases, 'c', 'customerId'),
  ...renamed(customers, 'cu', { customerName: 'name' }),
  ...pick(callbacks, 'b', 'state', 'channel'),
  ...renamed(callbacks, 'b', { to: 'address', from: 'windowFrom', until: 'windowUntil' }),
  ...pick(callbacks, 'b', 'computed', 'yielded', 'cutByHorizon', 'attempts', 'nextTryAt'),
  ...pick(callbacks, 'b', 'madeAt', 'closedAt', 'contactId'),
  customerCalledFirst: sql<boolean>`b.customer_called_first`,
  toldLate: sql<boolean>`b.state = 'kept' and b.closed_at <= b.window_until
    and exists (select from ${contacts} t where t.id = b.contact_id and t.recorded_at > b.window_until)`,
  ...pick(callbacks, 'b', 'replacedBy', 'reason', 'version'),
}
/** A callback `b` and its case `c`. */
export const callbackOfCase = sql`from ${callbacks} b join ${cases} c on c.id = b.case_id`
/** The tables of a callback `b` with its case `c`. */
export const callbackTables = sql`${callbackOfCase}
  join ${employees} o on o.id = b.owner_id join ${customers} cu on cu.id = c.customer_id`

export type CallbackRow = RowOf<typeof callbackRow>

/** A callback as it is answered. `now` is in wire form. */
export function toCallback({ ownerName, customerName, ...row }: CallbackRow, now: string): Callback {
  return {
    ...row,
    owner: { id: row.ownerId, name: ownerName },
    customer: { id: row.customerId, name: customerName },
    // What has ended is tried no more.
    nextTryAt: row.state === 'open' ? row.nextTryAt : null,
    overdue: row.state === 'open' && row.until < now,
    lateBy: lateBy(row.until, row.closedAt ?? now),
  }
}

/** The open callback of a case within a unit of work, as it is answered. */
export function openCallbackOf(kase: OpenCase, now: Temporal.Instant): Callback {
  const { callback } = kase.holds
  const row: CallbackRow = {
    id: callback.id,
    caseId: kase.id,
    reference: kase.reference,
    subject: kase.subject,
    ownerId: kase.ownerId,
    ownerName: kase.owner.name,
    customerId: kase.customerId,
    customerName: kase.customer.name,
    state: 'open',
    channel: callback.channel,
    to: callback.address,
    from: callback.windowFrom,
    until: callback.windowUntil,
    computed: callback.computed,
    yielded: callback.yielded,
    cutByHorizon: callback.cutByHorizon,
    attempts: callback.attempts,
    nextTryAt: callback.nextTryAt,
    madeAt: callback.madeAt,
    closedAt: null,
    contactId: null,
    customerCalledFirst: false,
    toldLate: false,
    replacedBy: null,
    reason: null,
    version: callback.version,
  }
  return toCallback(row, toWire(now))
}
