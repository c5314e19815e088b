import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'

const service = useService()
const honest = { code: 'honest', name: 'Honest', meaning: 'We say what went wrong.' }
const near = { code: 'at-home', name: 'Feel at home', meaning: 'Nobody tells it twice.' }

test('the values are put as a whole, by an admin, and keep their order', async () => {
  const before = await service.do('GET', '/v1/values')
  expect(before).toEqual({ values: [], version: 1 })
  const after = await service.do('PUT', '/v1/values', { body: { values: [near, honest] } })
  expect(after).toEqual({ values: [near, honest], version: 2 })
  const read = await service.call('GET', '/v1/values')
  expect([read.body, read.headers.etag]).toEqual([after, '"2"'])
  const stale = { body: { values: [] }, headers: { 'if-match': '"1"' } }
  expect((await service.call('PUT', '/v1/values', stale)).body).toMatchObject({
    code: 'version-mismatch',
    version: 2,
  })
  const { data } = await service.do('GET', '/v1/events?type=values.changed')
  expect(data[0].data).toEqual({ codes: ['at-home', 'honest'] })
})

test('each has a code of its own, a name and a meaning', async () => {
  const put = (values: unknown) => service.call('PUT', '/v1/values', { body: { values } })
  for (const values of [[honest, honest], [{ ...honest, code: 'No Code' }], [{ code: 'x' }], null])
    expect((await put(values)).status).toBe(400)
})

test('whoever works here reads them, and nobody else changes them', async () => {
  const coach = await service.employee({ role: 'coach', teamId: null })
  expect((await service.call('GET', '/v1/values', { as: coach.id })).status).toBe(200)
  expect((await service.call('PUT', '/v1/values', { as: coach.id, body: { values: [] } })).status).toBe(403)
})
