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

type Kase = Answer['body']

const resolve = (kase: Kase, body: object, as = scene.sanne.id): Promise<Answer> =>
  service.call('POST', `/v1/cases/${kase.id}/resolve`, { as, body: { summary: 'How it ended.', ...body } })
const contact = (kase: Kase, body: object, as = scene.piet.id): Promise<Kase> =>
  service.do('POST', `/v1/cases/${kase.id}/contacts`, { as, body })
const callback = (kase: Kase): Promise<Kase> => service.do('GET', `/v1/callbacks/${kase.callback.id}`)
const codeOf = ({ status, body }: Answer): unknown[] => [status, body.code]
const fromSystem = (fields: object = {}): Promise<Kase> =>
  service.do('POST', '/v1/cases', { body: { customerId: scene.customer.id, question: 'BUY NOW', ...fields } })

describe('answered or fixed', () => {
  test.each(['answered', 'fixed'])('%s by the owner calling: the callback is kept', async (outcome) => {
    const kase = await scene.take()
    const { status, body } = await resolve(kase, { outcome, contact: outbound })
    expect([status, body.status, body.callback, body.resolution.outcome]).toEqual([
      200,
      'resolved',
      null,
      outcome,
    ])
    expect(body.resolution).toMatchObject({
      summary: 'How it ended.',
      resolvedBy: scene.sanne.id,
      firstContact: false,
      duplicateOf: null,
      at: body.resolvedAt,
    })
    expect(await callback(kase)).toMatchObject({
      state: 'kept',
      customerCalledFirst: false,
      contactId: body.resolution.contactId,
    })
  })

  test('by a contact of the owner that is recorded already', async () => {
    const kase = await scene.take()
    const { id } = await contact(kase, outbound, scene.sanne.id)
    const { body } = await resolve(kase, { outcome: 'answered', contactId: id })
    expect(body.resolution.contactId).toBe(id)
    expect(await callback(kase)).toMatchObject({ state: 'kept', contactId: id })
  })

  test('by a colleague whom the customer called and who answered: the callback is released', async () => {
    const kase = await scene.take()
    const { id } = await contact(kase, { ...inbound, answered: true })
    expect((await resolve(kase, { outcome: 'answered', contactId: id })).status).toBe(200)
    expect(await callback(kase)).toMatchObject({
      state: 'released',
      contactId: null,
      customerCalledFirst: false,
    })
  })

  test('by the opening contact, named afterwards', async () => {
    const kase = await scene.take()
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    const { status, body } = await resolve(kase, { outcome: 'answered', contactId: data[0].id })
    expect([status, body.resolution.firstContact]).toEqual([200, true])
    expect(await callback(kase)).toMatchObject({ state: 'released' })
  })

  test('not without a contact, not by one in which nobody was reached, and not by one in which nobody answered', async () => {
    const kase = await scene.take()
    const heard = await contact(kase, inbound)
    const missed = await contact(kase, { ...outbound, outcome: 'no-answer' }, scene.sanne.id)
    for (const body of [
      {},
      { contact: { ...outbound, outcome: 'voicemail' } },
      { contactId: heard.id },
      { contactId: missed.id },
    ])
      expect(codeOf(await resolve(kase, { outcome: 'answered', ...body }))).toEqual([
        422,
        'customer-not-told',
      ])
    expect(await service.do('GET', `/v1/cases/${kase.id}`)).toMatchObject({
      status: 'open',
      callback: { id: kase.callback.id },
    })
  })

  test('not by a contact of another case, nor by one that does not exist', async () => {
    const [kase, other] = [await scene.take(), await scene.take()]
    const { id } = await contact(other, outbound, scene.sanne.id)
    for (const contactId of [id, randomUUID()]) {
      const answer = await resolve(kase, { outcome: 'answered', contactId })
      expect([...codeOf(answer), answer.body.errors[0].pointer]).toEqual([
        422,
        'unprocessable',
        '#/contactId',
      ])
    }
  })

  test('not by a contact that is older than the promise', async () => {
    service.clock.now = Temporal.Instant.from('2027-01-12T09:00:00Z')
    const kase = await scene.take()
    service.clock.now = Temporal.Instant.from('2027-01-12T09:10:00Z')
    const { id } = await contact(kase, { ...inbound, answered: true })
    service.clock.now = Temporal.Instant.from('2027-01-12T09:20:00Z')
    const body = { outcome: 'reached', then: { callback: {} } }
    await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, { as: scene.sanne.id, body })
    service.clock.now = Temporal.Instant.from('2027-01-12T09:30:00Z')
    expect(codeOf(await resolve(kase, { outcome: 'answered', contactId: id }))).toEqual([
      422,
      'customer-not-told',
    ])
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    for (const old of data)
      expect(codeOf(await resolve(kase, { outcome: 'fixed', contactId: old.id }))).toEqual([
        422,
        'customer-not-told',
      ])
  })

  test('not by two contacts, nor without saying how', async () => {
    const kase = await scene.take()
    const { id } = await contact(kase, outbound, scene.sanne.id)
    expect(codeOf(await resolve(kase, { outcome: 'answered', contactId: id, contact: outbound }))).toEqual([
      400,
      'validation-failed',
    ])
    expect(codeOf(await resolve(kase, { outcome: 'answered', contactId: id, summary: ' ' }))).toEqual([
      400,
      'validation-failed',
    ])
    expect(codeOf(await resolve(kase, { outcome: 'forwarded', contactId: id }))).toEqual([
      400,
      'validation-failed',
    ])
  })
})

