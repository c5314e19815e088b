import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import { inTurns, outbound, soon } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const one = useService()
const beside = useInstance(one)
const service = inTurns(one, beside)
beforeAll(async () => {
  const home = await one.team()
  for (let n = 0; n < 2; n++) await one.employee({ teamId: home.id, contractHours: 0.01 })
})

type Person = { readonly id: string; readonly name: string }

/** A team of so many, and its customer. */
const setTeam = async (members: number) => {
  const team = await one.team()
  const people: Person[] = []
  for (let n = 0; n < members; n++) people.push(await one.employee({ teamId: team.id }))
  const customer = await one.customer({ teamId: team.id })
  const take = (as: Person, more: object = {}): Promise<Answer['body']> =>
    service.do('POST', '/v1/cases', {
      as: as.id,
      body: { customerId: customer.id, question: 'Why?', ...more },
    })
  return { team, people, customer, take, person: (n: number) => people[n] as Person }
}

const leave = (person: Person, body: object = {}): Promise<Answer> =>
  service.call('POST', `/v1/employees/${person.id}/departure`, { body })
const told = ({ status, body }: Answer) => [status, body.code]
const ownerOf = async (id: string): Promise<string> => (await service.do('GET', `/v1/cases/${id}`)).owner.id
const employee = (person: Person) => service.do('GET', `/v1/employees/${person.id}`)

/** Absent from yesterday on, for so many days. */
const absent = (person: Person, days: number) =>
  one.sql.query(
    `insert into absences (id, employee_id, from_at, until_at, registered_at)
     values ($1, $2, now() - interval '1 day', now() - interval '1 day' + make_interval(days => $3), now())`,
    [randomUUID(), person.id, days],
  )

