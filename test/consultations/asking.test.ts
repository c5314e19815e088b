import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** A Monday on which nobody has a day off; Amsterdam is an hour ahead of UTC, and the team open from 8 to 16 UTC. */
const setClock = (time: string): void => {
  service.clock.now = Temporal.Instant.from(`2026-11-23T${time}:00Z`)
}

const ask = (caseId: string, as: string, body: object): Promise<Answer> =>
  service.call('POST', `/v1/cases/${caseId}/consultations`, { as, body: { question: 'Why two?', ...body } })

const pointerOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer]

async function newTopic(): Promise<string> {
  const code = `t-${randomUUID().slice(0, 13)}`
  await service.do('POST', '/v1/topics', { body: { code, name: 'Direct debit' } })
  return code
}

const hire = (fields: object): Promise<Answer['body']> => service.employee(fields)

test('the owner asks a colleague by name, and nothing about the case but its history changes', async () => {
  setClock('09:00')
  const { sanne, piet, take } = await setScene(service)
  const topic = await newTopic()
  const kase = await take({ topic })
  const answer = await ask(kase.id, sanne.id, { employeeId: piet.id })
  expect(answer.status).toBe(201)
  expect(answer.headers.location).toBe(`/v1/consultations/${answer.body.id}`)
  expect(answer.headers.etag).toBe('"1"')
  expect(answer.body).toEqual({
    id: expect.any(String),
    caseId: kase.id,
    reference: kase.reference,
    kind: 'question',
    question: 'Why two?',
    topic: { code: topic, name: 'Direct debit' },
    teamId: null,
    askedBy: { id: sanne.id, name: sanne.name },
    consulted: { id: piet.id, name: piet.name },
    state: 'open',
    needBy: '2026-11-23T13:00:00.000Z',
    overdue: false,
    askedAt: '2026-11-23T09:00:00.000Z',
    closedAt: null,
    answer: null,
    reason: null,
    mightKnow: null,
    version: 1,
  })
  expect(await service.do('GET', `/v1/consultations/${answer.body.id}`)).toEqual(answer.body)
  const now = await service.do('GET', `/v1/cases/${kase.id}`)
  expect(now).toEqual({
    ...kase,
    version: kase.version + 1,
    ...('related' in kase && { related: undefined }),
  })
  const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=consultation.asked`)
  const { id: consultationId, needBy } = answer.body
  const topicId = expect.any(String)
  expect(data[0]).toMatchObject({
    caseSequence: now.version,
    data: { consultationId, consultedId: piet.id, teamId: null, topicId, kind: 'question', needBy },
  })
})

describe('who is asked', () => {
  test('is somebody else who works here, and may know of the case', async () => {
    const { sanne, piet, team, take } = await setScene(service)
    const [fatima, leaver, specialist, foreign] = await Promise.all([
      hire({ teamId: team.id }),
      hire({ teamId: team.id }),
      hire({ teamId: null }),
      hire({ teamId: (await service.team()).id }),
    ])
    await service.do('POST', `/v1/employees/${leaver.id}/departure`, { body: {} })
    const kase = await take({ aboutEmployeeId: piet.id })
    for (const employeeId of [sanne.id, piet.id, leaver.id, randomUUID(), kase.id])
      expect(pointerOf(await ask(kase.id, sanne.id, { employeeId }))).toEqual([422, '#/employeeId'])
    for (const { id } of [fatima, specialist, foreign])
      expect((await ask(kase.id, sanne.id, { employeeId: id })).status).toBe(201)
    // Who stands in for them now would see what they may not.
    const from = Temporal.Now.instant().subtract({ hours: 1 }).toString()
    const until = Temporal.Now.instant().add({ hours: 9 }).toString()
    await coverAbsence(service, { owner: piet.id, by: fatima.id, from, until })
    expect(pointerOf(await ask(kase.id, sanne.id, { employeeId: fatima.id }))).toEqual([422, '#/employeeId'])
  })

  test('is asked by the owner or the stand-in, of an open case alone', async () => {
    const { sanne, piet, team, take, resolved } = await setScene(service)
    const fatima = await hire({ teamId: team.id })
    const coach = await hire({ teamId: null, role: 'coach' })
    const kase = await take()
    for (const { id } of [piet, coach])
      expect((await ask(kase.id, id, { employeeId: fatima.id })).body.code).toBe('only-the-owner')
    expect((await ask((await resolved()).id, sanne.id, { employeeId: fatima.id })).body.code).toBe(
      'case-is-resolved',
    )
    const from = Temporal.Now.instant().subtract({ hours: 1 }).toString()
    const until = Temporal.Now.instant().add({ hours: 9 }).toString()
    await coverAbsence(service, { owner: sanne.id, by: piet.id, from, until })
    const asked = await ask(kase.id, piet.id, { employeeId: fatima.id })
    expect([asked.status, asked.body.askedBy?.id]).toEqual([201, piet.id])
    const itself = await ask(kase.id, piet.id, { employeeId: piet.id })
    expect(pointerOf(itself)).toEqual([422, '#/employeeId'])
  })

  test('is said in one of two ways', async () => {
    const { sanne, piet, team, take } = await setScene(service)
    const kase = await take()
    const wrong = [{}, { employeeId: piet.id, topic: 'invoice' }, { employeeId: piet.id, teamId: team.id }]
    for (const body of wrong) expect((await ask(kase.id, sanne.id, body)).status).toBe(400)
    const { headers } = { headers: { 'if-match': '"999"' } }
    const body = { question: 'Why?', employeeId: piet.id }
    const stale = await service.call('POST', `/v1/cases/${kase.id}/consultations`, {
      as: sanne.id,
      body,
      headers,
    })
    expect(stale.status).toBe(412)
  })
})

test('a case asks a hundred colleagues at a time, and no more, whoever asks at once', async () => {
  const { sanne, piet, take } = await setScene(service)
  const kase = await take()
  const answers = await atOnce([sanne.id], (owner) => ask(kase.id, owner, { employeeId: piet.id }), 110)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(100)
  expect(answers.filter(({ body }) => body.code === 'unprocessable')).toHaveLength(10)
  // They end together with the case, in one statement.
  await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Paid.', contact: outbound },
  })
  const { data } = await service.do('GET', `/v1/cases/${kase.id}/consultations?state=withdrawn&limit=200`)
  expect(data).toHaveLength(100)
})

describe('the first free expert', () => {
  async function experts() {
    const scene = await setScene(service)
    const topic = await newTopic()
    const away = await service.team()
    const kase = await scene.take()
    const expert = (fields: object): Promise<Answer['body']> => hire({ topics: [topic], ...fields })
    const chosen = async (body: object = {}): Promise<string> => {
      const { status, body: asked } = await ask(kase.id, scene.sanne.id, { topic, ...body })
      return status === 201 ? asked.consulted.id : `${status} ${asked.errors[0].pointer}`
    }
    return { ...scene, topic, away, kase, expert, chosen }
  }

  test('is of the own team before others, and has the fewest consultations open', async () => {
    const { team, away, expert, chosen } = await experts()
    const outside = await expert({ teamId: away.id })
    const specialist = await expert({ teamId: null })
    expect([await chosen(), await chosen(), await chosen()]).toEqual([outside.id, specialist.id, outside.id])
    const one = await expert({ teamId: team.id })
    const other = await expert({ teamId: team.id })
    expect([await chosen(), await chosen(), await chosen()]).toEqual([one.id, other.id, one.id])
    expect(await chosen({ teamId: away.id })).toBe(outside.id)
  })

  test('is neither the owner, nor whom the case is about, nor absent, nor gone', async () => {
    const { sanne, topic, team, away, expert, chosen, take } = await experts()
    await service.do('PATCH', `/v1/employees/${sanne.id}`, {
      body: { topics: [topic] },
      headers: { 'if-match': '*' },
    })
    expect(await chosen()).toBe('422 #/topic')
    const expertHere = await expert({ teamId: team.id })
    const about = await take({ aboutEmployeeId: expertHere.id })
    expect(pointerOf(await ask(about.id, sanne.id, { topic }))).toEqual([422, '#/topic'])
    const gone = await expert({ teamId: away.id })
    await service.do('POST', `/v1/employees/${gone.id}/departure`, { body: {} })
    expect(await chosen({ teamId: away.id })).toBe('422 #/topic')
    const now = Temporal.Now.instant()
    await service.sql.query(
      `insert into absences (id, employee_id, from_at, until_at, registered_at) values ($1, $2, $3, $4, now())`,
      [randomUUID(), expertHere.id, now.subtract({ hours: 1 }).toString(), now.add({ hours: 9 }).toString()],
    )
    const kase = await take()
    const refused = await ask(kase.id, sanne.id, { topic })
    expect(refused.body).toMatchObject({ competentButAbsent: 1 })
    // By name, an absent colleague may be asked: they answer when they are back.
    expect((await ask(kase.id, sanne.id, { employeeId: expertHere.id })).status).toBe(201)
    const specialist = await expert({ teamId: null })
    expect(await chosen()).toBe(specialist.id)
  })

  test('is looked for by a topic and in a team that exist', async () => {
    const { kase, sanne, chosen } = await experts()
    expect(pointerOf(await ask(kase.id, sanne.id, { topic: 'no-topic' }))).toEqual([422, '#/topic'])
    expect(await chosen({ teamId: randomUUID() })).toBe('422 #/teamId')
  })
})

describe('the moment by which it is needed', () => {
  const needBy = async (
    { sanne, take }: Pick<Scene, 'sanne' | 'take'>,
    employeeId: string,
    given?: string,
  ): Promise<string> => {
    const { status, body } = await ask((await take()).id, sanne.id, { employeeId, needBy: given })
    return status === 201 ? body.needBy : `${status} ${body.errors[0].pointer}`
  }

  test('counts the working time of the colleague: the hours of their team, their own, and no absence', async () => {
    setClock('14:00')
    const scene = await setScene(service)
    const { piet, team } = scene
    expect(await needBy(scene, piet.id)).toBe('2026-11-24T10:00:00.000Z')
    expect(await needBy(scene, piet.id, 'PT30M')).toBe('2026-11-23T14:30:00.000Z')
    const mornings = await hire({
      teamId: team.id,
      workingHours: {
        tuesday: [{ from: '09:00', until: '12:00' }],
        friday: [{ from: '09:00', until: '12:00' }],
      },
    })
    expect(await needBy(scene, mornings.id)).toBe('2026-11-27T09:00:00.000Z')
    const [absent, back] = [await hire({ teamId: team.id }), '2026-11-25T23:00:00Z']
    await service.sql.query(
      `insert into absences (id, employee_id, from_at, until_at, registered_at) values ($1, $2, '2026-11-22T23:00:00Z', $3, now())`,
      [randomUUID(), absent.id, back],
    )
    expect(await needBy(scene, absent.id)).toBe('2026-11-26T12:00:00.000Z')
    const late = await service.team({
      agreements: { openingHours: { monday: [{ from: '18:00', until: '21:00' }] } },
    })
    expect(await needBy(scene, (await hire({ teamId: late.id })).id, 'PT2H')).toBe('2026-11-23T19:00:00.000Z')
    // A specialist has no team: the hours of the one that asks count.
    expect(await needBy(scene, (await hire({ teamId: null })).id)).toBe('2026-11-24T10:00:00.000Z')
  })

  test('is a moment to come, or so much time and no more', async () => {
    setClock('14:00')
    const scene = await setScene(service)
    const { piet } = scene
    expect(await needBy(scene, piet.id, '2026-11-23T18:30:00+01:00')).toBe('2026-11-23T17:30:00.000Z')
    for (const past of ['2026-11-23T14:00:00Z', '2026-11-23T13:00:00Z'])
      expect(await needBy(scene, piet.id, past)).toBe('422 #/needBy')
    for (const none of ['soon', 'PT0H', 'P1D', 'PT81H', '2026-11-23', 'PT', ''])
      expect([none, await needBy(scene, piet.id, none)]).toEqual([none, '400 #/needBy'])
    expect(await needBy(scene, piet.id, 'PT80H')).toBe('2026-12-07T14:00:00.000Z')
  })
})
