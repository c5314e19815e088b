import { getColumns } from 'drizzle-orm'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { cases } from '../../src/tables/cases.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

type Found = Answer['body']

const service = useService()
let form: string
beforeAll(async () => {
  form = await service.key('cases:write')
  await service.employee({ teamId: (await service.team()).id, name: 'Somebody of the default team' })
})

/** A team with a member for each of these. */
async function crowd(...fields: readonly object[]) {
  const team = await service.team()
  const people: Found[] = []
  for (const each of fields) people.push(await service.employee({ teamId: team.id, ...each }))
  return { team, people, customer: await service.customer({ teamId: team.id }) }
}

/** A question that comes in by a form on the web. */
const ask = (fields: object): Promise<Found> =>
  service.do('POST', '/v1/cases', { key: form, body: { question: 'Why was I charged twice?', ...fields } })
/** A question of somebody whom nobody knows yet. */
const askAnew = (team: Found, fields: object = {}): Promise<Found> =>
  ask({ customer: { name: 'Somebody new', teamId: team.id }, ...fields })
const take = (employee: Found, customer: Found): Promise<Found> =>
  service.do('POST', '/v1/cases', {
    as: employee.id,
    body: { customerId: customer.id, question: 'And this?' },
  })
const resolve = (kase: Found): Promise<Found> =>
  service.do('POST', `/v1/cases/${kase.id}/resolve`, {
    as: kase.owner.id,
    body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
  })
/** Makes this employee busier than anybody. */
const burden = async (employee: Found) => {
  for (let n = 0; n < 5; n++)
    await service.do('POST', '/v1/cases', {
      as: employee.id,
      body: { customer: { name: 'X' }, question: 'Y?' },
    })
}
const away = async ({ id }: Found, hours = 8) => {
  const now = service.clock.now ?? Temporal.Now.instant()
  await service.sql.query(
    `insert into absences (id, employee_id, from_at, until_at, registered_at)
      values (gen_random_uuid(), $1, $2::timestamptz - interval '1 hour', $2::timestamptz + make_interval(hours => $3), $2)`,
    [id, now.toString(), hours],
  )
}
/** So many cases like this one, of the same owner and days, past all laws, for as long as the test runs. */
const copies = async ({ id }: Found, count: number) => {
  const columns = Object.values(getColumns(cases)).filter(({ generated }) => !generated)
  const names = columns.map(({ name }) => name)
  const own: Readonly<Record<string, string>> = {
    id: `overlay(c.id::text placing lpad(n::text, 12, '0') from 25)::uuid`,
    reference: `(9000000000000 + n)::text`,
  }
  const pastLaws = (statement: string) =>
    service.sql.query(`set local session_replication_role = replica; ${statement}`)
  onTestFinished(async () => {
    await pastLaws(`delete from cases where length(reference) = 13`)
  })
  await pastLaws(
    `insert into cases (${names}) select ${names.map((name) => own[name] ?? `c.${name}`)}
      from cases c, generate_series(1, ${count}) n where c.id = '${id}'`,
  )
}
const chosen = ({ owner, assignment }: Found) => [
  owner.id,
  assignment.reason,
  assignment.considered.map(({ members }: Found) => members),
]
let topics = 0
const newTopic = async (): Promise<string> =>
  (await service.do('POST', '/v1/topics', { body: { code: `topic-${++topics}`, name: 'A topic' } })).code

