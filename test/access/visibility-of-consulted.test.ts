import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

interface Question extends Scene {
  readonly kase: Answer['body']
  /** A member of another team, or a specialist. */
  readonly expert: { readonly id: string }
  readonly ask: (body?: object) => Promise<Answer['body']>
  readonly statuses: () => Promise<Readonly<Record<string, unknown>>>
}

async function setQuestion(ofTeam: boolean, fields: object = {}): Promise<Question> {
  const scene = await setScene(service)
  const expert = await service.employee({ teamId: ofTeam ? (await service.team()).id : null })
  const kase = await scene.take(fields)
  await service.do('POST', `/v1/cases/${kase.id}/notes`, { as: scene.sanne.id, body: { text: 'Look.' } })
  const ask = (body: object = {}) =>
    service.do('POST', `/v1/cases/${kase.id}/consultations`, {
      as: scene.sanne.id,
      body: { employeeId: expert.id, question: 'Why?', ...body },
    })
  const get = (url: string) => service.call('GET', url, { as: expert.id })
  const found = async (url: string) => {
    const { status, body } = await get(url)
    return [status, body.data.length]
  }
  const statuses = async () => ({
    case: (await get(`/v1/cases/${kase.id}`)).status,
    reference: (await get(`/v1/cases/by-reference/${kase.reference}`)).status,
    notes: (await get(`/v1/cases/${kase.id}/notes`)).status,
    timeline: (await get(`/v1/cases/${kase.id}/timeline`)).status,
    contacts: (await get(`/v1/cases/${kase.id}/contacts`)).status,
    callback: (await get(`/v1/callbacks/${kase.callback.id}`)).status,
    consultations: (await get(`/v1/cases/${kase.id}/consultations`)).status,
    cases: await found(`/v1/cases?customerId=${scene.customer.id}`),
    callbacks: await found(`/v1/callbacks?customerId=${scene.customer.id}&state=open`),
    listed: await found(`/v1/consultations?caseId=${kase.id}`),
  })
  return { ...scene, kase, expert, ask, statuses }
}

const nothing = {
  case: 404,
  reference: 404,
  notes: 404,
  timeline: 404,
  contacts: 404,
  callback: 404,
  consultations: 404,
  cases: [200, 0],
  callbacks: [200, 0],
  listed: [200, 0],
}
const everything = {
  case: 200,
  reference: 200,
  notes: 200,
  timeline: 200,
  contacts: 200,
  callback: 200,
  consultations: 200,
  cases: [200, 1],
  callbacks: [200, 1],
  listed: [200, 1],
}

describe.each([
  ['a member of another team', true],
  ['a specialist', false],
] as const)('%s', (_, ofTeam) => {
  test('sees the case while they are asked about it, and when they have answered', async () => {
    const { ask, expert, statuses } = await setQuestion(ofTeam)
    expect(await statuses()).toEqual(nothing)
    const { id } = await ask()
    expect(await statuses()).toEqual(everything)
    await service.do('POST', `/v1/consultations/${id}/answer`, { as: expert.id, body: { answer: 'So.' } })
    expect(await statuses()).toEqual(everything)
  })

  test('sees nothing any more when they have declined, or the owner has withdrawn it', async () => {
    for (const how of ['decline', 'withdraw'] as const) {
      const { ask, sanne, expert, statuses } = await setQuestion(ofTeam)
      const { id } = await ask()
      const as = how === 'decline' ? expert.id : sanne.id
      await service.do('POST', `/v1/consultations/${id}/${how}`, { as, body: { reason: 'No.' } })
      expect(await statuses()).toEqual(nothing)
      expect((await service.call('GET', `/v1/consultations/${id}`, { as: expert.id })).status).toBe(404)
      for (const [action, body] of [
        ['answer', { answer: 'After all.' }],
        ['decline', { reason: 'No.' }],
        ['withdraw', {}],
      ] as const) {
        const late = await service.call('POST', `/v1/consultations/${id}/${action}`, { as: expert.id, body })
        expect([action, late.status]).toEqual([action, 404])
      }
      // Asked again, they see it again, and what they were asked before.
      await ask()
      expect(await statuses()).toEqual({ ...everything, listed: [200, 2] })
    }
  })

  test('sees nothing any more when the case has ended, whatever they have answered', async () => {
    for (const answers of [true, false]) {
      const { ask, kase, sanne, expert, statuses } = await setQuestion(ofTeam)
      const { id } = await ask()
      const answer = { as: expert.id, body: { answer: 'So.' } }
      if (answers) await service.do('POST', `/v1/consultations/${id}/answer`, answer)
      await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
        as: sanne.id,
        body: { outcome: 'answered', summary: 'Paid.', contact: outbound },
      })
      expect(await statuses()).toEqual(nothing)
      expect((await service.call('GET', `/v1/consultations/${id}`, { as: expert.id })).status).toBe(404)
      expect((await service.call('POST', `/v1/consultations/${id}/answer`, answer)).status).toBe(404)
    }
  })

  test('adds a note and records that the customer contacted them, and changes nothing else', async () => {
    const { ask, kase, expert, sanne, piet } = await setQuestion(ofTeam)
    await ask()
    const send = async (method: 'POST' | 'PATCH', url: string, body: object) => {
      const headers = { 'if-match': '*' }
      const { status, body: answer } = await service.call(method, url, { as: expert.id, body, headers })
      return [status, answer.code]
    }
    const at = `/v1/cases/${kase.id}`
    expect(await send('POST', `${at}/notes`, { text: 'Seen.' })).toEqual([201, undefined])
    expect(await send('POST', `${at}/contacts`, inbound)).toEqual([201, undefined])
    const before = await service.do('GET', at)
    const refused: ['POST' | 'PATCH', string, object, string][] = [
      ['PATCH', at, { subject: 'Mine' }, 'forbidden'],
      ['POST', `${at}/contacts`, outbound, 'only-the-owner'],
      ['POST', `${at}/resolve`, { outcome: 'answered', summary: 'A', contact: outbound }, 'only-the-owner'],
      ['POST', `${at}/consultations`, { employeeId: piet.id, question: 'Why?' }, 'only-the-owner'],
      ['POST', `/v1/callbacks/${kase.callback.id}/attempts`, { outcome: 'no-answer' }, 'only-the-owner'],
      ['POST', `${at}/successions`, { cause: 'safety', reason: 'I want it.' }, 'forbidden'],
      ['POST', `${at}/successions`, { cause: 'customerChoice', contactId: randomUUID() }, 'forbidden'],
      ['PATCH', at, { ownerId: expert.id }, 'owner-is-final'],
    ]
    for (const [method, url, body, code] of refused) {
      const [, told] = await send(method, url, body)
      expect([url, body, told]).toEqual([url, body, code])
    }
    expect(await service.do('GET', at)).toEqual(before)
    expect(before.owner.id).toBe(sanne.id)
  })
})

