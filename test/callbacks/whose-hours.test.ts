import { beforeAll, describe, expect, test } from 'vitest'
import { outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
beforeAll(async () => {
  await service.employee({ teamId: (await service.team()).id })
})

/** A day of a January from a Monday, the 11th, on, at a time in UTC: Amsterdam is an hour ahead, so the team is open from 8 to 16. */
const at = (day: number, time: string): string => `2027-01-${day}T${time}:00.000Z`
const goTo = (day: number, time: string): void => {
  service.clock.now = Temporal.Instant.from(at(day, time))
}
const span = (day: number, from: string, until: string) => ({ from: at(day, from), until: at(day, until) })

const week = (from: string, until: string): object =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from, until }]]),
  )
/** By the clock of Amsterdam: in UTC from 12 to 16, and from 8 to 10. */
const afternoons = week('13:00', '17:00')
const mornings = week('09:00', '11:00')
const evenings = week('19:00', '21:00')

interface Scene {
  /** Of those who may stand in; null: whenever the team is open. */
  readonly teammates?: readonly (object | null)[]
  readonly agreements?: object
  readonly customer?: object
}

/** On Monday at eight in Amsterdam: Sanne, who owns the questions and works whenever the team is open, and her team. */
async function setScene({ teammates = [afternoons], agreements = {}, customer = {} }: Scene = {}) {
  goTo(11, '07:00')
  const team = await service.team({ agreements })
  const sanne = await service.employee({ teamId: team.id })
  const others: Answer['body'][] = []
  for (const workingHours of teammates)
    others.push(await service.employee({ teamId: team.id, ...(workingHours && { workingHours }) }))
  const { id: customerId } = await service.customer({ teamId: team.id, ...customer })
  const call = (callback?: object, as = sanne.id): Promise<Answer> =>
    service.call('POST', '/v1/cases', {
      as,
      body: { customerId, question: 'Why twice?', ...(callback && { callback }) },
    })
  const open = async (callback?: object, as = sanne.id): Promise<Answer['body']> => {
    const { status, body } = await call(callback, as)
    expect([status, body.code]).toEqual([201, undefined])
    return body
  }
  const away = (who: Answer['body'], from: string, until: string, standIn?: Answer['body']) =>
    service.do('POST', `/v1/employees/${who.id}/absences`, {
      body: { from, until, ...(standIn && { standInId: standIn.id }) },
    })
  return { team, sanne, others, call, open, away }
}

const windowOf = ({ callback }: Answer['body']) => [callback.from, callback.until, callback.yielded]
const refusalOf = ({ status, body }: Answer) => [status, body.code, body.outside]

