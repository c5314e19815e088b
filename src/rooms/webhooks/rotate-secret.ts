import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { webhooks } from '../../tables/outside/webhooks.ts'
import type { MadeWebhook, RotateSecret } from './contract.ts'
import { lockWebhook, toWebhook } from './queries.ts'
import { newSecret } from './secret.ts'

/** Gives a webhook another secret. Until the overlap is over each message carries the signatures of both. */
export async function rotateSecret(
  work: Work,
  id: string,
  { overlapHours = 24 }: RotateSecret,
): Promise<MadeWebhook> {
  const found = await lockWebhook(work, id)
  assertExpected(work, found.version)
  const secret = newSecret()
  const until = overlapHours === 0 ? null : toWire(work.now.add({ hours: overlapHours }))
  const version = found.version + 1

  work.tx.update(
    webhooks,
    { id },
    { secret, previousSecret: until && found.secret, previousUntil: until, version },
  )
  record(work, { type: 'webhook.rotated', data: { webhookId: id, endsAt: until } })
  return { ...toWebhook({ ...found, previousSecretUntil: until, version }), secret }
}
