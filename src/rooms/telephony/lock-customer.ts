import { sql } from 'drizzle-orm'
import { pick, type RowOf } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { agreements } from '../../tables/organisation.ts'
import { lockPoints } from '../customers/lock-points.ts'
import { speakerKnows } from './speaker-knows.ts'

const onTheLine = { ...pick(customers, 't', 'id', 'name', 'teamId'), ...pick(agreements, 'a', 'timeZone') }

/** Who is taken for the one on the line. */
export type OnTheLine = RowOf<typeof onTheLine>

interface Asked {
  readonly phone: string
  readonly employeeId: string | null
  readonly now: string
}

const customerWith = selecting(onTheLine)<Asked>(
  sql`from theirs t join ${agreements} a on a.team_id = t.team_id
  order by (select c.id from ${cases} c where c.customer_id = t.id and c.callback_id is not null
    and ${speakerKnows} order by c.id desc limit 1) desc nulls last, t.id desc limit 1`,
  sql`with theirs as materialized (select * from customers_with(${sql.placeholder('phone')}))`,
)

const lockById = statement<{ id: string }, object>(
  sql`select from ${customers} where id = ${sql.placeholder('id')} and merge_id is null for no key update`,
)

/**
 * The customer with the number: of several the one with the latest open case that whoever of ours speaks may know of, else
 * the newest; undefined for nobody.
 */
export const findCustomer = (
  { tx, now }: Work,
  phone: string,
  employeeId: string | null = null,
): Promise<OnTheLine | undefined> => tx.row(customerWith, { phone, employeeId, now: toWire(now) })

/** As often as others may be quicker, each time. */
const mostTries = 20

/**
 * The same, with one call of this number at a time, so that five at once make one customer and one case; and with the
 * customer locked, whom nobody merges away or opens a case for meanwhile.
 */
export async function lockCustomer(
  work: Work,
  phone: string,
  employeeId: string | null,
): Promise<OnTheLine | undefined> {
  const [, first] = await Promise.all([
    lockPoints(work, { references: [], emails: [], phones: [phone] }),
    findCustomer(work, phone, employeeId),
  ])
  let found = first
  for (let tried = 0; found && tried < mostTries; tried++) {
    if (await work.tx.lock(lockById, { id: found.id })) return found
    found = await findCustomer(work, phone, employeeId)
  }
  if (found) throw new Error('the customers with this number are merged faster than they can be locked')
  return undefined
}
