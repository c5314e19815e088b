import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { announceDeadlines } from '../../src/rooms/callbacks/announce-deadlines.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { setScene } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let key: string
beforeAll(async () => {
  await service.do('PATCH', '/v1/organisation', { body: { country: 'NL' }, headers: { 'if-match': '*' } })
  key = await service.key('calls:write')
})

let last = 20_000_000
/** A mobile number that nobody has yet. */
const newPhone = (): string => `+316${++last}`
const ours = '+31207654321'

const tell = (body: object): Promise<Answer> => service.call('POST', '/v1/calls', { key, body })
/** What is told of one call. */
function newCall(phone: string, fields: object = {}) {
  const of = { callId: randomUUID(), direction: 'inbound', from: phone, to: ours, ...fields }
  return async (event: string, more: object = {}): Promise<Answer['body']> => {
    const { status, body } = await tell({ ...of, event, ...more })
    expect([event, status, body.code]).toEqual([event, 200, undefined])
    return body
  }
}
const newOutbound = (phone: string, fields: object = {}) =>
  newCall(phone, { direction: 'outbound', from: ours, to: phone, ...fields })

/** A scene whose customer has a number of their own and whose people have extensions of their own. */
async function setCall() {
  const scene = await setScene(service)
  const phone = newPhone()
  const extensions = { sanne: `s${last}`, piet: `p${last}` }
  const name = async (id: string, extension: string) =>
    service.do('PATCH', `/v1/employees/${id}`, { body: { extension }, headers: { 'if-match': '*' } })
  await name(scene.sanne.id, extensions.sanne)
  await name(scene.piet.id, extensions.piet)
  const customer = await service.customer({ phone, teamId: scene.team.id })
  const take = (fields: object = {}) => scene.take({ customerId: customer.id, ...fields })
  return { ...scene, phone, extensions, customer, take }
}

const casesOf = async (customerId: string): Promise<Answer['body'][]> =>
  (await service.do('GET', `/v1/cases?customerId=${customerId}`)).data
const contactsOf = async (caseId: string): Promise<Answer['body'][]> =>
  (await service.do('GET', `/v1/cases/${caseId}/contacts`)).data
const show = (kase: { id: string }) => service.do('GET', `/v1/cases/${kase.id}`)
const customersWith = async (phone: string): Promise<Answer['body'][]> =>
  (await service.do('GET', `/v1/callers?phone=${encodeURIComponent(phone)}`)).candidates

