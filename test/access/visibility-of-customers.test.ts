import { randomInt, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
let away: { readonly id: string }
let foreign: { readonly id: string }
let specialist: { readonly id: string }
let coach: { readonly id: string }
beforeAll(async () => {
  scene = await setScene(service)
  away = await service.team()
  foreign = await service.employee({ teamId: away.id })
  specialist = await service.employee({ teamId: null })
  coach = await service.employee({ teamId: null, role: 'coach' })
})

interface Known {
  readonly id: string
  readonly name: string
  /** The ways in which somebody may search for them. */
  readonly searches: readonly string[]
  /** What a summary never tells. */
  readonly secrets: readonly string[]
}

/** A customer of the team, or of another one, with something to tell in each field. */
async function know(teamId = scene.team.id): Promise<Known> {
  const word = () => `zeldzaam${randomInt(1e9)}`
  const [name, externalId, segment, fact] = [word(), word(), word(), word()]
  const phone = `+316${String(randomInt(1e8)).padStart(8, '0')}`
  const email = `${word()}@example.org`
  const { id } = await service.customer({
    name,
    phone,
    email,
    segment,
    teamId,
    references: [{ system: 'crm', externalId }],
  })
  await service.do('POST', `/v1/customers/${id}/facts`, { body: { text: fact } })
  const searches = [`q=${name}`, `q=${externalId}`, `phone=${encodeURIComponent(phone)}`]
  return {
    id,
    name,
    searches: [...searches, `email=${email}`, `system=crm&externalId=${externalId}`, `id=${id}`],
    secrets: [phone, email, segment, externalId, fact, 'teamId'],
  }
}

const list = (query: string, as: string): Promise<Answer['body']> =>
  service.do('GET', `/v1/customers?${query}`, { as })
const idsOf = ({ data }: Answer['body']): string[] => data.map(({ id }: { id: string }) => id)
const summary = ['id', 'mergedInto', 'name', 'openCases']

describe('without a search', () => {
  test('a member lists the customers of their own team, whole, a specialist nobody, a coach everybody', async () => {
    const [ours, theirs] = [await know(), await know(away.id)]
    const told = async (as: string) => {
      const { data } = await list('limit=200', as)
      const ids: string[] = data.map(({ id }: { id: string }) => id)
      return { ids: [ours.id, theirs.id].filter((id) => ids.includes(id)), data }
    }
    const listed = await told(scene.sanne.id)
    expect(listed.ids).toEqual([ours.id])
    expect(listed.data.filter((c: { teamId: string }) => c.teamId !== scene.team.id)).toEqual([])
    expect((await told(foreign.id)).ids).toEqual([theirs.id])
    expect((await told(specialist.id)).data).toEqual([])
    expect((await told(coach.id)).ids).toEqual([ours.id, theirs.id])
    for (const narrowed of [`teamId=${away.id}`, 'system=crm', 'kind=person'])
      expect([narrowed, idsOf(await list(narrowed, scene.sanne.id)).includes(theirs.id)]).toEqual([
        narrowed,
        false,
      ])
  })

  test('the pages of their own team follow one another', async () => {
    await Promise.all([know(), know(), know()])
    const first = await list('limit=1', scene.sanne.id)
    const second = await list(`limit=1&cursor=${first.nextCursor}`, scene.sanne.id)
    expect(idsOf(second)).toHaveLength(1)
    expect(idsOf(second)).not.toEqual(idsOf(first))
  })
})

describe.each(['foreign', 'specialist'] as const)('a customer of another team, to a %s employee', (who) => {
  const as = () => ({ foreign, specialist })[who].id

  test('is found by each search, as a summary with the owner and the promise', async () => {
    const { id, name, searches, secrets } = await know()
    const kase = await scene.take({ customerId: id })
    for (const search of searches) {
      const page = await service.call('GET', `/v1/customers?${search}`, { as: as() })
      expect([search, page.body.nextCursor, idsOf(page.body)]).toEqual([search, null, [id]])
      expect(Object.keys(page.body.data[0]).sort()).toEqual(summary)
      expect(page.body.data[0]).toMatchObject({ name, mergedInto: null })
      expect(page.body.data[0].openCases).toMatchObject([
        { id: kase.id, owner: { id: scene.sanne.id }, callback: { from: kase.callback.from } },
      ])
      expect(secrets.filter((secret) => page.text.includes(secret))).toEqual([])
    }
    const own = await list(searches[0] ?? '', scene.piet.id)
    expect(own.data[0]).toMatchObject({ id, teamId: scene.team.id, version: 1 })
  })

  test('is told on one page, however many are found', async () => {
    const [one, other] = [await know(), await know()]
    const page = await list(`id=${one.id},${other.id}&limit=1`, as())
    expect([idsOf(page).length, page.nextCursor]).toEqual([1, null])
    const { nextCursor } = await list(`id=${one.id},${other.id}&limit=1`, coach.id)
    const further = `/v1/customers?id=${one.id},${other.id}&limit=1&cursor=${nextCursor}`
    expect((await service.call('GET', further, { as: coach.id })).status).toBe(200)
    const refused = await service.call('GET', further, { as: as() })
    expect([refused.status, refused.body.code]).toEqual([400, 'validation-failed'])
  })

  test('is not found by what a summary does not tell', async () => {
    const { id, searches, secrets } = await know()
    const segment = secrets[2]
    const filters = [`segment=${segment}`, 'kind=person', `teamId=${scene.team.id}`, 'system=crm']
    for (const filter of filters) {
      const query = `${searches[0]}&${filter}`
      expect([query, idsOf(await list(query, as()))]).toEqual([query, []])
      expect([query, idsOf(await list(query, scene.piet.id))]).toEqual([query, [id]])
    }
  })

  test('is got as a summary, which no version stands for, and nothing more is read', async () => {
    const { id, secrets } = await know()
    for (const url of [`/v1/customers/${id}`, `/v1/customers/by-reference/crm/${secrets[3]}`]) {
      const got = await service.call('GET', url, { as: as() })
      expect([got.status, Object.keys(got.body).sort()]).toEqual([200, summary])
      expect(secrets.filter((secret) => got.text.includes(secret))).toEqual([])
      const versions = [1, 2, 3].map((version) => `"${version}"`)
      for (const [tag, status] of [[got.headers.etag, 304], ...versions.map((tag) => [tag, 200])]) {
        const again = await service.call('GET', url, { as: as(), headers: { 'if-none-match': String(tag) } })
        expect([tag, again.status]).toEqual([tag, status])
      }
    }
    for (const url of [`/v1/customers/${id}/facts`, `/v1/customers/${id}/timeline`])
      expect((await service.call('GET', url, { as: as() })).status).toBe(404)
  })

  test('is not theirs to change, whichever version they name', async () => {
    const { id, secrets } = await know()
    const at = `/v1/customers/${id}`
    const { id: factId } = await service.do('POST', `${at}/facts`, { body: { text: 'Deaf.' } })
    const changes = [
      ['PATCH', at, { name: 'Else' }],
      ['PATCH', at, { teamId: away.id }],
      ['PUT', `/v1/customers/by-reference/crm/${secrets[3]}`, { name: 'Else' }],
      ['POST', `${at}/facts`, { text: 'So.' }],
      ['DELETE', `${at}/facts/${factId}`, undefined],
    ] as const
    for (const [method, url, body] of changes)
      for (const tag of ['*', '"1"', '"9"']) {
        const answer = await service.call(method, url, { as: as(), body, headers: { 'if-match': tag } })
        expect([method, url, tag, answer.status]).toEqual([method, url, tag, 403])
        expect(secrets.slice(0, 3).filter((secret) => answer.text.includes(secret))).toEqual([])
      }
    expect(await service.do('GET', at)).toMatchObject({ version: 1, teamId: scene.team.id })
  })
})

describe('whoever works on an open question of the customer', () => {
  const statuses = async (id: string, as: string) => {
    const got = await service.do('GET', `/v1/customers/${id}`, { as })
    const facts = await service.call('GET', `/v1/customers/${id}/facts`, { as })
    const change = { as, body: { name: `Naam ${randomInt(1e6)}` }, headers: { 'if-match': '*' } }
    const { status } = await service.call('PATCH', `/v1/customers/${id}`, change)
    return ['phone' in got, facts.status, status]
  }
  const [outside, consulted, all] = [
    [false, 404, 403],
    [true, 200, 403],
    [true, 200, 200],
  ]

  test('sees them whole while they are consulted on it, and changes nothing', async () => {
    const { id } = await know()
    const kase = await scene.take({ customerId: id })
    expect(await statuses(id, specialist.id)).toEqual(outside)
    await service.do('POST', `/v1/cases/${kase.id}/consultations`, {
      as: scene.sanne.id,
      body: { employeeId: specialist.id, question: 'Why?' },
    })
    expect(await statuses(id, specialist.id)).toEqual(consulted)
    expect(idsOf(await list('limit=200', specialist.id))).not.toContain(id)
    await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: scene.sanne.id,
      body: { outcome: 'answered', summary: 'Paid.', contact: outbound },
    })
    expect(await statuses(id, specialist.id)).toEqual(outside)
  })

  test('in the team of who took it, sees and changes what it takes to keep the promise, until it is kept', async () => {
    const { id } = await know()
    const colleague = await service.employee({ teamId: away.id })
    const kase = await service.do('POST', '/v1/cases', {
      as: foreign.id,
      body: { customerId: id, question: 'Why?' },
    })
    expect(kase.owner.id).toBe(foreign.id)
    for (const { id: as } of [foreign, colleague]) expect(await statuses(id, as)).toEqual(all)
    await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: foreign.id,
      body: { outcome: 'answered', summary: 'Paid.', contact: outbound },
    })
    for (const { id: as } of [foreign, colleague]) expect(await statuses(id, as)).toEqual(outside)
  })

  test('but not by a complaint about themselves, of which the summary tells nothing either', async () => {
    const { id } = await know(away.id)
    const body = { customerId: id, question: 'Rude!', aboutEmployeeId: scene.piet.id }
    const complaint = await service.do('POST', '/v1/cases', { as: scene.sanne.id, body })
    expect(complaint.teamId).toBe(scene.team.id)
    const { id: colleague } = await service.employee({ teamId: scene.team.id })
    expect(await statuses(id, colleague)).toEqual(all)
    expect(await statuses(id, scene.piet.id)).toEqual(outside)
    expect(await service.do('GET', `/v1/customers/${id}`, { as: scene.piet.id })).toMatchObject({
      openCases: [],
    })
  })

  test('a specialist who opens a case hears nothing that was on record of how to reach the customer', async () => {
    const { id, name, secrets } = await know()
    const headers = { 'idempotency-key': randomUUID() }
    const open = (body: object) =>
      service.call('POST', '/v1/cases', { as: specialist.id, body: { question: 'Why?', ...body }, headers })
    for (const { status, body, text } of [await open({ customerId: id }), await open({ customerId: id })]) {
      expect(status).toBe(201)
      expect(body).toMatchObject({ customer: { id, name }, callback: { to: null }, question: 'Why?' })
      expect(secrets.slice(0, 5).filter((secret) => text.includes(secret))).toEqual([])
    }
    headers['idempotency-key'] = randomUUID()
    const said = await open({
      customer: { references: [{ system: 'crm', externalId: secrets[3] }], phone: '0612345678' },
    })
    expect(said.body).toMatchObject({ customer: { id }, callback: { to: '+31612345678' } })
  })
})

