import { createHmac, sign as signBytes } from 'node:crypto'
import { connect } from 'node:net'
import { exportPKCS8, exportSPKI } from 'jose'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeKey, type ProviderKey, TestProvider } from '../support/start-provider.ts'
import { useService } from '../support/use-service.ts'

let provider: TestProvider
let key: ProviderKey
const lines: Record<string, unknown>[] = []
beforeAll(async () => {
  key = await makeKey('first')
  provider = await TestProvider.start(key)
})
afterAll(() => provider.goAway())
const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) })
const service = useService(() => ({ oidc: provider.settings, logger }))
beforeAll(async () => {
  await service.employee({ subject: 'anna' })
})

const now = () => Math.floor(Date.now() / 1000)
const coded = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')

/** A token of Anna's, but for what is made different; undefined leaves a claim out. */
const annas = (claims: object = {}, header: object = {}) =>
  provider.sign(key, { sub: 'anna', ...claims }, header)

/** Anna's token with a header or a body of somebody else's, under whatever signature. */
async function forged(header: object, signature: (input: string) => string): Promise<string> {
  const [, body = ''] = (await annas()).split('.')
  const input = `${coded({ typ: 'at+jwt', kid: key.kid, ...header })}.${body}`
  return `${input}.${signature(input)}`
}

const hmac = (secret: string) => (input: string) =>
  createHmac('sha256', secret).update(input).digest('base64url')

/** The provider's own signature under a body that no JSON writer would make. */
async function signedBody(body: string): Promise<string> {
  const input = `${coded({ alg: 'RS256', typ: 'at+jwt', kid: key.kid })}.${coded(body)}`
  const pem = await exportPKCS8(key.privateKey)
  return `${input}.${signBytes('sha256', Buffer.from(input), pem).toString('base64url')}`
}

const changed = async (part: number, by: (text: string) => string): Promise<string> => {
  const parts = (await annas()).split('.')
  return parts.map((text, n) => (n === part ? by(text) : text)).join('.')
}

const claim = 'a token whose claim for the employee is missing or no short text'
const unread = 'a token that cannot be read'
const algorithm = 'a token signed with an algorithm that is not accepted'
const signature = 'a token with a wrong signature'
const nobody = 'the token names nobody who works here'

const refusals: readonly (readonly [string, () => Promise<string>, string])[] = [
  ['is expired', () => annas({ exp: now() - 35 }), 'an expired token'],
  ['is not valid yet', () => annas({ nbf: now() + 35 }), 'a token with a wrong nbf'],
  ['was issued in the future', () => annas({ iat: now() + 35 }), 'a token with a wrong iat'],
  ['was issued more than a day ago', () => annas({ iat: now() - 86_400 - 35 }), 'a token too old'],
  ['never expires', () => annas({ exp: undefined }), 'a token without exp'],
  ['expires at no moment', () => annas({ exp: 'tomorrow' }), 'a token with a wrong exp'],
  ['does not say when it was issued', () => annas({ iat: undefined }), 'a token without iat'],
  ['was issued at no moment', () => annas({ iat: null }), 'a token with a wrong iat'],
  ['is of another issuer', () => annas({ iss: 'https://else.test' }), 'a token with a wrong iss'],
  [
    'is of the same issuer, spelled otherwise',
    () => annas({ iss: `${provider.issuer}/` }),
    'a token with a wrong iss',
  ],
  ['is of no issuer', () => annas({ iss: undefined }), 'a token without iss'],
  ['is for somebody else', () => annas({ aud: 'https://else.test' }), 'a token with a wrong aud'],
  ['is for others', () => annas({ aud: ['https://else.test', 'urn:x'] }), 'a token with a wrong aud'],
  [
    'is for a longer name than ours',
    () => annas({ aud: `${provider.audience}.evil` }),
    'a token with a wrong aud',
  ],
  ['is for nobody', () => annas({ aud: undefined }), 'a token without aud'],
  ['is a JWT of any kind', () => annas({}, { typ: 'JWT' }), 'a token with a wrong typ'],
  ['is of no kind, like most ID tokens', () => annas({}, { typ: undefined }), 'a token with a wrong typ'],
  ['is a logout token', () => annas({}, { typ: 'logout+jwt' }), 'a token with a wrong typ'],
  ['names nobody', () => annas({ sub: undefined }), 'a token without sub'],
  ['names a number', () => annas({ sub: 12 }), claim],
  ['names a list', () => annas({ sub: ['anna'] }), claim],
  ['names nothing', () => annas({ sub: '' }), claim],
  ['names at too much length', () => annas({ sub: 'a'.repeat(256) }), claim],
  ['names what no database keeps', () => annas({ sub: 'anna\u0000' }), claim],
  ['names half a character', () => annas({ sub: 'anna\ud800' }), claim],
  ['names a stranger', () => annas({ sub: 'stranger' }), nobody],
  ['names Anna first and a stranger last', () => signedBody(twice('"sub":"anna","sub":"stranger"')), nobody],
  ['has two issuers', () => signedBody(twice('"iss":"https://else.test"')), 'a token with a wrong iss'],
  [
    'has a body that was changed',
    () => changed(1, () => coded({ iss: provider.issuer, sub: 'anna' })),
    signature,
  ],
  [
    'has a signature that was changed',
    () => changed(2, (text) => `A${text[0] === 'A' ? 'B' : 'A'}${text.slice(2)}`),
    signature,
  ],
  ['has a signature that was cut', () => changed(2, (text) => text.slice(0, -8)), signature],
  ['has no signature', () => changed(2, () => ''), signature],
  ['says that it needs no signature', () => forged({ alg: 'none' }, () => ''), algorithm],
  ['says that it needs none, and has one', () => forged({ alg: 'none' }, () => 'AAAA'), algorithm],
  ['says so in capitals', () => forged({ alg: 'NONE' }, () => ''), algorithm],
  [
    'is sealed with the public key as a password',
    async () => forged({ alg: 'HS256' }, hmac(await exportSPKI(key.publicKey))),
    algorithm,
  ],
  [
    'is sealed with the public modulus as a password',
    () => forged({ alg: 'HS256' }, hmac(String(key.jwk.n))),
    algorithm,
  ],
  [
    'is signed with a key of the same name',
    async () => provider.sign(await makeKey(key.kid), { sub: 'anna' }),
    signature,
  ],
  [
    'is signed with an unknown key',
    async () => provider.sign(await makeKey('other'), { sub: 'anna' }),
    'a token signed with a key that the provider does not have',
  ],
  [
    'brings its own key',
    async () => bringing(await makeKey('own')),
    'a token signed with a key that the provider does not have',
  ],
  ['asks for what we do not know', () => forged({ alg: 'RS256', crit: ['x'], x: 1 }, () => 'AAAA'), unread],
  ['asks for what jose alone knows', () => asking(), 'a token with critical extensions'],
  ['has a body that is no object', () => signedBody('["anna"]'), unread],
  ['has a body that is no JSON', () => signedBody('anna'), unread],
  ['has a header that is no JSON', () => changed(0, (text) => text.slice(0, -4)), unread],
  ['is 20 kB of signed words', () => annas({ sub: 'stranger', words: 'x'.repeat(15_000) }), nobody],
  ['has five parts', async () => `${await annas()}.AAAA.AAAA`, 'not in the form of a key'],
  ['has a space in it', () => changed(1, (text) => ` ${text}`), 'no bearer token'],
  ['ends in a line', async () => `${await annas()}\n`, 'no bearer token'],
]

