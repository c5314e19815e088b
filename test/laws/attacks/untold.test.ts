import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { houseRule } from '../../requests/objects.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import { type Answer, startService } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { asBefore, insert } from '../script.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** Events of what never was, or is not yet: whoever reads the history would see it, and nobody would be told when it is. */
const service = useService()
let elsewhere: Readonly<Record<'gesture' | 'ask' | 'deviation' | 'idea' | 'rule', Answer['body']>>
let [
  kase,
  person,
  gesture,
  ask,
  idea,
  rule,
  question,
  takenBack,
  withdrawn,
  gone,
  erasure,
]: Answer['body'][] = []
beforeAll(async () => {
  const { sanne, piet, team, customer, take } = await setScene(service)
  ;[kase, person] = [await take(), customer]
  const make = (url: string, body: object) => service.do('POST', `/v1/${url}`, { as: sanne.id, body })
  const amount = { amount: '1.00', currency: 'EUR' }
  gesture = await make(`cases/${kase.id}/gestures`, { kind: 'credit', amount, reason: 'Sorry.' })
  ask = await make(`cases/${kase.id}/asks`, { wish: 'Boiler', amount, reason: 'Sorry.' })
  question = await make(`cases/${kase.id}/consultations`, { employeeId: piet.id, question: 'Why twice?' })
  idea = await make('ideas', { title: 'Fewer forms', body: 'Nobody reads them.' })
  rule = await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) })
  await make(`cases/${kase.id}/deviations`, { ruleId: rule.id, benefit: 'Gets it back.', reason: 'Ours.' })
  takenBack = await make(`cases/${kase.id}/gestures`, { kind: 'credit', amount, reason: 'Twice.' })
  await make(`gestures/${takenBack.id}/withdraw`, {})
  withdrawn = await make(`cases/${kase.id}/asks`, { wish: 'Stove', amount, reason: 'Sorry.' })
  await make(`asks/${withdrawn.id}/withdraw`, {})
  gone = await service.customer({ teamId: team.id })
  await service.do('POST', `/v1/customers/${gone.id}/erasure`)
  erasure = (await service.sql.query('select id from erasures where customer_id = $1', [gone.id])).rows[0]
  const { id } = await take()
  const now = Temporal.Now.instant()
  service.clock.now = now.subtract({ hours: 960 })
  const reviewOn = String(now.subtract({ hours: 48 })).slice(0, 10)
  const due = {
    idea: await make('ideas', { title: 'More forms', body: 'Some read them.' }),
    rule: await service.do('POST', '/v1/rules', { body: { ...houseRule(sanne.id), reviewOn } }),
  }
  service.clock.now = undefined
  elsewhere = {
    gesture: await make(`cases/${id}/gestures`, { kind: 'credit', amount, reason: 'Sorry.' }),
    ask: await make(`cases/${id}/asks`, { wish: 'Tap', amount, reason: 'Sorry.' }),
    deviation: await make(`cases/${id}/deviations`, {
      ruleId: rule.id,
      benefit: 'Gets it.',
      reason: 'Ours.',
    }),
    ...due,
  }
  await letTimeBe(service.sql)
})

const told = (type: string, data: object, row: Readonly<Record<string, string>> = {}) =>
  insert('events', {
    ...{ id: 'gen_random_uuid()', type, at: 'now()', actor_kind: 'system', ...row },
    data: `'${JSON.stringify(data)}'`,
  })
/** In the history of the case, with the next number. */
const inCase = (type: string, data: object) => `
  with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), '${type}', now(), id, version + 1, 'system', '${JSON.stringify(data)}'
    from cases where id = '${kase.id}')
  update cases set version = version + 1 where id = '${kase.id}'`

const refused = 'events_tell_of_what_is_there'
const tells = (name: string, ...events: readonly (() => string)[]) => ({
  name: `tells of ${name}`,
  steps: () => events.map((event) => event()),
  refused,
})
const promise = () => ({ callbackId: kase.callback.id })

