import { expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const idsOf = ({ data }: { data: { id: string }[] }): string[] => data.map(({ id }) => id)

test('the feed can begin now, and nothing that comes later is missed', async () => {
  const { take } = await setScene(service)
  await take()
  const head = await service.do('GET', '/v1/events?after=now&type=case.opened')
  expect(head).toEqual({ data: [], nextCursor: expect.any(String) })
  const later = (cursor: string) => service.do('GET', `/v1/events?type=case.opened&${cursor}`)
  expect(await later(`cursor=${head.nextCursor}`)).toEqual({ data: [], nextCursor: null })
  const [one, two] = [await take(), await take()]
  for (const way of ['cursor', 'after']) {
    const { data, nextCursor } = await later(`${way}=${head.nextCursor}`)
    expect(data.map(({ caseId }: { caseId: string }) => caseId)).toEqual([one.id, two.id])
    expect(nextCursor).toBeNull()
    expect(idsOf(await later(`after=${data[0].id}`))).toEqual([data[1].id])
  }
  const none = await service.call('GET', `/v1/events?cursor=${head.nextCursor}`)
  expect(none.body.errors[0].pointer).toBe('#/cursor')
})

test.each([
  ['text/event-stream, application/json', 200],
  ['text/event-stream, */*;q=0.1', 200],
  ['application/json', 200],
  ['*/*', 200],
])('asked for as %s the feed answers %i, with a page', async (accept, status) => {
  const answer = await service.call('GET', '/v1/events', { headers: { accept } })
  expect([answer.status, answer.body.data.length]).toEqual([status, expect.any(Number)])
})

test('several are found by their ids', async () => {
  const { take, team, sanne, piet } = await setScene(service)
  const [one, , three] = [await take(), await take(), await take()]
  const topics = await Promise.all(
    ['a', 'b', 'c'].map((code) => service.do('POST', '/v1/topics', { body: { code, name: code } })),
  )
  const customer = await service.customer()
  for (const [list, ids] of [
    ['cases', [one.id, three.id]],
    ['callbacks', [one.callback.id, three.callback.id]],
    ['customers', [one.customer.id, customer.id]],
    ['employees', [sanne.id, piet.id]],
    ['topics', [topics[0].id, topics[2].id]],
    ['teams', [team.id]],
  ] as const) {
    const found = await service.do('GET', `/v1/${list}?id=${ids.join(',')},${crypto.randomUUID()}`)
    expect([list, idsOf(found).sort()]).toEqual([list, [...ids].sort()])
    expect((await service.call('GET', `/v1/${list}?id=one`)).status).toBe(400)
  }
})

test('a callback that has ended has no next try', async () => {
  const { take, sanne } = await setScene(service)
  const kase = await take()
  const attempts = `/v1/callbacks/${kase.callback.id}/attempts`
  await service.do('POST', attempts, { as: sanne.id, body: { outcome: 'no-answer' } })
  const shown = async () => (await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).nextTryAt
  expect(await shown()).toEqual(expect.any(String))
  const body = { outcome: 'reached', summary: 'Told.', then: { resolve: { outcome: 'answered' } } }
  await service.do('POST', attempts, { as: sanne.id, body })
  expect(await shown()).toBeNull()
  const { data } = await service.do('GET', `/v1/callbacks?id=${kase.callback.id}`)
  expect(data[0].nextTryAt).toBeNull()
})
