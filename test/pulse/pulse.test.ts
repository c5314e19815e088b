import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { logLines } from '../support/log-lines.ts'
import { type Answer, startService } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const { logger, lines } = logLines('info')
const service = useService({ logger, deadlines: true })
const beside = useInstance(service)
/** Each test has a week of its own. */
let week = 49
const at = (day: number, time = '10:00') =>
  Temporal.PlainDate.from('2026-11-30')
    .add({ weeks: week - 49, days: day - 1 })
    .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: time })
    .toInstant()
beforeEach(() => {
  service.clock.now = at(2)
})
afterEach(() => {
  week++
})
const name = () => `2026-W${week}`

const team = async (size: number) => {
  const { id } = await service.team()
  const members: { id: string }[] = []
  for (let n = 0; n < size; n++) members.push(await service.employee({ teamId: id }))
  return { id, members }
}
const give = (
  as: string,
  [roomToHelp, proudOfService]: readonly [number, number],
  words?: string,
  on = service,
) =>
  on.call('POST', '/v1/pulse', {
    as,
    body: { roomToHelp, proudOfService, ...(words !== undefined && { whatStoodInYourWay: words }) },
  })
const count = async (what: string): Promise<number> =>
  (await service.sql.query(`select count(*)::int as n from ${what} where week = $1`, [name()])).rows[0].n
const rounds = async (call: object = {}): Promise<Answer['body'][]> =>
  (await service.do('GET', `/v1/pulse?week=${name()}`, call)).data

/** The week ends, and what waits is written; then it is closed. */
async function close(written: number): Promise<void> {
  service.clock.now = at(8, '00:01')
  await vi.waitFor(async () => expect(await count('pulse_answers')).toBe(written), { timeout: 30_000 })
  service.clock.now = at(8, '00:11')
  await vi.waitFor(
    async () =>
      expect(
        (await service.sql.query('select closed from pulse_rounds where week = $1', [name()])).rows,
      ).toEqual([{ closed: true }]),
    { timeout: 30_000 },
  )
}
const share = (as: string, body: object = {}, of = name()) =>
  service.call('POST', `/v1/pulse/rounds/${of}/share`, { as, body })

test('a week is shown once it is closed and shared, to the team, coaches, admins and reporting', async () => {
  const [north, south] = [await team(6), await team(5)]
  const coach = await service.employee({ teamId: south.id, role: 'coach' })
  for (const [n, { id }] of north.members.entries())
    expect((await give(id, [n % 2 ? 4 : 5, 3 + (n % 3)])).body).toEqual({
      week: name(),
      endsAt: at(8, '00:00').toString({ fractionalSecondDigits: 3 }),
    })
  for (const [n, { id }] of south.members.entries()) await give(id, [2 + (n % 2), 4])
  const before = await share(coach.id)
  expect([before.status, before.body.code]).toEqual([409, 'pulse-is-open'])
  await close(11)
  expect(await rounds()).toEqual([])
  expect((await share(coach.id, { teamId: north.id })).body.teams).toMatchObject([{ id: north.id }])
  const [shown, ...others] = await rounds()
  expect([shown, others]).toEqual([
    {
      week: name(),
      endsAt: expect.any(String),
      team: { id: north.id, name: expect.any(String) },
      answers: 6,
      roomToHelp: 4.5,
      proudOfService: 4,
      whatStoodInYourWay: null,
      sharedAt: expect.any(String),
    },
    [],
  ])
  const member = (of: typeof north) => ({ as: of.members[0]?.id })
  expect([(await rounds(member(north))).length, (await rounds(member(south))).length]).toEqual([1, 0])
  await share(coach.id)
  expect((await share(coach.id)).status).toBe(200)
  const [theirs] = await rounds(member(south))
  // All alike: no value.
  expect([theirs.answers, theirs.roomToHelp, theirs.proudOfService]).toEqual([5, 2.4, null])
  const { total, data } = await service.do('GET', `/v1/reports/satisfaction?by=team&from=2026-11-30`)
  const lineOf = (id: string) => data.find(({ group }: Answer['body']) => group.key === id)?.figures
  expect([lineOf(north.id).roomToHelp, lineOf(south.id).proudOfService]).toEqual([4.5, null])
  expect([total.pulseAnswers, total.roomToHelp]).toEqual([11, 3.5455])
})

