import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seedPromises } from '../jobs/seed-promises.ts'
import { atOnce, tally } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import { setScene, soon } from '../support/scene.ts'
import { type Answer, type Service, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const merge = (id: string, customerId: string, from = service): Promise<Answer> =>
  from.call('POST', `/v1/customers/${id}/merge-into`, { body: { customerId } })
const unmerge = (id: string, from = service): Promise<Answer> =>
  from.call('POST', `/v1/customers/${id}/unmerge`)
const show = (id: string): Promise<Answer['body']> => service.do('GET', `/v1/customers/${id}`)
const casesOf = async (id: string): Promise<string[]> =>
  (await service.do('GET', `/v1/cases?customerId=${id}&limit=200`)).data.map(
    (kase: { id: string }) => kase.id,
  )
const factsOf = async (id: string): Promise<string[]> =>
  (await service.do('GET', `/v1/customers/${id}/facts`)).data.map((fact: { text: string }) => fact.text)

const reference = () => ({ system: 'crm', externalId: randomUUID() })

test('who stood in the books twice stands there once: cases, references, facts and what was known go over', async () => {
  const { take, resolved, sanne, customer, team } = await setScene(service)
  const [ours, theirs] = [reference(), reference()]
  const stays = await service.customer({ teamId: (await service.team()).id, references: [ours] })
  const twice = await service.customer({
    teamId: team.id,
    phone: '+31687654321',
    email: 'dijkstra@example.org',
    language: 'nl',
    segment: 'households',
    preferredChannel: 'email',
    preferredWindows: { monday: [{ from: '18:00', until: '21:00' }] },
    timeZone: 'Europe/Amsterdam',
    otherContactPoints: [{ channel: 'letter', address: 'Dorpsstraat 1', label: 'home' }],
    references: [theirs],
  })
  await service.do('POST', `/v1/customers/${twice.id}/facts`, { body: { text: 'Is deaf.' } })
  const open = await take({ customerId: twice.id })
  const ended = await resolved()
  await service.do('POST', `/v1/cases/${ended.id}/customer-correction`, {
    as: sanne.id,
    body: { customerId: twice.id },
  })

  const answer = await merge(twice.id, stays.id)
  expect(answer).toMatchObject({ status: 200, headers: { etag: `"${stays.version + 1}"` } })
  expect(answer.body).toEqual({
    ...stays,
    email: 'dijkstra@example.org',
    language: 'nl',
    segment: 'households',
    preferredChannel: 'email',
    preferredWindows: twice.preferredWindows,
    timeZone: 'Europe/Amsterdam',
    otherContactPoints: [
      { channel: 'phone', address: '+31687654321' },
      { channel: 'letter', address: 'Dorpsstraat 1', label: 'home' },
    ],
    references: [ours, theirs].sort((a, b) => (a.externalId < b.externalId ? -1 : 1)),
    updatedAt: expect.any(String),
    version: stays.version + 1,
  })
  expect(await show(stays.id)).toEqual(answer.body)
  expect(await show(twice.id)).toEqual({
    ...twice,
    references: [],
    mergedInto: { id: stays.id, name: stays.name },
    updatedAt: expect.any(String),
    version: twice.version + 1,
  })
  expect(await factsOf(stays.id)).toEqual(['Is deaf.'])
  expect((await casesOf(stays.id)).sort()).toEqual([open.id, ended.id].sort())
  expect(await casesOf(customer.id)).toEqual([])
  // The owner, the team, the promise and where it goes stay.
  expect(await service.do('GET', `/v1/cases/${open.id}`)).toEqual({
    ...open,
    related: undefined,
    customer: { id: stays.id, name: stays.name },
    updatedAt: expect.any(String),
    version: open.version + 1,
  })
  expect((await service.do('GET', `/v1/customers/by-reference/crm/${theirs.externalId}`)).id).toBe(stays.id)

  const { data } = await service.do('GET', `/v1/events?customerId=${twice.id},${stays.id}&limit=200`)
  expect(
    data
      .slice(-4)
      .map(({ type }: { type: string }) => type)
      .sort(),
  ).toEqual(['case.customer-corrected', 'case.customer-corrected', 'customer.changed', 'customer.merged'])
  await expectInvariants(service)
})

test('by the id of who was merged the cases and promises are found of who stands for them', async () => {
  const { take, customer: stays, team } = await setScene(service)
  const { id } = await service.customer({ teamId: team.id })
  const [one, two] = [await take({ customerId: id }), await take()]
  await merge(id, stays.id)
  expect(await casesOf(id)).toEqual([two.id, one.id])
  expect((await service.do('GET', `/v1/callbacks?customerId=${id},${randomUUID()}`)).data).toHaveLength(2)
  expect((await unmerge(id)).status).toBe(200)
  expect([await casesOf(id), await casesOf(stays.id)]).toEqual([[one.id], [two.id]])
})

test('what the customer has already is not written over, and comes no second time', async () => {
  const points = [{ channel: 'chat', address: '@dijkstra' }]
  const stays = await service.customer({
    email: 'Dijkstra@example.org',
    otherContactPoints: points,
    language: 'de',
  })
  const twice = await service.customer({
    email: 'dijkstra@example.org',
    otherContactPoints: points,
    language: 'nl',
  })
  const { body } = await merge(twice.id, stays.id)
  expect(body).toEqual({ ...stays, updatedAt: expect.any(String), version: stays.version + 1 })
})

test('who was merged is changed where another stands for them now', async () => {
  const [twice, stays] = [await service.customer(), await service.customer()]
  const { id: factId } = await service.do('POST', `/v1/customers/${twice.id}/facts`, {
    body: { text: 'Moves.' },
  })
  await merge(twice.id, stays.id)
  const at = `/v1/customers/${twice.id}`
  const refusals = [
    await service.call('PATCH', at, { headers: { 'if-match': '*' }, body: { name: 'Else' } }),
    await service.call('POST', `${at}/facts`, { body: { text: 'Moves.' } }),
    await service.call('DELETE', `${at}/facts/${factId}`),
    await merge(twice.id, stays.id),
    await merge((await service.customer()).id, twice.id),
  ]
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      status: 409,
      body: { code: 'customer-is-merged', mergedInto: { id: stays.id, name: stays.name } },
    })
  }
})

