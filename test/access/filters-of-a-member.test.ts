import { beforeAll, expect, test } from 'vitest'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

/* A member's lists come from two places, their team and where they are consulted: filters mean the same in both. */

const service = useService()
let home: Scene
let away: Scene
/** Sanne at home: two of her team, one of another on which she is consulted, and one of that team which she never sees. */
let cases: Readonly<Record<'first' | 'second' | 'consulted' | 'unseen', Answer['body']>>

beforeAll(async () => {
  home = await setScene(service)
  away = await setScene(service)
  const [first, second] = [await home.take(), await home.take()]
  const [consulted, unseen] = [await away.take(), await away.take()]
  for (const { id } of [first, consulted])
    await service.do('POST', `/v1/cases/${id}/contacts`, { body: inbound })
  await service.do('POST', `/v1/cases/${consulted.id}/consultations`, {
    as: away.sanne.id,
    body: { employeeId: home.sanne.id, question: 'Why?' },
  })
  const headers = { 'if-match': '*' }
  await service.do('PATCH', `/v1/cases/${first.id}`, { as: home.sanne.id, headers, body: { tags: ['late'] } })
  cases = { first, second, consulted, unseen }
})

async function found(list: 'cases' | 'callbacks', query: string, as = home.sanne.id): Promise<string[]> {
  const ids: string[] = []
  let next = `/v1/${list}?limit=1&${query}`
  for (;;) {
    const { data, nextCursor } = await service.do('GET', next, { as })
    ids.push(...data.map(({ id, caseId = id }: Answer['body']) => caseId))
    if (nextCursor === null) break
    next = `/v1/${list}?limit=1&${query}&cursor=${encodeURIComponent(nextCursor)}`
  }
  const names = Object.entries(cases)
  return ids.map((id) => names.find(([, kase]) => kase.id === id)?.[0] ?? id)
}

test.each([
  ['their own team', () => [home.team.id], ['first', 'second']],
  ['another team', () => [away.team.id], ['consulted']],
  ['both', () => [away.team.id, home.team.id], ['first', 'second', 'consulted']],
] as const)('asked of %s', async (_, teams, expected) => {
  const teamId = `teamId=${teams().join(',')}`
  const sorted = [...expected].sort()
  expect((await found('cases', teamId)).sort()).toEqual(sorted)
  expect((await found('callbacks', teamId)).sort()).toEqual(sorted)
  expect((await found('callbacks', `${teamId}&order=-madeAt`)).sort()).toEqual(sorted)
})

test('what was chased is theirs and what they are consulted on', async () => {
  expect(await found('cases', 'chased=true')).toEqual(['consulted', 'first'])
  expect(await found('cases', `chased=true&teamId=${home.team.id}`)).toEqual(['first'])
  expect(await found('cases', 'chased=false')).toEqual(['second'])
})

test('the order of the last change is that of all of these', async () => {
  expect(await found('cases', 'order=-updatedAt')).toEqual(['first', 'consulted', 'second'])
  expect(await found('cases', 'order=updatedAt')).toEqual(['second', 'consulted', 'first'])
  expect(await found('cases', 'order=updatedAt&status=open&tag=late')).toEqual(['first'])
})

test('whom somebody stands in for now are walked one by one, in the order of the list', async () => {
  const third = await service.employee({ teamId: home.team.id })
  const body = { customerId: home.customer.id, question: 'When?' }
  const ofThird = await service.do('POST', '/v1/cases', { as: third.id, body })
  const mine = (query = '') => found('callbacks', `standInId=${home.piet.id}${query}`, home.piet.id)
  expect(await mine()).toEqual([])
  const now = Temporal.Now.instant()
  const [from, until] = [now.subtract({ hours: 1 }).toString(), now.add({ hours: 1 }).toString()]
  await coverAbsence(service, { owner: home.sanne.id, by: home.piet.id, from, until })
  await coverAbsence(service, { owner: third.id, by: home.piet.id, from, until })
  expect(await mine()).toEqual(['first', 'second', ofThird.id])
  expect(await mine('&order=-until')).toEqual([ofThird.id, 'second', 'first'])
  expect(await mine(`,${away.piet.id}`)).toEqual(['first', 'second', ofThird.id])
  expect(await mine(`&ownerId=${third.id}`)).toEqual([ofThird.id])
})
