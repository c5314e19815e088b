import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { inbound, setScene } from '../support/scene.ts'
import type { Service } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)

interface Event {
  readonly id: string
  readonly type: string
  readonly caseId?: string
  readonly caseSequence?: number
}
interface Page {
  readonly data: Event[]
  readonly nextCursor: string | null
}

const read = (query: string, from = service): Promise<Page> => from.do('GET', `/v1/events?${query}`)

/** Reads on from an event, in pages, until there is no more. */
async function readOn(after: string | undefined, limit = 200): Promise<Event[]> {
  const found: Event[] = []
  let last = after
  for (;;) {
    const { data } = await read(`limit=${limit}${last === undefined ? '' : `&after=${last}`}`)
    found.push(...data)
    last = data.at(-1)?.id ?? last
    if (data.length < limit) return found
  }
}

const insertEvent = `insert into events (id, type, at, actor_kind, data) values ($1, 'customer.changed', now(), 'system', '{}')`

test('an event that commits late, behind others, is read by whoever has passed its place', async () => {
  const { take } = await setScene(service)
  const before = (await readOn(undefined)).at(-1)?.id
  const late = randomUUID()
  const script = new pg.Client({ connectionString: service.databaseUrl })
  await script.connect()
  try {
    await script.query('begin')
    await script.query(insertEvent, [late])
    const kase = await take()
    const seen = await readOn(before)
    expect(seen.map(({ id }) => id)).not.toContain(late)
    expect(seen.filter(({ caseId }) => caseId === kase.id)).toHaveLength(3)
    await script.query('commit')
    const next = await readOn(seen.at(-1)?.id)
    expect(next.map(({ id }) => id)).toContain(late)
    const all = await readOn(before, 2)
    expect(all.map(({ id }) => id)).toEqual([...seen, ...next].map(({ id }) => id))
  } finally {
    await script.end()
  }
})

test('whatever is written, in two instances and by scripts that dawdle, is read once, by readers who keep their place', async () => {
  const { sanne, piet, customer } = await setScene(service)
  const start = (await readOn(undefined)).at(-1)?.id
  let over = false
  const reader = async (from: Service, limit: number) => {
    const seen: string[] = []
    let last = start
    for (let quiet = 0; quiet < 3; ) {
      const { data } = await read(`limit=${limit}&after=${last}`, from)
      seen.push(...data.map(({ id }) => id))
      last = data.at(-1)?.id ?? last
      quiet = over && data.length === 0 ? quiet + 1 : 0
    }
    return seen
  }
  const readers = [reader(service, 200), reader(beside, 3)]
  const dawdle = async () => {
    const script = new pg.Client({ connectionString: service.databaseUrl })
    await script.connect()
    for (let n = 0; n < 15; n++) {
      await script.query('begin')
      await script.query(insertEvent, [randomUUID()])
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
      await script.query(n % 4 ? 'commit' : 'rollback')
    }
    await script.end()
  }
  const write = async (to: Service, as: string) => {
    for (let n = 0; n < 15; n++) {
      const kase = await to.do('POST', '/v1/cases', {
        as,
        body: { customerId: customer.id, question: `Why ${n}?` },
      })
      await to.do('POST', `/v1/cases/${kase.id}/contacts`, { as: piet.id, body: inbound })
    }
  }
  await Promise.all([dawdle(), dawdle(), write(service, sanne.id), write(beside, piet.id)])
  over = true
  const seen = await Promise.all(readers)
  const { rows } = await service.sql.query(
    'select event_id as id from feed where position > (select position from feed where event_id = $1) order by position',
    [start],
  )
  const all = rows.map(({ id }) => id)
  expect(all.length).toBeGreaterThan(150)
  expect(seen[0]).toEqual(all)
  expect(seen[1]).toEqual(all)
})

test('what a caller has just done is in the feed when they look', async () => {
  const { take, piet } = await setScene(service)
  for (let n = 0; n < 5; n++) {
    const { id } = await take()
    const contact = await beside.do('POST', `/v1/cases/${id}/contacts`, { as: piet.id, body: inbound })
    const { data } = await read(`caseId=${id}`)
    expect(data.map(({ type }) => type).slice(-2)).toEqual(['contact.recorded', 'case.chased'])
    expect(JSON.stringify(data)).toContain(contact.id)
  }
})

