import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Answer, Service } from '../support/service.ts'
import { call, listen, parseAnswer } from '../support/talk.ts'
import { useInstance, useService } from '../support/use-service.ts'

const rateLimits = { systems: 60, employees: 40 }
const minute = (n: number) => Temporal.Instant.from('2027-01-12T10:00:00Z').add({ minutes: n })

let passed = 0
const one = useService({ rateLimits })
const other = useInstance(one, { rateLimits })
beforeEach(() => {
  one.clock.now = minute(++passed)
})

const ask = (service: Service, key: string, url = '/v1/me'): Promise<Answer> =>
  service.call('GET', url, { key })

const leftOf = ({ headers }: Answer): number =>
  Number(/^"default";r=(\d+);t=\d+$/.exec(headers.ratelimit ?? '')?.[1])

/** How many of these requests were answered otherwise than by 429. */
const heard = (answers: readonly Answer[]): number => answers.filter(({ status }) => status !== 429).length

test('a caller gets its limit and not one request more, from two instances at once', async () => {
  const key = await one.key('cases:read')
  for (const round of [1, 2]) {
    one.clock.now = minute(++passed)
    const answers = await Promise.all(
      Array.from({ length: 4 * rateLimits.systems }, (_, n) => ask(n % 2 ? one : other, key)),
    )
    expect([round, heard(answers)]).toEqual([round, rateLimits.systems])
  }
})

test('one after another, the last request of the limit is still heard', async () => {
  const key = await one.key('cases:read')
  const lefts: number[] = []
  for (let n = 0; n < rateLimits.systems; n++) {
    const answer = await ask(one, key)
    expect(answer.status).toBe(200)
    lefts.push(leftOf(answer))
  }
  expect(lefts).toEqual(Array.from({ length: rateLimits.systems }, (_, n) => rateLimits.systems - 1 - n))
  expect((await ask(one, key)).status).toBe(429)
})

test('every answer says how much is left, a refusal too, and until when', async () => {
  const key = await one.key('cases:read')
  one.clock.now = minute(passed).add({ seconds: 17, milliseconds: 400 })
  for (const [url, status] of [
    ['/v1/me', 200],
    ['/v1/cases?limit=0', 400],
    ['/v1/api-keys', 403],
    [`/v1/cases/${randomUUID()}`, 404],
  ] as const) {
    const { headers, ...answer } = await ask(one, key, url)
    expect([url, answer.status]).toEqual([url, status])
    expect(headers['ratelimit-policy']).toBe('"default";q=60;w=60')
    expect(headers.ratelimit).toMatch(/^"default";r=\d+;t=43$/)
  }
  const asNobody = await one.call('GET', '/v1/me', { key, as: randomUUID() })
  expect([asNobody.status, leftOf(asNobody)]).toEqual([403, rateLimits.systems - 5])
})

test('who asked for too much hears when to come back, and is heard again in the next minute', async () => {
  const key = await one.key('cases:read')
  await Promise.all(Array.from({ length: rateLimits.systems }, () => ask(one, key)))
  one.clock.now = minute(passed).add({ seconds: 59, milliseconds: 999 })
  const refused = await ask(one, key)
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited', status: 429 } })
  expect(refused.headers).toMatchObject({ 'retry-after': '1', ratelimit: '"default";r=0;t=1' })
  one.clock.now = minute(++passed)
  expect((await ask(one, key)).status).toBe(200)
})

test('each caller has a limit of its own, and one system has one for all for whom it acts', async () => {
  const [busy, calm] = [await one.key('employees:act'), await one.key('employees:act')]
  const team = await one.team()
  const [sanne, piet] = [await one.employee({ teamId: team.id }), await one.employee({ teamId: team.id })]
  one.clock.now = minute(++passed)
  const answers = await Promise.all(
    Array.from({ length: 2 * rateLimits.systems }, (_, n) =>
      one.call('GET', '/v1/me', { key: busy, as: n % 2 ? sanne.id : piet.id }),
    ),
  )
  expect(heard(answers)).toBe(rateLimits.systems)
  expect((await one.call('GET', '/v1/me', { key: calm, as: sanne.id })).status).toBe(200)
})

