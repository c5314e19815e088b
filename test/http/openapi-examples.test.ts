import { expect, test } from 'vitest'
import { committedDocument } from '../support/document.ts'
import { bodyExampleOf } from '../support/request-schemas.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** The body that the document shows for a POST. */
function shown(path: string): Readonly<Record<string, unknown>> {
  const { post } = committedDocument().paths[path] ?? {}
  if (!post) throw new Error(`there is no POST ${path}`)
  return bodyExampleOf(post)
}

test('the requests that the document shows are promises that can be made on any day', async () => {
  const { sanne, customer } = await setScene(service)
  await service.do('POST', '/v1/topics', { body: shown('/v1/topics') })
  const opened = await service.call('POST', '/v1/cases', {
    as: sanne.id,
    body: { ...shown('/v1/cases'), customerId: customer.id },
  })
  expect(opened.status).toBe(201)

  const moved = await service.call('POST', `/v1/callbacks/${opened.body.callback.id}/reschedule`, {
    as: sanne.id,
    body: shown('/v1/callbacks/{callbackId}/reschedule'),
  })
  expect(moved.status).toBe(201)
  expect(moved.body.id).not.toBe(opened.body.callback.id)
})
