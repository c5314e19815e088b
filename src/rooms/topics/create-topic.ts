import type { z } from 'zod'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { topics } from '../../tables/topics.ts'
import type { NewTopic, Topic } from './contract.ts'

/** Makes a topic. Throws `already-exists` when its code is taken. */
export async function createTopic(work: Work, given: z.output<typeof NewTopic>): Promise<Topic> {
  const topic: Topic = {
    id: newId(),
    code: given.code,
    name: given.name,
    description: given.description ?? null,
    createdAt: toWire(work.now),
    version: 1,
  }

  work.tx.insert(topics, topic)
  record(work, { type: 'topic.created', data: { topicId: topic.id, code: topic.code } })
  return topic
}