test('a case is on a list once, however often its team asks somebody of that team', async () => {
  const { kase, sanne, piet, customer } = await setQuestion(true)
  for (const question of ['Why?', 'And why?'])
    await service.do('POST', `/v1/cases/${kase.id}/consultations`, {
      as: sanne.id,
      body: { employeeId: piet.id, question },
    })
  for (const list of ['cases', 'callbacks']) {
    const { data } = await service.do('GET', `/v1/${list}?customerId=${customer.id}`, { as: piet.id })
    expect([list, data.length]).toEqual([list, 1])
  }
})

test('who comes to stand in for the employee whom a complaint is about sees it no longer, nor what they were asked', async () => {
  const { ask, team, statuses, expert, sanne, kase } = await setQuestion(false)
  const subject = await service.employee({ teamId: team.id })
  const complaint = await service.do('POST', '/v1/cases', {
    as: sanne.id,
    body: { customer: { name: 'Jansen' }, question: 'Rude.', aboutEmployeeId: subject.id },
  })
  const asked = await service.do('POST', `/v1/cases/${complaint.id}/consultations`, {
    as: sanne.id,
    body: { employeeId: expert.id, question: 'What do you know?' },
  })
  await ask()
  const look = async (as: string) => [
    (await service.call('GET', `/v1/cases/${complaint.id}`, { as })).status,
    (await service.call('GET', `/v1/consultations/${asked.id}`, { as })).status,
    (await service.do('GET', `/v1/consultations?caseId=${complaint.id}`, { as })).data.length,
    (await service.do('GET', '/v1/me/day', { as })).consultations.map(
      ({ caseId }: { caseId: string }) => caseId,
    ),
  ]
  expect(await look(subject.id)).toEqual([404, 404, 0, []])
  expect(await look(expert.id)).toEqual([200, 200, 1, [complaint.id, kase.id]])
  await service.do('PATCH', `/v1/employees/${expert.id}`, {
    body: { teamId: team.id },
    headers: { 'if-match': '*' },
  })
  const now = Temporal.Now.instant()
  const [from, until] = [now.subtract({ hours: 1 }).toString(), now.add({ hours: 9 }).toString()]
  await coverAbsence(service, { owner: subject.id, by: expert.id, from, until })
  // A script tells no instance: that it stands in is known a little later.
  await service.do('PATCH', `/v1/employees/${expert.id}`, {
    body: { extension: '209' },
    headers: { 'if-match': '*' },
  })
  expect(await look(expert.id)).toEqual([404, 404, 0, [kase.id]])
  expect((await statuses()).case).toBe(200)
})
