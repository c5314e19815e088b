import { sql } from 'drizzle-orm'
import { listing } from '../../db/lists/listing.ts'
import { pick, type RowOf, renamed, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import type { Page, PageQuery } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { feed } from '../../tables/events.ts'
import { webhooks } from '../../tables/outside/webhooks.ts'
import type { Webhook } from './contract.ts'

const webhookRow = {
  ...pick(webhooks, 'w', 'id', 'url', 'types', 'description', 'active', 'format', 'createdAt'),
  ...pick(webhooks, 'w', 'disabledAt', 'disabledBecause', 'failingSince'),
  ...renamed(webhooks, 'w', { previousSecretUntil: 'previousUntil' }),
  ...pick(webhooks, 'w', 'version'),
}
const lockedRow = { ...webhookRow, ...pick(webhooks, 'w', 'secret', 'madeForId') }

const withId = sql`from ${webhooks} w where w.id = ${sql.placeholder('id')}`
const byId = selecting(webhookRow)<{ id: string }>(withId)
const lockById = selecting(lockedRow)<{ id: string }>(sql`${withId} for no key update`)

const list = listing({
  select: select(webhookRow, sql`from ${webhooks} w`),
  filters: {},
  order: [{ column: sql`w.id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/** Webhooks in the order in which they were made. */
export async function listWebhooks(reader: Reader, query: PageQuery): Promise<Page<Webhook>> {
  const { data, nextCursor } = await list(reader, { ...query })
  return { data: data.map((row) => ({ ...row })), nextCursor }
}

/** Throws `not-found`. */
export async function showWebhook({ db }: Reader, id: string): Promise<Webhook> {
  const row = await db.row(byId, { id })
  if (!row) throw NotFound.because('There is no such webhook.')
  return { ...row }
}

/** Locks a webhook, to change it or to have something sent to it. Throws `not-found`. */
export async function lockWebhook({ tx }: Work, id: string): Promise<RowOf<typeof lockedRow>> {
  const row = await tx.lock(lockById, { id })
  if (!row) throw NotFound.because('There is no such webhook.')
  return row
}

/** A webhook without what nobody is shown. */
export function toWebhook({ secret: _, madeForId: __, ...webhook }: RowOf<typeof lockedRow>): Webhook {
  return { ...webhook }
}

const head = selecting({ position: sql<number>`coalesce(max(f.position), 0)` })<object>(sql`from ${feed} f`)

/** Where the feed ends: a webhook that begins now begins there. */
export const headOfFeed = async ({ tx }: Work): Promise<number> => (await tx.row(head, {}))?.position ?? 0
