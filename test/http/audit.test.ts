import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LogLine, logLines } from '../support/log-lines.ts'
import { type Scene, setScene } from '../support/scene.ts'
import { startService } from '../support/service.ts'
import { listen } from '../support/talk.ts'
import { useService } from '../support/use-service.ts'

// The audit log is kept whatever the level of the rest.
const { logger, lines } = logLines('error')
let scene: Scene
let keyId: string
const service = useService({ logger })
beforeAll(async () => {
  scene = await setScene(service)
  keyId = (await service.sql.query(`select id from api_keys where name = 'admin'`)).rows[0].id
})
let told = 0
beforeEach(() => {
  told = lines.length
})

const newLines = (): readonly LogLine[] => lines.slice(told)
const caller = (onBehalfOf: string | null = null) => ({ kind: 'system', id: keyId, onBehalfOf })

describe('a read of people says who read what, and under which request id', () => {
  test('of one customer, by a system for itself and for an employee', async () => {
    const { customer, sanne } = scene
    const answer = await service.call('GET', `/v1/customers/${customer.id.toUpperCase()}`)
    await service.call('GET', `/v1/customers/${customer.id}`, { as: sanne.id })
    const line = {
      level: 30,
      pid: expect.any(Number),
      hostname: expect.any(String),
      time: expect.any(Number),
      requestId: answer.headers['x-request-id'],
      method: 'GET',
      route: '/v1/customers/:customerId',
      status: 200,
      ms: expect.any(Number),
      audit: 'read',
      caller: caller(),
      address: '127.0.0.1',
      operation: 'getCustomer',
      object: { customerId: customer.id },
      shown: [customer.id],
      msg: 'answered',
    }
    const byEmployee = { ...line, requestId: expect.any(String), caller: caller(sanne.id) }
    expect(newLines()).toEqual([line, byEmployee])
  })

  test('of a page: the ids of its rows; of what was not changed since: its id all the same', async () => {
    const kase = await scene.take()
    const page = await service.call('GET', `/v1/cases?customerId=${scene.customer.id}`)
    const seen = await service.call('GET', `/v1/cases/${kase.id}`)
    const again = await service.call('GET', `/v1/customers/${scene.customer.id}`, {
      headers: { 'if-none-match': '*' },
    })
    expect([seen.status, again.status]).toEqual([200, 304])
    expect(newLines()).toMatchObject([
      { audit: 'read', object: {}, shown: page.body.data.map(({ id }: { id: string }) => id) },
      { audit: 'read', object: { caseId: kase.id }, shown: [kase.id] },
      { audit: 'read', status: 304, shown: [scene.customer.id] },
    ])
  })

  test('of one found by what another system calls it: our id, never theirs, whatever it looks like', async () => {
    const externalId = randomUUID()
    const { id } = await service.customer({ references: [{ system: 'crm', externalId }] })
    await service.do('GET', `/v1/customers/by-reference/crm/${externalId}`)
    expect(newLines()).toMatchObject([{ operation: 'getCustomerByReference', object: {}, shown: [id] }])
    expect(JSON.stringify(newLines())).not.toContain(externalId)
  })

  test('of what was searched for and not found: that it was asked', async () => {
    await service.do('GET', `/v1/customers?phone=${encodeURIComponent('+31687654321')}`)
    expect(newLines()).toMatchObject([{ operation: 'listCustomers', audit: 'read', shown: [] }])
    expect(JSON.stringify(newLines())).not.toContain('87654321')
  })

  test('before the answer leaves, so that whoever hangs up has been seen', async () => {
    const alone = logLines('error')
    const beside = await startService(service, { logger: alone.logger })
    try {
      let told = -1
      const port = await listen(beside)
      beside.app.server.prependListener('request', (_, response) => {
        const { writeHead } = response
        response.writeHead = (...head: unknown[]) => {
          told = alone.lines.length
          return Reflect.apply(writeHead, response, head)
        }
      })
      const answer = await fetch(`http://127.0.0.1:${port}/v1/customers/${scene.customer.id}`, {
        headers: { authorization: `Bearer ${service.adminKey}` },
      })
      expect([answer.status, told, alone.lines[0]?.audit]).toEqual([200, 1, 'read'])
    } finally {
      await beside.stop()
    }
  })
})

