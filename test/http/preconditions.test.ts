import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
beforeAll(async () => {
  scene = await setScene(service)
})

let count = 0
/** A case of which three changes were made: version 4 at the least. */
async function changed(): Promise<{ url: string; version: number }> {
  const { id } = await scene.take()
  const url = `/v1/cases/${id}`
  let version = 0
  for (let n = 0; n < 3; n++)
    version = (
      await service.do('PATCH', url, { body: { subject: `${count++}` }, headers: { 'if-match': '*' } })
    ).version
  return { url, version }
}

describe('If-Match', () => {
  const held = ['N', 'O, N', 'N, O', 'O,N,O', '"abc", N', 'W/O, N', ' N ', '*']
  const refused = ['O', 'O, O', 'W/N', 'O, W/N', '"abc"', '"", O']
  const broken = ['', '1', '"x', 'W/1', '"1" "2"', '"1",', ',"1"', '*, "1"', "'1'"]
  const header = (form: string, version: number) =>
    form.replaceAll('O', `"${version - 1}"`).replaceAll('N', `"${version}"`)

  test.each([
    ...held.map((form) => [form, 200] as const),
    ...refused.map((form) => [form, 412] as const),
    ...broken.map((form) => [form, 400] as const),
  ])('%s answers %i', async (form, status) => {
    const { url, version } = await changed()
    const answer = await service.call('PATCH', url, {
      body: { subject: 'New' },
      headers: { 'if-match': header(form, version) },
    })
    expect([answer.status, answer.status === 412 && answer.body.version]).toEqual([
      status,
      status === 412 && version,
    ])
  })

  test('of an action holds as for a change', async () => {
    const kase = await scene.take()
    const reopen = (ifMatch: string) =>
      service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
        as: scene.sanne.id,
        body: { outcome: 'no-answer' },
        headers: { 'if-match': ifMatch },
      })
    expect((await reopen('"7", "8"')).status).toBe(412)
    expect((await reopen('W/"1"')).status).toBe(412)
    expect((await reopen('"7", "1"')).status).toBe(201)
  })

  test.each([
    ['resolve', { outcome: 'answered', summary: 'Paid back.', contact: outbound }],
    ['customer-correction', { customerId: randomUUID() }],
  ])('is asked of nobody who may not: %s', async (action, body) => {
    const { id } = await scene.take()
    const { status, body: refusal } = await service.call('POST', `/v1/cases/${id}/${action}`, {
      as: scene.piet.id,
      body,
      headers: { 'if-match': '"7"' },
    })
    expect([status, refusal.code]).toEqual([403, 'only-the-owner'])
  })
})

describe('a customer by reference', () => {
  const put = (externalId: string, headers: Record<string, string>) =>
    service.call('PUT', `/v1/customers/by-reference/crm/${externalId}`, {
      body: { name: `Name ${count++}` },
      headers,
    })

  test('is made and not changed with If-None-Match: *', async () => {
    const made = await put('only-new', { 'if-none-match': '*' })
    expect(made.status).toBe(201)
    const again = await put('only-new', { 'if-none-match': '*' })
    expect([again.status, again.body.code, again.body.version]).toEqual([412, 'version-mismatch', 1])
    expect((await service.do('GET', '/v1/customers/by-reference/crm/only-new')).name).toBe(made.body.name)
  })

  test('is made once, whoever asks for it at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => put('raced', { 'if-none-match': '*' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(412)])
  })

  test('is changed and not made with If-Match: *', async () => {
    expect((await put('only-old', { 'if-match': '*' })).status).toBe(412)
    expect((await put('only-old', {})).status).toBe(201)
    expect((await put('only-old', { 'if-match': '*' })).status).toBe(200)
  })

  test('is changed unless it is the version that If-None-Match names', async () => {
    expect((await put('unless', {})).body.version).toBe(1)
    expect((await put('unless', { 'if-none-match': '"1"' })).status).toBe(412)
    expect((await put('unless', { 'if-none-match': 'W/"9", W/"1"' })).status).toBe(412)
    expect((await put('unless', { 'if-none-match': '"7", "8"' })).status).toBe(200)
    expect((await put('unless', { 'if-none-match': 'one' })).status).toBe(400)
  })
})

