import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { announceLateAnswers } from '../../src/rooms/ideas/announce-late-answers.ts'
import { houseRule } from '../requests/objects.ts'
import { atOnce } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import { logLines } from '../support/log-lines.ts'
import { setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'

const { logger, lines } = logLines('error')
const service = useService({ logger })
const beside = useInstance(service)
let instances: readonly [Database, Database]
beforeAll(() => {
  const open = () => openDatabase({ url: service.databaseUrl, connections: 4, onError: () => undefined })
  instances = [open(), open()]
})
afterAll(() => Promise.all(instances.map((db) => db.close())))
afterEach(async () => {
  service.clock.now = undefined
  await expectInvariants(service)
})

const said = { title: 'Fewer forms', body: 'Nobody reads them.' }
const eventsOf = async (ideaId: string, type?: string) => {
  const { rows } = await service.sql.query(
    `select type, actor_kind, actor_id, data from events where data ->> 'ideaId' = $1 and ($2::text is null or type = $2) order by id`,
    [ideaId, type ?? null],
  )
  return rows
}

async function setIdea() {
  const scene = await setScene(service)
  const coach = await service.employee({ teamId: null, role: 'coach' })
  const kase = await scene.take()
  const rule = await service.do('POST', '/v1/rules', { body: houseRule(scene.piet.id) })
  const have = (body: object = said, as = scene.sanne.id) => service.call('POST', '/v1/ideas', { as, body })
  const answer = (id: string, body: object = { decision: 'adopted', reason: 'Yes.' }, as = coach.id) =>
    service.call('POST', `/v1/ideas/${id}/answer`, { as, body })
  return { ...scene, coach, kase, rule, have, answer }
}

test('an idea names its cases and rules, and is owed an answer by the calendar of the organisation', async () => {
  // A Thursday: ten working days later, with Saint Nicholas as no holiday, is Thursday the 12th of November 2026.
  service.clock.now = Temporal.Instant.from('2026-10-29T10:00:00Z')
  const { have, kase, rule, sanne } = await setIdea()
  const { status, body, headers } = await have({ ...said, caseIds: [kase.id], ruleIds: [rule.id] })
  expect([status, body]).toEqual([
    201,
    {
      id: body.id,
      ...said,
      anonymous: false,
      author: { id: sanne.id, name: sanne.name },
      caseIds: [kase.id],
      ruleIds: [rule.id],
      values: [],
      supports: 0,
      supported: false,
      state: 'open',
      answerBy: '2026-11-12T23:00:00.000Z',
      overdue: false,
      answeredLate: false,
      answer: null,
      result: null,
      effects: [],
      createdAt: '2026-10-29T10:00:00.000Z',
      version: 1,
    },
  ])
  expect(headers.location).toBe(`/v1/ideas/${body.id}`)
  expect(await service.do('GET', `/v1/ideas/${body.id}`, { as: sanne.id })).toEqual(body)
  for (const filter of [`caseId=${kase.id}`, `ruleId=${rule.id}`, `authorId=${sanne.id}&state=open`])
    expect((await service.do('GET', `/v1/ideas?${filter}`)).data).toEqual([body])
  expect(await eventsOf(body.id)).toMatchObject([{ type: 'idea.made', actor_kind: 'system' }])
})

test('what there is not is refused, all of it at once', async () => {
  const { have, kase } = await setIdea()
  const other = await service.employee({})
  const { status, body } = await have({ ...said, caseIds: [kase.id, randomUUID()], ruleIds: [randomUUID()] })
  expect([status, body.errors]).toEqual([
    422,
    [
      { pointer: '#/caseIds/1', message: 'is no case that you see' },
      { pointer: '#/ruleIds/0', message: 'is no rule' },
    ],
  ])
  expect((await have({ ...said, caseIds: [kase.id] }, other.id)).status).toBe(422)
})

test('a case is shown to who sees it, and to nobody else', async () => {
  const { have, kase, piet } = await setIdea()
  const { id } = (await have({ ...said, caseIds: [kase.id] })).body
  const foreign = await service.employee({})
  const seenBy = async (as: string) => (await service.do('GET', `/v1/ideas/${id}`, { as })).caseIds
  expect([await seenBy(piet.id), await seenBy(foreign.id)]).toEqual([[kase.id], []])
  expect((await service.do('GET', `/v1/ideas?caseId=${kase.id}`, { as: foreign.id })).data).toEqual([])
})

describe('an anonymous idea', () => {
  test('is on record without its author, in no row, event, key or line of the log', async () => {
    const { sanne } = await setIdea()
    const headers = { 'idempotency-key': randomUUID() }
    const { status, body } = await service.call('POST', '/v1/ideas', {
      as: sanne.id,
      headers,
      body: { ...said, anonymous: true },
    })
    expect([status, body.anonymous, body.author]).toEqual([201, true, null])
    expect(await eventsOf(body.id)).toMatchObject([
      { type: 'idea.made', actor_kind: 'system', actor_id: null, data: { anonymous: true } },
    ])
    const { rows } = await service.sql.query('select author_id from ideas where id = $1', [body.id])
    expect(rows).toEqual([{ author_id: null }])
    const kept = await service.sql.query('select 1 from idempotency_keys where key = $1', [
      headers['idempotency-key'],
    ])
    expect(kept.rowCount).toBe(0)
    expect((await service.do('GET', '/v1/me/day', { as: sanne.id })).ideas).toEqual([])
  })

  test('that is refused names its author no more than one that is not', async () => {
    const { sanne } = await setIdea()
    const before = lines.length
    await service.call('POST', '/v1/ideas', {
      as: sanne.id,
      body: { ...said, anonymous: true, ruleIds: [randomUUID()] },
    })
    await service.call('POST', '/v1/ideas', { as: sanne.id, body: { ...said, anonymous: 'yes' } })
    const told = lines.slice(before)
    expect(told.length).toBe(2)
    expect(JSON.stringify(told)).not.toContain(sanne.id)
    for (const line of told) expect(line).toMatchObject({ audit: 'refused', caller: null, address: null })
  })

  test('stays nobody’s, whoever writes', async () => {
    const { have, sanne } = await setIdea()
    const { id } = (await have({ ...said, anonymous: true })).body
    await expect(
      service.sql.query('update ideas set author_id = $2, anonymous = false where id = $1', [id, sanne.id]),
    ).rejects.toMatchObject({ constraint: 'ideas_are_history' })
    await expect(
      service.sql.query(
        `insert into ideas (id, title, body, anonymous, author_id, created_at, answer_by)
         values (gen_random_uuid(), 'x', 'y', true, $1, now(), now() + interval '1 day')`,
        [sanne.id],
      ),
    ).rejects.toMatchObject({ constraint: 'ideas_anonymous_are_nobodys' })
  })
})

test('a colleague supports an idea once, fifty times at once; its author does not', async () => {
  const { have, piet, sanne } = await setIdea()
  // Who has an idea of their own may support another.
  await have(said, piet.id)
  const { id } = (await have()).body
  const url = `/v1/ideas/${id}/support`
  const answers = await atOnce([service, beside], (each) => each.call('POST', url, { as: piet.id }))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await service.do('GET', `/v1/ideas/${id}`, { as: piet.id })).toMatchObject({
    supports: 1,
    supported: true,
    version: 2,
  })
  expect(await eventsOf(id, 'idea.supported')).toHaveLength(1)
  expect((await service.call('POST', url, { as: sanne.id })).status).toBe(403)
  await expect(
    service.sql.query('insert into idea_supports values ($1, $2, now())', [id, sanne.id]),
  ).rejects.toMatchObject({ constraint: 'idea_supports_are_of_others' })
  await expect(
    service.sql.query('insert into idea_supports values ($1, $2, now())', [id, piet.id]),
  ).rejects.toMatchObject({ constraint: 'idea_supports_once' })
})

