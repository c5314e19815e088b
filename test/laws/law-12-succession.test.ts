import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { asBefore, contactRow, insert, refusal } from './script.ts'
import { moveTo, successionRow } from './succession-script.ts'

const service = useService()
const beside = useInstance(service)
beforeAll(async () => {
  const home = await service.team()
  for (let n = 0; n < 2; n++) await service.employee({ teamId: home.id, contractHours: 0.01 })
})

/** The statements that give a case to another owner by this succession. */
const succeed = (
  kase: Answer['body'],
  to: { readonly id: string },
  row: Readonly<Record<string, string | null>> = {},
): string[] => {
  const id = randomUUID()
  return [successionRow(kase, to.id, { id, ...row }), ...moveTo(kase.id, to.id, id)]
}

const leaves = ({ id }: { readonly id: string }, at = 'now()') =>
  `update employees set departed_at = ${at} where id = '${id}'`

const contactWith = async (caseId: string, as: string, body: object = inbound): Promise<string> =>
  (await service.do('POST', `/v1/cases/${caseId}/contacts`, { as, body })).id

const chosen = (contactId: string | null) => ({
  cause: 'customerChoice',
  departure_of: null,
  contact_id: contactId,
})

describe('no SQL gives a case another owner by a departure', () => {
  test('of somebody who does not leave; of who leaves it does, in the transaction of the departure', async () => {
    const { take, sanne, piet } = await setScene(service)
    const kase = await take()
    expect(await refusal(service, ...succeed(kase, piet), leaves(sanne))).toBe('nothing')
    expect(await refusal(service, ...succeed(kase, piet))).toBe('successions_have_their_evidence')
    expect(await refusal(service, ...succeed(kase, piet, { departure_of: piet.id }))).toBe(
      'successions_have_their_evidence',
    )
  })

  test('of somebody who is absent for less than 20 days, or was', async () => {
    const { take, sanne, piet } = await setScene(service)
    const kase = await take()
    const absent = (from: number, until: number) =>
      `insert into absences (id, employee_id, from_at, until_at, registered_at) values
        (gen_random_uuid(), '${sanne.id}', now() + make_interval(days => ${from}), now() + make_interval(days => ${until}), now())`
    expect(await refusal(service, absent(-1, 28), ...succeed(kase, piet))).toBe('nothing')
    for (const [from, until] of [
      [-1, 18],
      [-40, -1],
      [1, 60],
    ] as const) {
      const answer = await refusal(service, absent(from, until), ...succeed(kase, piet))
      expect(answer).toBe('successions_have_their_evidence')
    }
  })

  test('of somebody whose absence begins a moment later, ended just now, or takes 20 days and no more', async () => {
    const { take, sanne, piet } = await setScene(service)
    const kase = await take()
    const hours = (n: number) => `now() + make_interval(hours => ${n})`
    const absent = (from: string, until: string, reliedOn = 'null') =>
      `insert into absences (id, employee_id, from_at, until_at, registered_at, relied_on_at) values
        (gen_random_uuid(), '${sanne.id}', ${from}, ${until}, now(), ${reliedOn})`
    const moment = `now() + interval '1 ms'`
    // Before it is asked whether somebody relied on it.
    const looks = 'set constraints successions_follow_a_departure immediate'
    for (const [away, answer] of [
      [absent('now()', hours(700)), 'nothing'],
      [absent(moment, hours(700)), 'successions_have_their_evidence'],
      [absent(moment, hours(700), moment), 'successions_have_their_evidence'],
      [absent(hours(-700), moment), 'nothing'],
      [absent(hours(-700), 'now()'), 'successions_have_their_evidence'],
      [absent(hours(-700), 'now()', 'now()'), 'successions_have_their_evidence'],
      [absent(hours(-1), `${hours(479)} + interval '1 ms'`), 'nothing'],
      [absent(hours(-1), hours(479)), 'successions_have_their_evidence'],
      [absent(hours(-1), hours(479), 'now()'), 'successions_have_their_evidence'],
    ] as const)
      expect([away, await refusal(service, away, ...succeed(kase, piet), looks)]).toEqual([away, answer])
  })

  test('and takes back the absence that it is for, in the same breath', async () => {
    const { take, resolved, sanne, piet } = await setScene(service)
    const kase = await take()
    // What has ended stays whose it was.
    await resolved()
    const away = insert('absences', {
      ...{ id: 'gen_random_uuid()', employee_id: sanne.id, registered_at: 'now()', from_at: 'now()' },
      until_at: `now() + '40 days'::interval`,
    })
    const looks = 'set constraints successions_follow_a_departure immediate'
    const back = `delete from absences where employee_id = '${sanne.id}'`
    expect(await refusal(service, away, ...succeed(kase, piet))).toBe('nothing')
    expect(await refusal(service, away, ...succeed(kase, piet), looks, back)).toBe(
      'absences_hold_what_was_done',
    )
  })

  test.each(['who has left', 'a specialist', 'a member of another team'])('to %s', async (name) => {
    const { take, sanne, team } = await setScene(service)
    const teamId = name === 'a specialist' ? null : (await service.team()).id
    const to = await service.employee({ teamId: name === 'who has left' ? team.id : teamId })
    if (name === 'who has left') await service.sql.query(leaves(to))
    const kase = await take()
    expect(await refusal(service, ...succeed(kase, to), leaves(sanne))).toBe(
      'cases_owner_is_an_active_member',
    )
  })

  test('to another team together with the case', async () => {
    const { take, sanne } = await setScene(service)
    const other = await service.employee({ teamId: (await service.team()).id })
    const kase = await take()
    const [made = '', ...moves] = succeed(kase, other)
    const move = moves.pop() ?? ''
    const along = move.replace('set ', `set team_id = '${other.teamId}', `)
    expect(await refusal(service, made, ...moves, along, leaves(sanne))).toBe('cases_owner_is_final')
  })

  test('to whom it is about', async () => {
    const { take, sanne, piet } = await setScene(service)
    const kase = await take({ aboutEmployeeId: piet.id })
    expect(await refusal(service, ...succeed(kase, piet), leaves(sanne))).toBe(
      'cases_owner_is_not_the_subject',
    )
  })

  test('that is resolved', async () => {
    const { resolved, sanne, piet } = await setScene(service)
    const kase = await resolved()
    expect(await refusal(service, ...succeed(kase, piet), leaves(sanne))).toBe('cases_owner_is_final')
  })

  test('without its promise', async () => {
    const { take, sanne, piet } = await setScene(service)
    const kase = await take()
    const statements = succeed(kase, piet).filter((statement) => !statement.includes('update callbacks'))
    expect(await refusal(service, ...statements, leaves(sanne))).toBe('callbacks_open_is_its_cases_promise')
  })

  test('and nobody leaves from under an open case', async () => {
    const { take, sanne } = await setScene(service)
    await take()
    expect(await refusal(service, leaves(sanne))).toBe('cases_owner_is_an_active_member')
  })
})

