import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { houseRule } from '../requests/objects.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const nothing = { cases: 0, chases: 0, gestures: 0, given: euro('0.00'), recoveries: 0 }

/** A house rule, a topic of its own, and cases on it that a test can have trouble with. */
async function setRule() {
  const scene = await setScene(service)
  const { sanne, piet } = scene
  const topic = `bill-${randomUUID().slice(0, 8)}`
  await service.do('POST', '/v1/topics', { body: { code: topic, name: 'Bills' } })
  const rule = await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) })
  const post = (url: string, body: object, as = sanne.id): Promise<Answer['body']> =>
    service.do('POST', url, { as, body })
  const open = (fields: object = {}) => scene.take({ topic, ...fields })
  const bend = (caseId: string, ruleId: string = rule.id) =>
    post(`/v1/cases/${caseId}/deviations`, { ruleId, benefit: 'Gets it back.', reason: 'Ours.' })
  const give = (caseId: string, amount: string) =>
    post(`/v1/cases/${caseId}/gestures`, { kind: 'credit', amount: euro(amount), reason: 'Ours.' })
  const chase = (caseId: string) => post(`/v1/cases/${caseId}/contacts`, inbound, piet.id)
  const bill = (id: string = rule.id): Promise<Answer['body']> => service.do('GET', `/v1/rules/${id}/bill`)
  const review = (body: object) => post(`/v1/rules/${rule.id}/review`, { reason: 'So.', ...body })
  return { ...scene, rule, topic, post, open, bend, give, chase, bill, review }
}

test('a bill says how often the rule was bent and what that cost, beside the other cases on the topic', async () => {
  const { rule, open, bend, give, chase, bill } = await setRule()
  const [first, second, other] = [await open(), await open(), await open()]
  for (const { id } of [first, first, second]) await bend(id)
  await give(first.id, '25.00')
  await give(first.id, '7.50')
  const { id: taken } = await give(second.id, '100.00')
  await service.do('POST', `/v1/gestures/${taken}/withdraw`, { as: first.owner.id, body: {} })
  await give(other.id, '4.00')
  for (const { id } of [second, second, other]) await chase(id)
  const shown = await bill()
  expect(shown).toEqual({
    ruleId: rule.id,
    code: rule.code,
    title: rule.title,
    kind: 'house',
    state: 'active',
    from: shown.from,
    until: shown.until,
    bent: 3,
    bentEver: 3,
    costOfBending: { cases: 2, chases: 2, gestures: 2, given: euro('32.50'), recoveries: 0 },
    besides: { cases: 1, chases: 1, gestures: 1, given: euro('4.00'), recoveries: 0 },
    shareOfHonestPeopleBurdened: 0.6,
    burden: rule.burden,
    ideas: [],
    effects: [],
  })
  const answer = await service.call('GET', `/v1/rules/${rule.id}/bill`)
  expect(answer.headers['data-as-of']).toMatch(/^\d{4}-.*Z$/)
  expect(Temporal.Instant.from(shown.from).until(shown.until).total('hours')).toBe(90 * 24)
})

test('a case that repairs what went wrong counts as a recovery, and a case of another topic does not count', async () => {
  const { open, bend, bill, post } = await setRule()
  const { id: customerId } = await service.customer()
  const [bent, other] = [await open({ customerId }), await open({ origin: 'recovery' })]
  await open({ topic: undefined })
  await bend(bent.id)
  await post(`/v1/cases/${bent.id}/resolve`, { outcome: 'answered', summary: 'Told.', contact: outbound })
  const { survey } = await service.do('GET', `/v1/cases/${bent.id}/links`)
  expect((await bill()).costOfBending.recoveries).toBe(0)
  const token = survey.url.split('/').at(-1)
  const said = { score: 2, comment: 'I had to call three times.' }
  await service.do('POST', `/v1/surveys/${token}`, { key: null, body: said })
  expect(await service.do('GET', `/v1/cases/${bent.id}`)).toMatchObject({
    status: 'open',
    origin: 'question',
  })
  const { words } = await service.do('GET', '/v1/me/effect', { as: bent.owner.id })
  expect(words).toEqual([
    { caseId: bent.id, reference: bent.reference, ...said, at: expect.stringMatching(/^\d{4}-.*Z$/) },
  ])
  const theirs = await service.do('GET', '/v1/me/effect', {
    as: (await service.employee({ teamId: null })).id,
  })
  expect([theirs.words, other.origin]).toEqual([[], 'recovery'])
  const { costOfBending, besides } = await bill()
  expect([costOfBending, besides]).toEqual([
    { ...nothing, cases: 1, recoveries: 1 },
    { ...nothing, cases: 1, recoveries: 1 },
  ])
})

test('a complaint about an employee is in nobody’s bill', async () => {
  const { open, bend, give, piet, bill, rule } = await setRule()
  const about = await open({ aboutEmployeeId: piet.id })
  await bend(about.id)
  await give(about.id, '12.00')
  for (let n = 0; n < 10; n++) await bend(about.id)
  expect((await service.do('GET', `/v1/rules/${rule.id}`)).reviewDueSince).toBeNull()
  expect(await bill()).toMatchObject({ bent: 0, bentEver: 0, costOfBending: nothing, besides: nothing })
  await bend((await open()).id)
  expect(await bill()).toMatchObject({ bent: 1, costOfBending: { cases: 1 }, besides: nothing })
})

