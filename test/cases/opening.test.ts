import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
beforeAll(async () => {
  scene = await setScene(service)
})

type Kase = Answer['body']

const open = (fields: object, as: string | undefined = scene.sanne.id): Promise<Answer> =>
  service.call('POST', '/v1/cases', {
    ...(as ? { as } : {}),
    body: { customerId: scene.customer.id, question: 'Why?', ...fields },
  })
const bySystem = (fields: object): Promise<Answer> =>
  service.call('POST', '/v1/cases', { body: { customerId: scene.customer.id, question: 'Why?', ...fields } })
const refusalOf = ({ status, body }: Answer): unknown[] => [status, body.code, body.errors?.[0]?.pointer]

describe('the window of a promise', () => {
  const nine = Temporal.Instant.from('2027-01-12T09:00:00Z')
  test.each<[string, object, unknown[]]>([
    [
      'in the past',
      { from: '2027-01-11T10:00:00Z', until: '2027-01-11T11:00:00Z' },
      [422, 'unprocessable', '#/callback/until'],
    ],
    [
      'that ends now',
      { from: '2027-01-12T08:00:00Z', until: '2027-01-12T09:00:00Z' },
      [422, 'unprocessable', '#/callback/until'],
    ],
    [
      'that began an hour ago',
      { from: '2027-01-12T08:00:00Z', until: '2027-01-12T10:00:00Z' },
      [422, 'unprocessable', '#/callback/from'],
    ],
    [
      'that ends before it begins',
      { from: '2027-01-12T11:00:00Z', until: '2027-01-12T10:00:00Z' },
      [400, 'validation-failed', '#/callback/until'],
    ],
    [
      'without length',
      { from: '2027-01-12T10:00:00Z', until: '2027-01-12T10:00:00Z' },
      [400, 'validation-failed', '#/callback/until'],
    ],
    ['without an end', { from: '2027-01-12T10:00:00Z' }, [400, 'validation-failed', '#/callback/until']],
    ['without a beginning', { until: '2027-01-12T10:00:00Z' }, [400, 'validation-failed', '#/callback/from']],
    [
      'with more than it has',
      { from: '2027-01-12T10:00:00Z', until: '2027-01-12T11:00:00Z', ownerId: randomUUID() },
      [400, 'validation-failed', '#/callback/ownerId'],
    ],
  ])('%s is refused, and the field is named', async (_, callback, expected) => {
    service.clock.now = nine
    expect(refusalOf(await open({ callback }))).toEqual(expected)
    expect(refusalOf(await bySystem({ callback }))).toEqual(expected)
  })

  test('is kept as it was given, in UTC', async () => {
    service.clock.now = nine
    const { body } = await open({
      callback: { from: '2027-01-12T11:00:00+01:00', until: '2027-01-12T12:00:00+01:00' },
    })
    expect(body.callback).toMatchObject({
      from: '2027-01-12T10:00:00.000Z',
      until: '2027-01-12T11:00:00.000Z',
    })
  })

  test('follows from the team’s agreement where nobody gave one', async () => {
    service.clock.now = nine
    const { body } = await open({})
    expect(body.callback.until > body.callback.from).toBe(true)
    expect(body.callback.from >= body.openedAt).toBe(true)
    expect(await service.do('GET', `/v1/callbacks/${body.callback.id}`)).toMatchObject({ computed: true })
  })
})

