import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { expectInvariants } from '../support/invariants.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
afterEach(async () => {
  service.clock.now = undefined
  await expectInvariants(service)
})

/** Two teams, a topic, and what is announced to them. */
async function setHeadsUp() {
  const scene = await setScene(service)
  const { piet, sanne } = scene
  const other = await service.team()
  const joost = await service.employee({ teamId: other.id })
  const topic = await service.do('POST', '/v1/topics', {
    body: { code: `rates-${randomUUID()}`, name: 'Rates' },
  })
  const announce = (body: object = {}, as = piet.id) =>
    service.call('POST', '/v1/heads-ups', {
      as,
      body: {
        title: 'Letter about the new rates',
        kind: 'mailing',
        topic: topic.code,
        audienceSize: 10,
        message: 'Your rate changes.',
        expectedQuestions: [{ question: 'Can I keep mine?', answer: 'Yes.' }],
        whoKnows: [piet.id],
        teamIds: [scene.team.id, other.id],
        ...body,
      },
    })
  const acknowledge = (id: string, as: string) =>
    service.call('POST', `/v1/heads-ups/${id}/acknowledge`, { as, body: {} })
  const release = (id: string, body: object = {}, as = piet.id) =>
    service.call('POST', `/v1/heads-ups/${id}/release`, { as, body })
  const ask = (topicCode: string) =>
    service.do('POST', '/v1/cases', {
      as: sanne.id,
      body: { customerId: scene.customer.id, question: 'Can I keep my rate?', topic: topicCode },
    })
  return { ...scene, teamId: scene.team.id, other, joost, topic, announce, acknowledge, release, ask }
}