test('fewer than five of a team are neither shown nor kept, nor are five whose others are fewer', async () => {
  const [north, south] = [await team(5), await team(4)]
  const admin = await service.employee({ teamId: null, role: 'admin' })
  for (const [n, { id }] of [...north.members, ...south.members].entries()) await give(id, [1 + (n % 5), 3])
  await close(5)
  expect((await share(admin.id)).body.teams.length).toBeGreaterThan(1)
  expect(await rounds()).toEqual([])
  expect((await share(admin.id, {}, '2026-W01')).status).toBe(404)
  expect((await share(admin.id, {}, '2026-W54')).status).toBe(400)
  expect((await share(admin.id, { teamId: randomUUID() })).status).toBe(422)
})

test('words are told from ten answers on, and apart from scores', async () => {
  const [north, south] = [await team(10), await team(5)]
  const coach = await service.employee({ teamId: north.id, role: 'coach' })
  for (const [n, { id }] of north.members.entries())
    await give(id, [3 + (n % 2), 4 - (n % 2)], n < 2 ? `Words ${9 - n}` : undefined)
  for (const [n, { id }] of south.members.entries()) await give(id, [3 + (n % 2), 4 - (n % 2)], 'Few')
  await close(15)
  await share(coach.id)
  await share(coach.id, { teamId: south.id })
  const shown = await rounds()
  expect(shown.map(({ answers, whatStoodInYourWay }) => [answers, whatStoodInYourWay]).sort()).toEqual([
    [10, ['Words 8', 'Words 9']],
    [5, null],
  ])
})

describe('giving', () => {
  test('fifty at once gives one giver, and the same key replays the first answer', async () => {
    const { members } = await team(1)
    const id = members[0]?.id ?? ''
    const answers = await atOnce([service, beside], (on) => give(id, [3, 3], undefined, on), 50)
    const statuses = answers.map(({ status }) => status)
    expect([statuses.filter((status) => status === 201).length, new Set(statuses)]).toEqual([
      1,
      new Set([201, 409]),
    ])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('pulse-given')
    expect(await count('pulse_givers')).toBe(1)
    const other = (await team(1)).members[0]?.id ?? ''
    const keyed = (roomToHelp: number) =>
      service.call('POST', '/v1/pulse', {
        as: other,
        headers: { 'idempotency-key': 'weekly' },
        body: { roomToHelp, proudOfService: 5 },
      })
    const [first, again] = [await keyed(5), await keyed(5)]
    expect([again.status, again.text, again.headers['idempotent-replayed']]).toEqual([
      201,
      first.text,
      'true',
    ])
    expect((await service.do('GET', '/v1/pulse', { as: other })).thisWeek).toMatchObject({
      week: name(),
      given: true,
    })
  })

  test('leaves no trace of what was said: neither in a table, nor under a key, nor in a line that names somebody', async () => {
    const { members } = await team(3)
    const said = `The printer ${randomUUID()}`
    for (const { id } of members)
      await service.call('POST', '/v1/pulse', {
        as: id,
        headers: { 'idempotency-key': randomUUID() },
        body: { roomToHelp: 1, proudOfService: 2, whatStoodInYourWay: said },
      })
    await give(members[0]?.id ?? '', [1, 1])
    const refused = await service.call('POST', '/v1/pulse', {
      as: members[1]?.id ?? '',
      body: { roomToHelp: 9, proudOfService: 1 },
    })
    expect(refused.status).toBe(400)
    const { rows } = await service.sql.query(
      `select caller, body, encode(fingerprint, 'hex') as digest from idempotency_keys where caller like '%' || $1`,
      [members[2]?.id],
    )
    expect(rows.map(({ body }) => Object.keys(JSON.parse(body)))).toEqual([['week', 'endsAt']])
    expect(await count('pulse_answers')).toBe(0)
    const told = lines
      .filter(({ route }: Answer['body']) => route === '/v1/pulse')
      .map((line) => JSON.stringify(line))
    expect(told.length).toBeGreaterThan(4)
    for (const { id } of members) expect(told.filter((line) => line.includes(id))).toEqual([])
    const dump = await service.sql.query(
      `select string_agg(query_to_xml(format('select * from %I', tablename), true, true, '')::text, '') as all
       from pg_tables where schemaname = 'public'`,
    )
    expect(dump.rows[0].all).not.toContain(said)
  })

  test('what an instance lost may be said again', async () => {
    const { members } = await team(1)
    const id = members[0]?.id ?? ''
    const third = await startService(service)
    expect((await give(id, [3, 3], undefined, third)).status).toBe(201)
    expect((await give(id, [3, 3])).status).toBe(409)
    await third.stop()
    expect((await service.do('GET', '/v1/pulse', { as: id })).thisWeek.given).toBe(false)
    expect((await give(id, [3, 3])).status).toBe(201)
  })
})