test('nobody is merged into themselves, into nobody or into who does not say who they are', async () => {
  const customer = await service.customer()
  const anonymous = await service.do('POST', '/v1/customers', { body: { anonymous: true } })
  for (const into of [customer.id, randomUUID(), anonymous.id]) {
    expect(await merge(customer.id, into)).toMatchObject({
      status: 422,
      body: { code: 'unprocessable', errors: [{ pointer: '#/customerId' }] },
    })
  }
  expect((await merge(randomUUID(), customer.id)).body.code).toBe('not-found')
  const stale = await service.call('POST', `/v1/customers/${anonymous.id}/merge-into`, {
    headers: { 'if-match': '"7"' },
    body: { customerId: customer.id },
  })
  expect(stale.body.code).toBe('version-mismatch')
  expect((await merge(anonymous.id, customer.id)).status).toBe(200)
})

test('an id is the same customer in capitals', async () => {
  const [twice, stays] = [await service.customer(), await service.customer()]
  expect((await merge(twice.id, twice.id.toUpperCase())).body.errors).toEqual([
    { pointer: '#/customerId', message: 'is this very customer' },
  ])
  expect((await merge(twice.id.toUpperCase(), stays.id.toUpperCase())).body.id).toBe(stays.id)
  expect((await unmerge(twice.id.toUpperCase())).body.id).toBe(twice.id)
})

test('a merge is reversed: what it moved goes back, and what came since stays', async () => {
  const { take, sanne } = await setScene(service)
  const [ours, theirs] = [reference(), reference()]
  const stays = await service.customer({ references: [ours] })
  const twice = await service.customer({
    phone: '+31687654321',
    email: 'jansen@example.org',
    language: 'nl',
    references: [theirs],
  })
  await service.do('POST', `/v1/customers/${twice.id}/facts`, { body: { text: 'Is deaf.' } })
  const [moved, gone, own] = [
    await take({ customerId: twice.id }),
    await take({ customerId: twice.id }),
    await take({ customerId: stays.id }),
  ]
  const joined = (await merge(twice.id, stays.id)).body
  const since = await take({ customerId: stays.id })
  await service.do('POST', `/v1/customers/${stays.id}/facts`, { body: { text: 'Has a dog.' } })
  await service.do('PATCH', `/v1/customers/${stays.id}`, {
    headers: { 'if-match': '*' },
    body: { language: 'fr' },
  })
  // It was neither's.
  const right = await service.customer()
  await service.do('POST', `/v1/cases/${gone.id}/customer-correction`, {
    as: sanne.id,
    body: { customerId: right.id },
  })

  const back = await unmerge(twice.id)
  expect(back).toMatchObject({ status: 200, headers: { etag: `"${twice.version + 2}"` } })
  expect(back.body).toEqual({ ...twice, updatedAt: expect.any(String), version: twice.version + 2 })
  expect(await show(twice.id)).toEqual(back.body)
  expect(await show(stays.id)).toEqual({
    ...stays,
    language: 'fr',
    updatedAt: expect.any(String),
    version: joined.version + 2,
  })
  expect(await factsOf(twice.id)).toEqual(['Is deaf.'])
  expect(await factsOf(stays.id)).toEqual(['Has a dog.'])
  expect(await casesOf(twice.id)).toEqual([moved.id])
  expect((await casesOf(stays.id)).sort()).toEqual([own.id, since.id].sort())
  expect(await casesOf(right.id)).toEqual([gone.id])
  expect((await unmerge(twice.id)).body.code).toBe('customer-is-not-merged')
  expect((await unmerge(randomUUID())).body.code).toBe('not-found')
  // Merged once more, it can be reversed once more.
  expect((await merge(twice.id, stays.id)).status).toBe(200)
  expect((await unmerge(twice.id)).body).toMatchObject({
    ...twice,
    updatedAt: expect.any(String),
    version: twice.version + 4,
  })
  expect(await casesOf(twice.id)).toEqual([moved.id])
  await expectInvariants(service)
})