test('it is released once every team concerned has acknowledged it, each by a member of its own', async () => {
  const { announce, acknowledge, release, sanne, joost, other, teamId } = await setHeadsUp()
  const { status, body } = await announce()
  expect([status, body.state, body.teamIds.toSorted()]).toEqual([
    201,
    'announced',
    [teamId, other.id].toSorted(),
  ])
  expect((await acknowledge(body.id, sanne.id)).status).toBe(200)
  // A colleague who did not announce it has no say in that.
  expect(await release(body.id, {}, sanne.id)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  const early = await release(body.id)
  expect([early.status, early.body.code, early.body.teams]).toEqual([
    409,
    'teams-not-briefed',
    [{ id: other.id, name: other.name }],
  ])
  const outsider = await service.employee({ teamId: null })
  expect((await acknowledge(body.id, outsider.id)).status).toBe(403)
  await acknowledge(body.id, joost.id)
  const again = await acknowledge(body.id, joost.id)
  expect(again.body.version).toBe(3)
  const released = await release(body.id)
  expect([released.status, released.body.state, released.body.override]).toEqual([200, 'released', null])
})

test('who lets it go out before that is named with their reason, and reported', async () => {
  const { announce, release, piet, other, teamId } = await setHeadsUp()
  const { id } = (await announce()).body
  const system = await service.call('POST', `/v1/heads-ups/${id}/release`, {
    body: { override: { reason: 'The outage is now.' } },
  })
  expect([system.status, system.body.code]).toEqual([422, 'unprocessable'])
  const released = await release(id, { override: { reason: 'The outage is now.' } })
  expect([released.status, released.body.override]).toEqual([
    200,
    { by: { id: piet.id, name: piet.name }, reason: 'The outage is now.' },
  ])
  const { rows } = await service.sql.query(
    `select data from events where type = 'heads-up.released' and data ->> 'headsUpId' = $1`,
    [id],
  )
  expect(rows).toMatchObject([{ data: { overriddenById: piet.id } }])
  expect(rows[0].data.notBriefed.toSorted()).toEqual([teamId, other.id].toSorted())
  const listed = await service.do('GET', '/v1/heads-ups?overridden=true')
  expect(listed.data.map((each: { id: string }) => each.id)).toContain(id)
})

test('a case on its topic in its period is linked as it opens, and its answers are shown there and to whoever takes the call', async () => {
  const { announce, ask, topic, sanne } = await setHeadsUp()
  const { id, expectedQuestions } = (await announce()).body
  const later = (await announce({ from: '2060-01-01T00:00:00Z', until: '2060-02-01T00:00:00Z' })).body
  const kase = await ask(topic.code)
  expect(kase.headsUps).toMatchObject([{ id, expectedQuestions }])
  expect((await service.do('GET', `/v1/cases/${kase.id}`, { as: sanne.id })).headsUps).toEqual(kase.headsUps)
  const shown = await service.do('GET', `/v1/heads-ups/${id}`)
  expect(shown.impact).toMatchObject({
    cases: 1,
    customers: 1,
    forecastError: null,
    hours: [{ cases: 1, usual: 0 }],
  })
  expect((await service.do('GET', `/v1/heads-ups/${later.id}`)).cases).toBe(0)
  const caller = await service.do('GET', '/v1/callers?phone=%2B31612345699', { as: sanne.id })
  expect(caller.headsUps.map((each: { id: string }) => each.id)).toContain(id)
  expect(caller.headsUps.map((each: { id: string }) => each.id)).not.toContain(later.id)
})

test('a case is linked from the first moment of the period on, and no longer in the one in which it ends', async () => {
  const { announce, ask, topic } = await setHeadsUp()
  const from = Temporal.Now.instant().round('second').add({ hours: 1 })
  const until = from.add({ hours: 1 })
  const { id } = (await announce({ from: from.toString(), until: until.toString() })).body
  const moment = { milliseconds: 1 }
  for (const [at, cases] of [
    [from.subtract(moment), 0],
    [from, 1],
    [until.subtract(moment), 2],
    [until, 2],
  ] as const) {
    service.clock.now = at
    await ask(topic.code)
    expect((await service.do('GET', `/v1/heads-ups/${id}`)).cases, String(at)).toBe(cases)
  }
})

test('the next one of its kind is forecast by the share that rang, and its error is told afterwards', async () => {
  const { announce, ask, topic } = await setHeadsUp()
  const began = Temporal.Now.instant()
  const first = (await announce({ kind: 'outage', until: began.add({ hours: 1 }).toString() })).body
  expect(first.forecast).toEqual({ customers: null, share: null, earlier: 0, earlierError: null })
  await ask(topic.code)
  service.clock.now = began.add({ hours: 2 })
  const second = (
    await announce({ kind: 'outage', audienceSize: 50, until: began.add({ hours: 3 }).toString() })
  ).body
  expect(second.forecast).toEqual({ customers: 5, share: 0.1, earlier: 1, earlierError: null })
  await ask(topic.code)
  service.clock.now = began.add({ hours: 4 })
  expect((await service.do('GET', `/v1/heads-ups/${second.id}`)).impact.forecastError).toBe(4)
  const third = (await announce({ kind: 'outage' })).body
  expect(third.forecast).toMatchObject({ earlier: 2, earlierError: 4 })
})

test('neither a release without the teams, nor a link of another case, nor a change of what was, gets past the database', async () => {
  const { announce, acknowledge, ask, sanne, topic, teamId } = await setHeadsUp()
  const { id } = (await announce()).body
  const kase = await ask(topic.code)
  await acknowledge(id, sanne.id)
  const refused = async (statement: string, values: readonly unknown[], constraint: string) =>
    expect(service.sql.query(statement, [...values])).rejects.toMatchObject({ constraint })
  const released = `update heads_ups set released_at = now(), released_by_kind = 'system', released_by_id = gen_random_uuid() where id = $1`
  await refused(released, [id], 'heads_ups_are_briefed')
  await refused(
    'insert into heads_up_cases values ($1, $2)',
    [id, kase.id],
    'heads_up_cases_are_linked_as_they_open',
  )
  for (const change of [
    'update heads_up_teams set acknowledged_at = null, acknowledged_by_id = null where heads_up_id = $1 and acknowledged_at is not null',
    'delete from heads_up_teams where heads_up_id = $1',
    'delete from heads_up_cases where heads_up_id = $1',
    'delete from heads_ups where id = $1',
    `update heads_ups set kind = 'other' where id = $1`,
  ])
    await refused(change, [id], 'heads_ups_are_history')
  await service.do('POST', `/v1/heads-ups/${id}/release`, {
    body: { override: { reason: 'Now.', employeeId: sanne.id } },
  })
  await refused(
    'insert into heads_up_teams (heads_up_id, team_id) select $1, id from teams where id <> $2 and id not in (select team_id from heads_up_teams where heads_up_id = $1) limit 1',
    [id, teamId],
    'heads_up_teams_come_before_the_release',
  )
  await refused(
    `update heads_ups set override_reason = 'Better.' where id = $1`,
    [id],
    'heads_ups_are_history',
  )
})

test('a form on the web that only writes cases is not told of it', async () => {
  const { announce, acknowledge, release, sanne, joost, topic, customer } = await setHeadsUp()
  const { body } = await announce()
  for (const { id } of [sanne, joost]) await acknowledge(body.id, id)
  await release(body.id)
  const opened = async (key: string) =>
    service.do('POST', '/v1/cases', {
      key,
      body: { customerId: customer.id, question: 'Can I keep my rate?', topic: topic.code },
    })
  expect((await opened(await service.key('cases:write', 'cases:read'))).headsUps).toMatchObject([
    { id: body.id },
  ])
  expect((await opened(await service.key('cases:write'))).headsUps).toEqual([])
})
