import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Cast, meetCast, type Person } from '../support/cast.ts'
import { everyReading } from '../support/every-reading.ts'
import { type HiddenCase, hideCase } from '../support/hidden-case.ts'
import { inbound } from '../support/scene.ts'
import type { Answer, Service } from '../support/service.ts'
import { inACrowd } from '../support/until-heard.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)
let cast: Cast
let hidden: HiddenCase
beforeAll(async () => {
  cast = await meetCast(service)
  hidden = await hide()
})

const hide = (): Promise<HiddenCase> =>
  hideCase({ service, owner: { id: cast.id.owner }, teamId: cast.teamId })

interface Read extends Answer {
  readonly operation: string
  readonly url: string
}

const readAll = ({ wanted }: HiddenCase, person: Person): Promise<Read[]> =>
  inACrowd(() =>
    Promise.all(
      everyReading(wanted).map(async ({ operation, url }) => ({
        operation,
        url,
        ...(await service.call('GET', url, cast.as(person))),
      })),
    ),
  )

test('a word that was said is found by the team, the coach and the admin in each of these ways', async () => {
  for (const person of ['owner', 'teammate', 'coach', 'admin'] as const) {
    const read = (await readAll(hidden, person)).map(({ text }) => text).join()
    expect([person, [...hidden.words, ...hidden.ids].filter((it) => !read.includes(it))]).toEqual([
      person,
      [],
    ])
  }
})

describe.each(['foreign', 'specialist'] as const)('a %s employee', (person) => {
  let read: readonly Read[]
  beforeAll(async () => {
    read = await readAll(hidden, person)
  })

  test('reads no word of the case, wherever they look and by whatever filter', () => {
    const told = read.flatMap(({ url, text }) =>
      hidden.words.filter((word) => text.includes(word)).map((word) => `${url} tells ${word}`),
    )
    expect(told).toEqual([])
    expect(read.filter(({ status }) => status === 200).length).toBeGreaterThan(40)
  })

  test('finds the case in no list, on no page and by no search', () => {
    const found = read
      .filter(({ operation, status }) => status === 200 && !tellsWhose.has(operation))
      .filter(({ text }) => hidden.ids.some((id) => text.includes(id)))
    expect(found.map(({ url }) => url)).toEqual([])
    for (const { url, body } of read.filter(({ url }) => /^\/v1\/(cases|callbacks)\?/.test(url)))
      expect([url, body]).toEqual([url, { data: [], nextCursor: null }])
  })

  test('hears, when they look up who calls, whose it is and what is promised', async () => {
    const phone = encodeURIComponent(String(hidden.wanted.phone))
    const { openCases } = await service.do('GET', `/v1/callers?phone=${phone}`, cast.as(person))
    expect(openCases).toHaveLength(1)
    expect(Object.keys(openCases[0]).sort()).toEqual(summarised)
    expect(openCases[0]).toMatchObject({ id: hidden.id, owner: { id: cast.id.owner } })
  })

  test('records that the customer contacted them, and reads back that and nothing else', async () => {
    const { id, words } = await hide()
    const say = (as: Person, summary: string) =>
      service.do('POST', `/v1/cases/${id}/contacts`, { ...cast.as(as), body: { ...inbound, summary } })
    const contacts = (as: Person, query = '') =>
      service.call('GET', `/v1/cases/${id}/contacts${query}`, cast.as(as))
    expect((await contacts(person)).status).toBe(404)
    const mine = await say(person, 'Asked me.')
    await say(person === 'foreign' ? 'specialist' : 'foreign', 'Asked somebody else.')
    await say('teammate', 'Asked a colleague.')
    for (const query of [
      '',
      '?limit=1',
      '?direction=inbound',
      '?channel=phone',
      `?employeeId=${cast.id[person]}`,
    ])
      expect((await contacts(person, query)).body).toEqual({ data: [mine], nextCursor: null })
    expect(words.filter((word) => JSON.stringify(mine).includes(word))).toEqual([])
    const rest = [`/v1/cases/${id}`, `/v1/cases/${id}/notes`, `/v1/cases/${id}/timeline`]
    for (const url of rest) expect((await service.call('GET', url, cast.as(person))).status).toBe(404)
    expect((await service.do('GET', `/v1/cases?status=open,resolved`, cast.as(person))).data).toEqual([])
  })

  test('opens the case again, and is shown a summary, also when the answer is sent once more', async () => {
    const { id } = await cast.fresh().resolvedCase()
    const headers = { 'idempotency-key': randomUUID() }
    const again = () =>
      service.call('POST', `/v1/cases/${id}/reopen`, {
        ...cast.as(person),
        body: { reason: 'Asked me.', contact: inbound },
        headers,
      })
    const [first, second] = [await again(), await again()]
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text])
    expect(Object.keys(first.body).sort()).toEqual(summarised)
    expect(Object.keys(first.body.callback).sort()).toEqual(['channel', 'from', 'overdue', 'until'])
    expect((await service.call('GET', `/v1/cases/${id}`, cast.as(person))).status).toBe(404)
  })

  test('sees of a related case its number, and nothing else', async () => {
    const { customerId, reference } = await hide()
    const body = { customerId, question: 'And my other bill?' }
    const { related } = await service.do('POST', '/v1/cases', { ...cast.as(person), body })
    expect(related).toEqual([{ reference }])
  })

  test('learns of no version: a condition that fails or holds is 404 all the same', async () => {
    const { version } = await service.do('GET', `/v1/cases/${hidden.id}`)
    for (const tag of [`"${version}"`, '"999"']) {
      const changed = await service.call('PATCH', `/v1/cases/${hidden.id}`, {
        ...cast.as(person),
        body: { subject: 'Else' },
        headers: { 'if-match': tag },
      })
      const got = await service.call('GET', `/v1/cases/${hidden.id}`, {
        ...cast.as(person),
        headers: { 'if-none-match': tag },
      })
      expect([tag, changed.status, got.status]).toEqual([tag, 404, 404])
    }
  })
})

