import { beforeAll, describe, expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { channels, outcomes, type Said, type Tells, tells } from '../support/what-tells.ts'

const service = useService()
let scene: Scene
beforeAll(async () => {
  scene = await setScene(service)
})

type Kase = Answer['body']

const noon = (minutes: number): Temporal.Instant =>
  Temporal.Instant.from('2027-01-12T09:00:00Z').add({ minutes })
const before = noon(-60).toString()

/** A case of ten o'clock in Amsterdam on a Tuesday, with a promise by this channel. */
async function promised(channel: string): Promise<Kase> {
  service.clock.now = noon(0)
  const to = { phone: '+31612345678', email: 'dijkstra@example.org' }[channel]
  const kase = await scene.take({ callback: { channel, ...(to !== undefined && { to }) } })
  service.clock.now = noon(10)
  return kase
}

/** The contact as it is sent; a terse client leaves out what goes without saying. */
const bodyOf = ({ direction, channel, outcome, by }: Said, terse = false) => ({
  direction,
  ...(terse && channel === 'phone' ? {} : { channel }),
  ...(terse || direction === 'inbound' ? {} : { outcome }),
  ...(by === 'colleague who answered' && { answered: true }),
})

const record = (kase: Kase, said: Said, more: object = {}): Promise<Kase> =>
  service.do('POST', `/v1/cases/${kase.id}/contacts`, {
    // A system acts for itself, and nobody speaks.
    ...(said.by !== 'system' && { as: said.by === 'owner' ? scene.sanne.id : scene.piet.id }),
    body: { ...bodyOf(said), ...more },
  })

type Named = { readonly contact: object } | { readonly contactId: string }

/** What may be done by a contact that is named, each on a case of its own. */
const operations: Readonly<Record<keyof Tells, (kase: Kase, named: Named) => Promise<Answer>>> = {
  keeps: (kase, named) =>
    service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: scene.sanne.id,
      body: { outcome: 'reached', then: { callback: {} }, ...named },
    }),
  moves: (kase, named) =>
    service.call('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
      as: scene.sanne.id,
      body: { reason: 'The bank.', ...named },
    }),
  answers: (kase, named) =>
    service.call('POST', `/v1/cases/${kase.id}/resolve`, {
      as: scene.sanne.id,
      body: { outcome: 'answered', summary: 'Friday.', ...named },
    }),
  withdraws: (kase, named) =>
    service.call('POST', `/v1/cases/${kase.id}/resolve`, {
      as: scene.sanne.id,
      body: { outcome: 'withdrawn', summary: 'Never mind.', ...named },
    }),
}

const ours: readonly Said[] = channels.flatMap((channel) =>
  outcomes.outbound.map((outcome): Said => ({ direction: 'outbound', channel, outcome, by: 'owner' })),
)
const theirs: readonly Said[] = channels.flatMap((channel) =>
  (['owner', 'colleague', 'colleague who answered', 'system'] as const).map(
    (by): Said => ({ direction: 'inbound', channel, outcome: 'reached', by }),
  ),
)

const expectAnswer = ({ status, body }: Answer, allowed: boolean): void => {
  if (allowed) expect([status, body.code]).toEqual([status === 200 ? 200 : 201, undefined])
  else expect([status, body.code]).toEqual([422, 'customer-not-told'])
}

