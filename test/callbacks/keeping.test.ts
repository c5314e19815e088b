import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { inbound, outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
beforeAll(async () => {
  scene = await setScene(service)
})

const tuesday = (time: string): Temporal.Instant => Temporal.Instant.from(`2027-01-12T${time}Z`)
const window = { from: '2027-01-12T10:00:00Z', until: '2027-01-12T11:00:00Z' }

/** A case of nine o'clock that Tuesday, with a promise from ten until eleven. */
async function promised(fields: object = {}): Promise<Answer['body']> {
  service.clock.now = tuesday('09:00:00')
  return scene.take({ callback: { ...window, ...fields } })
}

const attempt = (kase: Answer['body'], body: object, as = scene.sanne.id): Promise<Answer> =>
  service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, { as, body })
const reschedule = (kase: Answer['body'], body: object, as = scene.sanne.id): Promise<Answer> =>
  service.call('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, { as, body })
const callback = (kase: Answer['body']): Promise<Answer['body']> =>
  service.do('GET', `/v1/callbacks/${kase.callback.id}`)
const codeOf = ({ status, body }: Answer): unknown[] => [status, body.code]
const pointerOf = ({ body }: Answer): string | undefined => body.errors?.[0]?.pointer
const told = { resolve: { outcome: 'answered' } }

describe('reached, the customer hears', () => {
  test('the answer: the callback is kept and the case resolved, with that contact', async () => {
    const kase = await promised()
    service.clock.now = tuesday('10:15:00')
    const answer = await attempt(kase, { outcome: 'reached', summary: 'Paid back.', then: told })
    expect(answer).toMatchObject({
      status: 201,
      body: { outcome: 'reached', case: { status: 'resolved', callback: null } },
    })
    const { contactId } = answer.body
    expect(answer.body.case.resolution).toMatchObject({
      outcome: 'answered',
      summary: 'Paid back.',
      contactId,
      firstContact: false,
    })
    expect(await callback(kase)).toMatchObject({
      state: 'kept',
      contactId,
      customerCalledFirst: false,
      lateBy: null,
      overdue: false,
      closedAt: '2027-01-12T10:15:00.000Z',
      attempts: 1,
    })
  })

  test('that there is another promise, of which the case has one at once', async () => {
    const kase = await promised()
    const next = { from: '2027-01-13T10:00:00Z', until: '2027-01-13T11:00:00Z' }
    const { body } = await attempt(kase, { outcome: 'reached', then: { callback: next } })
    expect(body.case).toMatchObject({
      status: 'open',
      callback: { from: '2027-01-13T10:00:00.000Z', attempts: 0 },
    })
    expect(await callback(kase)).toMatchObject({ state: 'kept', replacedBy: null })
  })

  test('one of the two, and the request says which', async () => {
    const kase = await promised()
    const silent = await attempt(kase, { outcome: 'reached', summary: 'We spoke.' })
    expect([...codeOf(silent), pointerOf(silent)]).toEqual([400, 'validation-failed', '#/then'])
    const both = await attempt(kase, { outcome: 'reached', then: { ...told, callback: {} } })
    expect(codeOf(both)).toEqual([400, 'validation-failed'])
    const nothing = await attempt(kase, { outcome: 'reached', then: {} })
    expect(codeOf(nothing)).toEqual([400, 'validation-failed'])
    const speechless = await attempt(kase, { outcome: 'reached', then: told })
    expect([...codeOf(speechless), pointerOf(speechless)]).toEqual([
      400,
      'validation-failed',
      '#/then/resolve/summary',
    ])
    const empty = await attempt(kase, { outcome: 'reached', then: { resolve: { outcome: 'withdrawn' } } })
    expect(codeOf(empty)).toEqual([400, 'validation-failed'])
    expect(await callback(kase)).toMatchObject({ state: 'open', attempts: 0 })
  })
})

describe('not reached, the promise stays', () => {
  test.each(['no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent'])(
    'after %s on the telephone, and its next try is planned',
    async (outcome) => {
      const kase = await promised()
      service.clock.now = tuesday('10:05:00')
      const { status, body } = await attempt(kase, { outcome })
      expect([status, body.contactId]).toEqual([201, null])
      expect(body.case).toMatchObject({
        status: 'open',
        callback: { id: kase.callback.id, attempts: 1 },
        chases: 0,
      })
      const { nextTryAt } = body.case.callback
      expect(nextTryAt > '2027-01-12T10:05:00.000Z').toBe(true)
      expect(await callback(kase)).toMatchObject({
        state: 'open',
        nextTryAt,
        history: [{ outcome, contactId: null }],
      })
      const hasty = await attempt(kase, { outcome, then: told })
      expect([...codeOf(hasty), pointerOf(hasty)]).toEqual([400, 'validation-failed', '#/then'])
    },
  )
})

describe('in writing', () => {
  test.each(['email', 'chat', 'letter'])(
    'by %s a sent message reaches the customer: it keeps the callback and says what follows',
    async (channel) => {
      const kase = await promised({ channel, to: 'dijkstra@example.org' })
      expect(kase.callback).toMatchObject({ channel, to: 'dijkstra@example.org' })
      const silent = await attempt(kase, { outcome: 'message-sent' })
      expect([...codeOf(silent), pointerOf(silent)]).toEqual([400, 'validation-failed', '#/then'])
      const answer = await attempt(kase, { outcome: 'message-sent', summary: 'Written.', then: told })
      expect(answer).toMatchObject({ status: 201, body: { case: { status: 'resolved' } } })
      const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
      expect(data.at(-1)).toMatchObject({
        id: answer.body.contactId,
        channel,
        direction: 'outbound',
        byOwner: true,
        summary: 'Written.',
      })
      expect(await callback(kase)).toMatchObject({ state: 'kept', history: [{ outcome: 'message-sent' }] })
    },
  )

  test.each(['email', 'chat'])('by %s no answer is no answer, and nothing follows', async (channel) => {
    const kase = await promised({ channel, to: 'dijkstra@example.org' })
    const hasty = await attempt(kase, { outcome: 'no-answer', then: told })
    expect([...codeOf(hasty), pointerOf(hasty)]).toEqual([400, 'validation-failed', '#/then'])
    expect((await attempt(kase, { outcome: 'no-answer' })).body.case.callback).toMatchObject({
      id: kase.callback.id,
      attempts: 1,
    })
  })
})

test('the customer who calls first keeps the callback too, and the record says so', async () => {
  const kase = await promised()
  service.clock.now = tuesday('09:30:00')
  const body = { outcome: 'answered', summary: 'They called.', contact: inbound }
  const resolved = await service.do('POST', `/v1/cases/${kase.id}/resolve`, { as: scene.sanne.id, body })
  expect(resolved).toMatchObject({ status: 'resolved', chases: 0, resolution: { firstContact: false } })
  expect(await callback(kase)).toMatchObject({
    state: 'kept',
    customerCalledFirst: true,
    lateBy: null,
    contactId: resolved.resolution.contactId,
  })
})

describe('past its window a callback', () => {
  test('is overdue, stays open and stays the owner’s, until it is kept; how late it was stays on record', async () => {
    const kase = await promised()
    service.clock.now = tuesday('11:00:00')
    expect(await callback(kase)).toMatchObject({ overdue: false, lateBy: null })
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).callback.overdue).toBe(false)
    service.clock.now = tuesday('12:30:00')
    expect(await callback(kase)).toMatchObject({
      state: 'open',
      overdue: true,
      lateBy: 'PT1H30M',
      ownerId: scene.sanne.id,
    })
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).callback.overdue).toBe(true)
    await attempt(kase, { outcome: 'reached', summary: 'Late.', then: told })
    expect(await callback(kase)).toMatchObject({ state: 'kept', overdue: false, lateBy: 'PT1H30M' })
    service.clock.now = tuesday('23:00:00')
    expect((await callback(kase)).lateBy).toBe('PT1H30M')
    const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=callback.kept`)
    expect(data[0].data).toMatchObject({ lateBy: 'PT1H30M', customerCalledFirst: false })
  })

  test('is not mended by rescheduling it', async () => {
    const kase = await promised()
    service.clock.now = tuesday('13:00:00')
    const next = { from: '2027-01-13T10:00:00Z', until: '2027-01-13T11:00:00Z' }
    const { status, body } = await reschedule(kase, { ...next, reason: 'Forgot.', contact: outbound })
    expect([status, body.overdue, body.lateBy]).toEqual([201, false, null])
    expect(await callback(kase)).toMatchObject({ state: 'rescheduled', lateBy: 'PT2H', replacedBy: body.id })
  })

  test('is late as well when its case is withdrawn', async () => {
    const kase = await promised()
    service.clock.now = tuesday('11:00:01')
    const body = { outcome: 'withdrawn', summary: 'Never mind.', contact: inbound }
    await service.do('POST', `/v1/cases/${kase.id}/resolve`, { as: scene.sanne.id, body })
    expect(await callback(kase)).toMatchObject({ state: 'released', lateBy: 'PT1S' })
  })

  test('that was kept in time, and recorded later, was in time', async () => {
    const kase = await promised()
    service.clock.now = tuesday('15:00:00')
    await attempt(kase, { outcome: 'reached', at: '2027-01-12T10:50:00Z', summary: 'In time.', then: told })
    const shown = await callback(kase)
    expect(shown).toMatchObject({
      state: 'kept',
      lateBy: null,
      toldLate: true,
      closedAt: '2027-01-12T10:50:00.000Z',
      history: [{ at: '2027-01-12T10:50:00.000Z', recordedAt: '2027-01-12T15:00:00.000Z' }],
    })
    const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=callback.kept`)
    expect(data.map((event: Answer['body']) => event.data)).toMatchObject([{ toldLate: true, lateBy: null }])
    const listed = await service.do('GET', `/v1/callbacks?caseId=${kase.id}`)
    const { history: _, ...row } = shown
    expect(listed.data).toEqual([row])
  })

  test.each<[string, string, string, string, boolean]>([
    ['in time, and told in time', '10:30:00', '10:40:00', '10:50:00', false],
    ['in time, on record in time, and named after the window', '10:30:00', '10:40:00', '12:00:00', false],
    ['in time, on record after the window', '10:30:00', '11:00:01', '12:00:00', true],
    ['at the last moment, on record after it', '11:00:00', '11:00:01', '11:00:01', true],
    ['late', '11:00:01', '11:30:00', '11:30:00', false],
  ])('by a contact on record %s', async (_, at, recorded, named, toldLate) => {
    const kase = await promised()
    service.clock.now = tuesday(recorded)
    const { id: contactId } = await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
      as: scene.sanne.id,
      body: { ...outbound, at: tuesday(at).toString() },
    })
    service.clock.now = tuesday(named)
    await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: scene.sanne.id,
      body: { outcome: 'answered', summary: 'Told.', contactId },
    })
    expect(await callback(kase)).toMatchObject({
      state: 'kept',
      toldLate,
      lateBy: at === '11:00:01' ? 'PT1S' : null,
    })
  })
})