test('a merge can be reversed for thirty days', async () => {
  const [twice, stays] = [await service.customer(), await service.customer()]
  await merge(twice.id, stays.id)
  const { rows } = await service.sql.query(
    'select merged_at at from customer_merges where customer_id = $1',
    [twice.id],
  )
  const end = rows[0].at.toTemporalInstant().add({ hours: 720 })
  service.clock.now = end.add({ milliseconds: 1 })
  expect(await unmerge(twice.id)).toMatchObject({ status: 409, body: { code: 'merge-is-final' } })
  service.clock.now = end
  expect((await unmerge(twice.id)).status).toBe(200)
})

test('merges one after the other are reversed in their order, and every case is back where it was', async () => {
  const { take } = await setScene(service)
  const [a, b, c] = [await service.customer(), await service.customer(), await service.customer()]
  const [ofA, ofB] = [await take({ customerId: a.id }), await take({ customerId: b.id })]
  await merge(a.id, b.id)
  await merge(b.id, c.id)
  expect((await show(a.id)).mergedInto).toEqual({ id: c.id, name: c.name })
  expect(await unmerge(a.id)).toMatchObject({
    status: 409,
    body: { code: 'customer-is-merged', mergedInto: { id: c.id } },
  })
  expect((await unmerge(b.id)).status).toBe(200)
  expect((await casesOf(b.id)).sort()).toEqual([ofA.id, ofB.id].sort())
  expect((await unmerge(a.id)).status).toBe(200)
  expect(await casesOf(a.id)).toEqual([ofA.id])
  expect(await casesOf(b.id)).toEqual([ofB.id])
  await expectInvariants(service)
})

test('by way back nobody is left without anything to be recognised by', async () => {
  const stays = await service.do('POST', '/v1/customers', { body: { phone: '+31612345678' } })
  const twice = await service.do('POST', '/v1/customers', { body: { name: 'Jansen' } })
  await merge(twice.id, stays.id)
  await service.do('PATCH', `/v1/customers/${stays.id}`, {
    headers: { 'if-match': '*' },
    body: { phone: null },
  })
  expect((await unmerge(twice.id)).status).toBe(200)
  expect((await show(stays.id)).name).toBe('Jansen')
})

