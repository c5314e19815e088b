import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { isUnavailable, isWorthRetrying } from '../../src/db/errors.ts'
import { completeDepartures } from '../../src/rooms/departures/complete-departures.ts'
import { atOnce } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import { inTurns, outbound } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { inACrowd } from '../support/until-heard.ts'
import { useInstance, useService } from '../support/use-service.ts'

const one = useService()
const beside = useInstance(one)
const service = inTurns(one, beside)
let key: string
let workers: readonly [Database, Database]
beforeAll(async () => {
  const open = () => openDatabase({ url: one.databaseUrl, connections: 8, onError: () => undefined })
  workers = [open(), open()]
  key = await one.key('employees:provision')
  // The default team has people of its own, so that nobody below is the last of it by accident.
  const home = await one.team()
  for (let n = 0; n < 2; n++) await one.employee({ teamId: home.id, contractHours: 0.01 })
})

afterAll(() => Promise.all(workers.map((db) => db.close())))

/** The hour in which a departure may be taken back is over for them, and a worker looks; answers how many have left. */
const anHourLater = async (...ids: readonly string[]): Promise<number> => {
  await one.sql.query(
    `update departures set due_at = now() - interval '1 second' where employee_id = any($1)`,
    [ids],
  )
  return completeDepartures(workers[0], Temporal.Now.instant)
}

const setActive = (id: string, active: boolean): Promise<Answer> =>
  service.call('PATCH', `/scim/v2/Users/${id}`, {
    key,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'Replace', path: 'active', value: active ? 'True' : 'False' }],
    },
  })
const remove = (id: string): Promise<Answer> => service.call('DELETE', `/scim/v2/Users/${id}`, { key })
const employee = (id: string) => service.do('GET', `/v1/employees/${id}`)

const question = { customer: { name: 'Mevrouw Dijkstra', phone: '06 12345678' }, question: 'Why twice?' }
const take = (as: string): Promise<Answer['body']> => service.do('POST', '/v1/cases', { as, body: question })
const departuresOf = async (id: string) =>
  (await one.sql.query('select completed_at from departures where employee_id = $1', [id])).rows
const eventsOf = async (id: string): Promise<string[]> => {
  const { rows } = await one.sql.query(
    `select type from events where data ->> 'employeeId' = $1 and type ~ 'depart' order by at, id`,
    [id],
  )
  return rows.map(({ type }: { type: string }) => type)
}

/** A team with people of its own, and a customer who belongs to it. */
const setTeam = async (members: number) => {
  const team = await one.team()
  const people: Answer['body'][] = []
  for (let n = 0; n < members; n++)
    people.push(
      await one.employee({ teamId: team.id, subject: randomUUID(), email: `${randomUUID()}@example.org` }),
    )
  const customer = await one.customer({ teamId: team.id })
  return { team, people, customer }
}

const mayCall = async (id: string): Promise<boolean> => {
  // Each instance hears of it from the database; it is one notification later at most.
  const answers = await Promise.all([one, beside].map((each) => each.call('GET', '/v1/me', { as: id })))
  return answers.some(({ status }) => status === 200)
}

