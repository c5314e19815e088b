import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { announceLateAnswers } from '../../src/rooms/ideas/announce-late-answers.ts'
import { houseRule } from '../requests/objects.ts'
import { expectInvariants } from '../support/invariants.ts'
import { outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
afterEach(async () => {
  service.clock.now = undefined
  await expectInvariants(service)
})

/** Who may read it is who it is of: a system for itself and everybody else learn nothing of hers. */
const effectOf = (as?: string) => service.call('GET', '/v1/me/effect', as ? { as } : {})

test('a rule that is bent ten times goes, an idea is answered late, and who bent and thought sees what came of it', async () => {
  service.clock.now = Temporal.Instant.from('2026-11-03T10:00:00Z')
  const { take, sanne, piet, team } = await setScene(service)
  const coach = await service.employee({ teamId: team.id, role: 'coach' })
  const rule = await service.do('POST', '/v1/rules', { body: houseRule(piet.id) })
  const law = await service.do('POST', '/v1/rules', {
    body: {
      code: 'privacy',
      title: 'Privacy',
      text: 'Of others we say nothing.',
      kind: 'statutory',
      ownerId: piet.id,
    },
  })
  const bend = (caseId: string, ruleId: string) =>
    service.call('POST', `/v1/cases/${caseId}/deviations`, {
      as: sanne.id,
      body: { ruleId, benefit: 'Gets it back.', reason: 'It was our mistake.' },
    })
  const due = async (type: string) =>
    (await service.do('GET', `/v1/events?type=${type}&limit=200`)).data.filter(
      ({ data }: Answer['body']) => data.ruleId === rule.id || data.ideaId !== undefined,
    )

  for (let n = 0; n < 10; n++) {
    expect(await due('rule.review-due')).toEqual([])
    const kase = await take()
    expect((await bend(kase.id, rule.id)).status).toBe(201)
    expect((await bend(kase.id, law.id)).body.code).toBe('rule-is-statutory')
  }
  expect(await due('rule.review-due')).toMatchObject([{ data: { ruleId: rule.id, deviations: 10 } }])

  const idea = await service.do('POST', '/v1/ideas', {
    as: sanne.id,
    body: { title: 'Pay back what was our mistake', body: 'Always.', anonymous: true, ruleIds: [rule.id] },
  })
  const mine = await service.do('POST', '/v1/ideas', {
    as: sanne.id,
    body: { title: 'Say sorry first', body: 'It helps.' },
  })
  await service.do('POST', `/v1/ideas/${idea.id}/support`, { as: piet.id })
  service.clock.now = Temporal.Instant.from(idea.answerBy).add({ hours: 1 })
  const db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
  for (let n = 0; n < 2; n++) await announceLateAnswers(db, service.clock.now)
  await db.close()
  const late = (await due('idea.overdue')).map(({ data }: Answer['body']) => data.ideaId)
  expect(late.sort()).toEqual([idea.id, mine.id].sort())

  const bill = await service.do('GET', `/v1/rules/${rule.id}/bill`, { as: coach.id })
  expect(JSON.stringify(bill)).toContain('10')
  const abolished = await service.do('POST', `/v1/rules/${rule.id}/review`, {
    as: coach.id,
    body: { decision: 'abolish', reason: 'Ten times in a month.' },
  })
  expect(abolished.state).toBe('abolished')
  for (const { id } of [idea, mine])
    await service.do('POST', `/v1/ideas/${id}/answer`, {
      as: coach.id,
      body: { decision: 'adopted', reason: 'Yes.' },
    })
  const kase = await take()
  expect((await bend(kase.id, rule.id)).body.code).toBe('rule-is-abolished')
  await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Told.', contact: outbound },
  })

  const hers = (await effectOf(sanne.id)).body
  expect(hers).toMatchObject({
    customersHelped: 1,
    promises: { kept: 1, keptInTime: 1 },
    rules: [{ id: rule.id, deviations: 10, decision: 'abolish' }],
    ideas: [{ id: mine.id, title: 'Say sorry first' }],
  })
  for (const other of [piet.id, coach.id]) {
    const { body } = await effectOf(other)
    expect([body.rules, body.ideas, body.customersHelped]).toEqual([[], [], 0])
  }
  expect((await effectOf()).status).toBe(403)
})