describe('a call that comes in', () => {
  test('is told whom to ring while it rings, and nothing else is made of it', async () => {
    const { phone, customer, sanne, extensions, take } = await setCall()
    const kase = await take()
    const told = await newCall(phone)('ringing')
    expect(told).toMatchObject({
      direction: 'inbound',
      from: phone,
      to: ours,
      state: 'ringing',
      customer: { id: customer.id, name: customer.name },
      caseId: null,
      contactId: null,
      ring: { employeeId: sanne.id, extension: extensions.sanne, reason: 'owner' },
    })
    expect(await show(kase)).toEqual(await show(kase))
    expect((await contactsOf(kase.id)).length).toBe(1)
  })

  test('and is answered by the owner is a contact with the owner and no chase, and can keep the promise', async () => {
    const { phone, sanne, extensions, take } = await setCall()
    const kase = await take()
    const call = newCall(phone)
    await call('ringing')
    const told = await call('answered', { employeeExtension: extensions.sanne })
    expect(told).toMatchObject({ state: 'answered', caseId: kase.id, ring: null })
    const contact = (await contactsOf(kase.id)).at(-1)
    expect(contact).toMatchObject({
      id: told.contactId,
      direction: 'inbound',
      channel: 'phone',
      outcome: 'reached',
      employeeId: sanne.id,
      byOwner: true,
      recordedBy: { kind: 'system' },
    })
    expect(await show(kase)).toMatchObject({ chases: 0, faces: 1 })
    expect((await call('ended')).state).toBe('ended')
    const resolved = await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: sanne.id,
      body: { outcome: 'answered', summary: 'Told on the telephone.', contactId: told.contactId },
    })
    expect(resolved.status).toBe('resolved')
    const callback = await service.do('GET', `/v1/callbacks/${kase.callback.id}`)
    expect(callback).toMatchObject({ state: 'kept', customerCalledFirst: true })
  })

  test('and is answered by a colleague is a chase, and one more face; by nobody known, a chase', async () => {
    const { phone, piet, extensions, take } = await setCall()
    const kase = await take()
    await newCall(phone)('answered', { employeeExtension: extensions.piet })
    expect((await contactsOf(kase.id)).at(-1)).toMatchObject({ employeeId: piet.id, byOwner: false })
    expect(await show(kase)).toMatchObject({ chases: 1, faces: 2 })
    await newCall(phone)('answered', { employeeExtension: 'nobody’s' })
    await newCall(phone)('answered')
    const contacts = await contactsOf(kase.id)
    expect(contacts.slice(-2).map(({ employeeId }) => employeeId)).toEqual([null, null])
    expect(await show(kase)).toMatchObject({ chases: 3, faces: 2 })
  })

  test('is about the question of whoever answers, and else about the latest', async () => {
    const { phone, customer, piet, extensions, take } = await setCall()
    const first = await take()
    const second = await service.do('POST', '/v1/cases', {
      as: piet.id,
      body: { customerId: customer.id, question: 'And this?' },
    })
    expect(await newCall(phone)('answered', { employeeExtension: extensions.sanne })).toMatchObject({
      caseId: first.id,
    })
    expect(await newCall(phone)('answered')).toMatchObject({ caseId: second.id })
  })

  test('is no contact on a complaint about whoever answers', async () => {
    const { phone, piet, customer, extensions, take } = await setCall()
    const kase = await take({ aboutEmployeeId: piet.id })
    const told = await newCall(phone)('answered', { employeeExtension: extensions.piet })
    expect(told).toMatchObject({ caseId: null, contactId: null, customer: { id: customer.id } })
    expect((await contactsOf(kase.id)).length).toBe(1)
  })

  test('beside a complaint about whoever answers is about the question of who shares the number', async () => {
    const { phone, piet, team, extensions, take } = await setCall()
    const other = await service.customer({ phone, teamId: team.id })
    const theirs = await take({ customerId: other.id })
    const complaint = await take({ aboutEmployeeId: piet.id })
    const told = await newCall(phone)('answered', { employeeExtension: extensions.piet })
    expect(told).toMatchObject({ caseId: theirs.id, customer: { id: other.id } })
    expect((await contactsOf(complaint.id)).length).toBe(1)
    expect(await newCall(phone)('answered', { employeeExtension: extensions.sanne })).toMatchObject({
      caseId: complaint.id,
    })
  })

  test('and is answered without an open question behind it makes no contact and no case', async () => {
    const { phone, customer, extensions } = await setCall()
    const call = newCall(phone)
    for (const event of ['ringing', 'answered', 'ended'])
      await call(event, { employeeExtension: extensions.sanne })
    expect(await call('ended')).toMatchObject({
      state: 'ended',
      customer: { id: customer.id },
      caseId: null,
      contactId: null,
    })
    expect(await casesOf(customer.id)).toEqual([])
  })

  test('of a question that is opened while they speak is not counted once more when they hang up', async () => {
    const { phone, extensions, take } = await setCall()
    const call = newCall(phone)
    await call('answered', { employeeExtension: extensions.sanne })
    const kase = await take()
    expect(await call('ended')).toMatchObject({ caseId: null, contactId: null })
    expect(await show(kase)).toMatchObject({ chases: 0 })
  })
})

/** What telephone systems send of a caller who shows no number, and what is none. */
const withheld = [
  'anonymous',
  'ANONYMOUS',
  '',
  null,
  undefined,
  'null',
  'private',
  'Private Number',
  'onbekend',
  'Unbekannt',
  'Numéro masqué',
  'desconocido',
  '+266696687',
  '266696687',
  '+86282452253',
  'sip:anonymous@anonymous.invalid',
  '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1',
  'hello',
  '204',
  '+',
  '0612',
  '9'.repeat(18),
]