test('the place in the feed is an event’s id or a cursor, and a cursor is as good in `after` as in `cursor`', async () => {
  const { take } = await setScene(service)
  const start = (await readOn(undefined)).at(-1)?.id
  const kases = [await take(), await take(), await take()]
  const all = await readOn(start)
  expect(all).toHaveLength(9)

  for (const parameter of ['after', 'cursor']) {
    let page = await read(`limit=2&after=${start}`)
    const found = [...page.data]
    while (page.nextCursor !== null) {
      page = await read(`limit=2&${parameter}=${page.nextCursor}`)
      found.push(...page.data)
      expect(found.length).toBeLessThan(20)
    }
    expect(found).toEqual(all)
  }

  let url: string | undefined =
    `/v1/events?limit=2&after=${(await read(`limit=2&after=${start}`)).nextCursor}`
  const linked: Event[] = []
  while (url) {
    const answer = await service.call('GET', url)
    linked.push(...answer.body.data)
    url = /<([^>]+)>; rel="next"/.exec(answer.headers.link ?? '')?.[1]
    expect(linked.length).toBeLessThan(20)
  }
  expect(linked).toEqual(all.slice(2))

  const [first] = kases
  const some = await read(`caseId=${first.id}&limit=1`)
  const more = await read(`caseId=${first.id}&after=${some.nextCursor}`)
  expect([...some.data, ...more.data]).toEqual(all.filter(({ caseId }) => caseId === first.id))
})

test('filters leave out what is not asked for, and nothing else', async () => {
  const { take, customer } = await setScene(service)
  const other = await setScene(service)
  const start = (await readOn(undefined)).at(-1)?.id
  const [mine, theirs] = [await take(), await other.take()]
  const all = await readOn(start)
  const found = async (query: string) =>
    (await read(`after=${start}&limit=200&${query}`)).data.map(({ id }) => id)
  const ids = (which: (event: Event & { customerId?: string }) => boolean) =>
    all.filter(which).map(({ id }) => id)
  expect(await found(`caseId=${mine.id}`)).toEqual(ids(({ caseId }) => caseId === mine.id))
  expect(await found(`caseId=${mine.id},${theirs.id}`)).toEqual(ids(({ caseId }) => caseId !== undefined))
  expect(await found('type=case.opened')).toEqual(ids(({ type }) => type === 'case.opened'))
  expect(await found('type=case.opened,callback.made')).toEqual(
    ids(({ type }) => type === 'case.opened' || type === 'callback.made'),
  )
  expect(await found(`customerId=${customer.id}`)).toEqual(
    ids(({ customerId }) => customerId === customer.id),
  )
  expect(await found('type=nothing.happened')).toEqual([])
  const ofCases = ids(({ type }) => type.startsWith('case.'))
  expect(await found('type=case.*')).toEqual(ofCases)
  expect(await found('type=note.added,case.*')).toEqual(ofCases)
  expect(await found('type=case.%')).toEqual([])
  expect(await found('type=*')).toEqual(all.map(({ id }) => id))
})

test.each([
  `after=${randomUUID()}`,
  'after=nonsense',
  'after=',
  'cursor=nonsense',
  `cursor=${Buffer.from('["x",1]').toString('base64url')}`,
  `cursor=${Buffer.from('["x",[1]]').toString('base64url')}`,
  `cursor=${Buffer.from('{}').toString('base64url')}`,
  'limit=0',
  'limit=201',
  'caseId=1',
  'since=1',
])('%s is no place in the feed', async (query) => {
  const answer = await service.call('GET', `/v1/events?${query}`)
  expect([answer.status, answer.body.code]).toEqual([400, 'validation-failed'])
  expect(answer.body.errors[0].pointer.split('/')[1]).toBe(query.split('=')[0])
})

test('a stream that is wanted with weight 0 is a page', async () => {
  const headers = { accept: 'text/event-stream;q=0' }
  expect((await service.call('GET', '/v1/events?limit=1', { headers })).body.data).toHaveLength(1)
})
