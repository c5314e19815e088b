import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { setScene } from '../support/scene.ts'
import type { Answer, Service } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { contactRow, insert, refusal, tryRow } from './script.ts'

const service = useService()
const beside = useInstance(service)

const hours = (n: number): string => `now() + '${n} hours'::interval`

const absenceRow = (employeeId: string, row: Readonly<Record<string, string | null>> = {}): string =>
  insert('absences', {
    id: randomUUID(),
    employee_id: employeeId,
    from_at: hours(-1),
    until_at: hours(8),
    registered_at: 'now()',
    ...row,
  })

/** Sanne is absent from an hour ago for nine hours, and Piet may stand in; both by a script. */
async function setAbsence() {
  const scene = await setScene(service)
  const absenceId = randomUUID()
  const standIn = (row: Readonly<Record<string, string | null>> = {}): string =>
    insert('stand_ins', {
      id: 'gen_random_uuid()',
      absence_id: absenceId,
      owner_id: scene.sanne.id,
      stand_in_id: scene.piet.id,
      from_at: hours(-1),
      until_at: hours(8),
      ...row,
    })
  return { ...scene, absenceId, away: absenceRow(scene.sanne.id, { id: absenceId }), standIn }
}

test('a script makes somebody stand in like this', async () => {
  const { away, standIn } = await setAbsence()
  expect(await refusal(service, away, standIn())).toBe('nothing')
})

describe('no SQL makes somebody stand in', () => {
  test('who is absent then, whichever of the two comes first', async () => {
    const { away, standIn, piet } = await setAbsence()
    const theirs = absenceRow(piet.id, { from_at: hours(7), until_at: hours(20) })
    expect(await refusal(service, away, standIn(), theirs)).toBe('attendance_is_one_thing')
    expect(await refusal(service, theirs, away, standIn())).toBe('attendance_is_one_thing')
    expect(await refusal(service, away, standIn({ until_at: hours(7) }), theirs)).toBe('nothing')
  })

  test('who is of another team, in none, or has left', async () => {
    const { away, standIn, team } = await setAbsence()
    const stranger = await service.employee({ teamId: (await service.team()).id })
    const specialist = await service.employee({ teamId: null })
    const leaver = await service.employee({ teamId: team.id })
    const leaves = `update employees set departed_at = now() where id = '${leaver.id}'`
    for (const { id } of [stranger, specialist])
      expect(await refusal(service, away, standIn({ stand_in_id: id }))).toBe('stand_ins_are_teammates')
    expect(await refusal(service, leaves, away, standIn({ stand_in_id: leaver.id }))).toBe(
      'stand_ins_are_teammates',
    )
  })

  test('for themselves, for somebody whose absence it is not, or for nobody', async () => {
    const { away, standIn, sanne, team } = await setAbsence()
    const fatima = await service.employee({ teamId: team.id })
    expect(await refusal(service, away, standIn({ stand_in_id: sanne.id }))).toBe(
      'stand_ins_are_somebody_else',
    )
    expect(await refusal(service, away, standIn({ owner_id: fatima.id }))).toBe('stand_ins_absence_exists')
    expect(await refusal(service, standIn())).toBe('stand_ins_absence_exists')
  })

  test('outside the absence, nor ends or moves the absence from under them', async () => {
    const { away, standIn, absenceId } = await setAbsence()
    expect(await refusal(service, away, standIn({ from_at: hours(-2) }))).toBe('stand_ins_within_the_absence')
    expect(await refusal(service, away, standIn({ until_at: hours(9) }))).toBe('stand_ins_within_the_absence')
    for (const set of [`until_at = ${hours(4)}`, `from_at = ${hours(2)}`])
      expect(
        await refusal(
          service,
          away,
          standIn(),
          'set constraints all immediate',
          'set constraints all deferred',
          `update absences set ${set} where id = '${absenceId}'`,
        ),
      ).toBe('stand_ins_within_the_absence')
  })

  test('beside another, or for no time at all', async () => {
    const { away, standIn, team } = await setAbsence()
    const fatima = await service.employee({ teamId: team.id })
    const other = (from: number) => standIn({ stand_in_id: fatima.id, from_at: hours(from) })
    expect(await refusal(service, away, standIn({ until_at: hours(4) }), other(3))).toBe(
      'stand_ins_one_at_a_time',
    )
    expect(await refusal(service, away, standIn({ until_at: hours(4) }), other(4))).toBe('nothing')
    expect(await refusal(service, away, standIn({ until_at: hours(-1) }))).toBe('stand_ins_run_forward')
  })

  test('for one who is absent twice at the same time', async () => {
    const { away, sanne } = await setAbsence()
    expect(
      await refusal(service, away, absenceRow(sanne.id, { from_at: hours(7), until_at: hours(9) })),
    ).toBe('absences_are_apart')
    expect(await refusal(service, absenceRow(sanne.id, { until_at: hours(-1) }))).toBe('absences_run_forward')
  })

  test('by way of the table that keeps the two apart', async () => {
    const { piet } = await setAbsence()
    const row = (kind: string) =>
      insert('attendance', {
        id: 'gen_random_uuid()',
        person_id: piet.id,
        kind,
        from_at: hours(1),
        until_at: hours(2),
      })
    expect(await refusal(service, row('absent'), row('stands-in'))).toMatch(
      /^attendance_is_(one_thing|an_absence|a_stand_in)$/,
    )
    expect(await refusal(service, row('on-leave'))).toBe('attendance_kind_is_known')
  })
})

