import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

async function newTopic(name: string): Promise<string> {
  const code = `${name}-${randomUUID().slice(0, 8)}`
  await service.do('POST', '/v1/topics', { body: { code, name } })
  return code
}

/** Sanne opens a case and asks somebody about a topic; they answer. */
async function askAbout(
  { sanne, take }: Scene,
  topic: string,
  expert: { id: string },
  helpful?: boolean,
): Promise<void> {
  const kase = await take({ topic })
  const body = { employeeId: expert.id, question: 'Why?' }
  const { id } = await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: sanne.id, body })
  if (helpful === undefined) return
  await service.do('POST', `/v1/consultations/${id}/answer`, { as: expert.id, body: { answer: 'So.' } })
  await service.do('PUT', `/v1/consultations/${id}/helpfulness`, { as: sanne.id, body: { helpful } })
}

const of = (list: Answer['body'][], codes: readonly string[]): Answer['body'][] =>
  list.filter(({ code }) => codes.includes(code))

test('a team’s coverage counts who knows about what, among its active members', async () => {
  const scene = await setScene(service)
  const { team, sanne } = scene
  const [thin, known, unknown] = [await newTopic('a'), await newTopic('b'), await newTopic('c')]
  await service.employee({ teamId: team.id, topics: [thin, known] })
  await service.employee({ teamId: team.id, topics: [known] })
  const gone = await service.employee({ teamId: team.id, topics: [thin, unknown] })
  await service.do('POST', `/v1/employees/${gone.id}/departure`, { body: {} })
  await service.employee({ teamId: (await service.team()).id, topics: [thin, unknown] })
  const coverage = await service.do('GET', `/v1/teams/${team.id}/coverage`, { as: sanne.id })
  expect(coverage.team).toEqual({ id: team.id, name: expect.any(String) })
  const codes = [thin, known, unknown]
  expect(of(coverage.topics, codes)).toEqual([
    { code: thin, name: 'a', competent: 1 },
    { code: known, name: 'b', competent: 2 },
    { code: unknown, name: 'c', competent: 0 },
  ])
  expect(of(coverage.thinTopics, codes).map(({ code }) => code)).toEqual([unknown, thin])
})

test('a discipline is missing when no active member is it, or both', async () => {
  const team = await service.team()
  const missing = async () => (await service.do('GET', `/v1/teams/${team.id}/coverage`)).missingDisciplines
  expect(await missing()).toEqual(['front', 'back'])
  await service.employee({ teamId: team.id, discipline: 'back' })
  expect(await missing()).toEqual(['front'])
  const { id } = await service.employee({ teamId: team.id, discipline: 'both' })
  expect(await missing()).toEqual([])
  await service.do('POST', `/v1/employees/${id}/departure`, { body: {} })
  expect(await missing()).toEqual(['front'])
})

test('what others are asked about shows what the team could learn: the past 90 days, the most asked first', async () => {
  const scene = await setScene(service)
  const [often, once] = [await newTopic('a'), await newTopic('b')]
  const outside = await service.employee({ teamId: (await service.team()).id })
  const specialist = await service.employee({ teamId: null })
  await askAbout(scene, once, outside)
  await askAbout(scene, often, specialist)
  await askAbout(scene, often, outside)
  await askAbout(scene, once, scene.piet)
  const asked = async () => (await service.do('GET', `/v1/teams/${scene.team.id}/coverage`)).consultedOutside
  expect(await asked()).toEqual([
    { code: often, name: 'a', consultations: 2 },
    { code: once, name: 'b', consultations: 1 },
  ])
  service.clock.now = Temporal.Now.instant().add({ hours: 24 * 91 })
  expect(await asked()).toEqual([])
})

