import { beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
beforeAll(async () => {
  const home = await service.team()
  await service.employee({ teamId: home.id, contractHours: 0.01 })
})

const contactWith = (caseId: string, as: string, body: object = inbound): Promise<Answer['body']> =>
  service.do('POST', `/v1/cases/${caseId}/contacts`, { as, body })
const request = (caseId: string, as: string, body: object): Promise<Answer> =>
  service.call('POST', `/v1/cases/${caseId}/successions`, { as, body })
const confirm = (id: string, as: string, body: object = {}): Promise<Answer> =>
  service.call('POST', `/v1/successions/${id}/confirm`, { as, body })
const read = (caseId: string): Promise<Answer['body']> => service.do('GET', `/v1/cases/${caseId}`)
const told = ({ status, body }: Answer) => [status, body.code]

/** Sanne owns a case, and a customer of hers has spoken with Piet; a coach of another team sees it. */
const setChoice = async () => {
  const scene = await setScene(service)
  const fatima = await service.employee({ teamId: scene.team.id, name: 'Fatima', extension: '206' })
  const coach = await service.employee({ teamId: (await service.team()).id, role: 'coach' })
  const kase = await scene.take()
  const contact = await contactWith(kase.id, scene.piet.id)
  return { ...scene, fatima, coach, kase, choice: { cause: 'customerChoice', contactId: contact.id } }
}

describe('the customer chooses', () => {
  test('somebody else: owner and promise pass on, and window, attempts and history stay', async () => {
    const { kase, sanne, piet, fatima, choice } = await setChoice()
    await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: sanne.id,
      body: { outcome: 'no-answer' },
    })
    const before = await read(kase.id)
    const made = await request(kase.id, piet.id, {
      ...choice,
      toOwnerId: fatima.id,
      reason: 'Did not click.',
    })
    expect(made.status).toBe(201)
    expect(made.headers.location).toBe(`/v1/successions/${made.body.id}`)
    expect(made.body).toMatchObject({
      caseId: kase.id,
      reference: kase.reference,
      cause: 'customerChoice',
      fromOwnerId: sanne.id,
      toOwnerId: fatima.id,
      reason: 'Did not click.',
      contactId: choice.contactId,
      reportedBy: piet.id,
      confirmedBy: null,
      completedAt: made.body.requestedAt,
    })
    expect(await service.do('GET', `/v1/successions/${made.body.id}`)).toEqual(made.body)

    const after = await read(kase.id)
    expect(after).toMatchObject({
      status: 'open',
      owner: { id: fatima.id, name: fatima.name },
      assignment: { reason: 'succession' },
      teamId: kase.teamId,
    })
    expect(after.callback).toEqual({ ...before.callback, version: before.callback.version + 1 })
    expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
      ownerId: fatima.id,
      state: 'open',
      attempts: 1,
    })
    const { data: story } = await service.do('GET', `/v1/cases/${kase.id}/timeline`)
    expect(story.at(-1)).toMatchObject({
      type: 'case.succeeded',
      text: 'Did not click.',
      caseSequence: after.version,
      data: {
        successionId: made.body.id,
        cause: 'customerChoice',
        fromOwnerId: sanne.id,
        toOwnerId: fatima.id,
      },
    })
    expect(story[0]).toMatchObject({ type: 'case.opened', data: { ownerId: sanne.id } })
  })

  test('and only the new owner is their voice from then on', async () => {
    const { kase, sanne, piet, fatima, choice } = await setChoice()
    await request(kase.id, piet.id, { ...choice, toOwnerId: fatima.id })
    const attempt = (as: string) =>
      service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
        as,
        body: { outcome: 'no-answer' },
      })
    expect(told(await attempt(sanne.id))).toEqual([403, 'only-the-owner'])
    expect((await attempt(fatima.id)).status).toBe(201)
    const answered = await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: fatima.id,
      body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
    })
    expect(answered).toMatchObject({ status: 'resolved', owner: { id: fatima.id } })
    const again = await service.do('POST', `/v1/cases/${kase.id}/reopen`, { as: piet.id, body: {} })
    expect(again.owner.id).toBe(fatima.id)
  })

  test('goes without a name to the least-loaded who is there, and never to whom the case is about', async () => {
    const { team, sanne, piet, fatima, customer } = await setChoice()
    await service.do('POST', '/v1/cases', {
      as: fatima.id,
      body: { customerId: customer.id, question: 'Why?' },
    })
    const choose = async (fields: object) => {
      const body = { customerId: customer.id, question: 'She hung up.', ...fields }
      const { id } = await service.do('POST', '/v1/cases', { as: sanne.id, body })
      const asked = await contactWith(id, fatima.id)
      return (named: object = {}) =>
        request(id, fatima.id, { cause: 'customerChoice', contactId: asked.id, ...named })
    }
    expect((await (await choose({}))()).body.toOwnerId).toBe(piet.id)
    const aboutPiet = await choose({ aboutEmployeeId: piet.id })
    expect(told(await aboutPiet({ toOwnerId: piet.id }))).toEqual([422, 'unprocessable'])
    expect(told(await aboutPiet({ toOwnerId: fatima.id }))).toEqual([422, 'succession-not-justified'])
    expect(told(await aboutPiet())).toEqual([422, 'unprocessable'])
    const rik = await service.employee({ teamId: team.id })
    expect((await aboutPiet()).body.toOwnerId).toBe(rik.id)

    const joost = await service.employee({ teamId: team.id, contractHours: 60 })
    await absent(joost.id, 3)
    const third = await choose({})
    expect((await third()).body.toOwnerId).not.toBe(joost.id)
    const fourth = await choose({})
    expect((await fourth({ toOwnerId: joost.id })).body.toOwnerId).toBe(joost.id)
  })

  test.each([
    ['a specialist', async () => service.employee({ teamId: null })],
    ['a member of another team', async () => service.employee({ teamId: (await service.team()).id })],
  ])('nobody like %s', async (_, find) => {
    const { kase, piet, choice } = await setChoice()
    const toOwnerId = (await find()).id
    const answer = await request(kase.id, piet.id, { ...choice, toOwnerId })
    expect(told(answer)).toEqual([422, 'unprocessable'])
    expect(answer.body.errors[0].pointer).toBe('#/toOwnerId')
  })

  test('nobody who has left or is the owner already', async () => {
    const { kase, sanne, piet, fatima, choice } = await setChoice()
    await service.do('POST', `/v1/employees/${fatima.id}/departure`, { body: {} })
    for (const toOwnerId of [fatima.id, sanne.id])
      expect(told(await request(kase.id, piet.id, { ...choice, toOwnerId }))).toEqual([422, 'unprocessable'])
  })

  test('once for a case', async () => {
    const { kase, piet, fatima, coach, choice } = await setChoice()
    expect((await request(kase.id, piet.id, { ...choice, toOwnerId: fatima.id })).status).toBe(201)
    const next = await contactWith(kase.id, piet.id)
    const again = await request(kase.id, coach.id, { ...choice, contactId: next.id })
    expect(told(again)).toEqual([422, 'succession-not-justified'])
  })

  test('in a contact of theirs, with another employee than the owner, of this case', async () => {
    const { kase, take, sanne, coach, choice } = await setChoice()
    const bySystem = await service.do('POST', `/v1/cases/${kase.id}/contacts`, { body: inbound })
    const own = await contactWith(kase.id, sanne.id)
    const ours = await contactWith(kase.id, sanne.id, outbound)
    for (const contact of [bySystem, own, ours]) {
      const answer = await request(kase.id, coach.id, { ...choice, contactId: contact.id })
      expect(told(answer)).toEqual([422, 'succession-not-justified'])
      expect(answer.body.errors[0].pointer).toBe('#/contactId')
    }
    const other = await take()
    expect(told(await request(other.id, coach.id, choice))).toEqual([422, 'unprocessable'])
    expect((await read(kase.id)).owner.id).toBe(sanne.id)
  })

  test('of the present owner: a contact from before the last succession is none about them', async () => {
    const { kase, sanne, piet, coach, fatima, choice } = await setChoice()
    const report = await request(kase.id, sanne.id, { cause: 'safety', reason: 'A neighbour of mine.' })
    await confirm(report.body.id, coach.id, { toOwnerId: fatima.id })
    expect(told(await request(kase.id, piet.id, choice))).toEqual([422, 'succession-not-justified'])
    const since = await contactWith(kase.id, piet.id)
    expect((await request(kase.id, piet.id, { ...choice, contactId: since.id })).status).toBe(201)
  })

  test('is told by whom they asked, also of another team, and not by the owner or anybody else', async () => {
    const { kase, sanne, piet, fatima, choice } = await setChoice()
    expect(told(await request(kase.id, sanne.id, choice))).toEqual([403, 'forbidden'])
    expect(told(await request(kase.id, fatima.id, choice))).toEqual([403, 'forbidden'])
    const stranger = await service.employee({ teamId: (await service.team()).id })
    expect(told(await request(kase.id, stranger.id, choice))).toEqual([404, 'not-found'])
    const asked = await contactWith(kase.id, stranger.id)
    const answer = await request(kase.id, stranger.id, { cause: 'customerChoice', contactId: asked.id })
    expect(answer.status).toBe(201)
    expect([piet.id, fatima.id]).toContain(answer.body.toOwnerId)
  })

  test('for an open case alone', async () => {
    const { resolved, piet, sanne } = await setChoice()
    const { id } = await resolved()
    const contact = await contactWith(id, piet.id)
    const choice = { cause: 'customerChoice', contactId: contact.id }
    expect(told(await request(id, piet.id, choice))).toEqual([409, 'case-is-resolved'])
    const danger = { cause: 'safety', reason: 'Threatens me.' }
    expect(told(await request(id, sanne.id, danger))).toEqual([409, 'case-is-resolved'])
  })
})

