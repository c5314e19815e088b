import { expect, test } from 'vitest'
import { letTimeBe, letTimeMove } from '../support/let-time-move.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

test('where the clocks differ nothing new is recorded, what is there is read, and it goes on when they agree', async () => {
  const { customer, take } = await setScene(service)
  const kase = await take()
  await letTimeBe(service.sql)
  try {
    const body = { customerId: customer.id, question: 'Why was I charged twice?' }
    for (const minutes of [-10, 10]) {
      service.clock.now = Temporal.Now.instant().add({ minutes })
      const refused = await service.call('POST', '/v1/cases', { body })
      expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([
        503,
        'overloaded',
        '1',
      ])
      expect(await service.do('GET', `/v1/cases/${kase.id}`)).toMatchObject({ id: kase.id })
    }
    service.clock.now = Temporal.Now.instant()
    expect(await service.do('POST', '/v1/cases', { body })).toMatchObject({ status: 'open' })
  } finally {
    await letTimeMove(service.sql)
  }
})
