import { beforeAll, describe, expect, test } from 'vitest'
import { logLines } from '../support/log-lines.ts'
import { call, listen, parseAnswer } from '../support/talk.ts'
import { useService } from '../support/use-service.ts'

const { logger, lines } = logLines()
let port: number
const service = useService({ logger, trustProxy: ['10.0.0.0/8'] })
beforeAll(async () => {
  port = await listen(service)
})

const security = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
}

const key = () => `authorization: Bearer ${service.adminKey}`

/** Requests in bytes, and the status of their answers. */
const requests: readonly (readonly [string, number, () => string])[] = [
  ['an answer', 200, () => `GET /v1/me HTTP/1.1\r\nhost: x\r\n${key()}\r\n\r\n`],
  ['a health check', 200, () => 'GET /health/ready HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['the document', 200, () => 'GET /openapi.json HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a page about a problem', 200, () => 'GET /problems/not-found HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a redirection', 302, () => 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['nobody', 401, () => 'GET /v1/me HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['an unknown address', 404, () => 'GET /nothing HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a method too many', 405, () => 'DELETE /v1/me HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['options', 405, () => 'OPTIONS /v1/me HTTP/1.1\r\nhost: x\r\norigin: https://x.example\r\n\r\n'],
  ['a wrong escape', 400, () => 'GET /v1/cases/%zz HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['an id that is too long', 414, () => `GET /v1/cases/${'a'.repeat(200)} HTTP/1.1\r\nhost: x\r\n\r\n`],
  ['a long address', 414, () => `GET /v1/cases?q=${'a'.repeat(8000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
  ['garbage', 400, () => 'garbage\r\n\r\n'],
  ['long headers', 431, () => `GET /v1/me HTTP/1.1\r\nhost: x\r\nx-a: ${'a'.repeat(17_000)}\r\n\r\n`],
  ['many headers', 431, () => `GET /v1/me HTTP/1.1\r\nhost: x\r\n${'x-a: a\r\n'.repeat(100)}\r\n`],
  ['an expectation', 417, () => 'GET /v1/me HTTP/1.1\r\nhost: x\r\nexpect: miracles\r\n\r\n'],
  ['a tunnel', 405, () => 'CONNECT example.org:443 HTTP/1.1\r\nhost: example.org\r\n\r\n'],
]

const closing = (bytes: string) => bytes.replace(/\r\n(?=\r\n$)/, '\r\nconnection: close\r\n')

test.each(requests)('%s is answered with all headers that keep browsers out', async (_, status, bytes) => {
  const line = await call(port, closing(bytes()))
  const answer = parseAnswer(await line.heard)
  expect(answer.status).toBe(status)
  expect(answer.headers).toMatchObject(security)
  expect(answer.headers).not.toHaveProperty('server')
  expect(answer.headers).not.toHaveProperty('x-powered-by')
  expect(answer.headers['x-request-id']).toMatch(/^[\w.-]{1,64}$/)
  if (status >= 400) {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(answer.text)).toMatchObject({ status, requestId: answer.headers['x-request-id'] })
  }
})

test('each of these refusals is one line in the audit log, with nothing of what was sent', async () => {
  for (const [, status, bytes] of requests.filter(([, status]) => status >= 400)) {
    const before = lines.length
    const line = await call(port, closing(bytes()))
    const requestId = parseAnswer(await line.heard).headers['x-request-id']
    const written = lines.slice(before).filter(({ audit }) => audit === 'refused')
    expect(written).toMatchObject([{ status, requestId, address: '127.0.0.1' }])
    expect(JSON.stringify(written)).not.toMatch(/a{13}|miracles|example|garbage|nothing/)
  }
})

test('a hundred headers are read, to the last', async () => {
  const filler = 'x-a: a\r\n'.repeat(97)
  const line = await call(port, closing(`GET /v1/me HTTP/1.1\r\nhost: x\r\n${filler}${key()}\r\n\r\n`))
  expect(parseAnswer(await line.heard).status).toBe(200)
})

test('the pages for people keep a policy of their own, by which they work', async () => {
  for (const url of ['/docs', '/docs/guides', '/problems']) {
    const { headers } = await service.app.inject({ url, headers: { accept: 'text/html' } })
    expect(headers['content-security-policy']).toContain("style-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    // The reference alone runs something, which comes from here.
    expect(headers['content-security-policy']?.toString().includes("script-src 'self'")).toBe(url === '/docs')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  }
})

describe('whence a request comes', () => {
  const forwarded = {
    'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.1.1.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'elsewhere.example',
    forwarded: 'for=198.51.100.7',
  }
  const addressOf = async (remoteAddress: string, headers: Record<string, string>) => {
    const before = lines.length
    const answer = await service.app.inject({ url: '/v1/me', remoteAddress, headers })
    expect(answer.statusCode).toBe(401)
    expect(JSON.stringify(answer.headers) + answer.body).not.toContain('elsewhere')
    return lines.slice(before).map(({ address }) => address)
  }

  test('is the other end of the socket, whatever a stranger says', async () => {
    expect(await addressOf('192.0.2.7', forwarded)).toEqual(['192.0.2.7'])
  })

  test('is what the nearest proxy that is trusted says', async () => {
    expect(await addressOf('10.0.0.7', forwarded)).toEqual(['203.0.113.9'])
    expect(await addressOf('10.0.0.7', {})).toEqual(['10.0.0.7'])
  })
})

test('an error inside shows nothing of the inside', async () => {
  const before = lines.length
  await service.sql.query('alter table topics rename to topics_away')
  try {
    for (const [method, url, body] of [
      ['GET', '/v1/topics', undefined],
      ['POST', '/v1/topics', { code: 'outage', name: 'Outage' }],
    ] as const) {
      const answer = await service.call(method, url, { body, headers: { 'idempotency-key': method } })
      expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } })
      expect(Object.keys(answer.body).sort()).toEqual(
        ['code', 'detail', 'instance', 'requestId', 'status', 'title', 'type'].sort(),
      )
      const { 'content-security-policy': _, ...headers } = answer.headers
      expect(JSON.stringify([headers, answer.text])).not.toMatch(
        /topics_away|relation|select|insert|42P01|postgres|node_modules|\.[jt]s\b|\bat \w+ \(|src\/|[a-z]Error\b/,
      )
    }
  } finally {
    await service.sql.query('alter table topics_away rename to topics')
  }
  // Whoever runs the service is told which refusal of the database it was.
  expect(lines.slice(before)).toContainEqual(expect.objectContaining({ code: '42P01' }))
})
