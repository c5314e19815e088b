import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import { inbound, setScene } from '../support/scene.ts'
import { startService } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { whileHeld } from '../support/while-held.ts'
import { insert, refusal } from './script.ts'

const service = useService()
const beside = useInstance(service)

const question = { customer: { name: 'Mevrouw Dijkstra', phone: '06 12345678' }, question: 'Why twice?' }

/** A default team of its own for each test. */
const newDefaultTeam = async (members: number) => {
  const team = await service.team()
  const people = []
  for (let n = 0; n < members; n++) people.push(await service.employee({ teamId: team.id }))
  await service.sql.query('update organisation set default_team_id = $1', [team.id])
  return { team, people }
}

test('who is held for the next question stays so while others come to the team, and leave it', async () => {
  const older = await service.employee({ teamId: (await service.team()).id })
  const { team, people } = await newDefaultTeam(2)
  await service.employee({ teamId: team.id })
  await service.sql.query('update employees set team_id = $1 where id = $2', [team.id, older.id])
  await service.sql.query('update employees set departed_at = now() where id = $1', [people[1]?.id])
  const { rows } = await service.sql.query('select default_member_id from organisation')
  expect(rows).toEqual([{ default_member_id: people[0]?.id }])
})

describe('no SQL leaves the organisation without an owner for the next question', () => {
  const refused = 'organisation_default_team_has_a_member'

  test.each([
    ['by the departure of everybody', 'update employees set departed_at = now() where active_team_id = T'],
    ['by making specialists of everybody', 'update employees set team_id = null where active_team_id = T'],
    ['by letting go of the member who is held', 'update organisation set default_member_id = null'],
    ['by having no default team', 'update organisation set default_team_id = null'],
    ['by having neither', 'update organisation set default_team_id = null, default_member_id = null'],
    [
      'by holding somebody who is elsewhere',
      'update organisation set default_member_id = (select id from employees where active_team_id is distinct from T limit 1)',
    ],
    ['by holding nobody who exists', 'update organisation set default_member_id = gen_random_uuid()'],
  ])('%s', async (_, statement) => {
    const { team } = await newDefaultTeam(3)
    await setScene(service)
    const update = statement.replaceAll('T', `'${team.id}'`)
    expect(await refusal(service, update)).toBe(refused)
    expect(await refusal(service, 'set constraints all deferred', update)).toBe(refused)
  })

  test('by choosing a team without members', async () => {
    await newDefaultTeam(1)
    const empty = await service.team()
    expect(await refusal(service, `update organisation set default_team_id = '${empty.id}'`)).toBe(refused)
    expect(await refusal(service, 'update organisation set default_team_id = gen_random_uuid()')).toMatch(
      /^organisation_default_team_(has_a_member|exists)$/,
    )
  })

  test('by a departure one by one', async () => {
    const { people } = await newDefaultTeam(3)
    const leaves = people.map(({ id }) => `update employees set departed_at = now() where id = '${id}'`)
    expect(await refusal(service, ...leaves)).toBe(refused)
    expect(await refusal(service, ...leaves.slice(1))).toBe('nothing')
  })

  test('by doing without the organisation, or with two', async () => {
    expect(await refusal(service, 'delete from organisation')).toBe('organisation_is_one')
    expect(await refusal(service, 'truncate organisation cascade')).toBe('organisation_is_one')
    expect(await refusal(service, 'update organisation set id = 2')).toBe('organisation_is_one')
    expect(await refusal(service, insert('organisation', { id: '2' }))).toBe('organisation_is_one')
    expect(await refusal(service, insert('organisation', { id: '1' }))).toBe('organisation_pkey')
  })
})

test('on a fresh database intake says that nobody is there yet, and works from the first member on', async () => {
  const fresh = await startService()
  try {
    const refused = async () => {
      const answer = await fresh.call('POST', '/v1/cases', { body: question })
      expect([answer.status, answer.body.code]).toEqual([409, 'organisation-not-ready'])
    }
    await refused()
    const first = await fresh.team()
    await refused()
    await fresh.employee({ teamId: null })
    await refused()
    const sanne = await fresh.employee({ teamId: first.id })
    expect(await fresh.do('POST', '/v1/cases', { body: question })).toMatchObject({
      owner: { id: sanne.id },
      status: 'open',
    })
    await expectInvariants(fresh)
  } finally {
    await fresh.stop()
  }
})

