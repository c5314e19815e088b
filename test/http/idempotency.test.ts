import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { expectInvariants } from '../support/invariants.ts'
import { outbound, setScene } from '../support/scene.ts'
import type { Answer, Call } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)
afterEach(async () => {
  service.clock.now = undefined
  await expectInvariants(service)
})

const keyed = (key: string, call: Call = {}): Call => ({
  ...call,
  headers: { ...call.headers, 'idempotency-key': key },
})

const count = async (query: string, ...values: unknown[]): Promise<number> =>
  (await service.sql.query(`select count(*)::int as n from ${query}`, values)).rows[0].n

/** A body in JSON, written just so. */
const asText = (body: string, as: string): Call => ({
  as,
  body,
  headers: { 'content-type': 'application/json' },
})

const isReplay = ({ headers }: Answer): boolean => headers['idempotent-replayed'] === 'true'

describe('the first answer is replayed byte for byte', () => {
  test('of a request that opened a case: one effect, the same status, headers and body', async () => {
    const { sanne, customer } = await setScene(service)
    const key = randomUUID()
    const call = keyed(key, { as: sanne.id, body: { customerId: customer.id, question: 'Why twice?' } })
    const first = await service.call('POST', '/v1/cases', call)
    expect([first.status, isReplay(first)]).toEqual([201, false])
    await service.do('POST', `/v1/cases/${first.body.id}/notes`, {
      as: sanne.id,
      body: { text: 'Meanwhile.' },
    })
    for (const instance of [service, beside, service]) {
      const again = await instance.call('POST', '/v1/cases', call)
      expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true])
      for (const header of ['etag', 'location', 'content-type'])
        expect(again.headers[header]).toBe(first.headers[header])
    }
    expect(await count('cases where customer_id = $1', customer.id)).toBe(1)
  })

  test('of a refusal, also when it would be no refusal any more', async () => {
    const { sanne, take, resolved } = await setScene(service)
    const kase = await resolved()
    const resolve = keyed(randomUUID(), {
      as: sanne.id,
      body: { outcome: 'answered', summary: 'Told.', contact: outbound },
    })
    const refused = await service.call('POST', `/v1/cases/${kase.id}/resolve`, resolve)
    expect([refused.status, refused.body.code, isReplay(refused)]).toEqual([409, 'case-is-resolved', false])
    await service.do('POST', `/v1/cases/${kase.id}/reopen`, { as: sanne.id, body: {} })
    const again = await beside.call('POST', `/v1/cases/${kase.id}/resolve`, resolve)
    expect([again.status, again.text, isReplay(again)]).toEqual([409, refused.text, true])

    const open = await take()
    const untold = keyed(randomUUID(), { as: sanne.id, body: { outcome: 'answered', summary: 'Told.' } })
    const first = await service.call('POST', `/v1/cases/${open.id}/resolve`, untold)
    expect([first.status, first.body.code]).toEqual([422, 'customer-not-told'])
    const second = await beside.call('POST', `/v1/cases/${open.id}/resolve`, untold)
    expect([second.status, second.text, isReplay(second)]).toEqual([422, first.text, true])
  })

  test('to a stand-in whose time is over, who may no longer ask for it', async () => {
    const { sanne, piet, take } = await setScene(service)
    const { callback } = await take()
    const now = Temporal.Now.instant()
    const [from, until] = [now.subtract({ minutes: 5 }), now.add({ hours: 1 })]
    await coverAbsence(service, { owner: sanne.id, by: piet.id, from: `${from}`, until: `${until}` })
    const call = keyed(randomUUID(), { as: piet.id, body: { outcome: 'no-answer' } })
    const url = `/v1/callbacks/${callback.id}/attempts`
    const first = await service.call('POST', url, call)
    expect([first.status, isReplay(first)]).toEqual([201, false])
    service.clock.now = now.add({ hours: 2 })
    for (const instance of [service, beside]) {
      const again = await instance.call('POST', url, call)
      expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true])
    }
    const another = await service.call('POST', url, keyed(randomUUID(), { as: piet.id, body: call.body }))
    expect([another.status, another.body.code]).toEqual([403, 'only-the-owner'])
  })

  test('of a refusal that found nothing', async () => {
    const { sanne } = await setScene(service)
    const call = keyed(randomUUID(), { as: sanne.id, body: { text: 'To nobody.' } })
    const url = `/v1/cases/${randomUUID()}/notes`
    const first = await service.call('POST', url, call)
    const again = await service.call('POST', url, call)
    expect([first.status, again.status, again.text, isReplay(again)]).toEqual([404, 404, first.text, true])
  })

  test('but not of a request that was not well formed: corrected, the key may be used', async () => {
    const { sanne, take } = await setScene(service)
    const { id } = await take()
    const key = randomUUID()
    const url = `/v1/cases/${id}/notes`
    expect((await service.call('POST', url, keyed(key, { as: sanne.id, body: { txt: 'x' } }))).status).toBe(
      400,
    )
    expect((await service.call('POST', url, keyed(key, { as: sanne.id, body: { text: 'x' } }))).status).toBe(
      201,
    )
  })

  test('for 24 hours, and then the key is free', async () => {
    const { sanne, take } = await setScene(service)
    const { id } = await take()
    const now = Temporal.Now.instant()
    const call = keyed(randomUUID(), { as: sanne.id, body: { text: 'Once a day.' } })
    const send = async (hours: number, milliseconds = 0) => {
      service.clock.now = now.add({ hours }).add({ milliseconds })
      return service.call('POST', `/v1/cases/${id}/notes`, call)
    }
    const first = await send(0)
    expect((await send(24, -1)).text).toBe(first.text)
    const second = await send(24)
    expect([second.status, isReplay(second)]).toEqual([201, false])
    expect(second.text).not.toBe(first.text)
    expect((await send(48, -1)).text).toBe(second.text)
    expect(await count('notes where case_id = $1', id)).toBe(2)
  })

  test('for 24 hours, a refusal as well', async () => {
    const { sanne, resolved } = await setScene(service)
    const { id } = await resolved()
    const now = Temporal.Now.instant()
    const call = keyed(randomUUID(), {
      as: sanne.id,
      body: { outcome: 'answered', summary: 'Told.', contact: outbound },
    })
    const url = `/v1/cases/${id}/resolve`
    const first = await service.call('POST', url, call)
    expect(first.status).toBe(409)
    service.clock.now = now.add({ hours: 25 })
    const second = await service.call('POST', url, call)
    expect([second.status, isReplay(second)]).toEqual([409, false])
    const third = await service.call('POST', url, call)
    expect([third.text, isReplay(third)]).toEqual([second.text, true])
  })
})