test('a complaint counts for nobody whom it is about', async () => {
  const scene = await setScene(service)
  const { team, sanne, piet, take } = scene
  const topic = await newTopic('a')
  const outside = await service.employee({ teamId: null })
  const kase = await take({ topic, aboutEmployeeId: piet.id })
  const body = { employeeId: outside.id, question: 'Why?' }
  await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: sanne.id, body })
  const seen = async (as: string) =>
    (await service.do('GET', `/v1/teams/${team.id}/coverage`, { as })).consultedOutside.length
  expect([await seen(sanne.id), await seen(piet.id)]).toEqual([1, 0])
})

test('the report has every team, and whether answers helped from five on, if more than one gave them', async () => {
  const scene = await setScene(service)
  const [enough, few] = [await newTopic('a'), await newTopic('b')]
  const outside = await service.employee({ teamId: null })
  for (const helpful of [true, true, false, true]) {
    await askAbout(scene, enough, outside, helpful)
    await askAbout(scene, few, scene.piet, helpful)
  }
  const mine = async (): Promise<Answer['body']> => {
    const { data } = await service.do('GET', '/v1/reports/coverage?limit=200')
    return data.find(({ team }: { team: { id: string } }) => team.id === scene.team.id)
  }
  expect((await mine()).answersHelped).toEqual([])
  await askAbout(scene, few, scene.piet, true)
  expect((await mine()).answersHelped).toEqual([])
  await askAbout(scene, enough, scene.piet, true)
  expect((await mine()).answersHelped).toEqual([{ code: enough, name: 'a', rated: 5, helped: 0.8 }])
  const { answersHelped: _, ...coverage } = await mine()
  expect(await service.do('GET', `/v1/teams/${scene.team.id}/coverage`)).toEqual(coverage)
  expect(JSON.stringify(await mine())).not.toMatch(
    new RegExp(`${outside.id}|${scene.piet.id}|${scene.sanne.id}`),
  )
})

test('the report takes a period, a team and topics, and is CSV for whoever asks', async () => {
  const scene = await setScene(service)
  const [topic, other] = [await newTopic('a'), await newTopic('b')]
  const { id: outside } = await service.employee({ teamId: null })
  await askAbout(scene, topic, { id: outside })
  const mine = (query: string, headers = {}) =>
    service.call('GET', `/v1/reports/coverage?teamId=${scene.team.id}&${query}`, { headers })
  const { body } = await mine(`topic=${topic}`)
  expect(body.data).toMatchObject([
    { team: { id: scene.team.id }, topics: [{ code: topic }], consultedOutside: [{ code: topic }] },
  ])
  const before = await mine(`topic=${topic}&from=2020-01-01&until=2020-12-31&by=team`)
  expect(before.body.data[0].consultedOutside).toEqual([])
  const csv = await mine(`topic=${topic},${other}`, { accept: 'text/csv' })
  expect(csv.headers['content-type']).toMatch(/^text\/csv/)
  expect(csv.text.split('\r\n').slice(1, 3)).toEqual([
    expect.stringMatching(`^${scene.team.id},[^,]+,,${topic},a,0,1,,$`),
    expect.stringMatching(`^${scene.team.id},[^,]+,,${other},b,0,0,,$`),
  ])
  expect((await mine('from=2026-11-30&until=2026-11-01')).status).toBe(400)
  const byTopic = await mine(`topic=${topic}&by=topic`, { accept: 'text/csv' })
  expect(byTopic.text.split('\r\n').slice(0, 2)).toEqual([
    'team,name,group,groupName,consultedOutside',
    expect.stringMatching(`^${scene.team.id},[^,]+,${topic},a,1$`),
  ])
})

test('the report is paged by team, without one twice', async () => {
  await service.team()
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await service.do('GET', `/v1/reports/coverage?limit=2${cursor}`)
    seen.push(...page.data.map(({ team }: { team: { id: string } }) => team.id))
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
  } while (cursor !== '')
  const { rows } = await service.sql.query('select id from teams order by id')
  expect(seen).toEqual(rows.map(({ id }) => id))
})
