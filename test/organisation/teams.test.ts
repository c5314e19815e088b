import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { type Answer, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const hire = async (fields: object = {}): Promise<string> =>
  (await service.employee({ teamId: null, ...fields })).id

const pointers = ({ body }: Answer): string[] => body.errors.map((e: { pointer: string }) => e.pointer).sort()
const euro = (amount: string) => ({ amount, currency: 'EUR' })

test('a team needs a name, and has everything else by default', async () => {
  const answer = await service.call('POST', '/v1/teams', { body: { name: 'Team Noord' } })
  expect(answer.status).toBe(201)
  expect(answer.headers).toMatchObject({ etag: '"1"', location: `/v1/teams/${answer.body.id}` })
  const office = [{ from: '09:00', until: '17:00' }]
  expect(answer.body).toMatchObject({
    name: 'Team Noord',
    segments: [],
    version: 1,
    agreements: {
      openingHours: {
        monday: office,
        tuesday: office,
        wednesday: office,
        thursday: office,
        friday: office,
      },
      timeZone: 'Europe/Amsterdam',
      closures: [],
      callbackWithin: 'PT8H',
      callbackHorizon: 'P10D',
      callbacksPerHour: 4,
      remindBefore: 'PT30M',
      attempts: 3,
      attemptDays: 2,
      attemptPause: 'PT2H',
      gestureCeiling: null,
      version: 1,
    },
  })
  expect(Object.keys(answer.body.agreements.openingHours)).toHaveLength(5)
  const got = await service.call('GET', `/v1/teams/${answer.body.id}`)
  expect(got.text).toBe(answer.text)
})

test('of two first teams made at once, exactly one is the default', async () => {
  const fresh = await startService()
  const beside = await startService(fresh)
  const teams = await atOnce([fresh, beside], (to) => to.team())
  const { defaultTeamId, version } = await fresh.do('GET', '/v1/organisation')
  expect(teams.map((team) => team.id)).toContain(defaultTeamId)
  expect(version).toBe(2)
  const { rows } = await fresh.sql.query(
    `select count(*)::int as n from events where type = 'organisation.changed'`,
  )
  expect(rows).toEqual([{ n: 1 }])
  await beside.stop()
  await fresh.stop()
})

test('a new team begins in the organisation’s time zone, later ones where it is then', async () => {
  const patch = (timeZone: string) =>
    service.do('PATCH', '/v1/organisation', { body: { timeZone }, headers: { 'if-match': '*' } })
  await patch('America/Curacao')
  const there = await service.team()
  await patch('Europe/Amsterdam')
  const here = await service.team()
  expect(there.agreements.timeZone).toBe('America/Curacao')
  expect(here.agreements.timeZone).toBe('Europe/Amsterdam')
  expect((await service.team({ agreements: { timeZone: 'Asia/Tokyo' } })).agreements.timeZone).toBe(
    'Asia/Tokyo',
  )
})

test('a team changes as a whole or not at all, and its agreements grow with it', async () => {
  const team = await service.team({ segments: ['noord'] })
  const url = `/v1/teams/${team.id}`
  const send = (body: object, version: number) =>
    service.call('PATCH', url, { body, headers: { 'if-match': `"${version}"` } })

  const renamed = await send({ name: 'Zuid' }, 1)
  expect(renamed.body).toMatchObject({ name: 'Zuid', segments: ['noord'], version: 2 })
  expect(renamed.body.agreements).toEqual(team.agreements)
  const both = await send({ segments: [], agreements: { attempts: 5, callbackWithin: 'PT4H' } }, 2)
  expect(both.body).toMatchObject({ name: 'Zuid', segments: [], version: 3 })
  expect(both.body.agreements).toEqual({
    ...team.agreements,
    attempts: 5,
    callbackWithin: 'PT4H',
    version: 2,
  })
  expect((await send({ name: 'West', agreements: { gestureCeiling: euro('1.001') } }, 3)).status).toBe(400)
  expect((await service.call('GET', url)).body).toEqual(both.body)

  expect((await send({ name: 'West' }, 1)).body).toMatchObject({ code: 'version-mismatch', version: 3 })
  expect((await service.call('PATCH', url, { body: { name: 'West' } })).status).toBe(428)
})

test('of fifty changes to one version of a team, one comes through', async () => {
  const team = await service.team()
  const answers = await atOnce([service], (_, n) =>
    service.call('PATCH', `/v1/teams/${team.id}`, {
      body: n % 2 ? { name: `Team ${n}` } : { agreements: { callbacksPerHour: n + 1 } },
      headers: { 'if-match': '"1"' },
    }),
  )
  expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  expect(answers.filter((a) => a.status === 412)).toHaveLength(49)
})

test('what is wrong with a team is named, field by field', async () => {
  const answer = await service.call('POST', '/v1/teams', {
    body: {
      name: '',
      segments: ['noord', 'noord'],
      leader: 'Sanne',
      agreements: { attempts: 0, attemptDays: 21, callbacksPerHour: 61, version: 3, timeZone: 'CET+1' },
    },
  })
  expect(answer.status).toBe(400)
  expect(pointers(answer)).toEqual([
    '#/agreements/attemptDays',
    '#/agreements/attempts',
    '#/agreements/callbacksPerHour',
    '#/agreements/timeZone',
    '#/agreements/version',
    '#/leader',
    '#/name',
    '#/segments',
  ])
  expect(pointers(await service.call('POST', '/v1/teams'))).toEqual(['#/name'])
  const team = await service.team()
  const patch = (body: object) =>
    service.call('PATCH', `/v1/teams/${team.id}`, { body, headers: { 'if-match': '*' } })
  expect((await patch({})).status).toBe(400)
  expect(pointers(await patch({ agreements: {} }))).toEqual(['#/agreements'])
  expect(pointers(await patch({ name: null }))).toEqual(['#/name'])
  expect(pointers(await patch({ agreements: { attempts: 1 } }))).toEqual(['#/agreements/attempts'])
})

test('paging passes every team once, while others are made', async () => {
  const own = await startService()
  const made: string[] = []
  for (let n = 0; n < 7; n++) made.push((await own.team({ segments: [n % 2 ? 'odd' : 'even'] })).id)
  const seen: string[] = []
  let next: string | undefined = '/v1/teams?limit=2&segment=odd,even'
  while (next) {
    const answer: Answer = await own.call('GET', next)
    seen.push(...answer.body.data.map((team: { id: string }) => team.id))
    if (seen.length === 2) await own.team()
    next = /^<(.+)>; rel="next"$/.exec(answer.headers.link ?? '')?.[1]
    expect(next === undefined).toBe(answer.body.nextCursor === null)
  }
  expect(seen).toEqual(made)
  const { nextCursor } = await own.do('GET', '/v1/teams?limit=2&segment=even')
  const elsewhere = await own.call('GET', `/v1/teams?limit=2&cursor=${nextCursor}`)
  expect(pointers(elsewhere)).toEqual(['#/cursor'])
  await own.stop()
})

test('teams are found by the words of their name and by the segments they serve', async () => {
  const water = await service.team({ name: 'Grote Zakelijke Klanten', segments: ['zakelijk', 'groot'] })
  const find = async (query: string) =>
    (await service.do('GET', `/v1/teams?${query}`)).data.map((team: { id: string }) => team.id)
  expect(await find('q=zak%20grot')).toEqual([water.id])
  expect(await find('q=zak%20klein')).toEqual([])
  for (const strange of ['%27', '%26%20!(', ':*', '-']) expect(await find(`q=${strange}`)).toEqual([])
  expect(await find('segment=groot')).toEqual([water.id])
  expect(await find('segment=klein,zakelijk')).toEqual([water.id])
  expect(await find('segment=klein')).toEqual([])
})

test('a query that the list does not know is refused by name', async () => {
  for (const [query, pointer] of [
    ['naam=x', '#/naam'],
    ['limit=0', '#/limit'],
    ['limit=201', '#/limit'],
    ['cursor=x', '#/cursor'],
    ['q=', '#/q'],
  ]) {
    const answer = await service.call('GET', `/v1/teams?${query}`)
    expect(answer.status).toBe(400)
    expect(pointers(answer)).toEqual([pointer])
  }
})

test('a team that does not exist is not found, an id that is none is refused', async () => {
  const nobody = '/v1/teams/0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40'
  const patch = { body: { name: 'x' }, headers: { 'if-match': '*' } }
  expect((await service.call('GET', nobody)).status).toBe(404)
  expect((await service.call('PATCH', nobody, patch)).status).toBe(404)
  expect((await service.call('GET', `${nobody}/agreements`)).status).toBe(404)
  expect(pointers(await service.call('GET', '/v1/teams/noord'))).toEqual(['#/teamId'])
})

test('everybody who works here sees teams, admins alone make and change them', async () => {
  const team = await service.team()
  const coach = await hire({ role: 'coach', teamId: team.id })
  const reader = await service.key('cases:read')
  const patch = { body: { name: 'x' }, headers: { 'if-match': '*' } }
  for (const caller of [{ as: coach }, { key: reader }]) {
    expect((await service.call('GET', '/v1/teams', caller)).status).toBe(200)
    expect((await service.call('GET', `/v1/teams/${team.id}`, caller)).status).toBe(200)
    expect((await service.call('POST', '/v1/teams', { ...caller, body: { name: 'x' } })).status).toBe(403)
    expect((await service.call('PATCH', `/v1/teams/${team.id}`, { ...caller, ...patch })).status).toBe(403)
  }
  expect((await service.call('GET', '/v1/teams', { key: await service.key('events:read') })).status).toBe(403)
})

test.each(['Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'UTC', 'Pacific/Apia'])(
  'a team may keep the hours of %s',
  async (timeZone) => {
    expect((await service.team({ agreements: { timeZone } })).agreements.timeZone).toBe(timeZone)
  },
)

test.each(['asia/kolkata', '+01:00', 'foo5', 'Europe/Nowhere', ''])(
  '%j is no time zone',
  async (timeZone) => {
    const answer = await service.call('POST', '/v1/teams', {
      body: { name: 'Team', agreements: { timeZone } },
    })
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '#/agreements/timeZone'])
  },
)
