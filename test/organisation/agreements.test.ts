import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { type Answer, startService } from '../support/service.ts'
import { inACrowd } from '../support/until-heard.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const hire = async (fields: object = {}): Promise<string> =>
  (await service.employee({ teamId: null, ...fields })).id

const any = { 'if-match': '*' }
const urlOf = ({ id }: { id: string }) => `/v1/teams/${id}/agreements`
const change = (team: { id: string }, body: object, more: object = {}): Promise<Answer> =>
  service.call('PATCH', urlOf(team), { body, headers: any, ...more })
const pointers = ({ body }: Answer): string[] => body.errors.map((e: { pointer: string }) => e.pointer).sort()
const others = { tuesday: null, wednesday: null, thursday: null, friday: null }
const euro = (amount: string) => ({ amount, currency: 'EUR' })

test('a team agrees on everything that it promises, and reads it back', async () => {
  const team = await service.team()
  const agreed = {
    openingHours: {
      monday: [
        { from: '08:00', until: '12:30' },
        { from: '12:30', until: '13:00' },
        { from: '18:00', until: '24:00' },
      ],
      saturday: [{ from: '00:00', until: '00:01' }],
    },
    timeZone: 'Europe/Lisbon',
    closures: [{ date: '2026-12-24', reason: 'Team day' }, { date: '2026-12-31' }],
    openings: [
      { date: '2026-12-25', intervals: [{ from: '10:00', until: '12:00' }], reason: 'Christmas' },
      { date: '2026-12-27', intervals: [{ from: '10:00', until: '24:00' }] },
    ],
    keepsHolidays: false,
    holidayCountry: 'DE',
    holidayRegion: 'BY-A',
    callbackWithin: 'PT4H30M',
    callbackHorizon: 'P15D',
    callbacksPerHour: 2,
    remindBefore: 'PT15M',
    attempts: 4,
    attemptDays: 3,
    attemptPause: 'PT90M',
    gestureCeiling: euro('500.00'),
  }
  const answer = await change(team, { ...agreed, openingHours: { ...agreed.openingHours, ...others } })
  expect(answer.body).toEqual({ ...agreed, version: 2 })
  expect(answer.headers.etag).toBe('"2"')
  const got = await service.call('GET', urlOf(team))
  expect(got.text).toBe(answer.text)
  const known = await service.call('GET', urlOf(team), { headers: { 'if-none-match': '"2"' } })
  expect(known.status).toBe(304)
})

test('a change of agreements is a merge patch: days that it does not name stay, and null clears', async () => {
  const day = [{ from: '10:00', until: '12:00' }]
  const team = await service.team({ segments: ['noord'], agreements: { closures: [{ date: '2026-12-24' }] } })
  const { openingHours } = (
    await change(team, { openingHours: { saturday: day, friday: null }, closures: null })
  ).body
  const { friday: _, ...week } = team.agreements.openingHours
  expect(openingHours).toEqual({ ...week, saturday: day })
  const body = { segments: null, agreements: { openingHours: { saturday: null } } }
  const { agreements, segments } = await service.do('PATCH', `/v1/teams/${team.id}`, { body, headers: any })
  expect([agreements.openingHours, agreements.closures, segments]).toEqual([week, [], []])
})

test('no cached team hides a change of its agreements', async () => {
  const team = await service.team()
  const headers = { 'if-none-match': '"1"' }
  expect((await service.call('GET', `/v1/teams/${team.id}`, { headers })).status).toBe(304)
  const { body } = await change(team, { attempts: 5 })
  const got = await service.call('GET', `/v1/teams/${team.id}`, { headers })
  expect(got.body).toMatchObject({ version: 2, agreements: body })
})

test('of fifty changes to one version of the agreements, one comes through', async () => {
  const team = await service.team()
  const answers = await atOnce([service], (_, n) =>
    change(team, { callbacksPerHour: n + 1 }, { headers: { 'if-match': '"1"' } }),
  )
  expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  expect(answers.filter((a) => a.status === 412)).toHaveLength(49)
  expect((await service.call('PATCH', urlOf(team), { body: { attempts: 4 } })).status).toBe(428)
})

test('any member of the team changes its agreements, and coaches and admins; nobody else', async () => {
  const team = await service.team()
  const other = await service.team()
  let minutes = 30
  const status = async (more: object) =>
    (await change(team, { remindBefore: `PT${++minutes}M` }, more)).status
  expect(await status({ as: await hire({ teamId: team.id }) })).toBe(200)
  expect(await status({ as: await hire({ teamId: other.id, role: 'coach' }) })).toBe(200)
  expect(await status({ as: await hire({ role: 'admin' }) })).toBe(200)
  expect(await status({ key: service.adminKey })).toBe(200)
  expect(await status({ as: await hire({ teamId: other.id }) })).toBe(403)
  expect(await status({ as: await hire() })).toBe(403)
  expect(await status({ key: await service.key('cases:read', 'cases:write', 'employees:act') })).toBe(403)
  const { version } = await service.do('GET', urlOf(team))
  expect(version).toBe(5)
})