describe('rescheduled, a callback', () => {
  const next = { from: '2027-01-13T10:00:00Z', until: '2027-01-13T11:00:00Z', reason: 'The bank is closed.' }

  test('has its replacement at that moment, its reason, and the contact in which the customer was told', async () => {
    const kase = await promised()
    const answer = await reschedule(kase, { ...next, contact: outbound })
    expect(answer).toMatchObject({
      status: 201,
      body: { state: 'open', caseId: kase.id, from: '2027-01-13T10:00:00.000Z', ownerId: scene.sanne.id },
    })
    expect(answer.headers.location).toBe(`/v1/callbacks/${answer.body.id}`)
    expect(await callback(kase)).toMatchObject({
      state: 'rescheduled',
      replacedBy: answer.body.id,
      reason: 'The bank is closed.',
    })
    const now = await service.do('GET', `/v1/cases/${kase.id}`)
    expect(now).toMatchObject({ status: 'open', callback: { id: answer.body.id } })
  })

  test('without telling the customer is refused', async () => {
    const kase = await promised()
    expect(codeOf(await reschedule(kase, next))).toEqual([422, 'customer-not-told'])
    const missed = { ...next, contact: { ...outbound, outcome: 'voicemail' } }
    expect(codeOf(await reschedule(kase, missed))).toEqual([422, 'customer-not-told'])
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    expect(codeOf(await reschedule(kase, { ...next, contactId: data[0].id }))).toEqual([
      422,
      'customer-not-told',
    ])
    const strange = await reschedule(kase, { ...next, contactId: randomUUID() })
    expect([...codeOf(strange), pointerOf(strange)]).toEqual([422, 'unprocessable', '#/contactId'])
    expect(await callback(kase)).toMatchObject({ state: 'open', replacedBy: null })
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).version).toBe(kase.version)
  })

  test('without a reason is refused', async () => {
    const kase = await promised()
    const { reason, ...silent } = next
    for (const body of [silent, { ...silent, reason: '  ' }]) {
      const answer = await reschedule(kase, { ...body, contact: outbound })
      expect([...codeOf(answer), pointerOf(answer)]).toEqual([400, 'validation-failed', '#/reason'])
    }
    expect(reason).toBeTruthy()
  })

  test('with a contact of after the promise, in which the customer was told, also by a colleague', async () => {
    const kase = await promised()
    service.clock.now = tuesday('09:20:00')
    const { id } = await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
      as: scene.piet.id,
      body: inbound,
    })
    service.clock.now = tuesday('09:30:00')
    const { body } = await reschedule(kase, { ...next, contactId: id })
    expect(await callback(kase)).toMatchObject({ state: 'rescheduled', contactId: id, replacedBy: body.id })
  })

  test('twice has ended once: the second is told so', async () => {
    const kase = await promised()
    await reschedule(kase, { ...next, contact: outbound })
    expect(codeOf(await reschedule(kase, { ...next, contact: outbound }))).toEqual([
      409,
      'callback-is-closed',
    ])
    expect(codeOf(await attempt(kase, { outcome: 'no-answer' }))).toEqual([409, 'callback-is-closed'])
    expect(codeOf(await attempt(kase, { outcome: 'reached', summary: 'x', then: told }))).toEqual([
      409,
      'callback-is-closed',
    ])
  })

  test.each([
    [{ anonymous: true }, { channel: 'phone', to: '06 87654321' }, '+31687654321'],
    [{ phone: '06 11112222' }, { to: '020 123 4567' }, '+31201234567'],
    [
      { phone: '06 11112223', preferredChannel: 'email', email: 'own@example.org' },
      { to: '06 87654322' },
      '+31687654322',
    ],
    [{ phone: '06 11112224', email: 'home@example.org' }, { to: 'work@example.org' }, 'work@example.org'],
    [{ phone: '06 11112225' }, { channel: 'pickup' }, null],
  ])('of %j goes where it went, unless somebody says otherwise', async (customer, way, to) => {
    service.clock.now = tuesday('09:00:00')
    const kase = await scene.take({ customerId: undefined, customer, callback: way })
    const { channel } = kase.callback
    expect(kase.callback.to).toBe(to)
    service.clock.now = tuesday('09:30:00')
    const moved = await reschedule(kase, { reason: 'The bank is closed.', contact: outbound })
    expect(moved.body).toMatchObject({ channel, to })
    const again = { outcome: 'reached', summary: 'Tomorrow.', then: { callback: {} } }
    const { case: next } = (await attempt({ callback: moved.body }, again)).body
    expect(next.callback).toMatchObject({ channel, to })
    const other = { outcome: 'reached', summary: 'There.', then: { callback: { to: '020 765 4321' } } }
    const { case: last } = (await attempt(next, other)).body
    expect(last.callback).toMatchObject({ channel: 'phone', to: '+31207654321' })
    await attempt(last, { outcome: 'reached', summary: 'Told.', then: told })
    const back = await service.do('POST', `/v1/cases/${kase.id}/reopen`, { as: scene.sanne.id, body: {} })
    if ('anonymous' in customer) expect(back.callback.to).toBe('+31207654321')
  })

  test('to another channel goes to another address', async () => {
    const kase = await promised()
    const { body } = await reschedule(kase, {
      ...next,
      channel: 'email',
      to: 'else@example.org',
      contact: outbound,
    })
    expect(body).toMatchObject({ channel: 'email', to: 'else@example.org' })
  })
})

