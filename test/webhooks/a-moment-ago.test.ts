import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'

const service = useService({ webhookPrivateNetworks: ['127.0.0.0/8'] })
const topic = (code: string) => service.do('POST', '/v1/topics', { body: { code, name: 'One' } })
const webhook = (fields: object = {}) =>
  service.do('POST', '/v1/webhooks', {
    body: { url: 'http://127.0.0.1:9/', types: ['topic.created'], ...fields },
  })

test('what happened a moment ago is in what is sent once more', async () => {
  const from = Temporal.Now.instant().toString()
  const { id } = await webhook({ active: false })
  for (let happened = 1; happened <= 12; happened++) {
    await topic(`again-${happened}`)
    const replay = await service.do('POST', `/v1/webhooks/${id}/replay`, { body: { from } })
    expect(replay.deliveries).toBe(happened)
  }
})

test('a webhook begins with what happens after it, and not a moment before', async () => {
  const behind = `select count(*)::int from events e join feed f on f.event_id = e.id
    join webhooks w on f.position > w.position where e.type = 'topic.created' and w.id = $1`
  const isBehind = async (id: string): Promise<number> => {
    await service.do('GET', '/v1/events?limit=1')
    return (await service.sql.query(behind, [id])).rows[0].count
  }
  for (let made = 1; made <= 12; made++) {
    await topic(`before-${made}`)
    const { id, version } = await webhook({ active: made % 2 === 0 })
    if (made % 2 === 1) {
      await topic(`meanwhile-${made}`)
      await service.do('PATCH', `/v1/webhooks/${id}`, {
        body: { active: true },
        headers: { 'if-match': `"${version}"` },
      })
    }
    expect(await isBehind(id)).toBe(0)
  }
})
