import { beforeAll, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { type Scene, setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)
let scene: Scene
beforeAll(async () => {
  scene = await setScene(service)
  // The requests wait for one another, so the moments at which they came are not those at which they were carried out.
  const body = { customerId: scene.customer.id, question: 'Why was I charged twice?' }
  await atOnce([service, beside], (each) => each.do('POST', '/v1/cases', { body }))
})

const momentsOf = async (path: string, field: string): Promise<readonly string[]> =>
  (await service.do('GET', `/v1/${path}&limit=200`)).data.map((each: Record<string, string>) => each[field])

test('cases that are opened at once are listed in the order of their moments', async () => {
  const backward = await momentsOf(`cases?customerId=${scene.customer.id}`, 'openedAt')
  expect(backward).toHaveLength(50)
  expect(backward).toEqual(backward.toSorted().reverse())
  const forward = await momentsOf(`cases?customerId=${scene.customer.id}&order=openedAt`, 'openedAt')
  expect(forward).toEqual(forward.toSorted())
})

test('and so are the promises in them', async () => {
  const forward = await momentsOf(`callbacks?customerId=${scene.customer.id}&order=madeAt`, 'madeAt')
  expect(forward).toHaveLength(50)
  expect(forward).toEqual(forward.toSorted())
})