describe('a call that nobody answers', () => {
  test('is a chase of the open question', async () => {
    const { phone, take } = await setCall()
    const kase = await take()
    const call = newCall(phone)
    await call('ringing')
    const told = await call('ended')
    expect(told).toMatchObject({ state: 'missed', caseId: kase.id })
    expect((await contactsOf(kase.id)).at(-1)).toMatchObject({
      id: told.contactId,
      outcome: 'missed',
      employeeId: null,
      byOwner: false,
    })
    expect(await show(kase)).toMatchObject({ chases: 1, faces: 1, callback: kase.callback })
  })

  test('opens a question of a customer who has none, with an owner and a promise to call back', async () => {
    const { phone, customer, team } = await setCall()
    const at = Temporal.Now.instant().subtract({ minutes: 3 })
    const told = await newCall(phone)('ended', { at: at.toString() })
    const [kase, ...others] = await casesOf(customer.id)
    expect(others).toEqual([])
    const local = at.toZonedDateTimeISO('Europe/Amsterdam')
    const moment = `${local.toPlainDate()} at ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
    expect(kase).toMatchObject({
      id: told.caseId,
      teamId: team.id,
      question: `Missed call on ${moment} from ${phone}`,
      channel: 'phone',
      openedBy: { kind: 'system' },
      callback: { channel: 'phone', to: phone, state: 'open' },
      chases: 0,
      faces: 0,
    })
    expect(await contactsOf(told.caseId)).toMatchObject([
      { outcome: 'missed', employeeId: null, opening: true },
    ])
  })

  test('makes a customer of a number that nobody has; five in a row are one case', async () => {
    const phone = newPhone()
    await setCall()
    const told: Answer['body'][] = []
    for (let n = 0; n < 5; n++) told.push(await newCall(phone)('ended'))
    const [customer, ...others] = await customersWith(phone)
    expect(others).toEqual([])
    expect(new Set(told.map(({ caseId }) => caseId)).size).toBe(1)
    const [kase, ...more] = await casesOf(customer.id)
    expect(more).toEqual([])
    expect(kase.chases).toBe(4)
    expect((await contactsOf(kase.id)).map(({ outcome }) => outcome)).toEqual(Array(5).fill('missed'))
  })

  test('and that shows no number is kept, and promises nothing', async () => {
    const before = (await service.sql.query('select count(*) from cases')).rows[0]
    for (const from of withheld)
      expect([from, await newCall('', { from })('ended')]).toMatchObject([
        from,
        { state: 'missed', from: null, customer: null, caseId: null },
      ])
    for (const to of ['204', 'onbekend', null])
      expect(await newOutbound('', { to })('ended')).toMatchObject({
        state: 'missed',
        to: null,
        caseId: null,
      })
    expect((await service.sql.query('select count(*) from cases')).rows[0]).toEqual(before)
  })

  test('proves nothing: neither that the customer withdrew, nor that they heard of another window', async () => {
    const { phone, sanne, take } = await setCall()
    const kase = await take()
    const { contactId } = await newCall(phone)('ended')
    for (const outcome of ['withdrawn', 'answered'])
      expect(
        await service.call('POST', `/v1/cases/${kase.id}/resolve`, {
          as: sanne.id,
          body: { outcome, summary: 'They called.', contactId },
        }),
      ).toMatchObject({ status: 422, body: { code: 'customer-not-told' } })
    expect(
      await service.call('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
        as: sanne.id,
        body: { reason: 'They called.', contactId },
      }),
    ).toMatchObject({ status: 422, body: { code: 'customer-not-told' } })
  })

  test('of several customers with one number is that of the one with the latest open question', async () => {
    const { phone, customer, team, take } = await setCall()
    const kase = await take()
    const newest = await service.customer({
      phone: newPhone(),
      teamId: team.id,
      otherContactPoints: [{ channel: 'phone', address: phone }],
    })
    expect(await newCall(phone)('ended')).toMatchObject({ caseId: kase.id, customer: { id: customer.id } })
    const number = newPhone()
    await service.customer({ phone: number, teamId: team.id })
    const second = await service.customer({ phone: number, teamId: team.id })
    expect(await newCall(number)('ringing')).toMatchObject({ customer: { id: second.id } })
    expect(newest.id).not.toBe(customer.id)
  })
})

describe('a call that was answered after all', () => {
  test('turns the missed contact into what it was, once; by the owner, no chase', async () => {
    const { phone, sanne, piet, extensions, take } = await setCall()
    const kase = await take()
    const call = newCall(phone)
    const { contactId } = await call('ended')
    const told = await call('answered', { employeeExtension: extensions.sanne })
    expect(told).toMatchObject({ state: 'ended', caseId: kase.id, contactId })
    await call('answered', { employeeExtension: extensions.piet })
    const contacts = await contactsOf(kase.id)
    expect(contacts.length).toBe(2)
    expect(contacts.at(-1)).toMatchObject({
      id: contactId,
      outcome: 'reached',
      employeeId: sanne.id,
      byOwner: true,
    })
    expect(await show(kase)).toMatchObject({ chases: 0, faces: 1 })
    const { data } = await service.do('GET', '/v1/events?type=contact.completed&limit=200')
    const completed = data.filter((event: Answer['body']) => event.caseId === kase.id)
    expect(completed.map((event: Answer['body']) => event.data)).toEqual([
      { contactId, outcome: 'reached', employeeId: sanne.id, noChase: true },
    ])
    expect(piet.id).not.toBe(sanne.id)
  })

  test.each([
    ['no try before', 0],
    ['a try before', 1],
  ])('and went out is what it would have been, in any order, with %s', async (_, before) => {
    const { phone, sanne, extensions, take } = await setCall()
    const outcomes: unknown[] = []
    for (const order of [
      ['ringing', 'answered', 'ended'],
      ['answered', 'ended', 'ringing'],
      ['ended', 'answered', 'ringing'],
      ['ringing', 'ended', 'answered'],
    ] as const) {
      service.clock.now = Temporal.Instant.from('2027-01-12T09:00:00Z')
      const kase = await take({ callback: undefined })
      service.clock.now = Temporal.Instant.from('2027-01-12T09:10:00Z')
      for (let n = 0; n < before; n++)
        await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
          as: sanne.id,
          body: { outcome: 'busy' },
        })
      service.clock.now = Temporal.Instant.from('2027-01-12T10:00:00Z')
      const call = newOutbound(phone, { employeeExtension: extensions.sanne })
      for (const event of order) await call(event)
      const { attempts, nextTryAt, history } = await service.do('GET', `/v1/callbacks/${kase.callback.id}`)
      outcomes.push([attempts, nextTryAt, history.map(({ outcome }: Answer['body']) => outcome)])
      const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=contact.completed`)
      expect(data.map((event: Answer['body']) => event.data.noTry)).toEqual(
        order.indexOf('ended') < order.indexOf('answered') ? [true] : [],
      )
      await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
        as: sanne.id,
        body: { outcome: 'answered', summary: 'Friday.', contact: { direction: 'outbound' } },
      })
    }
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(outcomes[0]).toEqual([
      before,
      before === 0 ? null : '2027-01-12T11:10:00.000Z',
      before === 0 ? [] : ['busy'],
    ])
  })

  test('and opened a question ends it by itself, as no question, with the contact completed', async () => {
    const { phone, piet, extensions } = await setCall()
    const call = newCall(phone)
    const { caseId, contactId } = await call('ended')
    const opened = await show({ id: caseId })
    const told = await call('answered', { employeeExtension: extensions.piet })
    expect(told).toMatchObject({ state: 'ended', caseId, contactId, employee: { id: piet.id } })
    expect(await contactsOf(caseId)).toMatchObject([
      { id: contactId, outcome: 'reached', employeeId: piet.id },
    ])
    expect(await show({ id: caseId })).toMatchObject({
      status: 'resolved',
      faces: 1,
      resolution: { outcome: 'notAQuestion', firstContact: false, resolvedBy: piet.id },
    })
    expect(await service.do('GET', `/v1/callbacks/${opened.callback.id}`)).toMatchObject({
      state: 'released',
    })
    const { data } = await service.do('GET', `/v1/events?caseId=${caseId}&type=case.resolved`)
    expect(data.map((event: Answer['body']) => event.data.because)).toEqual(['answered-after-all'])
    const timeline = await service.do('GET', `/v1/cases/${caseId}/timeline`)
    expect(timeline.data.map((each: Answer['body']) => each.headline)).toContain(
      'The call that opened the case was answered after all: the case ended by itself.',
    )
    expect(await call('answered', { employeeExtension: extensions.piet })).toEqual(told)
  })

  test('by whoever owns the question now, or by nobody known, ends it as well', async () => {
    const { phone, customer } = await setCall()
    const call = newCall(phone)
    const { caseId } = await call('ended')
    const { owner } = await show({ id: caseId })
    const own = `o${last}`
    await service.do('PATCH', `/v1/employees/${owner.id}`, {
      body: { extension: own },
      headers: { 'if-match': '*' },
    })
    await call('answered', { employeeExtension: own })
    expect(await show({ id: caseId })).toMatchObject({
      status: 'resolved',
      resolution: { firstContact: false },
    })
    const another = newCall(phone)
    const missed = await another('ended')
    await another('answered')
    expect(missed.caseId).not.toBe(caseId)
    expect(await show({ id: missed.caseId })).toMatchObject({ status: 'resolved', owner: { id: owner.id } })
    expect((await casesOf(customer.id)).length).toBe(2)
  })

  test('ends it also when its promise was overdue by then, since nobody has done anything', async () => {
    const { phone } = await setCall()
    const call = newCall(phone)
    const { caseId } = await call('ended')
    const db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
    await announceDeadlines(db, Temporal.Now.instant().add({ hours: 24 * 30 }))
    await db.close()
    expect(await call('answered')).toMatchObject({ state: 'ended' })
    expect(await show({ id: caseId })).toMatchObject({ status: 'resolved' })
  })

  test('leaves the question open when anything else has happened to it', async () => {
    const steps: Readonly<Record<string, (kase: Answer['body'], phone: string) => Promise<unknown>>> = {
      note: ({ id, owner }) =>
        service.do('POST', `/v1/cases/${id}/notes`, { as: owner.id, body: { text: 'Who is it?' } }),
      attempt: ({ callback, owner }) =>
        service.do('POST', `/v1/callbacks/${callback.id}/attempts`, {
          as: owner.id,
          body: { outcome: 'no-answer' },
        }),
      change: ({ id, owner }) =>
        service.do('PATCH', `/v1/cases/${id}`, {
          as: owner.id,
          body: { subject: 'The invoice' },
          headers: { 'if-match': '*' },
        }),
      again: (_, phone) => newCall(phone)('ended'),
    }
    for (const [name, step] of Object.entries(steps)) {
      const { phone, piet, extensions } = await setCall()
      const call = newCall(phone)
      const { caseId, contactId } = await call('ended')
      await step(await show({ id: caseId }), phone)
      await call('answered', { employeeExtension: extensions.piet })
      expect([name, await show({ id: caseId })]).toMatchObject([name, { status: 'open' }])
      const contacts = await contactsOf(caseId)
      expect(contacts.find(({ id }) => id === contactId)).toMatchObject({
        outcome: 'reached',
        employeeId: piet.id,
      })
    }
  })

  test('and whose number came last is what it would have been by its number', async () => {
    const { phone, extensions, take } = await setCall()
    const missed = newCall(phone)
    expect(await missed('ended', { from: 'anonymous' })).toMatchObject({ caseId: null })
    const told = await missed('ringing')
    expect(told).toMatchObject({ state: 'missed', from: phone })
    expect(await show({ id: told.caseId })).toMatchObject({ status: 'open', openedBy: { kind: 'system' } })
    const kase = await take()
    const answered = newCall(phone)
    await answered('answered', { from: null, employeeExtension: extensions.sanne })
    expect(await answered('ringing')).toMatchObject({ state: 'answered', caseId: kase.id })
    expect((await contactsOf(kase.id)).at(-1)).toMatchObject({ outcome: 'reached', byOwner: true })
  })

  test('by whom a complaint is about, tells nothing of them on it', async () => {
    const { phone, piet, extensions, take } = await setCall()
    const kase = await take({ aboutEmployeeId: piet.id })
    const call = newCall(phone)
    const { contactId } = await call('ended')
    await call('answered', { employeeExtension: extensions.piet })
    expect((await contactsOf(kase.id)).at(-1)).toMatchObject({
      id: contactId,
      outcome: 'reached',
      employeeId: null,
    })
    expect(await show(kase)).toMatchObject({ faces: 1 })
  })

  test('leaves what rests on the contact as it was', async () => {
    const { phone, sanne, extensions, take } = await setCall()
    const older = await take()
    const kase = await take()
    const call = newOutbound(phone, { employeeExtension: extensions.sanne })
    const { contactId } = await call('ended')
    await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: sanne.id,
      body: { outcome: 'duplicate', summary: 'The same.', duplicateOf: older.id, contactId },
    })
    expect(await call('answered')).toMatchObject({ state: 'ended', contactId })
    expect((await contactsOf(kase.id)).at(-1)).toMatchObject({ outcome: 'no-answer' })
  })
})

