import { expect, test, vi } from 'vitest'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const headers = { 'if-match': '*' }
const bind = (agreementBounds: object | null): Promise<Answer> =>
  service.call('PATCH', '/v1/organisation', { body: { agreementBounds }, headers })
const agree = ({ id }: { id: string }, body: object, as?: string): Promise<Answer> =>
  service.call('PATCH', `/v1/teams/${id}/agreements`, { body, headers, ...(as && { as }) })
const pointers = ({ body }: Answer): string[] => body.errors.map((e: { pointer: string }) => e.pointer)

const every = {
  callbackWithin: { most: 'PT10H' },
  callbackHorizon: { most: 'P15D' },
  callbacksPerHour: { least: 2, most: 6 },
  attempts: { least: 2 },
  attemptDays: { least: 2 },
}

test('the organisation sets bounds, shows them, and takes them away, one by one or all together', async () => {
  const set = await bind(every)
  expect(set.body.agreementBounds).toEqual(every)
  expect((await service.do('GET', '/v1/organisation')).agreementBounds).toEqual(every)
  const other = await bind({ callbackWithin: { most: 'PT9H' }, callbacksPerHour: { least: null } })
  const perHour = { callbacksPerHour: { most: 6 } }
  expect(other.body.agreementBounds).toEqual({ ...every, callbackWithin: { most: 'PT9H' }, ...perHour })
  expect(pointers(await bind({ callbacksPerHour: { least: 7 } }))).toEqual([
    '#/agreementBounds/callbacksPerHour/most',
  ])
  const none = { callbackWithin: null, callbackHorizon: null, callbacksPerHour: { most: null } }
  const fewer = await bind({ ...none, attempts: { least: 3 }, attemptDays: null })
  expect(fewer.body.agreementBounds).toEqual({ attempts: { least: 3 } })
  await service.do('PATCH', '/v1/organisation', { body: { name: 'De Linge' }, headers })
  expect((await service.do('GET', '/v1/organisation')).agreementBounds).toEqual({ attempts: { least: 3 } })
  expect((await bind(null)).body.agreementBounds).toBeNull()
  expect((await bind({})).body.agreementBounds).toBeNull()
})

test.each([
  [{ callbackWithin: 'PT10H' }, true],
  [{ callbackWithin: 'PT600M' }, true],
  [{ callbackWithin: 'PT10H1M' }, 'most'],
  [{ callbackHorizon: 'P15D' }, true],
  [{ callbackHorizon: 'P16D' }, 'most'],
  [{ callbacksPerHour: 6 }, true],
  [{ callbacksPerHour: 7 }, 'most'],
  [{ callbacksPerHour: 2 }, true],
  [{ callbacksPerHour: 1 }, 'least'],
  [{ attempts: 2 }, true],
  [{ attempts: 1, attemptDays: 1 }, 'least'],
  [{ attemptDays: 1 }, 'least'],
  [{ remindBefore: 'PT99H', attemptPause: 'PT1M' }, true],
])('%j is agreed within the bounds alone', async (change, verdict) => {
  await bind(every)
  const team = await service.team()
  const fields = Object.keys(change)
  const [field = ''] = fields
  const answer = await agree(team, change, (await service.employee({ teamId: team.id })).id)
  const made = await service.call('POST', '/v1/teams', { body: { name: 'New', agreements: change } })
  const put = await service.call('PATCH', `/v1/teams/${team.id}`, { body: { agreements: change }, headers })
  if (verdict === true) {
    expect([answer.status, made.status, put.status]).toEqual([200, 201, 200])
    expect(made.body.agreements).toMatchObject(change)
  } else {
    expect([answer.body.code, made.body.code, put.body.code]).toEqual(Array(3).fill('unprocessable'))
    expect([answer, made, put].map(pointers)).toEqual([
      fields.map((each) => `#/${each}`),
      fields.map((each) => `#/agreements/${each}`),
      fields.map((each) => `#/agreements/${each}`),
    ])
    expect(answer.body.bound).toEqual(every[field as keyof typeof every])
    expect(answer.body.detail).toContain(`at ${verdict} `)
    expect((await service.do('GET', `/v1/teams/${team.id}/agreements`)).version).toBe(1)
  }
})

