import { beforeAll, describe, expect, test } from 'vitest'
import { inbound, outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
beforeAll(async () => {
  await service.employee({ teamId: (await service.team()).id })
})

/** A Monday morning; the days of that week by their numbers, at an hour in UTC. */
const at = (day: number, hour = 8, minute = 0): string =>
  `2026-11-${String(22 + day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`
const goTo = (moment: string): void => {
  service.clock.now = Temporal.Instant.from(moment)
}

/** A team on Monday at nine, of which the first one owns questions. */
async function setTeam(members = 3) {
  goTo(at(1))
  const team = await service.team()
  const people: Answer['body'][] = []
  for (let n = 0; n < members; n++)
    people.push(await service.employee({ teamId: team.id, extension: `20${n}`, contractHours: 36 - n }))
  const customer = await service.customer({
    teamId: team.id,
    phone: `+3161${String(Math.random()).slice(2, 9)}`,
  })
  const [sanne, piet, fatima] = people
  const open = (fields: object = {}, as = sanne.id): Promise<Answer['body']> =>
    service.do('POST', '/v1/cases', {
      as,
      body: { customerId: customer.id, question: 'Why was I charged twice?', ...fields },
    })
  return { team, people, sanne, piet, fatima, customer, open }
}

const absence = (id: string, body: object, as?: string): Promise<Answer> =>
  service.call('POST', `/v1/employees/${id}/absences`, { ...(as && { as }), body })
const register = async (
  id: string,
  from: string,
  until: string,
  standInId?: string,
): Promise<Answer['body']> => {
  const answer = await absence(id, { from, until, ...(standInId && { standInId }) })
  expect([answer.status, answer.text]).toEqual([201, expect.anything()])
  return answer.body
}
const end = (id: string, as?: string) => service.call('DELETE', `/v1/absences/${id}`, as ? { as } : {})
const read = (id: string) => service.do('GET', `/v1/absences/${id}`)
const parts = ({ standIns }: Answer['body']) =>
  standIns.map((part: Answer['body']) => [part.standInId, part.from, part.until])
const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

describe('registering an absence', () => {
  test('makes the least-loaded teammate who is present stand in, and answers with the promises that fall in it', async () => {
    const { sanne, piet, fatima, open } = await setTeam()
    await open({}, piet.id)
    const within = await open({ callback: { from: at(3, 9), until: at(3, 10) } })
    const later = await open({ callback: { from: at(5, 9), until: at(5, 10) } })
    const { standIns, uncovered, callbacks, ...rest } = await register(sanne.id, at(2), at(4))
    expect(standIns).toEqual([{ standInId: fatima.id, name: fatima.name, from: at(2), until: at(4) }])
    expect(uncovered).toEqual([])
    expect(callbacks).toEqual([
      {
        id: within.callback.id,
        caseId: within.id,
        reference: within.reference,
        from: at(3, 9),
        until: at(3, 10),
        standInId: fatima.id,
      },
    ])
    expect(rest).toEqual({
      id: rest.id,
      employeeId: sanne.id,
      from: at(2),
      until: at(4),
      registeredAt: at(1),
      version: 1,
    })
    expect(await read(rest.id)).toEqual({ ...rest, standIns, uncovered })
    const after = await service.do('GET', `/v1/cases/${later.id}`)
    expect([after.owner.id, after.callback, after.version]).toEqual([sanne.id, later.callback, later.version])
  })

  test('takes whole days of the employee’s own time zone', async () => {
    const { sanne } = await setTeam()
    const { body } = await absence(sanne.id, { fromDate: '2026-11-24', untilDate: '2026-11-25' })
    expect([body.from, body.until]).toEqual(['2026-11-23T23:00:00.000Z', '2026-11-25T23:00:00.000Z'])
  })

  test('begins now when it has begun', async () => {
    const { sanne, piet } = await setTeam()
    expect((await register(sanne.id, at(1, 6), at(2))).from).toBe(at(1))
    const { body } = await absence(piet.id, { until: at(2) })
    expect([body.from, body.until]).toEqual([at(1), at(2)])
  })

  test('asks for no reason, and keeps none', async () => {
    const { sanne } = await setTeam()
    const answer = await absence(sanne.id, { until: at(2), reason: 'Flu.' })
    expect([codeOf(answer), answer.body.errors[0].pointer]).toEqual(['400 validation-failed', '#/reason'])
    const { rows } = await service.sql.query(
      `select column_name from information_schema.columns where table_name in ('absences', 'stand_ins', 'attendance')`,
    )
    expect(rows.filter(({ column_name: name }) => /reason|note|kind_of|cause/.test(name))).toEqual([])
  })

  test.each<[string, object, string, string?]>([
    ['without an end', {}, '400 validation-failed', '#/until'],
    ['with two ends', { until: at(2), untilDate: '2026-11-25' }, '400 validation-failed', '#/until'],
    ['half in days', { fromDate: '2026-11-24', until: at(2) }, '400 validation-failed', '#/fromDate'],
    ['that ends before it begins', { from: at(3), until: at(2) }, '400 validation-failed', '#/until'],
    ['that is over', { from: at(0), until: at(1, 7) }, '422 unprocessable', '#/until'],
    [
      'of days that are over',
      { fromDate: '2026-11-20', untilDate: '2026-11-20' },
      '422 unprocessable',
      '#/untilDate',
    ],
  ])('refuses one %s', async (_, body, code, pointer) => {
    const { sanne } = await setTeam()
    const answer = await absence(sanne.id, body)
    expect([codeOf(answer), answer.body.errors?.[0].pointer]).toEqual([code, pointer])
  })

  test('refuses one that overlaps with another of the same employee, and takes one that follows it', async () => {
    const { sanne } = await setTeam()
    await register(sanne.id, at(2), at(4))
    for (const [from, until] of [
      [at(1), at(2, 9)],
      [at(3), at(5)],
      [at(2), at(4)],
      [at(1), at(5)],
    ])
      expect(codeOf(await absence(sanne.id, { from, until }))).toBe('409 absences-overlap')
    await register(sanne.id, at(4), at(5))
    await register(sanne.id, at(1, 12), at(2))
  })

  test('takes the stand-in that is named, unless they are nobody who could', async () => {
    const { sanne, piet, fatima } = await setTeam()
    const stranger = await service.employee({ teamId: (await service.team()).id })
    const specialist = await service.employee({ teamId: null })
    for (const { id } of [sanne, stranger, specialist, { id: crypto.randomUUID() }]) {
      const answer = await absence(sanne.id, { until: at(2), standInId: id })
      expect([codeOf(answer), answer.body.errors[0].pointer]).toEqual(['422 unprocessable', '#/standInId'])
    }
    await register(piet.id, at(3), at(4), fatima.id)
    const answer = await absence(sanne.id, { from: at(2), until: at(3, 9), standInId: piet.id })
    expect([codeOf(answer), answer.body.errors[0].pointer]).toEqual(['409 stand-in-is-absent', '#/standInId'])
    expect(parts(await register(sanne.id, at(2), at(3), piet.id))).toEqual([[piet.id, at(2), at(3)]])
  })

  test('makes a chain of those who are present, and says where nobody is', async () => {
    const { sanne, piet, fatima } = await setTeam()
    await register(piet.id, at(3), at(5))
    await register(fatima.id, at(4), at(5))
    const registered = await register(sanne.id, at(2), at(6))
    const [first, ...others] = parts(registered)
    // Nobody is there for all of it: the least loaded of Tuesday, then who is left, then nobody, then who is back.
    expect([first, ...others].map(([, from, until]: string[]) => [from, until])).toEqual([
      [at(2), at(3)],
      [at(3), at(4)],
      [at(5), at(6)],
    ])
    expect(others[0][0]).toBe(fatima.id)
    expect(registered.uncovered).toEqual([{ from: at(4), until: at(5) }])
  })

  test('is done by the employee, a coach or an admin, and by no colleague', async () => {
    const { team, sanne, piet } = await setTeam()
    const coach = await service.employee({ teamId: team.id, role: 'coach' })
    expect(codeOf(await absence(sanne.id, { until: at(2) }, piet.id))).toBe('403 forbidden')
    expect((await absence(sanne.id, { until: at(2) }, sanne.id)).status).toBe(201)
    const other = await absence(piet.id, { from: at(3), until: at(4) }, coach.id)
    expect(other.status).toBe(201)
    expect(codeOf(await end(other.body.id, sanne.id))).toBe('403 forbidden')
    expect(codeOf(await absence(crypto.randomUUID(), { until: at(2) }))).toBe('404 not-found')
    expect(codeOf(await end(crypto.randomUUID()))).toBe('404 not-found')
  })

  test('of a specialist wants no stand-in: they own nothing', async () => {
    goTo(at(1))
    const { id } = await service.employee({ teamId: null })
    const { standIns, uncovered } = await register(id, at(2), at(3))
    expect([standIns, uncovered]).toEqual([[], []])
  })

  test('tells of it without a reason, and lists it', async () => {
    const { sanne, piet } = await setTeam(2)
    const first = await register(sanne.id, at(2), at(3))
    const second = await register(sanne.id, at(4), at(5))
    const { data } = await service.do('GET', `/v1/events?type=absence.registered&limit=200`)
    expect(data.find((event: Answer['body']) => event.data.absenceId === first.id).data).toEqual({
      absenceId: first.id,
      employeeId: sanne.id,
      from: at(2),
      until: at(3),
      standIns: [{ standInId: piet.id, from: at(2), until: at(3) }],
    })
    const list = async (query: string) =>
      (await service.do('GET', `/v1/employees/${sanne.id}/absences?${query}`, { as: piet.id })).data.map(
        ({ id }: { id: string }) => id,
      )
    expect(await list('')).toEqual([second.id, first.id])
    expect(await list(`untilAfter=${at(3)}`)).toEqual([second.id])
    expect(await list(`fromBefore=${at(4)}`)).toEqual([first.id])
  })
})

describe('the stand-in', () => {
  test('acts for the owner from the first moment to before the last, and both are on record', async () => {
    const { sanne, piet, fatima, open } = await setTeam()
    const kase = await open()
    await register(sanne.id, at(2), at(4), piet.id)
    const call = (as: string) => service.call('POST', `/v1/cases/${kase.id}/contacts`, { as, body: outbound })
    const show = async () => (await service.do('GET', `/v1/cases/${kase.id}`)).standIn

    goTo('2026-11-24T07:59:59.999Z')
    expect([codeOf(await call(piet.id)), await show()]).toEqual(['403 only-the-owner', null])
    goTo(at(2))
    const spoken = await call(piet.id)
    expect(spoken.status).toBe(201)
    expect(spoken.body).toMatchObject({
      employeeId: piet.id,
      byOwner: true,
      actedBy: piet.id,
      ownerId: sanne.id,
    })
    expect(await show()).toEqual({ id: piet.id, name: piet.name })
    expect([codeOf(await call(fatima.id)), (await call(sanne.id)).status]).toEqual([
      '403 only-the-owner',
      201,
    ])
    goTo('2026-11-26T07:59:59.999Z')
    expect((await call(piet.id)).status).toBe(201)
    goTo(at(4))
    expect([codeOf(await call(piet.id)), await show()]).toEqual(['403 only-the-owner', null])

    const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=contact.recorded&limit=200`)
    expect(
      data.slice(1).map((e: Answer['body']) => [e.actor.onBehalfOf, e.data.actedBy, e.data.actedFor]),
    ).toEqual([
      [piet.id, piet.id, sanne.id],
      [sanne.id, undefined, undefined],
      [piet.id, piet.id, sanne.id],
    ])
    const { rows } = await service.sql.query(
      `select employee_id, spoken_for from contacts where case_id = $1 and direction = 'outbound' order by id`,
      [kase.id],
    )
    expect(rows).toEqual([piet, sanne, piet].map(({ id }) => ({ employee_id: id, spoken_for: sanne.id })))
  })

  test('tries, keeps, reschedules and resolves; the case stays the owner’s', async () => {
    const { sanne, piet, open } = await setTeam()
    const [one, two, three, four] = [await open(), await open(), await open(), await open()]
    await register(sanne.id, at(1), at(5), piet.id)
    const attempts = (kase: Answer['body']) => `/v1/callbacks/${kase.callback.id}/attempts`
    const failed = await service.do('POST', attempts(one), { as: piet.id, body: { outcome: 'no-answer' } })
    expect([failed.actedBy, failed.ownerId, failed.case.owner.id, failed.case.standIn.id]).toEqual([
      piet.id,
      sanne.id,
      sanne.id,
      piet.id,
    ])
    const kept = await service.do('POST', attempts(one), {
      as: piet.id,
      body: { outcome: 'reached', summary: 'Paid back.', then: { resolve: { outcome: 'answered' } } },
    })
    expect(kept.case).toMatchObject({
      status: 'resolved',
      owner: { id: sanne.id },
      resolution: { resolvedBy: piet.id, actedBy: piet.id, ownerId: sanne.id },
    })
    const moved = await service.do('POST', `/v1/callbacks/${two.callback.id}/reschedule`, {
      as: piet.id,
      body: { reason: 'Sanne is back then.', contact: outbound },
    })
    expect(moved).toMatchObject({ ownerId: sanne.id, state: 'open' })
    // The customer calls the stand-in first: that keeps the promise as if the owner had picked up.
    const resolved = await service.do('POST', `/v1/cases/${three.id}/resolve`, {
      as: piet.id,
      body: { outcome: 'answered', summary: 'Paid back.', contact: inbound },
    })
    expect(resolved.status).toBe('resolved')
    expect(await service.do('GET', `/v1/callbacks/${three.callback.id}`)).toMatchObject({
      state: 'kept',
      ownerId: sanne.id,
      customerCalledFirst: true,
    })
    for (const kase of [one, two, three]) {
      const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&limit=200`)
      const acts = data.filter((e: Answer['body']) => e.actor.onBehalfOf === piet.id)
      expect(acts.length).toBeGreaterThan(1)
      expect(new Set(acts.map((e: Answer['body']) => e.data.actedFor))).toEqual(new Set([sanne.id]))
      expect(new Set(acts.map((e: Answer['body']) => e.data.actedBy))).toEqual(new Set([piet.id]))
    }
    const chased = await service.do('POST', `/v1/cases/${four.id}/contacts`, { body: inbound })
    expect(chased.byOwner).toBe(false)
    const { data } = await service.do('GET', `/v1/events?caseId=${four.id}&type=case.chased`)
    expect(data[0].data).toMatchObject({ ownerId: sanne.id, standInId: piet.id })
  })

  test('is shown where cases are listed and opened, and rings when the customer calls', async () => {
    const { sanne, piet, customer, open } = await setTeam()
    const kase = await open()
    const caller = async () => service.do('GET', `/v1/callers?phone=${encodeURIComponent(customer.phone)}`)
    expect((await caller()).ring).toEqual({ employeeId: sanne.id, extension: '200', reason: 'owner' })
    await register(sanne.id, at(1), at(3), piet.id)
    const shown = { id: piet.id, name: piet.name }
    const { openCases, ring } = await caller()
    expect([openCases[0].standIn, ring]).toEqual([
      shown,
      { employeeId: piet.id, extension: '201', reason: 'stand-in' },
    ])
    const { data } = await service.do('GET', `/v1/cases?customerId=${customer.id}`)
    expect(data.map((one: Answer['body']) => one.standIn)).toEqual([shown])
    expect((await service.do('GET', `/v1/cases/by-reference/${kase.reference}`)).standIn).toEqual(shown)
    expect((await open()).standIn).toEqual(shown)
    const callbacks = async (as: string) =>
      (await service.do('GET', `/v1/callbacks?standInId=${piet.id}&limit=200`, { as })).data.map(
        ({ ownerId }: Answer['body']) => ownerId,
      )
    expect(await callbacks(piet.id)).toEqual([sanne.id, sanne.id])
    goTo(at(3))
    expect(await callbacks(piet.id)).toEqual([])
  })

  test('is told of by the tag of the case: nobody is answered 304 about who stood in before', async () => {
    const { sanne, piet, open } = await setTeam()
    const url = `/v1/cases/${(await open()).id}`
    const ask = async (known: string) => {
      const { status, headers, body } = await service.call('GET', url, {
        headers: { 'if-none-match': known },
      })
      return [status, headers.etag, body?.standIn?.id]
    }
    await register(sanne.id, at(1, 8, 5), at(1, 8, 30), piet.id)
    expect(await ask('"3"')).toEqual([304, '"3"', undefined])
    goTo(at(1, 8, 5))
    const tag = `"3;${piet.id}"`
    expect(await ask('"3"')).toEqual([200, tag, piet.id])
    expect(await ask(tag)).toEqual([304, tag, undefined])
    const headers = { 'if-match': tag }
    expect((await service.call('PATCH', url, { body: { tags: ['a'] }, headers })).body.version).toBe(4)
    goTo(at(1, 8, 30))
    expect(await ask(`"4;${piet.id}"`)).toEqual([200, '"4"', undefined])
  })

  test('rings nobody who is absent: where the owner has no stand-in, a teammate who is there', async () => {
    const { sanne, piet, fatima, customer, open } = await setTeam()
    await open()
    await register(piet.id, at(1), at(4))
    await register(fatima.id, at(1), at(3))
    const away = await register(sanne.id, at(1), at(4))
    expect(away.uncovered).toEqual([{ from: at(1), until: at(3) }])
    const backToWork = await service.employee({ teamId: sanne.teamId, extension: '299' })
    const { ring } = await service.do('GET', `/v1/callers?phone=${encodeURIComponent(customer.phone)}`)
    expect(ring).toEqual({ employeeId: backToWork.id, extension: '299', reason: 'least-loaded' })
  })

  test('who moves to another team acts for nobody here any more: a teammate takes over', async () => {
    const { sanne, piet, fatima, open } = await setTeam()
    const kase = await open()
    const away = await register(sanne.id, at(1), at(3), piet.id)
    const coming = await register(piet.id, at(3), at(4))
    expect(parts(coming)).not.toEqual([])
    goTo(at(2))
    const south = await service.team()
    const joost = await service.employee({ teamId: south.id })
    await service.do('PATCH', `/v1/employees/${piet.id}`, {
      headers: { 'if-match': '*' },
      body: { teamId: south.id },
    })
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).standIn).toEqual({
      id: fatima.id,
      name: fatima.name,
    })
    expect(parts(await read(away.id))).toEqual([
      [piet.id, at(1), at(2)],
      [fatima.id, at(2), at(3)],
    ])
    expect(parts(await read(coming.id))).toEqual([[joost.id, at(3), at(4)]])
    const body = { outcome: 'no-answer' }
    expect(
      codeOf(await service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, { as: piet.id, body })),
    ).toBe('404 not-found')
  })

  test('an owner who moves to another team has a stand-in there', async () => {
    const { sanne, open } = await setTeam()
    const kase = await open()
    await register(sanne.id, at(1), at(3))
    const south = await service.team()
    const joost = await service.employee({ teamId: south.id })
    await service.do('PATCH', `/v1/employees/${sanne.id}`, {
      headers: { 'if-match': '*' },
      body: { teamId: south.id },
    })
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).standIn).toEqual({
      id: joost.id,
      name: joost.name,
    })
  })
})

