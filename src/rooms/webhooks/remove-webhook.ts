import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { webhooks } from '../../tables/outside/webhooks.ts'
import { lockWebhook } from './queries.ts'

const remove = statement<{ id: string }, never>(
  sql`delete from ${webhooks} where id = ${sql.placeholder('id')}`,
)

/** Removes a webhook with all that was on its way to it. */
export async function removeWebhook(work: Work, id: string): Promise<void> {
  await lockWebhook(work, id)

  work.tx.run(remove, { id })
  record(work, { type: 'webhook.removed', data: { webhookId: id } })
}