test('bounds are for what is agreed from then on: what a team has agreed stays, and may be said again', async () => {
  await bind(null)
  const team = await service.team({ agreements: { callbackWithin: 'PT12H', callbacksPerHour: 9 } })
  await bind(every)
  expect((await service.do('GET', `/v1/teams/${team.id}`)).version).toBe(1)
  const other = await agree(team, { remindBefore: 'PT15M' })
  expect(other.body).toMatchObject({ callbackWithin: 'PT12H', callbacksPerHour: 9, remindBefore: 'PT15M' })
  expect((await agree(team, { callbackWithin: 'PT720M', attempts: 4 })).status).toBe(200)
  expect(pointers(await agree(team, { callbackWithin: 'PT11H' }))).toEqual(['#/callbackWithin'])
  expect((await agree(team, { callbackWithin: 'PT9H' })).status).toBe(200)
  expect((await agree(team, { callbackWithin: 'PT12H' })).status).toBe(422)
})

test('a new team begins as usual, as far as the bounds allow', async () => {
  await bind({
    callbackWithin: { most: 'PT4H' },
    callbackHorizon: { most: 'P5D' },
    callbacksPerHour: { least: 5 },
    attempts: { least: 2 },
    attemptDays: { least: 5 },
  })
  const { agreements } = await service.team()
  expect(agreements).toMatchObject({
    callbackWithin: 'PT4H',
    callbackHorizon: 'P5D',
    callbacksPerHour: 5,
    attempts: 5,
    attemptDays: 5,
    remindBefore: 'PT30M',
  })
  await bind(null)
  expect((await service.team()).agreements).toMatchObject({ callbackWithin: 'PT8H', attempts: 3 })
})

test.each([
  [{ callbackWithin: { most: 'P1D' } }, '#/agreementBounds/callbackWithin/most'],
  [{ callbackWithin: { least: 'PT1H' } }, '#/agreementBounds/callbackWithin/most'],
  [{ callbackHorizon: { most: 'PT8H' } }, '#/agreementBounds/callbackHorizon/most'],
  [{ callbacksPerHour: { least: 4, most: 3 } }, '#/agreementBounds/callbacksPerHour/most'],
  [{ callbacksPerHour: { most: 61 } }, '#/agreementBounds/callbacksPerHour/most'],
  [{ attempts: { least: 0 } }, '#/agreementBounds/attempts/least'],
  [{ attemptDays: { least: 21 } }, '#/agreementBounds/attemptDays/least'],
  [{ attemptPause: { most: 'PT1H' } }, '#/agreementBounds/attemptPause'],
  [[], '#/agreementBounds'],
])('%j is no bound', async (bounds, pointer) => {
  const answer = await bind(bounds)
  expect([answer.status, answer.body.code]).toEqual([400, 'validation-failed'])
  expect(pointers(answer)).toContain(pointer)
})

test('who agrees while the bounds change is held to what they become', async () => {
  await bind(null)
  const team = await service.team()
  await service.sql.query('begin')
  await service.sql.query(`update organisation set agreement_bounds = '{"callbacksPerHour":{"most":5}}'`)
  const agreeing = agree(team, { callbacksPerHour: 8 })
  await vi.waitFor(async () => {
    const { rows } = await service.sql.query('select from pg_locks where not granted')
    expect(rows.length).toBeGreaterThan(0)
  })
  await service.sql.query('commit')
  expect(pointers(await agreeing)).toEqual(['#/callbacksPerHour'])
})

test('each change of agreements is an event with who and why', async () => {
  await bind(null)
  const team = await service.team()
  const sanne = await service.employee({ teamId: team.id })
  await agree(team, { attempts: 4, reason: 'Three is too few.' }, sanne.id)
  await agree(team, { attempts: 5 }, sanne.id)
  await service.do('PATCH', `/v1/teams/${team.id}`, {
    body: { agreements: { attempts: 6, reason: 'Five too.' } },
    headers,
  })
  const { rows } = await service.sql.query(
    `select on_behalf_of as who, data from events where type = 'team.changed' and data ->> 'teamId' = $1 order by id`,
    [team.id],
  )
  const fields = ['agreements.attempts']
  expect(rows).toEqual([
    { who: sanne.id, data: { teamId: team.id, fields, reason: 'Three is too few.' } },
    { who: sanne.id, data: { teamId: team.id, fields } },
    { who: null, data: { teamId: team.id, fields: ['agreements'], reason: 'Five too.' } },
  ])
  expect((await service.do('GET', `/v1/teams/${team.id}/agreements`)).reason).toBeUndefined()
  const alone = await agree(team, { reason: 'Just because.' })
  expect([alone.status, alone.body.code]).toEqual([400, 'validation-failed'])
})
