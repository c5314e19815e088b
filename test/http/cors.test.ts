import { expect, test } from 'vitest'
import type { Service } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const desk = 'https://desk.example.nl'
const service = useService({ corsOrigins: [desk, 'http://localhost:5173'] })
const closed = useInstance(service)

const preflight = (to: Service, origin: string, url = '/v1/cases') =>
  to.app.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
  })

const corsOf = (headers: object) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')))

/** Origins that look like one that is allowed. */
const strangers = [
  'https://elsewhere.example',
  'https://desk.example.nl.elsewhere.example',
  'https://elsewhere.example/?https://desk.example.nl',
  'https://sub.desk.example.nl',
  'http://desk.example.nl',
  'https://desk.example.nl:8443',
  'https://desk.example.nl/',
  'HTTPS://DESK.EXAMPLE.NL',
  'null',
  '*',
  '',
]

test('a page of an origin that is named may call, and a browser learns so without a key', async () => {
  const asked = await preflight(service, desk)
  expect([asked.statusCode, asked.body]).toEqual([204, ''])
  expect(corsOf(asked.headers)).toMatchObject({
    'access-control-allow-origin': desk,
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers':
      'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, On-Behalf-Of, X-Request-Id',
  })
  expect(asked.headers).not.toHaveProperty('access-control-allow-credentials')
  expect(asked.headers.vary).toContain('Origin')

  const answer = await service.call('GET', '/v1/me', { headers: { origin: desk } })
  expect(answer.status).toBe(200)
  expect(corsOf(answer.headers)).toEqual({
    'access-control-allow-origin': desk,
    'access-control-expose-headers':
      'ETag, Link, Location, X-Request-Id, Idempotent-Replayed, Retry-After, RateLimit, RateLimit-Policy',
  })
  expect(answer.headers).toMatchObject({ vary: 'Origin', 'cross-origin-resource-policy': 'cross-origin' })
})

test('it can read why it was refused', async () => {
  for (const [url, key] of [
    ['/v1/me', null],
    ['/v1/cases?limit=0', service.adminKey],
    ['/v1/nothing', service.adminKey],
  ] as const) {
    const answer = await service.call('GET', url, { key, headers: { origin: desk } })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.headers['access-control-allow-origin']).toBe(desk)
  }
})

test.each(strangers)('a page of %j is told nothing', async (origin) => {
  const asked = await preflight(service, origin)
  expect(asked.statusCode).toBe(405)
  expect(asked.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const answer = await service.call('GET', '/v1/me', { headers: { origin } })
  for (const { headers } of [asked, answer]) {
    expect(corsOf(headers)).toEqual({})
    expect(headers.vary).toBe('Origin')
  }
})

test('what is not quite a preflight is no error of ours', async () => {
  for (const headers of [{}, { origin: desk }, { 'access-control-request-method': 'POST' }]) {
    const answer = await service.app.inject({ method: 'OPTIONS', url: '/v1/cases', headers })
    expect([204, 405]).toContain(answer.statusCode)
  }
  const nowhere = await service.app.inject({ method: 'OPTIONS', url: '/v1/nothing' })
  expect(nowhere.statusCode).toBe(404)
})

test('unless origins are named, none is answered', async () => {
  const asked = await preflight(closed, desk)
  expect([asked.statusCode, asked.json().code]).toEqual([405, 'method-not-allowed'])
  const answer = await closed.call('GET', '/v1/me', { headers: { origin: desk } })
  for (const { headers } of [asked, answer]) {
    expect(corsOf(headers)).toEqual({})
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  }
})