describe('the owner of what a system opens is, of the customer’s team', () => {
  test('who owns an open case of this customer: of several the one of the newest', async () => {
    const { people, customer } = await crowd({}, {}, {})
    await take(people[2], customer)
    await take(people[1], customer)
    await burden(people[1])
    const kase = await ask({ customerId: customer.id })
    expect(chosen(kase)).toEqual([people[1].id, 'open-case-with-owner', [2]])
    expect(kase.assignment.considered).toEqual([{ step: 'open-case-with-owner', members: 2 }])
  })

  test('else who last owned one in the past 12 months', async () => {
    const { people, customer } = await crowd({}, {}, {})
    service.clock.now = Temporal.Instant.from('2027-01-11T10:00:00Z')
    const [first, second] = [await take(people[1], customer), await take(people[2], customer)]
    await resolve(second)
    service.clock.now = Temporal.Instant.from('2027-01-12T10:00:00Z')
    await resolve(first)
    service.clock.now = Temporal.Instant.from('2028-01-11T09:59:00Z')
    await burden(people[1])
    expect(chosen(await resolve(await ask({ customerId: customer.id })))).toEqual([
      people[1].id,
      'known-by-owner',
      [0, 2],
    ])
  })

  test('and not who owned what was no question: they never had contact with the customer', async () => {
    const { people, customer } = await crowd({}, {})
    const spam = await ask({ customerId: customer.id })
    await service.do('POST', `/v1/cases/${spam.id}/resolve`, {
      as: spam.owner.id,
      body: { outcome: 'notAQuestion', summary: 'Spam.' },
    })
    await burden(people.find(({ id }) => id === spam.owner.id))
    const kase = await ask({ customerId: customer.id })
    expect(chosen(kase)[1]).toBe('least-loaded')
    expect(kase.owner.id).not.toBe(spam.owner.id)
  })

  test('also where more questions lie before it than anybody looks at', async () => {
    const { people, customer } = await crowd({}, {}, {})
    const [first, newest] = [await take(people[1], customer), await take(people[2], customer)]
    await resolve(first)
    await resolve(newest)
    await copies(first, 199)
    expect(chosen(await ask({ customerId: customer.id }))).toEqual([people[2].id, 'known-by-owner', [0, 2]])
  })

  test('and not who owned one before that', async () => {
    const { people, customer } = await crowd({}, {})
    service.clock.now = Temporal.Instant.from('2027-01-11T10:00:00Z')
    await resolve(await take(people[1], customer))
    service.clock.now = Temporal.Instant.from('2028-01-12T10:00:00Z')
    expect(chosen(await ask({ customerId: customer.id }))).toEqual([
      people[0].id,
      'least-loaded',
      [0, 0, 0, 2],
    ])
  })

  test('else the least-loaded who knows the topic and is not absent', async () => {
    const topic = await newTopic()
    const { team, people } = await crowd({}, { topics: [topic] }, { topics: [topic] }, { topics: [topic] })
    await burden(people[1])
    await away(people[3])
    const kase = await askAnew(team, { topic })
    expect(chosen(kase)).toEqual([people[2].id, 'least-loaded', [0, 0, 2]])
    expect(await service.do('GET', `/v1/cases/${kase.id}`)).toMatchObject({ assignment: kase.assignment })
    expect(kase.assignment.considered.map(({ step }: Found) => step)).toEqual([
      'open-case-with-owner',
      'known-by-owner',
      'competent-and-present',
    ])
  })

  test('else the least-loaded who is not absent: of a question without a topic nobody is asked what they know', async () => {
    const topic = await newTopic()
    const { team, people } = await crowd({}, { topics: [topic] }, {})
    await burden(people[1])
    await away(people[0])
    expect(chosen(await askAnew(team))).toEqual([people[2].id, 'least-loaded', [0, 0, 0, 2]])
    expect(chosen(await askAnew(team, { topic: await newTopic() }))).toEqual([
      people[2].id,
      'least-loaded',
      [0, 0, 0, 2],
    ])
  })

  test('else the least-loaded', async () => {
    const { team, people } = await crowd({}, {})
    for (const each of people) await away(each)
    await burden(people[0])
    expect(chosen(await askAnew(team))).toEqual([people[1].id, 'least-loaded', [0, 0, 0, 0, 2]])
  })
})

test('a member with half the hours gets half', async () => {
  const { team, people } = await crowd({ contractHours: 40 }, { contractHours: 20 })
  const owned: Record<string, number> = {}
  for (let n = 0; n < 12; n++) {
    const { owner } = await askAnew(team)
    owned[owner.id] = (owned[owner.id] ?? 0) + 1
  }
  expect(people.map(({ id }) => owned[id])).toEqual([8, 4])
})

test('what somebody takes, or a system names, considers nobody', async () => {
  const { people, customer } = await crowd({}, {})
  const named = await ask({ customerId: customer.id, ownerId: people[1].id })
  expect(named.assignment).toEqual({ reason: 'named', considered: [] })
  expect((await take(people[0], customer)).assignment).toEqual({ reason: 'taken', considered: [] })
})

test('what a specialist takes is assigned as a system’s is', async () => {
  const specialist = await service.employee({ teamId: null })
  const { people, customer } = await crowd({}, {})
  await take(people[1], customer)
  expect(chosen(await take(specialist, customer))).toEqual([people[1].id, 'open-case-with-owner', [1]])
})

test('a case that a succession led to another owner says no more whom its first one was chosen from', async () => {
  const { people, customer } = await crowd({}, {})
  const kase = await ask({ customerId: customer.id })
  await service.do('POST', `/v1/employees/${kase.owner.id}/departure`, { body: {} })
  const after = await service.do('GET', `/v1/cases/${kase.id}`)
  expect(people.map(({ id }) => id)).toContain(after.owner.id)
  expect(after.assignment).toEqual({ reason: 'succession', considered: [] })
})

