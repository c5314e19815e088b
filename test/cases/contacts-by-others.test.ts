import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, outbound, type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
beforeAll(async () => {
  scene = await setScene(service)
})

const show = (kase: { id: string }) => service.do('GET', `/v1/cases/${kase.id}`)
const record = (kase: { id: string }, as: string, body: object) =>
  service.call('POST', `/v1/cases/${kase.id}/contacts`, { as, body })

describe('whom the customer contacts', () => {
  test('records it, from whichever team, and the owner hears of it once for each contact', async () => {
    const elsewhere = await service.team()
    const foreign = await service.employee({ teamId: elsewhere.id })
    const specialist = await service.employee({ teamId: null })
    const kase = await scene.take()
    for (const as of [foreign.id, specialist.id, scene.piet.id])
      expect(await record(kase, as, inbound)).toMatchObject({ status: 201, body: { byOwner: false } })
    expect(await show(kase)).toMatchObject({
      chases: 3,
      owner: { id: scene.sanne.id },
      callback: kase.callback,
    })
    const events = (await service.do('GET', '/v1/events?type=case.chased&limit=200')).data
    const heard = events.filter((event: { caseId: string }) => event.caseId === kase.id)
    expect(heard).toHaveLength(3)
    for (const { data } of heard) expect(data.ownerId).toBe(scene.sanne.id)
  })

  test('is chased by whoever cannot have the owner: not on the line, nor by what they write', async () => {
    const { sanne, piet, take } = await setScene(service)
    const kase = await take()
    const chases = async (as: string, body: object) => {
      expect((await record(kase, as, body)).status).toBe(201)
      return (await show(kase)).chases
    }
    for (const channel of ['phone', 'chat', 'visit'])
      expect([channel, await chases(sanne.id, { ...inbound, channel })]).toEqual([channel, 0])
    for (const [n, channel] of ['email', 'letter', 'web'].entries())
      expect([channel, await chases(sanne.id, { ...inbound, channel })]).toEqual([channel, n + 1])
    expect(await chases(piet.id, inbound)).toBe(4)
    const now = Temporal.Now.instant()
    const [from, until] = [now.subtract({ hours: 1 }).toString(), now.add({ hours: 24 }).toString()]
    await coverAbsence(service, { owner: sanne.id, by: piet.id, from, until })
    expect(await chases(piet.id, inbound)).toBe(4)
  })

  test('is not asked twice: the same request counts once', async () => {
    const kase = await scene.take()
    const headers = { 'idempotency-key': randomUUID() }
    const url = `/v1/cases/${kase.id}/contacts`
    const first = await service.call('POST', url, { as: scene.piet.id, body: inbound, headers })
    const again = await service.call('POST', url, { as: scene.piet.id, body: inbound, headers })
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text])
    expect((await show(kase)).chases).toBe(1)
  })

  test('does not call back: that is the owner’s alone', async () => {
    const kase = await scene.take()
    expect(await record(kase, scene.piet.id, outbound)).toMatchObject({
      status: 403,
      body: { code: 'only-the-owner' },
    })
    expect(await show(kase)).toMatchObject({ chases: 0, faces: 1 })
  })

  test('may have the answer: the owner resolves with that contact, and the promise is not called kept', async () => {
    const kase = await scene.take()
    const answer = await record(kase, scene.piet.id, {
      ...inbound,
      answered: true,
      summary: 'Paid back today.',
    })
    const body = { outcome: 'answered', summary: 'Paid back today.', contactId: answer.body.id }
    expect(
      await service.call('POST', `/v1/cases/${kase.id}/resolve`, { as: scene.piet.id, body }),
    ).toMatchObject({ status: 403, body: { code: 'only-the-owner' } })
    expect(
      await service.do('POST', `/v1/cases/${kase.id}/resolve`, { as: scene.sanne.id, body }),
    ).toMatchObject({ status: 'resolved', owner: { id: scene.sanne.id }, faces: 2 })
    expect((await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).state).toBe('released')
  })
})

describe('faces', () => {
  const reached = { outcome: 'reached', summary: 'Explained.', then: { resolve: { outcome: 'answered' } } }
  const attempt = (kase: { callback: { id: string } }, body: object) =>
    service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, { as: scene.sanne.id, body })

  test('one, from the first word to the last', async () => {
    const kase = await scene.take()
    expect(kase.faces).toBe(1)
    expect((await attempt(kase, reached)).body.case.faces).toBe(1)
  })

  test('none, for a form that nobody has spoken about yet, and one with the first call', async () => {
    const kase = await service.do('POST', '/v1/cases', {
      key: await service.key('cases:write'),
      body: { customerId: scene.customer.id, question: 'Where is it?' },
    })
    expect(kase.faces).toBe(0)
    await record(kase, kase.owner.id, { ...outbound, outcome: 'voicemail' })
    expect((await show(kase)).faces).toBe(0)
    await record(kase, kase.owner.id, outbound)
    expect((await show(kase)).faces).toBe(1)
  })

  test('each who took part in a three-way call, once however often', async () => {
    const joost = await service.employee({ teamId: null })
    const kase = await scene.take()
    const participants = [joost.id, joost.id, scene.sanne.id]
    const { body } = await attempt(kase, { ...reached, participants })
    expect(body.case).toMatchObject({ faces: 2, owner: { id: scene.sanne.id }, status: 'resolved' })
    const contacts = (await service.do('GET', `/v1/cases/${kase.id}/contacts`)).data
    expect(contacts.at(-1)).toMatchObject({
      byOwner: true,
      employeeId: scene.sanne.id,
      participants: [joost.id, scene.sanne.id],
    })
  })

  test('stay counted when the case is opened again', async () => {
    const kase = await scene.take()
    await record(kase, scene.piet.id, inbound)
    await attempt(kase, reached)
    const url = `/v1/cases/${kase.id}/reopen`
    const foreign = await service.employee({ teamId: (await service.team()).id })
    await service.do('POST', url, { as: foreign.id, body: { contact: inbound } })
    expect((await show(kase)).faces).toBe(3)
  })

  test('are employees, whoever writes them down', async () => {
    const kase = await scene.take()
    const stranger = randomUUID()
    expect(
      await record(kase, scene.sanne.id, { ...inbound, participants: [scene.piet.id, stranger] }),
    ).toMatchObject({
      status: 422,
      body: { code: 'unprocessable', errors: [{ pointer: '#/participants/1' }] },
    })
    expect(await attempt(kase, { outcome: 'no-answer', participants: [scene.piet.id] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/participants' }] },
    })
    await expect(
      service.sql.query(
        `insert into contacts (id, case_id, direction, channel, outcome, at, participants, recorded_by_kind, recorded_by_id, recorded_at)
        values ($1, $2, 'inbound', 'phone', 'reached', now(), $3, 'system', $1, now())`,
        [randomUUID(), kase.id, JSON.stringify([stranger])],
      ),
    ).rejects.toMatchObject({ constraint: 'contacts_participants_are_employees' })
  })

  test('fifty colleagues at once are fifty-one faces, and one owner', async () => {
    const kase = await scene.take()
    const team = (await service.team()).id
    const colleagues = await atOnce([service], () => service.employee({ teamId: team }))
    const answers = await atOnce(colleagues, ({ id }) => record(kase, id, inbound))
    expect(answers.map(({ status }) => status)).toEqual(colleagues.map(() => 201))
    expect(await show(kase)).toMatchObject({ faces: 51, chases: 50, owner: { id: scene.sanne.id } })
  })
})