describe('who owns nothing', () => {
  test('may not call from the first moment on, leaves an hour later, and leaves once', async () => {
    const [sanne] = (await setTeam(2)).people
    expect(await mayCall(sanne.id)).toBe(true)
    const off = await setActive(sanne.id, false)
    expect([off.status, off.body.active]).toEqual([200, false])
    expect(await employee(sanne.id)).toMatchObject({
      active: true,
      leavingSince: expect.any(String),
      version: 2,
    })
    await expect.poll(() => mayCall(sanne.id)).toBe(false)

    const again = await setActive(sanne.id, false)
    expect([again.status, again.headers.etag]).toEqual([200, '"2"'])
    expect(await completeDepartures(workers[0], Temporal.Now.instant)).toBe(0)
    expect(await eventsOf(sanne.id)).toEqual(['departure.started'])

    expect(await anHourLater(sanne.id)).toBe(1)
    expect(await anHourLater(sanne.id)).toBe(0)
    expect(await employee(sanne.id)).toMatchObject({ active: false, leavingSince: null, version: 3 })
    expect(await eventsOf(sanne.id)).toEqual(['departure.started', 'employee.departed'])
    expect(await departuresOf(sanne.id)).toEqual([{ completed_at: expect.any(Date) }])
    expect((await setActive(sanne.id, false)).headers.etag).toBe('"3"')
  })

  test('has left for good: nobody comes back, and the name is free once they are removed', async () => {
    const [sanne] = (await setTeam(2)).people
    await setActive(sanne.id, false)
    await anHourLater(sanne.id)
    const back = await setActive(sanne.id, true)
    expect([back.status, back.body.status]).toEqual([409, '409'])
    const anew = () =>
      service.call('POST', '/scim/v2/Users', { key, body: { userName: sanne.subject, displayName: 'Sanne' } })
    expect((await anew()).status).toBe(409)
    expect((await remove(sanne.id)).status).toBe(204)
    expect((await anew()).status).toBe(201)
    expect(await employee(sanne.id)).toMatchObject({ active: false, subject: null, teamId: sanne.teamId })
    expect(await eventsOf(sanne.id)).toEqual(['departure.started', 'employee.departed'])
  })

  test('and comes as inactive may not call until they are made active', async () => {
    const made = await service.call('POST', '/scim/v2/Users', {
      key,
      body: { userName: randomUUID(), active: false },
    })
    expect([made.status, made.body.active]).toEqual([201, false])
    expect(await mayCall(made.body.id)).toBe(false)
    expect((await setActive(made.body.id, true)).body.active).toBe(true)
    await expect.poll(() => mayCall(made.body.id)).toBe(true)
    expect(await eventsOf(made.body.id)).toEqual(['departure.started', 'departure.withdrawn'])
  })
})

