import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { outbound } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'
import { eur, monday, run, setOutreach } from './set-outreach.ts'

const service = useService()

test('without a reason, or without value to the customer, nobody is disturbed', async () => {
  const { draft } = await setOutreach(service)
  for (const [fields, pointers] of [
    [{ reason: undefined }, ['#/reason']],
    [{ valueToCustomer: '   ' }, ['#/valueToCustomer']],
    [{ reason: null, valueToCustomer: '' }, ['#/reason', '#/valueToCustomer']],
  ] as const) {
    const { status, body } = await draft(fields)
    expect([status, body.code, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      'no-value-to-customer',
      pointers,
    ])
  }
})

test('a customer who is informed gets a case with an owner who knows them, and a callback in a free place; one who is let sleep gets none', async () => {
  service.clock.now = monday
  const scene = await setOutreach(service)
  const { draft, customers, informing, act, show, list, piet, customer } = scene
  const known = await service.do('POST', '/v1/cases', {
    as: piet.id,
    body: { customerId: customer.id, question: 'Why so much?' },
  })
  const [asleep, refunded] = await customers(2)
  const { status, body } = await draft({
    budget: eur('100.00'),
    customers: [
      ...informing([customer]),
      ...informing([asleep], { decision: 'letSleep', why: 'Moved in after the meter was changed.' }),
      ...informing([refunded], { decision: 'informAndRefund', refund: eur('12.50') }),
    ],
  })
  expect([status, body.state, body.progress]).toEqual([
    201,
    'draft',
    {
      ...{ customers: 3, waiting: 2, informed: 0, letSleep: 1, passedOver: 0, refunds: 0 },
      refunded: eur('0.00'),
    },
  ])
  await run(service)
  expect((await show(body.id)).progress.waiting).toBe(2)
  expect((await act(body.id, 'start')).body.state).toBe('running')
  await run(service)

  expect(await show(body.id)).toMatchObject({
    state: 'done',
    progress: { waiting: 0, informed: 2, letSleep: 1, refunds: 1, refunded: eur('12.50') },
  })
  const rows = await list(body.id)
  const rowOf = ({ id }: { id: string }) =>
    rows.find((row: { customer: { id: string } }) => row.customer.id === id)
  expect(rowOf(asleep)).toMatchObject({ state: 'asleep', case: null, callback: null })
  const kase = await service.do('GET', `/v1/cases/${rowOf(customer).case.id}`)
  expect(kase).toMatchObject({
    origin: 'outreach',
    owner: { id: known.owner.id },
    assignment: { reason: 'open-case-with-owner' },
    subject: 'Meters that counted too much',
    question: 'Your meter counted too much. We pay you back.',
    openedBy: { kind: 'employee', id: scene.coach.id },
    callback: { ...rowOf(customer).callback, state: 'open' },
  })
  const [gesture] = (await service.do('GET', `/v1/cases/${rowOf(refunded).case.id}/gestures`)).data
  expect(gesture).toMatchObject({
    id: rowOf(refunded).gestureId,
    outreachId: body.id,
    amount: eur('12.50'),
    remaining: eur('2000.00'),
  })
  expect(rows.filter((row: { decision: string }) => row.decision === 'letSleep')).toEqual(
    await list(body.id, '&decision=letSleep'),
  )
  expect((await list(body.id, '&state=opened')).length).toBe(2)
})

