import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { checkAnswer } from '../support/check-answer.ts'
import { plant } from '../support/planted.ts'
import { setScene } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { sendUntilHeard } from '../support/until-heard.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)
let token: string
beforeAll(async () => {
  await service.do('PATCH', '/v1/organisation', { body: { country: 'NL' }, headers: { 'if-match': '*' } })
  token = await service.key('calls:write')
  plant(token)
})

type Fields = Readonly<Record<string, string | readonly string[]>>
type Form = 'json' | 'encoded' | 'parts'
const forms: readonly Form[] = ['json', 'encoded', 'parts']

/** A payload as a bridge would send it. */
function packed(fields: Fields, form: Form): { readonly type: string; readonly payload: string } {
  if (form === 'json') return { type: 'application/json', payload: JSON.stringify(fields) }
  const each = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : value.map((item) => [`${name}[]`, item]),
  )
  if (form === 'encoded')
    return {
      type: 'application/x-www-form-urlencoded',
      payload: new URLSearchParams(each as [string, string][]).toString(),
    }
  const parts = each.map(
    ([name, value]) => `--x7\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { type: 'multipart/form-data; boundary=x7', payload: `${parts.join('')}--x7--\r\n` }
}

/** Sends what a bridge sends: to the address alone, with no credentials beside it. */
function post(payload: string, type: string, { at = token, to = service } = {}): Promise<Answer> {
  const url = `/v1/calls/zammad/${at}`
  return sendUntilHeard('POST', { headers: { 'content-type': type } }, async ({ headers = {} }) => {
    const { statusCode, headers: told, body } = await to.app.inject({ method: 'POST', url, payload, headers })
    const answer = {
      status: statusCode,
      headers: told as Answer['headers'],
      body: body === '' ? undefined : JSON.parse(body),
      text: body,
    }
    checkAnswer(to.app, 'POST', url, answer)
    return answer
  })
}
const send = (fields: Fields, form: Form = 'json', to = service): Promise<Answer> => {
  const { type, payload } = packed(fields, form)
  return post(payload, type, { to })
}

let last = 30_000_000
const newPhone = (): string => `+316${++last}`
const digits = (phone: string): string => phone.slice(1)

/** The people of the documentation’s payloads, with their customer and an open question. */
async function setBridge() {
  const scene = await setScene(service)
  const phone = newPhone()
  const n = last
  const name = async (id: string, fields: object) =>
    service.do('PATCH', `/v1/employees/${id}`, { body: fields, headers: { 'if-match': '*' } })
  const emma = { extension: `e${n}`, email: `emma${n}@example.org`, name: `Emma Taylor ${n}` }
  const miller = { extension: `m${n}`, email: `miller${n}@example.org`, name: `Christopher Miller ${n}` }
  await name(scene.sanne.id, emma)
  await name(scene.piet.id, miller)
  const customer = await service.customer({ phone, teamId: scene.team.id })
  const kase = await scene.take({ customerId: customer.id })
  return { ...scene, phone, emma, miller, customer, kase }
}
type Bridge = Awaited<ReturnType<typeof setBridge>>

/** The payloads of Zammad’s documentation, with our people and numbers in them. */
const inbound = ({ phone, emma, miller }: Bridge, callId: string = randomUUID()): readonly Fields[] => {
  const of = { from: digits(phone), to: '492214710334', direction: 'in', callId }
  return [
    { event: 'newCall', ...of, user: [miller.name, emma.name], queue: 'support' },
    { event: 'answer', ...of, user: emma.name, answeringNumber: emma.email },
    { event: 'hangup', ...of, user: emma.name, answeringNumber: emma.email, cause: 'normalClearing' },
  ]
}
const outbound = ({ phone, emma }: Bridge, callId: string = randomUUID()): readonly Fields[] => {
  const of = { from: '493023125741', to: digits(phone), direction: 'out', callId }
  return [
    { event: 'newCall', ...of, user: emma.name },
    { event: 'answer', ...of },
    { event: 'hangup', ...of, user: emma.name, cause: 'normalClearing' },
  ]
}

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const
const contactsOf = async (caseId: string): Promise<Answer['body'][]> =>
  (await service.do('GET', `/v1/cases/${caseId}/contacts?limit=200`)).data.slice(1)
const show = (kase: { id: string }) => service.do('GET', `/v1/cases/${kase.id}`)
/** What became of a call, in a few words. */
const told = ({ direction, outcome, employeeId, byOwner }: Answer['body']) => [
  direction,
  outcome,
  employeeId,
  byOwner,
]

describe.each(forms)('a bridge that sends %s', (form) => {
  test('has every call of the documentation recorded, in all orders and twice each', async () => {
    const bridge = await setBridge()
    const { kase, sanne } = bridge
    for (const order of orders)
      for (const payloads of [inbound(bridge), outbound(bridge)])
        for (const at of [...order, ...order]) {
          const { status, body } = await send(payloads[at] ?? {}, form)
          expect([order, at, status, body.code]).toEqual([order, at, 200, undefined])
        }
    const contacts = (await contactsOf(kase.id)).map(told)
    expect(contacts.filter(([direction]) => direction === 'inbound')).toEqual(
      Array(6).fill(['inbound', 'reached', sanne.id, true]),
    )
    expect(contacts.filter(([direction]) => direction === 'outbound')).toEqual(
      Array(6).fill(['outbound', 'reached', sanne.id, true]),
    )
    expect(await show(kase)).toMatchObject({ chases: 0, faces: 1 })
    expect((await service.do('GET', `/v1/cases?customerId=${bridge.customer.id}`)).data.length).toBe(1)
  })

  test('is told to dial the owner of whoever calls, and nothing otherwise', async () => {
    const bridge = await setBridge()
    const [ring = {}, answer = {}, hangup = {}] = inbound(bridge)
    expect((await send(ring, form)).body).toEqual({
      action: 'dial',
      number: bridge.emma.extension,
      caller_id: digits(bridge.phone),
    })
    const stranger = { ...ring, callId: randomUUID(), from: digits(newPhone()) }
    const hidden = { ...ring, callId: randomUUID(), from: 'anonymous' }
    for (const payload of [answer, hangup, stranger, hidden, ...outbound(bridge)])
      expect((await send(payload, form)).body).toEqual({})
  })
})

test('who answered is known by extension, by e-mail or by a name that only one has', async () => {
  const bridge = await setBridge()
  const { kase, miller, piet, team } = bridge
  const answer = async (fields: Fields) => {
    const [, payload = {}] = inbound(bridge)
    const { user: _, answeringNumber: __, ...rest } = payload
    await send({ ...rest, ...fields })
    return (await contactsOf(kase.id)).at(-1).employeeId
  }
  expect(await answer({ answeringNumber: miller.extension })).toBe(piet.id)
  expect(await answer({ answeringNumber: miller.email.toUpperCase() })).toBe(piet.id)
  expect(await answer({ user: miller.name })).toBe(piet.id)
  expect(await answer({ 'user[]': [miller.name] })).toBe(piet.id)
  expect(await answer({ user: [miller.name, bridge.emma.name] })).toBeNull()
  expect(await answer({})).toBeNull()
  await service.employee({ teamId: team.id, name: miller.name, extension: null })
  expect(await answer({ user: miller.name })).toBeNull()
})

test('who answered on a direct number is who has it', async () => {
  const { phone, kase, sanne } = await setBridge()
  await service.do('PATCH', `/v1/employees/${sanne.id}`, {
    body: { phone: '+31201234007' },
    headers: { 'if-match': '*' },
  })
  const of = { from: digits(phone), to: '31201230000', direction: 'in', callId: randomUUID() }
  await send({ ...of, event: 'newCall' })
  await send({ ...of, event: 'answer', user: 'Zentrale', answeringNumber: '31201234007' })
  expect((await contactsOf(kase.id)).at(-1)).toMatchObject({ outcome: 'reached', employeeId: sanne.id })
})

test('why a call ended tells nothing of whether it was answered; that a number was busy is kept', async () => {
  const bridge = await setBridge()
  const { kase, emma } = bridge
  const causes = [
    'normalClearing',
    'busy',
    'cancel',
    'noAnswer',
    'congestion',
    'notFound',
    'forwarded',
    'of their own',
  ]
  for (const cause of causes) {
    const [, , hangup = {}] = inbound(bridge)
    await send({ ...hangup, cause })
    expect([cause, (await contactsOf(kase.id)).at(-1).outcome]).toEqual([cause, 'missed'])
  }
  for (const cause of causes) {
    const [, , hangup = {}] = outbound(bridge)
    await send({ ...hangup, user: emma.name, cause })
    const outcome = cause === 'busy' ? 'busy' : 'no-answer'
    expect([cause, (await contactsOf(kase.id)).at(-1).outcome]).toEqual([cause, outcome])
  }
  expect((await show(kase)).chases).toBe(causes.length)
})

test('numbers may be numbers, and fields of the bridge’s own are no mistake', async () => {
  const { phone, kase } = await setBridge()
  const payload = JSON.stringify({
    event: 'hangup',
    from: Number(digits(phone)),
    to: 31207654321,
    direction: 'in',
    callId: ++last,
    answeringNumber: 42,
    diversion: { reason: 'unconditional' },
    caseId: kase.id,
    secret: null,
  })
  expect((await post(payload, 'application/json')).status).toBe(200)
  expect((await contactsOf(kase.id)).map(({ outcome }) => outcome)).toEqual(['missed'])
})

test('null is absent, and what is no number loses no call', async () => {
  const { phone, kase } = await setBridge()
  const good = { event: 'hangup', from: digits(phone), to: '31207654321', direction: 'in' }
  const absent = ['user', 'user[]', 'answeringNumber', 'cause', 'to', 'queue']
  for (const field of absent) {
    const payload = JSON.stringify({ ...good, callId: randomUUID(), [field]: null })
    expect([field, (await post(payload, 'application/json')).status]).toEqual([field, 200])
  }
  const users = JSON.stringify({ ...good, callId: randomUUID(), user: [null], 'user[]': [null, ''] })
  expect((await post(users, 'application/json')).status).toBe(200)
  expect((await show(kase)).chases).toBe(absent.length + 1)
  for (const from of [
    null,
    undefined,
    '',
    'onbekend',
    'null',
    '266696687',
    'Unbekannt',
    'anonymous@sip',
    0,
  ]) {
    const payload = JSON.stringify({ ...good, callId: randomUUID(), from })
    const { status, body } = await post(payload, 'application/json')
    expect([from, status, body]).toEqual([from, 200, {}])
  }
  expect((await show(kase)).chases).toBe(absent.length + 1)
})

test('a call without an id is refused in words, and an id is kept to the letter', async () => {
  const { phone, kase } = await setBridge()
  const form = (fields: Record<string, string>) =>
    post(
      new URLSearchParams({
        event: 'hangup',
        from: digits(phone),
        to: '1',
        direction: 'in',
        ...fields,
      }).toString(),
      'application/x-www-form-urlencoded',
    )
  expect(await form({})).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '#/callId', message: 'is needed' }] },
  })
  expect((await form({ callId: ' ' })).status).toBe(400)
  const callId = randomUUID()
  for (const each of [callId, ` ${callId}`, `${callId} `, callId]) await form({ callId: each })
  expect((await show(kase)).chases).toBe(3)
})

test('many calls at once, their events in any order and twice, on two instances, are what they would be one by one', async () => {
  const both = [service, beside]
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(
        Array.from({ length: 8 * 3 * 2 }, (_, n) => n),
        { minLength: 8 * 3 * 2 },
      ),
      fc.array(fc.constantFrom(...forms), { minLength: 48, maxLength: 48 }),
      async (shuffled, how) => {
        const bridge = await setBridge()
        const payloads = Array.from({ length: 8 }, (_, n) =>
          n % 2 === 0 ? inbound(bridge) : outbound(bridge),
        ).flat()
        const answers = await atOnce(shuffled, (n) => send(payloads[n % 24] ?? {}, how[n], both[n % 2]), 48)
        expect(answers.map(({ status }) => status)).toEqual(Array(48).fill(200))
        const contacts = (await contactsOf(bridge.kase.id)).map(({ direction, outcome, employeeId }) => [
          direction,
          outcome,
          employeeId,
        ])
        expect(contacts.sort()).toEqual([
          ...Array(4).fill(['inbound', 'reached', bridge.sanne.id]),
          ...Array(4).fill(['outbound', 'reached', bridge.sanne.id]),
        ])
        expect(await show(bridge.kase)).toMatchObject({ chases: 0, faces: 1 })
        expect((await service.do('GET', `/v1/cases?customerId=${bridge.customer.id}`)).data.length).toBe(1)
      },
    ),
    { seed: 20_261_122, numRuns: 8 },
  )
})

test('fifty times the same event at once is one contact, and one chase where nobody answered', async () => {
  const bridge = await setBridge()
  const [, , hangup = {}] = inbound(bridge)
  const answers = await atOnce([service, beside], (to, n) => send(hangup, forms[n % 3], to))
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
  expect((await contactsOf(bridge.kase.id)).length).toBe(1)
  expect((await show(bridge.kase)).chases).toBe(1)
})

test('fifty missed calls at once from a number that nobody has are one customer and one case', async () => {
  const phone = newPhone()
  const answers = await atOnce([service, beside], (to) =>
    to.call('POST', '/v1/calls', {
      key: token,
      body: { callId: randomUUID(), event: 'ended', direction: 'inbound', from: phone, to: '204' },
    }),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
  const [customer, ...others] = (await service.do('GET', `/v1/callers?phone=${encodeURIComponent(phone)}`))
    .candidates
  expect(others).toEqual([])
  const { data } = await service.do('GET', `/v1/cases?customerId=${customer.id}`)
  expect(data).toMatchObject([{ chases: 49, status: 'open' }])
  expect((await service.do('GET', `/v1/cases/${data[0].id}/contacts?limit=200`)).data.length).toBe(50)
})

describe('the address', () => {
  test('is the key: another one, one without the scope and one that was revoked lead nowhere', async () => {
    const [ring = {}] = inbound(await setBridge())
    const other = await service.key('cases:write', 'customers:write')
    const { key: ended, id } = await service.do('POST', '/v1/api-keys', {
      body: { name: 'old', scopes: ['calls:write'] },
    })
    await service.call('DELETE', `/v1/api-keys/${id}`)
    plant(other, ended)
    const { type, payload } = packed(ring, 'json')
    for (const at of ['none', other, ended, `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`]) {
      const { status, body, text } = await post(payload, type, { at })
      expect([status, body.code, body.detail]).toEqual([404, 'not-found', 'Nothing has this address.'])
      expect(text).not.toContain(at === 'none' ? '/none' : at)
      expect(body.instance).toMatch(/^\/v1\/calls\/zammad\/%E2%80%A6#/)
    }
    expect((await post(payload, type)).status).toBe(200)
    const credentials = { authorization: `Bearer ${service.adminKey}`, 'content-type': type }
    const unasked = await service.app.inject({
      method: 'POST',
      url: '/v1/calls/zammad/none',
      payload,
      headers: credentials,
    })
    expect(unasked.statusCode).toBe(404)
  })

  test('that is longer than any, and other methods, are refused like anywhere', async () => {
    const long = await service.app.inject({
      method: 'POST',
      url: `/v1/calls/zammad/${'x'.repeat(200)}`,
      payload: {},
    })
    expect(long.statusCode).toBe(414)
    const read = await service.app.inject({ method: 'GET', url: `/v1/calls/zammad/${token}` })
    expect([read.statusCode, read.headers.allow]).toEqual([405, 'POST'])
  })

  test('is counted as its key is, and says so', async () => {
    const { key, id } = await service.do('POST', '/v1/api-keys', {
      body: { name: 'a bridge', scopes: ['calls:write'] },
    })
    plant(key)
    const [ring = {}] = inbound(await setBridge())
    const { type, payload } = packed(ring, 'json')
    const { headers } = await post(payload, type, { at: key })
    expect(headers.ratelimit).toMatch(/^"default";r=\d+;t=\d+$/)
    await expect
      .poll(
        async () =>
          (await service.sql.query('select last_used_at from api_keys where id = $1', [id])).rows[0]
            .last_used_at,
      )
      .not.toBeNull()
    service.clock.now = Temporal.Now.instant()
    const few = await startService(service, { rateLimits: { systems: 1, employees: 1 } })
    const answers = [
      await post(payload, type, { at: key, to: few }),
      await post(payload, type, { at: key, to: few }),
    ]
    expect(answers.map(({ status }) => status)).toContain(429)
    service.clock.now = undefined
    await few.stop()
  })

  test('is kept nowhere, also where a refusal is', async () => {
    const [ring = {}] = inbound(await setBridge())
    const { type, payload } = packed({ ...ring, event: 'held' }, 'json')
    const url = `/v1/calls/zammad/${token}`
    const headers = { 'content-type': type, 'idempotency-key': randomUUID() }
    expect((await service.app.inject({ method: 'POST', url, payload, headers })).statusCode).toBe(400)
    await send(ring)
    const again = packed({ ...ring, direction: 'out', to: String(ring.from) }, 'json')
    expect(
      (await service.app.inject({ method: 'POST', url, payload: again.payload, headers })).statusCode,
    ).toBe(422)
    const { rows } = await service.sql.query('select body from idempotency_keys')
    expect(rows.length).toBeGreaterThan(0)
    for (const { body } of rows) expect(String(body)).not.toContain(token)
  })
})

describe('a form', () => {
  const good = 'event=hangup&from=anonymous&to=204&direction=in&callId='
  const encoded = 'application/x-www-form-urlencoded'
  const parts = 'multipart/form-data; boundary=x7'

  test('is read to the letter: what is broken, said twice or no text is refused', async () => {
    const part = (name: string, more = '') =>
      `--x7\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\nx\r\n`
    for (const [payload, type] of [
      [`${good}a&from=b`, encoded],
      [`${good}%ff`, encoded],
      [`${good}%`, encoded],
      [`${good}%00`, encoded],
      [`${good}a&__proto__=b`, encoded],
      [`${good}a&constructor=b`, encoded],
      [`${good}a${'&b=c'.repeat(300)}`, encoded],
      ['', encoded],
      [`${part('event')}--x7`, parts],
      ['nothing', parts],
      [part('event'), 'multipart/form-data'],
      [`${part('event', '; filename="a.txt"')}--x7--\r\n`, parts],
    ] as const) {
      const { status, body } = await post(payload, type)
      expect([payload.slice(0, 90), status, body.code]).toEqual([
        payload.slice(0, 90),
        400,
        'validation-failed',
      ])
    }
    expect((await post(`${good}${randomUUID()}`, encoded)).status).toBe(200)
  })

  test('is UTF-8, of 256 KiB at most, and of no other type', async () => {
    expect((await post(`${good}a`, `${encoded}; charset=latin1`)).body.code).toBe('unsupported-media-type')
    expect((await post('<event/>', 'application/xml')).body.code).toBe('unsupported-media-type')
    expect((await post(`${good}${'a'.repeat(256 * 1024)}`, encoded)).body.code).toBe('payload-too-large')
  })

  test('is for this address alone', async () => {
    for (const type of [encoded, parts]) {
      const headers = { authorization: `Bearer ${service.adminKey}`, 'content-type': type }
      for (const url of ['/v1/calls', '/v1/cases', '/v1/customers'])
        expect((await service.app.inject({ method: 'POST', url, payload: good, headers })).statusCode).toBe(
          415,
        )
    }
  })
})