describe('who owns open cases', () => {
  const caseOf = ({ id }: { readonly id: string }) => service.do('GET', `/v1/cases/${id}`)
  const absencesOf = async (id: string) =>
    (await service.do('GET', `/v1/employees/${id}/absences`)).data.map(
      ({ until, standIns }: { until: string; standIns: object[] }) => ({
        isOver: until <= new Date().toISOString(),
        standIns: standIns.length,
      }),
    )

  test('keeps them for an hour, in which a teammate acts for them, and passes them on then, by load', async () => {
    const { people } = await setTeam(3)
    const [sanne, piet, fatima] = people
    const cases = [await take(sanne.id), await take(sanne.id), await take(sanne.id)]
    await take(piet.id)
    const off = await setActive(sanne.id, false)
    expect([off.status, off.body.active, off.headers.etag]).toEqual([200, false, '"2"'])
    await expect.poll(() => mayCall(sanne.id)).toBe(false)
    for (const kase of cases)
      expect(await caseOf(kase)).toMatchObject({ owner: { id: sanne.id }, standIn: { id: fatima.id } })
    expect(await absencesOf(sanne.id)).toEqual([{ isOver: false, standIns: 1 }])
    const [first] = cases
    const tried = await service.call('POST', `/v1/callbacks/${first?.callback.id}/attempts`, {
      as: fatima.id,
      body: { outcome: 'no-answer' },
    })
    expect(tried.status, tried.text).toBe(201)

    expect(await anHourLater(sanne.id)).toBe(1)
    expect(await employee(sanne.id)).toMatchObject({ active: false, leavingSince: null, version: 3 })
    const owners = await Promise.all(cases.map(async (kase) => (await caseOf(kase)).owner.id))
    expect(owners).toEqual([fatima.id, piet.id, fatima.id])
    expect((await caseOf(first)).standIn).toBeNull()
    const { data } = await service.do('GET', `/v1/successions?fromOwnerId=${sanne.id}`)
    expect(data.map(({ cause }: { cause: string }) => cause)).toEqual(Array(3).fill('departure'))
    expect(await eventsOf(sanne.id)).toEqual(['departure.started', 'employee.departed'])
  })

  test('is back when the provider takes its word back within the hour, and nothing has moved', async () => {
    const { people } = await setTeam(3)
    const [sanne, piet] = people
    const kase = await take(sanne.id)
    await setActive(sanne.id, false)
    expect((await caseOf(kase)).standIn).not.toBeNull()
    const back = await setActive(sanne.id, true)
    expect([back.status, back.body.active, back.headers.etag]).toEqual([200, true, '"3"'])
    await expect.poll(() => mayCall(sanne.id)).toBe(true)
    expect(await caseOf(kase)).toMatchObject({
      owner: { id: sanne.id },
      standIn: null,
      version: kase.version,
    })
    expect(await employee(sanne.id)).toMatchObject({ active: true, leavingSince: null })
    expect((await absencesOf(sanne.id)).every(({ isOver }: { isOver: boolean }) => isOver)).toBe(true)
    expect(await anHourLater(sanne.id)).toBe(0)
    expect(await eventsOf(sanne.id)).toEqual(['departure.started', 'departure.withdrawn'])

    // And stands in for others again.
    await service.do('POST', `/v1/employees/${piet.id}/absences`, {
      as: piet.id,
      body: { until: new Date(Date.now() + 3_600_000).toISOString(), standInId: sanne.id },
    })
  })

  test('and is absent already is covered for the rest of the hour, and that absence stays when they are back', async () => {
    const { people } = await setTeam(2)
    const [sanne, piet] = people
    const kase = await take(sanne.id)
    const until = new Date(Date.now() + 20 * 60_000).toISOString()
    await service.do('POST', `/v1/employees/${sanne.id}/absences`, { as: sanne.id, body: { until } })
    await setActive(sanne.id, false)
    expect(await absencesOf(sanne.id)).toHaveLength(2)
    expect((await caseOf(kase)).standIn.id).toBe(piet.id)
    expect((await setActive(sanne.id, true)).status).toBe(200)
    expect(await absencesOf(sanne.id)).toEqual([{ isOver: false, standIns: 1 }])
  })

  test('and stood in for somebody is followed there by a teammate at once', async () => {
    const { people } = await setTeam(3)
    const [sanne, piet, fatima] = people
    const kase = await take(piet.id)
    await service.do('POST', `/v1/employees/${piet.id}/absences`, {
      as: piet.id,
      body: { until: new Date(Date.now() + 3_600_000).toISOString(), standInId: sanne.id },
    })
    await setActive(sanne.id, false)
    expect((await caseOf(kase)).standIn.id).toBe(fatima.id)
  })

  test('may leave before the hour is over, by somebody here or by being removed', async () => {
    const { people } = await setTeam(3)
    const [sanne, piet, fatima] = people
    const kase = await take(sanne.id)
    await setActive(sanne.id, false)
    const left = await service.call('POST', `/v1/employees/${sanne.id}/departure`, { body: {} })
    expect([left.status, left.body.successions.length]).toEqual([200, 1])
    const heir = (await caseOf(kase)).owner.id
    await setActive(heir, false)
    expect((await remove(heir)).status).toBe(204)
    const last = heir === piet.id ? fatima.id : piet.id
    expect(await caseOf(kase)).toMatchObject({ owner: { id: last }, standIn: null })
    expect(await anHourLater(sanne.id, heir)).toBe(0)
  })

  test('leaves once, however many workers look at once and whoever takes the word back meanwhile', async () => {
    const { people } = await setTeam(9)
    const [stays, ...leavers] = people
    const cases: Answer['body'][] = []
    for (const { id } of leavers) cases.push(await take(id), await take(id))
    for (const { id } of leavers) await setActive(id, false)
    const ids = leavers.map(({ id }) => id)
    await one.sql.query(`update departures set due_at = now() where employee_id = any($1)`, [ids])
    const back: Promise<Answer>[] = []
    const told = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        if (n % 5 === 0) back.push(setActive(ids[n % 4] ?? '', true))
        return completeDepartures(workers[n % 2 === 0 ? 0 : 1], Temporal.Now.instant).catch(
          (error: unknown) => {
            if (!isUnavailable(error) && !isWorthRetrying(error)) throw error
            return 0
          },
        )
      }),
    )
    const answers = await Promise.all(back)
    for (const { status } of answers) expect([200, 409]).toContain(status)
    const more = await completeDepartures(workers[0], Temporal.Now.instant)
    let left = 0
    for (const id of ids) {
      const events = await eventsOf(id)
      const { active } = await employee(id)
      expect(events).toEqual(['departure.started', active ? 'departure.withdrawn' : 'employee.departed'])
      if (!active) left++
    }
    expect(told.reduce((sum, n) => sum + n, 0) + more).toBe(left)
    for (const kase of cases) {
      const { owner } = await caseOf(kase)
      expect((await employee(owner.id)).active, stays.id).toBe(true)
    }
  })

  test('stays the owner where nobody can take over, and leaves when somebody can', async () => {
    const { team, people } = await setTeam(1)
    const [sanne] = people
    const kase = await take(sanne.id)
    await setActive(sanne.id, false)
    expect(await anHourLater(sanne.id)).toBe(0)
    expect(await caseOf(kase)).toMatchObject({ owner: { id: sanne.id } })
    const piet = await one.employee({ teamId: team.id })
    // It looks again an hour after it looked in vain.
    expect(await completeDepartures(workers[0], Temporal.Now.instant)).toBe(0)
    expect(await anHourLater(sanne.id)).toBe(1)
    expect(await caseOf(kase)).toMatchObject({ owner: { id: piet.id } })
  })

  test('removed by the provider, passes them on and is a user no longer', async () => {
    const { people } = await setTeam(2)
    const [sanne, piet] = people
    const kase = await take(sanne.id)
    expect((await remove(sanne.id)).status).toBe(204)
    expect((await remove(sanne.id)).status).toBe(404)
    expect((await setActive(sanne.id, true)).status).toBe(404)
    expect(await employee(sanne.id)).toMatchObject({ active: false, subject: null })
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).owner.id).toBe(piet.id)
  })
})