test('a first member anywhere is enough: the default team may still be empty', async () => {
  const fresh = await startService()
  try {
    const [first, second] = [await fresh.team(), await fresh.team()]
    const piet = await fresh.employee({ teamId: second.id })
    const customer = await fresh.customer({ teamId: first.id })
    const kase = await fresh.do('POST', '/v1/cases', { body: { customerId: customer.id, question: 'Why?' } })
    expect(kase).toMatchObject({
      owner: { id: piet.id },
      teamId: second.id,
      assignment: { reason: 'fallback' },
    })
    await expectInvariants(fresh)
  } finally {
    await fresh.stop()
  }
})

test('a team without members falls back to the default team', async () => {
  const { team, people } = await newDefaultTeam(1)
  const empty = await service.team()
  const customer = await service.customer({ teamId: empty.id })
  const kase = await service.do('POST', '/v1/cases', { body: { customerId: customer.id, question: 'Why?' } })
  expect(kase).toMatchObject({
    owner: { id: people[0].id },
    teamId: team.id,
    assignment: { reason: 'fallback' },
  })
})

test('a complaint about the only member of the team, who is the only one of the default team as well, still finds an owner', async () => {
  const { team, people } = await newDefaultTeam(1)
  const { sanne } = await setScene(service)
  const customer = await service.customer({ teamId: team.id })
  const body = { customerId: customer.id, question: 'They were rude.', aboutEmployeeId: people[0].id }
  const kase = await service.do('POST', '/v1/cases', { body })
  expect(kase.owner.id).not.toBe(people[0].id)
  expect(sanne.id).toBeTruthy()
})

test('a customer and a question are enough, of a system and of an employee', async () => {
  const { sanne, customer } = await setScene(service)
  const body = { customerId: customer.id, question: 'Why?' }
  expect(await service.do('POST', '/v1/cases', { body })).toMatchObject({
    origin: 'question',
    channel: 'web',
    subject: 'Why?',
    openedBy: { kind: 'system' },
  })
  expect(await service.do('POST', '/v1/cases', { as: sanne.id, body })).toMatchObject({
    owner: { id: sanne.id },
    assignment: { reason: 'taken' },
    channel: 'phone',
    openedBy: { kind: 'employee', id: sanne.id },
  })
})

test('fifty at once: while the default team runs empty and questions come in, each question has an owner and somebody stays', async () => {
  const { team, people } = await newDefaultTeam(10)
  const empty = await service.team()
  const customer = await service.customer({ teamId: empty.id })
  const answers = await atOnce([service, beside], (to, n) =>
    n % 2
      ? to.call('POST', '/v1/cases', { body: { customerId: customer.id, question: `Why ${n}?` } })
      : to.call('PATCH', `/v1/employees/${people[(n / 2) % 10].id}`, {
          body: { teamId: null },
          headers: { 'if-match': '*' },
        }),
  )
  expect(tally(answers.filter((_, n) => n % 2))).toEqual({ 201: 25 })
  const left = Object.keys(tally(answers.filter((_, n) => n % 2 === 0)))
  expect(
    left.filter((name) => !/^(200|409 last-member-of-default-team|409 owns-open-cases)$/.test(name)),
  ).toEqual([])
  const { rows } = await service.sql.query(
    'select count(*)::int as n from employees where active_team_id = $1',
    [team.id],
  )
  expect(rows[0].n).toBeGreaterThan(0)
})

test('fifty at once: what one employee takes is theirs, whoever else takes questions', async () => {
  const { sanne, piet, customer } = await setScene(service)
  const answers = await atOnce([service, beside], (to, n) =>
    to.call('POST', '/v1/cases', {
      as: n % 2 ? sanne.id : piet.id,
      body: { customerId: customer.id, question: 'Why?', contact: { channel: inbound.channel } },
    }),
  )
  for (const [n, { status, body }] of answers.entries())
    expect([status, body.owner.id, body.assignment.reason]).toEqual([
      201,
      n % 2 ? sanne.id : piet.id,
      'taken',
    ])
  expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(50)
})

test('who takes a question while they are sent out of their team: it goes to somebody who is in it', async () => {
  const { sanne, piet, customer } = await setScene(service)
  const taken = await whileHeld(
    service,
    ['update employees set team_id = null where id = $1', [sanne.id]],
    () =>
      service.call('POST', '/v1/cases', {
        as: sanne.id,
        body: { customerId: customer.id, question: 'Why twice?' },
      }),
  )
  expect(taken).toMatchObject({ status: 201, body: { owner: { id: piet.id } } })
})