describe('a danger', () => {
  const setDanger = async () => {
    const scene = await setChoice()
    const report = await request(scene.kase.id, scene.sanne.id, { cause: 'safety', reason: 'Threatens me.' })
    return { ...scene, report }
  }

  test('is reported by the owner, and the case stays until a second person confirms', async () => {
    const { kase, sanne, fatima, coach, report } = await setDanger()
    expect(report.status).toBe(201)
    expect(report.body).toMatchObject({ toOwnerId: null, confirmedBy: null, completedAt: null, version: 1 })
    const waiting = await read(kase.id)
    expect(waiting).toMatchObject({ owner: { id: sanne.id }, version: kase.version + 3 })
    const list = (query: string) => service.do('GET', `/v1/successions?caseId=${kase.id}&${query}`)
    expect((await list('waiting=true')).data).toEqual([report.body])

    const done = await confirm(report.body.id, coach.id, { toOwnerId: fatima.id })
    expect([done.status, done.headers.etag]).toEqual([200, '"2"'])
    expect(done.body).toMatchObject({ toOwnerId: fatima.id, confirmedBy: coach.id, version: 2 })
    expect(await service.do('GET', `/v1/successions/${report.body.id}`)).toEqual(done.body)
    const after = await read(kase.id)
    expect(after).toMatchObject({ owner: { id: fatima.id }, assignment: { reason: 'succession' } })
    expect(after.callback).toEqual({ ...waiting.callback, version: waiting.callback.version + 1 })
    expect((await list('waiting=true')).data).toEqual([])
    expect((await list('waiting=false')).data).toEqual([done.body])
    const { data: story } = await service.do('GET', `/v1/cases/${kase.id}/timeline`)
    expect(story.slice(-2)).toMatchObject([
      { type: 'succession.requested', text: 'Threatens me.' },
      { type: 'case.succeeded', data: { cause: 'safety', toOwnerId: fatima.id } },
    ])
  })

  test('is confirmed once, and neither by who reported it nor by the owner', async () => {
    const { team, customer, coach, kase, report } = await setDanger()
    const second = await service.employee({ teamId: team.id, role: 'coach' })
    const body = { customerId: customer.id, question: 'Why?' }
    const theirs = await service.do('POST', '/v1/cases', { as: second.id, body })
    const byCoach = await request(theirs.id, coach.id, { cause: 'safety', reason: 'A conflict.' })
    for (const as of [coach.id, second.id])
      expect(told(await confirm(byCoach.body.id, as))).toEqual([422, 'succession-not-justified'])
    expect((await read(theirs.id)).owner.id).toBe(second.id)

    const answers = await atOnce([service], () => confirm(report.body.id, coach.id), 10)
    expect(answers.map(told).sort()).toEqual([
      [200, undefined],
      ...Array(9).fill([409, 'succession-is-complete']),
    ])
    expect((await read(kase.id)).owner.id).not.toBe(kase.owner.id)
  })

  test('is confirmed by a teammate where no other coach or admin can, and by no other member', async () => {
    const { kase, piet, sanne, report } = await setDanger()
    const { data } = await service.do('GET', '/v1/employees?role=coach,admin&active=true&limit=200')
    const elsewhere = await service.employee({ teamId: (await service.team()).id })
    expect(told(await confirm(report.body.id, piet.id))).toEqual([403, 'forbidden'])
    for (const { id } of data)
      await service.do('PATCH', `/v1/employees/${id}`, {
        body: { role: 'member' },
        headers: { 'if-match': '*' },
      })
    expect(told(await confirm(report.body.id, elsewhere.id))).toEqual([404, 'not-found'])
    expect(told(await confirm(report.body.id, sanne.id))).toEqual([422, 'succession-not-justified'])
    expect(told(await confirm(report.body.id, piet.id))).toEqual([200, undefined])
    expect((await read(kase.id)).owner.id).not.toBe(sanne.id)

    const coach = await service.employee({ teamId: kase.teamId, role: 'coach' })
    const another = await setScene(service)
    const theirs = await another.take()
    const byCoach = await request(theirs.id, coach.id, { cause: 'safety', reason: 'A conflict.' })
    expect(told(await confirm(byCoach.body.id, another.piet.id))).toEqual([200, undefined])
  })

  test('is not reported by a colleague, and not twice while it waits', async () => {
    const { kase, piet, sanne, coach, report } = await setDanger()
    const danger = { cause: 'safety', reason: 'Threatens her.' }
    expect(told(await request(kase.id, piet.id, danger))).toEqual([403, 'forbidden'])
    const again = await request(kase.id, sanne.id, danger)
    expect(told(again)).toEqual([422, 'succession-not-justified'])
    expect(again.body.successionId).toBe(report.body.id)
    const late = await service.call('POST', `/v1/successions/${report.body.id}/confirm`, {
      as: coach.id,
      body: {},
      headers: { 'if-match': '"7"' },
    })
    expect(told(late)).toEqual([412, 'version-mismatch'])
  })

  test('of somebody who is the owner no longer moves nothing, and stands in nobody’s way', async () => {
    const { kase, piet, fatima, coach, choice, report } = await setDanger()
    await request(kase.id, piet.id, { ...choice, toOwnerId: fatima.id })
    expect(told(await confirm(report.body.id, coach.id))).toEqual([422, 'succession-not-justified'])
    const hers = await request(kase.id, fatima.id, { cause: 'safety', reason: 'Threatens me too.' })
    expect(hers.status).toBe(201)
    const { data } = await service.do('GET', `/v1/successions?caseId=${kase.id}&waiting=true`)
    expect(data.map(({ id }: { id: string }) => id)).toEqual([hers.body.id])
  })

  test('of a case that is resolved meanwhile moves nothing', async () => {
    const { kase, sanne, coach, report } = await setDanger()
    const body = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
    await service.do('POST', `/v1/cases/${kase.id}/resolve`, { as: sanne.id, body })
    expect(told(await confirm(report.body.id, coach.id))).toEqual([409, 'case-is-resolved'])
  })
})