describe('who owns open cases that nobody can take over', () => {
  test('stays their owner, may not call, is given nothing new, and shows since when', async () => {
    const { team, people, customer } = await setTeam(1)
    const [sanne] = people
    const kase = await take(sanne.id)
    one.clock.now = Temporal.Instant.from('2027-01-04T10:00:00Z')
    const off = await setActive(sanne.id, false)
    one.clock.now = undefined
    expect([off.status, off.body.active]).toEqual([200, false])
    expect(await employee(sanne.id)).toMatchObject({
      active: true,
      leavingSince: '2027-01-04T10:00:00.000Z',
      version: 2,
    })
    await expect.poll(() => mayCall(sanne.id)).toBe(false)
    expect(await eventsOf(sanne.id)).toEqual(['departure.started'])
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).owner.id).toBe(sanne.id)

    for (let n = 0; n < 4; n++) {
      const next = await service.do('POST', '/v1/cases', {
        body: { customer: { name: 'Somebody new', teamId: team.id }, question: 'Why?' },
      })
      expect([next.owner.id === sanne.id, next.assignment.reason]).toEqual([false, 'fallback'])
    }
    const named = await service.call('POST', '/v1/cases', {
      body: { customerId: customer.id, question: 'Why?', ownerId: sanne.id },
    })
    expect([named.status, named.body.errors[0].pointer]).toEqual([422, '#/ownerId'])
    expect((await setActive(sanne.id, false)).headers.etag).toBe('"2"')
  })

  test('comes back when it is withdrawn in time, and is given cases again', async () => {
    const { people, customer } = await setTeam(1)
    const [sanne] = people
    await take(sanne.id)
    await setActive(sanne.id, false)
    const back = await setActive(sanne.id, true)
    expect([back.status, back.body.active, back.headers.etag]).toEqual([200, true, '"3"'])
    await expect.poll(() => mayCall(sanne.id)).toBe(true)
    expect(await employee(sanne.id)).toMatchObject({ active: true, leavingSince: null })
    expect(await departuresOf(sanne.id)).toEqual([])
    const next = await service.do('POST', '/v1/cases', {
      body: { customerId: customer.id, question: 'Why?' },
    })
    expect(next.owner.id).toBe(sanne.id)
    expect(await eventsOf(sanne.id)).toEqual(['departure.started', 'departure.withdrawn'])
  })

  test('removed by the provider, stays the owner and is a user no longer', async () => {
    const [sanne] = (await setTeam(1)).people
    const kase = await take(sanne.id)
    expect((await remove(sanne.id)).status).toBe(204)
    expect((await remove(sanne.id)).status).toBe(404)
    expect((await setActive(sanne.id, true)).status).toBe(404)
    expect(await employee(sanne.id)).toMatchObject({
      active: true,
      subject: null,
      leavingSince: expect.any(String),
    })
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).owner.id).toBe(sanne.id)
  })

  test('gets their own case back when it is opened again, also in the team that they moved to', async () => {
    const [from, to] = [await setTeam(2), await setTeam(0)]
    const [sanne] = from.people
    const resolved = await take(sanne.id)
    await service.do('POST', `/v1/cases/${resolved.id}/resolve`, {
      as: sanne.id,
      body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
    })
    await service.do('PATCH', `/v1/employees/${sanne.id}`, {
      body: { teamId: to.team.id },
      headers: { 'if-match': '*' },
    })
    await take(sanne.id)
    await setActive(sanne.id, false)
    const reopened = await service.do('POST', `/v1/cases/${resolved.id}/reopen`, {
      body: { reason: 'Again.' },
    })
    expect(reopened).toMatchObject({ owner: { id: sanne.id }, teamId: to.team.id })
  })
})