describe('no SQL gives a case another owner by a choice of the customer', () => {
  test('that no contact tells of', async () => {
    const { take, sanne, piet, team } = await setScene(service)
    const fatima = await service.employee({ teamId: team.id })
    const kase = await take()
    const asked = await contactWith(kase.id, piet.id)
    expect(await refusal(service, ...succeed(kase, fatima, chosen(asked)))).toBe('nothing')
    expect(await refusal(service, ...succeed(kase, piet, chosen(asked)))).toBe(
      'successions_have_their_evidence',
    )

    const owners = await contactWith(kase.id, sanne.id)
    const ours = await contactWith(kase.id, sanne.id, outbound)
    const system = await service.do('POST', `/v1/cases/${kase.id}/contacts`, { body: inbound })
    const others = await contactWith((await take()).id, piet.id)
    for (const contactId of [null, owners, ours, system.id, others]) {
      const answer = await refusal(service, ...succeed(kase, fatima, chosen(contactId)))
      expect(answer).toBe('successions_have_their_evidence')
    }
  })

  test('that a stand-in told the customer', async () => {
    const { take, sanne, piet, team } = await setScene(service)
    const fatima = await service.employee({ teamId: team.id })
    const kase = await take()
    const hours = (n: number) => String(Temporal.Now.instant().add({ hours: n }))
    await coverAbsence(service, { owner: sanne.id, by: piet.id, from: hours(-1), until: hours(8) })
    const id = randomUUID()
    const spoke = (direction: string) =>
      contactRow(kase, { id, direction, employee_id: piet.id, recorded_by_id: piet.id })
    for (const [direction, answer] of [
      ['inbound', 'nothing'],
      ['outbound', 'successions_have_their_evidence'],
    ] as const)
      expect(await refusal(service, spoke(direction), ...succeed(kase, fatima, chosen(id)))).toBe(answer)
  })

  test('for the second time', async () => {
    const { take, sanne, piet, team } = await setScene(service)
    const fatima = await service.employee({ teamId: team.id })
    const kase = await take()
    const asked = await contactWith(kase.id, piet.id)
    const body = { cause: 'customerChoice', contactId: asked, toOwnerId: fatima.id }
    const succession = await service.do('POST', `/v1/cases/${kase.id}/successions`, { as: piet.id, body })
    const now = { ...kase, owner: fatima }
    expect(succession.toOwnerId).toBe(fatima.id)
    const since = await contactWith(kase.id, piet.id)
    expect(await refusal(service, ...succeed(now, sanne, chosen(since)))).toBe(
      'successions_customer_chooses_once',
    )
  })

  test('in a contact from before the owner owned it', async () => {
    const { take, sanne, piet, team } = await setScene(service)
    const coach = await service.employee({ teamId: null, role: 'coach' })
    const fatima = await service.employee({ teamId: team.id })
    const [kase, other] = [await take(), await take()]
    const asked = await contactWith(kase.id, piet.id)
    const body = { cause: 'safety', reason: 'Threatens me.', toOwnerId: fatima.id }
    const [report, later] = await Promise.all(
      [kase, other].map(({ id }) =>
        service.do('POST', `/v1/cases/${id}/successions`, { as: sanne.id, body }),
      ),
    )
    const confirm = ({ id }: { readonly id: string }) =>
      service.do('POST', `/v1/successions/${id}/confirm`, { as: coach.id, body: {} })
    const moved = Temporal.Now.instant().round('millisecond')
    const contactAt = (moment: Temporal.Instant) => {
      service.clock.now = moment
      return contactWith(kase.id, piet.id)
    }
    const justBefore = await contactAt(moved.subtract({ milliseconds: 1 }))
    const atOnceWithIt = await contactAt(moved)
    await confirm(report)
    const now = { ...kase, owner: fatima }
    const since = await contactAt(moved.add({ seconds: 1 }))
    // Another case moves later.
    service.clock.now = moved.add({ seconds: 2 })
    await confirm(later)
    for (const contact of [atOnceWithIt, since])
      expect(await refusal(service, ...succeed(now, sanne, chosen(contact)))).toBe('nothing')
    for (const contact of [asked, justBefore])
      expect(await refusal(service, ...succeed(now, sanne, chosen(contact)))).toBe(
        'successions_have_their_evidence',
      )
  })
})