describe('no SQL lets a stand-in speak', () => {
  const said = (kase: Answer['body'], employeeId: string, recorded = 'now()') =>
    contactRow(kase, { employee_id: employeeId, at: recorded, recorded_at: recorded })
  const tried = (kase: Answer['body'], employeeId: string, recorded = 'now()') =>
    tryRow({
      id: 'gen_random_uuid()',
      callback_id: kase.callback.id,
      outcome: 'no-answer',
      at: recorded,
      day: 'now()::date',
      employee_id: employeeId,
      recorded_at: recorded,
    })

  test('outside the absence: to its first moment, and from its last', async () => {
    const { away, standIn, take, piet } = await setAbsence()
    service.clock.now = Temporal.Now.instant().subtract({ hours: 2 })
    const kase = await take()
    for (const act of [said, tried]) {
      expect(await refusal(service, away, standIn(), act(kase, piet.id))).toBe('nothing')
      for (const [moment, told] of [
        [hours(-1), 'nothing'],
        [`${hours(-1)} - '1 ms'::interval`, 'contacts_one_voice'],
        [`${hours(8)} - '1 ms'::interval`, 'nothing'],
        [hours(8), 'contacts_one_voice'],
      ] as const)
        expect([
          moment,
          await refusal(service, away, standIn(), act(kase, piet.id, `(${moment})::timestamptz`)),
        ]).toEqual([moment, told])
      expect(await refusal(service, away, act(kase, piet.id))).toBe('contacts_one_voice')
    }
  })

  test('for another owner, in their own name, or as somebody else than who stands in', async () => {
    const { away, standIn, take, piet } = await setAbsence()
    const kase = await take()
    const { take: takeOther } = await setScene(service)
    const other = await takeOther()
    const mate = await service.employee({ teamId: kase.teamId })
    for (const words of [said(other, piet.id), said(kase, mate.id)])
      expect(await refusal(service, away, standIn(), words)).toBe('contacts_one_voice')
    expect(
      await refusal(
        service,
        away,
        standIn(),
        contactRow(kase, { employee_id: piet.id, spoken_for: piet.id }),
      ),
    ).toBe('contacts_one_voice')
  })

  test('about a complaint about themselves', async () => {
    const { away, standIn, take, piet } = await setAbsence()
    const kase = await take({ aboutEmployeeId: piet.id })
    for (const act of [said, tried])
      expect(await refusal(service, away, standIn(), act(kase, piet.id))).toBe('contacts_one_voice')
  })

  test('once they are of another team', async () => {
    const { away, standIn, take, piet } = await setAbsence()
    const kase = await take()
    const moves = `update employees set team_id = '${(await service.team()).id}' where id = '${piet.id}'`
    for (const act of [said, tried])
      expect(
        await refusal(
          service,
          away,
          standIn(),
          'set constraints all immediate',
          'set constraints all deferred',
          moves,
          act(kase, piet.id),
        ),
      ).toBe('contacts_one_voice')
  })

  test('and the case stays whose it is', async () => {
    const { away, standIn, take, piet } = await setAbsence()
    const kase = await take()
    const moves = `update cases set owner_id = '${piet.id}' where id = '${kase.id}'`
    expect(await refusal(service, away, standIn(), moves)).toBe('cases_owner_is_final')
  })
})

