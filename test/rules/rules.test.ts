import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { freshName, houseRule } from '../requests/objects.ts'
import { type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const zone = 'Europe/Amsterdam'
const inDays = (days: number): string =>
  (service.clock.now ?? Temporal.Now.instant())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days })
    .toString()

const make = (fields: object): Promise<Answer['body']> =>
  service.do('POST', '/v1/rules', { body: { code: freshName(), ...fields } })
const house = ({ sanne }: Scene, fields: object = {}) => make({ ...houseRule(sanne.id), ...fields })
const review = (id: string, as: string, body: object) =>
  service.call('POST', `/v1/rules/${id}/review`, { as, body })

describe('a house rule', () => {
  test('has an owner, a day of review and a share, and is in force', async () => {
    const { sanne } = await setScene(service)
    const given = houseRule(sanne.id)
    const made = await make(given)
    expect(made).toEqual({
      id: made.id,
      code: given.code,
      title: given.title,
      text: given.text,
      textNumber: 1,
      kind: 'house',
      ownerId: sanne.id,
      owner: { id: sanne.id, name: sanne.name },
      reviewOn: given.reviewOn,
      shareOfHonestPeopleBurdened: 0.6,
      burden: 'This rule burdens more than half of the honest people whom it meets.',
      state: 'active',
      reviewDueSince: null,
      lastReview: null,
      createdAt: made.createdAt,
      version: 1,
    })
    expect(await service.do('GET', `/v1/rules/${made.id}`)).toEqual(made)
    expect((await service.do('GET', `/v1/rules?code=${given.code}`)).data).toEqual([made])
  })

  test('says that it burdens most only above a half', async () => {
    const scene = await setScene(service)
    const of = async (share: number) => (await house(scene, { shareOfHonestPeopleBurdened: share })).burden
    expect([await of(0), await of(0.5), await of(1)]).toEqual([null, null, expect.stringMatching(/half/)])
  })

  test('is not made without its day or its share, for a day that has come, or for who does not work here', async () => {
    const { sanne } = await setScene(service)
    const pointers = async (fields: object) => {
      const body = { ...houseRule(sanne.id), ...fields }
      const { status, body: refusal } = await service.call('POST', '/v1/rules', { body })
      return [status, ...refusal.errors.map(({ pointer }: { pointer: string }) => pointer)]
    }
    expect(await pointers({ reviewOn: undefined, shareOfHonestPeopleBurdened: undefined })).toEqual([
      400,
      '#/reviewOn',
      '#/shareOfHonestPeopleBurdened',
    ])
    expect(await pointers({ shareOfHonestPeopleBurdened: 1.1 })).toEqual([
      400,
      '#/shareOfHonestPeopleBurdened',
    ])
    expect(await pointers({ reviewOn: inDays(0) })).toEqual([422, '#/reviewOn'])
    expect(await pointers({ ownerId: randomUUID() })).toEqual([422, '#/ownerId'])
  })

  test('is answered for by who makes it, unless somebody is named, and by an admin where a system makes it', async () => {
    const { team, sanne } = await setScene(service)
    const { id: coachId } = await service.employee({ teamId: team.id, role: 'coach' })
    await service.employee({ teamId: null, role: 'admin' })
    const { data } = await service.do('GET', '/v1/employees?role=admin&limit=1')
    const { ownerId: _, ...given } = houseRule(sanne.id)
    const ownerOf = async (as?: string) => {
      const body = { ...given, code: freshName() }
      return (await service.do('POST', '/v1/rules', { body, ...(as !== undefined && { as }) })).ownerId
    }
    expect([await ownerOf(coachId), await ownerOf()]).toEqual([coachId, data[0].id])
  })

  test('has a code of its own', async () => {
    const { sanne } = await setScene(service)
    const body = houseRule(sanne.id)
    const { id } = await make(body)
    const { status, body: refusal } = await service.call('POST', '/v1/rules', { body })
    expect([status, refusal.code, refusal.existing]).toEqual([409, 'already-exists', { id }])
  })

  test('lapses at the end of its day in the time of the organisation, by itself', async () => {
    const scene = await setScene(service)
    const day = inDays(3)
    const rule = await house(scene, { reviewOn: day })
    const end = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant()
    const stateAt = async (at: Temporal.Instant) => {
      service.clock.now = at
      const lists = await Promise.all(
        ['active', 'lapsed'].map((state) => service.do('GET', `/v1/rules?state=${state}&code=${rule.code}`)),
      )
      return [
        (await service.do('GET', `/v1/rules/${rule.id}`)).state,
        ...lists.map(({ data }) => data.length),
      ]
    }
    expect(await stateAt(end.subtract({ milliseconds: 1 }))).toEqual(['active', 1, 0])
    expect(await stateAt(end)).toEqual(['lapsed', 0, 1])
    const keep = { decision: 'keep', reason: 'Needed.', reviewOn: inDays(300) }
    const { status, body } = await review(rule.id, scene.sanne.id, keep)
    expect([status, body.code]).toEqual([409, 'rule-is-abolished'])
    const change = { headers: { 'if-match': '*' }, body: { title: 'Other' } }
    expect((await service.call('PATCH', `/v1/rules/${rule.id}`, change)).body.code).toBe('rule-is-abolished')
  })
})

