import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

interface Asked extends Scene {
  readonly kase: Answer['body']
  readonly asked: Answer['body']
  readonly end: (how: string, as: string, body?: object, headers?: Record<string, string>) => Promise<Answer>
  readonly read: (as?: string) => Promise<Answer['body']>
}

/** Sanne asks Piet, a teammate, about a case of hers. */
async function setQuestion(): Promise<Asked> {
  const scene = await setScene(service)
  const { sanne, piet, take } = scene
  const kase = await take()
  const body = { employeeId: piet.id, question: 'Why two debits?' }
  const asked = await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: sanne.id, body })
  const url = `/v1/consultations/${asked.id}`
  return {
    ...scene,
    kase,
    asked,
    end: (how, as, body = {}, headers = {}) => service.call('POST', `${url}/${how}`, { as, body, headers }),
    read: (as) => service.do('GET', url, { ...(as !== undefined && { as }) }),
  }
}

const eventsOf = async (caseId: string, type: string): Promise<Answer['body'][]> =>
  (await service.do('GET', `/v1/events?caseId=${caseId}&type=${type}&limit=200`)).data

test('the colleague answers, and the answer is the owner’s to use', async () => {
  const { asked, piet, sanne, end, read, kase } = await setQuestion()
  const answer = await end('answer', piet.id, { answer: 'Taken twice by mistake.' })
  expect([answer.status, answer.headers.etag]).toEqual([200, '"2"'])
  expect(answer.body).toEqual({
    ...asked,
    state: 'answered',
    answer: 'Taken twice by mistake.',
    closedAt: expect.any(String),
    version: 2,
  })
  expect(await read(sanne.id)).toEqual(answer.body)
  const [told] = await eventsOf(kase.id, 'consultation.answered')
  expect(told?.data).toEqual({ consultationId: asked.id, consultedId: piet.id, late: false })
  const { data } = await service.do('GET', `/v1/cases/${kase.id}/timeline`, { as: sanne.id })
  expect(data.map(({ text }: { text: string | null }) => text)).toEqual(
    expect.arrayContaining(['Why two debits?', 'Taken twice by mistake.']),
  )
})

test('a late answer is taken, and moves no promise', async () => {
  const { asked, piet, end, read, kase } = await setQuestion()
  service.clock.now = Temporal.Instant.from(asked.needBy).add({ minutes: 1 })
  expect(await read()).toMatchObject({ overdue: true, state: 'open' })
  const { callback } = await service.do('GET', `/v1/cases/${kase.id}`)
  const { body } = await end('answer', piet.id, { answer: 'Sorry for the wait.' })
  expect([body.state, body.overdue]).toEqual(['answered', false])
  expect((await eventsOf(kase.id, 'consultation.answered'))[0]?.data.late).toBe(true)
  expect((await service.do('GET', `/v1/cases/${kase.id}`)).callback).toEqual(callback)
})

test('the colleague declines with a reason, and says who might know', async () => {
  const { asked, sanne, piet, team, end, kase } = await setQuestion()
  const fatima = await service.employee({ teamId: team.id })
  const gone = await service.employee({ teamId: team.id })
  await service.do('POST', `/v1/employees/${gone.id}/departure`, { body: {} })
  expect((await end('decline', piet.id, {})).status).toBe(400)
  for (const mightKnow of [piet.id, gone.id, randomUUID()]) {
    const { status, body } = await end('decline', piet.id, { reason: 'No idea.', mightKnow })
    expect([status, body.errors[0].pointer]).toEqual([422, '#/mightKnow'])
  }
  const { body } = await end('decline', piet.id, { reason: 'No idea.', mightKnow: fatima.id })
  expect(body).toMatchObject({
    state: 'declined',
    reason: 'No idea.',
    answer: null,
    mightKnow: { id: fatima.id, name: fatima.name },
  })
  const [told] = await eventsOf(kase.id, 'consultation.declined')
  expect(told?.data).toEqual({ consultationId: asked.id, consultedId: piet.id, mightKnowId: fatima.id })
  expect((await service.do('GET', `/v1/consultations/${asked.id}`, { as: sanne.id })).state).toBe('declined')
})