test('a departure is no cause that anybody names for one case', async () => {
  const { kase, coach } = await setChoice()
  for (const body of [{ cause: 'departure' }, { cause: 'workload', reason: 'Busy.' }, {}]) {
    const answer = await request(kase.id, coach.id, body)
    expect(told(answer)).toEqual([400, 'validation-failed'])
    expect(answer.body.errors[0].pointer).toBe('#/cause')
  }
})

test.each([
  [{ cause: 'customerChoice' }, '#/contactId'],
  [{ cause: 'safety' }, '#/reason'],
  [{ cause: 'safety', reason: 'Threat.', contactId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d' }, '#/contactId'],
])('what is missing is named: %j', async (body, pointer) => {
  const { kase, sanne } = await setChoice()
  const answer = await request(kase.id, sanne.id, body)
  expect(told(answer)).toEqual([400, 'validation-failed'])
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
})

test('successions are listed by cause, case and owners, the latest first, a page at a time', async () => {
  const { take, sanne, piet, fatima } = await setChoice()
  const made: string[] = []
  for (let n = 0; n < 3; n++) {
    const { id } = await take()
    const contact = await contactWith(id, piet.id)
    const body = { cause: 'customerChoice', contactId: contact.id, toOwnerId: fatima.id }
    made.unshift((await request(id, piet.id, body)).body.id)
  }
  const query = `fromOwnerId=${sanne.id}&toOwnerId=${fatima.id}&cause=customerChoice,safety&limit=2`
  const first = await service.do('GET', `/v1/successions?${query}`)
  const next = await service.do('GET', `/v1/successions?${query}&cursor=${first.nextCursor}`)
  expect([...first.data, ...next.data].map(({ id }: { id: string }) => id)).toEqual(made)
  const departures = await service.do('GET', `/v1/successions?cause=departure&fromOwnerId=${sanne.id}`)
  expect(departures.data).toEqual([])
})

/** Absent from a moment ago, for so many days. */
async function absent(id: string, days: number): Promise<void> {
  await service.sql.query(
    `insert into absences (id, employee_id, from_at, until_at, registered_at)
     values (gen_random_uuid(), $1, now() - interval '1 minute', now() + make_interval(days => $2), now())`,
    [id, days],
  )
}