describe('what a change shows is told by its event', () => {
  const keyed = () => ({ headers: { 'idempotency-key': randomUUID() } })

  test('and what changes nothing is a read', async () => {
    const { id } = scene.customer
    const { version, name } = await service.do('GET', `/v1/customers/${id}`)
    const headers = { 'if-match': `"${version}"` }
    told = lines.length
    const same = await service.call('PATCH', `/v1/customers/${id}`, { headers, body: { name } })
    expect([same.status, same.body.version]).toEqual([200, version])
    expect(newLines()).toMatchObject([{ audit: 'read', operation: 'changeCustomer', shown: [id] }])
    told = lines.length
    await service.do('PATCH', `/v1/customers/${id}`, { headers, body: { name: 'Mevrouw Bakker' } })
    expect(newLines()).toEqual([])
  })

  test('and what is replayed is read again', async () => {
    const call = { ...keyed(), as: scene.sanne.id, body: { customerId: scene.customer.id, question: 'Why?' } }
    const { body } = await service.call('POST', '/v1/cases', call)
    expect(newLines()).toEqual([])
    await service.do('POST', '/v1/cases', call)
    expect(newLines()).toMatchObject([
      { audit: 'read', operation: 'openCase', caller: caller(scene.sanne.id), status: 201, shown: [body.id] },
    ])
  })

  test('and a secret that is shown again is a read too', async () => {
    const call = { ...keyed(), body: { name: 'a system', scopes: ['cases:read'] } }
    const { id } = await service.do('POST', '/v1/api-keys', call)
    await service.do('POST', '/v1/api-keys', call)
    expect(newLines()).toMatchObject([{ audit: 'read', operation: 'createApiKey', shown: [id] }])
  })

  test('and a refusal that is replayed is a refusal', async () => {
    const call = { ...keyed(), as: scene.sanne.id, body: { text: 'To nobody.' } }
    const url = `/v1/cases/${randomUUID()}/notes`
    for (const _ of [1, 2]) await service.call('POST', url, call)
    const refused = { audit: 'refused', operation: 'addNote', status: 404, code: 'not-found' }
    expect(newLines()).toMatchObject([refused, refused])
  })
})

describe('a refusal says who, what, which and why', () => {
  const refusals: Record<string, () => Promise<readonly [Promise<unknown>, object]>> = {
    'of nobody': async () => [
      service.call('GET', '/v1/cases', { key: null }),
      {
        status: 401,
        caller: null,
        operation: 'listCases',
        code: 'unauthenticated',
        reason: 'no bearer token',
      },
    ],
    'of a key that is none': async () => [
      service.call('GET', '/v1/cases', { key: 'eig_000000000000000000000000000000000000' }),
      { status: 401, caller: null, code: 'unauthenticated', reason: expect.any(String) },
    ],
    'of a system without the scope': async () => [
      service.call('GET', '/v1/employees', { key: await service.key('events:read') }),
      { status: 403, caller: { kind: 'system' }, operation: 'listEmployees', code: 'forbidden' },
    ],
    'of an employee without the role': async () => [
      service.call('POST', '/v1/teams', { as: scene.piet.id, body: { name: 'Mine' } }),
      { status: 403, caller: caller(scene.piet.id), operation: 'createTeam', code: 'forbidden' },
    ],
    'of what is not theirs to see': async () => {
      const kase = await scene.open({ aboutEmployeeId: scene.piet.id, callback: undefined })
      told = lines.length
      return [
        service.call('GET', `/v1/cases/${kase.id}`, { as: scene.piet.id }),
        { status: 404, caller: caller(scene.piet.id), object: { caseId: kase.id }, code: 'not-found' },
      ]
    },
    'of what is not there': async () => [
      service.call('DELETE', `/v1/api-keys/${scene.team.id}`),
      { status: 404, caller: caller(), object: { keyId: scene.team.id }, code: 'not-found' },
    ],
    'of a body that is no JSON': async () => [
      service.app.inject({
        method: 'POST',
        url: '/v1/cases',
        headers: { authorization: `Bearer ${service.adminKey}`, 'content-type': 'application/json' },
        payload: '{"question": Dijkstra',
      }),
      { status: 400, caller: caller(), operation: 'openCase', code: 'validation-failed' },
    ],
    'of a field that does not fit': async () => [
      service.call('POST', '/v1/customers', { body: { nme: 'Dijkstra' } }),
      { status: 400, caller: caller(), operation: 'createCustomer', code: 'validation-failed' },
    ],
    'of a version that is not seen': async () => [
      service.call('PATCH', `/v1/teams/${scene.team.id}`, { body: { name: 'Noord' } }),
      { status: 428, object: { teamId: scene.team.id }, code: 'version-required' },
    ],
    'of a rule': async () => {
      const kase = await scene.take()
      told = lines.length
      return [
        service.call('PATCH', `/v1/cases/${kase.id}`, {
          as: scene.sanne.id,
          headers: { 'if-match': '"1"' },
          body: { ownerId: scene.piet.id },
        }),
        { status: 409, caller: caller(scene.sanne.id), code: 'owner-is-final' },
      ]
    },
    'of an address that leads nowhere': async () => [
      service.call('GET', '/v1/Dijkstra'),
      { status: 404, caller: null, route: null, operation: null, object: {}, code: 'not-found' },
    ],
    'of a method that is none': async () => [
      service.call('DELETE', '/v1/customers'),
      { status: 405, caller: null, route: null, code: 'method-not-allowed' },
    ],
    'of an address that is none': async () => [
      service.app.inject({ method: 'GET', url: '/v1/customers/%zz' }),
      { status: 400, caller: null, code: 'validation-failed' },
    ],
    'of an address that is too long': async () => [
      service.app.inject({ method: 'GET', url: `/v1/customers/${'d'.repeat(200)}` }),
      { status: 414, caller: null, code: 'uri-too-long' },
    ],
  }

  test.each(Object.entries(refusals))('%s', async (_, prepare) => {
    const [answer, line] = await prepare()
    await answer
    const refused = newLines().at(-1)
    expect(refused).toMatchObject({ audit: 'refused', address: '127.0.0.1', requestId: expect.any(String) })
    expect(refused).toMatchObject(line)
    expect(newLines().filter(({ requestId }) => requestId === refused?.requestId)).toHaveLength(1)
    expect(JSON.stringify(newLines())).not.toMatch(/Dijkstra|d{13}|zz|eig_/)
  })
})