describe('a call that goes out', () => {
  test('is a contact when the owner or the stand-in makes it: reached, or nobody there', async () => {
    const { phone, sanne, extensions, take } = await setCall()
    const kase = await take()
    const told = await newOutbound(phone, { employeeExtension: extensions.sanne })('answered')
    expect((await contactsOf(kase.id)).at(-1)).toMatchObject({
      id: told.contactId,
      direction: 'outbound',
      outcome: 'reached',
      employeeId: sanne.id,
      byOwner: true,
    })
    await newOutbound(phone, { employeeExtension: extensions.sanne })('ended')
    expect((await contactsOf(kase.id)).at(-1)).toMatchObject({ direction: 'outbound', outcome: 'no-answer' })
    expect(await show(kase)).toMatchObject({ chases: 0, faces: 1 })
  })

  test('by anybody else is no contact: the customer hears one voice', async () => {
    const { phone, customer, extensions, take } = await setCall()
    const kase = await take()
    for (const employeeExtension of [extensions.piet, 'nobody’s', undefined])
      for (const event of ['answered', 'ended'])
        expect(await newOutbound(phone, { employeeExtension })(event)).toMatchObject({
          customer: { id: customer.id },
          caseId: null,
          contactId: null,
          ring: null,
        })
    expect((await contactsOf(kase.id)).length).toBe(1)
  })

  test('is the same contact whichever event says who called, and in whatever order', async () => {
    const { phone, sanne, extensions, take } = await setCall()
    const kase = await take()
    const orders = ['ringing answered ended', 'ringing ended answered', 'answered ringing ended']
      .concat('answered ended ringing', 'ended ringing answered', 'ended answered ringing')
      .map((order) => order.split(' '))
    for (const names of ['ringing', 'answered', 'ended'])
      for (const order of orders) {
        const call = newOutbound(phone)
        for (const event of [...order, ...order])
          await call(event, event === names ? { employeeExtension: extensions.sanne } : {})
        expect([names, order, await call('ended')]).toMatchObject([
          names,
          order,
          { state: 'ended', caseId: kase.id },
        ])
      }
    const made = (await contactsOf(kase.id)).slice(1)
    expect(made.map(({ outcome, employeeId }) => [outcome, employeeId])).toEqual(
      Array(18).fill(['reached', sanne.id]),
    )
  })
})

