import { createHash, createPublicKey, verify } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import { logLines } from '../support/log-lines.ts'
import { outbound, setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'

const { logger, lines } = logLines('info')
const service = useService({ logger })
const beside = useInstance(service)
afterEach(async () => {
  service.clock.now = undefined
  await expectInvariants(service)
})

const answered = { outcome: 'answered', summary: 'Told.', contact: outbound }
const open = (token: string, call = {}) => service.call('GET', `/v1/surveys/${token}`, { key: null, ...call })
const answer = (token: string, body: object, at = service) =>
  at.call('POST', `/v1/surveys/${token}`, { key: null, body })

async function setSurvey() {
  const scene = await setScene(service)
  const customer = await service.customer({ name: 'Jansen', phone: '+31612345678', language: 'nl' })
  const kase = await scene.take({ customerId: customer.id })
  const resolve = (id: string) =>
    service.do('POST', `/v1/cases/${id}/resolve`, { as: scene.sanne.id, body: answered })
  await resolve(kase.id)
  const linksOf = (id: string) => service.do('GET', `/v1/cases/${id}/links`)
  const { survey, tracking } = await linksOf(kase.id)
  const tokenIn = (link: { url: string }) => link.url.split('/').at(-1) ?? ''
  return { ...scene, customer, kase, resolve, linksOf, token: tokenIn(survey), tracking: tokenIn(tracking) }
}

test('a customer whose question was answered is asked once in two weeks, and only one whom we know', async () => {
  const { customer, take, resolve, linksOf, kase, sanne } = await setSurvey()
  const { data } = await service.do('GET', `/v1/events?type=survey.requested&customerId=${customer.id}`)
  expect(data).toMatchObject([{ customerId: customer.id, data: { caseId: kase.id, ownerId: sanne.id } }])
  expect(JSON.stringify(data)).not.toMatch(/[\w-]{43}/)
  const second = await take({ customerId: customer.id })
  await resolve(second.id)
  expect((await linksOf(second.id)).survey).toBeNull()
  service.clock.now = Temporal.Now.instant().add({ hours: 24 * 14 + 1 })
  const third = await take({ customerId: customer.id })
  await resolve(third.id)
  expect((await linksOf(third.id)).survey.url).toMatch(/\/s\/[\w-]{43}$/)
  const nobody = await service.do('POST', '/v1/cases', {
    as: sanne.id,
    body: { customer: { anonymous: true }, question: 'Where?' },
  })
  await service.do('POST', `/v1/cases/${nobody.id}/resolve`, {
    as: sanne.id,
    body: { ...answered, contact: { direction: 'inbound', channel: 'phone' } },
  })
  expect((await linksOf(nobody.id)).survey).toBeNull()
})

test('two cases of a customer that end at once ask once', async () => {
  const { take, resolve } = await setScene(service).then(async (scene) => ({
    ...scene,
    resolve: (id: string, at = service) =>
      at.call('POST', `/v1/cases/${id}/resolve`, { as: scene.sanne.id, body: answered }),
  }))
  const customer = await service.customer({ name: 'Bakker' })
  const cases = await Promise.all(
    Array.from({ length: 10 }, () => take({ customerId: customer.id, callback: undefined })),
  )
  const answers = await atOnce([service, beside], (each, n) => resolve(cases[n]?.id ?? '', each), 10)
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  const { rows } = await service.sql.query('select count(*)::int as n from surveys where customer_id = $1', [
    customer.id,
  ])
  expect(rows).toEqual([{ n: 1 }])
})

describe('an answer', () => {
  test('is the customer’s, who may change it for twelve hours', async () => {
    const { token, kase, sanne } = await setSurvey()
    expect((await open(token)).body).toMatchObject({
      reference: kase.reference,
      owner: sanne.name,
      language: 'nl',
      answer: null,
    })
    const said = await answer(token, { score: 5, helpedByOnePerson: true, comment: 'At last.' })
    expect([said.status, said.body.answer]).toMatchObject([
      200,
      { score: 5, helpedByOnePerson: true, comment: 'At last.' },
    ])
    expect((await answer(token, { score: 4 })).body.answer).toMatchObject({ score: 4, comment: null })
    const first = Temporal.Instant.from(said.body.answer.answeredAt)
    service.clock.now = first.add({ hours: 12 })
    expect((await answer(token, { score: 3 })).status).toBe(200)
    service.clock.now = first.add({ hours: 12, milliseconds: 1 })
    expect((await answer(token, { score: 5 })).body.code).toBe('survey-closed')
    expect((await open(token)).body.answer.score).toBe(3)
  })

  test('comes within thirty days', async () => {
    const { token } = await setSurvey()
    service.clock.now = Temporal.Now.instant().add({ hours: 24 * 30 + 1 })
    const late = await answer(token, { score: 5 })
    expect([late.status, late.body.code]).toEqual([410, 'survey-closed'])
  })

  test('of 1 or 2 opens the case again, with its own owner and a callback, in one step', async () => {
    const { token, kase, sanne } = await setSurvey()
    const answers = await atOnce(
      [service, beside],
      (each) => answer(token, { score: 2, comment: 'No.' }, each),
      10,
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const now = await service.do('GET', `/v1/cases/${kase.id}`)
    expect([now.status, now.owner.id, now.callback.state]).toEqual(['open', sanne.id, 'open'])
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/timeline?limit=200`)
    const types = data.map(({ type }: { type: string }) => type)
    expect(types.filter((type: string) => type === 'case.reopened')).toHaveLength(1)
    expect(types.filter((type: string) => type === 'satisfaction.received')).toHaveLength(10)
  })

  test.each(['owner', 'coach', 'admin'])(
    'is changed by no %s, neither through the API nor by SQL',
    async (who) => {
      const { token, sanne } = await setSurvey()
      await answer(token, { score: 1 })
      const as = who === 'owner' ? sanne.id : (await service.employee({ teamId: null, role: who })).id
      for (const method of ['PATCH', 'PUT', 'DELETE'] as const)
        expect(
          (await service.call(method, `/v1/surveys/${token}`, { as, body: { score: 5 } })).status,
        ).toBeGreaterThanOrEqual(404)
      const by = { constraint: 'surveys_are_the_customers' }
      const change = (set: string) =>
        service.sql.query(`update surveys set ${set} where answered_at is not null`)
      await expect(change('score = 5')).rejects.toMatchObject(by)
      await expect(change('score = 5, shown = lock')).rejects.toMatchObject(by)
      await expect(change(`comment = 'Good.'`)).rejects.toMatchObject(by)
      await expect(service.sql.query('delete from surveys')).rejects.toMatchObject({
        constraint: 'surveys_are_history',
      })
      await expect(service.sql.query(`update surveys set lock = sha256('x')`)).rejects.toBeDefined()
    },
  )
})

test('the report tells who was asked, who answered, what they said, and which cases were opened again', async () => {
  const { token, take, resolve, linksOf, team, sanne, kase } = await setSurvey()
  const another = async () => {
    const customer = await service.customer({ teamId: team.id })
    const { id } = await take({ customerId: customer.id })
    await resolve(id)
    return { id, token: (await linksOf(id)).survey.url.split('/').at(-1) ?? '' }
  }
  const [bad, worse] = [await another(), await another()]
  await another()
  await answer(token, { score: 4 })
  await answer(token, { score: 5, helpedByOnePerson: true })
  await answer(bad.token, { score: 2, helpedByOnePerson: false })
  await answer(worse.token, { score: 1 })
  await resolve(bad.id)
  await service.do('POST', `/v1/cases/${bad.id}/contacts`, {
    as: sanne.id,
    body: { direction: 'inbound', channel: 'phone', thanks: true },
  })
  const report = (query = '') => service.do('GET', `/v1/reports/satisfaction?teamId=${team.id}${query}`)
  const figures = {
    ...{ averageScore: 2.6667, satisfied: 1, satisfiedShare: 0.3333 },
    ...{ roomToHelp: null, proudOfService: null, pulseAnswers: 0, thanks: 1 },
    ...{ helpedByOnePerson: 1, helpedByOnePersonShare: 0.5 },
    // One of them is resolved twice.
    ...{ answered: 3, answeredShare: 0.75, asked: 4, resolved: 5 },
    ...{ score5: 1, score4: 0, score3: 0, score2: 1, score1: 1 },
    ...{ recoveries: 2, recoveriesShare: 0.6667, recovered: 1 },
  }
  expect((await report()).total).toEqual(figures)
  expect((await report('&by=topic')).data).toEqual([{ group: { key: null, name: null }, figures }])
  expect(JSON.stringify(await report('&by=team'))).not.toContain(sanne.id)
  const refused = await service.call('GET', `/v1/reports/satisfaction?ownerId=${sanne.id}`)
  expect(refused.status).toBe(400)
  const { text } = await service.call('GET', '/v1/exports/cases')
  const rows = text.split('\n').map((row) => (row === '' ? {} : JSON.parse(row)))
  const scoreOf = (id: string) => rows.find((row) => row.id === id).score
  expect([kase.id, bad.id, worse.id].map(scoreOf)).toEqual([5, 2, 1])
})

describe('a token', () => {
  test('that nobody made opens nothing, in the same words, whatever is wrong with it', async () => {
    const { token, tracking } = await setSurvey()
    const last = token.at(-1) === 'A' ? 'Q' : 'A'
    const wrong = ['x', `${token.slice(0, -1)}${last}`, token.toLowerCase(), tracking, 'A'.repeat(43)]
    for (const one of wrong) {
      const { status, body } = await open(one)
      expect([one, status, body.code, body.detail]).toEqual([
        one,
        404,
        'not-found',
        'Nothing has this address.',
      ])
    }
  })

  test('is in no table, no line of the log and no error', async () => {
    const { token, tracking } = await setSurvey()
    await answer(token, { score: 3 })
    await service.call('GET', `/v1/tracking/${tracking}`, { key: null })
    const wrong = await answer(token, { score: 9 })
    expect(wrong.text).not.toContain(token)
    expect(JSON.stringify(lines)).not.toContain(token)
    expect(JSON.stringify(lines)).not.toContain(tracking)
    const digest = createHash('sha256').update(token).digest('hex')
    const { rows } = await service.sql.query(`select s::text as row from surveys s`)
    for (const { row } of rows) expect(row).not.toContain(digest)
  })
})

describe('the promise in the customer’s hand', () => {
  test('says who owns the question and when they come back, and afterwards whether it was kept', async () => {
    const { tracking, sanne, kase, take, linksOf } = await setSurvey()
    const see = (token: string) => service.call('GET', `/v1/tracking/${token}`, { key: null })
    expect((await see(tracking)).body).toMatchObject({
      reference: kase.reference,
      owner: sanne.name,
      status: 'resolved',
      promise: { state: 'kept', lateBy: null },
    })
    const customer = await service.customer({ name: 'Smit', phone: '+31612345671' })
    const waiting = await take({ customerId: customer.id })
    const token = (await linksOf(waiting.id)).tracking.url.split('/').at(-1)
    expect((await see(token)).body).toMatchObject({
      status: 'open',
      promise: { state: 'open', from: waiting.callback.from },
    })
    service.clock.now = Temporal.Instant.from(waiting.callback.until).add({ minutes: 90 })
    expect((await see(token)).body.promise).toMatchObject({
      state: 'broken',
      overdue: true,
      lateBy: 'PT1H30M',
    })
  })

  test('is signed, and another implementation verifies it', async () => {
    const { tracking, kase } = await setSurvey()
    const { statement } = (await service.call('GET', `/v1/tracking/${tracking}/statement`, { key: null }))
      .body
    const [head = '', said = '', signature = ''] = statement.split('.')
    const { kid, alg } = JSON.parse(Buffer.from(head, 'base64url').toString())
    const { keys } = (await service.call('GET', '/.well-known/jwks.json', { key: null })).body
    const key = keys.find((one: { kid: string }) => one.kid === kid)
    expect(alg).toBe('ES256')
    const isGood = (text: string) =>
      verify(
        'sha256',
        Buffer.from(text),
        { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      )
    expect([isGood(`${head}.${said}`), isGood(`${head}.${said}x`)]).toEqual([true, false])
    expect(JSON.parse(Buffer.from(said, 'base64url').toString()).reference).toBe(kase.reference)
    const calendar = await service.call('GET', `/v1/tracking/${tracking}/promise.ics`, { key: null })
    expect(calendar.text).toContain('BEGIN:VEVENT')
  })

  test('isn’t needed any more when they say so, and thanks reopen nothing', async () => {
    const { tracking, take, linksOf, kase } = await setSurvey()
    const say = (token: string, body: object) =>
      service.call('POST', `/v1/tracking/${token}/callback`, { key: null, body })
    expect((await say(tracking, { notNeeded: true })).body.code).toBe('callback-is-closed')
    expect((await say(tracking, { thanks: true, text: 'Kind of you.' })).status).toBe(200)
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).status).toBe('resolved')
    const customer = await service.customer({ name: 'Vos', phone: '+31612345672' })
    const waiting = await take({ customerId: customer.id })
    const token = (await linksOf(waiting.id)).tracking.url.split('/').at(-1)
    expect((await say(token, { notNeeded: true, text: 'Found it.' })).status).toBe(200)
    const { data } = await service.do('GET', `/v1/cases/${waiting.id}/contacts`)
    expect(data.at(-1)).toMatchObject({
      direction: 'inbound',
      channel: 'web',
      summary: 'It is not needed any more. Found it.',
    })
  })
})
