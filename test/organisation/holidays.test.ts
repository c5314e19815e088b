import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
beforeAll(async () => {
  await service.employee({ teamId: (await service.team()).id })
})

const any = { 'if-match': '*' }
const patch = (url: string, body: object): Promise<Answer> =>
  service.call('PATCH', url, { body, headers: any })
const agree = (team: Answer['body'], body: object): Promise<Answer> =>
  patch(`/v1/teams/${team.id}/agreements`, body)
const refusalOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer]
const holidaysOf = ({ body }: Answer) => [body.holidayCountry, body.holidayRegion]
/** In English time: what the organisation says of itself, and what it said before. */
async function inOrganisation(fields: object, act: () => Promise<void>): Promise<void> {
  const { country, holidayRegion } = await service.do('GET', '/v1/organisation')
  expect((await patch('/v1/organisation', fields)).status).toBe(200)
  try {
    await act()
  } finally {
    expect((await patch('/v1/organisation', { country, holidayRegion })).status).toBe(200)
  }
}

const everyDay = (from: string, until: string): object =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      [{ from, until }],
    ]),
  )

/** The window that a team with these agreements promises by itself at this moment, in UTC. */
async function promised(agreements: object, at: string): Promise<readonly string[]> {
  service.clock.now = undefined
  const team = await service.team({ agreements: { timeZone: 'UTC', ...agreements } })
  const owner = await service.employee({ teamId: team.id })
  service.clock.now = Temporal.Instant.from(at)
  const { callback } = await service.do('POST', '/v1/cases', {
    as: owner.id,
    body: { customer: { name: 'Jansen', teamId: team.id }, question: 'Why?' },
  })
  service.clock.now = undefined
  return [callback.from.slice(0, 16), callback.until.slice(0, 16)]
}

describe('a team keeps', () => {
  test.each([
    [
      'the holidays of the organisation, unless it agrees otherwise',
      {},
      ['2026-12-28T09:00', '2026-12-28T17:00'],
    ],
    ['none', { keepsHolidays: false }, ['2026-12-25T09:00', '2026-12-25T17:00']],
    ['those of another country', { holidayCountry: 'ES' }, ['2026-12-28T09:00', '2026-12-28T17:00']],
    [
      'none, day and night',
      { keepsHolidays: false, openingHours: everyDay('00:00', '24:00') },
      ['2026-12-25T06:00', '2026-12-25T14:00'],
    ],
    [
      'a holiday that it works for some hours',
      { openings: [{ date: '2026-12-25', intervals: [{ from: '10:00', until: '12:00' }] }] },
      ['2026-12-25T10:00', '2026-12-28T15:00'],
    ],
    [
      'a Sunday that it works',
      {
        openings: [
          {
            date: '2026-12-27',
            intervals: [
              { from: '10:00', until: '12:00' },
              { from: '13:00', until: '24:00' },
            ],
          },
        ],
      },
      ['2026-12-27T10:00', '2026-12-27T19:00'],
    ],
    [
      'a part of a day on which it is closed',
      {
        keepsHolidays: false,
        closures: [{ date: '2026-12-25' }],
        openings: [{ date: '2026-12-25', intervals: [{ from: '10:00', until: '12:00' }] }],
      },
      ['2026-12-25T10:00', '2026-12-28T15:00'],
    ],
    [
      'its hours, and more of them on a day that is open besides',
      {
        keepsHolidays: false,
        openings: [{ date: '2026-12-25', intervals: [{ from: '07:00', until: '12:00' }] }],
      },
      ['2026-12-25T07:00', '2026-12-25T15:00'],
    ],
  ])('%s', async (_, agreements, expected) => {
    expect(await promised(agreements, '2026-12-25T06:00:00Z')).toEqual(expected)
  })

  test('the day that its region has, and not those of another region', async () => {
    const epiphany = '2027-01-06T06:00:00Z'
    const open = ['2027-01-06T09:00', '2027-01-06T17:00']
    const closed = ['2027-01-07T09:00', '2027-01-07T17:00']
    expect(await promised({ holidayCountry: 'DE', holidayRegion: 'BY' }, epiphany)).toEqual(closed)
    expect(await promised({ holidayCountry: 'DE', holidayRegion: 'BE' }, epiphany)).toEqual(open)
    await inOrganisation({ country: 'DE', holidayRegion: 'BY' }, async () => {
      expect(await promised({}, epiphany)).toEqual(closed)
      expect(await promised({ holidayRegion: 'BE' }, epiphany)).toEqual(open)
      expect(await promised({ holidayCountry: 'DE' }, epiphany)).toEqual(closed)
      expect(await promised({ holidayCountry: 'NL' }, epiphany)).toEqual(open)
    })
  })

  test('what it agreed, when the organisation moves to another country', async () => {
    const team = await service.team()
    await inOrganisation({ country: 'DE' }, async () => {
      expect(holidaysOf(await agree(team, { holidayRegion: 'BY' }))).toEqual(['DE', 'BY'])
    })
    const { body } = await service.call('GET', `/v1/teams/${team.id}/agreements`)
    expect([body.holidayCountry, body.holidayRegion]).toEqual(['DE', 'BY'])
    expect(holidaysOf(await agree(team, { holidayRegion: null, holidayCountry: null }))).toEqual([null, null])
  })
})

