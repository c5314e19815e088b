import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { announceReviews, nextReviewDue } from '../../src/rooms/rules/announce-reviews.ts'
import { houseRule } from '../requests/objects.ts'
import { atOnce } from '../support/at-once.ts'
import { setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let instances: readonly [Database, Database]
beforeAll(() => {
  const open = () => openDatabase({ url: service.databaseUrl, connections: 8, onError: () => undefined })
  instances = [open(), open()]
})
afterAll(() => Promise.all(instances.map((db) => db.close())))

const zone = 'Pacific/Auckland'
const day = Temporal.Now.plainDateISO(zone).add({ days: 3 })
const dawn = day.toZonedDateTime(zone).toInstant()

/** House rules that are to be reviewed on that day in Auckland. */
async function setRules(count: number) {
  await service.do('PATCH', '/v1/organisation', { headers: { 'if-match': '*' }, body: { timeZone: zone } })
  const { sanne } = await setScene(service)
  const make = () =>
    service.do('POST', '/v1/rules', { body: { ...houseRule(sanne.id), reviewOn: day.toString() } })
  const rules = await Promise.all(Array.from({ length: count }, make))
  const told = async (): Promise<Answer['body'][]> => {
    const { data } = await service.do('GET', '/v1/events?type=rule.review-due&limit=200')
    return data.filter((event: Answer['body']) => rules.some(({ id }) => id === event.data.ruleId))
  }
  return { sanne, rules, told }
}

test('a review is due when its day begins in the time of the organisation, and not before', async () => {
  const { rules, sanne, told } = await setRules(1)
  const [rule] = rules
  await announceReviews(instances[0], dawn.subtract({ milliseconds: 1 }))
  expect(await told()).toEqual([])
  expect(await nextReviewDue(instances[0])).toBe(dawn.toString({ smallestUnit: 'millisecond' }))
  await announceReviews(instances[0], dawn)
  await announceReviews(instances[0], dawn.add({ hours: 1000 }))
  expect(await told()).toMatchObject([
    {
      actor: { kind: 'system', id: null },
      data: { ruleId: rule?.id, review: 1, because: 'date', reviewOn: day.toString() },
    },
  ])
  service.clock.now = dawn
  const due = await service.do('GET', `/v1/rules/${rule?.id}`)
  expect(due).toMatchObject({ state: 'active', version: 2 })
  expect(Temporal.Instant.compare(due.reviewDueSince, dawn)).toBe(0)
  const keep = { decision: 'keep', reason: 'Good.', reviewOn: '2095-01-01' }
  const kept = await service.do('POST', `/v1/rules/${rule?.id}/review`, { as: sanne.id, body: keep })
  expect(kept).toMatchObject({ state: 'active', reviewDueSince: null, reviewOn: '2095-01-01' })
})

test('of many at once on two instances each is told once, and one that was abolished is not', async () => {
  const { rules, sanne, told } = await setRules(20)
  const [gone] = rules
  const abolish = { decision: 'abolish', reason: 'Serves nobody.' }
  await service.do('POST', `/v1/rules/${gone?.id}/review`, { as: sanne.id, body: abolish })
  await atOnce(instances, (db) => announceReviews(db, dawn), 20)
  await announceReviews(instances[0], dawn)
  const ids = (await told()).map(({ data }) => data.ruleId)
  expect(ids.sort()).toEqual(
    rules
      .slice(1)
      .map(({ id }) => id)
      .sort(),
  )
})
