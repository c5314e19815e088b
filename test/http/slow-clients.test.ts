import { beforeAll, expect, test } from 'vitest'
import { logLines } from '../support/log-lines.ts'
import { call, type Line, listen, parseAnswer } from '../support/talk.ts'
import { useService } from '../support/use-service.ts'

const { lines, logger } = logLines()
const service = useService({ logger })
let port: number
beforeAll(async () => {
  port = await listen(service)
})

/** Sends a byte now and then, until the other side has had enough. */
function drip({ socket, heard }: Line, bytes: string): void {
  const timer = setInterval(() => socket.writable && socket.write(bytes), 500)
  void heard.finally(() => clearInterval(timer))
}

const crowd = 50
const post = () =>
  [
    'POST /v1/customers HTTP/1.1',
    'host: x',
    `authorization: Bearer ${service.adminKey}`,
    'content-type: application/json',
    'content-length: 1000',
    '',
    '{"name": "Mevrouw Dijk',
  ].join('\r\n')

test('slow callers are told so and hung up on, and the others are served meanwhile', async () => {
  const slow: Record<string, (line: Line) => void> = {
    silent: () => undefined,
    'slow with its first line': (line) => {
      line.socket.write('GET /v1/')
      drip(line, 'a')
    },
    'slow with its headers': (line) => {
      line.socket.write('GET /v1/me HTTP/1.1\r\nhost: x\r\n')
      drip(line, 'x-a: b\r\n')
    },
    'stuck in its headers': (line) => void line.socket.write('GET /v1/me HTTP/1.1\r\nhost: x\r\nx-a: '),
    'slow with its body': (line) => {
      line.socket.write(post())
      drip(line, ' ')
    },
    'stuck in its body': (line) => void line.socket.write(post()),
  }
  const kinds = Object.keys(slow)
  const calls = await Promise.all(
    Array.from({ length: crowd }, async (_, n) => {
      const kind = kinds[n % kinds.length] ?? ''
      const line = await call(port)
      slow[kind]?.(line)
      return { kind, line }
    }),
  )
  let over = false
  const all = Promise.all(calls.map(async ({ kind, line }) => ({ kind, heard: await line.heard }))).finally(
    () => {
      over = true
    },
  )
  let served = 0
  while (!over) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/me`, {
      headers: { authorization: `Bearer ${service.adminKey}` },
    })
    expect(answer.status).toBe(200)
    await answer.text()
    served++
  }
  expect(served).toBeGreaterThan(crowd)

  for (const { kind, heard } of await all) {
    const { status, headers, text } = parseAnswer(heard)
    expect([kind, status]).toEqual([kind, 408])
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      connection: 'close',
    })
    const { code, requestId } = JSON.parse(text)
    expect([code, requestId]).toEqual(['request-timeout', headers['x-request-id']])
    const written = lines.filter((line) => line.requestId === requestId)
    const caller = kind.endsWith('body') ? expect.objectContaining({ kind: 'system' }) : null
    expect(written).toMatchObject([
      {
        audit: 'refused',
        status: 408,
        code,
        caller,
        reason: 'ERR_HTTP_REQUEST_TIMEOUT',
        address: '127.0.0.1',
      },
    ])
  }
  expect(lines.filter(({ audit }) => audit === 'refused')).toHaveLength(crowd)
  const { rows } = await service.sql.query('select count(*)::int as made from customers')
  expect(rows).toEqual([{ made: 0 }])
}, 240_000)