describe('a key belongs to one request of one caller', () => {
  test('which it is however its JSON is written: the order of members and blanks say nothing', async () => {
    const { sanne, customer } = await setScene(service)
    const key = randomUUID()
    const body = {
      customerId: customer.id,
      question: 'Why?',
      callback: { channel: 'phone', to: '0612345678' },
    }
    const first = await service.call('POST', '/v1/cases', keyed(key, { as: sanne.id, body }))
    expect(first.status).toBe(201)
    const { callback, question, customerId } = body
    const turned = { callback: { to: callback.to, channel: callback.channel }, question, customerId }
    for (const text of [
      JSON.stringify(turned),
      JSON.stringify(body, null, 2),
      `\n ${JSON.stringify(turned)} `,
    ]) {
      const again = await beside.call('POST', '/v1/cases', keyed(key, asText(text, sanne.id)))
      expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true])
    }
    const escaped = JSON.stringify(body).replace('Why?', '\\u0057hy?')
    expect((await service.call('POST', '/v1/cases', keyed(key, asText(escaped, sanne.id)))).status).toBe(201)
    const other = { ...body, callback: { ...callback, to: '0612345679' } }
    const refused = await service.call('POST', '/v1/cases', keyed(key, { as: sanne.id, body: other }))
    expect([refused.status, refused.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  test('which says nothing of a field, or holds a list, whose order says something', async () => {
    const { id: teamId } = await service.team()
    const key = randomUUID()
    const points = ['a@example.org', 'b@example.org'].map((address) => ({ channel: 'email', address }))
    const body = (otherContactPoints: object) => ({ name: 'Jansen', email: null, teamId, otherContactPoints })
    const make = (points: object) => service.call('POST', '/v1/customers', keyed(key, { body: body(points) }))
    const first = await make(points)
    expect(first.status).toBe(201)
    expect(isReplay(await make(points))).toBe(true)
    expect((await make(points.toReversed())).body.code).toBe('idempotency-key-reused')
  })

  test('which is no JSON: a file of another one is another request', async () => {
    const key = randomUUID()
    const load = (body: string) =>
      service.call('POST', '/v1/imports?kind=customers', {
        body,
        headers: { 'content-type': 'text/csv', 'idempotency-key': key },
      })
    const first = await load('name,phone\nJansen,+31612340001\n')
    expect([first.status, first.body.kind]).toEqual([202, 'customers'])
    expect(isReplay(await load('name,phone\nJansen,+31612340001\n'))).toBe(true)
    expect((await load('name,phone\nSmit,+31612340002\n')).body.code).toBe('idempotency-key-reused')
  })

  test.each([false, true])('the keys of one rotation are one caller, for an employee: %s', async (acts) => {
    const { sanne, customer } = await setScene(service)
    const first = await service.do('POST', '/v1/api-keys', {
      body: { name: `Bridge ${randomUUID()}`, scopes: ['cases:write', 'employees:act'] },
    })
    const call = keyed(randomUUID(), {
      ...(acts ? { as: sanne.id } : {}),
      body: { customerId: customer.id, question: 'Why?' },
    })
    const open = (key: string) => beside.call('POST', '/v1/cases', { ...call, key })
    const opened = await open(first.key)
    expect(opened.status).toBe(201)
    let last = first
    for (let n = 0; n < 3; n++) {
      last = await service.do('POST', `/v1/api-keys/${last.id}/rotate`, { body: { overlap: 'PT1H' } })
      const again = await open(last.key)
      expect([again.status, again.text, isReplay(again)]).toEqual([201, opened.text, true])
    }
    const before = await open(first.key)
    expect([before.status, before.text, isReplay(before)]).toEqual([201, opened.text, true])
    const stranger = await open(await service.key('cases:write', 'employees:act'))
    expect([stranger.status, isReplay(stranger)]).toEqual([201, false])
  })

  test('with another body, path or query it answers 422 and does nothing', async () => {
    const { sanne, take } = await setScene(service)
    const [kase, other] = [await take(), await take()]
    const key = randomUUID()
    const url = `/v1/cases/${kase.id}/notes`
    await service.do('POST', url, keyed(key, { as: sanne.id, body: { text: 'One.' } }))
    for (const [to, body] of [
      [url, { text: 'Two.' }],
      [url, { text: 'One. ' }],
      [`/v1/cases/${other.id}/notes`, { text: 'One.' }],
      [`/v1/cases/${kase.id}/reopen`, {}],
    ] as const) {
      const answer = await beside.call('POST', to, keyed(key, { as: sanne.id, body }))
      expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-reused'])
    }
    expect(
      (await service.call('POST', url, keyed(key, { as: sanne.id, body: { text: 'One.' } }))).status,
    ).toBe(201)
    expect(await count('notes where case_id = any($1)', [kase.id, other.id])).toBe(1)
  })

  test('of other callers it says nothing', async () => {
    const { sanne, piet, take } = await setScene(service)
    const { id } = await take()
    const key = randomUUID()
    const system = await service.key('cases:write', 'employees:act')
    const body = { text: 'The same words.' }
    const callers: Call[] = [
      { as: sanne.id },
      { as: piet.id },
      {},
      { key: system },
      { key: system, as: sanne.id },
    ]
    const texts = new Set<string>()
    for (const caller of callers) {
      const answer = await service.call('POST', `/v1/cases/${id}/notes`, keyed(key, { ...caller, body }))
      expect([answer.status, isReplay(answer)]).toEqual([201, false])
      texts.add(answer.text)
    }
    expect(texts.size).toBe(callers.length)
  })
})

describe('a key is 1 to 255 printable characters', () => {
  test.each([
    ['one', 'k', 201],
    ['255', 'k'.repeat(255), 201],
    [
      'all that can be printed',
      Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n))
        .join('')
        .trim(),
      201,
    ],
    ['none', '', 400],
    ['256', 'k'.repeat(256), 400],
    ['a letter with an accent', 'clé', 400],
    ['a tab', 'a\tb', 400],
    ['a delete', 'a\x7fb', 400],
  ])('%s', async (_, key, status) => {
    const { sanne, take } = await setScene(service)
    const { id } = await take()
    const answer = await service.call(
      'POST',
      `/v1/cases/${id}/notes`,
      keyed(key, { as: sanne.id, body: { text: 'x' } }),
    )
    expect(answer.status).toBe(status)
    if (status === 400) {
      expect(answer.body).toMatchObject({ code: 'validation-failed' })
      expect(answer.body.detail).toContain('Idempotency-Key')
    }
    expect(await count('notes where case_id = $1', id)).toBe(status === 201 ? 1 : 0)
  })
})