test('the ideas against a rule are on its bill, without a word of whose they are', async () => {
  const { rule, sanne, piet, post, bill } = await setRule()
  const against = { title: 'Pay it back', body: 'It was our mistake.', ruleIds: [rule.id] }
  const { id: open } = await post('/v1/ideas', against)
  const { id: adopted } = await post('/v1/ideas', { ...against, title: 'Ask nobody' })
  await post('/v1/ideas', { title: 'Coffee', body: 'Better.' })
  await post(`/v1/ideas/${open}/support`, {}, piet.id)
  const { id: coach } = await service.employee({ teamId: null, role: 'coach' })
  await post(`/v1/ideas/${adopted}/answer`, { decision: 'adopted', reason: 'Yes.' }, coach)
  const { ideas } = await bill()
  expect(ideas).toEqual([
    { id: adopted, title: 'Ask nobody', state: 'adopted', supports: 0 },
    { id: open, title: 'Pay it back', state: 'open', supports: 1 },
  ])
  expect(JSON.stringify(ideas)).not.toContain(sanne.id)
})

test('a bill is of the past 90 days, and says how often it was ever bent', async () => {
  const { open, bend, bill } = await setRule()
  await bend((await open()).id)
  service.clock.now = Temporal.Now.instant().add({ hours: 91 * 24 })
  expect(await bill()).toMatchObject({ bent: 0, bentEver: 1, costOfBending: nothing, besides: nothing })
})

test('a rule that was bent ten times is due, and is abolished with its bill before it', async () => {
  const { rule, open, bend, give } = await setRule()
  const kase = await open()
  for (let time = 0; time < 10; time++) await bend(kase.id)
  await give(kase.id, '30.00')
  expect((await service.do('GET', `/v1/rules/${rule.id}`)).reviewDueSince).not.toBe(null)
  const { id } = await service.employee({ teamId: null, role: 'coach' })
  const body = { decision: 'abolish', reason: 'It served nobody.' }
  await service.do('POST', `/v1/rules/${rule.id}/review`, { as: id, body })
  const { data } = await service.do('GET', '/v1/events?type=rule.reviewed&limit=200')
  const told = data.filter((event: Answer['body']) => event.data.ruleId === rule.id)
  expect(told.map((event: Answer['body']) => event.data)).toMatchObject([
    {
      decision: 'abolish',
      bill: { bent: 10, cases: 1, chases: 0, gestures: 1, given: euro('30.00'), recoveries: 0 },
    },
  ])
  const again = { ruleId: rule.id, benefit: 'X', reason: 'X' }
  const refused = await service.call('POST', `/v1/cases/${kase.id}/deviations`, {
    as: kase.owner.id,
    body: again,
  })
  expect([refused.status, refused.body.code]).toEqual([409, 'rule-is-abolished'])
})

test('ninety days after a change, and after an end, the bill shows the effect', async () => {
  const { open, bend, chase, review, bill } = await setRule()
  const begun = Temporal.Now.instant()
  const on = (day: number) => {
    service.clock.now = begun.add({ hours: 24 * day })
  }
  const before = await open()
  await bend(before.id)
  await bend(before.id)
  await chase(before.id)
  on(1)
  await review({ decision: 'change', reviewOn: '2095-01-01', text: 'Only after 60 days.' })
  const [pending] = (await bill()).effects
  expect(pending).toMatchObject({ decision: 'change', bentBefore: 2, bentAfter: null, after: null })
  expect(pending.before).toEqual({ ...nothing, cases: 1, chases: 1 })
  expect(Temporal.Instant.from(pending.at).until(pending.knownFrom).total('hours')).toBe(90 * 24)
  on(2)
  const later = await open()
  await open()
  await bend(later.id)
  service.clock.now = Temporal.Instant.from(pending.knownFrom).subtract({ milliseconds: 1 })
  expect((await bill()).effects).toMatchObject([{ after: null }])
  service.clock.now = Temporal.Instant.from(pending.knownFrom)
  expect((await bill()).effects).toEqual([{ ...pending, bentAfter: 1, after: { ...nothing, cases: 2 } }])
  on(120)
  await review({ decision: 'abolish' })
  expect((await bill()).effects.map(({ decision }: { decision: string }) => decision)).toEqual([
    'abolish',
    'change',
  ])
})

test('a house rule that nobody renewed ended too, at the moment at which it lapsed', async () => {
  const { sanne, bill } = await setRule()
  const zone = 'Europe/Amsterdam'
  const day = Temporal.Now.plainDateISO(zone).add({ days: 2 })
  const rule = await service.do('POST', '/v1/rules', {
    body: { ...houseRule(sanne.id), reviewOn: day.toString() },
  })
  const end = day.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  service.clock.now = end.subtract({ milliseconds: 1 })
  expect(await bill(rule.id)).toMatchObject({ state: 'active', effects: [] })
  service.clock.now = end
  expect(await bill(rule.id)).toMatchObject({
    state: 'lapsed',
    effects: [{ decision: 'lapse', at: end.toString({ smallestUnit: 'millisecond' }), after: null }],
  })
})

test('there is no bill of a rule that there is not', async () => {
  const { status, body } = await service.call('GET', `/v1/rules/${randomUUID()}/bill`)
  expect([status, body.code]).toEqual([404, 'not-found'])
})