describe.each(['phone', 'email'])('of a promise by %s', (promise) => {
  test.each([...ours, ...theirs])('$direction $channel $outcome by $by, on record', async (said) => {
    const expected = tells(said, promise)
    let kase = await promised(promise)
    let contact = await record(kase, said)
    for (const [what, act] of Object.entries(operations)) {
      const allowed = expected[what as keyof Tells]
      service.clock.now = noon(20)
      expectAnswer(await act(kase, { contactId: contact.id }), allowed)
      const after = await service.do('GET', `/v1/callbacks/${kase.callback.id}`)
      if (!allowed) expect(after.state).toBe('open')
      else {
        expect(after).toMatchObject({
          state: {
            keeps: 'kept',
            moves: 'rescheduled',
            answers: expected.keeps ? 'kept' : 'released',
            withdraws: 'released',
          }[what],
          customerCalledFirst:
            expected.keeps && said.direction === 'inbound' && (what === 'keeps' || what === 'answers'),
        })
        kase = await promised(promise)
        contact = await record(kase, said)
      }
    }
  })

  const owners = [...ours, ...theirs.filter(({ by }) => by === 'owner')]
  test.each(owners)('$direction $channel $outcome, brought along', async (said) => {
    const expected = tells(said, promise)
    for (const what of ['moves', 'answers', 'withdraws'] as const)
      expectAnswer(await operations[what](await promised(promise), { contact: bodyOf(said) }), expected[what])
  })

  test.each(channels)('by %s, what a terse client tells is what an honest one does', async (channel) => {
    const spoken = ['phone', 'chat', 'visit'].includes(channel)
    const said: Said = {
      direction: 'outbound',
      channel,
      outcome: spoken ? 'reached' : 'message-sent',
      by: 'owner',
    }
    const kase = await promised(promise)
    const contact = await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
      as: scene.sanne.id,
      body: bodyOf(said, true),
    })
    expect(contact).toMatchObject({ channel, outcome: said.outcome })
    expectAnswer(await operations.answers(kase, { contactId: contact.id }), tells(said, promise).answers)
    const other = await promised(promise)
    expectAnswer(
      await operations.answers(other, { contact: bodyOf(said, true) }),
      tells(said, promise).answers,
    )
  })

  test.each([...ours, ...theirs].filter((said) => Object.values(tells(said, promise)).includes(true)))(
    '$direction $channel $outcome by $by before the promise keeps, moves, answers, withdraws and chases nothing',
    async (said) => {
      const kase = await promised(promise)
      const contact = await record(kase, said, { at: before })
      for (const act of Object.values(operations)) {
        expectAnswer(await act(kase, { contactId: contact.id }), false)
        if (said.by === 'owner' && act !== operations.keeps)
          expectAnswer(await act(kase, { contact: { ...bodyOf(said), at: before } }), false)
      }
      expect(await service.do('GET', `/v1/cases/${kase.id}`)).toMatchObject({
        status: 'open',
        chases: 0,
        callback: { id: kase.callback.id, attempts: 0 },
      })
    },
  )
})

