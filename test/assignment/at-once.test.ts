import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { setScene } from '../support/scene.ts'
import type { Answer, Service } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const one = useService()
const two = useInstance(one)

async function crowd(members: number) {
  const team = await one.team()
  const people: Answer['body'][] = []
  for (let n = 0; n < members; n++) people.push(await one.employee({ teamId: team.id }))
  return { team, people }
}

const ask = (to: Service, body: object, headers?: Record<string, string>): Promise<Answer> =>
  to.call('POST', '/v1/cases', {
    body: { question: 'Why?', ...body },
    ...(headers && { headers }),
  })

/** How many cases each of the members owns, smallest first. */
const loads = (people: readonly Answer['body'][], answers: readonly Answer[]): number[] =>
  people.map(({ id }) => answers.filter(({ body }) => body.owner.id === id).length).sort((a, b) => a - b)

test('a hundred questions of ten customers at once: one owner for each customer, one customer for each member', async () => {
  const { team, people } = await crowd(10)
  const customers: Answer['body'][] = []
  for (let n = 0; n < 10; n++) customers.push(await one.customer({ teamId: team.id }))
  const answers = await atOnce([one, two], (to, n) => ask(to, { customerId: customers[n % 10].id }), 100)
  expect(tally(answers)).toEqual({ 201: 100 })
  for (const { id } of customers) {
    const theirs = answers.filter(({ body }) => body.customer.id === id)
    expect([theirs.length, new Set(theirs.map(({ body }) => body.owner.id)).size]).toEqual([10, 1])
    expect(theirs.filter(({ body }) => body.assignment.reason === 'least-loaded')).toHaveLength(1)
  }
  expect(loads(people, answers)).toEqual(Array(10).fill(10))
})

test('a hundred new customers at once fall evenly over seven members, known before or made in the same moment', async () => {
  const { team, people } = await crowd(7)
  const customers: Answer['body'][] = []
  for (let n = 0; n < 50; n++) customers.push(await one.customer({ teamId: team.id }))
  const answers = await atOnce(
    [one, two],
    (to, n) =>
      ask(
        to,
        n % 2
          ? { customerId: customers[(n - 1) / 2].id }
          : { customer: { name: 'Somebody', teamId: team.id } },
      ),
    100,
  )
  expect(tally(answers)).toEqual({ 201: 100 })
  expect(loads(people, answers)).toEqual([14, 14, 14, 14, 14, 15, 15])
})

test('fifty at once of two empty teams and of the default team itself fall evenly over its members', async () => {
  const { team, people } = await crowd(4)
  await one.sql.query('update organisation set default_team_id = $1', [team.id])
  const teams = [team, await one.team(), await one.team()]
  const answers = await atOnce([one, two], (to, n) =>
    ask(to, { customer: { name: 'Somebody', teamId: teams[n % 3].id } }),
  )
  expect(tally(answers)).toEqual({ 201: 50 })
  expect(loads(people, answers)).toEqual([12, 12, 13, 13])
})

test('one key fifty times at once for what a system brings in: one case, and each hears of it or is told to wait', async () => {
  const { team } = await crowd(3)
  const customer = await one.customer({ teamId: team.id })
  const key = { 'idempotency-key': randomUUID() }
  const answers = await atOnce([one, two], (to) => ask(to, { customerId: customer.id }, key))
  const opened = answers.filter(({ status }) => status === 201)
  expect(new Set(opened.map(({ body }) => body.id)).size).toBe(1)
  expect(
    Object.keys(tally(answers)).filter((name) => !/^201$|^409 idempotency-key-in-use$/.test(name)),
  ).toEqual([])
  const again = await ask(two, { customerId: customer.id }, key)
  expect([again.text, again.headers['idempotent-replayed']]).toEqual([opened[0]?.text, 'true'])
})

test('a customer who moves to another team just then finds their owner there', async () => {
  const [from, to] = [await crowd(1), await crowd(1)]
  const customer = await one.customer({ teamId: from.team.id })
  await one.sql.query('begin')
  await one.sql.query('update customers set team_id = $1 where id = $2', [to.team.id, customer.id])
  const asking = ask(two, { customerId: customer.id })
  await untilWaiting()
  await one.sql.query('commit')
  expect((await asking).body.owner.id).toBe(to.people[0].id)
})

test('who takes a question waits for nobody who is choosing among their teammates, however many do', async () => {
  const { team, sanne, customer } = await setScene(one)
  await one.sql.query('begin')
  try {
    await one.sql.query(`select pg_advisory_xact_lock(hashtextextended('assignment ' || $1, 0))`, [team.id])
    const choosing = Array.from({ length: 30 }, () =>
      ask(one, { customer: { name: 'Somebody', teamId: team.id } }),
    )
    await untilWaiting()
    const body = { customerId: customer.id, question: 'Why?' }
    expect((await one.call('POST', '/v1/cases', { as: sanne.id, body })).status).toBe(201)
    await one.sql.query('commit')
    expect(tally(await Promise.all(choosing))).toEqual({ 201: 30 })
  } finally {
    await one.sql.query('rollback')
  }
})

describe('a customer who was merged into another', () => {
  /** What a merge writes: `into` stands for both, and the one who is merged away has no cases. */
  const merge = (customerId: string, intoId: string) =>
    one.sql.query(
      `with merged as (
          insert into customer_merges (id, customer_id, into_id, moved, merged_by_kind, merged_by_id, merged_at)
          values ($1, $2, $3, '{"references": [], "facts": [], "filled": [], "contactPoints": []}', 'system', $1, now()))
        update customers set merge_id = $1 where id = $2`,
      [randomUUID(), customerId, intoId],
    )

  test('is not there any more: a question that names them is of who stands for them', async () => {
    const { team, people } = await crowd(2)
    const [gone, between, stays] = [
      await one.customer({ teamId: team.id }),
      await one.customer({ teamId: team.id }),
      await one.customer({ teamId: team.id }),
    ]
    const { body: known } = await ask(one, { customerId: stays.id, ownerId: people[1].id })
    await merge(gone.id, between.id)
    await merge(between.id, stays.id)
    const { status, body } = await ask(one, { customerId: gone.id })
    expect([status, body.customer.id, body.owner.id, body.assignment.reason]).toEqual([
      201,
      stays.id,
      people[1].id,
      'open-case-with-owner',
    ])
    expect(body.related.map(({ id }: Answer['body']) => id)).toEqual([known.id])
    const taken = await one.do('POST', '/v1/cases', {
      as: people[0].id,
      body: { customerId: gone.id, question: 'Why?' },
    })
    expect([taken.customer.id, taken.related.length]).toEqual([stays.id, 2])
  })

  test.each([
    ['by an employee who takes it', true],
    ['by a form', false],
  ])('while a question is opened for them, %s, has it opened for who stands for them', async (_, isTaken) => {
    const { team, sanne, customer: gone } = await setScene(one)
    const stays = await one.customer({ teamId: team.id })
    await one.sql.query('begin')
    await merge(gone.id, stays.id)
    const opening = one.call('POST', '/v1/cases', {
      ...(isTaken && { as: sanne.id }),
      body: { customerId: gone.id, question: 'Why?' },
    })
    await untilWaiting()
    await one.sql.query('commit')
    const { status, body } = await opening
    expect([status, body.customer?.id]).toEqual([201, stays.id])
  })
})

/** Waits until somebody waits for what our own connection holds. */
function untilWaiting() {
  const blocked = 'select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))'
  return expect.poll(async () => (await one.sql.query(blocked)).rows.length).toBeGreaterThan(0)
}
