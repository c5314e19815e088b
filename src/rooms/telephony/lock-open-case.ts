import { sql } from 'drizzle-orm'
import { lockCase } from '../../case-file/lock-case.ts'
import type { OpenCase } from '../../case-file/locked-case.ts'
import { isOpen } from '../../case-file/rules.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { standsInNow } from '../../facts/stand-ins.ts'
import { toWire } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { speaker, speakerKnows } from './speaker-knows.ts'

const standsIn = standsInNow({ owner: sql`c.owner_id`, standIn: speaker })

const openCase = selecting(pick(cases, 'c', 'id'))<{
  customerId: string
  employeeId: string | null
  now: string
}>(sql`
  from ${cases} c where c.customer_id = ${sql.placeholder('customerId')} and c.callback_id is not null
    and ${speakerKnows}
  order by c.owner_id is not distinct from ${speaker} desc, ${standsIn} desc, c.id desc limit 1`)

/** As often as others may be quicker, each time. */
const mostTries = 20

/**
 * The open case of a customer that a call with this employee is about: one that they own, else one whose owner they
 * stand in for, else the latest. No complaint that they may not know of. Undefined where the customer has none.
 */
export async function lockOpenCase(
  work: Work,
  customerId: string,
  employeeId: string | null,
): Promise<OpenCase | undefined> {
  for (let tried = 0; tried < mostTries; tried++) {
    const found = await work.tx.row(openCase, { customerId, employeeId, now: toWire(work.now) })
    if (!found) return undefined
    const kase = await lockCase(work, found.id)
    // While we waited for it, it may have been resolved, or found to be another customer's.
    if (isOpen(kase) && kase.customerId === customerId) return kase
  }
  throw new Error('the cases of this customer change faster than they can be locked')
}
