import type { z } from 'zod'
import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { differing, patched } from '../../lib/patched.ts'
import { topics } from '../../tables/topics.ts'
import type { Topic, TopicChange } from './contract.ts'
import { lockTopic } from './queries.ts'

/** Changes a topic's words. Its code stays: others refer to it. */
export async function changeTopic(
  work: Work,
  id: string,
  change: z.output<typeof TopicChange>,
): Promise<Topic> {
  const topic = await lockTopic(work, id)
  assertExpected(work, topic.version)
  const fields = differing<Topic>(topic, change)
  if (fields.length === 0) return topic
  const changed: Topic = { ...patched(topic, change), version: topic.version + 1 }

  work.tx.update(
    topics,
    { id },
    { name: changed.name, description: changed.description, version: changed.version },
  )
  record(work, { type: 'topic.changed', data: { topicId: id, fields } })
  return changed
}