test('only who was asked answers and declines, and only the owner or the stand-in withdraws', async () => {
  const { sanne, piet, team, end } = await setQuestion()
  const coach = await service.employee({ teamId: team.id, role: 'coach' })
  for (const { id } of [sanne, coach]) {
    expect((await end('answer', id, { answer: 'Me.' })).body.code).toBe('forbidden')
    expect((await end('decline', id, { reason: 'Me.' })).body.code).toBe('forbidden')
  }
  for (const { id } of [piet, coach]) expect((await end('withdraw', id)).body.code).toBe('only-the-owner')
  const now = Temporal.Now.instant()
  const [from, until] = [now.subtract({ hours: 1 }).toString(), now.add({ hours: 9 }).toString()]
  await coverAbsence(service, { owner: sanne.id, by: coach.id, from, until })
  const { body } = await end('withdraw', coach.id, { reason: 'Found it.' })
  expect([body.state, body.reason]).toEqual(['withdrawn', 'Found it.'])
})

test('what has ended stays as it ended', async () => {
  const ways = ['answer', 'decline', 'withdraw'] as const
  for (const first of ways) {
    const { sanne, piet, end, read } = await setQuestion()
    const go = (how: (typeof ways)[number]) =>
      end(how, how === 'withdraw' ? sanne.id : piet.id, {
        ...(how === 'answer' ? { answer: 'Yes.' } : { reason: 'So.' }),
      })
    expect((await go(first)).status).toBe(200)
    const ended = await read()
    for (const again of ways) {
      const { status, body } = await go(again)
      expect([first, again, status, body.code]).toEqual([first, again, 409, 'consultation-is-closed'])
    }
    expect(await read()).toEqual(ended)
  }
})

test('an action on another version than the one that was read is refused', async () => {
  const { piet, sanne, end } = await setQuestion()
  const stale = { 'if-match': '"7"' }
  expect((await end('answer', piet.id, { answer: 'A' }, stale)).status).toBe(412)
  expect((await end('decline', piet.id, { reason: 'A' }, stale)).status).toBe(412)
  expect((await end('withdraw', sanne.id, {}, stale)).status).toBe(412)
  expect((await end('answer', piet.id, { answer: 'A' }, { 'if-match': '"1"' })).status).toBe(200)
})

