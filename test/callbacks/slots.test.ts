import { describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { inbound, outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** A Monday in winter, in UTC: Amsterdam is an hour ahead, so the usual team is open from eight to four. */
const monday = (time: string): string => `2027-01-11T${time}:00Z`
const wire = (moment: string): string => Temporal.Instant.from(moment).toString({ fractionalSecondDigits: 3 })
const hour = (from: number) => ({
  from: monday(`${String(from).padStart(2, '0')}:00`),
  until: monday(`${String(from + 1).padStart(2, '0')}:00`),
})

/** An owner with a team of their own; the clock stands before it opens on Monday. */
async function people(agreements: object = {}) {
  const team = await service.team({ agreements })
  const sanne = await service.employee({ teamId: team.id })
  const { id: customerId } = await service.customer({ teamId: team.id })
  service.clock.now = Temporal.Instant.from(monday('07:00'))
  const call = (callback?: object): Promise<Answer> =>
    service.call('POST', '/v1/cases', {
      as: sanne.id,
      body: { customerId, question: 'Why twice?', ...(callback && { callback }) },
    })
  const open = async (callback?: object): Promise<Answer['body']> => {
    const { status, body } = await call(callback)
    expect(status).toBe(201)
    return body
  }
  const act = (url: string, body: object): Promise<Answer> =>
    service.call('POST', url, { as: sanne.id, body })
  const slots = async (kase: Answer['body'], query = ''): Promise<Answer['body'][]> =>
    (await service.do('GET', `/v1/cases/${kase.id}/callback-slots${query}`, { as: sanne.id })).data
  return { team, sanne, call, open, act, slots }
}

const codeOf = ({ status, body }: Answer) => [status, body.code, body.errors?.[0]?.pointer]
const full = [422, 'slot-full', '#/callback/from']

describe('an hour of an owner', () => {
  test('has room for as many promises as are agreed, wherever in it they begin', async () => {
    const { open, call } = await people({ callbacksPerHour: 3 })
    for (const [from, until] of [
      ['09:00', '10:00'],
      ['09:45', '11:00'],
      ['09:59', '10:14'],
    ] as const)
      await open({ from: monday(from), until: monday(until) })
    const answer = await call({ from: monday('09:30'), until: monday('10:30') })
    expect(codeOf(answer)).toEqual(full)
    expect(answer.body.suggestions).toHaveLength(5)
    for (const suggestion of answer.body.suggestions) await open(suggestion)
    await open(hour(10))
  })

  test('is the owner’s alone: a colleague has room, and a computed window takes none', async () => {
    const { open, call, team } = await people({ callbacksPerHour: 1 })
    for (let n = 0; n < 3; n++) await open()
    await open(hour(9))
    expect(codeOf(await call(hour(9)))).toEqual(full)
    const piet = await service.employee({ teamId: team.id })
    const body = { customer: { name: 'Jansen', teamId: team.id }, question: 'Why?', callback: hour(9) }
    expect((await service.call('POST', '/v1/cases', { as: piet.id, body })).status).toBe(201)
  })

  test('has room again when one of its promises has ended, however it ended', async () => {
    const { open, call, act } = await people({ callbacksPerHour: 1 })
    const told = { outcome: 'reached', summary: 'Told.' }
    const ends = [
      ({ callback }: Answer['body']) =>
        act(`/v1/callbacks/${callback.id}/attempts`, { ...told, then: { resolve: { outcome: 'answered' } } }),
      ({ callback }: Answer['body']) =>
        act(`/v1/callbacks/${callback.id}/reschedule`, { ...hour(11), reason: 'Busy.', contact: outbound }),
      ({ id }: Answer['body']) =>
        act(`/v1/cases/${id}/resolve`, { outcome: 'withdrawn', summary: 'Never mind.', contact: inbound }),
    ]
    for (const end of ends) {
      const kase = await open(hour(9))
      expect(codeOf(await call(hour(9)))).toEqual(full)
      expect((await end(kase)).status).toBeLessThan(300)
    }
    await open(hour(9))
  })

  test('keeps its promises when the team agrees on fewer, and takes no more', async () => {
    const { open, call, team, act } = await people({ callbacksPerHour: 4 })
    const promised = []
    for (let n = 0; n < 4; n++) promised.push(await open(hour(9)))
    await service.do('PATCH', `/v1/teams/${team.id}/agreements`, {
      headers: { 'if-match': '*' },
      body: { callbacksPerHour: 2 },
    })
    const end = (kase: Answer['body']) =>
      act(`/v1/cases/${kase.id}/resolve`, { outcome: 'withdrawn', summary: 'x', contact: inbound })
    for (const kase of promised)
      expect((await service.do('GET', `/v1/cases/${kase.id}`)).callback.from).toBe(wire(hour(9).from))
    // Whichever of the four places are left, there is room for two.
    expect(codeOf(await call(hour(9)))).toEqual(full)
    await end(promised[0])
    await end(promised[1])
    expect(codeOf(await call(hour(9)))).toEqual(full)
    await end(promised[2])
    await open(hour(9))
    expect(codeOf(await call(hour(9)))).toEqual(full)
  })

  test('is the clock hour in the team’s time zone, also where that is half an hour off', async () => {
    const { open, call } = await people({
      callbacksPerHour: 1,
      timeZone: 'Australia/Adelaide',
      openingHours: { monday: [{ from: '09:00', until: '21:00' }] },
    })
    // 19:00 in Adelaide is 08:30 in UTC.
    await open({ from: monday('08:30'), until: monday('09:00') })
    expect(codeOf(await call({ from: monday('09:15'), until: monday('09:45') }))).toEqual(full)
    await open({ from: monday('09:30'), until: monday('10:00') })
  })

  test('never gets more than it has room for, however many promise at once; the others hear of windows that work', async () => {
    const { call, sanne } = await people()
    const answers = await atOnce([service], () => call(hour(9)), 200)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4)
    const refused = answers.filter(({ status }) => status !== 201)
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['422 slot-full']),
    )
    for (const { body } of refused) expect(body.suggestions).toHaveLength(5)
    const [first] = refused
    for (const suggestion of first?.body.suggestions ?? []) expect((await call(suggestion)).status).toBe(201)
    const { rows } = await service.sql.query(
      `select count(*)::integer as n from callbacks where owner_id = $1 and booked_hour = $2 and state = 'open'`,
      [sanne.id, hour(9).from],
    )
    expect(rows).toEqual([{ n: 4 }])
  })

  test('that has many places is filled to the last one, whoever comes at the same moment', async () => {
    const { call } = await people({ callbacksPerHour: 30 })
    const answers = await atOnce([service], () => call(hour(9)), 60)
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(30)
    for (const { status, body } of answers) if (status !== 201) expect(body.suggestions).toHaveLength(5)
  })

  test('is not overfilled by reopening and rescheduling at once either', async () => {
    const { open, act } = await people({ callbacksPerHour: 2 })
    const cases = await atOnce([service], () => open(), 20)
    const done = cases.slice(0, 10)
    for (const { id } of done)
      await act(`/v1/cases/${id}/resolve`, { outcome: 'withdrawn', summary: 'x', contact: inbound })
    const answers = await atOnce(
      cases,
      ({ id, callback }, n) =>
        n < 10
          ? act(`/v1/cases/${id}/reopen`, { contact: inbound, callback: hour(9) })
          : act(`/v1/callbacks/${callback.id}/reschedule`, { ...hour(9), reason: 'x', contact: outbound }),
      20,
    )
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(2)
    for (const { status, body } of answers)
      if (status >= 300) expect([status, body.code]).toEqual([422, 'slot-full'])
  })

  test('takes no more behind the service’s back: the database counts as well', async () => {
    const { open, sanne } = await people({ callbacksPerHour: 1 })
    const kase = await open(hour(9))
    const again = (place: number) =>
      service.sql.query(
        `insert into callbacks (id, case_id, owner_id, state, channel, window_from, window_until, computed, remind_at,
           booked_hour, place, made_at, version)
         values (gen_random_uuid(), $1, $2, 'open', 'phone', $3, $4, false, $3, $3, $5, $3, 1)`,
        [kase.id, sanne.id, hour(9).from, hour(9).until, place],
      )
    await expect(again(1)).rejects.toThrow('callbacks_hour_has_room')
    await expect(again(2)).rejects.toThrow('the hour is full')
  })
})

