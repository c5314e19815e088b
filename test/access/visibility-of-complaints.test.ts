import { randomInt, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Cast, meetCast, type Person } from '../support/cast.ts'
import { everyReading } from '../support/every-reading.ts'
import { type HiddenCase, hideCase } from '../support/hidden-case.ts'
import { inbound, outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { inACrowd } from '../support/until-heard.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let cast: Cast
beforeAll(async () => {
  cast = await meetCast(service)
})

const complain = (about: Person): Promise<HiddenCase> =>
  hideCase({
    service,
    owner: { id: cast.id.owner },
    teamId: cast.teamId,
    aboutEmployeeId: cast.id[about],
  })

/** The same without what is only said so that somebody might read it. */
async function complainBriefly(about: Person) {
  const phone = `+316${String(randomInt(1e8)).padStart(8, '0')}`
  const { id: customerId } = await service.customer({ teamId: cast.teamId, phone })
  const body = { customerId, question: 'Why was I sent away?', aboutEmployeeId: cast.id[about] }
  const { id, callback } = await service.do('POST', '/v1/cases', { as: cast.id.owner, body })
  return { id, callbackId: callback.id as string, customerId, phone }
}

const readAll = ({ wanted }: HiddenCase, person: Person): Promise<[string, Answer][]> =>
  inACrowd(() =>
    Promise.all(
      everyReading(wanted).map(
        async ({ url }): Promise<[string, Answer]> => [url, await service.call('GET', url, cast.as(person))],
      ),
    ),
  )

const mentions = (readings: readonly [string, Answer][], what: readonly string[]): string[] =>
  readings.flatMap(([url, { text }]) =>
    what.filter((it) => withoutAsked(text, url).includes(it)).map((it) => `${url} tells ${it}`),
  )

/** A refusal repeats the address that was asked for; what the caller knew is no secret. */
const withoutAsked = (text: string, url: string): string => {
  const path = url.split('?', 1)[0] ?? url
  return text.replaceAll(path, '')
}

test('what a complaint says is read in each of these ways by a coach whom it is not about', async () => {
  const complaint = await complain('concerned')
  for (const person of ['teammate', 'coach', 'admin', 'concernedCoach', 'concernedAdmin'] as const) {
    const told = mentions(await readAll(complaint, person), [...complaint.words, ...complaint.ids])
    const missed = [...complaint.words, ...complaint.ids].filter(
      (it) => !told.some((line) => line.endsWith(it)),
    )
    expect([person, missed]).toEqual([person, []])
  }
})

describe.each(['concerned', 'concernedCoach', 'concernedAdmin'] as const)('the %s employee', (person) => {
  test('finds nothing of a complaint about themselves, whatever they read and by whatever filter', async () => {
    const complaint = await complain(person)
    const readings = await readAll(complaint, person)
    expect(mentions(readings, [...complaint.words, ...complaint.ids])).toEqual([])
    expect(readings.filter(([, { status }]) => status === 200).length).toBeGreaterThan(40)
  })

  test('counts no complaint about themselves: pages are as long as if there were none', async () => {
    const complaint = await complain(person)
    const own = await service.do('POST', '/v1/cases', {
      ...cast.as('teammate'),
      body: { customerId: complaint.customerId, question: 'Something else?' },
    })
    for (const url of [
      `/v1/cases?limit=1&customerId=${complaint.customerId}`,
      `/v1/callbacks?limit=1&customerId=${complaint.customerId}`,
    ]) {
      const page = await service.do('GET', url, cast.as(person))
      expect([url, page.data.length, page.nextCursor]).toEqual([url, 1, null])
      expect([own.id, own.callback.id]).toContain(page.data[0].id)
    }
    const { data } = await service.do(
      'GET',
      `/v1/customers/${complaint.customerId}/timeline`,
      cast.as(person),
    )
    expect(new Set(data.map(({ caseId }: { caseId: string | null }) => caseId))).toEqual(
      new Set([own.id, ...(data.some((entry: { caseId: null }) => entry.caseId === null) ? [null] : [])]),
    )
  })

  test('cannot write to it, whichever version they name, and is not told which there is', async () => {
    const { id, callbackId } = await complainBriefly(person)
    const { version } = await service.do('GET', `/v1/cases/${id}`)
    const writes: ['POST' | 'PATCH', string, object][] = [
      ['POST', `/v1/cases/${id}/contacts`, inbound],
      ['POST', `/v1/cases/${id}/contacts`, outbound],
      ['POST', `/v1/cases/${id}/contacts`, { ...inbound, answered: true }],
      ['POST', `/v1/cases/${id}/reopen`, { reason: 'Me again.' }],
      ['POST', `/v1/cases/${id}/notes`, { text: 'Not true.' }],
      ['POST', `/v1/cases/${id}/resolve`, { outcome: 'answered', summary: 'Told.', contact: outbound }],
      ['PATCH', `/v1/cases/${id}`, { subject: 'Praise' }],
      ['PATCH', `/v1/cases/${id}`, { topic: 'no-topic' }],
      ['POST', `/v1/callbacks/${callbackId}/attempts`, { outcome: 'no-answer' }],
      ['POST', `/v1/callbacks/${callbackId}/reschedule`, { reason: 'Busy.', contact: outbound }],
    ]
    for (const [method, url, body] of writes)
      for (const match of ['*', `"${version}"`, '"999"']) {
        const headers = { 'if-match': match, 'idempotency-key': randomUUID() }
        const answer = await service.call(method, url, { ...cast.as(person), body, headers })
        expect([url, match, answer.status, answer.body.code]).toEqual([url, match, 404, 'not-found'])
      }
    expect((await service.do('GET', `/v1/cases/${id}`)).version).toBe(version)
    const known = { ...cast.as(person), headers: { 'if-none-match': `"${version}"` } }
    expect((await service.call('GET', `/v1/cases/${id}`, known)).status).toBe(404)
  })

  test('opens a case of the same customer, and hears of no related one', async () => {
    const { customerId, id } = await complainBriefly(person)
    const body = { customerId, question: 'And my other bill?' }
    const { related } = await service.do('POST', '/v1/cases', { ...cast.as(person), body })
    expect(related).toEqual([])
    const told = await service.do('POST', '/v1/cases', { ...cast.as('teammate'), body })
    expect(told.related.map((one: { id: string }) => one.id)).toContain(id)
  })

  test('cannot name it as the older one of a duplicate, and hears what they would of one that never was', async () => {
    const { customerId, id } = await complainBriefly(person)
    const body = { customerId, question: 'And my other bill?' }
    const mine = await service.do('POST', '/v1/cases', { ...cast.as(person), body })
    const resolve = (duplicateOf: string) =>
      service.call('POST', `/v1/cases/${mine.id}/resolve`, {
        ...cast.as(person),
        body: { outcome: 'duplicate', summary: 'The same.', duplicateOf },
      })
    const [theirs, nothing] = [await resolve(id), await resolve(randomUUID())]
    expect(theirs.status).toBe(422)
    const { requestId: _, instance: __, ...one } = theirs.body
    const { requestId: ___, instance: ____, ...other } = nothing.body
    expect(one).toEqual(other)
  })

  test('is told whom to ring as if there were no complaint', async () => {
    const { phone, id } = await complainBriefly(person)
    const url = `/v1/callers?phone=${encodeURIComponent(phone)}`
    const caller = await service.do('GET', url, cast.as(person))
    expect([caller.openCases, caller.ring.reason]).toEqual([[], 'least-loaded'])
    const told = await service.do('GET', url, cast.as('foreign'))
    expect([told.openCases.map((one: { id: string }) => one.id), told.ring.reason]).toEqual([[id], 'owner'])
  })
})

test('what was answered to somebody else is not replayed to whom the complaint is about', async () => {
  const { id } = await complainBriefly('concerned')
  const note = (person: Person) =>
    service.call('POST', `/v1/cases/${id}/notes`, {
      ...cast.as(person),
      body: { text: 'Spoken to them.' },
      headers: { 'idempotency-key': 'one-note' },
    })
  expect((await note('owner')).status).toBe(201)
  expect((await note('concerned')).status).toBe(404)
})