describe('who leaves', () => {
  test('passes all open cases on at once, with their promises, and owns nothing any more', async () => {
    const { person, take, team } = await setTeam(3)
    const [sanne, piet, fatima] = [person(0), person(1), person(2)]
    const cases = [await take(sanne), await take(sanne), await take(sanne), await take(sanne)]
    const ended = await take(sanne, { resolution: { outcome: 'answered', summary: 'Paid back.' } })
    const answer = await leave(sanne)
    expect(answer.status).toBe(200)
    expect(answer.body.employee).toEqual(await employee(sanne))
    expect(answer.body.employee).toMatchObject({ active: false, leavingSince: null, version: 2 })
    expect(answer.body.successions).toHaveLength(4)
    for (const kase of cases) {
      const succession = answer.body.successions.find(({ caseId }: { caseId: string }) => caseId === kase.id)
      expect(await service.do('GET', `/v1/successions/${succession.id}`)).toEqual(succession)
      expect(succession).toMatchObject({
        cause: 'departure',
        fromOwnerId: sanne.id,
        reference: kase.reference,
      })
      const now = await service.do('GET', `/v1/cases/${kase.id}`)
      expect(now).toMatchObject({
        status: 'open',
        teamId: team.id,
        owner: { id: succession.toOwnerId },
        assignment: { reason: 'succession' },
        version: kase.version + 1,
      })
      expect(now.callback).toEqual({ ...kase.callback, version: kase.callback.version + 1 })
      const callback = await service.do('GET', `/v1/callbacks/${kase.callback.id}`)
      expect([callback.ownerId, callback.state, callback.until]).toEqual([
        now.owner.id,
        'open',
        kase.callback.until,
      ])
      const { data } = await service.do('GET', `/v1/cases/${kase.id}/timeline`)
      expect(data.at(-1)).toMatchObject({
        type: 'case.succeeded',
        data: {
          successionId: succession.id,
          cause: 'departure',
          fromOwnerId: sanne.id,
          toOwnerId: now.owner.id,
        },
      })
    }
    const successors = answer.body.successions.map(({ toOwnerId }: { toOwnerId: string }) => toOwnerId)
    expect(successors.sort()).toEqual([piet.id, piet.id, fatima.id, fatima.id].sort())
    expect(await ownerOf(ended.id)).toBe(sanne.id)
    const left = await one.sql.query(
      'select d.completed_at = e.departed_at as same from departures d join employees e on e.id = d.employee_id where e.id = $1',
      [sanne.id],
    )
    expect(left.rows).toEqual([{ same: true }])
  })

  test('passes them on by load over contract hours, and last to who is absent', async () => {
    const { person, take, team } = await setTeam(2)
    const [sanne, piet] = [person(0), person(1)]
    const half = await one.employee({ teamId: team.id, contractHours: 18 })
    const away = await one.employee({ teamId: team.id })
    await absent(away, 4)
    for (let n = 0; n < 6; n++) await take(sanne)
    const { body } = await leave(sanne)
    const successors = body.successions.map(({ toOwnerId }: { toOwnerId: string }) => toOwnerId)
    expect(successors.filter((id: string) => id === piet.id)).toHaveLength(4)
    expect(successors.filter((id: string) => id === half.id)).toHaveLength(2)
  })

  test('passes them on to whom is absent rather than to nobody', async () => {
    const { person, take } = await setTeam(2)
    await absent(person(1), 4)
    const { id } = await take(person(0))
    expect((await leave(person(0))).status).toBe(200)
    expect(await ownerOf(id)).toBe(person(1).id)
  })

  test('passes them on among those who are named, and each to whom it was named for', async () => {
    const { person, take } = await setTeam(5)
    const [sanne, piet, fatima, joost] = [person(0), person(1), person(2), person(3)]
    const cases = [
      await take(sanne),
      await take(sanne),
      await take(sanne),
      await take(sanne),
      await take(sanne),
    ]
    const { body } = await leave(sanne, {
      successorIds: [piet.id, fatima.id],
      successors: [{ caseId: cases[4].id, employeeId: joost.id }],
    })
    const successors = body.successions.map(({ toOwnerId }: { toOwnerId: string }) => toOwnerId)
    expect(successors.sort()).toEqual([piet.id, piet.id, fatima.id, fatima.id, joost.id].sort())
    expect(await ownerOf(cases[4].id)).toBe(joost.id)
  })

  test('passes no complaint on to whom it is about', async () => {
    const { person, take } = await setTeam(3)
    const [sanne, piet, fatima] = [person(0), person(1), person(2)]
    const about = await take(sanne, { aboutEmployeeId: piet.id })
    for (let n = 0; n < 2; n++) await take(fatima)
    const named = await leave(sanne, { successors: [{ caseId: about.id, employeeId: piet.id }] })
    expect([...told(named), named.body.errors[0].pointer]).toEqual([
      422,
      'unprocessable',
      '#/successors/0/employeeId',
    ])
    expect((await leave(sanne, { successorIds: [piet.id] })).status).toBe(200)
    expect(await ownerOf(about.id)).toBe(fatima.id)
  })

  test('leaves once, at a moment up to seven days ago', async () => {
    const { person } = await setTeam(2)
    const at = Temporal.Now.instant().subtract({ hours: 48 }).toString({ smallestUnit: 'millisecond' })
    const tooLong = Temporal.Now.instant().subtract({ hours: 200 }).toString()
    expect(told(await leave(person(0), { at: tooLong }))).toEqual([422, 'unprocessable'])
    expect((await leave(person(0), { at })).status).toBe(200)
    const { rows } = await one.sql.query('select departed_at from employees where id = $1', [person(0).id])
    expect(rows[0].departed_at.toISOString()).toBe(at)
    for (const body of [{}, { because: 'absent' }])
      expect(told(await leave(person(0), body))).toEqual([409, 'has-left'])
    expect((await one.call('GET', '/v1/me', { as: person(0).id })).status).toBe(403)
  })

  test('completes a departure that had begun, once somebody is there to take over', async () => {
    const { person, take, team } = await setTeam(1)
    const { id } = await take(person(0))
    const unassigned = await leave(person(0))
    expect([...told(unassigned), unassigned.body.openCases]).toEqual([409, 'owns-open-cases', 1])
    await service.do('PATCH', `/scim/v2/Users/${person(0).id}`, {
      body: { Operations: [{ op: 'replace', path: 'active', value: false }] },
    })
    expect(await employee(person(0))).toMatchObject({ active: true, leavingSince: expect.any(String) })
    const heir = await one.employee({ teamId: team.id })
    const answer = await leave(person(0), { at: Temporal.Now.instant().subtract({ hours: 1 }).toString() })
    expect(answer.body.employee).toEqual(await employee(person(0)))
    expect(await ownerOf(id)).toBe(heir.id)
  })

  test('stands in for nobody any more: a teammate does', async () => {
    const { person } = await setTeam(3)
    const [sanne, piet, fatima] = [person(0), person(1), person(2)]
    const now = Temporal.Now.instant()
    const absence = await service.do('POST', `/v1/employees/${sanne.id}/absences`, {
      body: {
        from: now.add({ hours: 1 }).toString(),
        until: now.add({ hours: 100 }).toString(),
        standInId: piet.id,
      },
    })
    expect((await leave(piet)).status).toBe(200)
    const { standIns } = await service.do('GET', `/v1/absences/${absence.id}`)
    expect(standIns.map(({ standInId }: { standInId: string }) => standInId)).toEqual([fatima.id])
  })

  test.each([
    ['a stranger', () => randomUUID()],
    ['themselves', (sanne: Person) => sanne.id],
  ])('names as successor neither %s', async (_, find) => {
    const { person, take } = await setTeam(2)
    const kase = await take(person(0))
    const id = find(person(0))
    const answers = [
      await leave(person(0), { successorIds: [person(1).id, id] }),
      await leave(person(0), { successors: [{ caseId: kase.id, employeeId: id }] }),
    ]
    expect(answers.map((answer) => [...told(answer), answer.body.errors[0].pointer])).toEqual([
      [422, 'unprocessable', '#/successorIds/1'],
      [422, 'unprocessable', '#/successors/0/employeeId'],
    ])
  })

  test('names successors for their own open cases, each once', async () => {
    const { person, take } = await setTeam(2)
    const [mine, his] = [await take(person(0)), await take(person(1))]
    const to = (id: string) => ({ caseId: id, employeeId: person(1).id })
    for (const successors of [[to(his.id)], [to(mine.id), to(mine.id)]]) {
      const answer = await leave(person(0), { successors })
      expect([...told(answer), answer.body.errors[0].pointer]).toEqual([
        422,
        'unprocessable',
        `#/successors/${successors.length - 1}/caseId`,
      ])
    }
    expect(await ownerOf(mine.id)).toBe(person(0).id)
  })
})

