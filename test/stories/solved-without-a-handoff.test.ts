import { expect, test } from 'vitest'
import { inTurns } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const one = useService()
const two = useInstance(one)

const number = '+31612345678'
const at = (time: string) => Temporal.Instant.from(`2027-05-10T${time}:00+02:00`)

test('a form, a call at lunch, a colleague who answers, a specialist who knows, three on the line, and a promise kept by one owner', async () => {
  const service = inTurns(one, two)
  one.clock.now = at('09:30')
  const [form, exchange] = await Promise.all([service.key('cases:write'), service.key('calls:write')])
  const topic = await service.do('POST', '/v1/topics', { body: { code: 'meter', name: 'Meters' } })
  const team = await service.team()
  const sanne = await service.employee({
    name: 'Sanne de Wit',
    teamId: team.id,
    extension: '201',
    topics: [topic.code],
  })
  const piet = await service.employee({ name: 'Piet Bakker', teamId: team.id, extension: '202' })
  const joost = await service.employee({
    name: 'Joost Mulder',
    teamId: null,
    extension: '300',
    topics: [topic.code],
  })
  let calls = 0
  const ring = (callId: string, event: string, more: object = {}) =>
    service.do('POST', '/v1/calls', {
      key: exchange,
      body: { callId, event, direction: 'inbound', from: '06 1234 5678', to: '020 123 4567', ...more },
    })
  const show = (kase: { id: string }, as?: string) =>
    service.call('GET', `/v1/cases/${kase.id}`, as === undefined ? {} : { as })

  // Half past nine: a form. Sanne is the one who knows about meters, so it is hers.
  const kase: Answer['body'] = await service.do('POST', '/v1/cases', {
    key: form,
    body: {
      customer: { name: 'Mevrouw Dijkstra', phone: number },
      topic: topic.code,
      question: 'My new meter shows twice what I use. How can that be?',
    },
  })
  expect(kase).toMatchObject({
    owner: { id: sanne.id },
    faces: 0,
    assignment: {
      reason: 'least-loaded',
      considered: [
        { step: 'open-case-with-owner', members: 0 },
        { step: 'known-by-owner', members: 0 },
        { step: 'competent-and-present', members: 1 },
      ],
    },
  })

  // Half past twelve: Sanne is at lunch when Mevrouw Dijkstra calls. It rings at Piet’s, who listens and owns nothing.
  one.clock.now = at('12:30')
  await service.do('PUT', `/v1/employees/${sanne.id}/presence`, {
    as: sanne.id,
    body: { presence: 'away' },
  })
  const lunch = `call-${++calls}`
  const ringing = await ring(lunch, 'ringing')
  expect(ringing.ring).toMatchObject({ employeeId: piet.id, extension: '202' })
  const caller = await service.do('GET', '/v1/callers?phone=0031612345678', { as: piet.id })
  expect(caller).toMatchObject({
    customer: { name: 'Mevrouw Dijkstra' },
    openCases: [{ id: kase.id, owner: { id: sanne.id }, callback: { until: kase.callback.until } }],
    ring: { employeeId: piet.id },
  })
  // The exchange tells of the end before it tells of the answer, and of both twice: it stays one contact.
  await ring(lunch, 'ended')
  await ring(lunch, 'answered', { employeeExtension: '202' })
  await ring(lunch, 'answered', { employeeExtension: '202' })
  const heard = await ring(lunch, 'ended')
  expect(heard).toMatchObject({ caseId: kase.id, state: 'ended' })
  expect((await show(kase)).body).toMatchObject({ owner: { id: sanne.id }, chases: 1, faces: 1 })
  await service.do('POST', `/v1/cases/${kase.id}/notes`, {
    as: piet.id,
    body: { text: 'She read the meter to me: 48,213.' },
  })

  // One o’clock: Sanne is back, and asks the specialist, who sees the case for as long as it takes.
  one.clock.now = at('13:00')
  await service.do('PUT', `/v1/employees/${sanne.id}/presence`, {
    as: sanne.id,
    body: { presence: 'present' },
  })
  expect((await show(kase, joost.id)).status).toBe(404)
  const asked = await service.do('POST', `/v1/cases/${kase.id}/consultations`, {
    as: sanne.id,
    body: { employeeId: joost.id, question: 'Can a new meter count twice?', needBy: 'PT2H' },
  })
  expect(asked).toMatchObject({ state: 'open', consulted: { id: joost.id }, askedBy: { id: sanne.id } })
  const seen = await show(kase, joost.id)
  expect(seen.body).toMatchObject({ id: kase.id, owner: { id: sanne.id } })
  expect((await service.do('GET', '/v1/me/day', { as: joost.id })).consultations).toMatchObject([
    { id: asked.id, caseId: kase.id },
  ])
  await service.do('POST', `/v1/consultations/${asked.id}/answer`, {
    as: joost.id,
    body: { answer: 'Yes: its factor is set for a factory. I can join when you call.' },
  })
  expect((await show(kase)).body).toMatchObject({ owner: { id: sanne.id }, callback: kase.callback })

  // Two o’clock: the promise, kept with three on the line, and the owner's is the voice.
  one.clock.now = at('14:00')
  const kept = await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
    as: sanne.id,
    body: {
      outcome: 'reached',
      summary: 'Joost explained the factor; the meter is set right tomorrow.',
      participants: [joost.id],
      then: { resolve: { outcome: 'answered' } },
    },
  })
  await service.do('PUT', `/v1/consultations/${asked.id}/helpfulness`, {
    as: sanne.id,
    body: { helpful: true },
  })
  expect(kept.case).toMatchObject({ status: 'resolved', owner: { id: sanne.id }, faces: 3, chases: 1 })
  expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
    state: 'kept',
    lateBy: null,
    customerCalledFirst: false,
  })

  // Nothing of it is Joost's any more, and nothing ever was Piet's.
  expect((await show(kase, joost.id)).status).toBe(404)
  expect((await service.call('GET', `/v1/consultations/${asked.id}`, { as: joost.id })).status).toBe(404)
  const story = (await service.do('GET', `/v1/cases/${kase.id}/timeline?limit=200`, { as: sanne.id })).data
  const told = story.map(({ type }: { type: string }) => type)
  expect(told).toEqual([
    'case.opened',
    'contact.recorded',
    'callback.made',
    'contact.recorded',
    'case.chased',
    'contact.completed',
    'note.added',
    'consultation.asked',
    'consultation.answered',
    'contact.recorded',
    'callback.kept',
    'case.resolved',
    'consultation.rated',
  ])
  for (const entry of story) expect(entry.headline, entry.type).toMatch(/^[A-Z].+\.$/)
  const owners = await one.sql.query(
    `select distinct data ->> 'ownerId' as owner from events where case_id = $1 and data ? 'ownerId'`,
    [kase.id],
  )
  expect(owners.rows).toEqual([{ owner: sanne.id }])

  // A week later she has another question, and the form finds the person whom she knows.
  one.clock.now = at('14:00').add({ hours: 7 * 24 })
  const again = await service.do('POST', '/v1/cases', {
    key: form,
    body: { customerId: kase.customer.id, question: 'And what about the bill of last month?' },
  })
  expect(again).toMatchObject({ owner: { id: sanne.id }, assignment: { reason: 'known-by-owner' } })
  const found = await service.do('GET', '/v1/cases?q=Dijksta', { as: sanne.id })
  expect(found.data.map(({ id }: { id: string }) => id)).toEqual([again.id, kase.id])
})