describe('falling ill while standing in', () => {
  test('leaves the owner with somebody present, from that moment on', async () => {
    const { sanne, piet, fatima, open } = await setTeam()
    const kase = await open()
    const away = await register(sanne.id, at(2), at(5), piet.id)
    goTo(at(3))
    const ill = await absence(piet.id, { until: at(4) })
    expect(ill.status).toBe(201)
    expect(parts(ill.body)).toEqual([[fatima.id, at(3), at(4)]])
    const covered = await read(away.id)
    expect([parts(covered), covered.version]).toEqual([
      [
        [piet.id, at(2), at(3)],
        [fatima.id, at(3), at(4)],
        [piet.id, at(4), at(5)],
      ],
      2,
    ])
    const attempt = (as: string) =>
      service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
        as,
        body: { outcome: 'no-answer' },
      })
    expect([codeOf(await attempt(piet.id)), (await attempt(fatima.id)).status]).toEqual([
      '403 only-the-owner',
      201,
    ])
    const { data } = await service.do('GET', `/v1/events?type=absence.covered&limit=200`)
    expect(data.find((e: Answer['body']) => e.data.absenceId === away.id).data).toEqual({
      absenceId: away.id,
      employeeId: sanne.id,
      standIns: [
        { standInId: piet.id, from: at(4), until: at(5) },
        { standInId: fatima.id, from: at(3), until: at(4) },
      ],
    })
  })

  test('of the last one there leaves a gap, which who comes back fills', async () => {
    const { sanne, piet } = await setTeam(2)
    const away = await register(sanne.id, at(2), at(5))
    const ill = await register(piet.id, at(3), at(4))
    expect(ill.uncovered).toEqual([{ from: at(3), until: at(4) }])
    expect((await read(away.id)).uncovered).toEqual([{ from: at(3), until: at(4) }])
    expect((await end(ill.id)).status).toBe(204)
    const covered = await read(away.id)
    expect(covered.uncovered).toEqual([])
    expect(new Set(covered.standIns.map(({ standInId }: Answer['body']) => standInId))).toEqual(
      new Set([piet.id]),
    )
  })
})

