import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

test('a topic is made once, however often and wherever it is sent', async () => {
  const answers = await atOnce([service], () =>
    service.call('POST', '/v1/topics', { body: { code: 'moving-house', name: 'Moving house' } }),
  )
  expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
  expect(answers.filter((a) => a.status === 409).map((a) => a.body.code)).toEqual(
    Array(49).fill('already-exists'),
  )
})

test('a change needs the version that it changes, and the loser of two hears so', async () => {
  const topic = await service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } })
  const url = `/v1/topics/${topic.id}`
  expect((await service.call('PATCH', url, { body: { name: 'Bill' } })).body.code).toBe('version-required')
  const change = { body: { name: 'Bill' }, headers: { 'if-match': '"1"' } }
  const answers = await Promise.all([service.call('PATCH', url, change), service.call('PATCH', url, change)])
  expect(answers.map((a) => a.status).sort()).toEqual([200, 412])
  const got = await service.call('GET', url, { headers: { 'if-none-match': '"1"' } })
  expect(got.body).toMatchObject({ name: 'Bill', version: 2 })
  expect(
    (await service.call('GET', url, { headers: { 'if-none-match': got.headers.etag ?? '' } })).status,
  ).toBe(304)
})

test('what is wrong with a request is named, field by field', async () => {
  const answer = await service.call('POST', '/v1/topics', { body: { code: 'In voice', naam: 'x' } })
  expect(answer.status).toBe(400)
  expect(answer.body.errors.map((e: { pointer: string }) => e.pointer).sort()).toEqual([
    '#/code',
    '#/naam',
    '#/name',
  ])
})