test('one key two hundred times at once, in two instances: one effect, and everybody gets the first answer in the end', async () => {
  const { sanne, customer } = await setScene(service)
  const call = keyed(randomUUID(), {
    as: sanne.id,
    body: { customerId: customer.id, question: 'Why twice?' },
  })
  const send = async (n: number): Promise<Answer> =>
    (n % 2 ? beside : service).call('POST', '/v1/cases', call)
  const answers = await atOnce([service], (_, n) => send(n), 200)
  for (const { status, body } of answers)
    if (status !== 201) expect([status, body.code]).toEqual([409, 'idempotency-key-in-use'])
  expect(
    answers.filter(({ status }) => status === 409).every(({ headers }) => headers['retry-after'] === '1'),
  ).toBe(true)
  const done = answers.filter(({ status }) => status === 201)
  const [first] = done.filter((answer) => !isReplay(answer))
  expect(done.filter((answer) => !isReplay(answer))).toHaveLength(1)
  const retried = await Promise.all(answers.map(({ status }, n) => (status === 409 ? send(n) : undefined)))
  for (const answer of [...done, ...retried])
    if (answer) expect([answer.status, answer.text]).toEqual([201, first?.text])
  expect(retried.every((answer) => !answer || isReplay(answer))).toBe(true)
  expect(await count('cases where customer_id = $1', customer.id)).toBe(1)
})

