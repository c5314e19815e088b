import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook as Verifier } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'

const options = { webhooks: true, webhookPrivateNetworks: ['127.0.0.0/8'] }
const service = useService(options)
useInstance(service, options)

interface Received {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

const received: Received[] = []
const answers = new Map<string, (response: ServerResponse, tries: number) => void>()
let server: Server
let base = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    let body = ''
    request.setEncoding('utf8').on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      received.push({ path, headers: request.headers, body })
      const answer = answers.get(path) ?? ((res: ServerResponse) => res.writeHead(204).end())
      answer(response, to(path).length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const to = (path: string) => received.filter((each) => each.path === path)
const make = (path: string, fields: object = {}) =>
  service.do('POST', '/v1/webhooks', { body: { url: `${base}${path}`, ...fields } })
interface Listed {
  readonly state: string
  readonly caseId: string | null
  readonly type: string
}
interface Said {
  readonly lastAnswer: string | null
}
const deliveries = async (id: string, query = '') =>
  (await service.do('GET', `/v1/webhooks/${id}/deliveries?limit=200${query}`)).data
const until = (isSo: () => void | Promise<void>) => vi.waitFor(isSo, { timeout: 15_000, interval: 50 })
const typesTo = (path: string): string[] => to(path).map(({ body }) => JSON.parse(body).type)

test('types that nothing is of are refused, each by its place', async () => {
  const refused = (types: string[]) =>
    service.call('POST', '/v1/webhooks', { body: { url: `${base}/none`, types } })
  const answer = await refused(['case.opened', 'case.opend', 'idea.*', 'nope.*', '*'])
  expect([answer.status, answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    422,
    ['#/types/1', '#/types/3'],
  ])
})

test('what an endpoint answers of a customer who was erased is not kept, before and after', async () => {
  const { id } = await make('/quotes', { types: ['customer.*'] })
  answers.set('/quotes', (response) => response.writeHead(200).end('We know this one as Gerritsen.'))
  const kept = async () => (await deliveries(id)).map(({ lastAnswer }: Said) => lastAnswer)
  const customer = await service.customer({ teamId: (await service.team()).id })
  await until(async () => expect(await kept()).toEqual(['We know this one as Gerritsen.']))
  await service.do('POST', `/v1/customers/${customer.id}/erasure`)
  await until(async () => expect((await deliveries(id, '&state=delivered')).length).toBe(2))
  expect(await kept()).toEqual([null, null])
})

test('a change to no types at all is one to all of them', async () => {
  const { id } = await make('/all-again', { types: ['case.*'], active: false })
  const change = { body: { types: null }, headers: { 'if-match': '*' } }
  expect((await service.do('PATCH', `/v1/webhooks/${id}`, change)).types).toEqual(['*'])
})

test('an event arrives as the feed has it, signed as Standard Webhooks has it', async () => {
  const { take } = await setScene(service)
  const { secret } = await make('/all', { types: ['case.*', 'callback.made'] })
  const { id: caseId } = await take()
  await until(() => expect(to('/all').length).toBe(2))

  const feed = (await service.do('GET', `/v1/events?caseId=${caseId}&type=case.opened,callback.made`)).data
  const sent = to('/all').map(({ body, headers }) => {
    expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body))
    expect(() => new Verifier(secret).verify(`${body} `, headers as Record<string, string>)).toThrow()
    expect(headers['webhook-id']).toBe(JSON.parse(body).id)
    return JSON.parse(body)
  })
  expect(sent).toEqual(feed)
})

test('the secret is shown once, and after a rotation both sign for a while', async () => {
  const made = await make('/rotated', { types: ['topic.created'] })
  const read = await service.do('GET', `/v1/webhooks/${made.id}`)
  expect(JSON.stringify(read)).not.toContain(made.secret)
  const rotated = await service.do('POST', `/v1/webhooks/${made.id}/rotate`)
  await service.do('POST', '/v1/topics', { body: { code: 'rotated', name: 'Rotated' } })
  await until(() => expect(to('/rotated').length).toBe(1))
  const [{ body, headers }] = to('/rotated') as [Received]
  for (const secret of [made.secret, rotated.secret])
    expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toBeDefined()
})