test('a PATCH that says what is so already is no change, and an event tells what is different', async () => {
  const topic = await service.do('POST', '/v1/topics', { body: { code: 'no-change', name: 'Same' } })
  const { id, version } = await scene.take({ topic: topic.code, tags: ['a'] })
  const { agreements } = await service.do('GET', `/v1/teams/${scene.team.id}`)
  const { openingHours, attempts } = agreements
  const patch = async (url: string, body: object) =>
    (await service.call('PATCH', url, { body, headers: { 'if-match': '*' } })).headers.etag
  const same = { subject: 'Why was I charged twice?', topic: topic.code, tags: ['a', 'a'] }
  const unchanged = [
    [`/v1/cases/${id}`, same, version],
    [`/v1/topics/${topic.id}`, { name: 'Same', description: null }, 1],
    [`/v1/employees/${scene.sanne.id}`, { name: scene.sanne.name, topics: [], teamId: scene.team.id }, 1],
    [`/v1/teams/${scene.team.id}`, { segments: [], agreements: { attempts, openingHours } }, 1],
    [`/v1/teams/${scene.team.id}/agreements`, { attempts, openingHours, closures: null, reason: 'x' }, 1],
    [
      '/v1/organisation',
      { country: 'NL', agreementBounds: {} },
      (await service.do('GET', '/v1/organisation')).version,
    ],
  ] as const
  for (const [url, body, was] of unchanged) expect([url, await patch(url, body)]).toEqual([url, `"${was}"`])
  expect(await patch(`/v1/cases/${id}`, { ...same, subject: 'Other' })).toBe(`"${version + 1}"`)
  const { data } = await service.do('GET', `/v1/cases/${id}/timeline?limit=200`)
  const told = data.filter(({ type }: { type: string }) => type === 'case.changed')
  expect(told.map((each: Answer['body']) => each.data.fields)).toEqual([['subject']])
})

test.each(['N', '"7", N', 'N,"7"', 'W/N', '"7" , W/N', '*'])(
  'If-None-Match: %s answers 304',
  async (form) => {
    const { url, version } = await changed()
    for (const [known, status] of [
      [form.replace('N', `"${version}"`), 304],
      [form === '*' ? '"0"' : form.replace('N', `"${version - 1}"`), 200],
    ] as const) {
      const answer = await service.call('GET', url, { headers: { 'if-none-match': known } })
      expect([known, answer.status]).toEqual([known, status])
    }
  },
)

describe('what others change without a new version is unchanged until they do', () => {
  const isUnchanged = async (url: string, etag: string): Promise<boolean> =>
    (await service.call('GET', url, { headers: { 'if-none-match': etag } })).status === 304

  test('a gesture and a budget, until another gesture is given', async () => {
    const { sanne, team, take } = await setScene(service)
    const { id } = await take()
    const budget = await service.do('POST', '/v1/budgets', {
      body: { kind: 'team', teamId: team.id, amount: { amount: '100.00', currency: 'EUR' }, period: 'month' },
    })
    const give = () =>
      service.do('POST', `/v1/cases/${id}/gestures`, {
        as: sanne.id,
        body: { kind: 'credit', amount: { amount: '5.00', currency: 'EUR' }, reason: 'It took long.' },
      })
    const gesture = await give()
    const urls = [`/v1/gestures/${gesture.id}`, `/v1/budgets/${budget.id}`]
    const tags = await Promise.all(
      urls.map(async (url) => String((await service.call('GET', url)).headers.etag)),
    )
    for (const [index, url] of urls.entries()) expect(await isUnchanged(url, tags[index] ?? '')).toBe(true)
    await give()
    for (const [index, url] of urls.entries()) expect(await isUnchanged(url, tags[index] ?? '')).toBe(false)
  })
})