describe('the way back to the customer', () => {
  test('is the customer’s own number, or the one that was asked for, as E.164', async () => {
    expect((await open({})).body.callback).toMatchObject({ channel: 'phone', to: '+31612345678' })
    expect((await open({ callback: { to: '020 123 4567' } })).body.callback).toMatchObject({
      channel: 'phone',
      to: '+31201234567',
    })
    expect(refusalOf(await open({ callback: { to: '12' } }))).toEqual([
      400,
      'validation-failed',
      '#/callback/to',
    ])
  })

  test('is the one that the customer prefers', async () => {
    const customer = await service.customer({ email: 'dijkstra@example.org', preferredChannel: 'email' })
    expect((await open({ customerId: customer.id })).body.callback).toMatchObject({
      channel: 'email',
      to: 'dijkstra@example.org',
    })
    const mail = await open({ customerId: undefined, customer: { email: 'jan@example.org' } })
    expect(mail.body.callback).toMatchObject({ channel: 'email', to: 'jan@example.org' })
  })

  test.each([
    [[{ channel: 'phone', address: '06 22222222' }], {}, 'phone', '+31622222222'],
    [
      [{ channel: 'email', address: 'work@example.org' }],
      { preferredChannel: 'email' },
      'email',
      'work@example.org',
    ],
    [[{ channel: 'letter', address: 'Straat 1' }], { preferredChannel: 'letter' }, 'letter', 'Straat 1'],
    [[{ channel: 'letter', address: 'Straat 1' }], {}, 'pickup', null],
  ])(
    'is one of the other points of contact, %j, where it is the only one',
    async (otherContactPoints, more, channel, to) => {
      const customer = await service.customer({ phone: null, otherContactPoints, ...more })
      const { body } = await open({ customerId: customer.id })
      expect(body.callback).toMatchObject({ channel, to })
    },
  )

  test('is needed where the customer left none for the channel that is asked for', async () => {
    const customer = await service.customer({ phone: null })
    expect(refusalOf(await open({ customerId: customer.id, callback: { channel: 'phone' } }))).toEqual([
      422,
      'unprocessable',
      '#/callback/to',
    ])
  })

  test('of a customer who is anonymous is the reference: the answer waits for whoever quotes it', async () => {
    const { status, body } = await open({ customerId: undefined, customer: { anonymous: true } })
    expect([status, body.customer.name]).toEqual([201, null])
    expect(body.callback).toMatchObject({ channel: 'pickup', to: null })
    expect(await service.do('GET', `/v1/cases/by-reference/${body.reference}`)).toMatchObject({ id: body.id })
    const system = await bySystem({ customerId: undefined, customer: { anonymous: true } })
    expect(system).toMatchObject({ status: 201, body: { callback: { channel: 'pickup' } } })
  })

  test('of an anonymous customer who comes by is kept by telling them', async () => {
    const { body: kase } = await open({ customerId: undefined, customer: { anonymous: true } })
    const body = { outcome: 'reached', summary: 'At the desk.', then: { resolve: { outcome: 'answered' } } }
    const { case: after } = await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: scene.sanne.id,
      body,
    })
    expect(after.status).toBe('resolved')
  })
})

describe('who owns what a system opens', () => {
  const crowd = async (contracts: readonly number[]) => {
    const team = await service.team()
    const people: Kase[] = []
    for (const contractHours of contracts)
      people.push(await service.employee({ teamId: team.id, contractHours }))
    return { team, people, customer: await service.customer({ teamId: team.id }) }
  }

  test('the least-loaded member of the customer’s team, by open cases over contract hours', async () => {
    const { team, people } = await crowd([36, 18])
    const owners: Record<string, number> = {}
    for (let n = 0; n < 9; n++) {
      const stranger = await service.customer({ teamId: team.id })
      const { status, body } = await bySystem({ customerId: stranger.id })
      expect([status, body.assignment.reason, body.teamId]).toEqual([201, 'least-loaded', team.id])
      expect(body.openedBy.kind).toBe('system')
      owners[body.owner.id] = (owners[body.owner.id] ?? 0) + 1
    }
    expect(people.map(({ id }) => owners[id])).toEqual([6, 3])
  })

  test('who resolves is less loaded again', async () => {
    const { team, people } = await crowd([36, 36])
    const [sanne, piet] = people
    const stranger = () => service.customer({ teamId: team.id })
    const body = async () => ({
      customerId: (await stranger()).id,
      question: 'Why?',
      resolution: { outcome: 'answered', summary: 'So.' },
    })
    for (let n = 0; n < 3; n++) await service.do('POST', '/v1/cases', { as: sanne.id, body: await body() })
    await open({ customerId: (await stranger()).id }, piet.id)
    expect((await bySystem({ customerId: (await stranger()).id })).body.owner.id).toBe(sanne.id)
  })

  test('whom the system names', async () => {
    const { people, customer } = await crowd([36, 36])
    const { body } = await bySystem({ customerId: customer.id, ownerId: people[1].id, channel: 'phone' })
    expect(body).toMatchObject({
      owner: { id: people[1].id },
      assignment: { reason: 'named' },
      openedBy: { kind: 'system' },
    })
    const elsewhere = await bySystem({ customerId: customer.id, ownerId: scene.sanne.id })
    expect(elsewhere.body).toMatchObject({ owner: { id: scene.sanne.id }, teamId: scene.team.id })
  })

  test('nobody who is no active member of a team', async () => {
    const specialist = await service.employee({ teamId: null })
    const { people } = await crowd([36, 36])
    await service.sql.query('update employees set departed_at = now() where id = $1', [people[0].id])
    for (const ownerId of [specialist.id, people[0].id, randomUUID(), scene.customer.id])
      expect(refusalOf(await bySystem({ ownerId }))).toEqual([422, 'unprocessable', '#/ownerId'])
  })

  test('never the employee whom a complaint is about', async () => {
    const { people, customer } = await crowd([36, 1])
    for (let n = 0; n < 3; n++) {
      const { body } = await bySystem({ customerId: customer.id, aboutEmployeeId: people[0].id })
      expect(body.owner.id).not.toBe(people[0].id)
    }
    const named = await bySystem({
      customerId: customer.id,
      ownerId: people[0].id,
      aboutEmployeeId: people[0].id,
    })
    expect(named.status).toBe(422)
  })
})