test('the last active member of the default team cannot leave, and nothing moves', async () => {
  const fresh = await startService()
  try {
    const sanne = await fresh.employee({ teamId: (await fresh.team()).id })
    const other = await fresh.employee({ teamId: (await fresh.team()).id })
    const leaving = (id: string) => fresh.call('POST', `/v1/employees/${id}/departure`, { body: {} })
    expect(told(await leaving(sanne.id))).toEqual([409, 'last-member-of-default-team'])
    expect((await leaving(other.id)).status).toBe(200)
    await expectInvariants(fresh)
  } finally {
    await fresh.stop()
  }
})

describe('who is absent', () => {
  test('for more than 20 working days passes all open cases on, and stays', async () => {
    const { person, take } = await setTeam(2)
    await absent(person(0), 60)
    const { id } = await take(person(0))
    const before = await employee(person(0))
    const answer = await leave(person(0), { because: 'absent' })
    expect(answer.status).toBe(200)
    expect(answer.body.employee).toEqual(before)
    expect(answer.body.successions).toMatchObject([
      { caseId: id, cause: 'departure', toOwnerId: person(1).id },
    ])
    expect(await ownerOf(id)).toBe(person(1).id)
    expect(await employee(person(0))).toEqual(before)
    expect((await leave(person(0), { because: 'absent' })).body.successions).toEqual([])
  })

  test('for less, or not at all, keeps them', async () => {
    const { person, take } = await setTeam(3)
    const { id } = await take(person(0))
    const absence = { because: 'absent' }
    expect(told(await leave(person(0), absence))).toEqual([422, 'succession-not-justified'])
    await absent(person(0), 27)
    const short = await leave(person(0), absence)
    expect(told(short)).toEqual([422, 'succession-not-justified'])
    expect(short.body.workingDays).toBeLessThanOrEqual(20)
    expect(await ownerOf(id)).toBe(person(0).id)
    expect(told(await leave(person(0), { ...absence, at: '2026-11-02T10:00:00Z' }))).toEqual([
      400,
      'validation-failed',
    ])
  })
})