describe('ending an absence', () => {
  test('that has begun ends it now: who stood in no longer does, and what was stays', async () => {
    const { sanne, piet, open } = await setTeam()
    const kase = await open()
    const away = await register(sanne.id, at(2), at(5), piet.id)
    goTo(at(3))
    expect((await end(away.id, sanne.id)).status).toBe(204)
    const ended = await read(away.id)
    expect([ended.until, parts(ended), ended.version]).toEqual([at(3), [[piet.id, at(2), at(3)]], 2])
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).standIn).toBeNull()
    goTo(at(4))
    expect((await end(away.id)).status).toBe(204)
    expect(await read(away.id)).toEqual(ended)
  })

  test('that has not begun removes it', async () => {
    const { sanne } = await setTeam()
    const away = await register(sanne.id, at(2), at(5))
    const stale = await service.call('DELETE', `/v1/absences/${away.id}`, { headers: { 'if-match': '"7"' } })
    expect(codeOf(stale)).toBe('412 version-mismatch')
    expect((await end(away.id)).status).toBe(204)
    expect((await service.call('GET', `/v1/absences/${away.id}`)).status).toBe(404)
    expect((await end(away.id)).status).toBe(404)
    await register(sanne.id, at(2), at(5))
  })
})

describe('a complaint', () => {
  test('is invisible to who stands in for whom it is about, as long as they do', async () => {
    const { sanne, piet, fatima, open } = await setTeam()
    const complaint = await open({ aboutEmployeeId: piet.id })
    const see = async (as: string) => (await service.call('GET', `/v1/cases/${complaint.id}`, { as })).status
    expect(await see(fatima.id)).toBe(200)
    await register(piet.id, at(2), at(3), fatima.id)
    goTo(at(2))
    expect([await see(fatima.id), await see(piet.id), await see(sanne.id)]).toEqual([404, 404, 200])
    const { data } = await service.do('GET', '/v1/cases?limit=200', { as: fatima.id })
    expect(data.map(({ id }: { id: string }) => id)).not.toContain(complaint.id)
    goTo(at(3))
    expect(await see(fatima.id)).toBe(200)
  })

  test('is acted on by its owner, also while they stand in for whom it is about', async () => {
    const { sanne, piet, open } = await setTeam()
    const complaint = await open({ aboutEmployeeId: piet.id })
    await register(piet.id, at(1), at(3), sanne.id)
    const body = { outcome: 'no-answer' }
    const url = `/v1/callbacks/${complaint.callback.id}/attempts`
    expect((await service.call('POST', url, { as: sanne.id, body })).status).toBe(201)
  })

  test('keeps whom it is about from standing in for its owner, and named, from acting on it', async () => {
    const { sanne, piet, fatima, open } = await setTeam()
    await open({}, fatima.id)
    const complaint = await open({ aboutEmployeeId: piet.id })
    const other = await open()
    expect(parts(await register(sanne.id, at(2), at(3)))).toEqual([[fatima.id, at(2), at(3)]])
    const named = await register(sanne.id, at(3), at(4), piet.id)
    const about = named.callbacks.find(({ caseId }: { caseId: string }) => caseId === complaint.id)
    expect(about?.standInId ?? null).toBeNull()
    goTo(at(3))
    const body = { outcome: 'no-answer' }
    const attempt = ({ callback }: Answer['body']) =>
      service.call('POST', `/v1/callbacks/${callback.id}/attempts`, { as: piet.id, body })
    expect([(await attempt(complaint)).status, (await attempt(other)).status]).toEqual([404, 201])
    expect((await service.do('GET', `/v1/cases/${complaint.id}`)).standIn).toBeNull()
  })

  test('makes its owner the last to stand in for whom it is about, until it is resolved', async () => {
    const { sanne, piet, fatima, open } = await setTeam()
    await open({}, fatima.id)
    await open({}, fatima.id)
    const complaint = await open({ aboutEmployeeId: sanne.id }, piet.id)
    expect(complaint.owner.id).toBe(piet.id)
    expect(parts(await register(sanne.id, at(2), at(3)))).toEqual([[fatima.id, at(2), at(3)]])
    await service.do('POST', `/v1/cases/${complaint.id}/resolve`, {
      as: piet.id,
      body: { outcome: 'answered', summary: 'Talked about.', contact: outbound },
    })
    expect(parts(await register(sanne.id, at(3), at(4)))).toEqual([[piet.id, at(3), at(4)]])
  })

  test('that nobody took goes neither to whom it is about nor to who stands in for them', async () => {
    const { team, piet, fatima, sanne, customer, open } = await setTeam()
    await open()
    await register(piet.id, at(1), at(3), fatima.id)
    const { owner } = await service.do('POST', '/v1/cases', {
      body: { customerId: customer.id, question: 'He was rude.', aboutEmployeeId: piet.id },
    })
    expect([owner.id, team.id]).toEqual([sanne.id, sanne.teamId])
    const taken = await open({ aboutEmployeeId: piet.id }, fatima.id)
    expect([taken.owner.id, taken.assignment.reason]).toEqual([sanne.id, 'open-case-with-owner'])
    expect((await service.call('GET', `/v1/cases/${taken.id}`, { as: fatima.id })).status).toBe(404)
  })
})