test('one key fifty times at once for something that is refused: one refusal for all', async () => {
  const { sanne, resolved } = await setScene(service)
  const { id } = await resolved()
  const call = keyed(randomUUID(), {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Told.', contact: outbound },
  })
  const send = (n: number) => (n % 2 ? beside : service).call('POST', `/v1/cases/${id}/resolve`, call)
  const answers = await atOnce([service], (_, n) => send(n))
  const refused = answers.filter(({ body }) => body.code === 'case-is-resolved')
  expect(
    answers.filter(({ body }) => !/^(case-is-resolved|idempotency-key-in-use)$/.test(body.code)),
  ).toEqual([])
  expect(new Set(refused.map(({ text }) => text)).size).toBe(1)
})

test('fifty keys at once for one promise: one of them keeps it, and each key replays what it heard', async () => {
  const { sanne, take } = await setScene(service)
  const kase = await take()
  const calls = Array.from({ length: 50 }, () =>
    keyed(randomUUID(), {
      as: sanne.id,
      body: { outcome: 'reached', summary: 'Told.', then: { resolve: { outcome: 'answered' } } },
    }),
  )
  const url = `/v1/callbacks/${kase.callback.id}/attempts`
  const send = (call: Call, n: number) => (n % 2 ? beside : service).call('POST', url, call)
  const answers = await atOnce(calls, send)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(
    answers.filter(({ status }) => status !== 201).every(({ body }) => body.code === 'callback-is-closed'),
  ).toBe(true)
  const again = await atOnce(calls, (call, n) => send(call, n + 1))
  expect(again.map(({ text }) => text)).toEqual(answers.map(({ text }) => text))
})

