import { beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { announceDeadlines } from '../../src/rooms/callbacks/announce-deadlines.ts'
import { inbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
const at = (day: number, time: string) =>
  Temporal.Instant.from(`2026-11-${String(day).padStart(2, '0')}T${time}:00Z`)
const window = { from: at(3, '13:00').toString(), until: at(3, '14:00').toString() }
const answered = (outcome = 'answered') => ({ resolve: { outcome, summary: 'Told.' } })
let scene: Scene
let topic: string

const journey = (query = '', call: object = {}, until = '2026-11-30') =>
  service.call('GET', `/v1/reports/journey?topic=${topic}&from=2026-11-01&until=${until}${query}`, call)
const told = async (query = '', call: object = {}): Promise<Answer['body']> =>
  (await journey(query, call)).body
const edgeOf = ({ edges }: Answer['body'], from: string, to: string) =>
  edges.find((edge: { from: string; to: string }) => edge.from === from && edge.to === to)

// Six questions are answered in time, five are late since a colleague was asked, two go a way of their own.
beforeAll(async () => {
  service.clock.now = at(2, '10:00')
  scene = await setScene(service)
  const { sanne, piet, take } = scene
  topic = (await service.do('POST', '/v1/topics', { body: { code: 'billing', name: 'Billing <&> more' } }))
    .code
  const reach = (kase: Answer['body'], outcome?: string) =>
    service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: sanne.id,
      body: { outcome: 'reached', then: answered(outcome) },
    })
  const some = (count: number, fields: object = {}) =>
    Promise.all(Array.from({ length: count }, () => take({ topic, callback: window, ...fields })))
  const [straight, late, chased] = [await some(6), await some(5), await some(2)]
  const [complaint] = await some(1, { aboutEmployeeId: piet.id })
  await some(1)
  service.clock.now = at(3, '09:00')
  const body = { employeeId: piet.id, question: 'Why?' }
  const chases = chased.map(({ id }) =>
    service.do('POST', `/v1/cases/${id}/contacts`, { as: piet.id, body: inbound }),
  )
  const asked = await Promise.all(
    late.map(({ id }) => service.do('POST', `/v1/cases/${id}/consultations`, { as: sanne.id, body })),
  )
  await Promise.all(chases)
  service.clock.now = at(3, '13:30')
  await Promise.all([
    ...[...straight, complaint].map((kase) => reach(kase)),
    ...chased.map((kase) => reach(kase, 'fixed')),
  ])
  service.clock.now = at(3, '14:00')
  const db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => {} })
  await announceDeadlines(db, at(3, '14:00'))
  await db.close()
  service.clock.now = at(3, '15:00')
  const answer = { as: piet.id, body: { answer: 'So.' } }
  await Promise.all(asked.map(({ id }) => service.do('POST', `/v1/consultations/${id}/answer`, answer)))
  service.clock.now = at(4, '15:00')
  await Promise.all(late.map((kase) => reach(kase)))
  service.clock.now = at(30, '20:00')
})

test('tells which step came after which, how often and how much later by the calendar', async () => {
  const body = await told()
  expect(body).toMatchObject({ report: 'journey', cases: 14, medianHours: 27.5, p90Hours: 53 })
  const { nodes } = body
  expect(nodes.find(({ step }: { step: string }) => step === 'promised')).toEqual({
    ...{ step: 'promised', name: 'Promise made', count: 14, cases: 14, share: 1 },
  })
  // What opened a question and what kept its promise was a contact as well, and is no step of its own.
  expect(nodes.map(({ step }: { step: string }) => step)).not.toContain('contact')
  expect(edgeOf(body, 'promised', 'kept')).toEqual({
    ...{ from: 'promised', to: 'kept', count: 7, cases: 7, share: 0.5, medianHours: 27.5, p90Hours: 27.5 },
  })
  expect(edgeOf(body, 'consulted', 'broken')).toMatchObject({ count: 5, share: 1, medianHours: 5 })
  expect(edgeOf(body, 'broken', 'colleagueAnswered')).toMatchObject({ count: 5, medianHours: 1 })
  expect(edgeOf(body, 'colleagueAnswered', 'keptLate')).toMatchObject({ count: 5, medianHours: 24 })
  expect(body.promisesBreak).toEqual([{ after: 'consulted', count: 5, share: 1 }])
  expect(body.colleaguesAsked).toEqual([{ after: 'promised', count: 5, share: 1 }])
})

test('its figures are those of a count of its own', async () => {
  const { rows } = await service.sql.query(
    `select e.case_id as id, e.type, e.at, e.data from events e join cases c on c.id = e.case_id
     join topics t on t.id = c.topic_id where t.code = $1 and c.resolved_at is not null order by e.case_sequence`,
    [topic],
  )
  const names: Readonly<Record<string, string>> = {
    ...{ 'case.opened': 'opened', 'callback.made': 'promised', 'case.chased': 'chased' },
    ...{ 'consultation.asked': 'consulted', 'consultation.answered': 'colleagueAnswered' },
    ...{ 'callback.overdue': 'broken' },
  }
  const ways = [...Map.groupBy(rows, ({ id }) => id).values()].map((events) =>
    events.flatMap(({ type, data }) => {
      if (type === 'case.resolved') return [String(data.outcome)]
      if (type === 'callback.kept') return [data.lateBy === null ? 'kept' : 'keptLate']
      return names[type] ?? []
    }),
  )
  const pairs = ways.flatMap((way) => way.slice(1).map((to, n) => `${way[n]} ${to}`))
  const counted = Object.entries(Object.groupBy(pairs, (pair) => pair)).map(([pair, all]) => [
    pair,
    all?.length,
  ])
  const { edges, folded } = await told()
  const edgesTold = edges.map(({ from, to, count }: Answer['body']) => [`${from} ${to}`, count])
  expect(edgesTold.toSorted()).toEqual(counted.filter(([, count]) => Number(count) >= 5).toSorted())
  expect(folded.edges).toBe(counted.filter(([, count]) => Number(count) < 5).length)
})