test('customers come by a filter and from a file, all of them or none, and a customer once', async () => {
  const { draft, customers, informing, team } = await setOutreach(service)
  const segment = `K-${crypto.randomUUID()}`
  const found = await customers(3, { segment })
  const filtered = await draft({
    filter: { segments: [segment] },
    customers: informing([found[0]], { decision: 'letSleep', why: 'Has heard.' }),
  })
  expect(filtered.body.progress).toMatchObject({ customers: 3, waiting: 2, letSleep: 1 })
  const none = await draft({ filter: {} })
  expect([none.status, none.body.code]).toEqual([400, 'validation-failed'])

  const referred = await service.customer({
    teamId: team.id,
    references: [{ system: 'crm', externalId: segment }],
  })
  const { body } = await draft({ decision: 'inform', refund: eur('5.00') })
  const send = (text: string, type = 'text/csv') =>
    service.call('POST', `/v1/outreaches/${body.id}/customers`, {
      body: text,
      headers: { 'content-type': type, 'idempotency-key': crypto.randomUUID() },
    })
  const wrong = await send(
    `customerId,system,externalId,decision,refund,why\n${found[0].id},,,letSleep,,\n,crm,nobody,,,\n${found[1].id},,,inform,,\n${found[1].id},,,wish,,\n`,
  )
  expect([wrong.status, wrong.body.errors]).toMatchObject([422, [{ pointer: '#/lines/5/decision' }]])
  const strangers = await send(
    `customerId,system,externalId,decision\n${found[0].id},,,letSleep\n,crm,nobody,\n${found[1].id},,,\n${found[1].id},,,\n`,
  )
  expect(strangers.body.errors).toEqual([
    { pointer: '#/lines/2/why', message: 'is needed: why are they let sleep?' },
    { pointer: '#/lines/3/reference', message: 'is no customer' },
    { pointer: '#/lines/5/customerId', message: 'names the same customer as `/lines/4`' },
  ])
  const taken = await send(
    `customerId;system;externalId;decision;refund;why\r\n;crm;${segment};informAndRefund;7.50;\r\n${found[0].id};;;letSleep;;"Moved; and told"\r\n`,
  )
  expect([taken.status, taken.body.progress]).toMatchObject([200, { customers: 2, waiting: 1, letSleep: 1 }])
  const lines = [{ customerId: found[1].id }, { reference: { system: 'crm', externalId: segment } }]
  const again = await send(lines.map((line) => JSON.stringify(line)).join('\n'), 'application/x-ndjson')
  expect(again.body.errors).toEqual([
    { pointer: '#/lines/2/reference', message: 'is in the outreach already' },
  ])
  const rows = (await service.do('GET', `/v1/outreaches/${body.id}/customers`)).data
  expect(
    rows.map(({ customer, refund, why }: { customer: { id: string }; refund: unknown; why: unknown }) => [
      customer.id,
      refund,
      why,
    ]),
  ).toEqual(
    [
      [referred.id, eur('7.50'), null],
      [found[0].id, null, 'Moved; and told'],
    ].toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  )
})

test('it goes from draft to running and back from a pause, says what it says from its start on, and is over for good', async () => {
  service.clock.now = monday
  const { draft, customers, informing, act, show, sanne, piet } = await setOutreach(service)
  const found = await customers(2)
  const { body } = await draft({ customers: informing(found), until: '2026-11-03T07:00:00Z' }, sanne.id)
  const change = (fields: object, as = sanne.id) =>
    service.call('PATCH', `/v1/outreaches/${body.id}`, { as, body: fields, headers: { 'if-match': '*' } })
  expect((await change({ title: 'Other' }, piet.id)).status).toBe(403)
  expect((await change({ title: 'Other', until: null })).body).toMatchObject({
    title: 'Other',
    until: '2026-12-02T07:00:00.000Z',
    version: 2,
  })
  expect((await change({ reason: null })).body.code).toBe('no-value-to-customer')
  expect((await act(body.id, 'pause')).body).toMatchObject({ code: 'outreach-state', state: 'draft' })
  expect((await act(body.id, 'start', sanne.id)).status).toBe(403)
  expect((await act(body.id, 'start')).body.state).toBe('running')
  expect((await act(body.id, 'start')).body.version).toBe(3)
  expect((await change({ title: 'Again' })).body).toMatchObject({ code: 'outreach-state', state: 'running' })
  expect((await act(body.id, 'pause')).body.state).toBe('paused')
  await run(service)
  expect((await show(body.id)).progress).toMatchObject({ waiting: 2, informed: 0 })
  expect((await act(body.id, 'start')).body).toMatchObject({ state: 'running', version: 5 })
  expect((await act(body.id, 'stop')).body).toMatchObject({ state: 'stopped', progress: { waiting: 2 } })
  await run(service)
  for (const action of ['start', 'pause'] as const)
    expect((await act(body.id, action)).body.code).toBe('outreach-state')
  expect((await act(body.id, 'stop')).status).toBe(200)

  const empty = await draft()
  expect((await act(empty.body.id, 'start')).body.errors[0].pointer).toBe('#/customers')
  const poor = await draft({
    ...{ decision: 'informAndRefund', refund: eur('10.00'), budget: eur('19.99') },
    customers: informing(found),
  })
  expect((await act(poor.body.id, 'start')).body).toMatchObject({
    code: 'outreach-over-budget',
    needed: eur('20.00'),
    budget: eur('19.99'),
  })
  const { rows } = await service.sql.query(
    `select type, data from events where data ->> 'outreachId' = $1 order by id`,
    [body.id],
  )
  expect(rows.map(({ type }) => type)).toEqual(
    ['announced', 'changed', 'started', 'paused', 'started', 'stopped'].map((each) => `outreach.${each}`),
  )
})

