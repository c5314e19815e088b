import { describe, expect, test } from 'vitest'
import { inbound, outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const week = (...intervals: [from: string, until: string][]): object =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [
      day,
      intervals.map(([from, until]) => ({ from, until })),
    ]),
  )
/** A Monday in winter: Amsterdam is an hour ahead of UTC. */
const monday = '2027-01-11'
const at = (moment: string): Temporal.Instant => Temporal.Instant.from(`${moment}Z`)
const wire = (moment: string): string => at(moment).toString({ fractionalSecondDigits: 3 })
const span = (from: string, until: string) => ({ from: at(from).toString(), until: at(until).toString() })

interface Hours {
  readonly agreements?: object
  readonly owner?: object
  readonly customer?: object
}

/** People whose hours a test chooses; the clock stands at nine on Monday in Amsterdam. */
async function people({ agreements = {}, owner = {}, customer = {} }: Hours = {}) {
  const team = await service.team({ agreements })
  const sanne = await service.employee({ teamId: team.id, ...owner })
  const dijkstra = await service.customer({ teamId: team.id, ...customer })
  service.clock.now = at(`${monday}T08:00:00`)
  const call = (callback?: object): Promise<Answer> =>
    service.call('POST', '/v1/cases', {
      as: sanne.id,
      body: { customerId: dijkstra.id, question: 'Why twice?', ...(callback && { callback }) },
    })
  const open = async (callback?: object): Promise<Answer['body']> => {
    const { status, body } = await call(callback)
    expect(status).toBe(201)
    return body
  }
  return { team, sanne, dijkstra, call, open }
}

const windowOf = ({ callback }: Answer['body']) => [callback.from, callback.until, callback.yielded]
const refusalOf = ({ status, body }: Answer) => [status, body.code, body.errors?.[0]?.pointer]

describe('a window that nobody gave lasts as much working time as is agreed', () => {
  test('across the night: eight open hours from eleven on Monday end at eleven on Tuesday', async () => {
    const { open } = await people()
    service.clock.now = at(`${monday}T10:00:00`)
    const kase = await open()
    expect(windowOf(kase)).toEqual([wire(`${monday}T10:00:00`), wire('2027-01-12T10:00:00'), null])
    expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
      computed: true,
      yielded: null,
    })
  })

  test('from the first open moment, over a weekend, a holiday and a closure', async () => {
    // Good Friday is no public holiday in the Netherlands; Easter Monday 2027 is 29 March, after the clocks go forward.
    const { open } = await people({ agreements: { closures: [{ date: '2027-03-30', reason: 'Team day' }] } })
    service.clock.now = at('2027-03-26T17:00:00')
    const kase = await open()
    expect(windowOf(kase)).toEqual([wire('2027-03-31T07:00:00'), wire('2027-03-31T15:00:00'), null])
  })

  test('in the hours in which the owner works, by their own clock, and without their absence', async () => {
    const { open, sanne } = await people({
      owner: { workingHours: week(['09:00', '12:00']), timeZone: 'Europe/London' },
    })
    // London is an hour behind: ten to one in Amsterdam.
    expect(windowOf(await open())).toEqual([wire(`${monday}T09:00:00`), wire('2027-01-13T11:00:00'), null])
    await service.sql.query(
      `insert into absences (id, employee_id, from_at, until_at, registered_at, version)
       values (gen_random_uuid(), $1, '2027-01-12T00:00Z', '2027-01-13T00:00Z', now(), 1)`,
      [sanne.id],
    )
    expect(windowOf(await open())).toEqual([wire(`${monday}T09:00:00`), wire('2027-01-14T11:00:00'), null])
  })

  test('in the hours that the customer prefers, by their clock', async () => {
    const customer = { preferredWindows: week(['08:00', '10:00']), timeZone: 'America/New_York' }
    const { open } = await people({ customer })
    // Eight to ten in New York is two to four in the afternoon in Amsterdam.
    expect(windowOf(await open())).toEqual([wire(`${monday}T13:00:00`), wire('2027-01-14T15:00:00'), null])
  })

  test('also for a customer who is made with the case', async () => {
    const { sanne, team } = await people()
    const kase = await service.do('POST', '/v1/cases', {
      as: sanne.id,
      body: {
        customer: { name: 'Meneer Jansen', teamId: team.id, preferredWindows: week(['16:00', '22:00']) },
        question: 'Why twice?',
      },
    })
    expect(kase.callback.from).toBe(wire(`${monday}T15:00:00`))
  })

  test('where the requestedChanges never meet, the customer’s gives way first, and the answer says so', async () => {
    const { open } = await people({ customer: { preferredWindows: week(['20:00', '22:00']) } })
    expect(windowOf(await open())).toEqual([
      wire(`${monday}T08:00:00`),
      wire(`${monday}T16:00:00`),
      'customer',
    ])
  })

  test('then the owner’s: a promise is made although they never work in the opening hours', async () => {
    const { open } = await people({ owner: { workingHours: week(['18:00', '22:00']) } })
    const kase = await open()
    expect(windowOf(kase)).toEqual([wire(`${monday}T08:00:00`), wire(`${monday}T16:00:00`), 'owner'])
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).callback.yielded).toBe('owner')
  })

  test('for a system as well, whose question is given an owner', async () => {
    const { dijkstra } = await people()
    const kase = await service.do('POST', '/v1/cases', {
      body: { customerId: dijkstra.id, question: 'Why twice?' },
    })
    expect(windowOf(kase)).toEqual([wire(`${monday}T08:00:00`), wire(`${monday}T16:00:00`), null])
  })

  test('its owner is reminded as long before its end as is agreed, and not before it is made', async () => {
    const { open } = await people({ agreements: { remindBefore: 'PT1H' } })
    const remindAt = async (callback?: object): Promise<string> => {
      const { id } = (await open(callback)).callback
      const { rows } = await service.sql.query('select remind_at from callbacks where id = $1', [id])
      return rows[0].remind_at.toISOString()
    }
    expect(await remindAt()).toBe(wire(`${monday}T15:00:00`))
    expect(await remindAt(span(`${monday}T08:00`, `${monday}T08:30`))).toBe(wire(`${monday}T08:00:00`))
  })
})