describe('holidays that nobody knows are refused', () => {
  test.each([
    [{ holidayCountry: 'XX' }, [400, '#/holidayCountry']],
    [{ holidayCountry: 'de' }, [400, '#/holidayCountry']],
    [{ holidayCountry: 'DE', holidayRegion: 'Bayern' }, [400, '#/holidayRegion']],
    [{ holidayCountry: 'DE', holidayRegion: 'BY-X' }, [400, '#/holidayRegion']],
    [{ holidayRegion: 'BY' }, [400, '#/holidayRegion']],
    [{ holidayCountry: 'SE', holidayRegion: 'AB' }, [400, '#/holidayRegion']],
    [{ openings: [{ date: '2026-12-25', intervals: [] }] }, [400, '#/openings/0/intervals']],
    [{ openings: [{ date: '2026-12-25' }] }, [400, '#/openings/0/intervals']],
    [
      { openings: [{ date: '2026-12-25', intervals: [{ from: '12:00', until: '10:00' }] }] },
      [400, '#/openings/0/intervals/0/until'],
    ],
    [
      {
        openings: ['2026-12-25', '2026-12-25'].map((date) => ({
          date,
          intervals: [{ from: '10:00', until: '12:00' }],
        })),
      },
      [400, '#/openings/1/date'],
    ],
    [{ keepsHolidays: null }, [400, '#/keepsHolidays']],
  ])('%j', async (change, expected) => {
    const team = await service.team()
    expect(refusalOf(await agree(team, change))).toEqual(expected)
  })

  test('also with a team; another country ends the region', async () => {
    const agreements = { holidayCountry: 'DE', holidayRegion: 'BY' }
    const bad = await service.call('POST', '/v1/teams', {
      body: { name: 'Zuid', agreements: { ...agreements, holidayRegion: 'Bayern' } },
    })
    expect(refusalOf(bad)).toEqual([400, '#/agreements/holidayRegion'])
    const team = await service.team({ agreements })
    expect(holidaysOf(await agree(team, { holidayCountry: 'DE' }))).toEqual(['DE', 'BY'])
    expect(holidaysOf(await agree(team, { holidayCountry: 'BE' }))).toEqual(['BE', null])
  })

  test('and the database refuses a region without its country', async () => {
    const team = await service.team()
    const set = (columns: string) =>
      service.sql.query(`update agreements set ${columns} where team_id = $1`, [team.id])
    await expect(set(`holiday_region = 'BY'`)).rejects.toThrow('agreements_region_is_of_a_country')
    await expect(set(`holiday_country = 'Bayern'`)).rejects.toThrow('agreements_holidays_are_somewhere')
    await expect(set(`openings = '{}'`)).rejects.toThrow('agreements_are_of_their_form')
    const days = `select jsonb_agg(jsonb_build_object('date', '2027-01-01'::date + n,
      'intervals', '[{"from": "10:00", "until": "14:00"}]'::jsonb)) from generate_series(1, 401) n`
    await expect(set(`openings = (${days})`)).rejects.toThrow('agreements_openings_are_days')
  })
})
