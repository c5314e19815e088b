import pino from 'pino'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Service, startService } from '../support/service.ts'
import { makeKey, type ProviderKey, TestProvider } from '../support/start-provider.ts'
import { useService } from '../support/use-service.ts'

let provider: TestProvider
let service: Service
let first: ProviderKey
const lines: Record<string, unknown>[] = []
const alone = useService()
beforeAll(async () => {
  await alone.employee({ subject: 'anna' })
})
beforeEach(async () => {
  first = await makeKey('first', 'ES256')
  provider = await TestProvider.start(first)
  const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) })
  service = await startService(alone, { oidc: provider.settings, logger })
  later(0)
})
afterEach(async () => {
  await service.stop()
  await provider.goAway()
})

let begun: Temporal.Instant
/** Sets the clock to so many minutes after the beginning. */
function later(minutes: number): void {
  if (minutes === 0) begun = Temporal.Now.instant()
  service.clock.now = begun.add({ seconds: Math.round(minutes * 60) })
}

const at = () => Math.floor(Number(service.clock.now?.epochMilliseconds) / 1000)
const annas = (key = first) => provider.sign(key, { sub: 'anna', iat: at(), exp: at() + 300 })
const ask = async (key = first) => service.call('GET', '/v1/me', { key: await annas(key) })
const statusOf = async (key = first) => (await ask(key)).status
const keysAsked = () => provider.asked.filter((path) => path === '/jwks').length

test('nothing is asked of the provider before the first token, and once for many first ones', async () => {
  expect(provider.asked).toEqual([])
  const statuses = await Promise.all(Array.from({ length: 20 }, () => statusOf()))
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(provider.asked).toEqual(['/.well-known/openid-configuration', '/jwks'])
})

test('a token of a new key is accepted at once, and one of a removed key refused', async () => {
  expect(await statusOf()).toBe(200)
  const second = await makeKey('second', 'ES256')
  provider.use(second, first)
  later(0.1)
  expect(await provider.token('anna').then((key) => service.call('GET', '/v1/me', { key }))).toMatchObject({
    status: 200,
  })
  expect([await statusOf(second), await statusOf(first)]).toEqual([200, 200])
  provider.use(second)
  expect(await statusOf(first)).toBe(200)
  later(10.2)
  expect(await statusOf(second)).toBe(200)
  expect(await statusOf(first)).toBe(401)
})

test('keys that nobody has do not make us hammer the provider', async () => {
  expect(await statusOf()).toBe(200)
  later(0.1)
  const stranger = await makeKey('stranger', 'ES256')
  for (let n = 0; n < 10; n++) expect(await statusOf(stranger)).toBe(401)
  expect(keysAsked()).toBe(2)
  later(0.2)
  expect(await statusOf(stranger)).toBe(401)
  expect(keysAsked()).toBe(3)
})

test('while the provider was never reached, a token is answered with 503, and a key works', async () => {
  await provider.goAway()
  lines.length = 0
  const answer = await ask()
  expect([answer.status, answer.body.code]).toEqual([503, 'overloaded'])
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(lines.filter(({ level }) => level === 40)).toMatchObject([
    { reason: 'ECONNREFUSED', msg: 'the keys of the identity provider could not be had' },
  ])
  expect((await service.call('GET', '/v1/me')).status).toBe(200)
  await provider.comeBack()
  expect(await statusOf()).toBe(503)
  later(0.1)
  expect(await statusOf()).toBe(200)
})

test('while the provider is away, its keys count for an hour and no longer', async () => {
  expect(await statusOf()).toBe(200)
  await provider.goAway()
  lines.length = 0
  for (const minutes of [9, 11, 30, 59.9]) {
    later(minutes)
    expect(await statusOf(), `${minutes}`).toBe(200)
  }
  later(60.1)
  expect(await statusOf()).toBe(503)
  expect(lines.some(({ level, reason }) => level === 40 && reason === 'ECONNREFUSED')).toBe(true)
  await provider.comeBack()
  later(60.3)
  expect(await statusOf()).toBe(200)
})

test('a key that may be new is not called wrong while the provider is away', async () => {
  expect(await statusOf()).toBe(200)
  await provider.goAway()
  later(0.1)
  const second = await makeKey('second', 'ES256')
  expect([await statusOf(second), await statusOf(second), await statusOf(first)]).toEqual([503, 503, 200])
})

test('a provider that does not end its answer holds up one request, and not each', async () => {
  expect(await statusOf()).toBe(200)
  await provider.goAway()
  later(11)
  expect(await statusOf()).toBe(200)
  await provider.comeBack()
  let held = 0
  provider.answer(() => {
    held++
  })
  later(12)
  lines.length = 0
  expect([await statusOf(), await statusOf()]).toEqual([200, 200])
  // Who had waited would have waited until the try was given up, which is told to the log.
  expect(lines.filter(({ level }) => level === 40)).toEqual([])
  await expect.poll(() => held).toBe(1)
})

const described = (more: object): object => ({
  issuer: provider.issuer,
  jwks_uri: `${provider.issuer}/jwks`,
  ...more,
})

test.each([
  ['describes another issuer', (): object => described({ issuer: `${provider.issuer}/` }), /another issuer/],
  [
    'keeps its keys where they can be changed',
    () => described({ jwks_uri: 'http://keys.test/' }),
    /safe address/,
  ],
  ['keeps its keys in a file', () => described({ jwks_uri: 'file:///etc/passwd' }), /safe address/],
  ['describes too much', () => described({ more: 'x'.repeat(300_000) }), /too much/],
  ['describes itself in other words', () => 'issuer', /no issuer/],
  [
    'has keys that are none',
    () => described({ jwks_uri: `${provider.issuer}/.well-known/openid-configuration` }),
    /Key Set/,
  ],
])('a provider that %s is not believed', async (_, body, reason) => {
  provider.answer((_request, response) => response.end(JSON.stringify(body())))
  lines.length = 0
  expect(await statusOf()).toBe(503)
  expect(lines.find(({ level }) => level === 40)?.reason).toMatch(reason)
})

test.each([
  ['leads elsewhere', 302, /redirect/],
  ['has an error', 500, /it answered 500/],
  ['answers in HTML', 200, /no JSON/],
])('a provider that %s is not believed', async (_, status, reason) => {
  provider.answer((_request, response) =>
    response.writeHead(status, { location: `${provider.issuer}/else` }).end('<html>'),
  )
  lines.length = 0
  expect(await statusOf()).toBe(503)
  expect(lines.find(({ level }) => level === 40)?.reason).toMatch(reason)
  expect(provider.asked).toEqual(['/.well-known/openid-configuration'])
})