test('what is refused holds up its own case alone, and each case keeps its order', async () => {
  const { take } = await setScene(service)
  const { id } = await make('/picky', { types: ['case.*', 'note.added'] })
  let poisoned = ''
  answers.set('/picky', (response) => {
    const last = JSON.parse(to('/picky').at(-1)?.body ?? '{}')
    response.writeHead(last.caseId === poisoned ? 500 : 200).end('x'.repeat(5000))
  })
  const one = await take()
  poisoned = one.id
  const two = await take()
  for (const kase of [one, two])
    await service.do('POST', `/v1/cases/${kase.id}/notes`, { as: kase.owner.id, body: { text: 'Look.' } })
  await until(async () => {
    const all = await deliveries(id)
    expect(all.filter(({ caseId, state }: Listed) => caseId === two.id && state === 'delivered').length).toBe(
      2,
    )
    const [opened] = all.filter(({ caseId, type }: Listed) => caseId === one.id && type === 'case.opened')
    expect([opened.state, opened.lastStatus, opened.lastError]).toEqual(['pending', 500, 'answered 500'])
    expect(opened.lastAnswer).toBe('x'.repeat(1024))
    const [note] = all.filter(({ caseId, type }: Listed) => caseId === one.id && type === 'note.added')
    expect([note.attempts, note.blockedBy]).toEqual([0, opened.id])
  })
  poisoned = ''
  await service.do(
    'POST',
    `/v1/webhooks/${id}/deliveries/${(await deliveries(id, `&caseId=${one.id}`)).at(-1).id}/resend`,
  )
  await until(async () => {
    expect((await deliveries(id)).every(({ state }: Listed) => state === 'delivered')).toBe(true)
  })
  const arrived = to('/picky')
    .map(({ body }) => JSON.parse(body))
    .filter(({ caseId }) => caseId === one.id)
  expect(arrived.at(-2).type).toBe('case.opened')
  expect(arrived.at(-1).type).toBe('note.added')
  expect(arrived[0].id).toBe(arrived.at(-2).id)
})

test('410 disables a webhook, with an event, and it can be made active again', async () => {
  const made = await make('/gone', { types: ['topic.*'] })
  await make('/told', { types: ['webhook.disabled'] })
  answers.set('/gone', (response) => response.writeHead(410).end())
  await service.do('POST', '/v1/topics', { body: { code: 'gone', name: 'Gone' } })
  await until(() => expect(typesTo('/told')).toContain('webhook.disabled'))
  const read = await service.call('GET', `/v1/webhooks/${made.id}`)
  expect(read.body).toMatchObject({ active: false, disabledBecause: 'gone', disabledAt: expect.any(String) })
  const again = await service.do('PATCH', `/v1/webhooks/${made.id}`, {
    body: { active: true },
    headers: { 'if-match': String(read.headers.etag) },
  })
  expect(again).toMatchObject({ active: true, disabledBecause: null, disabledAt: null })
})

test('an endpoint that asks for less gets nothing at all for as long as it says', async () => {
  const { id } = await make('/busy', { types: ['topic.created'] })
  answers.set('/busy', (response) => response.writeHead(429, { 'retry-after': '3600' }).end())
  await service.do('POST', '/v1/topics', { body: { code: 'busy-one', name: 'One' } })
  await until(() => expect(to('/busy').length).toBe(1))
  await until(async () => expect((await deliveries(id))[0].attempts).toBe(1))
  await service.do('POST', '/v1/topics', { body: { code: 'busy-two', name: 'Two' } })
  await sleep(1500)
  expect(to('/busy').length).toBe(1)
  const [, first] = await deliveries(id)
  expect(Date.parse(first.nextAttemptAt) - Date.now()).toBeGreaterThan(3_500_000)
})