test('ways that fewer than five questions took are folded together', async () => {
  const { ways, folded } = await told()
  expect(ways).toEqual([
    {
      ...{ steps: ['opened', 'promised', 'kept', 'answered'], cases: 7, share: 0.5 },
      ...{ medianHours: 27.5, p90Hours: 27.5 },
    },
    {
      steps: ['opened', 'promised', 'consulted', 'broken', 'colleagueAnswered', 'keptLate', 'answered'],
      ...{ cases: 5, share: 0.3571, medianHours: 53, p90Hours: 53 },
    },
  ])
  expect(folded).toEqual({ ways: 1, cases: 2, share: 0.1429, edges: 3 })
})

test('is narrowed, and counts no complaint for the coach whom it is about', async () => {
  await service.do('PATCH', `/v1/employees/${scene.piet.id}`, {
    body: { role: 'coach' },
    headers: { 'if-match': '*' },
  })
  expect((await told('', { as: scene.piet.id })).cases).toBe(13)
  expect((await told(`&teamId=${scene.team.id}`)).cases).toBe(14)
  expect((await told(`&teamId=${scene.sanne.id}`)).cases).toBe(0)
  expect((await journey('', {}, '2026-11-03')).body.cases).toBe(9)
  expect((await journey('', {}, '2026-10-31')).status).toBe(400)
})

test('has a line for each week, month, team or topic, with how many questions there were and how long they took', async () => {
  const lines = async (by: string) => (await told(`&by=${by}`)).data
  const figures = { cases: 14, medianHours: 27.5, p90Hours: 53 }
  expect(await lines('week')).toEqual([{ group: { key: '2026-W45', name: null }, figures }])
  expect(await lines('month')).toEqual([{ group: { key: '2026-11', name: null }, figures }])
  expect(await lines('topic')).toEqual([{ group: { key: topic, name: 'Billing <&> more' }, figures }])
  const { name } = await service.do('GET', `/v1/teams/${scene.team.id}`)
  expect(await lines('team')).toEqual([{ group: { key: scene.team.id, name }, figures }])
  expect(await told()).toMatchObject({ by: null, data: [] })
  const csv = await journey('&by=week&format=csv')
  expect(csv.text.trimEnd().split('\r\n').at(-1)).toBe('week,2026-W45,14,14,1,27.5,53')
  expect((await journey('&by=day')).status).toBe(400)
})

test('is CSV and a picture for whoever asks for that', async () => {
  const csv = await journey('', { headers: { accept: 'text/csv' } })
  const lines = csv.text.split('\r\n')
  expect(lines[0]).toBe('part,steps,count,cases,share,medianHours,p90Hours')
  expect(lines).toContain('edge,promised > kept,7,7,0.5,27.5,27.5')
  expect(lines).toContain('folded,,2,2,0.1429,,')
  const picture = await journey('', { headers: { accept: 'text/html, image/svg+xml, */*;q=0.8' } })
  expect(picture.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
  expect(picture.headers.vary).toContain('accept')
  const { text } = picture
  expect(text).toMatch(/^<svg [^>]*role="img"[^>]*aria-labelledby="title desc"/)
  expect(text).toContain(
    '<title id="title">How questions find their answer: Billing &lt;&amp;&gt; more</title>',
  )
  expect(text).toMatch(
    /<desc id="desc">14 questions .*Promises are broken most often after: Colleague asked \(5\)/,
  )
  for (const name of ['Question opened', 'Promise kept late', 'Colleague answered', 'Answered'])
    expect(text).toContain(`>${name}</text>`)
  // Rare ways and the words of nobody are in it, and nothing that a policy of the page would refuse.
  expect(text).not.toMatch(/chased|<script|<style|style="|NaN|undefined|Infinity/)
  expect((await journey('&format=svg')).text).toBe(text)
  const nothing = await journey(`&teamId=${scene.sanne.id}&format=svg`)
  expect(nothing.text).not.toMatch(/NaN|undefined|Infinity/)
})

test('promises are drawn by week', async () => {
  const { headers, text } = await service.call(
    'GET',
    `/v1/reports/promises?teamId=${scene.team.id}&from=2026-11-01&until=2026-11-30&format=svg`,
  )
  expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8')
  expect(text).toContain('W45 2026: 9 kept in time, 6 broken.')
  expect(text).not.toMatch(/NaN|undefined|Infinity|<style/)
  expect((await service.call('GET', '/v1/reports/faces?format=svg')).status).toBe(400)
})