describe('nobody but the owner', () => {
  test('keeps, tries or reschedules: colleague, coach, admin and system are told whose it is', async () => {
    const kase = await promised()
    const coach = await service.employee({ teamId: scene.team.id, role: 'coach' })
    const admin = await service.employee({ role: 'admin' })
    for (const { id } of [scene.piet, coach, admin]) {
      for (const answer of [
        await attempt(kase, { outcome: 'no-answer' }, id),
        await attempt(kase, { outcome: 'reached', summary: 'x', then: told }, id),
        await reschedule(kase, { reason: 'x', contact: outbound }, id),
      ]) {
        expect(codeOf(answer)).toEqual([403, 'only-the-owner'])
        expect(answer.body.detail).toContain(scene.sanne.name)
      }
    }
    const system = await service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      body: { outcome: 'no-answer' },
    })
    expect(system.status).toBe(403)
  })

  test('and of a callback that does not exist nobody hears anything', async () => {
    for (const id of [randomUUID(), scene.customer.id]) {
      expect(codeOf(await attempt({ callback: { id } }, { outcome: 'no-answer' }))).toEqual([
        404,
        'not-found',
      ])
      expect((await service.call('GET', `/v1/callbacks/${id}`)).status).toBe(404)
    }
  })
})

describe('the moment of a try or a contact', () => {
  test.each([
    ['now', 0, true],
    ['five minutes ahead', 5 * 60, true],
    ['more than five minutes ahead', 5 * 60 + 1, false],
    ['a week ago', -7 * 86_400, true],
    ['more than a week ago', -7 * 86_400 - 1, false],
  ])('may be %s: %s s, %s', async (_, seconds, allowed) => {
    // The promise is older than whatever is told of it.
    service.clock.now = tuesday('09:00:00').subtract({ hours: 8 * 24 })
    const kase = await scene.take({ callback: window })
    service.clock.now = tuesday('10:00:00')
    const at = tuesday('10:00:00').add({ seconds }).toString()
    const answers = [
      await attempt(kase, { outcome: 'no-answer', at }),
      await service.call('POST', `/v1/cases/${kase.id}/contacts`, {
        as: scene.piet.id,
        body: { ...inbound, at },
      }),
    ]
    for (const answer of answers) {
      if (allowed)
        expect([answer.status, answer.body.at]).toEqual([
          201,
          Temporal.Instant.from(at).toString({ fractionalSecondDigits: 3 }),
        ])
      else expect([...codeOf(answer), pointerOf(answer)]).toEqual([422, 'unprocessable', '#/at'])
    }
    const nested = await service.call('POST', `/v1/cases/${kase.id}/resolve`, {
      as: scene.sanne.id,
      body: { outcome: 'answered', summary: 'x', contact: { ...outbound, at } },
    })
    if (allowed) expect(nested.status).toBe(200)
    else expect([...codeOf(nested), pointerOf(nested)]).toEqual([422, 'unprocessable', '#/contact/at'])
  })
})

