import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { type Answer, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const hire = async (fields: object = {}): Promise<string> =>
  (await service.employee({ teamId: null, ...fields })).id

const url = '/v1/organisation'
const any = { 'if-match': '*' }
const change = (body: object, to = service): Promise<Answer> => to.call('PATCH', url, { body, headers: any })
const pointers = ({ body }: Answer): string[] => body.errors.map((e: { pointer: string }) => e.pointer).sort()

test('an organisation begins as a Dutch one that nobody has set up', async () => {
  const fresh = await startService()
  expect(await fresh.do('GET', url)).toEqual({
    name: 'Our organisation',
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    holidayRegion: null,
    defaultTeamId: null,
    gestureCeiling: { amount: '2000.00', currency: 'EUR' },
    askCeiling: { amount: '10000.00', currency: 'EUR' },
    reviewAfter: 10,
    ideaAnswerWithin: 'P10D',
    agreementBounds: null,
    version: 1,
  })
  await fresh.stop()
})

test('a change keeps what it leaves out, and is seen at once', async () => {
  const before = await service.do('GET', url)
  const answer = await change({
    name: 'Waterleiding Noord',
    gestureCeiling: { amount: '250', currency: 'EUR' },
  })
  expect(answer.body).toEqual({
    ...before,
    name: 'Waterleiding Noord',
    gestureCeiling: { amount: '250.00', currency: 'EUR' },
    version: before.version + 1,
  })
  expect(answer.headers.etag).toBe(`"${before.version + 1}"`)
  expect(await service.do('GET', url)).toEqual(answer.body)
  const { body } = await change({ holidayRegion: 'NH' })
  expect(body.holidayRegion).toBe('NH')
  expect((await change({ holidayRegion: null })).body.holidayRegion).toBeNull()
})

test('of fifty changes to one version, one comes through and the others hear so', async () => {
  const { version } = await service.do('GET', url)
  const answers = await atOnce([service], (_, n) =>
    service.call('PATCH', url, { body: { name: `Name ${n}` }, headers: { 'if-match': `"${version}"` } }),
  )
  expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  expect(answers.filter((a) => a.status === 412).map((a) => a.body.code)).toEqual(
    Array(49).fill('version-mismatch'),
  )
  expect((await service.do('GET', url)).version).toBe(version + 1)
  expect((await service.call('PATCH', url, { body: { name: 'x' } })).body.code).toBe('version-required')
})

test('what is wrong with a change is named, field by field', async () => {
  const answer = await change({
    name: ' ',
    country: 'XX',
    timeZone: 'Europe/Nowhere',
    currency: 'EURO',
    holidayRegion: 7,
    defaultTeamId: 'x',
    gestureCeiling: '25.00',
    askCeiling: { amount: '1e3', currency: 'EUR' },
    id: 1,
  })
  expect(answer.status).toBe(400)
  expect(pointers(answer)).toEqual([
    '#/askCeiling/amount',
    '#/country',
    '#/currency',
    '#/defaultTeamId',
    '#/gestureCeiling',
    '#/holidayRegion',
    '#/id',
    '#/name',
    '#/timeZone',
  ])
  expect((await change({})).status).toBe(400)
  expect(pointers(await change({ defaultTeamId: null }))).toEqual(['#/defaultTeamId'])
})

test('a ceiling is more than zero and finite, in coins of the organisation’s currency', async () => {
  const refused: readonly [object, string][] = [
    [{ gestureCeiling: { amount: '0.00', currency: 'EUR' } }, '#/gestureCeiling/amount'],
    [{ askCeiling: { amount: '9999999999', currency: 'EUR' } }, '#/askCeiling/amount'],
    [{ askCeiling: { amount: '10.001', currency: 'EUR' } }, '#/askCeiling/amount'],
    [{ gestureCeiling: { amount: '10.00', currency: 'USD' } }, '#/gestureCeiling/currency'],
    [{ gestureCeiling: { amount: '-1.00', currency: 'EUR' } }, '#/gestureCeiling/amount'],
  ]
  for (const [body, pointer] of refused) {
    const answer = await change(body)
    expect(answer.status).toBe(400)
    expect(pointers(answer)).toEqual([pointer])
  }
  await expect(service.sql.query('update organisation set gesture_ceiling = 0')).rejects.toThrow(
    'organisation_ceilings_are_finite',
  )
})

test('another currency takes both ceilings along, and none is read in the wrong coins', async () => {
  const other = await startService()
  const yen = { amount: '30000', currency: 'JPY' }
  expect(pointers(await change({ currency: 'JPY' }, other))).toEqual(['#/gestureCeiling'])
  expect(pointers(await change({ currency: 'JPY', gestureCeiling: yen }, other))).toEqual(['#/askCeiling'])
  const euro = { amount: '30.00', currency: 'EUR' }
  expect(pointers(await change({ currency: 'JPY', gestureCeiling: yen, askCeiling: euro }, other))).toEqual([
    '#/askCeiling/currency',
  ])
  expect((await other.do('GET', url)).currency).toBe('EUR')

  const team = await other.team({ agreements: { gestureCeiling: euro } })
  expect((await change({ currency: 'EUR' }, other)).status).toBe(200)
  const { body } = await change({ currency: 'JPY', gestureCeiling: yen, askCeiling: yen }, other)
  expect(body).toMatchObject({ currency: 'JPY', gestureCeiling: yen, askCeiling: yen })
  const after = await other.do('GET', `/v1/teams/${team.id}`)
  expect(after.agreements).toMatchObject({ gestureCeiling: null, version: 2 })
  expect(after.version).toBe(2)
  await other.stop()
})

test('the default team exists, and from its first member on it has one', async () => {
  const team = await service.team()
  const empty = await service.team()
  const unknown = await change({ defaultTeamId: '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40' })
  expect([unknown.status, unknown.body.code]).toEqual([422, 'unprocessable'])
  expect(pointers(unknown)).toEqual(['#/defaultTeamId'])

  await hire({ teamId: team.id })
  expect((await change({ defaultTeamId: team.id })).body.defaultTeamId).toBe(team.id)
  const refused = await change({ defaultTeamId: empty.id })
  expect([refused.status, refused.body.code]).toEqual([409, 'last-member-of-default-team'])
  expect((await service.do('GET', url)).defaultTeamId).toBe(team.id)

  await hire({ teamId: empty.id })
  expect((await change({ defaultTeamId: empty.id })).body.defaultTeamId).toBe(empty.id)
})

test('everybody who works here reads it, admins alone change it', async () => {
  const member = await hire()
  const admin = await hire({ role: 'admin' })
  const reader = await service.key('cases:read')
  const reporter = await service.key('reports:read')
  expect((await service.call('GET', url, { as: member })).status).toBe(200)
  expect((await service.call('GET', url, { key: reader })).status).toBe(200)
  expect((await service.call('GET', url, { key: reporter })).body.required).toBe('cases:read')
  const patch = { body: { name: 'Ours' }, headers: any }
  expect((await service.call('PATCH', url, { ...patch, as: member })).body.required).toBe('admin')
  expect((await service.call('PATCH', url, { ...patch, key: reader })).body.required).toBe('admin')
  expect((await service.call('PATCH', url, { ...patch, as: admin })).status).toBe(200)
})

test('every change is in the history, with who made it', async () => {
  const admin = await hire({ role: 'admin' })
  await service.do('PATCH', url, { as: admin, body: { name: 'Ours again' }, headers: any })
  const { rows } = await service.sql.query(
    `select type, data, on_behalf_of from events where on_behalf_of = $1`,
    [admin],
  )
  expect(rows).toEqual([{ type: 'organisation.changed', data: { fields: ['name'] }, on_behalf_of: admin }])
})