describe('what is told', () => {
  test('again changes nothing and is answered the same', async () => {
    const { phone, extensions, take } = await setCall()
    const kase = await take()
    const call = newCall(phone, { employeeExtension: extensions.sanne })
    for (const event of ['ringing', 'answered', 'ended']) {
      const first = await call(event)
      expect(await call(event)).toEqual(first)
    }
    expect((await contactsOf(kase.id)).length).toBe(2)
  })

  test('of another call under the same id is refused, since it would be somebody else’s', async () => {
    const { phone } = await setCall()
    const callId = randomUUID()
    const told = { callId, event: 'ringing', direction: 'inbound', from: phone, to: ours }
    expect((await tell(told)).status).toBe(200)
    for (const [pointer, other] of [
      ['#/from', { from: newPhone(), event: 'ended' }],
      ['#/direction', { direction: 'outbound', event: 'ended' }],
    ] as const) {
      const { status, body } = await tell({ ...told, ...other })
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'unprocessable', pointer])
    }
    expect(await tell({ ...told, from: 'anonymous', event: 'answered' })).toMatchObject({
      status: 200,
      body: { from: phone },
    })
  })

  test('that says no event of a call, is a day too old or of tomorrow is refused, and names what is wrong', async () => {
    const good = { callId: randomUUID(), event: 'ended', direction: 'inbound', from: newPhone(), to: '204' }
    const ago = (hours: number) => Temporal.Now.instant().subtract({ hours }).toString()
    for (const [pointer, status, wrong] of [
      ['#/at', 422, { at: ago(8 * 24) }],
      ['#/at', 422, { at: ago(-1) }],
      ['#/at', 400, { at: '2026' }],
      ['#/event', 400, { event: 'held' }],
      ['#/direction', 400, { direction: 'in' }],
      ['#/callId', 400, { callId: ' ' }],
      ['#/callId', 400, { callId: undefined }],
      ['#/duration', 400, { duration: 30 }],
    ] as const) {
      const { status: answered, body } = await tell({ ...good, ...wrong })
      expect([answered, body.errors?.[0].pointer]).toEqual([status, pointer])
    }
    expect(await tell(good)).toMatchObject({ status: 200, body: { to: null } })
  })

  test('says nothing where it is null or empty', async () => {
    const { phone, take } = await setCall()
    const kase = await take()
    for (const nothing of [
      { employeeExtension: null },
      { employeeExtension: ' ' },
      { at: null },
      { to: null },
    ])
      expect([nothing, await newCall(phone, nothing)('answered')]).toMatchObject([
        nothing,
        { caseId: kase.id, employee: null, employeeExtension: null },
      ])
  })

  test('is of the call that it names to the letter, blanks included', async () => {
    const { phone } = await setCall()
    const callId = randomUUID()
    const told = { event: 'ringing', direction: 'inbound', from: phone, to: ours }
    const ids = [callId, ` ${callId}`, `${callId} `, callId.toUpperCase()]
    const calls = await Promise.all(ids.map((each) => tell({ ...told, callId: each })))
    expect(calls.map(({ body }) => body.callId)).toEqual(ids)
    expect(new Set(calls.map(({ body }) => body.id)).size).toBe(ids.length)
  })

  test('over midnight and across years is one call, at the first moment that was told of', async () => {
    const { phone, extensions } = await setCall()
    service.clock.now = Temporal.Instant.from('2027-01-01T00:10:00+01:00')
    const call = newCall(phone, { employeeExtension: extensions.sanne })
    await call('ended', { at: '2027-01-01T00:04:00+01:00' })
    await call('answered', { at: '2026-12-31T23:58:00+01:00' })
    const told = await call('ringing', { at: '2026-12-31T23:57:30+01:00' })
    expect(told).toMatchObject({ state: 'ended', at: '2026-12-31T22:57:30.000Z' })
    expect(JSON.stringify(told)).not.toMatch(/duration|seconds|endedAt/i)
  })

  test('is a system’s to tell', async () => {
    const { phone, sanne } = await setCall()
    const body = { callId: randomUUID(), event: 'ended', direction: 'inbound', from: phone, to: ours }
    expect((await service.call('POST', '/v1/calls', { as: sanne.id, body })).status).toBe(403)
    const other = await service.key('cases:write')
    expect((await service.call('POST', '/v1/calls', { key: other, body })).status).toBe(403)
  })

  test('before anybody works here is refused, and nothing is kept of it', async () => {
    const empty = await startService()
    const body = { callId: 'first', event: 'ended', direction: 'inbound', from: '+31612345678', to: ours }
    expect(await empty.call('POST', '/v1/calls', { body })).toMatchObject({
      status: 409,
      body: { code: 'organisation-not-ready' },
    })
    await empty.employee({ teamId: (await empty.team()).id })
    expect(await empty.call('POST', '/v1/calls', { body })).toMatchObject({
      status: 200,
      body: { state: 'missed' },
    })
    await empty.stop()
  })
})