describe('the free slots of a case', () => {
  test('are the hours that are not full, from now to the horizon, and each of them can be promised', async () => {
    const { open, slots } = await people({ callbacksPerHour: 1, callbackHorizon: 'P1D' })
    service.clock.now = Temporal.Instant.from(monday('08:20'))
    const kase = await open(hour(9))
    const found = await slots(kase)
    expect(found[0]).toEqual({ from: wire(monday('08:30')), until: wire(monday('09:30')), free: 1 })
    expect(found[1]).toEqual({ from: wire(hour(10).from), until: wire(hour(10).until), free: 1 })
    // The rest of Monday without nine o'clock, and all of Tuesday.
    expect(found).toHaveLength(7 + 8)
    for (const { from, until } of found) await open({ from, until })
    expect(await slots(kase)).toEqual([])
  })

  test('are as long as is asked for, and say how many promises fit', async () => {
    const { open, slots } = await people()
    const kase = await open(hour(9))
    const query = `?from=${monday('09:00')}&until=${monday('11:00')}&duration=PT30M`
    expect(await slots(kase, query)).toEqual([
      { from: wire(monday('09:00')), until: wire(monday('09:30')), free: 3 },
      { from: wire(monday('10:00')), until: wire(monday('10:30')), free: 4 },
    ])
  })

  test('leave out when the customer does not want to be called', async () => {
    const { open, slots, sanne, team } = await people()
    const evening = { monday: [{ from: '16:00', until: '21:00' }] }
    const kase = await service.do('POST', '/v1/cases', {
      as: sanne.id,
      body: { customer: { name: 'Jansen', teamId: team.id, preferredWindows: evening }, question: 'Why?' },
    })
    expect((await slots(kase)).map(({ from }) => from)).toEqual([
      wire(monday('15:00')),
      wire('2027-01-18T15:00:00Z'),
      wire('2027-01-25T15:00:00Z'),
    ])
    expect(await slots(await open())).not.toHaveLength(3)
  })

  test('are for whoever sees the case', async () => {
    const { open } = await people()
    const kase = await open()
    const stranger = await service.employee({ teamId: (await service.team()).id })
    const answer = await service.call('GET', `/v1/cases/${kase.id}/callback-slots`, { as: stranger.id })
    expect(answer.status).toBe(404)
  })

  test.each([
    ['duration=PT10M', 'duration'],
    ['duration=PT2H1M', 'duration'],
    ['duration=P1D', 'duration'],
    ['duration=', 'duration'],
    ['from=tomorrow', 'from'],
    [`from=${monday('09:00')}&until=${monday('09:00')}`, 'until'],
    [`from=${monday('09:00')}&until=2027-02-12T09:00:00Z`, 'until'],
  ])('refuse %s', async (query, field) => {
    const { open } = await people()
    const { id } = await open()
    const answer = await service.call('GET', `/v1/cases/${id}/callback-slots?${query}`)
    expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([
      400,
      'validation-failed',
      `#/${field}`,
    ])
  })
})
