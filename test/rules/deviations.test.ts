import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { freshName, houseRule } from '../requests/objects.ts'
import { atOnce, tally } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)

const said = { benefit: 'Gets it back.', reason: 'The mistake was ours.' }

async function setRule(fields: object = {}) {
  const scene = await setScene(service)
  const body = { ...houseRule(scene.sanne.id), ...fields }
  const rule = await service.do('POST', '/v1/rules', { body })
  const kase = await scene.take()
  const bend = (as = scene.sanne.id, at = service): Promise<Answer> =>
    at.call('POST', `/v1/cases/${kase.id}/deviations`, { as, body: { ruleId: rule.id, ...said } })
  const due = async () => {
    const { data } = await service.do('GET', '/v1/events?type=rule.review-due&limit=200')
    return data.flatMap((event: Answer['body']) => (event.data.ruleId === rule.id ? [event.data] : []))
  }
  return { ...scene, rule, kase, bend, due }
}

test('the owner bends a rule at once, and the case tells of it', async () => {
  const { rule, kase, sanne, bend } = await setRule()
  const { status, body } = await bend()
  expect([status, body]).toEqual([
    201,
    {
      id: body.id,
      caseId: kase.id,
      reference: kase.reference,
      ruleId: rule.id,
      rule: { id: rule.id, code: rule.code, title: rule.title, kind: 'house' },
      textNumber: 1,
      ...said,
      values: [],
      by: { id: sanne.id, name: sanne.name },
      at: body.at,
    },
  ])
  expect((await service.do('GET', `/v1/cases/${kase.id}/deviations`)).data).toEqual([body])
  for (const filter of [`ruleId=${rule.id}`, `caseId=${kase.id}`, `reference=${kase.reference}`])
    expect((await service.do('GET', `/v1/deviations?${filter}`)).data).toEqual([body])
  const before = Temporal.Instant.from(body.at).subtract({ milliseconds: 1 })
  const found = async (filter: string) =>
    (await service.do('GET', `/v1/deviations?caseId=${kase.id}&${filter}`)).data.length
  expect([await found(`atAfter=${before}`), await found(`atAfter=${body.at}`)]).toEqual([1, 0])
  expect([await found(`atBefore=${before}`), await found(`atBefore=${body.at}`)]).toEqual([0, 0])
  const { data } = await service.do('GET', `/v1/cases/${kase.id}/timeline`)
  const entry = data.find(({ type }: { type: string }) => type === 'deviation.recorded')
  expect([entry.headline, entry.text]).toEqual([`${sanne.name} bent a rule for the customer.`, said.reason])
})

test('so does who stands in for the owner; nobody else', async () => {
  const { bend, piet, sanne } = await setRule()
  expect((await bend(piet.id)).body.code).toBe('only-the-owner')
  const now = Temporal.Now.instant()
  await coverAbsence(service, {
    owner: sanne.id,
    by: piet.id,
    from: now.subtract({ hours: 1 }).toString(),
    until: now.add({ hours: 1 }).toString(),
  })
  const { status, body } = await bend(piet.id)
  expect([status, body.by?.id]).toEqual([201, piet.id])
})

test('not in a case that is resolved, nor a rule that there is not', async () => {
  const { rule, resolved, sanne, kase } = await setRule()
  const ended = await resolved()
  const bend = (id: string, ruleId: string) =>
    service.call('POST', `/v1/cases/${id}/deviations`, { as: sanne.id, body: { ruleId, ...said } })
  expect((await bend(ended.id, rule.id)).body.code).toBe('case-is-resolved')
  expect((await bend(kase.id, randomUUID())).body.errors).toEqual([
    { pointer: '#/ruleId', message: 'is no rule' },
  ])
})

test('the law is not bent, nor what was abolished or has lapsed', async () => {
  const law = await setRule({ kind: 'statutory' })
  const { status, body } = await law.bend()
  expect([status, body.code]).toEqual([422, 'rule-is-statutory'])
  expect((await (await setRule({ kind: 'contract' })).bend()).status).toBe(201)

  const gone = await setRule()
  const abolish = { decision: 'abolish', reason: 'Serves nobody.' }
  await service.do('POST', `/v1/rules/${gone.rule.id}/review`, { as: gone.sanne.id, body: abolish })
  const ended = await gone.bend()
  expect([ended.status, ended.body.code]).toEqual([409, 'rule-is-abolished'])

  const zone = 'Europe/Amsterdam'
  const day = Temporal.Now.plainDateISO(zone).add({ days: 2 })
  const late = await setRule({ reviewOn: day.toString() })
  const end = day.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  service.clock.now = end.subtract({ milliseconds: 1 })
  expect((await late.bend()).status).toBe(201)
  service.clock.now = end
  expect((await late.bend()).body.code).toBe('rule-is-abolished')
})