describe('no SQL gives a case another owner for safety', () => {
  const danger = (sanne: string, confirmedBy: string | null) => ({
    cause: 'safety',
    reason: 'Threatens me.',
    departure_of: null,
    reported_by_id: sanne,
    confirmed_by_id: confirmedBy,
  })

  /** As in a transaction of before. */
  const earlier = (...statements: readonly string[]) => asBefore(...statements)

  test('that nobody confirmed, or who reported it, or the owner, or for no reason', async () => {
    const { take, sanne, piet } = await setScene(service)
    const coach = await service.employee({ teamId: null, role: 'coach' })
    const kase = await take()
    expect(await refusal(service, ...succeed(kase, piet, danger(sanne.id, coach.id)))).toBe('nothing')
    for (const row of [
      danger(sanne.id, null),
      danger(sanne.id, sanne.id),
      { ...danger(sanne.id, coach.id), reason: null },
    ])
      expect(await refusal(service, ...succeed(kase, piet, row))).toBe('successions_have_their_evidence')
    const coaching = `update employees set role = 'coach' where id = '${sanne.id}'`
    const byThemselves = succeed(kase, piet, danger(coach.id, sanne.id))
    expect(await refusal(service, ...earlier(coaching), ...byThemselves)).toBe('cases_owner_is_final')
    const former = await service.employee({ teamId: null, role: 'coach' })
    for (const row of [danger(sanne.id, former.id), danger(former.id, coach.id)]) {
      expect(await refusal(service, ...succeed(kase, piet, row))).toBe('nothing')
      for (const left of [[leaves(former)], earlier(leaves(former))])
        expect(await refusal(service, ...left, ...succeed(kase, piet, row))).toBe(
          'successions_have_their_evidence',
        )
    }
  })

  test('by the word of a teammate, but where no coach and no admin could give theirs', async () => {
    const { take, sanne, piet, team, customer } = await setScene(service)
    const fatima = await service.employee({ teamId: team.id })
    const stranger = await service.employee({ teamId: (await service.team()).id })
    const theirs = { customerId: customer.id, question: 'Why was I charged twice?' }
    await service.do('POST', '/v1/cases', { as: stranger.id, body: theirs })
    const coach = await service.employee({ teamId: null, role: 'coach' })
    const kase = await take()
    const complaint = await take({ aboutEmployeeId: coach.id })
    const alone = (but: string) =>
      `update employees set departed_at = now() where role <> 'member' and id <> '${but}'`
    const confirmed = (row: object, of = kase, ...before: readonly string[]) =>
      refusal(service, ...before, ...succeed(of, piet, { ...danger(sanne.id, fatima.id), ...row }))
    const there = alone(coach.id)
    const isThe = `update employees set role = 'coach', team_id = '${team.id}' where id = '${sanne.id}'`
    const leaves = `insert into departures (employee_id, started_at) values ('${coach.id}', now())`
    const anotherLeaves = leaves.replace(coach.id, stranger.id)
    for (const before of [[there], earlier(there, anotherLeaves)])
      expect(await confirmed({}, kase, ...before)).toBe('successions_have_their_evidence')
    for (const [row, of, ...before] of [
      [{}, kase, alone(randomUUID())],
      [{}, kase, alone(randomUUID()), isThe],
      [{ reported_by_id: coach.id }, kase, there],
      [{}, complaint, there],
      [{}, kase, there, leaves],
    ] as const)
      expect([before, await confirmed(row, of, ...earlier(...before))]).toEqual([before, 'nothing'])
    expect(await confirmed({ confirmed_by_id: stranger.id }, kase, ...earlier(alone(randomUUID())))).toBe(
      'successions_have_their_evidence',
    )
  })

  test('twice at a time', async () => {
    const { take, sanne, piet } = await setScene(service)
    const kase = await take()
    const waits = successionRow(kase, piet.id, { ...danger(sanne.id, null), completed_at: null })
    expect(await refusal(service, waits)).toBe('nothing')
    expect(await refusal(service, waits, waits)).toBe('successions_one_waits_at_a_time')
  })
})