/** Anna's claims as text, with more behind them. */
const twice = (more: string): string =>
  `{"iss":"${provider.issuer}","aud":"${provider.audience}","sub":"anna","iat":${now()},"exp":${now() + 60},${more}}`

const bringing = (own: ProviderKey) =>
  provider.sign(own, { sub: 'anna' }, { jwk: own.jwk, jku: `${provider.issuer}/own` })

const asking = () => provider.sign(key, { sub: 'anna' }, { crit: ['b64'], b64: true })

test('the token that the others are made from is accepted', async () => {
  expect((await service.call('GET', '/v1/me', { key: await annas() })).status).toBe(200)
  expect((await service.call('GET', '/v1/me', { key: await signedBody(twice('"jti":"1"')) })).status).toBe(
    200,
  )
})

test.each(refusals)(
  'a token that %s is refused: the log knows why, the answer does not tell',
  async (_, make, reason) => {
    const token = await make()
    lines.length = 0
    const answer = await service.call('GET', '/v1/me', { key: token })
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({
      type: '/problems/unauthenticated',
      title: 'The caller is not known',
      status: 401,
      detail: expect.stringMatching(
        /^(The access token is not accepted|The API key is not accepted|Send an API key or an access token as a bearer token)\.$/,
      ),
      instance: expect.any(String),
      code: 'unauthenticated',
      requestId: answer.headers['x-request-id'],
    })
    expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"')
    expect(lines).toMatchObject([
      {
        audit: 'refused',
        requestId: answer.headers['x-request-id'],
        code: 'unauthenticated',
        reason,
        caller: null,
      },
    ])
    for (const part of [...token.split('.'), 'anna', 'stranger', 'else.test'])
      if (part.length > 4) expect(JSON.stringify(lines)).not.toContain(part)
  },
)

test('who sends nothing, or another kind of credentials, is asked for a token and told of no error', async () => {
  for (const headers of [{}, { authorization: 'Basic YW5uYTp4' }] as Record<string, string>[]) {
    const answer = await service.call('GET', '/v1/me', { key: null, headers })
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer'])
  }
})

test('a token that is longer than a head may be is an error of who sent it', async () => {
  const { port } = new URL(await service.app.listen({ port: 0, host: '127.0.0.1' }))
  const token = await annas({ words: 'x'.repeat(20_000) })
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(`GET /v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`)
  const [head] = await socket.take(1).toArray()
  expect(String(head)).toMatch(/^HTTP\/1\.1 431 /)
})