test('however the case ends, what is open ends with it, and what was answered stays', async () => {
  const exits: ((scene: Asked) => Promise<Answer>)[] = [
    ({ kase, sanne }) =>
      service.call('POST', `/v1/cases/${kase.id}/resolve`, {
        as: sanne.id,
        body: { outcome: 'answered', summary: 'Paid.', contact: outbound },
      }),
    ({ kase, sanne }) =>
      service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
        as: sanne.id,
        body: { outcome: 'reached', summary: 'Paid.', then: { resolve: { outcome: 'fixed' } } },
      }),
    ({ kase, sanne }) =>
      service.call('POST', `/v1/cases/${kase.id}/resolve`, {
        as: sanne.id,
        body: { outcome: 'withdrawn', summary: 'Never mind.', contact: inbound },
      }),
  ]
  for (const exit of exits) {
    const scene = await setQuestion()
    const { kase, asked, sanne, piet, team, end, read } = scene
    await end('answer', piet.id, { answer: 'By mistake.' })
    const answered = await read()
    const fatima = await service.employee({ teamId: team.id })
    const ask = (employeeId: string): Promise<Answer['body']> =>
      service.do('POST', `/v1/cases/${kase.id}/consultations`, {
        as: sanne.id,
        body: { employeeId, question: 'And now?' },
      })
    const open = [await ask(piet.id), await ask(fatima.id)]
    expect((await exit(scene)).status).toBeLessThan(300)
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/consultations`)
    expect(data.map(({ id, state, reason }: Answer['body']) => [id, state, reason])).toEqual([
      [asked.id, 'answered', null],
      ...open.map(({ id }) => [id, 'withdrawn', null]),
    ])
    expect(data[0]).toEqual(answered)
    const told = await eventsOf(kase.id, 'consultation.withdrawn')
    expect(told.map((event) => event.data)).toEqual(
      open.map(({ id, consulted }) => ({
        consultationId: id,
        consultedId: consulted.id,
        because: 'case-resolved',
      })),
    )
  }
})

test('the owner says whether an answer helped, may say otherwise, and nobody is shown it', async () => {
  const { asked, sanne, piet, team, end, read, kase } = await setQuestion()
  const rate = (as: string, helpful: boolean) =>
    service.call('PUT', `/v1/consultations/${asked.id}/helpfulness`, { as, body: { helpful } })
  expect((await rate(sanne.id, true)).status).toBe(422)
  await end('answer', piet.id, { answer: 'By mistake.' })
  const before = await read()
  const coach = await service.employee({ teamId: team.id, role: 'coach' })
  for (const { id } of [piet, coach]) expect((await rate(id, false)).body.code).toBe('only-the-owner')
  const rated = await rate(sanne.id, true)
  expect([rated.status, rated.body]).toEqual([200, { helpful: true }])
  expect((await rate(sanne.id, true)).status).toBe(200)
  expect((await rate(sanne.id, false)).body).toEqual({ helpful: false })
  expect(await read()).toEqual(before)
  const told = await eventsOf(kase.id, 'consultation.rated')
  expect(told.map(({ data }) => data)).toEqual([{ consultationId: asked.id }, { consultationId: asked.id }])
  const { rows } = await service.sql.query('select helpful from consultations where id = $1', [asked.id])
  expect(rows).toEqual([{ helpful: false }])
})

test('a succession leaves what was asked with the case: the answer goes to the new owner', async () => {
  const { kase, asked, sanne, piet, team, end, read } = await setQuestion()
  const fatima = await service.employee({ teamId: team.id })
  await service.do('POST', `/v1/employees/${sanne.id}/departure`, { body: { successorIds: [fatima.id] } })
  expect((await service.do('GET', `/v1/cases/${kase.id}`)).owner.id).toBe(fatima.id)
  expect(await read()).toMatchObject({ id: asked.id, state: 'open' })
  expect((await end('answer', piet.id, { answer: 'By mistake.' })).status).toBe(200)
  const helped = { as: fatima.id, body: { helpful: true } }
  expect((await service.call('PUT', `/v1/consultations/${asked.id}/helpfulness`, helped)).status).toBe(200)
})

test('lists are narrowed by what was asked, of whom, by whom and until when', async () => {
  const { kase, asked, sanne, piet, team, end } = await setQuestion()
  const fatima = await service.employee({ teamId: team.id })
  const code = `t-${randomUUID().slice(0, 13)}`
  await service.do('POST', '/v1/topics', { body: { code, name: 'Debit' } })
  await service.do('PATCH', `/v1/employees/${fatima.id}`, {
    body: { topics: [code] },
    headers: { 'if-match': '*' },
  })
  const body = { topic: code, question: 'Undo it, please.', kind: 'action', needBy: '2098-01-01T00:00:00Z' }
  const todo = await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: sanne.id, body })
  await end('answer', piet.id, { answer: 'By mistake.' })
  const found = async (query: string): Promise<string[]> =>
    (await service.do('GET', `/v1/consultations?caseId=${kase.id}&${query}`, { as: sanne.id })).data.map(
      ({ id }: { id: string }) => id,
    )
  const [both, first, second, none] = [[todo.id, asked.id], [asked.id], [todo.id], []]
  const expected: [string, string[]][] = [
    ['', both],
    ['state=open', second],
    ['state=answered', first],
    ['state=open,answered', both],
    ['state=declined,withdrawn', none],
    ['kind=action', second],
    ['kind=question', first],
    [`consultedId=${piet.id}`, first],
    [`consultedId=${piet.id},${fatima.id}`, both],
    [`askedById=${sanne.id}`, both],
    [`askedById=${piet.id}`, none],
    [`topic=${code}`, second],
    ['overdue=false', both],
    ['overdue=true', none],
    ['needByAfter=2090-01-01T00:00:00Z', second],
    ['needByBefore=2090-01-01T00:00:00Z', first],
  ]
  for (const [query, ids] of expected) expect([query, await found(query)]).toEqual([query, ids])
  service.clock.now = Temporal.Instant.from('2098-06-01T00:00:00Z')
  expect(await found('overdue=true')).toEqual(second)
  const page = await service.do('GET', `/v1/consultations?caseId=${kase.id}&limit=1`)
  const next = await service.do(
    'GET',
    `/v1/consultations?caseId=${kase.id}&limit=1&cursor=${page.nextCursor}`,
  )
  expect([...page.data, ...next.data].map(({ id }) => id)).toEqual(both)
})