describe('a try', () => {
  test.each(outcomes.outbound)('%s of before the promise is none', async (outcome) => {
    const kase = await promised('phone')
    const { status, body } = await service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: scene.sanne.id,
      body: { outcome, at: before, ...(outcome === 'reached' && { summary: 'x', then: { callback: {} } }) },
    })
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'unprocessable', '#/at'])
    expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
      attempts: 0,
      history: [],
    })
  })

  test.each(['phone', 'chat', 'visit'] as const)(
    'is the owner’s contact in vain by %s, whoever tells of it',
    async (channel) => {
      for (const outcome of ['no-answer', 'voicemail', 'busy', 'wrong-number'] as const) {
        const kase = await promised('phone')
        const contact = await record(kase, { direction: 'outbound', channel, outcome, by: 'owner' })
        const callback = await service.do('GET', `/v1/callbacks/${kase.callback.id}`)
        expect(callback).toMatchObject({
          state: 'open',
          attempts: 1,
          nextTryAt: noon(130).toString({ fractionalSecondDigits: 3 }),
          history: [{ outcome, at: contact.at, contactId: contact.id, employeeId: scene.sanne.id }],
        })
        const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=callback.attempted`)
        expect(data.map((event: Kase) => event.data)).toMatchObject([{ outcome, attempts: 1 }])
      }
    },
  )

  test('is no message, nor a call of before the promise', async () => {
    const kase = await promised('phone')
    await record(kase, { direction: 'outbound', channel: 'email', outcome: 'message-sent', by: 'owner' })
    await record(
      kase,
      { direction: 'outbound', channel: 'phone', outcome: 'busy', by: 'owner' },
      { at: before },
    )
    expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
      attempts: 0,
      nextTryAt: null,
    })
  })
})

describe('at first contact', () => {
  const open = (body: object) =>
    service.call('POST', '/v1/cases', {
      as: scene.sanne.id,
      body: { customerId: scene.customer.id, question: 'When?', ...body },
    })
  const resolution = { outcome: 'answered', summary: 'Friday.' }

  test.each(channels)('by %s: spoken it resolves, in one step and within the hour', async (channel) => {
    const spoken = ['phone', 'chat', 'visit'].includes(channel)
    service.clock.now = noon(0)
    const once = await open({ channel, resolution })
    expectAnswer(once, spoken)
    if (spoken) expect(once.body).toMatchObject({ resolution: { firstContact: true }, faces: 1 })
    const { body: kase } = await open({ channel })
    expect(kase.faces).toBe(spoken ? 1 : 0)
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    service.clock.now = noon(59)
    expectAnswer(await operations.withdraws(kase, { contactId: data[0].id }), false)
    expectAnswer(await operations.keeps(kase, { contactId: data[0].id }), false)
    expectAnswer(await operations.moves(kase, { contactId: data[0].id }), false)
    expectAnswer(await operations.answers(kase, { contactId: data[0].id }), spoken)
  })

  const url = (kase: Kase, rest: string) => `/v1/cases/${kase.id}${rest}`
  const as = () => ({ as: scene.sanne.id })
  const happenings: Readonly<Record<string, (kase: Kase) => Promise<unknown>>> = {
    'a note': (kase) => service.do('POST', url(kase, '/notes'), { ...as(), body: { text: 'x' } }),
    'another subject': (kase) =>
      service.do('PATCH', url(kase, ''), { ...as(), body: { subject: 'x' }, headers: { 'if-match': '*' } }),
    'a try': (kase) =>
      service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
        ...as(),
        body: { outcome: 'busy' },
      }),
    'a chase': (kase) =>
      service.do('POST', url(kase, '/contacts'), { as: scene.piet.id, body: { direction: 'inbound' } }),
    'another contact': (kase) =>
      service.do('POST', url(kase, '/contacts'), { ...as(), body: { direction: 'outbound' } }),
    'a mail to the customer': (kase) =>
      service.do('POST', url(kase, '/contacts'), {
        ...as(),
        body: { direction: 'outbound', channel: 'email' },
      }),
    'another window': (kase) =>
      service.do('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
        ...as(),
        body: { reason: 'x', contact: { direction: 'outbound' } },
      }),
    'a kept promise': (kase) =>
      service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
        ...as(),
        body: { outcome: 'reached', then: { callback: {} } },
      }),
  }

  test.each(Object.keys(happenings))('not after %s, unless it is the owner’s own paper', async (what) => {
    const kase = await promised('phone')
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    await happenings[what]?.(kase)
    service.clock.now = noon(20)
    expectAnswer(
      await operations.answers(kase, { contactId: data[0].id }),
      what === 'a note' || what === 'another subject',
    )
  })

  test.each([
    ['within the hour', 60, {}, true],
    ['a minute later', 61, {}, false],
    ['a week later', 7 * 24 * 60, {}, false],
    ['when the call was earlier', 20, { contact: { at: noon(-45).toString() } }, false],
    [
      'to the end of the window',
      45,
      { callback: { from: noon(15).toString(), until: noon(45).toString() } },
      true,
    ],
    ['past the window', 50, { callback: { from: noon(15).toString(), until: noon(45).toString() } }, false],
  ])('%s', async (_, minutes, fields, allowed) => {
    service.clock.now = noon(0)
    const kase = await scene.take(fields)
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    service.clock.now = noon(minutes)
    expectAnswer(await operations.answers(kase, { contactId: data[0].id }), allowed)
  })

  test('in one step with opening it, whenever the call was', async () => {
    service.clock.now = noon(0)
    expectAnswer(await open({ contact: { at: noon(-120).toString() }, resolution }), true)
  })

  test('also of a case that was opened again, in the call in which it was', async () => {
    service.clock.now = noon(0)
    // The window of its first promise is over by then.
    const kase = await scene.take({ callback: { from: noon(5).toString(), until: noon(20).toString() } })
    await service.do('POST', url(kase, '/resolve'), {
      ...as(),
      body: { ...resolution, contact: { direction: 'outbound' } },
    })
    service.clock.now = noon(30)
    const body = { contact: { direction: 'inbound' } }
    await service.do('POST', url(kase, '/reopen'), { ...as(), body })
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    service.clock.now = noon(40)
    expectAnswer(await operations.answers(kase, { contactId: data[0].id }), false)
    expectAnswer(await operations.answers(kase, { contactId: data.at(-1).id }), true)
  })
})
