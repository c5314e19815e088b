import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const lists = ['/v1/cases', '/v1/callbacks', '/v1/events', '/v1/customers', '/v1/employees']

const idsOf = (page: { data: { id: string }[] }): string[] => page.data.map(({ id }) => id)

/** All pages of a list, by the cursor or by the link, with something done between the pages. */
async function walk(
  url: string,
  limit: number,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const found: string[] = []
  let next: string | undefined = `${url}${url.includes('?') ? '&' : '?'}limit=${limit}`
  while (next) {
    const answer: Answer = await service.call('GET', next)
    expect(answer.status).toBe(200)
    expect(answer.body.data.length).toBeLessThanOrEqual(limit)
    found.push(...idsOf(answer.body))
    const link = /^<([^>]+)>; rel="next"$/.exec(answer.headers.link ?? '')?.[1]
    expect(link === undefined).toBe(answer.body.nextCursor === null)
    if (link) expect(new URL(link, 'http://x').searchParams.get('cursor')).toBe(answer.body.nextCursor)
    next = link
    await between()
  }
  return found
}

test('walked in pages of three while others write, each list has every row that was there, once', async () => {
  const { take, sanne, piet, customer } = await setScene(service)
  for (let n = 0; n < 12; n++) {
    const kase = await take({ customer: { name: `Customer ${n}` }, customerId: undefined })
    if (n % 3 === 0) {
      const body = {
        outcome: 'reached',
        summary: 'Told.',
        then: n % 2 ? { callback: {} } : { resolve: { outcome: 'answered' } },
      }
      await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, { as: sanne.id, body })
    }
  }
  const before = new Map<string, string[]>()
  for (const list of lists) before.set(list, await walk(list, 200))

  let over = false
  let written = 0
  const writer = async (as: string) => {
    while (!over) {
      const body =
        written++ % 2
          ? { customerId: customer.id, question: 'Why?' }
          : { customer: { name: 'Else' }, question: 'Why?' }
      const kase = await service.do('POST', '/v1/cases', { as, body })
      if (written % 3 === 0)
        await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
          as,
          body: { outcome: 'busy' },
        })
    }
  }
  const writers = [writer(sanne.id), writer(piet.id)]
  for (const list of lists.slice(0, 2).concat(lists[3] as string)) {
    const seen = await walk(list, 3, () => new Promise((resolve) => setTimeout(resolve, 2)))
    expect(new Set(seen).size).toBe(seen.length)
    expect(before.get(list)?.filter((id) => !seen.includes(id))).toEqual([])
    if (written < 10) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  over = true
  await Promise.all(writers)
  const events = await walk('/v1/events', 40)
  expect(new Set(events).size).toBe(events.length)
  expect(events.slice(0, before.get('/v1/events')?.length)).toEqual(before.get('/v1/events'))
  expect(written).toBeGreaterThan(5)
})

test('pages of one, two, seven and two hundred tell the same', async () => {
  for (const list of [
    ...lists,
    '/v1/cases?status=open',
    '/v1/callbacks?state=kept,open',
    '/v1/cases?q=why',
  ]) {
    const all = await walk(list, 200)
    expect(all.length).toBeGreaterThan(1)
    for (const limit of [7, 50]) expect(await walk(list, limit)).toEqual(all)
  }
})