test('an answer is overdue by time, is told once, and late it is an answer all the same', async () => {
  const { have, answer, sanne, piet, coach } = await setIdea()
  const { id, answerBy } = (await have()).body
  await service.do('POST', `/v1/ideas/${id}/support`, { as: piet.id })
  service.clock.now = Temporal.Instant.from(answerBy).add({ milliseconds: -1 })
  expect((await service.do('GET', `/v1/ideas/${id}`)).overdue).toBe(false)
  service.clock.now = Temporal.Instant.from(answerBy)
  expect((await service.do('GET', `/v1/ideas/${id}`)).overdue).toBe(true)
  expect((await service.do('GET', '/v1/ideas?overdue=true')).data.map((i: { id: string }) => i.id)).toContain(
    id,
  )
  const at = Temporal.Instant.from(answerBy)
  await Promise.all(instances.map((db) => announceLateAnswers(db, at)))
  expect(await eventsOf(id, 'idea.overdue')).toHaveLength(1)

  const answered = await answer(id, { decision: 'trying', reason: 'For a month.' })
  expect([answered.status, answered.body.state, answered.body.answeredLate]).toEqual([200, 'trying', true])
  expect((await answer(id)).body.answer).toMatchObject({ decision: 'adopted', by: { id: coach.id } })
  const again = await answer(id, { decision: 'declined', reason: 'After all.' })
  expect([again.status, again.body.code]).toEqual([409, 'idea-is-answered'])
  await expect(
    service.sql.query(`update ideas set decision = 'declined' where id = $1`, [id]),
  ).rejects.toMatchObject({ constraint: 'ideas_decisions_stand' })
  const told = await service.call('PATCH', `/v1/ideas/${id}`, {
    as: coach.id,
    headers: { 'if-match': '*' },
    body: { result: 'Half the calls.' },
  })
  expect([told.status, told.body.result.text]).toEqual([200, 'Half the calls.'])
  for (const [as, mine] of [
    [sanne.id, true],
    [piet.id, false],
  ] as const)
    expect((await service.do('GET', '/v1/me/day', { as })).ideas).toMatchObject([
      { id, mine, state: 'adopted', result: 'Half the calls.' },
    ])
})

test('a result follows an answer, and nobody answers their own idea', async () => {
  const { have, answer, coach } = await setIdea()
  const { id } = (await have(said, coach.id)).body
  const early = await service.call('PATCH', `/v1/ideas/${id}`, {
    as: coach.id,
    headers: { 'if-match': '*' },
    body: { result: 'None.' },
  })
  expect([early.status, early.body.code]).toEqual([409, 'idea-is-open'])
  expect((await answer(id)).status).toBe(403)
  await expect(
    service.sql.query(
      `update ideas set decision = 'adopted', reason = 'Mine.', answered_by_id = author_id, answered_at = now() where id = $1`,
      [id],
    ),
  ).rejects.toMatchObject({ constraint: 'ideas_are_answered_by_another' })
  for (const change of ['delete from ideas', `update ideas set title = 'z'`, 'truncate ideas cascade'])
    await expect(service.sql.query(change)).rejects.toMatchObject({ constraint: 'ideas_are_history' })
})
