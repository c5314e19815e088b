import { expect, test } from 'vitest'
import { hideCase } from '../support/hidden-case.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const tellOf = (id: string, as?: string) =>
  service.call('GET', `/v1/customers/${id}/personal-data`, as === undefined ? {} : { as })

test('all that is on record about a customer is told, and what each field of it is for', async () => {
  await service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } })
  const { team, sanne } = await setScene(service)
  const kase = await hideCase({ service, owner: sanne, teamId: team.id })
  await service.do('POST', `/v1/customers/${kase.customerId}/facts`, { body: { text: 'Speak slowly.' } })
  const twin = await service.customer({ teamId: team.id, name: 'The same person' })
  await service.do('POST', `/v1/customers/${twin.id}/merge-into`, { body: { customerId: kase.customerId } })
  const { status, headers, body, text } = await tellOf(kase.customerId)
  expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
  for (const word of [...kase.words, 'Speak slowly.', 'The same person', kase.wanted.phone as string])
    expect(text).toContain(word)
  expect(body.customerId).toBe(kase.customerId)
  expect(body.sections.length).toBeGreaterThan(12)
  for (const { name, fields, data } of body.sections)
    for (const row of data) expect([name, Object.keys(row)]).toEqual([name, Object.keys(fields)])
  const held = (section: string) =>
    body.sections.find(({ name }: { name: string }) => name === section)?.data.length
  expect([held('customer'), held('cases'), held('calls'), held('gestures')]).toEqual([2, 1, 1, 2])
})

test('what they answered is told, and what an outreach decided for them', async () => {
  const { team, sanne, resolved, customer } = await setScene(service)
  const kase = await resolved()
  const { survey } = await service.do('GET', `/v1/cases/${kase.id}/links`)
  const answer = { score: 4, comment: 'Quick and kind.' }
  await service.do('POST', `/v1/surveys/${survey.url.split('/').at(-1)}`, { key: null, body: answer })
  const said = { title: 'Meters', reason: 'Ours.', valueToCustomer: 'Peace.', message: 'Never mind.' }
  const twin = await service.customer({ teamId: team.id })
  const asleep = [customer, twin].map(({ id }) => ({
    customerId: id,
    decision: 'letSleep',
    why: 'Moved away.',
  }))
  await service.do('POST', '/v1/outreaches', { as: sanne.id, body: { ...said, customers: asleep } })
  await service.do('POST', `/v1/customers/${twin.id}/merge-into`, { body: { customerId: customer.id } })
  const { body } = await tellOf(customer.id)
  const held = (section: string) => body.sections.find(({ name }: { name: string }) => name === section)?.data
  expect(held('surveys')).toMatchObject([{ caseId: kase.id, ...answer }])
  expect(held('outreaches')).toMatchObject([{ why: 'Moved away.' }, { why: 'Moved away.' }])
  expect(held('disturbances')).toMatchObject([{ kind: 'survey' }])
})

test('it is told in pages, with no row twice and none left out', async () => {
  const { id } = await service.customer({ teamId: (await service.team()).id })
  await service.sql.query(
    `insert into customer_facts (id, customer_id, text, recorded_by_kind, recorded_by_id, recorded_at)
     select gen_random_uuid(), $1, 'Fact ' || n, 'system', gen_random_uuid(), now() from generate_series(1, 400) n`,
    [id],
  )
  const { body } = await tellOf(id)
  const [, facts] = body.sections
  expect(new Set(facts.data.map(({ text }: { text: string }) => text)).size).toBe(400)
  expect(facts.data.length).toBe(400)
})

test('an admin does not hear of a complaint about themselves', async () => {
  const { sanne, take, customer, team } = await setScene(service)
  const admin = await service.employee({ teamId: team.id, role: 'admin' })
  const about = await take({ question: 'Why was he so rude?', aboutEmployeeId: admin.id })
  await service.do('POST', `/v1/cases/${about.id}/notes`, { as: sanne.id, body: { text: 'He was.' } })
  expect((await tellOf(customer.id)).text).toContain('Why was he so rude?')
  const { status, text } = await tellOf(customer.id, admin.id)
  expect(status).toBe(200)
  for (const word of ['rude', 'He was.', about.id, about.reference]) expect(text).not.toContain(word)
  const refused = await service.call('POST', `/v1/customers/${customer.id}/erasure`, { as: admin.id })
  expect([refused.body.code, refused.body.cases]).toEqual(['promise-is-open', []])
})

test('of a customer who was merged away it is told where they are known', async () => {
  const team = await service.team()
  const [one, other] = [
    await service.customer({ teamId: team.id }),
    await service.customer({ teamId: team.id }),
  ]
  await service.do('POST', `/v1/customers/${one.id}/merge-into`, { body: { customerId: other.id } })
  const { status, body } = await tellOf(one.id)
  expect([status, body.code, body.mergedInto.id]).toEqual([409, 'customer-is-merged', other.id])
})
