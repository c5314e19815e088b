import { beforeAll, expect, test } from 'vitest'
import { call, listen, parseAnswer } from '../support/talk.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let port: number
beforeAll(async () => {
  port = await listen(service)
})

const body = '{"code":"outage","name":"Outage"}'
const key = () => `authorization: Bearer ${service.adminKey}`

/** A request that a proxy could take for the body of the one before it, or for one of somebody else. */
const hidden = () => {
  const lines = ['POST /v1/topics HTTP/1.1', 'host: x', key(), 'content-type: application/json']
  return `${[...lines, `content-length: ${body.length}`, '', ''].join('\r\n')}${body}`
}

/** The head of a request with these lines; another request follows it on the same connection. */
const head = (...lines: string[]) =>
  `${['POST /v1/topics HTTP/1.1', 'host: x', key(), 'content-type: application/json', ...lines].join('\r\n')}\r\n\r\n`

const get = (version: string, ...lines: string[]) =>
  `${[`GET /v1/me${version}`, ...lines, key()].join('\r\n')}\r\n\r\n`

test('what is hidden is a request that would be served by itself', async () => {
  const line = await call(port, hidden().replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n'))
  expect(parseAnswer(await line.heard).status).toBe(201)
  await service.sql.query('delete from topics')
})

test.each<[string, () => string]>([
  ['a length and chunks', () => `${head('content-length: 5', 'transfer-encoding: chunked')}0\r\n\r\n`],
  ['chunks and a length', () => `${head('transfer-encoding: chunked', 'content-length: 5')}0\r\n\r\n`],
  ['two lengths', () => head('content-length: 0', 'content-length: 5')],
  ['one length twice', () => head('content-length: 0', 'content-length: 0')],
  ['a list of lengths', () => head('content-length: 0, 0')],
  ['a length with a sign', () => head('content-length: +0')],
  ['chunks twice', () => `${head('transfer-encoding: chunked, chunked')}0\r\n\r\n`],
  [
    'chunks in two lines',
    () => `${head('transfer-encoding: chunked', 'transfer-encoding: chunked')}0\r\n\r\n`,
  ],
  ['chunks that are none', () => `${head('transfer-encoding: xchunked')}0\r\n\r\n`],
  ['chunks behind another coding', () => `${head('transfer-encoding: identity, chunked')}0\r\n\r\n`],
  ['chunks before another coding', () => `${head('transfer-encoding: chunked, identity')}0\r\n\r\n`],
  ['a blank before the colon', () => `${head('transfer-encoding : chunked')}0\r\n\r\n`],
  ['a folded coding', () => `${head('transfer-encoding:\r\n chunked')}0\r\n\r\n`],
  ['a fold before the first header', () => `GET /v1/me HTTP/1.1\r\n host: x\r\n${key()}\r\n\r\n`],
  [
    'chunks of HTTP/1.0',
    () => `${head('transfer-encoding: chunked').replace('HTTP/1.1', 'HTTP/1.0')}0\r\n\r\n`,
  ],
  ['a chunk with a wrong size', () => `${head('transfer-encoding: chunked')}-1\r\n\r\n0\r\n\r\n`],
  ['lines that end with LF alone', () => get(' HTTP/1.1', 'host: x').replaceAll('\r\n', '\n')],
  ['one line that ends with LF alone', () => get(' HTTP/1.1', 'host: x\nx-a: b')],
  ['one line that ends with CR alone', () => get(' HTTP/1.1', 'host: x\rx-a: b')],
  ['HTTP/0.9', () => 'GET /v1/me\r\n'],
  ['HTTP/0.9 with headers', () => get('', 'host: x')],
  ['HTTP/2.0', () => get(' HTTP/2.0', 'host: x')],
  ['the preface of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['two hosts', () => get(' HTTP/1.1', 'host: x', 'host: y')],
  ['no host', () => get(' HTTP/1.1')],
])('%s: refused, and nothing behind it is heard', async (_, bytes) => {
  const line = await call(port, bytes() + hidden())
  const heard = await line.heard
  expect(heard.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 400'])
  const { headers, text } = parseAnswer(heard)
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    connection: 'close',
  })
  expect(JSON.parse(text)).toMatchObject({ status: 400, code: 'validation-failed' })
  const { rows } = await service.sql.query('select count(*)::int as made from topics')
  expect(rows).toEqual([{ made: 0 }])
})

test('garbage behind a request costs it nothing, and is not answered in its place', async () => {
  const line = await call(port, `${hidden()}garbage\r\n\r\n${hidden()}`)
  expect((await line.heard).match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 201'])
})

test.each([
  ['GET', '/health/live', 200],
  ['GET', '/health/ready', 200],
  ['HEAD', '/health/live', 200],
  ['GET', '/v1/me', 200],
  ['GET', '/v1/nothing', 404],
])('a load balancer asks in HTTP/1.0, and names no host: %s %s', async (method, path, status) => {
  const line = await call(port, `${method} ${path} HTTP/1.0\r\n${key()}\r\n\r\n`)
  expect(parseAnswer(await line.heard).status).toBe(status)
})
