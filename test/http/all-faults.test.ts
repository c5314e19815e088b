import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
beforeAll(async () => {
  scene = await setScene(service)
})

const mustBePhone = 'must be a telephone number, such as 020 123 4567 or +31201234567'

const faults = async (method: 'POST' | 'PATCH' | 'PUT', url: string, body: unknown, key?: string) => {
  const answer = await service.call(method, url, {
    as: scene.sanne.id,
    body,
    headers: { 'if-match': '*', ...(key !== undefined && { 'idempotency-key': key }) },
  })
  const errors: { pointer: string; message: string }[] = answer.body.errors ?? []
  return { status: answer.status, errors: errors.map(({ pointer, message }) => [pointer, message]) }
}
/** The same as a system with every scope asks. */
const pointersForSystem = async (method: 'POST' | 'PATCH' | 'PUT', url: string, body: unknown) => {
  const { status, body: told } = await service.call(method, url, { body, headers: { 'if-match': '*' } })
  const errors: { pointer: string }[] = told.errors ?? []
  return [status, ...errors.map(({ pointer }) => pointer).sort()]
}
const pointers = async (...asked: Parameters<typeof faults>) => {
  const { status, errors } = await faults(...asked)
  return [status, ...errors.map(([pointer]) => pointer).sort()]
}