describe('a computed window is in the working time of whoever will call', () => {
  interface Row {
    readonly teammates?: readonly (object | null)[]
    readonly absence: readonly [from: string, until: string]
    readonly now: readonly [day: number, time: string]
    readonly promised: readonly [from: string, until: string]
    readonly yielded?: string
    readonly customer?: object
    readonly cut?: boolean
  }
  const rows: readonly (readonly [what: string, Row])[] = [
    [
      'before the absence: the owner’s',
      {
        absence: [at(12, '00:00'), at(14, '00:00')],
        now: [11, '08:00'],
        promised: [at(11, '08:00'), at(11, '16:00')],
      },
    ],
    [
      'into the absence: the owner’s, and then the stand-in’s',
      {
        absence: [at(12, '00:00'), at(14, '00:00')],
        now: [11, '10:00'],
        promised: [at(11, '10:00'), at(12, '14:00')],
      },
    ],
    [
      'within the absence: the stand-in’s',
      {
        absence: [at(12, '00:00'), at(14, '00:00')],
        now: [12, '09:00'],
        promised: [at(12, '12:00'), at(13, '16:00')],
      },
    ],
    [
      'out of the absence: the stand-in’s, and then the owner’s',
      {
        absence: [at(12, '00:00'), at(14, '00:00')],
        now: [13, '09:00'],
        promised: [at(13, '12:00'), at(14, '12:00')],
      },
    ],
    [
      'an absence that begins within the day',
      {
        absence: [at(11, '10:00'), at(12, '00:00')],
        now: [11, '08:00'],
        promised: [at(11, '08:00'), at(12, '10:00')],
      },
    ],
    [
      'an absence that ends within the day',
      {
        absence: [at(12, '00:00'), at(12, '14:00')],
        now: [12, '09:00'],
        promised: [at(12, '12:00'), at(13, '12:00')],
      },
    ],
    [
      'two weeks away, with somebody who is always there: eight hours',
      {
        teammates: [null],
        absence: [at(11, '07:30'), at(25, '00:00')],
        now: [11, '08:00'],
        promised: [at(11, '08:00'), at(11, '16:00')],
      },
    ],
    [
      'an absence that nobody covers: none',
      {
        teammates: [],
        absence: [at(12, '00:00'), at(14, '00:00')],
        now: [11, '10:00'],
        promised: [at(11, '10:00'), at(14, '10:00')],
      },
    ],
    [
      'nobody covers it beyond the horizon: the owner’s hours yield',
      {
        teammates: [],
        absence: [at(11, '07:30'), '2027-02-11T00:00:00.000Z'],
        now: [11, '08:00'],
        promised: [at(11, '08:00'), at(11, '16:00')],
        yielded: 'owner',
      },
    ],
    [
      'the stand-in never works in the opening hours: theirs yield',
      {
        teammates: [evenings],
        absence: [at(11, '07:30'), '2027-02-11T00:00:00.000Z'],
        now: [11, '08:00'],
        promised: [at(11, '08:00'), at(11, '16:00')],
        yielded: 'owner',
      },
    ],
    [
      'the stand-in never works when the customer likes to be called: that yields first',
      {
        customer: { preferredWindows: mornings },
        absence: [at(11, '07:30'), '2027-02-11T00:00:00.000Z'],
        now: [11, '08:00'],
        promised: [at(11, '12:00'), at(12, '16:00')],
        yielded: 'customer',
      },
    ],
    [
      'they meet for an hour a week: the horizon cuts the window short, and nobody yields',
      {
        customer: { preferredWindows: { wednesday: [{ from: '15:00', until: '16:00' }] } },
        absence: [at(11, '07:30'), '2027-02-11T00:00:00.000Z'],
        now: [11, '08:00'],
        promised: [at(13, '14:00'), at(20, '15:00')],
        cut: true,
      },
    ],
  ]
  test.each(rows)(
    '%s',
    async (_, { teammates, absence, now, promised, yielded = null, customer, cut = false }) => {
      const { sanne, others, open, away } = await setScene({
        ...(teammates && { teammates }),
        ...(customer && { customer }),
      })
      await away(sanne, ...absence, others[0])
      goTo(...now)
      const kase = await open()
      expect([...windowOf(kase), kase.callback.cutByHorizon]).toEqual([...promised, yielded, cut])
      const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=callback.made`)
      expect(data[0].data).toMatchObject({ yielded, cutByHorizon: cut })
    },
  )

  test('one stand-in after another, where the first is absent too', async () => {
    const { sanne, others, open, away } = await setScene({ teammates: [afternoons, mornings] })
    const [piet, fatima] = others
    await away(sanne, at(12, '00:00'), at(15, '00:00'), piet)
    await away(piet, at(13, '00:00'), at(14, '00:00'), fatima)
    goTo(12, '09:00')
    // Four hours of Piet on Tuesday, two of Fatima on Wednesday, two of Piet on Thursday.
    expect(windowOf(await open())).toEqual([at(12, '12:00'), at(14, '14:00'), null])
  })

  test('who comes to stand in later counts for what is promised from then on, and moves no promise', async () => {
    const { sanne, others, open, away } = await setScene()
    goTo(11, '10:00')
    const kase = await open()
    const promised = [at(11, '10:00'), at(12, '10:00'), null]
    expect(windowOf(kase)).toEqual(promised)
    await away(sanne, at(12, '00:00'), at(14, '00:00'), others[0])
    expect(windowOf(await service.do('GET', `/v1/cases/${kase.id}`))).toEqual(promised)
    const moved = await service.do('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
      as: sanne.id,
      body: { reason: 'Away.', contact: outbound },
    })
    expect([moved.from, moved.until]).toEqual([at(11, '10:00'), at(12, '14:00')])
  })

  test('a complaint about the stand-in is nobody’s meanwhile', async () => {
    const { team, sanne, others, away } = await setScene({ teammates: [null] })
    await away(sanne, at(12, '00:00'), at(14, '00:00'), others[0])
    goTo(12, '09:00')
    const kase = await service.do('POST', '/v1/cases', {
      body: {
        customer: { name: 'Jansen', teamId: team.id },
        question: 'Piet was rude.',
        ownerId: sanne.id,
        aboutEmployeeId: others[0].id,
      },
    })
    expect(windowOf(kase)).toEqual([at(14, '08:00'), at(14, '16:00'), null])
  })
})

describe('a given window lies in the hours of whoever will call then', () => {
  test.each([
    ['the owner’s before', 11, '09:00', '10:00', [201, undefined, undefined]],
    ['within, when the stand-in works', 12, '12:00', '13:00', [201, undefined, undefined]],
    ['within, when only the owner would', 12, '09:00', '10:00', [422, 'outside-opening-hours', 'owner']],
    ['across the handover to the owner', 13, '13:30', '14:30', [201, undefined, undefined]],
    ['the owner’s after', 14, '09:00', '10:00', [201, undefined, undefined]],
  ] as const)('%s', async (_, day, from, until, expected) => {
    const { sanne, others, call, away } = await setScene()
    await away(sanne, at(12, '00:00'), at(13, '14:00'), others[0])
    goTo(11, '08:00')
    const answer = await call(span(day, from, until))
    expect(refusalOf(answer)).toEqual(expected)
    for (const suggestion of answer.body.suggestions ?? []) expect((await call(suggestion)).status).toBe(201)
  })

  test('and in none where nobody covers the absence', async () => {
    const { sanne, call, away } = await setScene({ teammates: [] })
    await away(sanne, at(12, '00:00'), at(14, '00:00'))
    expect(refusalOf(await call(span(12, '12:00', '13:00')))).toEqual([422, 'outside-opening-hours', 'owner'])
  })
})

describe('an hour is booked of whoever will call then', () => {
  const full = [422, 'slot-full', undefined]

  /** Sanne is away on Tuesday, and Piet stands in; each promises one callback an hour. */
  async function coveredTuesday(teammates?: readonly (object | null)[]) {
    const scene = await setScene({ agreements: { callbacksPerHour: 1 }, ...(teammates && { teammates }) })
    const absence = await scene.away(scene.sanne, at(12, '00:00'), at(13, '00:00'), scene.others[0])
    return { ...scene, absence, piet: scene.others[0] }
  }

  test('what the stand-in has promised leaves no room, nor does what is promised for the owner', async () => {
    const { piet, call, open } = await coveredTuesday()
    await open(span(12, '12:00', '13:00'), piet.id)
    expect(refusalOf(await call(span(12, '12:00', '13:00')))).toEqual(full)
    await open(span(12, '13:00', '14:00'))
    expect(refusalOf(await call(span(12, '13:15', '13:45'), piet.id))).toEqual(full)
    // On Monday Sanne calls herself: Piet's hour is another one.
    await open(span(11, '13:00', '14:00'), piet.id)
    await open(span(11, '13:00', '14:00'))
    expect(refusalOf(await call(span(11, '13:00', '14:00')))).toEqual(full)
  })

  test('suggestions and slots know whose hour is full', async () => {
    const { piet, sanne, call, open } = await coveredTuesday()
    await open(span(12, '12:00', '13:00'), piet.id)
    const kase = await open(span(12, '13:00', '14:00'))
    const { data } = await service.do(
      'GET',
      `/v1/cases/${kase.id}/callback-slots?from=${at(12, '00:00')}&until=${at(13, '00:00')}`,
      { as: sanne.id },
    )
    expect(data).toEqual([
      { ...span(12, '14:00', '15:00'), free: 1 },
      { ...span(12, '15:00', '16:00'), free: 1 },
    ])
    const { body } = await call(span(12, '12:00', '13:00'))
    expect(body.suggestions).toContainEqual(span(12, '14:00', '15:00'))
    for (const suggestion of body.suggestions) await open(suggestion)
  })

  test('an hour that is shared has a place of each', async () => {
    const { sanne, others, open, away } = await setScene({
      agreements: { callbacksPerHour: 1 },
      teammates: [null],
    })
    await away(sanne, at(12, '10:30'), at(13, '00:00'), others[0])
    await open(span(12, '10:00', '10:30'))
    const kase = await open(span(12, '10:30', '11:00'))
    const { data } = await service.do(
      'GET',
      `/v1/cases/${kase.id}/callback-slots?from=${at(12, '09:30')}&until=${at(12, '11:30')}&duration=PT30M`,
      { as: sanne.id },
    )
    expect(data.map(({ from }: Answer['body']) => from)).toEqual([at(12, '09:30'), at(12, '11:00')])
  })

  test('and stays booked where the absence ends sooner', async () => {
    const { absence, piet, call, open } = await coveredTuesday()
    await open(span(12, '13:00', '14:00'))
    await service.call('DELETE', `/v1/absences/${absence.id}`)
    expect(refusalOf(await call(span(12, '13:00', '14:00'), piet.id))).toEqual(full)
    await open(span(12, '13:00', '14:00'))
    expect(refusalOf(await call(span(12, '13:00', '14:00')))).toEqual(full)
  })

  test('is booked once, whoever else promises at the same moment', async () => {
    const { piet, call } = await coveredTuesday()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => call(span(12, '12:00', '13:00'), n % 2 ? piet.id : undefined)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const answer of answers) if (answer.status !== 201) expect(refusalOf(answer)).toEqual(full)
  })

  test('a case that passes to the stand-in keeps its place; to somebody else it takes one of theirs', async () => {
    const { sanne, piet, others, call, open } = await coveredTuesday([null, null])
    const fatima = others[1]
    await open(span(12, '12:00', '13:00'))
    await open(span(12, '13:00', '14:00'))
    await service.call('POST', `/v1/employees/${sanne.id}/departure`, { body: {} })
    const calls = await service.sql.query(
      `select distinct coalesce(caller_id, owner_id) = owner_id as own, booked_hour is not null as booked
       from callbacks where owner_id = any($1) and state = 'open'`,
      [[piet.id, fatima.id]],
    )
    expect(calls.rows).toEqual([{ own: true, booked: true }])
    for (const { id, hour } of await bookedHours([piet.id, fatima.id]))
      expect(refusalOf(await call({ from: hour, until: plusHour(hour) }, id))).toEqual(full)
  })
})

const plusHour = (moment: string): string => Temporal.Instant.from(moment).add({ hours: 1 }).toString()

async function bookedHours(owners: readonly string[]): Promise<readonly { id: string; hour: string }[]> {
  const { rows } = await service.sql.query(
    `select owner_id as id, booked_hour as hour from callbacks where owner_id = any($1) and state = 'open'`,
    [owners],
  )
  expect(rows).toHaveLength(2)
  return rows.map(({ id, hour }) => ({ id, hour: hour.toISOString() }))
}

describe('the next try is in the working time of whoever will call', () => {
  test.each([
    ['in what is left of the stand-in’s day', 12, '12:05', at(12, '14:05')],
    ['on the stand-in’s next day', 12, '15:00', at(13, '13:00')],
    ['by the owner, who is back', 13, '15:00', at(14, '09:00')],
  ] as const)('%s', async (_, day, time, expected) => {
    const { sanne, others, open, away } = await setScene({ agreements: { attemptDays: 1 } })
    const kase = await open(span(12, '12:00', '13:00'))
    await away(sanne, at(12, '00:00'), at(14, '00:00'), others[0])
    goTo(day, time)
    const { case: tried } = await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: others[0].id,
      body: { outcome: 'no-answer' },
    })
    expect(tried.callback.nextTryAt).toBe(expected)
  })

  test('and waits for the owner where nobody covers the absence', async () => {
    const { sanne, open, away } = await setScene({ agreements: { attemptDays: 1 }, teammates: [] })
    const kase = await open(span(12, '12:00', '13:00'))
    await away(sanne, at(12, '00:00'), at(14, '00:00'))
    goTo(12, '12:05')
    const { case: tried } = await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: sanne.id,
      body: { outcome: 'no-answer' },
    })
    expect(tried.callback.nextTryAt).toBe(at(14, '10:00'))
  })
})
