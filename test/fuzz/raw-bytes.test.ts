import { connect } from 'node:net'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { committedDocument, operationsOf } from '../support/document.ts'
import { expectInvariants } from '../support/invariants.ts'
import { bodyTypeOf } from '../support/request-schemas.ts'
import { setStage } from '../support/stage.ts'
import { useService } from '../support/use-service.ts'
import { mutate } from './mutate-request.ts'
import type { Method } from './mutation.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 40)
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122)

let answered = 0
let port: number
/** Valid requests as they are on the wire, one of each operation. */
const service = useService()
let requests: readonly Buffer[]
beforeAll(async () => {
  const stage = await setStage(service)
  const found: Buffer[] = []
  for (const { name, method, path, operation } of operationsOf(committedDocument())) {
    const request = await stage.prepare(name)
    const target = { method: method.toUpperCase() as Method, path, type: bodyTypeOf(operation), names: {} }
    found.push(onTheWire(mutate({ ...target, request }, [])))
  }
  requests = found
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  const address = service.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})

function onTheWire({ method, url, headers, body }: ReturnType<typeof mutate>): Buffer {
  const lines = Object.entries({
    host: 'service',
    authorization: `Bearer ${service.adminKey}`,
    ...headers,
    ...(body === undefined ? {} : { 'content-length': String(body.length) }),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([
    Buffer.from(`${method} ${url} HTTP/1.1\r\n${lines.join('')}\r\n`),
    body ?? Buffer.alloc(0),
  ])
}

/**
 * Sends the bytes and answers with all that comes back until the connection ends. It gives up where nothing comes,
 * because more is awaited of us.
 */
const talk = (bytes: Buffer, milliseconds = 400): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const patience = setTimeout(() => socket.destroy(), milliseconds)
    socket.on('data', (data) => {
      patience.refresh()
      heard += data.toString('latin1')
    })
    socket.on('close', () => {
      clearTimeout(patience)
      resolve(heard)
    })
    socket.on('error', (error) =>
      'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
        ? resolve(heard)
        : reject(error),
    )
  })

/** Some bytes taken out at a place, and others put in. */
interface Splice {
  readonly at: number
  readonly cut: number
  readonly hex: string
}

const splice: fc.Arbitrary<Splice> = fc.record({
  at: fc.nat({ max: 2000 }),
  cut: fc.nat({ max: 6 }),
  hex: fc.oneof(
    fc.constantFrom(
      '',
      '0d0a',
      '0a',
      '0d',
      '20',
      '09',
      '00',
      '3a',
      '2c',
      '0d0a0d0a',
      'ff',
      '7f',
      'c3a9',
      '25',
      '3f',
      '2f',
      '2e2e2f',
    ),
    fc
      .constantFrom(
        'content-length: 1\r\n',
        'transfer-encoding: chunked\r\n',
        'expect: 100-continue\r\n',
        'upgrade: h2c\r\n',
        'host: x\r\n',
        'GET / HTTP/1.1\r\n',
      )
      .map((text) => Buffer.from(text).toString('hex')),
    fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  ),
})

test('the requests are what they should be', async () => {
  expect(requests.length).toBeGreaterThan(40)
  // Nothing more is awaited of us: however busy the machine is, an answer comes.
  for (const bytes of requests) expect((await talk(bytes, 30_000)).slice(0, 10)).toBe('HTTP/1.1 2')
})

describe.concurrent('bytes that come wrong are refused, and never with a failure', () => {
  test.each([0, 1, 2, 3])('lane %d', { timeout: 180_000 + runs * 500 }, async (lane) => {
    const property = fc.asyncProperty(
      fc.nat({ max: 1000 }),
      fc.array(splice, { minLength: 1, maxLength: 3 }),
      async (n, splices) => {
        const heard = await talk(spliced(requests[n % requests.length] ?? Buffer.alloc(0), splices))
        if (heard === '') return
        answered++
        expect(heard).toMatch(/^HTTP\/1\.1 [1-4]\d\d /)
        expect(heard).not.toMatch(/^HTTP\/1\.1 5\d\d /m)
        const [head = ''] = heard.split('\r\n\r\n')
        if (head.startsWith('HTTP/1.1 4'))
          expect(head).toMatch(/^content-type: application\/(problem|scim)\+json/im)
      },
    )
    await fc.assert(property, { numRuns: runs, seed: seed + lane })
  })
})

const spliced = (bytes: Buffer, splices: readonly Splice[]): Buffer =>
  splices.reduce((before, { at, cut, hex }) => {
    const from = at % (before.length + 1)
    const after = before.subarray(from + cut)
    return Buffer.concat([before.subarray(0, from), Buffer.from(hex, 'hex'), after])
  }, bytes)

test('most of them were answered', () => expect(answered).toBeGreaterThan(runs * 2))

test('and the service serves, with all that must be true', async () => {
  expect((await service.call('GET', '/health/ready')).status).toBe(200)
  await expectInvariants(service)
})