describe.each(lists)('%s', (list) => {
  test.each([
    'limit=0',
    'limit=201',
    'limit=',
    'limit=1e2',
    'limit=-1',
    'limit=1.5',
    'limit=0x10',
    'limit=%201',
    'limit=ten',
    'limit=99999999999',
    'Limit=5',
    'offset=5',
    'cursor=',
  ])('refuses %s', async (query) => {
    const answer = await service.call('GET', `${list}?${query}`)
    expect([answer.status, answer.body.code]).toEqual([400, 'validation-failed'])
    expect(answer.body.errors[0].pointer.toLowerCase()).toBe(`#/${query.split('=')[0]?.toLowerCase()}`)
  })

  test('refuses a cursor of another list, of other filters, or of nobody', async () => {
    const { body } = await service.call('GET', `${list}?limit=1`)
    const cursor: string = body.nextCursor
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const make = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const strange = [
      'nonsense',
      '%00',
      'e30',
      make(null),
      make([]),
      make([parts[0]]),
      make([parts[0], ...parts.slice(1).map(() => ({}))]),
      make([parts[0], ...parts.slice(1).map((part: unknown) => [part])]),
      make([parts[0], ...parts.slice(1).map(() => null)]),
      make([parts[0], ...parts.slice(1).map(() => `'; drop table cases; --`)]),
      make([
        parts[0],
        ...parts
          .slice(1)
          .map((part: unknown) => (String(part).includes('T') ? '2026-99-99T99:99:99.999Z' : part))
          .map((part: unknown, n: number) => (n === 0 && !String(part).includes('T') ? 'x' : part)),
      ]),
      make([...parts, 'more']),
      cursor.slice(0, -4),
      'A'.repeat(1999),
      'A'.repeat(5000),
    ]
    for (const other of strange) {
      const answer = await service.call('GET', `${list}?limit=1&cursor=${other}`)
      expect([other, answer.status]).toEqual([other, 400])
    }
    const filter =
      list === '/v1/events'
        ? 'type=case.opened'
        : list === '/v1/callbacks'
          ? 'state=open'
          : list === '/v1/cases'
            ? 'status=open'
            : 'q=x'
    const answer = await service.call('GET', `${list}?limit=1&cursor=${cursor}&${filter}`)
    expect([answer.status, answer.body.code]).toEqual([400, 'validation-failed'])
    expect(answer.body.errors[0].pointer).toBe('#/cursor')
  })
})

test('a cursor leads on in its own list and in no other', async () => {
  const { take, team } = await setScene(service)
  const [one, two] = [await take(), await take()]
  for (const { id } of [one, two])
    for (const text of ['First', 'Second'])
      await service.do('POST', `/v1/cases/${id}/notes`, { as: one.owner.id, body: { text } })
  for (const code of ['first', 'second'])
    await service.do('POST', '/v1/topics', { body: { code, name: code } })
  await service.key('cases:read')
  const all = [
    ...[...lists, '/v1/teams', '/v1/topics', '/v1/api-keys', '/v1/customers?kind=person'],
    ...['notes', 'timeline', 'contacts'].flatMap((list) =>
      [one, two].map(({ id }) => `/v1/cases/${id}/${list}`),
    ),
    `/v1/customers/${one.customer.id}/timeline`,
    `/v1/employees?teamId=${team.id}`,
  ]
  const next = (list: string, cursor: string) =>
    service.call('GET', `${list}${list.includes('?') ? '&' : '?'}limit=1${cursor && `&cursor=${cursor}`}`)
  const cursors = await Promise.all(
    all.map(async (list) => (await next(list, '')).body.nextCursor as string | null),
  )
  expect(cursors.filter((cursor) => cursor !== null).length).toBeGreaterThan(10)
  for (const [from, cursor] of cursors.entries()) {
    if (cursor === null) continue
    for (const [to, list] of all.entries()) {
      const { status, body } = await next(list, cursor)
      expect([all[from], list, status]).toEqual([all[from], list, from === to ? 200 : 400])
      if (from !== to) expect(body.errors[0].pointer).toBe('#/cursor')
    }
  }
})

test('a list of nothing is an empty page without a next one', async () => {
  for (const url of [
    `/v1/cases?ownerId=${randomUUID()}`,
    `/v1/callbacks?caseId=${randomUUID()}`,
    `/v1/events?caseId=${randomUUID()}`,
  ]) {
    const answer = await service.call('GET', url)
    expect([answer.status, answer.body, answer.headers.link]).toEqual([
      200,
      { data: [], nextCursor: null },
      undefined,
    ])
  }
})
