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

const ask = async (method: 'GET' | 'HEAD', url: string, headers: Record<string, string> = {}) => {
  const authorization = `Bearer ${service.adminKey}`
  const answer = await service.app.inject({ method, url, headers: { authorization, ...headers } })
  const {
    date: _,
    'x-request-id': __,
    ratelimit: ___,
    'content-length': length,
    // Each answer says its own moment; and how a stream is sent is known once there is one.
    'data-as-of': ____,
    'transfer-encoding': _____,
    ...others
  } = answer.headers
  return { status: answer.statusCode, length, headers: others, body: answer.body }
}

/** Asks for the same both ways: all is the same but the body, which stays away. */
async function expectAlike(url: string, headers?: Record<string, string>): Promise<number> {
  const [get, head] = [await ask('GET', url, headers), await ask('HEAD', url, headers)]
  expect([url, { ...head, length: '' }]).toEqual([url, { ...get, length: '', body: '' }])
  // A problem tells the id of its request and the method, so it may be a little longer.
  // Figures are those of their moment.
  if (get.status < 400 && url !== '/metrics') expect([url, head.length]).toEqual([url, get.length])
  return get.status
}

const gets = operationsOf(committedDocument()).filter(({ method }) => method === 'get')

test.each(gets.map(({ name }) => name))('%s answers HEAD as it answers GET', async (name) => {
  const asked = await requestOf(name, cast.fresh())
  const askers = { owner: cast.id.owner, colleague: cast.id.teammate, coach: cast.id.coach }
  const as = asked.by && { 'on-behalf-of': askers[asked.by] }
  expect(await expectAlike(addressOf(name, asked).url, { ...asked.headers, ...as })).toBe(200)
})

describe('HEAD', () => {
  test.each([
    ['/health/live', 200],
    ['/health/ready', 200],
    ['/', 302],
    ['/docs', 200],
    ['/docs/guides', 200],
    ['/docs/guides/guide-cases', 200],
    ['/docs/guides/nothing', 404],
    ['/docs/changes', 200],
    ['/docs/search', 200],
    ['/docs/search?q=callback', 200],
    ['/docs/style.css', 200],
    ['/docs/icon.svg', 200],
    ['/openapi.json', 200],
    ['/problems', 200],
    ['/problems/not-found', 200],
    ['/problems/nothing', 404],
    ['/v1/nothing', 404],
    ['/v1/cases?status=pending', 400],
    ['/v1/cases/1', 400],
  ])('of %s', async (url, status) => {
    expect(await expectAlike(url)).toBe(status)
  })

  test.each(['/problems', '/problems/not-found', '/docs/guides', '/docs'])(
    'of %s as a browser asks for it',
    async (url) => {
      expect(await expectAlike(url, { accept: 'text/html' })).toBe(200)
    },
  )

  test('of what the caller has, or may not have', async () => {
    const { etag } = (await service.call('GET', '/v1/organisation')).headers
    const known = { 'if-none-match': String(etag) }
    expect(await expectAlike('/v1/organisation', known)).toBe(304)
    expect((await ask('HEAD', '/v1/organisation', known)).length).toBeUndefined()
    expect(await expectAlike('/v1/organisation', { authorization: 'Bearer nothing' })).toBe(401)
  })

  test('stands in Allow beside GET, and is refused where there is no GET', async () => {
    const of = async (method: 'DELETE' | 'HEAD', url: string) => {
      const { statusCode, headers } = await service.app.inject({ method, url })
      return [statusCode, headers.allow]
    }
    expect(await of('DELETE', '/v1/cases')).toEqual([405, 'GET, HEAD, POST'])
    expect(await of('DELETE', '/health/live')).toEqual([405, 'GET, HEAD'])
    expect(await of('HEAD', '/v1/calls/zammad/x')).toEqual([405, 'POST'])
  })
})