test('a direct number names who has it, as telephone or as extension, in any notation', async () => {
  const { phone, sanne, take } = await setCall()
  const kase = await take()
  const direct = `+3120${++last}`.slice(0, 12)
  const change = (body: object) =>
    service.do('PATCH', `/v1/employees/${sanne.id}`, { body, headers: { 'if-match': '*' } })
  await change({ phone: direct })
  const national = `0${direct.slice(3)}`
  for (const employeeExtension of [direct, direct.slice(1), national, `sip:${direct}@pbx.example`])
    expect(await newCall(phone)('answered', { employeeExtension })).toMatchObject({
      employee: { id: sanne.id, name: sanne.name },
      employeeExtension,
    })
  await change({ phone: null, extension: direct.slice(1) })
  expect(await newCall(phone)('answered', { employeeExtension: national })).toMatchObject({
    employee: { id: sanne.id },
  })
  const contacts = (await contactsOf(kase.id)).slice(1)
  expect(contacts.map(({ employeeId, byOwner }) => [employeeId, byOwner])).toEqual(
    Array(5).fill([sanne.id, true]),
  )
  expect(await newCall(phone)('answered', { employeeExtension: '999' })).toMatchObject({
    employee: null,
    employeeExtension: '999',
  })
})

test('an extension that several have is that of the one in the customer’s team, and else nobody’s', async () => {
  const { phone, team, take } = await setCall()
  const elsewhere = await service.team()
  const shared = `x${last}`
  await service.employee({ teamId: elsewhere.id, extension: shared })
  const own = await service.employee({ teamId: team.id, extension: shared })
  const kase = await take()
  await newCall(phone)('answered', { employeeExtension: shared })
  expect((await contactsOf(kase.id)).at(-1)).toMatchObject({ employeeId: own.id })
  await service.employee({ teamId: team.id, extension: shared })
  await newCall(phone)('answered', { employeeExtension: shared })
  expect((await contactsOf(kase.id)).at(-1)).toMatchObject({ employeeId: null })
})

