import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import { atOnce, type Decided } from './decide-customers.ts'

const insert = statement<{ decided: string; outreachId: string; now: string }, never>(sql`
  insert into ${outreachCustomers} (outreach_id, customer_id, decision, refund, why, state, next_at, settled_at)
  select o.id, g."customerId", g.decision, g.refund, g.why, case g.decision when 'letSleep' then 'asleep' else 'waiting' end,
    ${now}, case g.decision when 'letSleep' then ${now} end
  from jsonb_to_recordset(${sql.placeholder('decided')}::jsonb)
    as g("customerId" uuid, decision text, refund bigint, why text)
  cross join ${outreaches} o where o.id = ${sql.placeholder('outreachId')}::uuid order by g."customerId"`)

/** What an event tells of them. */
export interface Added {
  readonly customers: number
  readonly letSleep: number
}

/** Writes the customers of a draft; who is let sleep is done with. Answers how many there are. */
export function insertCustomers({ tx, now }: Work, outreachId: string, decided: readonly Decided[]): Added {
  for (let from = 0; from < decided.length; from += atOnce) {
    const some = JSON.stringify(decided.slice(from, from + atOnce))
    tx.run(insert, { decided: some, outreachId, now: toWire(now) })
  }
  return {
    customers: decided.length,
    letSleep: decided.filter(({ decision }) => decision === 'letSleep').length,
  }
}

/** The counts of an outreach after these were added. */
export const countedWith = <Counts extends { customers: number; waiting: number; letSleep: number }>(
  counts: Counts,
  { customers, letSleep }: Added,
): Counts => ({
  ...counts,
  customers: counts.customers + customers,
  waiting: counts.waiting + customers - letSleep,
  letSleep: counts.letSleep + letSleep,
})
