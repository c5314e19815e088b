import { sql } from 'drizzle-orm'
import { equals, listing } from '../db/listing.ts'
import { statement } from '../db/statement.ts'
import type { Reader, Work } from '../db/work.ts'
import { NotFound } from '../lib/problems.ts'
import { topics } from '../tables/organisation.ts'
import type { Topic } from './topic-contract.ts'

const select = sql`select id, code, name, description, created_at as "createdAt", version from ${topics}`

const byId = statement<{ id: string }, Topic>(sql`${select} where id = ${sql.placeholder('id')}`)
const lockById = statement<{ id: string }, Topic>(
  sql`${select} where id = ${sql.placeholder('id')} for no key update`,
)

export const listTopics = listing<Topic>({
  select,
  filters: {
    code: equals(sql`code`, 'text'),
    q: (value) => sql`to_tsvector('simple', code || ' ' || name) @@ to_tsquery('simple', ${value})`,
  },
  order: [{ column: sql`id`, key: 'id', type: 'uuid' }],
  descending: false,
})

export async function showTopic({ db }: Reader, id: string): Promise<Topic> {
  const topic = await db.row(byId, { id })
  if (!topic) throw NotFound.because('There is no such topic.')
  return topic
}

export async function lockTopic({ tx }: Work, id: string): Promise<Topic> {
  const topic = await tx.lock(lockById, { id })
  if (!topic) throw NotFound.because('There is no such topic.')
  return topic
}