test('an instance whose clock is behind ends no promise before it was made', async () => {
  const { sanne } = scene
  for (const end of [
    (kase: Answer['body']) =>
      service.call('POST', `/v1/cases/${kase.id}/resolve`, {
        as: sanne.id,
        body: { outcome: 'withdrawn', summary: 'x', contact: inbound },
      }),
    (kase: Answer['body']) =>
      service.call('POST', `/v1/cases/${kase.id}/resolve`, {
        as: sanne.id,
        body: { outcome: 'answered', summary: 'x', contact: outbound },
      }),
    (kase: Answer['body']) => attempt(kase, { outcome: 'reached', summary: 'x', then: told }),
    (kase: Answer['body']) => attempt(kase, { outcome: 'reached', then: { callback: {} } }),
    (kase: Answer['body']) => reschedule(kase, { reason: 'x', contact: outbound }),
  ]) {
    const kase = await promised()
    service.clock.now = tuesday('08:59:50')
    expect((await end(kase)).status).toBeLessThan(300)
    const { closedAt, madeAt } = await callback(kase)
    expect(closedAt >= madeAt).toBe(true)
  }
})

test('If-Match on an action asks for the callback that was seen', async () => {
  const kase = await promised()
  const url = `/v1/callbacks/${kase.callback.id}`
  const seen = (await service.call('GET', url)).headers.etag ?? ''
  const body = { outcome: 'no-answer' }
  expect(
    (
      await service.call('POST', `${url}/attempts`, {
        as: scene.sanne.id,
        body,
        headers: { 'if-match': seen },
      })
    ).status,
  ).toBe(201)
  const stale = await service.call('POST', `${url}/attempts`, {
    as: scene.sanne.id,
    body,
    headers: { 'if-match': seen },
  })
  expect(codeOf(stale)).toEqual([412, 'version-mismatch'])
  expect((await callback(kase)).attempts).toBe(1)
})
