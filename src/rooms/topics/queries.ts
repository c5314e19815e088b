import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { searchWords } from '../../lib/words/search-words.ts'
import { topics } from '../../tables/topics.ts'
import type { Topic, TopicQuery } from './contract.ts'

const topicRow = pick(topics, 't', 'id', 'code', 'name', 'description', 'createdAt', 'version')

const withId = sql`from ${topics} t where t.id = ${sql.placeholder('id')}`
const byId = selecting(topicRow)<{ id: string }>(withId)
const lockById = selecting(topicRow)<{ id: string }>(sql`${withId} for no key update`)

const list = listing({
  select: select(topicRow, sql`from ${topics} t`),
  filters: {
    id: equals(sql`t.id`, 'uuid'),
    code: equals(sql`t.code`, 'text'),
    q: (value) => sql`to_tsvector('simple', t.code || ' ' || t.name) @@ ${value}::tsquery`,
  },
  order: [{ column: sql`t.id`, key: 'id', type: 'uuid' }],
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