test('the last active member of the default team stays until somebody else is there, and intake goes on', async () => {
  const fresh = await startService()
  try {
    const team = await fresh.team()
    const sanne = await fresh.employee({ teamId: team.id })
    const off = await fresh.call('PATCH', `/scim/v2/Users/${sanne.id}`, {
      body: { Operations: [{ op: 'replace', path: 'active', value: false }] },
    })
    expect([off.status, off.body.active]).toEqual([200, false])
    expect(await fresh.do('GET', `/v1/employees/${sanne.id}`)).toMatchObject({
      active: true,
      leavingSince: expect.any(String),
    })
    const kase = await fresh.do('POST', '/v1/cases', { body: question })
    expect(kase.owner.id).toBe(sanne.id)
    const piet = await fresh.employee({ teamId: (await fresh.team()).id })
    for (let n = 0; n < 3; n++) {
      const body = { ...question, customer: { name: 'Somebody new' } }
      const next = await fresh.do('POST', '/v1/cases', { body })
      expect([next.owner.id, next.assignment.reason]).toEqual([piet.id, 'fallback'])
    }
    await expectInvariants(fresh)
  } finally {
    await fresh.stop()
  }
})

test('fifty questions and twenty deactivations at once: every case has an active owner, and every departure is one', async () => {
  const { team, people, customer } = await setTeam(4)
  const [sanne, piet, fatima, joost] = people
  await take(sanne.id)
  const intake = () =>
    service.call('POST', '/v1/cases', { body: { customerId: customer.id, question: 'Why?' } })
  const answers = await inACrowd(() =>
    Promise.all(
      Array.from({ length: 50 }, (_, n) => [
        intake(),
        ...(n % 10 === 0 ? [sanne, piet, fatima, joost].map(({ id }) => setActive(id, false)) : []),
      ]).flat(),
    ),
  )
  expect(answers.filter(({ status }) => status >= 300).map(({ text }) => text)).toEqual([])
  const { rows } = await one.sql.query(
    `select c.id from cases c left join employees e on e.id = c.owner_id and e.active_team_id = c.team_id
     where c.callback_id is not null and e.id is null`,
  )
  expect(rows).toEqual([])
  for (const { id } of people) {
    expect(await departuresOf(id)).toHaveLength(1)
    expect(await eventsOf(id)).toHaveLength(1)
    const owned = await one.sql.query('select count(*)::int as n from cases where owner_id = $1', [id])
    const { active } = await employee(id)
    if (owned.rows[0].n > 0) expect(active).toBe(true)
  }
  const opened = await one.sql.query('select count(*)::int as n from cases where customer_id = $1', [
    customer.id,
  ])
  expect(opened.rows[0].n).toBe(50)
  expect((await service.do('GET', `/v1/teams/${team.id}`)).id).toBe(team.id)
})

test('departures and withdrawals at once leave one truth', async () => {
  const { people } = await setTeam(1)
  const [sanne] = people
  await take(sanne.id)
  const answers = await atOnce([one], (_, n) => setActive(sanne.id, n % 2 === 1), 20)
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  const told = await eventsOf(sanne.id)
  const open = await departuresOf(sanne.id)
  const count = (type: string) => told.filter((each) => each === type).length
  expect(count('departure.started') - count('departure.withdrawn')).toBe(open.length)
  expect((await employee(sanne.id)).version).toBe(1 + told.length)
})

test('no SQL brings somebody back who has left, or lets a departure end before it began', async () => {
  const [sanne] = (await setTeam(2)).people
  await setActive(sanne.id, false)
  await anHourLater(sanne.id)
  const broken = (statement: string) =>
    one.sql.query(statement, [sanne.id]).then(
      () => 'nothing',
      (error: { constraint?: string }) => error.constraint,
    )
  expect(await broken('update employees set departed_at = null where id = $1')).toBe(
    'employees_leave_for_good',
  )
  expect(await broken('update employees set departed_at = now() where id = $1')).toBe(
    'employees_leave_for_good',
  )
  expect(
    await broken(`update departures set completed_at = started_at - interval '1 day' where employee_id = $1`),
  ).toBe('departures_run_forward')
})
