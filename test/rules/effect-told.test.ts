import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { houseRule } from '../requests/objects.ts'
import { inbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const day = 24
const nothing = {
  cases: 0,
  chases: 0,
  gestures: 0,
  given: { amount: '0.00', currency: 'EUR' },
  recoveries: 0,
}

/** A rule that was bent for a customer who chased us, with ideas against it, of Sanne and of nobody; Piet supports both. */
async function setEffect() {
  const scene = await setScene(service)
  const { sanne, piet } = scene
  const begun = Temporal.Now.instant()
  const on = (days: number, milliseconds = 0) => {
    service.clock.now = begun.add({ hours: days * day }).add({ milliseconds })
  }
  const topic = `effect-${randomUUID().slice(0, 8)}`
  await service.do('POST', '/v1/topics', { body: { code: topic, name: 'Bills' } })
  const rule = await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) })
  const post = (url: string, body: object, as = sanne.id): Promise<Answer['body']> =>
    service.do('POST', url, { as, body })
  const idea = async (fields: object = {}) => {
    const made = await post('/v1/ideas', {
      title: 'Pay back',
      body: 'Always.',
      ruleIds: [rule.id],
      ...fields,
    })
    await post(`/v1/ideas/${made.id}/support`, {}, piet.id)
    return made.id as string
  }
  const bend = async () => {
    const { id } = await scene.take({ topic })
    await post(`/v1/cases/${id}/deviations`, { ruleId: rule.id, benefit: 'Gets it back.', reason: 'Ours.' })
    await post(`/v1/cases/${id}/contacts`, inbound, piet.id)
  }
  on(0)
  const ideas = [await idea(), await idea({ anonymous: true })] as const
  await bend()
  const review = (decision: string, fields: object = {}) =>
    post(`/v1/rules/${rule.id}/review`, { decision, reason: 'So.', ...fields })
  const shown = (id: string): Promise<Answer['body']> => service.do('GET', `/v1/ideas/${id}`)
  const toldTo = async (as: string) =>
    (await service.do('GET', '/v1/me/day', { as })).ideas.map(
      ({ id, mine, effects }: { id: string; mine: boolean; effects: object[] }) => ({ id, mine, effects }),
    )
  return { ...scene, rule, ideas, idea, bend, on, review, shown, toldTo }
}

test('ninety days after a change its effect is told to who had an idea against the rule, and who supports one', async () => {
  const { sanne, piet, rule, ideas, idea, bend, on, review, shown, toldTo } = await setEffect()
  const [own, anonymous] = ideas
  on(20)
  await review('change', { text: 'Only after 60 days.', reviewOn: '2095-01-01' })
  on(21)
  const later = await idea()
  on(30)
  await bend()
  on(110, -1)
  expect((await shown(own)).effects).toEqual([])
  expect(await toldTo(sanne.id)).toEqual([])

  on(110)
  const counted = { ruleId: rule.id, decision: 'change', bentBefore: 1, bentAfter: 1 }
  for (const id of ideas) expect((await shown(id)).effects).toMatchObject([counted])
  // It is against what the rule says since.
  expect((await shown(later)).effects).toEqual([])
  const figures = { ...nothing, cases: 1, chases: 1 }
  const effects = [{ ...counted, title: rule.title, before: figures, after: figures }]
  expect(await toldTo(sanne.id)).toMatchObject([{ id: own, mine: true, effects }])
  const heard = await toldTo(piet.id)
  expect(heard).toHaveLength(2)
  expect(heard).toMatchObject([own, anonymous].sort().map((id) => ({ id, mine: false, effects })))
  const [ofBill] = (await service.do('GET', `/v1/rules/${rule.id}/bill`)).effects
  expect((await toldTo(sanne.id))[0].effects).toEqual([{ ruleId: rule.id, title: rule.title, ...ofBill }])

  on(124, -1)
  expect(await toldTo(sanne.id)).toHaveLength(1)
  on(124)
  expect(await toldTo(sanne.id)).toEqual([])
  expect((await shown(own)).effects).toMatchObject([counted])
})

test('an end has its effect too, and a rule that was kept has none', async () => {
  const { sanne, ideas, on, review, shown, toldTo } = await setEffect()
  on(10)
  await review('keep', { reviewOn: '2095-01-01' })
  on(100)
  expect((await shown(ideas[0])).effects).toEqual([])
  await review('abolish')
  on(190)
  expect((await shown(ideas[0])).effects).toMatchObject([
    { decision: 'abolish', bentBefore: 0, bentAfter: 0 },
  ])
  expect(await toldTo(sanne.id)).toMatchObject([{ effects: [{ decision: 'abolish' }] }])
})

test('a known answer is sent again when an effect came to it by time', async () => {
  const { ideas, on, review } = await setEffect()
  const get = (headers: Record<string, string> = {}) =>
    service.call('GET', `/v1/ideas/${ideas[0]}`, { headers })
  await review('abolish')
  // What is owed an answer is sent each time.
  const { id: as } = await service.employee({ teamId: null, role: 'coach' })
  const answer = { decision: 'declined', reason: 'Not now.' }
  await service.do('POST', `/v1/ideas/${ideas[0]}/answer`, { as, body: answer })
  const { headers } = await get()
  const known = { 'if-none-match': String(headers.etag) }
  expect((await get(known)).status).toBe(304)
  on(91)
  expect(await get(known)).toMatchObject({ status: 200, body: { effects: [{ decision: 'abolish' }] } })
})