tryAll(service, [
  ...['callback.due', 'callback.overdue', 'callback.kept'].map((type) =>
    tells(`${type} outside of its case`, () => told(type, promise())),
  ),
  tells('an answer that is late outside of its case', () =>
    told('consultation.overdue', { consultationId: question.id }),
  ),
  tells('silence that says yes outside of its case', () => told('ask.granted-by-silence', { askId: ask.id })),
  ...['case.opened', 'contact.recorded', 'deviation.recorded', 'gesture.granted', 'note.added'].map((type) =>
    tells(`${type} outside of any case`, () => told(type, { noteId: randomUUID() })),
  ),
  tells('a rating outside of any case', () => told('consultation.rated', {})),
  tells('a succession outside of any case', () => told('succession.requested', {})),
  ...[
    ...['callback.attempted', 'callback.kept', 'case.chased', 'case.customer-corrected', 'case.resolved'],
    ...['case.succeeded', 'consultation.answered', 'contact.completed', 'contact.recorded', 'note.added'],
    'succession.requested',
  ].map((type) => tells(`${type} without saying of what`, () => inCase(type, {}))),
  tells('a chase that nobody made', () =>
    inCase('case.chased', {}).replace('set version', 'set chases = chases + 1, version'),
  ),
  ...['gesture.granted', 'gesture.fulfilled', 'gesture.withdrawn'].flatMap((type) => [
    tells(`${type} of none`, () => inCase(type, { gestureId: 'none' })),
    tells(`${type} of one that is not so`, () => inCase(type, { gestureId: gesture.id })),
  ]),
  ...['ask.made', 'ask.answered', 'ask.granted-by-silence', 'ask.withdrawn'].flatMap((type) => [
    tells(`${type} of none`, () => inCase(type, { askId: 'none' })),
    tells(`${type} of one that is not so`, () => inCase(type, { askId: ask.id })),
  ]),
  tells('a rule that nobody bent', () => inCase('deviation.recorded', { deviationId: randomUUID() })),
  tells('an idea that is not late', () => told('idea.overdue', { ideaId: idea.id })),
  tells('a review that is not due', () => told('rule.review-due', { ruleId: rule.id, review: 1 })),
  tells(
    'a review that is not the next one',
    () => `update rules set due_told_at = now(), version = version + 1 where id = '${elsewhere.rule.id}'`,
    () => told('rule.review-due', { ruleId: elsewhere.rule.id, review: 1 }),
    () => told('rule.review-due', { ruleId: elsewhere.rule.id, review: 2 }),
  ),
  tells('an erasure that erases nobody', () =>
    told('customer.erased', { erasureId: randomUUID() }, { customer_id: person.id }),
  ),
  tells('a gesture that was taken back before', () =>
    inCase('gesture.withdrawn', { gestureId: takenBack.id }),
  ),
  tells('an ask that was withdrawn before', () => inCase('ask.withdrawn', { askId: withdrawn.id })),
  tells('an erasure of before', () =>
    told('customer.erased', { erasureId: erasure.id }, { customer_id: gone.id }),
  ),
])

/** What becomes of a row while nothing else looks, so that it is the event that is asked whether it is so. */
const becomes = (table: string, id: string, set: string) =>
  asBefore(`update ${table} set ${set}, version = version + 1 where id = '${id}'`)
const outcome = (...steps: readonly string[]) => outcomeOf(service, 'read committed', steps)

test.each<readonly [string, string, () => Answer['body'], string, string]>([
  ['ask.withdrawn', 'asks', () => ask, 'askId', `state = 'withdrawn', closed_at = now()`],
  [
    'ask.granted-by-silence',
    'asks',
    () => ask,
    'askId',
    `state = 'granted', by_silence = true, closed_at = answer_by`,
  ],
  [
    'ask.answered',
    'asks',
    () => ask,
    'askId',
    `state = 'granted', closed_at = now(), answered_by_id = gen_random_uuid()`,
  ],
  [
    'gesture.fulfilled',
    'gestures',
    () => gesture,
    'gestureId',
    `state = 'fulfilled', ended_at = now(), fulfilment_reference = 'CN-1', fulfilled_by_id = gen_random_uuid()`,
  ],
])('%s is told when it is so, once, and as nothing else', async (type, table, row, key, set) => {
  const { id } = row()
  const tell = (as: string) => inCase(as, { [key]: id })
  expect(await outcome(...becomes(table, id, set), tell(type))).toBe('nothing')
  const [kind = ''] = type.split('.')
  const others = {
    ask: ['ask.made', 'ask.answered', 'ask.withdrawn', 'ask.granted-by-silence'],
    gesture: ['gesture.granted', 'gesture.fulfilled', 'gesture.withdrawn'],
  }[kind]
  const ofNone = inCase(type, { [key]: randomUUID() })
  expect(await outcome(...becomes(table, id, set), tell(type), ofNone)).toBe(refused)
  for (const other of others ?? []) {
    const steps = [...becomes(table, id, set), tell(type), tell(other)]
    expect(await outcome(...steps), other).toMatch(/^events_tell_of_(what_is_there|silence_once)$/)
  }
})

test('of what is only touched nothing is told', async () => {
  for (const type of ['ask.answered', 'ask.withdrawn', 'ask.granted-by-silence']) {
    const touched = becomes('asks', ask.id, 'wish = wish')
    expect(await outcome(...touched, inCase(type, { askId: ask.id })), type).toBe(refused)
  }
  for (const type of ['gesture.fulfilled', 'gesture.withdrawn']) {
    const touched = becomes('gestures', gesture.id, 'reason = reason')
    expect(await outcome(...touched, inCase(type, { gestureId: gesture.id })), type).toBe(refused)
  }
})