describe('an error of ours is logged once, and not a word of what it was about', () => {
  test('when the database refuses', async () => {
    const { sql } = service
    await sql.query('alter table topics rename column name to called')
    try {
      const answer = await service.call('GET', '/v1/topics')
      expect(answer.status).toBe(500)
      expect(newLines()).toMatchObject([
        { level: 50, requestId: answer.headers['x-request-id'], code: '42703' },
        { level: 30, requestId: answer.headers['x-request-id'], audit: 'refused', code: 'internal-error' },
      ])
    } finally {
      await sql.query('alter table topics rename column called to name')
    }
  })

  test('when the code fails', async () => {
    const broken = {
      get epochMilliseconds(): number {
        throw new RangeError('Mevrouw Dijkstra is no number', { cause: new TypeError('not Dijkstra either') })
      },
    }
    service.clock.now = broken as Temporal.Instant
    const answer = await service.call('GET', '/v1/topics', { key: await freshKey() })
    expect([answer.status, answer.text.includes('Dijkstra')]).toEqual([500, false])
    expect(newLines()).toMatchObject([
      {
        level: 50,
        requestId: answer.headers['x-request-id'],
        err: {
          type: 'RangeError',
          code: null,
          at: expect.arrayContaining([expect.stringContaining('audit.test.ts')]),
          cause: { type: 'TypeError' },
        },
      },
      { level: 30, audit: 'refused', status: 500, code: 'internal-error' },
    ])
    expect(JSON.stringify(newLines())).not.toContain('Dijkstra')
  })

  /** A key that nobody has remembered yet, so that the clock is asked. */
  async function freshKey(): Promise<string> {
    const now = service.clock.now
    service.clock.now = undefined
    const key = await service.key('cases:read')
    told = lines.length
    service.clock.now = now
    return key
  }
})

test('what is about nobody leaves no line, and neither does a service that is told to be silent', async () => {
  await service.do('GET', '/v1/organisation')
  await service.do('GET', `/v1/teams/${scene.team.id}`)
  expect(newLines()).toEqual([])
  const silent = logLines('silent')
  const beside = await startService(service, { logger: silent.logger })
  await beside.do('GET', `/v1/customers/${scene.customer.id}`)
  await beside.stop()
  expect(silent.lines).toEqual([])
})