test('the story of a customer is that of both, and each has their own again after the way back', async () => {
  const { take } = await setScene(service)
  const [twice, stays] = [await service.customer(), await service.customer()]
  const kase = await take({ customerId: twice.id })
  await service.do('POST', `/v1/customers/${twice.id}/facts`, { body: { text: 'Moves.' } })
  const story = async (id: string) => (await service.do('GET', `/v1/customers/${id}/timeline?limit=200`)).data
  const before = (await story(twice.id)).map(({ id }: { id: string }) => id)
  await merge(twice.id, stays.id)
  const ids = (await story(stays.id)).map(({ id }: { id: string }) => id)
  expect(before.filter((id: string) => !ids.includes(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect((await story(twice.id)).filter(({ caseId }: { caseId: string }) => caseId === kase.id)).toEqual([])
  await unmerge(twice.id)
  expect((await story(stays.id)).filter(({ caseId }: { caseId: string }) => caseId === kase.id)).toEqual([])
  expect((await story(twice.id)).map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(before))
})

test('fifty at once merge, reverse and open: nothing is lost, and no case is with who was merged', async () => {
  const { team, sanne } = await setScene(service)
  const other = await startService(service)
  const [a, b] = [await service.customer({ teamId: team.id }), await service.customer({ teamId: team.id })]
  const opened: string[] = []
  const open = async (instance: Service, customerId: string): Promise<Answer> => {
    const answer = await instance.call('POST', '/v1/cases', {
      as: sanne.id,
      body: { customerId, question: 'Why was I charged twice?', callback: n % 2 ? undefined : soon() },
    })
    if (answer.status === 201) opened.push(answer.body.id)
    return answer
  }
  let n = 0
  const answers = await atOnce([service, other], (instance) => {
    n += 1
    const [one, two] = n % 2 ? [a.id, b.id] : [b.id, a.id]
    if (n % 5 === 0) return merge(one, two, instance)
    if (n % 5 === 1) return unmerge(one, instance)
    if (n % 5 === 2)
      return instance.call('POST', `/v1/customers/${one}/facts`, { body: { text: `Fact ${n}.` } })
    return open(instance, one)
  })
  const counts = tally(answers)
  expect(
    Object.keys(counts).filter((name) => !/^(200|201|409 customer-is-(not-)?merged)$/.test(name)),
  ).toEqual([])
  expect(counts['200']).toBeGreaterThan(0)
  const { rows } = await service.sql.query('select id from cases where customer_id in ($1, $2) order by id', [
    a.id,
    b.id,
  ])
  expect(rows.map(({ id }) => id)).toEqual(opened.sort())
  await other.stop()
  await expectInvariants(service)
})

test('what arrives for a customer while they are merged goes with them: fifty questions and facts, and none is lost', async () => {
  const scene = await setScene(service)
  const { team, sanne } = scene
  const other = await startService(service)
  for (let round = 0; round < 3; round++) {
    const [twice, stays] = [
      await service.customer({ teamId: team.id }),
      await service.customer({ teamId: team.id }),
    ]
    // So many that merging them takes as long as the rest needs to arrive.
    const later = { remindAt: '2060-01-01T10:00:00Z', until: '2060-01-01T11:00:00Z' }
    await seedPromises({ ...scene, customer: twice }, Array(300).fill(later))
    const answers = await atOnce([service, other], (instance, n) => {
      if (n === 6) return merge(twice.id, stays.id, instance)
      if (n === 9) return merge(stays.id, twice.id, instance)
      if (n % 3 === 0)
        return instance.call('POST', `/v1/customers/${twice.id}/facts`, { body: { text: `Fact ${n}.` } })
      const body = { customerId: twice.id, question: 'Why was I charged twice?' }
      return instance.call('POST', '/v1/cases', { as: sanne.id, body })
    })
    const counts = tally(answers)
    expect(Object.keys(counts).filter((name) => !/^(200|201|409 customer-is-merged)$/.test(name))).toEqual([])
    expect(counts['200']).toBe(1)
    const { rows } = await service.sql.query(
      `select (select merge_id is null from customers where id = k.id) as stands, count(*)::integer as cases,
         (select count(*)::integer from customer_facts f where f.customer_id = k.id) as facts
       from (select customer_id as id from cases where customer_id in ($1, $2)) k group by k.id`,
      [twice.id, stays.id],
    )
    const opened = answers.filter(({ body }) => body.reference !== undefined).length
    const facts = answers.filter(({ body }) => body.text !== undefined).length
    expect(rows).toEqual([{ stands: true, cases: 300 + opened, facts }])
  }
  await other.stop()
})

test('fifty at once correct cases towards a customer who is merged and is back: each case is with who stands', async () => {
  const { take, sanne } = await setScene(service)
  const other = await startService(service)
  const [wrong, twice, stays] = [await service.customer(), await service.customer(), await service.customer()]
  const cases: { id: string }[] = []
  for (let n = 0; n < 10; n++) cases.push(await take({ customerId: wrong.id }))
  const answers = await atOnce([service, other], (instance, n) => {
    if (n % 5 === 1) return merge(twice.id, stays.id, instance)
    if (n % 5 === 3) return unmerge(twice.id, instance)
    return instance.call('POST', `/v1/cases/${cases[n % 10]?.id}/customer-correction`, {
      as: sanne.id,
      body: { customerId: [twice, stays, wrong][n % 3]?.id },
    })
  })
  const counts = tally(answers)
  const foreseen = /^(200|409 customer-is-(not-)?merged|422 unprocessable)$/
  expect(Object.keys(counts).filter((name) => !foreseen.test(name))).toEqual([])
  expect(counts['200']).toBeGreaterThan(10)
  await other.stop()
  await expectInvariants(service)
})