describe('a window that is given', () => {
  test.each([
    ['shorter than 15 minutes', '10:00:00', '10:14:59', [422, 'unprocessable', '#/callback/until']],
    ['15 minutes long', '10:00:00', '10:15:00', [201, undefined, undefined]],
    ['2 hours long', '10:00:00', '12:00:00', [201, undefined, undefined]],
    ['longer than 2 hours', '10:00:00', '12:00:01', [422, 'unprocessable', '#/callback/until']],
    ['past', '06:00:00', '07:00:00', [422, 'unprocessable', '#/callback/until']],
    ['begun long ago', '07:30:00', '08:30:00', [422, 'unprocessable', '#/callback/from']],
  ])('%s', async (_, from, until, expected) => {
    const { call } = await people()
    expect(refusalOf(await call(span(`${monday}T${from}`, `${monday}T${until}`)))).toEqual(expected)
  })

  test.each([
    ['team', 'at night', {}, `${monday}T18:00`, `${monday}T19:00`],
    ['team', 'half', {}, `${monday}T15:30`, `${monday}T16:30`],
    ['team', 'in the weekend', {}, '2027-01-16T10:00', '2027-01-16T11:00'],
    [
      'team',
      'over lunch',
      { agreements: { openingHours: week(['09:00', '12:00'], ['13:00', '17:00']) } },
      `${monday}T10:30`,
      `${monday}T12:30`,
    ],
    [
      'owner',
      'when the owner is off',
      { owner: { workingHours: week(['09:00', '12:00']) } },
      `${monday}T13:00`,
      `${monday}T14:00`,
    ],
    [
      'customer',
      'when the customer is not at home',
      { customer: { preferredWindows: week(['09:00', '12:00']) } },
      `${monday}T13:00`,
      `${monday}T14:00`,
    ],
  ] as const)(
    'outside the hours of the %s, %s, is refused with windows that can be promised',
    async (outside, _, hours, from, until) => {
      const { call } = await people(hours)
      const answer = await call(span(from, until))
      expect(refusalOf(answer)).toEqual([422, 'outside-opening-hours', '#/callback/from'])
      expect(answer.body.outside).toBe(outside)
      expect(answer.body.suggestions.length).toBe(5)
      for (const suggestion of answer.body.suggestions) expect((await call(suggestion)).status).toBe(201)
    },
  )

  test('is measured by the calendar by which one would be computed: what never meets gives way', async () => {
    const { open, call } = await people({ customer: { preferredWindows: week(['20:00', '22:00']) } })
    expect((await open(span(`${monday}T10:00`, `${monday}T11:00`))).callback.yielded).toBe(null)
    expect((await call(span(`${monday}T19:00`, `${monday}T20:00`))).body.outside).toBe('team')
  })

  test('beyond the horizon, in working days, is refused with windows before it', async () => {
    const { call, open } = await people({ agreements: { callbackHorizon: 'P3D' } })
    await open(span('2027-01-14T15:00', '2027-01-14T16:00'))
    const answer = await call(span('2027-01-15T09:00', '2027-01-15T10:00'))
    expect(refusalOf(answer)).toEqual([422, 'beyond-callback-horizon', '#/callback/until'])
    // Midnight in Amsterdam after three working days.
    expect(answer.body.horizon).toBe(wire('2027-01-14T23:00:00'))
    expect(answer.body.suggestions).toHaveLength(5)
    for (const suggestion of answer.body.suggestions) expect((await call(suggestion)).status).toBe(201)
  })

  test('is held to the same rules by every way to promise', async () => {
    const { open, sanne } = await people()
    const night = span('2027-01-12T20:00', '2027-01-12T21:00')
    const kase = await open()
    const send = (url: string, body: object) => service.call('POST', url, { as: sanne.id, body })
    const callbacks = `/v1/callbacks/${kase.callback.id}`
    expect(
      refusalOf(await send(`${callbacks}/reschedule`, { ...night, reason: 'Busy.', contact: outbound })),
    ).toEqual([422, 'outside-opening-hours', '#/from'])
    expect(
      refusalOf(await send(`${callbacks}/attempts`, { outcome: 'reached', then: { callback: night } })),
    ).toEqual([422, 'outside-opening-hours', '#/then/callback/from'])
    await send(`${callbacks}/attempts`, {
      outcome: 'reached',
      summary: 'Told.',
      then: { resolve: { outcome: 'answered' } },
    })
    const again = { reason: 'Again.', contact: inbound, callback: night }
    expect(refusalOf(await send(`/v1/cases/${kase.id}/reopen`, again))).toEqual([
      422,
      'outside-opening-hours',
      '#/callback/from',
    ])
    const reopened = await send(`/v1/cases/${kase.id}/reopen`, { ...again, callback: undefined })
    expect(windowOf(reopened.body)).toEqual([wire(`${monday}T08:00:00`), wire(`${monday}T16:00:00`), null])
  })
})
