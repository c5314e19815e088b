import { randomUUID } from 'node:crypto'
import { exportJWK } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startService } from '../support/service.ts'
import { makeKey, type ProviderKey, TestProvider } from '../support/start-provider.ts'
import { useInstance, useService } from '../support/use-service.ts'

let provider: TestProvider
let key: ProviderKey
beforeAll(async () => {
  key = await makeKey('first')
  provider = await TestProvider.start(key)
})
afterAll(() => provider.goAway())
const service = useService(() => ({ oidc: { ...provider.settings, tokenTypes: ['at+jwt', 'JWT'] } }))
const strict = useInstance(service, () => ({ oidc: provider.settings }))
beforeAll(async () => {
  await service.employee({ subject: 'anna' })
})

const statusOf = async (token: string, of = service) =>
  (await of.call('GET', '/v1/me', { key: token })).status

/** An access token as Entra ID gives it for an API of its own (version 2.0). */
const entra = () => ({
  header: { typ: 'JWT' },
  claims: {
    nbf: Math.floor(Date.now() / 1000),
    aio: 'AWQAm/8TAAAA',
    azp: randomUUID(),
    azpacr: '1',
    name: 'Anna',
    oid: 'anna',
    preferred_username: 'anna@example.org',
    rh: '0.AXoA',
    scp: 'access_as_user',
    sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
    tid: randomUUID(),
    uti: 'fqiBqXLPj0eQa82S-IYFAA',
    ver: '2.0',
  },
})

/** An access token as Keycloak gives it; `typ` is said in the claims as well. */
const keycloak = () => ({
  header: { typ: 'JWT' },
  claims: {
    sub: 'anna',
    jti: `onrtac:${randomUUID()}`,
    typ: 'Bearer',
    azp: 'desk',
    aud: [provider.audience, 'account'],
    sid: randomUUID(),
    acr: '1',
    'allowed-origins': ['https://desk.example.org'],
    realm_access: { roles: ['offline_access'] },
    resource_access: { account: { roles: ['manage-account'] } },
    scope: 'openid profile email',
    email_verified: true,
    preferred_username: 'anna',
  },
})

/** A tenant of Entra ID: its issuer has a path, and its keys do not say what they sign with. */
async function startTenant(): Promise<TestProvider & { readonly tenant: string }> {
  const elsewhere = await TestProvider.start(key)
  const tenant = `${elsewhere.issuer}/${randomUUID()}/v2.0`
  const jwk = { ...(await exportJWK(key.publicKey)), kid: key.kid, use: 'sig', x5t: key.kid }
  elsewhere.answer((request, response) => {
    const isKeys = request.url?.endsWith('/keys')
    const described = { issuer: tenant, jwks_uri: `${elsewhere.issuer}/discovery/v2.0/keys` }
    response.end(JSON.stringify(isKeys ? { keys: [{ ...jwk, issuer: tenant }] } : described))
  })
  return Object.assign(elsewhere, { tenant })
}

test('a token of Entra ID is taken where JWT is, by its oid', async () => {
  const { claims, header } = entra()
  const elsewhere = await startTenant()
  const audience = randomUUID()
  const types = ['JWT'] as const
  const oidc = { issuer: elsewhere.tenant, audience, employeeClaim: 'oid', tokenTypes: types }
  const beside = await startService(service, { oidc })
  const asked = async (more: object, said: object = header) =>
    statusOf(
      await provider.sign(key, { ...claims, iss: elsewhere.tenant, aud: audience, ...more }, said),
      beside,
    )
  try {
    expect(await asked({})).toBe(200)
    expect(await asked({}, { typ: 'at+jwt' })).toBe(401)
    expect(await asked({ oid: undefined })).toBe(401)
    expect(await asked({ oid: randomUUID() })).toBe(401)
    expect(await asked({ aud: claims.azp })).toBe(401)
    expect(await asked({ aud: `api://${audience}` })).toBe(401)
    expect(await asked({ iss: elsewhere.tenant.replace('/v2.0', '/') })).toBe(401)
  } finally {
    await beside.stop()
    await elsewhere.goAway()
  }
})

test.each([
  ['JWT', { typ: 'JWT' }],
  ['jwt', { typ: 'jwt' }],
  ['application/jwt', { typ: 'application/jwt' }],
  ['nothing', { typ: undefined }],
  ['at+jwt', { typ: 'at+jwt' }],
])('a token of Keycloak that says %s is taken where JWT is', async (_, header) => {
  const token = await provider.sign(key, keycloak().claims, header)
  expect(await statusOf(token)).toBe(200)
  expect(await statusOf(token, strict)).toBe(header.typ === 'at+jwt' ? 200 : 401)
})

test.each([
  ['an ID token with a nonce', { nonce: 'n-0S6_WzA2Mj' }],
  ['an ID token with a nonce that is null', { nonce: null }],
  ['an ID token that came with an access token', { at_hash: 'MTIzNDU2Nzg5MDEyMzQ1Ng' }],
  ['an ID token that came with a code', { c_hash: 'LDktKdoQak3Pk0cnXxCltA' }],
  ['an ID token that came with a state', { s_hash: 'LDktKdoQak3Pk0cnXxCltA' }],
  ['an ID token of Keycloak', { typ: 'ID' }],
  ['a refresh token of Keycloak', { typ: 'Refresh' }],
  ['a token for offline use of Keycloak', { typ: 'Offline' }],
  ['word of a sign-out', { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }],
  ['an ID token for the client', { aud: 'desk' }],
])('%s is no access token, with the right audience neither', async (_, claims) => {
  const { claims: all, header } = keycloak()
  expect(await statusOf(await provider.sign(key, { ...all, ...claims }, header))).toBe(401)
  expect(await statusOf(await provider.sign(key, { ...all, ...claims }, { typ: undefined }))).toBe(401)
})

test.each(['logout+jwt', 'dpop+jwt', 'secevent+jwt', 'at+jwt+x', ''])(
  'nor is one of the kind %s',
  async (typ) => {
    expect(await statusOf(await provider.sign(key, keycloak().claims, { typ }))).toBe(401)
  },
)