test('a contract and the law need no day, and do not lapse with one', async () => {
  const { sanne } = await setScene(service)
  const { reviewOn: _, shareOfHonestPeopleBurdened: __, ...given } = houseRule(sanne.id)
  for (const kind of ['contract', 'statutory']) {
    const plain = await make({ ...given, code: freshName(), kind })
    expect(plain).toMatchObject({ kind, reviewOn: null, burden: null, state: 'active' })
    const dated = await make({ ...given, code: freshName(), kind, reviewOn: inDays(1) })
    service.clock.now = Temporal.Now.instant().add({ hours: 24 * 5 })
    expect((await service.do('GET', `/v1/rules/${dated.id}`)).state).toBe('active')
    service.clock.now = undefined
  }
})

test('its title, owner and share change; its text does not', async () => {
  const scene = await setScene(service)
  const rule = await house(scene)
  const change = (body: object) =>
    service.call('PATCH', `/v1/rules/${rule.id}`, { headers: { 'if-match': '*' }, body })
  const { body: changed } = await change({
    title: 'Other',
    ownerId: scene.piet.id,
    shareOfHonestPeopleBurdened: 0.1,
  })
  const owner = { id: scene.piet.id, name: scene.piet.name }
  const now = {
    title: 'Other',
    ownerId: owner.id,
    owner,
    shareOfHonestPeopleBurdened: 0.1,
    burden: null,
    version: 2,
  }
  expect(changed).toEqual({ ...rule, ...now })
  expect((await change({ text: 'Other' })).status).toBe(400)
  expect((await change({ reviewOn: inDays(9) })).status).toBe(400)
})

describe('a review', () => {
  test('keeps a rule, changes what it says, and abolishes it, each with a reason', async () => {
    const scene = await setScene(service)
    const { sanne } = scene
    const rule = await house(scene)
    const day = inDays(30)
    const kept = await review(rule.id, sanne.id, { decision: 'keep', reason: 'Good.', reviewOn: day })
    const by = { id: sanne.id, name: sanne.name }
    const lastReview = { decision: 'keep', reason: 'Good.', by, at: kept.body.lastReview.at }
    expect(kept.body).toEqual({ ...rule, reviewOn: day, lastReview, version: 2 })
    const change = { decision: 'change', reason: 'Too strict.', reviewOn: day, text: 'After a year.' }
    const changed = await review(rule.id, sanne.id, change)
    expect(changed.body).toMatchObject({ text: 'After a year.', textNumber: 2, version: 3 })
    expect(await service.do('GET', `/v1/rules/${rule.id}`)).toEqual(changed.body)
    const { rows } = await service.sql.query(
      'select number, text from rule_versions where rule_id = $1 order by 1',
      [rule.id],
    )
    expect(rows).toEqual([
      { number: 1, text: rule.text },
      { number: 2, text: 'After a year.' },
    ])
    const ended = await review(rule.id, sanne.id, { decision: 'abolish', reason: 'Serves nobody.' })
    expect(ended.body).toMatchObject({
      state: 'abolished',
      lastReview: { reason: 'Serves nobody.' },
      version: 4,
    })
    const again = await review(rule.id, sanne.id, { decision: 'abolish', reason: 'Twice.' })
    expect([again.status, again.body.code]).toEqual([409, 'rule-is-abolished'])
    const { data } = await service.do('GET', '/v1/events?type=rule.reviewed&limit=200')
    const told = data.filter((event: Answer['body']) => event.data.ruleId === rule.id)
    expect(told.map((event: Answer['body']) => event.data.decision)).toEqual(['keep', 'change', 'abolish'])
  })

  test('is the owner’s, a coach’s or an admin’s', async () => {
    const scene = await setScene(service)
    const rule = await house(scene)
    const keep = { decision: 'keep', reason: 'Good.', reviewOn: inDays(30) }
    expect((await review(rule.id, scene.piet.id, keep)).body.code).toBe('forbidden')
    for (const role of ['coach', 'admin']) {
      const { id } = await service.employee({ teamId: null, role })
      expect((await review(rule.id, id, keep)).status).toBe(200)
    }
  })

  test('of a house rule names the next day, which is to come, and a change names the text', async () => {
    const scene = await setScene(service)
    const rule = await house(scene)
    const refusal = async (body: object) => {
      const { status, body: said } = await review(rule.id, scene.sanne.id, { reason: 'So.', ...body })
      return [status, said.errors?.[0]?.pointer]
    }
    expect(await refusal({ decision: 'keep' })).toEqual([422, '#/reviewOn'])
    expect(await refusal({ decision: 'keep', reviewOn: inDays(0) })).toEqual([422, '#/reviewOn'])
    expect(await refusal({ decision: 'change', reviewOn: inDays(9) })).toEqual([400, '#/text'])
    expect(await refusal({ decision: 'keep', reviewOn: inDays(9), text: 'X' })).toEqual([400, '#/text'])
    expect(await refusal({ decision: 'abolish', reviewOn: inDays(9) })).toEqual([400, '#/reviewOn'])
  })
})
