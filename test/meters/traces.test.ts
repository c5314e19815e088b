import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { traceParentOf } from '../../src/lib/traces/tracing.ts'
import { sources } from '../laws/source.ts'
import { logLines } from '../support/log-lines.ts'
import { startService } from '../support/service.ts'
import { startProcess } from '../support/start-process.ts'
import { useService } from '../support/use-service.ts'

const log = logLines()
const options = { webhookPrivateNetworks: ['127.0.0.0/8'], logger: log.logger }
const service = useService(options)

/** What came, to a webhook and to whoever collects traces. */
const received: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer }[] = []
let server: Server
let base = ''
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    received.push({ path: request.url ?? '', headers: request.headers, body })
    response.writeHead(200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const to = (path: string) => received.filter((each) => each.path === path)
const until = (isSo: () => void) => vi.waitFor(isSo, { timeout: 20_000, interval: 50 })

const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
const traceparent = `00-${trace}-00f067aa0ba902b7-01`

test.each([
  [traceparent, traceparent],
  [`cc-${trace}-00f067aa0ba902b7-01-what-later-versions-say`, traceparent],
  [`00-${trace}-00f067aa0ba902b7-00`, `00-${trace}-00f067aa0ba902b7-00`],
  [`${traceparent}-more`, null],
  [`ff-${trace}-00f067aa0ba902b7-01`, null],
  [`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, null],
  [`00-${trace}-${'0'.repeat(16)}-01`, null],
  [traceparent.toUpperCase(), null],
  [` ${traceparent}`, null],
  [`${traceparent}x`, null],
  ['', null],
  [undefined, null],
])('of traceparent %j is believed %j', (header, believed) => {
  expect(traceParentOf(header)).toBe(believed)
})

test('a trace goes on in the log and to the webhook, though nobody collects it here', async () => {
  // Another instance sends: what it knows of a trace it has from the database.
  const sender = await startService(service, { ...options, webhooks: true })
  await service.do('POST', '/v1/webhooks', { body: { url: `${base}/passed`, types: ['topic.created'] } })
  const create = (code: string, headers = {}) =>
    service.do('POST', '/v1/topics', { body: { code, name: code }, headers })
  await create('traced', { traceparent })
  await create('untraced')
  await create('strange', { traceparent: `00-${trace}-x-01` })
  await until(() => expect(to('/passed').length).toBe(3))
  expect(to('/passed').map(({ headers }) => headers.traceparent)).toEqual([traceparent, undefined, undefined])
  const events = (await service.do('GET', '/v1/events?type=topic.created')).data
  expect(JSON.stringify(events)).not.toContain(trace)
  const lines = log.lines.filter(({ route, method }) => route === '/v1/topics' && method === 'POST')
  expect(lines.map(({ traceId }) => traceId)).toEqual([trace, undefined, undefined])
  await sender.stop()
})

test('where somebody collects traces, requests and webhooks are spans of them, without a word of anybody', async () => {
  const started = startProcess({
    PORT: '0',
    DATABASE_URL: service.databaseUrl,
    WEBHOOK_PRIVATE_NETWORKS: '127.0.0.0/8',
    OTEL_EXPORTER_OTLP_ENDPOINT: base,
    OTEL_SERVICE_NAME: 'customer-desk',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=trial',
    OTEL_BSP_SCHEDULE_DELAY: '200',
  })
  try {
    const [, url] = await started.until(/ready at (http:\/\/[^"]+)/)
    const authorization = `Bearer ${service.adminKey}`
    const json = { authorization, 'content-type': 'application/json' }
    const post = (path: string, body: object, headers = {}) =>
      fetch(`${url}${path}`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })
    await post('/v1/webhooks', { url: `${base}/spanned`, types: ['topic.created'] })
    await post('/v1/topics', { code: 'spanned', name: 'Zwaluwstaart' }, { traceparent })
    const put = { method: 'PUT', headers: { ...json, traceparent }, body: '{"name":"Zwaluwstaart"}' }
    await fetch(`${url}/v1/customers/by-reference/crm/Zwaluwstaart`, put)
    await until(() => expect(to('/spanned').length).toBe(1))

    const [, spans] = new RegExp(`^00-${trace}-([\\da-f]{16})-01$`).exec(
      String(to('/spanned')[0]?.headers.traceparent),
    ) as RegExpExecArray
    expect(spans).not.toBe('00f067aa0ba902b7')
    const names = [
      ['POST /v1/topics', 'webhook topic.created', 'customer-desk', 'deployment.environment.name'],
      ['PUT /v1/customers/by-reference/:system/:externalId', 'http.route', 'http.response.status_code'],
    ].flat()
    const collected = () => Buffer.concat(to('/v1/traces').map(({ body }) => body))
    await until(() => expect(names.filter((name) => !collected().includes(name))).toEqual([]))
    expect(collected().includes(Buffer.from(trace, 'hex'))).toBe(true)
    expect(collected().includes(Buffer.from(String(spans), 'hex'))).toBe(true)
    expect(to('/v1/traces')[0]?.headers['content-type']).toBe('application/x-protobuf')
    for (const secret of ['Zwaluwstaart', service.adminKey, base])
      expect([secret, collected().includes(secret)]).toEqual([secret, false])
    await started.until(/"route":"\/v1\/topics"[^\n]*/)
    started.stop()
    const { code, said } = await started.ended
    expect(code).toBe(0)
    expect(said.split('\n').filter((line) => line.includes(`"traceId":"${trace}"`)).length).toBe(2)
  } finally {
    started.kill()
  }
}, 240_000)

test('what traces are made with is loaded where somebody collects them, and nowhere else', () => {
  const users = sources.filter(({ text }) => text.includes("from '@opentelemetry/")).map(({ path }) => path)
  expect(users).toEqual(['open-tracing.ts'])
  expect(
    sources.filter(({ imports }) => imports.includes('open-tracing.ts')).map(({ path }) => path),
  ).toEqual([])
})