describe('while the first hangs', () => {
  /** Holds a row as a slow transaction would, while `during` runs. */
  async function holding<T>(caseId: string, during: () => Promise<T>): Promise<T> {
    await service.sql.query('begin')
    await service.sql.query('select from cases where id = $1 for update', [caseId])
    try {
      return await during()
    } finally {
      await service.sql.query('rollback')
    }
  }

  test('the second waits for its answer, in any instance, and replays it', async () => {
    const { sanne, take } = await setScene(service)
    const { id } = await take()
    const call = keyed(randomUUID(), { as: sanne.id, body: { text: 'Slowly.' } })
    const url = `/v1/cases/${id}/notes`
    const running = await holding(id, async () => {
      const first = service.call('POST', url, call)
      await untilWaiting()
      const others = [service, beside].map((instance) => instance.call('POST', url, call))
      await sleep(300)
      return { first, others }
    })
    // All wait for the same case, and whichever goes on first is the first one.
    const answers = await Promise.all([running.first, ...running.others])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers.filter((answer) => !isReplay(answer))).toHaveLength(1)
    expect(await count('notes where case_id = $1', id)).toBe(1)
  })

  test('for longer than two seconds, the second hears so, and gets the answer another time', async () => {
    const { sanne, take } = await setScene(service)
    const { id } = await take()
    const key = randomUUID()
    const call = keyed(key, { as: sanne.id, body: { text: 'Very slowly.' } })
    const url = `/v1/cases/${id}/notes`
    await service.sql.query('begin')
    // What the first request with the key holds while it runs.
    await service.sql.query(
      `select pg_advisory_xact_lock(hashtextextended(id::text || ' for ' || $1 || ' ' || $2, 7))
       from api_keys where replaces_id is null`,
      [sanne.id, key],
    )
    const began = performance.now()
    const second = await beside.call('POST', url, call)
    expect([second.status, second.body.code]).toEqual([409, 'idempotency-key-in-use'])
    expect(second.headers['retry-after']).toBe('1')
    expect(performance.now() - began).toBeGreaterThan(1900)
    expect(performance.now() - began).toBeLessThan(10_000)
    await service.sql.query('rollback')
    const third = await beside.call('POST', url, call)
    expect([third.status, isReplay(third)]).toEqual([201, false])
  })

  test('and comes to nothing, the second does it', async () => {
    const { sanne, take } = await setScene(service)
    const { id } = await take()
    const key = randomUUID()
    const call = keyed(key, { as: sanne.id, body: { text: 'In its place.' } })
    await service.sql.query('begin')
    await service.sql.query(
      `select pg_advisory_xact_lock(hashtextextended(id::text || ' for ' || $1 || ' ' || $2, 7))
       from api_keys where replaces_id is null`,
      [sanne.id, key],
    )
    const second = service.call('POST', `/v1/cases/${id}/notes`, call)
    await sleep(300)
    await service.sql.query('rollback')
    const answer = await second
    expect([answer.status, isReplay(answer)]).toEqual([201, false])
    expect(await count('notes where case_id = $1', id)).toBe(1)
  })

  test('what has been answered is replayed at once, whoever holds the case', async () => {
    const { sanne, take } = await setScene(service)
    const { id } = await take()
    const call = keyed(randomUUID(), { as: sanne.id, body: { text: 'Quickly.' } })
    const first = await service.call('POST', `/v1/cases/${id}/notes`, call)
    await holding(id, async () => {
      const began = performance.now()
      const again = await service.call('POST', `/v1/cases/${id}/notes`, call)
      expect([again.text, isReplay(again)]).toEqual([first.text, true])
      expect(performance.now() - began).toBeLessThan(700)
    })
  })

  test('and gives up: nothing is kept of it, and the key is free', async () => {
    const { sanne, take } = await setScene(service)
    const { id } = await take()
    const call = keyed(randomUUID(), { as: sanne.id, body: { text: 'Too slowly.' } })
    const late = await holding(id, () => service.call('POST', `/v1/cases/${id}/notes`, call))
    expect([late.status, late.body.code]).toEqual([503, 'overloaded'])
    expect(late.headers['retry-after']).toBe('1')
    const again = await service.call('POST', `/v1/cases/${id}/notes`, call)
    expect([again.status, isReplay(again)]).toEqual([201, false])
    expect(await count('notes where case_id = $1', id)).toBe(1)
  })

  async function untilWaiting(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const waiting = await count(`pg_locks where not granted and locktype in ('transactionid', 'tuple')`)
      if (waiting > 0) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    throw new Error('nobody waits')
  }
})

describe('of a customer who has a link', () => {
  test('thanks are recorded once, however often they are sent with one key', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const { tracking } = await service.do('GET', `/v1/cases/${kase.id}/links`)
    const url = `/v1/tracking/${tracking.url.split('/').at(-1)}/callback`
    const key = randomUUID()
    const thank = keyed(key, { key: null, body: { thanks: true } })
    const answers = await atOnce([service, beside], (each) => each.call('POST', url, thank), 10)
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(answers.filter(isReplay)).toHaveLength(9)
    expect(await count('contacts where case_id = $1 and thanks', kase.id)).toBe(1)
    const other = await service.call('POST', url, keyed(key, { key: null, body: { notNeeded: true } }))
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    // Whoever has another link is somebody else.
    const { tracking: theirs } = await service.do('GET', `/v1/cases/${(await take()).id}/links`)
    const beyond = await service.call('POST', `/v1/tracking/${theirs.url.split('/').at(-1)}/callback`, thank)
    expect([beyond.status, isReplay(beyond)]).toEqual([200, false])
  })
})

test('a key that belongs to another request is told of before what is not well formed in this one', async () => {
  const { sanne, customer } = await setScene(service)
  const key = randomUUID()
  const body = { customerId: customer.id, question: 'Why twice?' }
  expect((await service.call('POST', '/v1/cases', keyed(key, { as: sanne.id, body }))).status).toBe(201)
  const malformed = { as: sanne.id, body: { ...body, colour: 'red' } }
  const reused = await service.call('POST', '/v1/cases', keyed(key, malformed))
  expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused'])
  const fresh = await service.call('POST', '/v1/cases', keyed(randomUUID(), malformed))
  expect([fresh.status, fresh.body.code]).toEqual([400, 'validation-failed'])
})