test('fifty at once: who asks twenty times to leave leaves once, while the team is given questions', async () => {
  const { sanne, piet, customer, take } = await setScene(service)
  for (let n = 0; n < 5; n++) await take()
  const answers = await atOnce([service, beside], (to, n) =>
    n % 5 < 2
      ? to.call('POST', `/v1/employees/${sanne.id}/departure`, { body: {} })
      : to.call('POST', '/v1/cases', { body: { customerId: customer.id, question: 'Why?' } }),
  )
  expect(tally(answers)).toEqual({ 200: 1, '409 has-left': 19, 201: 30 })
  const { rows } = await service.sql.query(
    `select owner_id as id, count(*)::int as n from cases where customer_id = $1 and callback_id is not null group by 1`,
    [customer.id],
  )
  expect(rows).toEqual([{ id: piet.id, n: 35 }])
})

test('fifty at once: departures, intake, choices and work on the cases; every open case has one active owner', async () => {
  const { team, sanne, piet, customer, take } = await setScene(service)
  const mates = [sanne, piet, ...(await atOnce([service], () => service.employee({ teamId: team.id }), 4))]
  const cases = await atOnce([service], () => take(), 10)
  const contacts = await Promise.all(cases.map(({ id }) => contactWith(id, mates[4]?.id ?? '')))
  const answers = await atOnce([service, beside], (to, n) => {
    const kase = cases[n % 10]
    const mate = mates[n % 4]?.id ?? ''
    switch (n % 5) {
      case 0:
        return to.call('POST', `/v1/employees/${mate}/departure`, { body: {} })
      case 1:
        return to.call('POST', `/v1/cases/${kase.id}/successions`, {
          as: mates[5]?.id ?? '',
          body: { cause: 'safety', reason: 'Threat.' },
        })
      case 2:
        return to.call('POST', `/v1/cases/${kase.id}/successions`, {
          as: mates[4]?.id ?? '',
          body: { cause: 'customerChoice', contactId: contacts[n % 10] },
        })
      case 3:
        return to.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
          as: sanne.id,
          body: { outcome: 'no-answer' },
        })
      default:
        return to.call('POST', '/v1/cases', { body: { customerId: customer.id, question: 'Why?' } })
    }
  })
  const counts = tally(answers)
  // No mate may report for an owner or gives away their own; who has left may not call; and one choice, one report is enough.
  expect(
    Object.keys(counts).filter(
      (name) =>
        !/^20[01]$|^403 (forbidden|only-the-owner)$|^409 has-left$|^422 succession-not-justified$/.test(name),
    ),
  ).toEqual([])
  expect(counts['200']).toBe(4)
  expect(counts['201']).toBeGreaterThanOrEqual(10)
  for (const { id } of mates.slice(0, 4)) {
    const { rows } = await service.sql.query(
      'select count(*)::int as n from cases where owner_id = $1 and callback_id is not null',
      [id],
    )
    expect(rows).toEqual([{ n: 0 }])
  }
})

test('fifty at once: the customer chooses once, whoever says so', async () => {
  const { take, piet, sanne, team } = await setScene(service)
  const fatima = await service.employee({ teamId: team.id })
  const coach = await service.employee({ teamId: null, role: 'coach' })
  const { id } = await take()
  const contactId = await contactWith(id, piet.id)
  const answers = await atOnce([service, beside], (to, n) =>
    to.call('POST', `/v1/cases/${id}/successions`, {
      as: [piet.id, coach.id, fatima.id][n % 3] ?? '',
      body: { cause: 'customerChoice', contactId },
    }),
  )
  const counts = tally(answers)
  expect(counts['201']).toBe(1)
  // Fatima takes nothing, and who owns it now gives nothing away.
  expect(Object.keys(counts).sort()).toEqual(['201', '403 forbidden', '422 succession-not-justified'])
  const after = await service.do('GET', `/v1/cases/${id}`)
  expect(after.owner.id).toBe(fatima.id)
  const { data } = await service.do('GET', `/v1/successions?caseId=${id}`)
  expect(data).toMatchObject([{ fromOwnerId: sanne.id, toOwnerId: fatima.id }])
})