describe('in the first contact', () => {
  test('a case is opened and resolved in one step, and no callback is promised', async () => {
    const kase = await scene.take({ resolution: { outcome: 'answered', summary: 'It comes on Friday.' } })
    expect(kase).toMatchObject({
      status: 'resolved',
      callback: null,
      resolution: { firstContact: true, outcome: 'answered', summary: 'It comes on Friday.' },
    })
    expect(await service.do('GET', `/v1/callbacks?caseId=${kase.id}`)).toMatchObject({ data: [] })
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/timeline`)
    expect(data.map(({ type }: { type: string }) => type)).toEqual([
      'case.opened',
      'contact.recorded',
      'case.resolved',
    ])
  })

  test('what the customer heard is said once, with the contact or with the resolution', async () => {
    const kase = await scene.take({ contact: { summary: 'On Friday.' }, resolution: { outcome: 'fixed' } })
    expect(kase.resolution.summary).toBe('On Friday.')
    const body = { customerId: scene.customer.id, question: 'When?', resolution: { outcome: 'fixed' } }
    const silent = await service.call('POST', '/v1/cases', { as: scene.sanne.id, body })
    expect([...codeOf(silent), silent.body.errors[0].pointer]).toEqual([
      400,
      'validation-failed',
      '#/resolution/summary',
    ])
  })

  test('nobody is promised a callback beside it, and a system tells nobody anything', async () => {
    const body = {
      customerId: scene.customer.id,
      question: 'When?',
      resolution: { outcome: 'answered', summary: 'Friday.' },
    }
    const both = await service.call('POST', '/v1/cases', {
      as: scene.sanne.id,
      body: { ...body, callback: {} },
    })
    expect(codeOf(both)).toEqual([400, 'validation-failed'])
    expect(codeOf(await service.call('POST', '/v1/cases', { body }))).toEqual([422, 'customer-not-told'])
    const named = await service.call('POST', '/v1/cases', { body: { ...body, ownerId: scene.piet.id } })
    expect(named).toMatchObject({
      status: 201,
      body: {
        status: 'resolved',
        owner: { id: scene.piet.id },
        channel: 'phone',
        resolution: { resolvedBy: scene.piet.id, firstContact: true },
      },
    })
  })
})

describe('withdrawn', () => {
  test('by the customer, in a contact of theirs, with whomever', async () => {
    for (const as of [scene.sanne.id, scene.piet.id]) {
      const kase = await scene.take()
      const { id } = await contact(kase, inbound, as)
      expect(await resolve(kase, { outcome: 'withdrawn', contactId: id })).toMatchObject({
        status: 200,
        body: { resolution: { outcome: 'withdrawn', contactId: id } },
      })
      expect(await callback(kase)).toMatchObject({ state: 'released' })
    }
  })

  test('not by us', async () => {
    const kase = await scene.take()
    for (const body of [{}, { contact: outbound }])
      expect(codeOf(await resolve(kase, { outcome: 'withdrawn', ...body }))).toEqual([
        422,
        'customer-not-told',
      ])
  })
})

describe('duplicate', () => {
  test('of an older open case of the same customer, whose promise stands for both', async () => {
    const [older, kase] = [await scene.take(), await scene.take()]
    expect(kase.related.map(({ id }: { id: string }) => id)).toContain(older.id)
    expect(await resolve(kase, { outcome: 'duplicate', duplicateOf: older.id })).toMatchObject({
      status: 200,
      body: { resolution: { duplicateOf: older.id } },
    })
    expect(await callback(kase)).toMatchObject({ state: 'released' })
    expect(await service.do('GET', `/v1/cases/${older.id}`)).toMatchObject({
      status: 'open',
      callback: { id: older.callback.id },
    })
  })

  test('not of a younger, resolved or other customer’s case, of itself, or of nothing', async () => {
    const stranger = await service.customer()
    const [ended, kase, younger, strange] = [
      await scene.resolved(),
      await scene.take(),
      await scene.take(),
      await scene.take({ customerId: stranger.id }),
    ]
    for (const duplicateOf of [ended.id, younger.id, strange.id, kase.id, randomUUID()]) {
      const answer = await resolve(kase, { outcome: 'duplicate', duplicateOf })
      expect([...codeOf(answer), answer.body.errors[0].pointer]).toEqual([
        422,
        'not-a-duplicate',
        '#/duplicateOf',
      ])
    }
    for (const body of [
      { outcome: 'duplicate' },
      { outcome: 'answered', contact: outbound, duplicateOf: younger.id },
    ]) {
      const answer = await resolve(kase, body)
      expect([...codeOf(answer), answer.body.errors[0].pointer]).toEqual([
        400,
        'validation-failed',
        '#/duplicateOf',
      ])
    }
  })
})

describe('notAQuestion', () => {
  test('what a system opened, before any employee spoke about it', async () => {
    const kase = await fromSystem()
    const owner = kase.owner.id
    expect(await resolve(kase, { outcome: 'notAQuestion' }, owner)).toMatchObject({
      status: 200,
      body: { resolution: { outcome: 'notAQuestion', contactId: null } },
    })
    expect(await callback(kase)).toMatchObject({ state: 'released' })
  })

  test('not what an employee opened, was named to have answered, or has spoken about', async () => {
    const spoken = await fromSystem()
    await contact(spoken, inbound)
    const answered = await fromSystem({ ownerId: scene.sanne.id })
    for (const kase of [await scene.take(), answered, spoken])
      expect(codeOf(await resolve(kase, { outcome: 'notAQuestion' }, kase.owner.id))).toEqual([
        422,
        'is-a-question',
      ])
    const called = await fromSystem()
    const body = { outcome: 'notAQuestion', contact: outbound }
    expect(codeOf(await resolve(called, body, called.owner.id))).toEqual([422, 'is-a-question'])
  })

  test.each(['no-answer', 'voicemail', 'message-sent'])(
    'nor what its owner has tried to keep: %s, as an attempt or as a contact',
    async (outcome) => {
      const [tried, called] = [await fromSystem(), await fromSystem()]
      const as = tried.owner.id
      await service.do('POST', `/v1/callbacks/${tried.callback.id}/attempts`, { as, body: { outcome } })
      const channel = outcome === 'message-sent' ? 'email' : 'phone'
      await contact(called, { direction: 'outbound', channel, outcome }, called.owner.id)
      for (const kase of [tried, called])
        expect(codeOf(await resolve(kase, { outcome: 'notAQuestion' }, kase.owner.id))).toEqual([
          422,
          'is-a-question',
        ])
    },
  )
})

describe('unreachable', () => {
  const day = (n: number, time = '10:00:00') => Temporal.Instant.from(`2027-01-${12 + n}T${time}Z`)
  const promised = () => {
    service.clock.now = day(0, '09:00:00')
    return scene.take({ callback: { from: '2027-01-12T10:00:00Z', until: '2027-01-12T11:00:00Z' } })
  }
  const tried = async (kase: Kase, when: Temporal.Instant, outcome = 'no-answer') => {
    service.clock.now = when
    await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: scene.sanne.id,
      body: { outcome },
    })
  }

  test('only after the attempts that the agreement asks for, on as many days, and a written message', async () => {
    const kase = await promised()
    const refused = async (members: object) => {
      const answer = await resolve(kase, { outcome: 'unreachable' })
      expect(codeOf(answer)).toEqual([422, 'not-yet-unreachable'])
      expect(answer.body).toMatchObject({ attemptsNeeded: 3, daysNeeded: 2, ...members })
    }
    await refused({ attempts: 0, days: 0, messageSent: false })
    await tried(kase, day(0))
    await tried(kase, day(0, '12:00:00'), 'voicemail')
    await tried(kase, day(0, '14:00:00'), 'busy')
    await tried(kase, day(0, '14:30:00'), 'message-sent')
    await refused({ attempts: 3, days: 1, messageSent: true })
    await tried(kase, day(1))
    expect(await resolve(kase, { outcome: 'unreachable' })).toMatchObject({
      status: 200,
      body: { resolution: { outcome: 'unreachable', contactId: null } },
    })
    expect(await callback(kase)).toMatchObject({ state: 'released', attempts: 5 })
  })

  test('not without the message', async () => {
    const kase = await promised()
    for (const n of [0, 1, 2]) await tried(kase, day(n))
    expect((await resolve(kase, { outcome: 'unreachable' })).body).toMatchObject({
      code: 'not-yet-unreachable',
      messageSent: false,
    })
    await tried(kase, day(2, '11:00:00'), 'message-sent')
    expect((await resolve(kase, { outcome: 'unreachable' })).status).toBe(200)
  })

  const enough = async (kase: Kase, from = 0) => {
    await tried(kase, day(from))
    await tried(kase, day(from, '12:00:00'))
    await tried(kase, day(from + 1))
    await tried(kase, day(from + 1, '10:10:00'), 'message-sent')
  }
  const giveUp = async (kase: Kase, more: object = {}) =>
    codeOf(await resolve(kase, { outcome: 'unreachable', ...more }))

  test.each([
    ['the owner reached them', outbound, true],
    ['they called the owner', inbound, true],
    ['they called a colleague', inbound, false],
    ['a colleague answered', { ...inbound, answered: true }, false],
  ] as const)('not when they were spoken with since: %s', async (_, said, byOwner) => {
    const kase = await promised()
    await enough(kase)
    service.clock.now = day(1, '11:00:00')
    await contact(kase, said, byOwner ? scene.sanne.id : scene.piet.id)
    expect(await giveUp(kase)).toEqual([422, 'not-yet-unreachable'])
    // What is tried from then on counts.
    await enough(kase, 2)
    expect((await giveUp(kase))[0]).toBe(200)
  })

  test('not in a contact in which they were spoken with; in one that they wrote, in the last try and in the message', async () => {
    for (const said of [outbound, inbound]) {
      const kase = await promised()
      await enough(kase)
      expect(await giveUp(kase, { contact: said })).toEqual([422, 'not-yet-unreachable'])
    }
    for (const said of [
      { direction: 'inbound', channel: 'email' },
      { direction: 'outbound', outcome: 'busy' },
      { direction: 'outbound', channel: 'letter' },
    ]) {
      const kase = await promised()
      await enough(kase)
      expect((await giveUp(kase, { contact: said }))[0]).toBe(200)
    }
  })

  test('on days in the team’s own time zone', async () => {
    const day24 = [{ from: '00:00', until: '24:00' }]
    const openingHours = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((name) => [name, day24]),
    )
    const night = await setScene(service)
    await service.do('PATCH', `/v1/teams/${night.team.id}/agreements`, {
      as: night.sanne.id,
      body: { openingHours, attemptPause: 'PT10M' },
      headers: { 'if-match': '*' },
    })
    service.clock.now = day(0, '09:00:00')
    const kase = await night.take()
    const tried = async (_: Kase, when: Temporal.Instant, outcome = 'no-answer') => {
      service.clock.now = when
      const body = { outcome }
      await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, { as: night.sanne.id, body })
    }
    const resolve = (_: Kase, body: object): Promise<Answer> =>
      service.call('POST', `/v1/cases/${kase.id}/resolve`, {
        as: night.sanne.id,
        body: { summary: 'x', ...body },
      })
    for (const time of ['22:30:00', '22:40:00', '22:50:00']) await tried(kase, day(0, time))
    await tried(kase, day(0, '22:55:00'), 'message-sent')
    expect((await resolve(kase, { outcome: 'unreachable' })).body).toMatchObject({
      code: 'not-yet-unreachable',
      days: 1,
    })
    await tried(kase, day(0, '23:30:00'))
    expect((await resolve(kase, { outcome: 'unreachable' })).status).toBe(200)
  })

  test('as the team has agreed with itself', async () => {
    const kase = await promised()
    const url = `/v1/teams/${scene.team.id}/agreements`
    const set = (body: object) =>
      service.do('PATCH', url, { as: scene.sanne.id, body, headers: { 'if-match': '*' } })
    await set({ attempts: 1, attemptDays: 1 })
    try {
      await tried(kase, day(0))
      await tried(kase, day(0, '10:10:00'), 'message-sent')
      expect((await resolve(kase, { outcome: 'unreachable' })).status).toBe(200)
    } finally {
      await set({ attempts: 3, attemptDays: 2 })
    }
  })
})

describe('who resolves, and when', () => {
  test('the owner alone, by whatever outcome', async () => {
    const kase = await fromSystem()
    const others = [
      kase.owner.id === scene.sanne.id ? scene.piet.id : scene.sanne.id,
      (await service.employee({ role: 'admin' })).id,
    ]
    for (const as of others)
      for (const body of [
        { outcome: 'answered', contact: inbound },
        { outcome: 'notAQuestion' },
        { outcome: 'withdrawn', contact: inbound },
      ])
        expect(codeOf(await resolve(kase, body, as))).toEqual([403, 'only-the-owner'])
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).version).toBe(kase.version)
  })

  test('once: a resolved case says so', async () => {
    const kase = await scene.resolved()
    for (const body of [{ outcome: 'answered', contact: outbound }, { outcome: 'unreachable' }])
      expect(codeOf(await resolve(kase, body))).toEqual([409, 'case-is-resolved'])
  })

  test('again, after it was opened again, with a contact of its own', async () => {
    const kase = await scene.resolved()
    const first = kase.resolution.contactId
    await service.do('POST', `/v1/cases/${kase.id}/reopen`, { as: scene.piet.id, body: { contact: inbound } })
    expect(codeOf(await resolve(kase, { outcome: 'answered', contactId: first }))).toEqual([
      422,
      'customer-not-told',
    ])
    expect((await resolve(kase, { outcome: 'answered', contact: outbound })).status).toBe(200)
  })

  test('not by the contact with which it was opened again: the new promise is younger', async () => {
    const kase = await scene.resolved()
    await service.do('POST', `/v1/cases/${kase.id}/reopen`, {
      as: scene.sanne.id,
      body: { contact: outbound },
    })
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    const [latest] = data.toSorted((a: Answer['body'], b: Answer['body']) => (a.id < b.id ? 1 : -1))
    expect(codeOf(await resolve(kase, { outcome: 'answered', contactId: latest.id }))).toEqual([
      422,
      'customer-not-told',
    ])
  })

  test('the version that was seen, if If-Match says so', async () => {
    const kase = await scene.take()
    const body = { outcome: 'answered', summary: 'x', contact: outbound }
    const url = `/v1/cases/${kase.id}/resolve`
    const stale = await service.call('POST', url, {
      as: scene.sanne.id,
      body,
      headers: { 'if-match': '"1"' },
    })
    expect(codeOf(stale)).toEqual([412, 'version-mismatch'])
    const fresh = await service.call('POST', url, {
      as: scene.sanne.id,
      body,
      headers: { 'if-match': `"${kase.version}"` },
    })
    expect(fresh.status).toBe(200)
  })
})
