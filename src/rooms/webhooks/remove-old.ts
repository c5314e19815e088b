import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { moment } from '../../db/moment.ts'
import { statement } from '../../db/statement.ts'
import { toWire } from '../../lib/instant.ts'
import { webhookDeliveries } from '../../tables/outside/webhooks.ts'

const kept = Temporal.Duration.from({ hours: 24 * 30 })

const remove = statement<{ before: string }, never>(sql`
  delete from ${webhookDeliveries} where id in (select id from ${webhookDeliveries}
    where state = 'delivered' and delivered_at < ${moment('before')} limit 5000)`)

/** Forgets deliveries that arrived thirty days ago; the events stay, and can be replayed. */
export async function removeOld(db: Database, now: Temporal.Instant): Promise<void> {
  await db.rows(remove, { before: toWire(now.subtract(kept)) })
}