test('what hangs, redirects or never ends keeps nobody else waiting', async () => {
  answers.set('/hangs', () => undefined)
  answers.set('/elsewhere', (response) => response.writeHead(302, { location: `${base}/secret` }).end())
  answers.set('/endless', (response) => {
    response.writeHead(200)
    const more = () => !response.destroyed && response.write('x'.repeat(65_536), () => setImmediate(more))
    more()
  })
  const bad = await Promise.all(
    ['/hangs', '/elsewhere', '/endless'].map((path) => make(path, { types: ['topic.*'] })),
  )
  await make('/quick', { types: ['topic.*'] })
  const began = performance.now()
  for (let n = 0; n < 20; n++)
    await service.do('POST', '/v1/topics', { body: { code: `quick-${n}`, name: 'Quick' } })
  await until(() => expect(to('/quick').length).toBe(20))
  expect(performance.now() - began).toBeLessThan(10_000)
  await until(async () => {
    const [redirected] = await deliveries(bad[1].id, '&state=pending')
    expect(redirected.lastStatus).toBe(302)
    expect((await deliveries(bad[2].id, '&state=delivered')).length).toBeGreaterThan(0)
  })
  expect(to('/secret')).toEqual([])
  for (const { id } of bad) await service.do('DELETE', `/v1/webhooks/${id}`)
})

test('a test goes to a webhook that wants nothing of the kind, and a range is sent once more', async () => {
  const { id } = await make('/tested', { types: ['case.opened'], active: false, format: 'cloudevents' })
  const { take } = await setScene(service)
  const from = Temporal.Now.instant().toString()
  const { id: caseId } = await take()
  await service.do('POST', `/v1/webhooks/${id}/test`)
  await until(() => expect(to('/tested').length).toBe(1))
  const [first] = to('/tested')
  expect(first?.headers['content-type']).toBe('application/cloudevents+json')
  expect(JSON.parse(first?.body ?? '')).toMatchObject({
    specversion: '1.0',
    type: 'webhook.tested',
    data: { type: 'webhook.tested' },
  })

  const replay = await service.do('POST', `/v1/webhooks/${id}/replay`, { body: { from } })
  expect(replay.deliveries).toBe(1)
  await until(() => expect(to('/tested').length).toBe(2))
  expect(JSON.parse(to('/tested')[1]?.body ?? '').subject).toBe(caseId)
})

test('an admin is sent nothing of a complaint about them', async () => {
  const { take, team } = await setScene(service)
  const admin = await service.employee({ teamId: team.id, role: 'admin' })
  await service.do('POST', '/v1/webhooks', {
    as: admin.id,
    body: { url: `${base}/admins`, types: ['case.opened'] },
  })
  await take({ aboutEmployeeId: admin.id })
  const other = await take()
  await until(() => expect(to('/admins').length).toBe(1))
  expect(JSON.parse(to('/admins')[0]?.body ?? '').caseId).toBe(other.id)
})

test('an admin finds nothing of a complaint about them among what another webhook was sent', async () => {
  const { take, team } = await setScene(service)
  const admin = await service.employee({ teamId: team.id, role: 'admin' })
  const hook = await service.do('POST', '/v1/webhooks', {
    body: { url: `${base}/systems`, types: ['case.opened'] },
  })
  const complaint = await take({ aboutEmployeeId: admin.id })
  const other = await take()
  await until(() => expect(to('/systems').length).toBe(2))
  const deliveries = async (more = '', call = {}): Promise<{ id: string; caseId: string }[]> =>
    (await service.do('GET', `/v1/webhooks/${hook.id}/deliveries${more}`, call)).data
  const ofComplaint = (await deliveries(`?caseId=${complaint.id}`))[0]
  expect(ofComplaint?.caseId).toBe(complaint.id)
  const as = admin.id
  expect((await deliveries('', { as })).map(({ caseId }) => caseId)).toEqual([other.id])
  expect(await deliveries(`?caseId=${complaint.id}`, { as })).toEqual([])
  const url = `/v1/webhooks/${hook.id}/deliveries/${ofComplaint?.id}/resend`
  expect((await service.call('POST', url, { as })).status).toBe(404)
  expect((await service.call('POST', url)).status).toBe(200)
})