describe('all that is wrong is told at once', () => {
  test('of a customer: form, number and e-mail', async () => {
    const body = {
      nme: 'Dijkstra',
      phone: '12',
      email: 'no',
      kind: 'company',
      otherContactPoints: [
        { channel: 'phone', address: '12' },
        { channel: 'email', address: 'a@b' },
        { channel: 'fax', address: '12' },
      ],
    }
    const all = [400, '#/email', '#/kind', '#/nme', '#/otherContactPoints/0/address']
    const expected = [...all, '#/otherContactPoints/1/address', '#/otherContactPoints/2/channel', '#/phone']
    expect(await pointers('POST', '/v1/customers', body)).toEqual(expected)
    expect(await pointers('POST', '/v1/customers', body, randomUUID())).toEqual(expected)
    expect(await pointers('PUT', '/v1/customers/by-reference/crm/1', body)).toEqual(expected)
    const [, ...nested] = expected
    expect(await pointers('POST', '/v1/cases', { customer: body })).toEqual([
      400,
      ...[...nested.map((pointer) => String(pointer).replace('#', '#/customer')), '#/question'].sort(),
    ])
    expect((await faults('POST', '/v1/customers', { phone: '12' })).errors).toEqual([
      ['#/phone', mustBePhone],
    ])
  })

  test('of numbers and addresses alone, which have the right form', async () => {
    const body = {
      phone: '12',
      otherContactPoints: [
        { channel: 'email', address: 'abc' },
        { channel: 'phone', address: 'abc' },
      ],
    }
    expect(await pointers('POST', '/v1/customers', body)).toEqual([
      ...[400, '#/otherContactPoints/0/address', '#/otherContactPoints/1/address', '#/phone'],
    ])
  })

  test('of a case: the customer and the question', async () => {
    expect(await faults('POST', '/v1/cases', {})).toEqual({
      status: 400,
      errors: [
        ['#/question', 'is needed'],
        ['#/customerId', 'must name the customer, by customerId or by customer'],
      ],
    })
    expect(
      await pointers('POST', '/v1/cases', {
        customer: { phone: '12' },
        question: 'Why?',
        callback: { channel: 'phone', to: '34', from: 'noon' },
      }),
    ).toEqual([400, '#/callback/from', '#/callback/to', '#/callback/until', '#/customer/phone'])
  })

  test('of an employee: team, topics and number', async () => {
    const body = { name: 'Sanne', teamId: randomUUID(), topics: ['no', 'none'], phone: '12' }
    const admin = { body }
    const answer = await service.call('POST', '/v1/employees', admin)
    expect(answer.status).toBe(422)
    const told = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(told.sort()).toEqual(['#/phone', '#/teamId', '#/topics/0', '#/topics/1'])
  })

  test('of an absence and a consultation: what belongs together', async () => {
    expect(await pointers('POST', `/v1/employees/${scene.sanne.id}/absences`, { stadIn: 'x' })).toEqual([
      400,
      '#/stadIn',
      '#/until',
    ])
    const kase = await scene.take()
    expect((await pointers('POST', `/v1/cases/${kase.id}/consultations`, {})).slice(1)).toEqual(
      expect.arrayContaining(['#/employeeId', '#/question']),
    )
  })

  test('of a try: what follows, whichever of the two is wrong, and what should follow', async () => {
    const url = `/v1/callbacks/${(await scene.take()).callback.id}/attempts`
    const tried = (body: object) => pointers('POST', url, body)
    expect(
      await tried({ outcome: 'reached', then: { callback: { from: 'x', until: 'y', channel: 'q' } } }),
    ).toEqual([400, '#/then/callback/channel', '#/then/callback/from', '#/then/callback/until'])
    expect(await tried({ outcome: 'reached', summary: 5 })).toEqual([400, '#/summary', '#/then'])
    expect(await tried({ outcome: 'busy', summary: 5, then: { resolve: { outcome: 'answered' } } })).toEqual([
      ...[400, '#/summary', '#/then'],
    ])
    const both = { resolve: { outcome: 'answered' }, callback: {} }
    expect(await tried({ outcome: 'reached', then: both })).toEqual([
      ...[400, '#/then/callback', '#/then/resolve'],
    ])
    expect(await tried({ outcome: 'reached', then: {} })).toEqual([400, '#/then/callback'])
  })

  test('of lists: what is named twice, beside entries and fields that are wrong', async () => {
    const value = { code: 'honest', name: 'Honest', meaning: 'Say it first.' }
    expect(
      await pointersForSystem('PUT', '/v1/values', {
        values: [value, { ...value, name: 7 }, null],
        extra: 1,
      }),
    ).toEqual([...[400, '#/extra', '#/values/1/code', '#/values/1/name', '#/values/2']])
    const team = { name: 'Noord', segments: ['home', 'home', 7] }
    expect(await pointersForSystem('POST', '/v1/teams', team)).toEqual([400, '#/segments', '#/segments/2'])
    const key = { name: 'CRM', scopes: ['cases:read', 'cases:read', 'all'] }
    expect(await pointersForSystem('POST', '/v1/api-keys', key)).toEqual([400, '#/scopes', '#/scopes/2'])
    const closed = { date: '2027-01-02', reason: 'Moving house' }
    const closures = [closed, { ...closed, reason: 7 }, { date: 7 }, null]
    const agreements = `/v1/teams/${scene.team.id}/agreements`
    expect(await pointersForSystem('PATCH', agreements, { closures })).toEqual([
      ...[400, '#/closures/1/date', '#/closures/1/reason', '#/closures/2/date', '#/closures/3'],
    ])
    const days = {
      monday: [
        { from: '09:00', until: '12:00' },
        { from: '11:00', until: '10:00', why: 'x' },
        { from: 'noon' },
        null,
      ],
    }
    expect(
      await pointersForSystem('PATCH', `/v1/employees/${scene.sanne.id}`, { workingHours: days }),
    ).toEqual([
      400,
      '#/workingHours/monday/1/from',
      '#/workingHours/monday/1/until',
      '#/workingHours/monday/1/why',
      '#/workingHours/monday/2/from',
      '#/workingHours/monday/2/until',
      '#/workingHours/monday/3',
    ])
  })

  test('of ceilings, beside a currency that is none', async () => {
    const ceilings = {
      gestureCeiling: { amount: '0.00', currency: 'EUR' },
      askCeiling: { amount: '1.234', currency: 'EUR' },
    }
    expect(await pointersForSystem('PATCH', '/v1/organisation', { currency: 'euro', ...ceilings })).toEqual([
      ...[400, '#/askCeiling/amount', '#/currency', '#/gestureCeiling/amount'],
    ])
  })

  test('of half a window: the other half, beside what else is wrong', async () => {
    const { id, callback } = await scene.take()
    const from = '2046-11-06T13:00:00Z'
    const moved = `/v1/callbacks/${callback.id}/reschedule`
    expect(await pointers('POST', moved, { from })).toEqual([400, '#/reason', '#/until'])
    const again = { body: { text: 'a' }, callback: { until: from }, reason: 5 }
    expect(await pointers('POST', `/v1/cases/${id}/reopen`, again)).toContain('#/callback/from')
  })

  test('beside a moment that is none: what contradicts each other', async () => {
    const url = `/v1/cases/${(await scene.take()).id}/contacts`
    const met = (body: object) => pointers('POST', url, { channel: 'phone', at: 'z', ...body })
    expect(await met({ direction: 'inbound', outcome: 'busy' })).toEqual([400, '#/at', '#/outcome'])
    expect(await met({ direction: 'outbound', thanks: true })).toEqual([400, '#/at', '#/thanks'])
  })
})