describe('an employee who opens a case', () => {
  test('owns it, and cannot give it to somebody else', async () => {
    expect((await open({ ownerId: scene.sanne.id })).body).toMatchObject({
      owner: { id: scene.sanne.id },
      assignment: { reason: 'taken' },
    })
    expect(refusalOf(await open({ ownerId: scene.piet.id }))).toEqual([422, 'unprocessable', '#/ownerId'])
  })

  test('owns it also when the customer is another team’s', async () => {
    const other = await setScene(service)
    const { body } = await open({ customerId: other.customer.id })
    expect(body).toMatchObject({ owner: { id: scene.sanne.id }, teamId: scene.team.id })
  })

  test('as a specialist finds it an owner', async () => {
    const specialist = await service.employee({ teamId: null })
    const { status, body } = await open({}, specialist.id)
    expect([status, body.openedBy]).toEqual([201, { kind: 'employee', id: specialist.id }])
    expect([scene.sanne.id, scene.piet.id]).toContain(body.owner.id)
  })
})

describe('what is asked', () => {
  test('names a customer, by id or by what is known of them, and not both', async () => {
    expect((await open({ customerId: undefined })).body).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '#/customerId' }],
    })
    expect((await open({ customer: { name: 'Jan' } })).body).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '#/customerId' }, { pointer: '#/customer' }],
    })
    expect(refusalOf(await open({ customerId: randomUUID() }))).toEqual([
      422,
      'unprocessable',
      '#/customerId',
    ])
    expect(refusalOf(await open({ topic: 'astrology' }))).toEqual([422, 'unprocessable', '#/topic'])
    const unknown = await open({ customerId: undefined, customer: { name: 'Jan', phone: '0612345679' } })
    expect(unknown).toMatchObject({
      status: 201,
      body: { customer: { name: 'Jan' }, callback: { to: '+31612345679' } },
    })
  })

  test('is answered with the customer’s other open cases', async () => {
    const customer = await service.customer({ teamId: scene.team.id })
    const first = (await open({ customerId: customer.id })).body
    const ended = (
      await open({ customerId: customer.id, resolution: { outcome: 'answered', summary: 'So.' } })
    ).body
    const { body } = await bySystem({ customerId: customer.id })
    expect(first.related).toEqual([])
    expect(body.related).toEqual([
      {
        id: first.id,
        reference: first.reference,
        subject: first.subject,
        ownerId: scene.sanne.id,
        openedAt: first.openedAt,
      },
    ])
    expect(ended.related).toHaveLength(1)
  })

  test('has the first words of the question for a subject', async () => {
    expect((await open({ question: 'Why?\nBecause of this.' })).body.subject).toBe('Why?')
    const { body } = await open({
      question:
        'Waarom is mijn rekening van oktober twee keer van mijn rekening afgeschreven en wanneer krijg ik het terug?',
    })
    expect(body.subject.length).toBeLessThanOrEqual(81)
    expect(body.subject).toMatch(/^Waarom is mijn .*…$/)
  })
})