test('callbacks are spread: half of each day and a place of each hour stay free for those who ask, and nights by the customer’s clock', async () => {
  service.clock.now = monday
  const scene = await setOutreach(service)
  const { draft, informing, act, show, list } = scene
  // One owner, eight hours of four places: sixteen a day, and three an hour at most.
  const team = await service.team({ agreements: { callbackHorizon: 'P2D' } })
  const owner = await service.employee({ teamId: team.id })
  const here = await atOnce([team.id], (teamId) => service.customer({ teamId }))
  const { body } = await draft({ customers: informing(here) })
  await act(body.id, 'start')
  await run(service)
  const { rows } = await service.sql.query(
    `select window_from::date::text as day, count(*)::int as n, max(place) as place,
      count(distinct booked_hour)::int as hours from callbacks where owner_id = $1 group by 1 order by 1`,
    [owner.id],
  )
  const placed = rows.reduce((sum, { n }) => sum + n, 0)
  expect(rows.map(({ n, hours }) => [n, hours])).toEqual([
    [16, 8],
    [16, 8],
    [16, 8],
  ])
  expect((await show(body.id)).progress).toMatchObject({ informed: placed, waiting: 50 - placed })
  const waiting = (await list(body.id, '&state=waiting')).map(
    ({ waitsFor }: { waitsFor: string }) => waitsFor,
  )
  expect(new Set(waiting)).toEqual(new Set(['place']))

  // A day later there is room on another day.
  service.clock.now = monday.add({ hours: 24 })
  await run(service)
  expect((await show(body.id)).state).toBe('done')

  // In New York it is night until two o'clock in the afternoon here.
  const away = await service.customer({ teamId: scene.team.id, timeZone: 'America/New_York' })
  const far = await draft({ customers: informing([away]) })
  await act(far.body.id, 'start')
  await run(service)
  const [{ callback }] = await list(far.body.id)
  expect(callback).toEqual({ from: '2026-11-03T13:00:00.000Z', until: '2026-11-03T14:00:00.000Z' })
})

test('a customer is disturbed once a week at most, by surveys, letters and outreaches together, unless it is worth more', async () => {
  service.clock.now = monday
  const { draft, informing, act, list, show, customer, customers, sanne, take, resolved } =
    await setOutreach(service)
  // A survey.
  await resolved()
  const [lettered] = await customers(1)
  const kase = await take({ customerId: lettered.id })
  await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
    as: sanne.id,
    body: { direction: 'outbound', channel: 'letter', summary: 'What was asked.' },
  })
  const one = await draft({ customers: informing([customer, lettered]) })
  await act(one.body.id, 'start')
  await run(service)
  const rows = await list(one.body.id)
  for (const { callback } of rows) expect(callback.from >= '2026-11-09T07:00:00.000Z').toBe(true)

  const short = await draft({ customers: informing([customer]), until: '2026-11-12T20:00:00Z' })
  await act(short.body.id, 'start')
  await run(service)
  expect(await show(short.body.id)).toMatchObject({ state: 'done', progress: { passedOver: 1 } })
  expect((await list(short.body.id))[0]).toMatchObject({ state: 'passed-over', because: 'disturbed' })

  const urgent = await draft({
    customers: informing([customer]),
    worthMore: 'Their meter may catch fire.',
    until: '2026-11-05T20:00:00Z',
  })
  await act(urgent.body.id, 'start')
  await run(service)
  expect((await list(urgent.body.id))[0].callback.from).toBe('2026-11-02T08:00:00.000Z')

  const { data } = await service.do('GET', `/v1/customers/${customer.id}/disturbances`, { as: sanne.id })
  expect(data.map(({ kind, worthMore }: { kind: string; worthMore: boolean }) => [kind, worthMore])).toEqual([
    ['outreach', false],
    ['outreach', true],
    ['survey', false],
  ])

  // Whom an outreach will disturb is not asked how it was.
  const { id } = await take()
  await service.do('POST', `/v1/cases/${id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
  })
  const { rowCount } = await service.sql.query('select from surveys where case_id = $1', [id])
  expect(rowCount).toBe(0)

  // Whoever stands for them in the end shows what they heard.
  const [next, last] = await customers(2)
  await service.do('POST', `/v1/customers/${customer.id}/merge-into`, { body: { customerId: next.id } })
  await service.do('POST', `/v1/customers/${next.id}/merge-into`, { body: { customerId: last.id } })
  expect((await service.do('GET', `/v1/customers/${last.id}/disturbances`)).data).toEqual(data)

  // They are left in peace as well, by an outreach and by a survey.
  const again = await draft({ customers: informing([last]), until: '2026-11-12T20:00:00Z' })
  await act(again.body.id, 'start')
  await run(service)
  expect((await list(again.body.id))[0]).toMatchObject({ state: 'passed-over', because: 'disturbed' })
  const asked = await take({ customerId: last.id })
  await service.do('POST', `/v1/cases/${asked.id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
  })
  expect((await service.sql.query('select from surveys where case_id = $1', [asked.id])).rowCount).toBe(0)
})