describe('a call that is on record', () => {
  const attempt = (callbackId: string, as: string, body: object) =>
    service.call('POST', `/v1/callbacks/${callbackId}/attempts`, { as, body })

  test('is what keeps the promise, and not doubled by the attempt that says so', async () => {
    const { phone, sanne, extensions, take } = await setCall()
    const kase = await take()
    const now = Temporal.Now.instant()
    const at = now.add({ minutes: 1 }).toString({ smallestUnit: 'millisecond' })
    service.clock.now = now.add({ minutes: 2 })
    const { contactId } = await newOutbound(phone, { employeeExtension: extensions.sanne })('answered', {
      at,
    })
    const { status, body } = await attempt(kase.callback.id, sanne.id, {
      outcome: 'reached',
      contactId,
      summary: 'Paid back.',
      then: { resolve: { outcome: 'answered' } },
    })
    expect([status, body.contactId, body.at, body.case.status]).toEqual([201, contactId, at, 'resolved'])
    expect((await contactsOf(kase.id)).length).toBe(2)
  })

  test('keeps no promise when the owner was not heard in it, when it is older, and not twice', async () => {
    const { phone, sanne, extensions, take } = await setCall()
    const kase = await take()
    const then = { callback: {} }
    const refused = async (callbackId: string, contactId: string, more: object = {}) => {
      const { status, body } = await attempt(callbackId, sanne.id, {
        outcome: 'reached',
        contactId,
        then,
        ...more,
      })
      return [status, body.code, body.errors?.[0].pointer]
    }
    const told = [422, 'customer-not-told', '#/contactId']
    const missed = (await newCall(phone)('ended')).contactId
    const colleague = (await newCall(phone)('answered', { employeeExtension: extensions.piet })).contactId
    const tried = (await newOutbound(phone, { employeeExtension: extensions.sanne })('ended')).contactId
    for (const contactId of [missed, colleague, tried])
      expect(await refused(kase.callback.id, contactId)).toEqual(told)
    expect(await refused(kase.callback.id, randomUUID())).toEqual([422, 'unprocessable', '#/contactId'])
    const spoke = (await newCall(phone)('answered', { employeeExtension: extensions.sanne })).contactId
    expect(await refused(kase.callback.id, spoke, { participants: [sanne.id] })).toEqual([
      400,
      'validation-failed',
      '#/participants',
    ])
    expect(await refused(kase.callback.id, spoke, { outcome: 'no-answer', then: undefined })).toEqual([
      400,
      'validation-failed',
      '#/contactId',
    ])
    const { body } = await attempt(kase.callback.id, sanne.id, { outcome: 'reached', contactId: spoke, then })
    expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
      state: 'kept',
      customerCalledFirst: true,
    })
    expect(await refused(body.case.callback.id, spoke)).toEqual(told)
  })
})

test('an absent owner’s stand-in is heard as the owner, on the telephone either way', async () => {
  const { phone, sanne, piet, extensions, take } = await setCall()
  const kase = await take()
  const now = Temporal.Now.instant()
  const [from, until] = [now.subtract({ hours: 1 }).toString(), now.add({ hours: 24 }).toString()]
  await coverAbsence(service, { owner: sanne.id, by: piet.id, from, until })
  const inbound = newCall(phone)
  expect(await inbound('ringing')).toMatchObject({ ring: { employeeId: piet.id, reason: 'stand-in' } })
  await inbound('answered', { employeeExtension: extensions.piet })
  await newOutbound(phone, { employeeExtension: extensions.piet })('answered')
  const contacts = (await contactsOf(kase.id)).slice(1)
  expect(contacts).toMatchObject([
    { direction: 'inbound', outcome: 'reached', employeeId: piet.id, byOwner: true },
    { direction: 'outbound', outcome: 'reached', employeeId: piet.id, byOwner: true },
  ])
})