test('of fifty at once on two instances the tenth tells that a review is due, once', async () => {
  const { rule, sanne, due, take } = await setRule()
  const cases = await Promise.all(Array.from({ length: 5 }, () => take()))
  const answers = await atOnce([service, beside], (at, n) =>
    at.call('POST', `/v1/cases/${cases[n % 5]?.id}/deviations`, {
      as: sanne.id,
      body: { ruleId: rule.id, ...said },
    }),
  )
  expect(tally(answers)).toEqual({ 201: 50 })
  expect(await due()).toEqual([{ ruleId: rule.id, review: 1, because: 'bent', deviations: 10 }])
  const told = await service.do('GET', `/v1/rules/${rule.id}`)
  // They wait for one another at the rule, not in the order of their moments.
  const moments = (await service.do('GET', `/v1/deviations?ruleId=${rule.id}`)).data.map(
    ({ at }: { at: string }) => at,
  )
  expect(moments).toContain(told.reviewDueSince)
  expect(told.version).toBe(2)
  const dueOnes = await service.do('GET', `/v1/rules?reviewDue=true&code=${rule.code}`)
  expect(dueOnes.data).toEqual([told])
}, 240_000)

test('the tenth tells even where its moment lies before those of the nine', async () => {
  const { sanne, bend, due, take, rule } = await setRule()
  const other = await take()
  for (let n = 0; n < 9; n += 1) expect((await bend()).status).toBe(201)
  const latest = (await service.do('GET', `/v1/deviations?ruleId=${rule.id}`)).data[0].at
  // A request that began earlier and waited for its turn at the rule.
  beside.clock.now = Temporal.Instant.from(latest).subtract({ milliseconds: 5 })
  const body = { ruleId: rule.id, ...said }
  await beside.do('POST', `/v1/cases/${other.id}/deviations`, { as: sanne.id, body })
  expect(await due()).toEqual([{ ruleId: rule.id, review: 1, because: 'bent', deviations: 10 }])
})

test('it counts what happened in 90 days and since the last review', async () => {
  const { rule, sanne, bend, due } = await setRule()
  const begun = Temporal.Now.instant()
  const bendAt = async (days: number, times: number) => {
    service.clock.now = begun.add({ hours: 24 * days })
    for (let time = 0; time < times; time++) expect((await bend()).status).toBe(201)
    return (await due()).length
  }
  expect(await bendAt(0, 9)).toBe(0)
  expect(await bendAt(91, 9)).toBe(0)
  const keep = { decision: 'keep', reason: 'Good.', reviewOn: '2095-01-01' }
  await service.do('POST', `/v1/rules/${rule.id}/review`, { as: sanne.id, body: keep })
  expect(await bendAt(92, 9)).toBe(0)
  expect(await bendAt(92, 2)).toBe(1)
  await service.do('POST', `/v1/rules/${rule.id}/review`, { as: sanne.id, body: keep })
  expect((await service.do('GET', `/v1/rules/${rule.id}`)).reviewDueSince).toBe(null)
  expect(await bendAt(93, 10)).toBe(2)
  expect((await due()).map(({ review }: { review: number }) => review).sort()).toEqual([2, 3])
}, 240_000)

test('who bends sees the version of the rule’s text that they bent', async () => {
  const { rule, sanne, bend } = await setRule({ code: freshName() })
  const body = { decision: 'change', reason: 'Stricter.', reviewOn: '2095-01-01', text: 'Never.' }
  await service.do('POST', `/v1/rules/${rule.id}/review`, { as: sanne.id, body })
  expect((await bend()).body.textNumber).toBe(2)
})

test('a deviation names the values that it serves, and only those of the organisation', async () => {
  const { rule, kase, sanne } = await setRule()
  const current = await service.call('GET', '/v1/values')
  await service.do('PUT', '/v1/values', {
    headers: { 'if-match': current.headers.etag as string },
    body: { values: [{ code: 'kind', name: 'Kind', meaning: 'We help before we ask.' }] },
  })
  const bend = (values: string[]) =>
    service.call('POST', `/v1/cases/${kase.id}/deviations`, {
      as: sanne.id,
      body: { ruleId: rule.id, ...said, values },
    })
  expect((await bend(['kind'])).body.values).toEqual(['kind'])
  const { status, body } = await bend(['kind', 'cheap'])
  expect([status, body.errors[0].pointer, body.suggestions]).toEqual([422, '#/values/1', ['kind']])
})

test('an organisation says how often a rule is bent before its review is due', async () => {
  const { bend, due } = await setRule()
  await service.do('PATCH', '/v1/organisation', { headers: { 'if-match': '*' }, body: { reviewAfter: 2 } })
  await bend()
  expect(await due()).toEqual([])
  await bend()
  expect(await due()).toMatchObject([{ because: 'bent', deviations: 2 }])
  await service.do('PATCH', '/v1/organisation', { headers: { 'if-match': '*' }, body: { reviewAfter: 10 } })
  await expect(service.sql.query('update organisation set review_after = 0')).rejects.toThrow(
    'organisation_reviews_rules',
  )
  await expect(service.sql.query(`update organisation set idea_answer_within = 'soon'`)).rejects.toThrow(
    'organisation_answers_ideas',
  )
})
