import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { houseRule } from '../requests/objects.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
// A month in which everything happens, and what is expected of it by a count of its own.
const day = (n: number, time = '10:00') =>
  Temporal.Instant.from(`2026-11-${String(n).padStart(2, '0')}T${time}:00Z`)
let teamId: string
const report = (name: string, query = '') =>
  service.do('GET', `/v1/reports/${name}?from=2026-11-01&until=2026-11-30${query && `&${query}`}`)
const ofTeam = async (name: string): Promise<Answer['body']> => (await report(name, `teamId=${teamId}`)).total

beforeAll(async () => {
  service.clock.now = day(2)
  const { take, sanne, piet, team, customer, resolved } = await setScene(service)
  teamId = team.id
  const window = (n: number) => ({ from: day(n, '13:00').toString(), until: day(n, '14:00').toString() })
  const attempt = (id: string, body: object, as = sanne.id) =>
    service.do('POST', `/v1/callbacks/${id}/attempts`, { as, body })
  const answered = { resolve: { outcome: 'answered', summary: 'Told.' } }
  // Kept in time, kept late, told late, rescheduled in time, and broken.
  const inTime = await take({ callback: window(3) })
  const late = await take({ callback: window(3) })
  const toldLate = await take({ callback: window(4) })
  const moved = await take({ callback: window(4) })
  await take({ callback: window(5) })
  await resolved()
  service.clock.now = day(3, '13:30')
  await attempt(inTime.callback.id, { outcome: 'reached', then: answered })
  service.clock.now = day(3, '15:00')
  await attempt(late.callback.id, { outcome: 'reached', then: answered })
  await service.do('POST', `/v1/callbacks/${moved.callback.id}/reschedule`, {
    as: sanne.id,
    body: { ...window(10), reason: 'The customer asked.', contact: outbound },
  })
  service.clock.now = day(4, '16:00')
  await attempt(toldLate.callback.id, { outcome: 'reached', at: day(4, '13:30').toString(), then: answered })
  // The customer calls a colleague about what is overdue.
  service.clock.now = day(6)
  await service.do('POST', `/v1/cases/${moved.id}/contacts`, { as: piet.id, body: inbound })
  const value = (code: string, name: string) => ({ code, name, meaning: 'So.' })
  await service.do('PUT', '/v1/values', {
    headers: { 'if-match': '*' },
    body: { values: [value('served', 'Served'), value('unserved', 'Unserved')] },
  })
  const rule = await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) })
  const bend = { ruleId: rule.id, benefit: 'Gets it back.', reason: 'Ours.', values: ['served'] }
  await service.do('POST', `/v1/cases/${moved.id}/deviations`, { as: sanne.id, body: bend })
  const euro = (amount: string) => ({ kind: 'credit', amount: { amount, currency: 'EUR' }, reason: 'Sorry.' })
  await service.do('POST', `/v1/cases/${moved.id}/gestures`, { as: sanne.id, body: euro('12.50') })
  const back = await service.do('POST', `/v1/cases/${moved.id}/gestures`, { as: sanne.id, body: euro('5') })
  await service.do('POST', `/v1/gestures/${back.id}/withdraw`, { as: sanne.id, body: {} })
  const colleague = { employeeId: piet.id, question: 'Why?' }
  const asked = await service.do('POST', `/v1/cases/${moved.id}/consultations`, {
    as: sanne.id,
    body: colleague,
  })
  await service.do('POST', `/v1/consultations/${asked.id}/answer`, { as: piet.id, body: { answer: 'So.' } })
  const idea = { title: 'Less', body: 'Of it.', values: ['served'], caseIds: [moved.id, late.id] }
  await service.do('POST', '/v1/ideas', { as: sanne.id, body: idea })
  await service.do('POST', '/v1/cases', { body: { customerId: customer.id, question: 'By the form?' } })
})
beforeEach(() => {
  service.clock.now = day(30, '20:00')
})

test('promises: kept in time and broken add up to what was due, and told late is a line of its own', async () => {
  expect(await ofTeam('promises')).toMatchObject({
    kept: 4,
    keptInTime: 3,
    toldLate: 1,
    keptLate: 1,
    rescheduledInTime: 1,
  })
  const { rows } = await service.sql.query(
    `select count(*)::int as promised, count(*) filter (where late_seconds > 0 or state = 'open')::int as broken,
       count(*) filter (where state = 'kept' and late_seconds is null)::int as "keptInTime"
     from callbacks b join cases c on c.id = b.case_id where c.team_id = $1 and window_until < '2026-12-01'`,
    [teamId],
  )
  const total = await ofTeam('promises')
  expect(total).toMatchObject(rows[0])
  expect(total.keptInTimeShare).toBeCloseTo(total.keptInTime / (total.keptInTime + total.broken), 4)
})

test('ownership, faces and exits count what was resolved', async () => {
  expect(await ofTeam('ownership')).toMatchObject({
    resolved: 4,
    oneOwner: 4,
    oneOwnerShare: 1,
    opened: 7,
    assigned: 1,
  })
  expect(await ofTeam('faces')).toMatchObject({ resolved: 4, oneFace: 4, oneFaceShare: 1, averageFaces: 1 })
  expect(await ofTeam('exits')).toMatchObject({
    resolved: 4,
    told: 4,
    unreachable: 0,
    notAQuestion: 0,
    departures: 0,
  })
})