describe('a promise by mail goes to an e-mail address', () => {
  test.each(['abc', 'a b', 'x@', '@x.nl', 'a@b', 'a@b..nl'])('and not to %s', async (to) => {
    const promise = { callback: { channel: 'email', to } }
    const told = { status: 400, errors: [['#/callback/to', 'must be an e-mail address']] }
    expect(
      await faults('POST', '/v1/cases', { customerId: scene.customer.id, question: 'Why?', ...promise }),
    ).toEqual(told)
    const kase = await scene.take()
    expect(
      await faults('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
        channel: 'email',
        to,
        reason: 'Asked for it.',
        contact: { direction: 'outbound', channel: 'phone' },
      }),
    ).toEqual({ status: 400, errors: [['#/to', 'must be an e-mail address']] })
  })

  test('as a customer has one', async () => {
    const callback = { channel: 'email', to: 'dijkstra@example.org' }
    expect((await scene.take({ callback })).callback).toMatchObject(callback)
  })
})

describe('a region whose holidays count', () => {
  const change = (body: object) =>
    service.call('PATCH', '/v1/organisation', { body, headers: { 'if-match': '*' } })

  test.each([
    { country: 'DE', holidayRegion: 'Bayern' },
    { country: 'DE', holidayRegion: 'by' },
    { country: 'DE', holidayRegion: 'BY-X' },
    { country: 'DE', holidayRegion: 'BY-A-B' },
    { country: 'NL', holidayRegion: 'nope' },
    { country: 'NL', holidayRegion: 'BY' },
    { country: 'CZ', holidayRegion: 'P' },
    { country: 'DE', holidayRegion: 'constructor' },
    { holidayRegion: 'BY' },
  ])('is one of the country: $country has no $holidayRegion', async (body) => {
    const answer = await change({ ...body, nme: 'x' })
    expect([answer.status, answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      400,
      ['#/nme', '#/holidayRegion'],
    ])
    expect((await change(body)).body.errors[0].pointer).toBe('#/holidayRegion')
  })

  test('is kept, and ends with its country', async () => {
    for (const holidayRegion of ['BY', 'BY-A', null, 'BE'])
      expect((await change({ country: 'DE', holidayRegion })).body.holidayRegion).toBe(holidayRegion)
    expect((await change({ country: 'NL' })).body.holidayRegion).toBeNull()
  })
})

describe('a name that is taken is told with its place and with what has it', () => {
  const taken = async (
    body: object,
    url: string,
    key?: string,
    method: 'POST' | 'PATCH' | 'PUT' = 'POST',
  ) => {
    const answer = await service.call(method, url, {
      body,
      headers: method === 'PATCH' ? { 'if-match': '*' } : {},
      ...(key !== undefined && { key }),
    })
    const [error] = answer.body.errors ?? []
    return [answer.body.code, error?.pointer, error?.message, answer.body.existing?.id]
  }

  test('a topic, and the subject of an employee', async () => {
    const topic = await service.do('POST', '/v1/topics', { body: { code: 'taken', name: 'Taken' } })
    expect(await taken({ code: 'taken', name: 'T' }, '/v1/topics')).toEqual([
      ...['already-exists', '#/code', 'is taken', topic.id],
    ])
    const sanne = await service.employee({ subject: 'sanne@idp', teamId: null })
    expect(await taken({ name: 'Piet', subject: 'sanne@idp' }, '/v1/employees')).toEqual([
      ...['already-exists', '#/subject', 'is taken', sanne.id],
    ])
  })

  test('a reference of a customer, wherever it is given, to whoever may read customers', async () => {
    const [free, used] = [randomUUID(), randomUUID()].map((externalId) => ({ system: 'crm', externalId }))
    const { id } = await service.customer({ references: [used] })
    const other = await service.customer()
    const references = [free, used]
    const told = ['already-exists', '#/references/1', 'is taken', id]
    const url = '/v1/customers'
    expect(await taken({ name: 'D', references }, url)).toEqual(told)
    expect(await taken({ references }, `${url}/${other.id}`, undefined, 'PATCH')).toEqual(told)
    const put = `${url}/by-reference/crm/${randomUUID()}`
    expect(await taken({ name: 'D', references }, put, undefined, 'PUT')).toEqual(told)
    const blind = await service.key('customers:write')
    expect(await taken({ name: 'D', references }, url, blind)).toEqual([...told.slice(0, 3), undefined])
    const reader = await service.key('customers:write', 'customers:read')
    expect(await taken({ name: 'D', references }, url, reader)).toEqual(told)
  })
})
