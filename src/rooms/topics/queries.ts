import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, listing } from '../../db/listing.ts'
import { statement } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { searchWords } from '../../lib/search-words.ts'
import { topics } from '../../tables/organisation.ts'
import type { Topic, TopicQuery } from './contract.ts'

const select = sql`select id, code, name, description, created_at as "createdAt", version from ${topics}`

const byId = statement<{ id: string }, Topic>(sql`${select} where id = ${sql.placeholder('id')}`)
const lockById = statement<{ id: string }, Topic>(
  sql`${select} where id = ${sql.placeholder('id')} for no key update`,
)

const list = listing<Topic>({
  select,
  filters: {
    code: equals(sql`code`, 'text'),
    q: (value) => sql`to_tsvector('simple', code || ' ' || name) @@ ${value}::tsquery`,
  },
  order: [{ column: sql`id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/** Topics in the order in which they were made. */
export const listTopics = (
  reader: Reader,
  { q, ...query }: z.output<typeof TopicQuery>,
): Promise<Page<Topic>> => list(reader, { ...query, q: q && searchWords(q) })

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