test('a request that was one too many leaves its Idempotency-Key free', async () => {
  const key = await one.key('customers:write')
  await Promise.all(Array.from({ length: rateLimits.systems }, () => ask(one, key)))
  const send = () =>
    one.call('POST', '/v1/customers', {
      key,
      body: { name: 'Mevrouw Dijkstra' },
      headers: { 'idempotency-key': 'once' },
    })
  expect((await send()).status).toBe(429)
  one.clock.now = minute(++passed)
  const made = await send()
  expect([made.status, made.headers['idempotent-replayed']]).toEqual([201, undefined])
  const again = await send()
  expect([again.status, again.headers['idempotent-replayed']]).toEqual([201, 'true'])
  // The answer is the first one, but what is left is of now.
  expect(leftOf(again)).toBe(leftOf(made) - 1)
})

test('the refusal comes before the body is read', async () => {
  const port = await listen(one)
  const key = await one.key('customers:write')
  await Promise.all(Array.from({ length: rateLimits.systems }, () => ask(one, key)))
  const head = ['POST /v1/customers HTTP/1.1', 'host: x', `authorization: Bearer ${key}`]
  const lines = [
    ...head,
    'content-type: application/json',
    'content-length: 1000',
    'connection: close',
    '',
    '',
  ]
  const line = await call(port, lines.join('\r\n'))
  expect(parseAnswer(await line.heard).status).toBe(429)
})

test('a clock that was far ahead for a moment locks nobody out', async () => {
  const key = await one.key('cases:read')
  one.clock.now = Temporal.Instant.from('2099-01-01T00:00:00Z')
  await Promise.all(Array.from({ length: 2 * rateLimits.systems }, () => ask(one, key)))
  one.clock.now = minute(++passed)
  expect((await ask(one, key)).status).toBe(200)
})

describe('an instance whose clock is a little ahead', () => {
  test('does not give out twice what is left of a minute', async () => {
    const key = await one.key('cases:read')
    const ahead = minute(passed + 1)
    const { rows } = await one.sql.query(`select id from api_keys where hint = $1`, [key.slice(-4)])
    await one.sql.query(`insert into rate_limits values ($1, $2, 50)`, [rows[0].id, ahead.toString()])
    const answers = await Promise.all(Array.from({ length: 2 * rateLimits.systems }, () => ask(one, key)))
    expect(heard(answers)).toBe(rateLimits.systems - 50)
  })
})

test('without an answer of the database each instance counts by itself, and refuses nobody for it', async () => {
  const key = await one.key('cases:read')
  expect((await ask(one, key)).status).toBe(200)
  await one.sql.query('alter table rate_limits rename to rate_limits_away')
  try {
    one.clock.now = minute(++passed)
    const answers = await Promise.all(Array.from({ length: 2 * rateLimits.systems }, () => ask(one, key)))
    expect(heard(answers)).toBe(rateLimits.systems)
    expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true)
  } finally {
    await one.sql.query('alter table rate_limits_away rename to rate_limits')
  }
})

test('guessing at keys ends in 429 for its address, and touches no key that is good', async () => {
  const key = await one.key('cases:read')
  const guess = (remoteAddress: string, secret: string) =>
    one.app.inject({ url: '/v1/me', remoteAddress, headers: { authorization: `Bearer ${secret}` } })
  let refused = 0
  for (let n = 0; n < 6000; n += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => guess('192.0.2.7', 'nonsense')))
    refused += answers.filter(({ statusCode }) => statusCode === 401).length
  }
  expect(refused).toBe(6000)
  const oneMore = await guess('192.0.2.7', 'nonsense')
  expect(oneMore.statusCode).toBe(429)
  expect(oneMore.json()).toMatchObject({ code: 'rate-limited' })
  expect(oneMore.headers).toMatchObject({ 'retry-after': '60' })
  expect((await guess('192.0.2.7', key)).statusCode).toBe(200)
  expect((await guess('192.0.2.8', 'nonsense')).statusCode).toBe(401)
  one.clock.now = minute(++passed)
  expect((await guess('192.0.2.7', 'nonsense')).statusCode).toBe(401)
})