describe('a team of which nobody may be chosen falls back to the default team', () => {
  test('in the same order: to whom the customer knows there, else as a fallback', async () => {
    const there = await crowd({}, {})
    await service.sql.query('update organisation set default_team_id = $1', [there.team.id])
    const { team, customer } = await crowd()
    const first = await ask({ customerId: customer.id })
    expect(chosen(first)).toEqual([there.people[0].id, 'fallback', [0, 0, 0, 2]])
    await burden(there.people[0])
    expect(chosen(await ask({ customerId: customer.id }))).toEqual([
      there.people[0].id,
      'open-case-with-owner',
      [1],
    ])
    expect(chosen(await askAnew(team))).toEqual([there.people[1].id, 'fallback', [0, 0, 0, 2]])
  })

  test('who has left is nobody’s owner again, and who is leaving is given nothing new, also of customers whom they know', async () => {
    const there = await crowd({})
    await service.sql.query('update organisation set default_team_id = $1', [there.team.id])
    const { people, customer } = await crowd({}, {})
    const kase = await take(people[0], customer)
    await service.sql.query('insert into departures (employee_id, started_at) values ($1, now())', [
      people[0].id,
    ])
    expect(chosen(await ask({ customerId: customer.id }))).toEqual([
      people[1].id,
      'least-loaded',
      [0, 0, 0, 1],
    ])
    await service.sql.query('insert into departures (employee_id, started_at) values ($1, now())', [
      people[1].id,
    ])
    expect(chosen(await ask({ customerId: customer.id }))).toEqual([
      there.people[0].id,
      'fallback',
      [0, 0, 0, 1],
    ])
    await service.sql.query('delete from departures where employee_id = any($1)', [
      people.map(({ id }) => id),
    ])
    await service.do('POST', `/v1/employees/${people[0].id}/departure`, { body: {} })
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).owner.id).toBe(people[1].id)
    expect(chosen(await ask({ customerId: customer.id }))).toEqual([
      people[1].id,
      'open-case-with-owner',
      [1],
    ])
  })
})

describe('a complaint', () => {
  test('goes to nobody whom it is about, also when they own the customer’s open case', async () => {
    const { people, customer } = await crowd({}, {}, {})
    await take(people[0], customer)
    const complaint = { customerId: customer.id, aboutEmployeeId: people[0].id }
    expect(chosen(await ask(complaint))).toEqual([people[1].id, 'least-loaded', [0, 0, 0, 2]])
  })

  test('goes to who stands in for them only where nobody else is left in the team', async () => {
    const { people, customer } = await crowd({}, {}, {})
    const [concerned, standIn, other] = people
    await take(standIn, customer)
    const now = Temporal.Now.instant()
    await coverAbsence(service, {
      owner: concerned.id,
      by: standIn.id,
      from: now.subtract({ hours: 1 }).toString(),
      until: now.add({ hours: 8 }).toString(),
    })
    const complaint = { customerId: customer.id, aboutEmployeeId: concerned.id }
    await away(other)
    const kase = await ask(complaint)
    expect(chosen(kase)).toEqual([other.id, 'least-loaded', [0, 0, 0, 0, 1]])
    await service.sql.query('insert into departures (employee_id, started_at) values ($1, now())', [other.id])
    expect((await ask(complaint)).owner.id).toBe(standIn.id)
  })

  test('shows in no reason of another case that there is one, and is one more of the same for the same employee', async () => {
    const { people, customer } = await crowd({}, {}, {})
    const complaint = { customerId: customer.id, aboutEmployeeId: people[0].id }
    await burden(people[0])
    const first = await ask(complaint)
    expect(first.owner.id).toBe(people[1].id)
    expect(chosen(await ask({ customerId: customer.id }))).toEqual([
      people[2].id,
      'least-loaded',
      [0, 0, 0, 3],
    ])
    await resolve(first)
    expect(chosen(await ask(complaint))).toEqual([people[2].id, 'open-case-with-owner', [1]])
  })
})

test('the reason is in the history', async () => {
  const { people, customer } = await crowd({}, {})
  await take(people[1], customer)
  const kase = await ask({ customerId: customer.id })
  const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}`)
  expect(data[0]).toMatchObject({
    type: 'case.opened',
    data: { ownerId: people[1].id, reason: 'open-case-with-owner' },
  })
})
