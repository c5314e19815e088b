import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { addressOf, requestOf } from '../requests/book.ts'
import { type Cast, meetCast } from '../support/cast.ts'
import { committedDocument, operationsOf } from '../support/document.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let cast: Cast
beforeAll(async () => {
  cast = await meetCast(service)
})

const operations = operationsOf(committedDocument())
const patches = operations.filter(({ method, path }) => method === 'patch' && !path.startsWith('/scim/'))
const merge = 'application/merge-patch+json'

const send = async (name: string, headers: Record<string, string>, payload?: string | Buffer) => {
  const asked = await requestOf(name, cast.fresh())
  const { method, url } = addressOf(name, asked)
  return service.call(method, url, {
    ...(asked.by && cast.as(asked.by === 'colleague' ? 'teammate' : asked.by)),
    body: payload ?? JSON.stringify(asked.body),
    headers: { ...asked.headers, ...headers },
  })
}

test.each(patches)('$name takes a merge patch by its name, and says so', async ({ name, path }) => {
  for (const type of [merge, `${merge}; charset=utf-8`, 'application/json']) {
    const answer = await send(name, { 'content-type': type })
    expect([answer.status, answer.headers['accept-patch']]).toEqual([200, `${merge}, application/json`])
  }
  for (const type of ['application/json-patch+json', 'text/plain', 'application/xml']) {
    const answer = await send(name, { 'content-type': type })
    expect([answer.status, answer.headers['accept-patch']]).toEqual([415, `${merge}, application/json`])
    expect(answer.body.detail).toContain(merge)
  }
  if (!operations.some((each) => each.method === 'get' && each.path === path)) return
  const { url } = addressOf(name, await requestOf(name, cast.standing()))
  expect((await service.call('GET', url)).headers['accept-patch']).toBe(`${merge}, application/json`)
})

test('a merge patch is no body of another method, and none of SCIM', async () => {
  for (const name of ['createTopic', 'putCustomerByReference', 'createScimUser', 'changeScimUser']) {
    const answer = await send(name, { 'content-type': merge })
    expect([name, answer.status]).toEqual([name, 415])
  }
  const { headers } = await send('changeScimUser', { 'content-type': merge })
  expect(headers['accept-patch']).toBe('application/scim+json, application/json')
})

describe('a body that cannot be read', () => {
  const topic = '{"code":"read","name":"Read"}'
  const json = { 'content-type': 'application/json' }

  test.each(['gzip', 'GZIP', 'br', 'deflate', 'zstd', 'gzip, identity', 'x-gzip'])(
    'is refused for its coding, %s',
    async (coding) => {
      for (const name of ['createTopic', 'changeTopic', 'putCustomerByReference']) {
        const answer = await send(name, { ...json, 'content-encoding': coding }, gzipSync(topic))
        expect([name, answer.status, answer.body.code]).toEqual([name, 415, 'unsupported-media-type'])
        expect(answer.body.detail).toContain('Content-Encoding')
      }
    },
  )

  test('is told when it begins with a byte order mark', async () => {
    const answer = await send('createTopic', json, Buffer.from(`\ufeff${topic}`))
    expect([answer.status, answer.body.detail]).toEqual([
      400,
      'The body begins with a byte order mark: send it without one.',
    ])
  })

  test('is told when it is null', async () => {
    for (const name of ['createTopic', 'changeTopic', 'putCustomerByReference', 'reopenCase']) {
      const answer = await send(name, json, 'null')
      expect([name, answer.status, answer.body.errors]).toEqual([
        name,
        400,
        [{ pointer: '#', message: 'must be an object, and not null' }],
      ])
    }
  })

  test('is read when its coding says that there is none', async () => {
    expect((await send('createTopic', { ...json, 'content-encoding': 'identity' }, topic)).status).toBe(201)
  })
})
