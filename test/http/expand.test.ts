import { expect, test } from 'vitest'
import { houseRule } from '../requests/objects.ts'
import { logLines } from '../support/log-lines.ts'
import { outbound, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const { logger, lines } = logLines('error')
const service = useService({ logger })

test('lists and single resources answer with what expand names whole', async () => {
  const { sanne, open, customer } = await setScene(service)
  const kase = await open({ callback: undefined })
  await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
    as: sanne.id,
    body: { outcome: 'no-answer' },
  })
  const amount = { amount: '5.00', currency: 'EUR' }
  const gift = { kind: 'credit', amount, reason: 'Sorry.' }
  const gesture = await service.do('POST', `/v1/cases/${kase.id}/gestures`, { as: sanne.id, body: gift })
  const whole = await service.do('GET', `/v1/customers/${customer.id}`)
  const callback = await service.do('GET', `/v1/callbacks/${kase.callback.id}`)
  const get = (url: string) => service.do('GET', url, { as: sanne.id })

  const { history, ...listed } = callback
  expect(history).toHaveLength(1)
  for (const shown of [
    await get(`/v1/cases/${kase.id}?expand=customer,callback`),
    await get(`/v1/cases/by-reference/${kase.reference}?expand=callback&expand=customer`),
    (await get(`/v1/cases?customerId=${customer.id}&expand=customer,callback`)).data[0],
  ])
    expect(shown).toMatchObject({ id: kase.id, customer: whole, callback: listed })
  const now = await get(`/v1/cases/${kase.id}`)
  expect(now.customer).toEqual({ id: customer.id, name: customer.name })
  expect(now.callback).not.toHaveProperty('reference')

  expect(await get(`/v1/callbacks/${callback.id}?expand=case,customer`)).toEqual({
    ...callback,
    ...{ case: now, customer: whole },
  })
  expect((await get(`/v1/callbacks?caseId=${kase.id}&expand=case`)).data).toEqual([{ ...listed, case: now }])
  const given = await get(`/v1/gestures/${gesture.id}`)
  expect(given).not.toHaveProperty('case')
  expect(await get(`/v1/gestures/${gesture.id}?expand=case`)).toEqual({ ...given, case: now })
  expect((await get(`/v1/gestures?caseId=${kase.id}&expand=case`)).data).toEqual([{ ...given, case: now }])

  const asked = { wish: 'A boiler.', amount, reason: 'Ours.' }
  await service.do('POST', `/v1/cases/${kase.id}/asks`, { as: sanne.id, body: asked })
  const rule = await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) })
  const bent = { ruleId: rule.id, benefit: 'Gets it.', reason: 'Ours.' }
  await service.do('POST', `/v1/cases/${kase.id}/deviations`, { as: sanne.id, body: bent })
  const then = await get(`/v1/cases/${kase.id}`)
  for (const list of ['asks', 'deviations']) {
    const { data } = await get(`/v1/${list}?caseId=${kase.id}`)
    expect(data).toHaveLength(1)
    expect((await get(`/v1/${list}?caseId=${kase.id}&expand=case`)).data).toEqual([
      { ...data[0], case: then },
    ])
  }
})

test('pages of an expanded list follow one another, and what is not known is refused with what is', async () => {
  const { sanne, take, customer } = await setScene(service)
  const ids = [(await take()).id, (await take()).id, (await take()).id]
  const url = `/v1/cases?customerId=${customer.id}&limit=2&expand=customer`
  const first = await service.do('GET', url, { as: sanne.id })
  const second = await service.do('GET', `${url}&cursor=${first.nextCursor}`, { as: sanne.id })
  const found = [...first.data, ...second.data]
  expect(found.map(({ id }) => id)).toEqual(ids.toReversed())
  const whole = await service.do('GET', `/v1/customers/${customer.id}`)
  for (const kase of found) expect(kase.customer).toEqual(whole)
  for (const [path, known] of [
    ['/v1/cases', ['customer', 'callback']],
    ['/v1/callbacks', ['case', 'customer']],
    ['/v1/gestures', ['case']],
  ] as const) {
    const { status, body } = await service.call('GET', `${path}?expand=owner.team`)
    expect(status).toBe(400)
    for (const name of known) expect(JSON.stringify(body.errors)).toContain(name)
  }
})

test('shows no more of it than its own address does, to people and to systems', async () => {
  const { sanne, piet, take } = await setScene(service)
  const away = await service.team()
  const customer = await service.customer({ teamId: away.id, phone: '+31612345678' })
  const kase = await take({ customerId: customer.id })
  const body = { employeeId: piet.id, question: 'Why?' }
  const asked = await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: sanne.id, body })
  const shown = async () =>
    (await service.do('GET', `/v1/cases/${kase.id}?expand=customer`, { as: sanne.id })).customer
  expect(await shown()).toMatchObject({ phone: '+31612345678' })
  await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Told.', contact: outbound },
  })
  // Of another team's customer without an open question here, a look-up tells the name and no more.
  expect(await shown()).toEqual({ id: customer.id, name: customer.name, mergedInto: null, openCases: [] })
  expect(
    (await service.do('GET', `/v1/consultations/${asked.id}?expand=case`, { as: piet.id })).case.id,
  ).toBe(kase.id)

  const reader = await service.key('cases:read')
  const refused = await service.call('GET', `/v1/cases/${kase.id}?expand=customer`, { key: reader })
  expect([refused.status, refused.body.required]).toEqual([403, 'customers:read'])
  const fulfiller = await service.key('gestures:fulfil')
  const unread = await service.call('GET', '/v1/gestures?expand=case', { key: fulfiller })
  expect([unread.status, unread.body.required]).toEqual([403, 'cases:read'])
  expect((await service.call('GET', '/v1/gestures', { key: fulfiller })).status).toBe(200)
})

test('is a line of the audit log with whom it shows, and is unchanged while nobody in it is changed', async () => {
  const { sanne, take, customer } = await setScene(service)
  const { id } = await take()
  const url = `/v1/cases/${id}?expand=customer`
  const before = lines.length
  const { headers } = await service.call('GET', url, { as: sanne.id })
  const line = lines.slice(before).find(({ audit }) => audit === 'read')
  expect(line?.shown).toEqual([id, customer.id])
  const again = { as: sanne.id, headers: { 'if-none-match': String(headers.etag) } }
  expect((await service.call('GET', url, again)).status).toBe(304)
  expect((await service.call('GET', `/v1/cases/${id}`, again)).status).toBe(200)
  const anyVersion = { headers: { 'if-match': '*' } }
  await service.do('PATCH', `/v1/customers/${customer.id}`, { ...anyVersion, body: { name: 'Els Anders' } })
  expect((await service.call('GET', url, again)).status).toBe(200)
  const change = { as: sanne.id, headers: { 'if-match': String(headers.etag) }, body: { subject: 'Twice' } }
  expect((await service.call('PATCH', `/v1/cases/${id}`, change)).status).toBe(200)
})