/** What must be true of absences, whoever wrote them. */
async function expectCovered(teamId: string): Promise<void> {
  const { rows } = await service.sql.query(
    `select p.id from stand_ins p join absences a on a.id = p.absence_id
     join employees o on o.id = p.owner_id join employees s on s.id = p.stand_in_id
     where o.team_id = $1 and (p.from_at < a.from_at or p.until_at > a.until_at or s.active_team_id is distinct from o.active_team_id
       or exists (select from absences x where x.employee_id = p.stand_in_id and x.from_at < p.until_at and p.from_at < x.until_at)
       or exists (select from stand_ins q where q.id <> p.id and q.owner_id = p.owner_id and q.from_at < p.until_at and p.from_at < q.until_at))`,
    [teamId],
  )
  expect(rows).toEqual([])
}

test('fifty fall ill at once, while they stand in for each other: whoever is left stands in for all of them', async () => {
  const team = await service.team()
  const people = await Promise.all(Array.from({ length: 11 }, () => service.employee({ teamId: team.id })))
  const [sturdy, ...others] = people
  const day = (n: number) => `2050-03-${String(n).padStart(2, '0')}T00:00:00Z`
  const answers = await atOnce([service, beside], (to, n) =>
    to.call('POST', `/v1/employees/${others[n % 10]?.id}/absences`, {
      body: { from: day(1 + (n % 5)), until: day(6 + (n % 5)) },
    }),
  )
  expect(tally(answers)).toEqual({ 201: 10, '409 absences-overlap': 40 })
  await expectCovered(team.id)
  for (const { id } of others) {
    const { data } = await service.do('GET', `/v1/employees/${id}/absences`)
    expect([data.length, data[0].uncovered]).toEqual([1, []])
  }
  // In these days nobody else is there.
  const { rows } = await service.sql.query(
    `select distinct stand_in_id from stand_ins p join employees o on o.id = p.owner_id
     where o.team_id = $1 and p.from_at <= $2 and p.until_at > $2`,
    [team.id, day(5)],
  )
  expect(rows).toEqual([{ stand_in_id: sturdy.id }])
})

test('two who name each other at once: one of them is told that the other is absent', async () => {
  const teams: string[] = []
  const answers = await atOnce(
    [service],
    async () => {
      const { team, sanne, piet } = await setScene(service)
      const day = { fromDate: '2050-03-01', untilDate: '2050-03-05' }
      const pair = await Promise.all([
        service.call('POST', `/v1/employees/${sanne.id}/absences`, { body: { ...day, standInId: piet.id } }),
        beside.call('POST', `/v1/employees/${piet.id}/absences`, { body: { ...day, standInId: sanne.id } }),
      ])
      teams.push(team.id)
      return pair
    },
    25,
  )
  expect(tally(answers.flat())).toEqual({ 201: 25, '409 stand-in-is-absent': 25 })
  for (const teamId of teams) await expectCovered(teamId)
})

test('absences begin and end and people change teams at once: what is on record is right, and nothing is a mistake of ours', async () => {
  const [north, south] = [await service.team(), await service.team()]
  const people = await Promise.all(
    Array.from({ length: 8 }, (_, n) => service.employee({ teamId: n % 2 ? north.id : south.id })),
  )
  const act = async (to: Service, n: number): Promise<Answer> => {
    const { id } = people[n % 8]
    if (n % 7 === 3)
      return to.call('PATCH', `/v1/employees/${id}`, {
        headers: { 'if-match': '*' },
        body: { teamId: n % 3 ? north.id : south.id },
      })
    const registered = await to.call('POST', `/v1/employees/${id}/absences`, {
      body: { from: `2050-04-${10 + (n % 15)}T00:00:00Z`, until: `2050-04-${13 + (n % 15)}T00:00:00Z` },
    })
    return registered.status === 201 && n % 2
      ? to.call('DELETE', `/v1/absences/${registered.body.id}`)
      : registered
  }
  const answers = await atOnce([service, beside], act)
  const allowed = ['200', '201', '204', '409 absences-overlap']
  expect(Object.keys(tally(answers)).filter((answer) => !allowed.includes(answer))).toEqual([])
  expect(tally(answers)['201']).toBeGreaterThan(0)
  const { rows } = await service.sql.query(
    `select p.id from stand_ins p join absences x on x.employee_id = p.stand_in_id
     where x.from_at < p.until_at and p.from_at < x.until_at`,
  )
  expect(rows).toEqual([])
})