describe('a key that may write and not read', () => {
  const send = async (method: 'POST' | 'PUT' | 'PATCH', url: string, body: object) => {
    const key = await service.key('customers:write')
    return service.call(method, url, {
      key,
      body,
      headers: method === 'PATCH' ? { 'if-match': '*' } : {},
    })
  }

  test('hears of whom it makes or changes what it sent, as it is kept now', async () => {
    const externalId = randomUUID()
    const made = await send('POST', '/v1/customers', { name: 'Smit', phone: '0612345678' })
    expect(made.body).toEqual({ id: made.body.id, version: 1, name: 'Smit', phone: '+31612345678' })
    const put = await send('PUT', `/v1/customers/by-reference/crm/${externalId}`, { name: 'Bos' })
    expect([put.status, put.body]).toEqual([201, { id: put.body.id, version: 1, name: 'Bos' }])

    const { id, secrets } = await know()
    for (const [n, answer] of [
      await send('PATCH', `/v1/customers/${id}`, { name: 'Jansen', teamId: null, timeZone: null }),
      await send('PUT', `/v1/customers/by-reference/crm/${secrets[3]}`, { name: 'Visser' }),
      await send('PUT', `/v1/customers/by-reference/crm/${secrets[3]}`, {}),
    ].entries()) {
      expect([answer.status, answer.headers.etag]).toEqual([200, `"${answer.body.version}"`])
      const sent = [{ name: 'Jansen', timeZone: null }, { name: 'Visser' }, {}][n]
      expect(answer.body).toEqual({ id, version: Math.min(n + 2, 3), ...sent })
      expect(secrets.filter((secret) => answer.text.includes(secret))).toEqual([])
    }
  })

  test('merges and parts customers without reading them, nor who stands for one', async () => {
    const [one, other] = [await know(), await know()]
    const secrets = [...one.secrets, ...other.secrets, one.name, other.name]
    const answers = [
      await send('POST', `/v1/customers/${one.id}/merge-into`, { customerId: other.id }),
      await send('PATCH', `/v1/customers/${one.id}`, { language: 'nl' }),
      await send('POST', `/v1/customers/${one.id}/facts`, { text: 'So.' }),
      await send('POST', `/v1/customers/${one.id}/unmerge`, {}),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 200])
    expect(answers[1]?.body.mergedInto).toEqual({ id: other.id, name: null })
    expect(Object.keys(answers[0]?.body).sort()).toEqual(['id', 'version'])
    for (const { text } of answers) expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  })
})