test('what becomes of one case is not told of in the history of another', async () => {
  const { gesture: given, ask: asked, deviation } = elsewhere
  const withdrawn = `state = 'withdrawn', ended_at = now(), withdrawn_by_id = gen_random_uuid()`
  for (const [type, data, steps] of [
    ['gesture.withdrawn', { gestureId: given.id }, becomes('gestures', given.id, withdrawn)],
    [
      'ask.withdrawn',
      { askId: asked.id },
      becomes('asks', asked.id, `state = 'withdrawn', closed_at = now()`),
    ],
    ['deviation.recorded', { deviationId: deviation.id }, []],
  ] as const)
    expect(await outcome(...steps, inCase(type, data)), type).toBe(refused)
})

test('of one idea and one rule it is not told that another one is late', async () => {
  const late = [
    ...becomes('ideas', elsewhere.idea.id, 'overdue_told_at = now()'),
    ...becomes('rules', elsewhere.rule.id, 'due_told_at = now()'),
  ]
  const tells = (ideaOf: Answer['body'], ruleOf: Answer['body']) => [
    told('idea.overdue', { ideaId: ideaOf.id }),
    told('rule.review-due', { ruleId: ruleOf.id, review: 1 }),
  ]
  expect(await outcome(...late, ...tells(elsewhere.idea, elsewhere.rule))).toBe('nothing')
  expect(await outcome(...late, ...tells(idea, elsewhere.rule))).toBe(refused)
  expect(await outcome(...late, ...tells(elsewhere.idea, rule))).toBe(refused)
})

test('what is given and taken back in one go is told of as both', async () => {
  const id = randomUUID()
  const given = insert('gestures', {
    ...{
      id,
      case_id: kase.id,
      team_id: `(select team_id from cases where id = '${kase.id}')::uuid`,
      owner_id: kase.owner.id,
      granted_by_id: kase.owner.id,
    },
    ...{ kind: 'credit', amount: '100', currency: 'EUR', reason: 'Sorry.', granted_at: 'now()' },
    ...{ state: 'withdrawn', ended_at: 'now()', withdrawn_by_id: kase.owner.id },
  })
  const steps = asBefore(given)
  const tells = ['gesture.granted', 'gesture.withdrawn'].map((type) => inCase(type, { gestureId: id }))
  expect(await outcome(...steps, ...tells)).toBe('nothing')
})

test('what was told ahead before that was refused stands in nobody’s way when it is so', async () => {
  const ahead = inCase('ask.withdrawn', { askId: ask.id })
  const own = asBefore(ahead, `update events set tx = '3' where type = 'ask.withdrawn'`)
  const withdrawn = becomes('asks', ask.id, `state = 'withdrawn', closed_at = now()`)
  expect(await outcome(...own, ...withdrawn, ahead)).toBe('nothing')
})

test('a rule that is bent is told of once, now or later', async () => {
  const { rows } = await service.sql.query('select id from deviations where case_id = $1', [kase.id])
  expect(await outcome(inCase('deviation.recorded', { deviationId: rows[0].id }))).toBe(refused)
})

test('what a script wrote before it was refused stops no reader, and nobody from being erased', async () => {
  const own = await startService()
  try {
    const scene = await setScene(own)
    const { id } = await scene.resolved()
    const numbered = inCase('gesture.granted', {}).replaceAll(kase.id, id)
    const say = (type: string, data: object) =>
      numbered.replace('gesture.granted', type).replace(`'{}'`, `'${JSON.stringify(data)}'`)
    const twin = await own.customer({ teamId: scene.team.id })
    await own.do('POST', `/v1/customers/${twin.id}/merge-into`, { body: { customerId: scene.customer.id } })
    await own.sql.query(`set session_replication_role = replica;
      ${say('gesture.granted', { gestureId: 'none' })};
      ${say('ask.made', { askId: 'none' })};
      ${say('deviation.recorded', { deviationId: 'none' })};
      ${say('case.changed', { ownerId: 'none' })};
      ${told('customer.changed', { factId: 'none' }, { customer_id: scene.customer.id })};
      alter table customer_merges drop constraint customer_merges_know_what_they_moved;
      update customer_merges set moved = '[]';
      set session_replication_role = origin`)
    for (const url of [`/v1/cases/${id}/timeline`, `/v1/customers/${scene.customer.id}/timeline`])
      expect((await own.call('GET', url)).status, url).toBe(200)
    for (const kind of ['gestures', 'deviations', 'contacts', 'callbacks', 'consultations'])
      expect((await own.call('GET', `/v1/exports/${kind}?cursor=1`)).status, kind).toBe(200)
    expect((await own.call('POST', `/v1/customers/${scene.customer.id}/erasure`)).status).toBe(200)
  } finally {
    await own.stop()
  }
})