test.each([
  [{ openingHours: { monday: [{ from: '9:00', until: '17:00' }] } }, '#/openingHours/monday/0/from'],
  [{ openingHours: { monday: [{ from: '24:00', until: '24:00' }] } }, '#/openingHours/monday/0/from'],
  [{ openingHours: { monday: [{ from: '09:00', until: '24:01' }] } }, '#/openingHours/monday/0/until'],
  [{ openingHours: { monday: [{ from: '09:00', until: '09:00' }] } }, '#/openingHours/monday/0/until'],
  [{ openingHours: { friday: [{ from: '22:00', until: '02:00' }] } }, '#/openingHours/friday/0/until'],
  [{ openingHours: { friday: [{ from: '09:00' }] } }, '#/openingHours/friday/0/until'],
  [
    {
      openingHours: {
        monday: [
          { from: '09:00', until: '12:00' },
          { from: '11:59', until: '17:00' },
        ],
      },
    },
    '#/openingHours/monday/1/from',
  ],
  [
    {
      openingHours: {
        monday: [
          { from: '13:00', until: '17:00' },
          { from: '09:00', until: '12:00' },
        ],
      },
    },
    '#/openingHours/monday/1/from',
  ],
  [{ openingHours: { monday: [{ from: '09:00', until: '17:00' }], maandag: [] } }, '#/openingHours/maandag'],
  [{ openingHours: { monday: null, ...others } }, '#/openingHours'],
  [{ openingHours: { monday: [], ...others } }, '#/openingHours'],
  [{ openingHours: null }, '#/openingHours'],
  [{ timeZone: 'Amsterdam' }, '#/timeZone'],
  [{ closures: [{ date: '2026-02-30' }] }, '#/closures/0/date'],
  [{ closures: [{ date: '2026-12-24' }, { date: '2026-12-24' }] }, '#/closures/1/date'],
  [{ closures: [{ date: '2026-12-24', reason: '' }] }, '#/closures/0/reason'],
  [{ callbackWithin: 'PT0S' }, '#/callbackWithin'],
  [{ callbackWithin: 'P1D' }, '#/callbackWithin'],
  [{ callbackWithin: '8 hours' }, '#/callbackWithin'],
  [{ callbackHorizon: 'PT8H' }, '#/callbackHorizon'],
  [{ callbackHorizon: '-P10D' }, '#/callbackHorizon'],
  [{ callbacksPerHour: 0 }, '#/callbacksPerHour'],
  [{ callbacksPerHour: 1.5 }, '#/callbacksPerHour'],
  [{ callbacksPerHour: '4' }, '#/callbacksPerHour'],
  [{ remindBefore: 'PT30S' }, '#/remindBefore'],
  [{ attempts: 21 }, '#/attempts'],
  [{ attemptDays: 4 }, '#/attemptDays'],
  [{ attempts: 1 }, '#/attempts'],
  [{ attemptPause: 'P1W' }, '#/attemptPause'],
  [{ gestureCeiling: { amount: '1.00', currency: 'USD' } }, '#/gestureCeiling/currency'],
  [{ gestureCeiling: { amount: '0', currency: 'EUR' } }, '#/gestureCeiling/amount'],
  [{ attempts: 4, version: 3 }, '#/version'],
  [{ callbackWithin: 'PT0H0M' }, '#/callbackWithin'],
  [{ callbackHorizon: 'P0D' }, '#/callbackHorizon'],
])('%j is refused by name', async (body, pointer) => {
  const team = await service.team()
  const answer = await change(team, body)
  expect(answer.status).toBe(400)
  expect(pointers(answer)).toEqual([pointer])
  expect((await service.do('GET', urlOf(team))).version).toBe(1)
})

test('the ceiling of a team stays within the organisation’s, and comes down with it', async () => {
  const own = await startService()
  const low = await own.team({ agreements: { gestureCeiling: euro('100.00') } })
  const high = await own.team({ agreements: { gestureCeiling: euro('2000.00') } })
  const over = await own.call('PATCH', urlOf(low), {
    body: { gestureCeiling: euro('2000.01') },
    headers: any,
  })
  expect([over.status, over.body.code]).toEqual([422, 'unprocessable'])
  expect(over.body.ceiling).toEqual(euro('2000.00'))
  expect(pointers(over)).toEqual(['#/gestureCeiling'])
  const made = await own.call('POST', '/v1/teams', {
    body: { name: 'x', agreements: { gestureCeiling: euro('3000') } },
  })
  expect(pointers(made)).toEqual(['#/agreements/gestureCeiling'])

  await own.do('PATCH', '/v1/organisation', { body: { gestureCeiling: euro('150.00') }, headers: any })
  expect(await own.do('GET', urlOf(low))).toMatchObject({ gestureCeiling: euro('100.00'), version: 1 })
  expect(await own.do('GET', urlOf(high))).toMatchObject({ gestureCeiling: euro('150.00'), version: 2 })
  await own.do('PATCH', urlOf(high), { body: { gestureCeiling: null }, headers: any })
  expect((await own.do('GET', urlOf(high))).gestureCeiling).toBeNull()
  await own.stop()
})

test('no race lifts a team’s ceiling over the organisation’s', async () => {
  const own = await startService()
  const teams = await atOnce([own], () => own.team(), 10)
  const set = (url: string, amount: string) =>
    own.call('PATCH', url, { body: { gestureCeiling: euro(amount) }, headers: any })
  for (let round = 0; round < 10; round++) {
    await set('/v1/organisation', '2000.00')
    const answers = await inACrowd(() =>
      Promise.all([
        ...teams.slice(0, 5).map((team) => set(urlOf(team), '1500.00')),
        set('/v1/organisation', '900.00'),
        ...teams.slice(5).map((team) => set(urlOf(team), '1500.00')),
      ]),
    )
    expect(answers.filter((a) => a.status !== 200 && a.status !== 422)).toEqual([])
    const { rows } = await own.sql.query(
      'select a.gesture_ceiling from agreements a, organisation o where a.gesture_ceiling > o.gesture_ceiling',
    )
    expect(rows).toEqual([])
  }
  await own.stop()
})