test('each way to end a case, and each fact that moves an owner, is counted', async () => {
  const { rows } = await service.sql.query(
    `select (regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g'))[1] as known from pg_constraint
     where conname in ('resolutions_outcome_is_known', 'successions_cause_is_known')`,
  )
  expect(rows.length).toBeGreaterThan(8)
  const figures = Object.keys(await ofTeam('exits'))
  const figureOf = (known: string) => (/^(answered|fixed)$/.test(known) ? 'told' : known)
  const uncounted = rows
    .map(({ known }) => known)
    .filter((known) => ![figureOf(known), `${known}s`].some((figure) => figures.includes(figure)))
  expect(uncounted).toEqual([])
})

test('consultations, stuck questions, room and ideas', async () => {
  expect(await ofTeam('consultations')).toMatchObject({
    asked: 1,
    answered: 1,
    answeredInTimeShare: 1,
    helpedShare: null,
  })
  expect(await ofTeam('stuck')).toMatchObject({ open: 3, chased: 1 })
  expect(await ofTeam('empowerment')).toMatchObject({
    cases: 7,
    gestures: 1,
    amount: { amount: '12.50', currency: 'EUR' },
    withdrawnGestures: 1,
    deviations: 1,
    casesBentForShare: 0.1429,
  })
  expect((await report('empowerment')).values).toEqual([
    {
      ...{ code: 'served', name: 'Served', gestures: 0, gesturesShare: 0, deviations: 1, deviationsShare: 1 },
      ...{ ideas: 1, ideasShare: 1 },
    },
    {
      ...{ code: 'unserved', name: 'Unserved', gestures: 0, gesturesShare: 0, deviations: 0 },
      ...{ deviationsShare: 0, ideas: 0, ideasShare: 0 },
    },
  ])
  expect(await ofTeam('rules')).toMatchObject({ deviations: 1, rulesBent: 1, inForce: 0 })
  expect((await report('rules')).total.inForce).toBe(1)
  expect((await report('ideas')).total).toMatchObject({
    ideas: 1,
    answered: 0,
    overdue: 1,
    answeredInTimeShare: 0,
  })
  const { data } = await report('ideas', 'by=team')
  expect(data).toMatchObject([{ group: { key: teamId }, figures: { ideas: 1 } }])
  expect((await ofTeam('ideas')).ideas).toBe(1)
})

describe('a report', () => {
  test('is divided by week, month, team and topic, and its lines add up to the total', async () => {
    for (const by of ['week', 'month', 'team', 'topic']) {
      const { total, data } = await report('promises', `by=${by}`)
      expect(data.length).toBeGreaterThan(0)
      for (const figure of ['promised', 'kept', 'broken'])
        expect(data.reduce((sum: number, line: Answer['body']) => sum + line.figures[figure], 0)).toBe(
          total[figure],
        )
    }
    const weeks = (await report('promises', `by=week&teamId=${teamId}`)).data
    expect(weeks.map(({ group }: Answer['body']) => group.key)).toContain('2026-W45')
  })

  test('says as of when it is, and is CSV for whoever asks for it', async () => {
    const { headers } = await service.call('GET', '/v1/reports/promises')
    expect(headers['data-as-of']).toBe('2026-11-30T20:00:00.000Z')
    const csv = await service.call('GET', `/v1/reports/empowerment?teamId=${teamId}&from=2026-11-01`, {
      headers: { accept: 'text/csv' },
    })
    expect(csv.headers['content-type']).toMatch(/^text\/csv/)
    const [head = '', line = ''] = csv.text.split('\r\n')
    expect(head.split(',').slice(0, 3)).toEqual(['group', 'name', 'cases'])
    expect(line.split(',')[head.split(',').indexOf('amount')]).toBe('12.50')
    const served = csv.text.split('\r\n').find((each) => each.startsWith('value:served,Served,'))
    expect(served?.split(',')[head.split(',').indexOf('deviationsShare')]).toBe('1')
    expect(
      new Set(
        csv.text
          .trim()
          .split('\r\n')
          .map((each) => each.split(',').length),
      ).size,
    ).toBe(1)
    expect((await service.call('GET', '/v1/reports/promises?format=csv')).headers['content-type']).toMatch(
      /^text\/csv/,
    )
  })

  test('refuses what is no period and no grouping', async () => {
    const refused = async (query: string) =>
      (await service.call('GET', `/v1/reports/promises?${query}`)).status
    for (const query of ['from=yesterday', 'from=2026-11-30&until=2026-11-01', 'by=employee', 'employeeId=1'])
      expect([query, await refused(query)]).toEqual([query, 400])
    expect((await service.call('GET', '/v1/reports/coverage?by=employee')).status).toBe(400)
  })

  test('counts no complaint for the coach whom it is about', async () => {
    const { take, team, customer } = await setScene(service)
    const coach = await service.employee({ teamId: team.id, role: 'coach' })
    await take({ customerId: customer.id, aboutEmployeeId: coach.id })
    const cases = async (as?: string) =>
      (
        await service.do(
          'GET',
          `/v1/reports/empowerment?teamId=${team.id}&until=2027-01-01`,
          as ? { as } : {},
        )
      ).total.cases
    expect([await cases(), await cases(coach.id)]).toEqual([1, 0])
  })
})