/** What tells any employee whose a customer's questions are, and no more. */
const tellsWhose = new Set(['lookUpCaller', 'listCustomers', 'getCustomer', 'getCustomerByReference'])

const summarised = ['callback', 'customer', 'id', 'owner', 'reference', 'standIn', 'status', 'version']

const change = (id: string, body: object): Promise<Answer['body']> =>
  service.do('PATCH', `/v1/employees/${id}`, { body, headers: { 'if-match': '*' } })

test('who moves to another team keeps their own cases and sees no other of the team that they left', async () => {
  const [from, to] = [await service.team(), await service.team()]
  const [sanne, piet, els] = [
    await service.employee({ teamId: from.id }),
    await service.employee({ teamId: from.id }),
    await service.employee({ teamId: to.id }),
  ]
  const open = (as: string) =>
    service.do('POST', '/v1/cases', { as, body: { customer: { name: 'Jansen' }, question: 'Why?' } })
  const [own, left, there] = [await open(sanne.id), await open(piet.id), await open(els.id)]
  const seen = async () => {
    const ids = (await service.do('GET', '/v1/cases', { as: sanne.id })).data.map((k: { id: string }) => k.id)
    for (const { id } of [own, left, there]) {
      const { status } = await service.call('GET', `/v1/cases/${id}`, { as: sanne.id })
      expect(status).toBe(ids.includes(id) ? 200 : 404)
    }
    return ids.sort()
  }
  expect(await seen()).toEqual([own.id, left.id].sort())
  await change(sanne.id, { teamId: to.id })
  expect(await seen()).toEqual([own.id, there.id].sort())
  await service.do('POST', `/v1/cases/${own.id}/notes`, { as: sanne.id, body: { text: 'Still mine.' } })
})

test('rights that change are other rights at the next request, and soon in the other instances', async () => {
  const employee = await service.employee({ teamId: null, role: 'coach' })
  const look = async (at: Service) =>
    (await at.call('GET', `/v1/cases/${hidden.id}`, { key: cast.as('owner').key, as: employee.id })).status
  const home = cast.teamId
  const steps: [object, number][] = [
    [{}, 200],
    [{ role: 'member' }, 404],
    [{ teamId: home }, 200],
    [{ teamId: null }, 404],
    [{ role: 'admin' }, 200],
  ]
  for (const [fields, status] of steps) {
    if (Object.keys(fields).length > 0) await change(employee.id, fields)
    expect([fields, await look(service)]).toEqual([fields, status])
    await vi.waitFor(async () => expect(await look(beside)).toBe(status), { timeout: 10_000 })
    // Both remember by now, and what they remember is right.
    expect([await look(service), await look(beside)]).toEqual([status, status])
  }
})

test('what was answered to one employee is not replayed to another one of the same system', async () => {
  const note = (person: Person) =>
    service.call('POST', `/v1/cases/${hidden.id}/notes`, {
      ...cast.as(person),
      body: { text: 'Look.' },
      headers: { 'idempotency-key': 'one-note' },
    })
  expect((await note('owner')).status).toBe(201)
  expect((await note('foreign')).status).toBe(404)
})