test('a question that nobody took goes to somebody present, and to an absent one where nobody is', async () => {
  const { team, sanne, piet, fatima } = await setTeam()
  const body = { customer: { name: 'Somebody new', teamId: team.id }, question: 'Why?' }
  const intake = async () => (await service.do('POST', '/v1/cases', { body })).owner.id
  await register(sanne.id, at(1), at(3))
  await register(piet.id, at(1), at(3))
  expect([await intake(), await intake(), await intake()]).toEqual([fatima.id, fatima.id, fatima.id])
  await register(fatima.id, at(1), at(3))
  expect([sanne.id, piet.id, fatima.id]).toContain(await intake())
})

describe('presence', () => {
  const setPresence = (id: string, presence: string, as?: string) =>
    service.call('PUT', `/v1/employees/${id}/presence`, { ...(as && { as }), body: { presence } })

  test('says whether one can be rung, at this moment and no other: nothing of before is kept', async () => {
    const { sanne, piet } = await setTeam()
    const show = async () => await service.do('GET', `/v1/employees/${sanne.id}/presence`, { as: piet.id })
    const first = { id: sanne.id, presence: 'present', absent: false, version: 1 }
    expect(await show()).toEqual(first)
    expect((await setPresence(sanne.id, 'away', sanne.id)).body).toEqual({
      ...first,
      presence: 'away',
      version: 2,
    })
    expect(codeOf(await setPresence(sanne.id, 'present', piet.id))).toBe('403 forbidden')
    expect(codeOf(await setPresence(crypto.randomUUID(), 'away'))).toBe('404 not-found')
    expect(codeOf(await setPresence(sanne.id, 'lunch'))).toBe('400 validation-failed')
    expect(await show()).toEqual({ ...first, presence: 'away', version: 2 })
    await register(sanne.id, at(1), at(2))
    expect((await show()).absent).toBe(true)
    const { data } = await service.do('GET', '/v1/events?type=presence.set&limit=200')
    const told = data.filter((e: Answer['body']) => e.data.employeeId === sanne.id)
    expect(told.map((e: Answer['body']) => e.data)).toEqual([{ employeeId: sanne.id }])
  })

  test('answers 304 while nothing is new, and tells of an absence that begins and ends by itself', async () => {
    const { sanne } = await setTeam()
    const url = `/v1/employees/${sanne.id}/presence`
    const ask = async (known?: string) => {
      const { status, headers } = await service.call('GET', url, {
        headers: known === undefined ? {} : { 'if-none-match': known },
      })
      return { status, etag: String(headers.etag) }
    }
    const { etag: there } = await ask()
    expect(there).toBe('"1"')
    expect(await ask(there)).toEqual({ status: 304, etag: there })
    const now = service.clock.now
    await register(sanne.id, at(1), at(2))
    const { status, etag: absent } = await ask(there)
    expect([status, absent]).toEqual([200, '"1;absent"'])
    expect((await ask(absent)).status).toBe(304)
    expect((await ask(`"7", W/${absent}`)).status).toBe(304)
    const set = await service.call('PUT', url, {
      body: { presence: 'away' },
      headers: { 'if-match': absent },
    })
    expect([set.status, set.headers.etag]).toEqual([200, '"2;absent"'])
    service.clock.now = Temporal.Instant.from(at(3))
    expect(await ask('"2;absent"')).toEqual({ status: 200, etag: '"2"' })
    service.clock.now = now
  })

  test('rings somebody who is there: neither an owner who is away nor a stand-in who is', async () => {
    const { team, sanne, piet, fatima, customer, open } = await setTeam()
    await open()
    const rung = async () =>
      (await service.do('GET', `/v1/callers?phone=${encodeURIComponent(customer.phone)}`)).ring.employeeId
    await setPresence(sanne.id, 'away')
    await setPresence(piet.id, 'away')
    expect(await rung()).toBe(fatima.id)
    await setPresence(sanne.id, 'present')
    expect(await rung()).toBe(sanne.id)
    await register(sanne.id, at(1), at(3), piet.id)
    expect(await rung()).toBe(fatima.id)
    await setPresence(piet.id, 'present')
    expect(await rung()).toBe(piet.id)
    const taken = await service.do('POST', '/v1/cases', {
      body: { customer: { name: 'Somebody new', teamId: team.id }, question: 'Why?' },
    })
    expect(taken.owner.id).not.toBe(sanne.id)
  })
})