describe('the reference that people read out', () => {
  test('is refused with any one digit misheard', async () => {
    const { body } = await open({})
    const reference: string = body.reference
    for (let at = 0; at < reference.length; at++) {
      for (const digit of '0123456789') {
        if (digit === reference[at]) continue
        const misheard = reference.slice(0, at) + digit + reference.slice(at + 1)
        const answer = await service.call('GET', `/v1/cases/by-reference/${misheard}`)
        expect([misheard, answer.status, answer.body.code]).toEqual([misheard, 400, 'reference-misread'])
      }
    }
  })

  test('is refused with two neighbours exchanged, one left out, or one too many', async () => {
    for (let n = 0; n < 5; n++) {
      const { reference } = (await open({})).body
      for (let at = 0; at < reference.length; at++) {
        const swapped =
          reference.slice(0, at) + (reference[at + 1] ?? '') + reference[at] + reference.slice(at + 2)
        if (swapped !== reference)
          expect([swapped, (await service.call('GET', `/v1/cases/by-reference/${swapped}`)).status]).toEqual([
            swapped,
            400,
          ])
      }
      for (const wrong of [
        reference.slice(1),
        reference.slice(0, -1),
        `1${reference}`,
        `${reference}1`,
        'abc',
        `${reference}x`,
      ]) {
        const answer = await service.call('GET', `/v1/cases/by-reference/${wrong}`)
        expect([wrong, answer.body.code]).toEqual([wrong, 'reference-misread'])
      }
    }
  })

  test('is read as people write it, and one that nobody has is not found', async () => {
    const { id, reference } = (await open({})).body
    for (const written of [
      reference,
      `${reference.slice(0, 3)} ${reference.slice(3, 6)} ${reference.slice(6)}`,
      `${reference.slice(0, 4)}-${reference.slice(4)}`,
      reference.split('').join('.'),
    ])
      expect((await service.do('GET', `/v1/cases/by-reference/${encodeURIComponent(written)}`)).id).toBe(id)
    const free = [...'0123456789'].map((digit) => `99999999${digit}`)
    const answers = await Promise.all(
      free.map((number) => service.call('GET', `/v1/cases/by-reference/${number}`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(400), 404])
  })
})

describe('of a case', () => {
  const patch = (kase: Kase, body: object, ifMatch?: string): Promise<Answer> =>
    service.call('PATCH', `/v1/cases/${kase.id}`, {
      as: scene.sanne.id,
      body,
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    })

  test('the words change, and nothing else', async () => {
    const kase = (await open({})).body
    await service.do('POST', '/v1/topics', { body: { code: 'billing', name: 'Billing' } })
    const { body } = await patch(
      kase,
      { subject: 'Billed twice', topic: 'billing', question: 'Why twice?', tags: ['a', 'b', ' a'] },
      `"${kase.version}"`,
    )
    const { related, ...rest } = kase
    expect(body).toEqual({
      ...rest,
      subject: 'Billed twice',
      question: 'Why twice?',
      tags: ['a', 'b'],
      topic: { code: 'billing', name: 'Billing' },
      updatedAt: expect.any(String),
      version: kase.version + 1,
    })
    expect(refusalOf(await patch(body, { topic: '' }, '*'))).toEqual([400, 'validation-failed', '#/topic'])
    expect((await patch(body, { topic: null, tags: null }, '*')).body).toMatchObject({
      topic: null,
      tags: [],
    })
    for (const [field, value] of Object.entries({
      status: 'resolved',
      teamId: scene.team.id,
      customerId: scene.customer.id,
      reference: '100000011',
      callback: {},
      chases: 0,
      openedAt: '2027-01-01T00:00:00Z',
      assignment: {},
      version: 1,
      resolution: null,
      origin: 'outreach',
      channel: 'email',
    })) {
      const answer = await patch(body, { [field]: value }, '*')
      expect(refusalOf(answer)).toEqual([400, 'validation-failed', `#/${field}`])
    }
    expect(related).toBeDefined()
    expect(refusalOf(await patch(body, { topic: 'astrology' }, '*'))).toEqual([
      422,
      'unprocessable',
      '#/topic',
    ])
    expect((await patch(body, {}, '*')).status).toBe(400)
  })

  test('only the version that was seen changes', async () => {
    const kase = (await open({})).body
    expect((await patch(kase, { subject: 'x' })).body.code).toBe('version-required')
    expect((await patch(kase, { subject: 'x' }, '"1"')).body.code).toBe('version-mismatch')
    expect((await patch(kase, { subject: 'x' }, `"${kase.version}"`)).headers.etag).toBe(
      `"${kase.version + 1}"`,
    )
    const url = `/v1/cases/${kase.id}`
    const known = await service.call('GET', url, { headers: { 'if-none-match': `"${kase.version + 1}"` } })
    expect([known.status, known.text]).toEqual([304, ''])
  })
})

test('a complaint about whoever takes it is somebody else’s', async () => {
  const { team, sanne, customer } = await setScene(service)
  const kase = await service.do('POST', '/v1/cases', {
    as: sanne.id,
    body: { customerId: customer.id, question: 'She hung up on me.', aboutEmployeeId: sanne.id },
  })
  expect(kase).toMatchObject({ teamId: team.id, assignment: { reason: 'least-loaded' } })
  expect(kase.owner.id).not.toBe(sanne.id)
})
