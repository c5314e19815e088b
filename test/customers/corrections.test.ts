import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import { inbound, outbound, setScene, soon } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const correct = (caseId: string, as: string, body: object): Promise<Answer> =>
  service.call('POST', `/v1/cases/${caseId}/customer-correction`, { as, body })

const timelineOf = async (customerId: string): Promise<{ caseId: string; type: string }[]> =>
  (await service.do('GET', `/v1/customers/${customerId}/timeline?limit=200`)).data

test('a case goes to the right customer; its owner, its window and its history stay', async () => {
  const { open, sanne } = await setScene(service)
  const right = await service.customer({ phone: '+31687654321' })
  const kase = await open()
  const answer = await correct(kase.id, sanne.id, { customerId: right.id, reason: 'Of the same name.' })
  expect(answer).toMatchObject({ status: 200, headers: { etag: `"${kase.version + 1}"` } })
  expect(answer.body).toEqual({
    ...kase,
    related: undefined,
    customer: { id: right.id, name: right.name },
    callback: { ...kase.callback, to: '+31687654321', version: kase.callback.version + 1 },
    updatedAt: expect.any(String),
    version: kase.version + 1,
  })
  expect(await service.do('GET', `/v1/cases/${kase.id}`, { as: sanne.id })).toEqual(answer.body)

  const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}`)
  expect(data.at(-1)).toMatchObject({
    type: 'case.customer-corrected',
    customerId: right.id,
    data: {
      fromCustomerId: kase.customer.id,
      toCustomerId: right.id,
      mergeId: null,
      callbackId: kase.callback.id,
    },
  })
  const story = await service.do('GET', `/v1/cases/${kase.id}/timeline`, { as: sanne.id })
  expect(story.data.at(-1)).toMatchObject({
    text: 'Of the same name.',
    headline: `${sanne.name} gave the case its right customer.`,
  })
  await expectInvariants(service)
})

test('a resolved case gets its right customer as well, and can be opened again for them', async () => {
  const { resolved, sanne } = await setScene(service)
  const right = await service.customer({ phone: '+31687654321' })
  const kase = await resolved()
  expect((await correct(kase.id, sanne.id, { customerId: right.id, to: '+31611111111' })).body).toMatchObject(
    {
      code: 'unprocessable',
      errors: [{ pointer: '#/to' }],
    },
  )
  const answer = await correct(kase.id, sanne.id, { customerId: right.id })
  expect(answer).toMatchObject({ status: 200, body: { status: 'resolved', customer: { id: right.id } } })
  const again = await service.do('POST', `/v1/cases/${kase.id}/reopen`, {
    as: sanne.id,
    body: { contact: inbound },
  })
  expect(again.callback.to).toBe('+31687654321')
})

test('a promise follows the customer where it went to their own number, and else goes where it was asked to', async () => {
  const { open, sanne } = await setScene(service)
  const mailed = await service.customer({ phone: null, email: 'jansen@example.org' })
  const address = async (callback: object, correction: object): Promise<string | null> => {
    const kase = await open({ callback: { ...soon(), ...callback } })
    const { status, body } = await correct(kase.id, sanne.id, { customerId: mailed.id, ...correction })
    expect(status).toBe(200)
    return body.callback.to
  }
  // Their own number, and the right customer has none.
  expect(await address({}, {})).toBeNull()
  expect(await address({}, { to: '06 22222222' })).toBe('+31622222222')
  expect(await address({}, { to: null })).toBeNull()
  // A number that was asked for is where they are, whoever they are.
  expect(await address({ to: '+31633333333' }, {})).toBe('+31633333333')
  expect(await address({ to: '+31633333333' }, { to: null })).toBeNull()
  expect(await address({ channel: 'letter', to: 'Dorpsstraat 1' }, {})).toBe('Dorpsstraat 1')
  expect(await address({ channel: 'letter', to: 'Dorpsstraat 1' }, { to: 'Kerkweg 2' })).toBe('Kerkweg 2')

  const writer = await service.customer({ email: 'wrong@example.org' })
  const byMail = await open({ customerId: writer.id, callback: { ...soon(), channel: 'email' } })
  expect(byMail.callback.to).toBe('wrong@example.org')
  expect((await correct(byMail.id, sanne.id, { customerId: mailed.id })).body.callback.to).toBe(
    'jansen@example.org',
  )

  const pickup = await open({ callback: { ...soon(), channel: 'pickup' } })
  expect(await correct(pickup.id, sanne.id, { customerId: mailed.id, to: '+31622222222' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/to' }] },
  })
})

test('only the voice of the owner corrects, and whoever does not see the case finds none', async () => {
  const { open, sanne, piet, team } = await setScene(service)
  const right = await service.customer()
  const kase = await open()
  const elsewhere = await service.employee({ teamId: (await service.team()).id })
  const body = { customerId: right.id }
  expect((await correct(kase.id, piet.id, body)).body.code).toBe('only-the-owner')
  expect((await correct(kase.id, elsewhere.id, body)).body.code).toBe('not-found')
  expect((await correct(randomUUID(), sanne.id, body)).body.code).toBe('not-found')

  const today = Temporal.Now.plainDateISO('Europe/Amsterdam').toString()
  await service.do('POST', `/v1/employees/${sanne.id}/absences`, {
    body: { fromDate: today, untilDate: today, standInId: piet.id },
  })
  expect(await correct(kase.id, piet.id, body)).toMatchObject({
    status: 200,
    body: { owner: { id: sanne.id }, teamId: team.id, customer: { id: right.id } },
  })
})

test('the right customer is one, and another than it was; of one who was merged it is who stands for them', async () => {
  const { open, sanne, customer } = await setScene(service)
  const kase = await open()
  for (const customerId of [customer.id, randomUUID()]) {
    expect(await correct(kase.id, sanne.id, { customerId })).toMatchObject({
      status: 422,
      body: { code: 'unprocessable', errors: [{ pointer: '#/customerId' }] },
    })
  }
  const [twice, once] = [await service.customer(), await service.customer()]
  await service.do('POST', `/v1/customers/${twice.id}/merge-into`, { body: { customerId: once.id } })
  expect((await correct(kase.id, sanne.id, { customerId: twice.id })).body.customer.id).toBe(once.id)
  const stale = await service.call('POST', `/v1/cases/${kase.id}/customer-correction`, {
    as: sanne.id,
    headers: { 'if-match': `"${kase.version}"` },
    body: { customerId: customer.id },
  })
  expect(stale).toMatchObject({ status: 412, body: { code: 'version-mismatch' } })
})

test('a case that was corrected away is in the story of the right customer from its first word, and not in the other', async () => {
  const { open, sanne, customer } = await setScene(service)
  const right = await service.customer()
  const kase = await open()
  const before = (await timelineOf(customer.id)).filter(({ caseId }) => caseId === kase.id)
  await correct(kase.id, sanne.id, { customerId: right.id })
  expect((await timelineOf(customer.id)).filter(({ caseId }) => caseId === kase.id)).toEqual([])
  const after = (await timelineOf(right.id)).filter(({ caseId }) => caseId === kase.id)
  expect(after.map(({ type }) => type)).toEqual([
    'case.customer-corrected',
    ...before.map(({ type }) => type),
  ])
})

test('of fifty corrections at once each leaves one whole case behind, with the last customer', async () => {
  const { take, sanne } = await setScene(service)
  const kase = await take()
  const customers = await Promise.all([1, 2, 3, 4, 5].map(() => service.customer({ phone: '+31687654321' })))
  const other = await startService(service)
  const answers = await atOnce([service, other], (instance, n) =>
    instance.call('POST', `/v1/cases/${kase.id}/customer-correction`, {
      as: sanne.id,
      body: { customerId: customers[n % 5]?.id },
    }),
  )
  await other.stop()
  const counts = tally(answers)
  expect(Object.keys(counts).filter((name) => !/^(200|422 unprocessable)$/.test(name))).toEqual([])
  const { rows } = await service.sql.query(
    'select id from case_corrections where case_id = $1 order by at, id',
    [kase.id],
  )
  expect(rows.length).toBe(counts['200'])
  const after = await service.do('GET', `/v1/cases/${kase.id}`)
  expect(after.version).toBe(kase.version + rows.length)
  await expectInvariants(service)
})

test('a duplicate is of an older case of the same customer, also where a merge or a correction made them the same', async () => {
  const { take, sanne, customer } = await setScene(service)
  const [twice, stranger] = [await service.customer(), await service.customer()]
  const older = await take({ customerId: twice.id })
  const younger = await take()
  const foreign = await take({ customerId: stranger.id })
  const resolve = (id: string, duplicateOf: string) =>
    service.call('POST', `/v1/cases/${id}/resolve`, {
      as: sanne.id,
      body: { outcome: 'duplicate', summary: 'Twice.', duplicateOf },
    })
  expect((await resolve(younger.id, older.id)).body.code).toBe('not-a-duplicate')
  await service.do('POST', `/v1/customers/${twice.id}/merge-into`, { body: { customerId: customer.id } })
  expect((await resolve(older.id, younger.id)).body.code).toBe('not-a-duplicate')
  expect(await resolve(younger.id, older.id)).toMatchObject({
    status: 200,
    body: { resolution: { outcome: 'duplicate', duplicateOf: older.id } },
  })
  // The older case keeps its owner and its promise, which stands for both.
  expect(await service.do('GET', `/v1/cases/${older.id}`)).toMatchObject({
    status: 'open',
    owner: { id: sanne.id },
    callback: { id: older.callback.id },
  })
  expect((await resolve(foreign.id, older.id)).body.code).toBe('not-a-duplicate')
  await correct(foreign.id, sanne.id, { customerId: twice.id })
  expect((await resolve(foreign.id, older.id)).status).toBe(200)
  await service.do('POST', `/v1/cases/${older.id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Done.', contact: outbound },
  })
  await expectInvariants(service)
})