describe('a case whose owner has left, opened again', () => {
  const setLeft = async () => {
    const scene = await setTeam(3)
    const kase = await scene.take(scene.person(0))
    await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: scene.person(0).id,
      body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
    })
    await scene.take(scene.person(1))
    await leave(scene.person(0))
    return { ...scene, kase }
  }

  test('passes to the least-loaded of its team, with a succession and a new promise', async () => {
    const { kase, person } = await setLeft()
    const again = await service.do('POST', `/v1/cases/${kase.id}/reopen`, {
      as: person(1).id,
      body: { reason: 'Not paid.' },
    })
    expect(again).toMatchObject({
      status: 'open',
      owner: { id: person(2).id },
      assignment: { reason: 'succession' },
    })
    expect(await service.do('GET', `/v1/cases/${kase.id}`)).toEqual(again)
    expect((await service.do('GET', `/v1/callbacks/${again.callback.id}`)).ownerId).toBe(person(2).id)
    const { data } = await service.do('GET', `/v1/successions?caseId=${kase.id}`)
    expect(data).toMatchObject([{ cause: 'departure', fromOwnerId: person(0).id, toOwnerId: person(2).id }])
    const { data: story } = await service.do('GET', `/v1/cases/${kase.id}/timeline`)
    const types = story.map(({ type }: { type: string }) => type)
    expect(types.slice(-3)).toEqual(['case.succeeded', 'case.reopened', 'callback.made'])
  })

  test('once, however many ask at once, and whoever leaves meanwhile', async () => {
    const { kase, person } = await setLeft()
    const answers = await atOnce(
      [one],
      (_, n) =>
        n === 7
          ? leave(person(2))
          : service.call('POST', `/v1/cases/${kase.id}/reopen`, { body: { reason: `Again ${n}.` } }),
      20,
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(answers.map(told).filter(([status]) => status !== 200)).toEqual(
      Array(18).fill([409, 'case-is-open']),
    )
    expect(await ownerOf(kase.id)).toBe(person(1).id)
  })

  test('goes to the default team where nobody of its own is left', async () => {
    const { kase, person } = await setLeft()
    await leave(person(2))
    const { data } = await service.do('GET', `/v1/cases?ownerId=${person(1).id}`)
    for (const { id } of data)
      await service.do('POST', `/v1/cases/${id}/resolve`, {
        as: person(1).id,
        body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
      })
    await leave(person(1))
    const again = await service.do('POST', `/v1/cases/${kase.id}/reopen`, { body: { reason: 'Not paid.' } })
    expect(again.status).toBe('open')
    expect(again.teamId).not.toBe(kase.teamId)
  })

  test('stays resolved where its owner works here in no team', async () => {
    const { take, person } = await setTeam(2)
    const kase = await take(person(0), { resolution: { outcome: 'answered', summary: 'Paid back.' } })
    await service.do('PATCH', `/v1/employees/${person(0).id}`, {
      body: { teamId: null },
      headers: { 'if-match': '*' },
    })
    const answer = await service.call('POST', `/v1/cases/${kase.id}/reopen`, {
      body: { reason: 'Not paid.' },
    })
    expect(told(answer)).toEqual([409, 'owns-open-cases'])
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).status).toBe('resolved')
  })
})

describe('a promise that books an hour', () => {
  test('keeps a place in the hour of its new owner, and none where that hour is full', async () => {
    const { person, take, team } = await setTeam(2)
    await service.do('PATCH', `/v1/teams/${team.id}/agreements`, {
      body: { callbacksPerHour: 3 },
      headers: { 'if-match': '*' },
    })
    const [sanne, piet] = [person(0), person(1)]
    const callback = soon()
    for (const owner of [sanne, sanne, piet, piet]) await take(owner, { callback })
    expect((await leave(sanne)).status).toBe(200)
    const { rows } = await one.sql.query(
      `select place, count(*)::int as n from callbacks where owner_id = $1 and state = 'open' group by place order by place`,
      [piet.id],
    )
    expect(rows).toEqual([
      { place: 1, n: 1 },
      { place: 2, n: 1 },
      { place: 3, n: 1 },
      { place: null, n: 1 },
    ])
  })
})

test('five hundred open cases leave with their owner in one transaction', async () => {
  const { person, team, take } = await setTeam(6)
  const sanne = person(0)
  for (let n = 0; n < 10; n++) await atOnce([sanne], (owner) => take(owner))
  const answer = await leave(sanne)
  expect(answer.status).toBe(200)
  expect(answer.body.successions).toHaveLength(500)
  const { rows } = await one.sql.query(
    `select count(*)::int as n from cases where team_id = $1 and callback_id is not null group by owner_id`,
    [team.id],
  )
  expect(rows).toEqual(Array(5).fill({ n: 100 }))
}, 60_000)
