import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import { startService } from '../support/service.ts'
import { makeKey, type ProviderKey, TestProvider } from '../support/start-provider.ts'
import { useService } from '../support/use-service.ts'

let provider: TestProvider
let key: ProviderKey
beforeAll(async () => {
  key = await makeKey('first')
  provider = await TestProvider.start(key)
})
afterAll(() => provider.goAway())
const service = useService(() => ({ oidc: provider.settings }))

const hire = (subject: string, fields: object = {}) => service.employee({ subject, ...fields })

/** Asks until it is so; throws after two seconds. */
async function soon(isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 2000; waited += 20) {
    if (await isSo()) return
    await sleep(20)
  }
  throw new Error('it did not happen within two seconds')
}

test('a token of the provider is the employee whom it names, and what they do is done by them', async () => {
  const { team, customer } = await setScene(service)
  const anna = await hire('anna', { teamId: team.id })
  const token = await provider.token('anna')
  const me = await service.do('GET', '/v1/me', { key: token })
  expect(me).toEqual({ kind: 'employee', id: anna.id, name: anna.name, scopes: null, employee: anna })

  const body = { customerId: customer.id, question: 'Why?' }
  const kase = await service.do('POST', '/v1/cases', { key: token, body })
  expect(kase).toMatchObject({ owner: { id: anna.id }, assignment: { reason: 'taken' } })
  const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=case.opened`)
  // Nobody acted for her: `onBehalfOf` is not there.
  expect(data.map((event: { actor: object }) => event.actor)).toEqual([{ kind: 'employee', id: anna.id }])
})

test('what is the customer’s to say at their addresses no employee says for them, and a stranger’s token is none', async () => {
  const { team, take } = await setScene(service)
  await hire('fien', { teamId: team.id })
  const kase = await take()
  const { tracking } = await service.do('GET', `/v1/cases/${kase.id}/links`)
  const token = tracking.url.split('/').at(-1)
  const say = (key: string, url = `/v1/tracking/${token}/callback`) =>
    service.call('POST', url, { key, body: { thanks: true } })
  const [fien, stranger] = [await provider.token('fien'), await provider.token('a customer')]
  for (const url of [undefined, `/v1/surveys/${token}`]) expect((await say(fien, url)).status).toBe(403)
  expect((await say(stranger)).status).toBe(200)
  expect((await say(service.adminKey)).status).toBe(200)
  const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
  expect(data.filter(({ thanks }: { thanks: boolean }) => thanks)).toHaveLength(2)
  // What stands there anybody reads who has the address.
  expect((await service.call('GET', `/v1/tracking/${token}`, { key: fien })).status).toBe(200)
})

test('a system does not act for somebody who is here in person', async () => {
  const bea = await hire('bea')
  const answer = await service.call('GET', '/v1/me', { key: await provider.token('bea'), as: bea.id })
  expect([answer.status, answer.body.code]).toEqual([403, 'forbidden'])
})

test('with a token the role counts, and a role that was taken away is gone with the same token', async () => {
  const carla = await hire('carla', { role: 'admin' })
  const token = await provider.token('carla')
  const organise = () =>
    service.call('POST', '/v1/teams', { key: token, body: { name: `Team ${randomUUID()}` } })
  expect((await organise()).status).toBe(201)
  const headers = { 'if-match': '*' }
  await service.do('PATCH', `/v1/employees/${carla.id}`, { headers, body: { role: 'member' } })
  await soon(async () => (await organise()).status === 403)
})

test('who is leaving or has departed is nobody, though the provider still gives tokens', async () => {
  for (const name of ['dirk', 'eva']) {
    const { id } = await hire(name)
    const token = await provider.token(name)
    const me = () => service.call('GET', '/v1/me', { key: token })
    expect((await me()).status).toBe(200)
    if (name === 'dirk')
      await service.sql.query('insert into departures (employee_id, started_at) values ($1, now())', [id])
    else await service.sql.query('update employees set departed_at = now() where id = $1', [id])
    await soon(async () => (await me()).status === 401)
    expect((await me()).body.code).toBe('unauthenticated')
  }
})

test('a subject is taken to the letter', async () => {
  await hire('Fleur')
  const statusOf = async (subject: string) =>
    (await service.call('GET', '/v1/me', { key: await provider.sign(key, { sub: subject }) })).status
  expect(await statusOf('Fleur')).toBe(200)
  for (const other of ['fleur', 'Fleur ', ' Fleur', 'Fleu', 'Fle%', 'Fleur\u0000'])
    expect(await statusOf(other), other).toBe(401)
})

test('every kind of signature that only the provider can make is accepted, at+jwt in full as well', async () => {
  await hire('gijs')
  const keys = await Promise.all(
    ['PS256', 'RS512', 'ES256', 'ES384', 'EdDSA'].map((alg) => makeKey(`of ${alg}`, alg)),
  )
  const elsewhere = await TestProvider.start(key, ...keys)
  const beside = await startService(service, { oidc: elsewhere.settings })
  try {
    for (const one of keys) {
      const token = await elsewhere.sign(one, { sub: 'gijs' })
      expect((await beside.call('GET', '/v1/me', { key: token })).status, one.alg).toBe(200)
    }
    const spelled = await elsewhere.sign(
      key,
      { sub: 'gijs', aud: ['urn:x', elsewhere.audience] },
      { typ: 'application/at+jwt' },
    )
    expect((await beside.call('GET', '/v1/me', { key: spelled })).status).toBe(200)
  } finally {
    await beside.stop()
    await elsewhere.goAway()
  }
})

test('clocks may differ by half a minute', async () => {
  await hire('joke')
  const now = Math.floor(Date.now() / 1000)
  for (const claims of [{ exp: now - 20 }, { nbf: now + 20 }, { iat: now + 20 }]) {
    const token = await provider.sign(key, { sub: 'joke', ...claims })
    expect((await service.call('GET', '/v1/me', { key: token })).status, JSON.stringify(claims)).toBe(200)
  }
})

test('another claim than sub names the employee, where the settings say so', async () => {
  await hire('hanna@eigenaar.test')
  const oidc = { ...provider.settings, employeeClaim: 'email' }
  const beside = await startService(service, { oidc })
  try {
    const statusOf = async (claims: object) =>
      (await beside.call('GET', '/v1/me', { key: await provider.sign(key, claims) })).status
    expect(await statusOf({ email: 'hanna@eigenaar.test' })).toBe(200)
    expect(await statusOf({ sub: 'hanna@eigenaar.test' })).toBe(401)
  } finally {
    await beside.stop()
  }
})

test('without an identity provider a token opens nothing', async () => {
  await hire('irma')
  const beside = await startService(service)
  try {
    const answer = await beside.call('GET', '/v1/me', { key: await provider.token('irma') })
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated'])
  } finally {
    await beside.stop()
  }
})
