import { randomInt } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { run } from '../outreaches/set-outreach.ts'
import { houseRule } from '../requests/objects.ts'
import { inbound, outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { figures } from './independent-sql.ts'

const service = useService()
const at = (day: number, hour = 10) =>
  Temporal.PlainDate.from('2026-11-01')
    .add({ days: day - 1 })
    .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: { hour } })
    .toInstant()
const end = at(30, 20)
const topics = ['invoice', 'moving', 'meter']
const teams: { id: string; members: string[] }[] = []
const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T

/** Whatever happens on a day is tried, and much of it is refused: what counts is what came of it. */
const tried = (url: string, as: string | undefined, body: object): Promise<Answer> =>
  service.call('POST', url, { ...(as !== undefined && { as }), body })

beforeAll(async () => {
  service.clock.now = at(2)
  for (const code of topics) await service.do('POST', '/v1/topics', { body: { code, name: code } })
  for (let n = 0; n < 2; n++) {
    const { id } = await service.team({ agreements: { callbacksPerHour: 60, attemptPause: 'PT1M' } })
    const members: string[] = []
    for (let m = 0; m < 4; m++) members.push((await service.employee({ teamId: id })).id)
    teams.push({ id, members })
  }
  const rule = await service.do('POST', '/v1/rules', { body: houseRule(teams[0]?.members[0] ?? '') })
  const coach = await service.employee({ teamId: null, role: 'coach' })
  const cases: { id: string; team: (typeof teams)[number] }[] = []
  const owned = async (id: string) => await service.do('GET', `/v1/cases/${id}`)

  const open = async () => {
    const team = pick(teams)
    const customer = await service.customer({ teamId: team.id })
    const asked = { customerId: customer.id, question: 'Why?', ...(randomInt(4) && { topic: pick(topics) }) }
    const atOnce = randomInt(5) === 0 && { resolution: { outcome: 'answered', summary: 'Told.' } }
    const { status, body } = await tried('/v1/cases', randomInt(4) ? pick(team.members) : undefined, {
      ...asked,
      ...(atOnce && { ...atOnce, contact: { summary: 'Why?' } }),
    })
    if (status === 201) cases.push({ id: body.id, team })
  }
  const resolve = { outcome: 'answered', summary: 'Told.' }
  const acts: (() => Promise<unknown>)[] = [
    open,
    open,
    async () => {
      const { id } = pick(cases)
      const { callback, owner } = await owned(id)
      if (!callback) return
      const outcome = pick(['reached', 'reached', 'no-answer', 'busy', 'voicemail'])
      return tried(`/v1/callbacks/${callback.id}/attempts`, owner.id, {
        outcome,
        ...(outcome === 'reached' && { then: randomInt(3) ? { resolve } : { callback: {} } }),
      })
    },
    async () => {
      const { id, team } = pick(cases)
      return tried(`/v1/cases/${id}/contacts`, pick(team.members), {
        ...inbound,
        answered: randomInt(2) === 0,
      })
    },
    async () => {
      const { id } = pick(cases)
      const { owner } = await owned(id)
      return tried(`/v1/cases/${id}/resolve`, owner.id, {
        ...resolve,
        contact: randomInt(2) ? outbound : inbound,
      })
    },
    async () => {
      const { id } = pick(cases)
      const { owner } = await owned(id)
      return tried(`/v1/cases/${id}/resolve`, owner.id, {
        outcome: 'withdrawn',
        summary: 'No more.',
        contact: inbound,
      })
    },
    async () => {
      const { id, team } = pick(cases)
      const { owner } = await owned(id)
      const colleague = pick([...team.members, ...pick(teams).members])
      const { status, body } = await tried(`/v1/cases/${id}/consultations`, owner.id, {
        employeeId: colleague,
        question: 'Why?',
      })
      if (status !== 201) return
      const end = pick(['answer', 'answer', 'decline', ''])
      if (end)
        await tried(
          `/v1/consultations/${body.id}/${end}`,
          colleague,
          end === 'answer' ? { answer: 'So.' } : { reason: 'No.' },
        )
      if (end === 'answer')
        await service.call('PUT', `/v1/consultations/${body.id}/helpfulness`, {
          as: owner.id,
          body: { helpful: true },
        })
    },
    async () => {
      const { id } = pick(cases)
      const { callback, owner } = await owned(id)
      if (callback)
        await tried(`/v1/callbacks/${callback.id}/reschedule`, owner.id, {
          reason: 'Asked for it.',
          contact: outbound,
        })
    },
    async () => {
      const { id } = pick(cases)
      const { survey } = await service.do('GET', `/v1/cases/${id}/links`)
      if (survey)
        await service.call('POST', `/v1/surveys/${survey.url.split('/').at(-1)}`, {
          key: null,
          body: { score: randomInt(1, 6), ...(randomInt(2) && { helpedByOnePerson: randomInt(2) === 0 }) },
        })
    },
    async () => {
      const { id } = pick(cases)
      const { owner } = await owned(id)
      const amount = { amount: '5.00', currency: 'EUR' }
      const { status, body } = await tried(`/v1/cases/${id}/gestures`, owner.id, {
        kind: 'credit',
        amount,
        reason: 'Sorry.',
      })
      if (status === 201 && randomInt(2)) await tried(`/v1/gestures/${body.id}/withdraw`, owner.id, {})
      await tried(`/v1/cases/${id}/deviations`, owner.id, {
        ruleId: rule.id,
        benefit: 'Gets it.',
        reason: 'Ours.',
      })
    },
    async () => {
      const { id, team } = pick(cases)
      const named = [...new Set([id, ...cases.filter((one) => one.team === team).map((one) => one.id)])]
      const idea = { title: 'Less', body: 'Of it.', anonymous: randomInt(2) === 0 }
      const caseIds = named.slice(0, randomInt(4))
      const { body } = await tried('/v1/ideas', pick(team.members), { ...idea, caseIds })
      for (const member of team.members) await tried(`/v1/ideas/${body.id}/support`, member, {})
      const decision = pick(['adopted', 'declined', ''])
      if (decision) await tried(`/v1/ideas/${body.id}/answer`, coach.id, { decision, reason: 'So.' })
    },
  ]
  for (let n = 0; n < 4; n++) await open()
  const reachOut = async () => {
    const [team] = teams
    const called = await Promise.all([1, 2, 3].map(() => service.customer({ teamId: team?.id })))
    const money = (amount: string) => ({ amount, currency: 'EUR' })
    const body = {
      ...{ title: 'Less', reason: 'Too much.', valueToCustomer: 'Paid back.', message: 'We pay back.' },
      ...{ decision: 'informAndRefund', refund: money('2.50'), budget: money('50.00'), topic: topics[0] },
      customers: called.map(({ id }) => ({ customerId: id })),
    }
    const outreach = await service.do('POST', '/v1/outreaches', { as: coach.id, body })
    await service.do('POST', `/v1/outreaches/${outreach.id}/start`, { as: coach.id })
    await run(service)
    const { data } = await service.do('GET', `/v1/outreaches/${outreach.id}/customers`)
    for (const row of data) if (row.case && team) cases.push({ id: row.case.id, team })
    const [one] = data
    const { callback, owner } = await owned(one.case.id)
    service.clock.now = Temporal.Instant.from(callback.from)
    const told = { outcome: 'reached', then: { resolve } }
    await service.do('POST', `/v1/callbacks/${callback.id}/attempts`, { as: owner.id, body: told })
  }
  /** What luck alone would bring nearly always. */
  const askOutside = async () => {
    const [team, other] = teams
    const customer = await service.customer({ teamId: team?.id })
    const as = team?.members[0]
    const { id } = await service.do('POST', '/v1/cases', {
      ...(as && { as }),
      body: { customerId: customer.id, question: 'Why?', topic: topics[0] },
    })
    await tried(`/v1/cases/${id}/consultations`, as, { employeeId: other?.members[0], question: 'Why?' })
  }
  for (let day = 2; day < 28; day++)
    for (let n = 0; n < 11; n++) {
      if (day === 9 && n === 0) await reachOut()
      if (day === 10 && n === 0) await askOutside()
      service.clock.now = at(day, 9 + Math.floor(n / 2))
      if (day % 7 === 1) continue
      await pick(acts)()
    }
  await tried(`/v1/employees/${teams[0]?.members[0]}/departure`, undefined, {})
}, 120_000)
beforeEach(() => {
  service.clock.now = end
})

const [from, until] = ['2026-11-01', '2026-11-30']
const bounds = [at(1, 0), at(31, 0)].map((each) => each.toString())
const week = (n: number): [string, string] => [at(2 + 7 * n, 0).toString(), at(9 + 7 * n, 0).toString()]

/** What the report says and what the SQL says, of what the SQL knows. */
async function both(name: string, query: string, params: readonly (string | null)[]) {
  const { total } = await service.do('GET', `/v1/reports/${name}?${query}`)
  let expected: Record<string, unknown> = {}
  for (const sql of figures[name] ?? []) {
    // A parameter that a query does without is named all the same, so that PostgreSQL knows its type.
    const named = `${sql} where $5::timestamptz is not null or $4::text is null`
    const { rows } = await service.sql.query(named, [...params, end.toString()])
    expected = { ...expected, ...rows[0] }
  }
  return { told: Object.fromEntries(Object.keys(expected).map((key) => [key, total[key]])), expected }
}

test.each(Object.keys(figures))('%s says what an independent query says', async (name) => {
  const teamsAndAll = [null, ...teams.map(({ id }) => id)]
  const scopes = teamsAndAll.flatMap((team) => [null, ...topics].map((topic) => ({ team, topic })))
  for (const { team, topic } of scopes) {
    const query = new URLSearchParams({ from, until, ...(team && { teamId: team }), ...(topic && { topic }) })
    const { told, expected } = await both(name, query.toString(), [...bounds, team, topic])
    expect([team, topic, told]).toEqual([team, topic, expected])
  }
  // And a line for each week says what the report of that week says.
  const { data } = await service.do('GET', `/v1/reports/${name}?from=${from}&until=${until}&by=week`)
  for (let n = 0; n < 4; n++) {
    const [begin, ends] = week(n)
    const { told, expected } = await both(name, `from=${begin}&until=${ends}`, [begin, ends, null, null])
    expect([n, told]).toEqual([n, expected])
    const line = data.find(({ group }: Answer['body']) => group.key === `2026-W${45 + n}`)
    if (line)
      for (const [key, value] of Object.entries(expected))
        expect([n, key, line.figures[key]]).toEqual([n, key, value])
  }
  const { total } = await service.do('GET', `/v1/reports/${name}?from=${from}&until=${until}`)
  expect(
    Object.values(total).filter((value) => typeof value === 'number' && value > 0).length,
  ).toBeGreaterThan(2)
})

test('coverage says what an independent query says', async () => {
  let asked = 0
  for (const [begin, ends] of [week(1), week(2), bounds]) {
    const { data } = await service.do('GET', `/v1/reports/coverage?from=${begin}&until=${ends}`)
    for (const { id, members } of teams) {
      const { rows } = await service.sql.query(
        `select t.code, t.name, count(*)::int as consultations from events e
           join consultations x on e.type = 'consultation.asked' and e.data ->> 'consultationId' = x.id::text
           join cases c on c.id = e.case_id join topics t on t.id = c.topic_id
         where c.team_id = $1 and e.at >= $2 and e.at < $3 and x.consulted_id <> all($4::uuid[])
         group by t.id order by 3 desc, 1`,
        [id, begin, ends, members],
      )
      const told = data.find(({ team }: Answer['body']) => team.id === id)
      expect(told.consultedOutside).toEqual(rows)
      expect(told.thinTopics).toHaveLength(topics.length)
      asked += rows.length
    }
  }
  expect(asked).toBeGreaterThan(0)
})

test('coverage by week, month, topic or team has what the whole has', async () => {
  const [from, until] = bounds
  const lines = async (query: string) =>
    (await service.do('GET', `/v1/reports/coverage?${query}`)).data as Answer['body'][]
  const sum = (told: readonly { consultations: number }[]) =>
    told.reduce((all, { consultations }) => all + consultations, 0)
  const mine = (list: Answer['body'][], id: string) => list.find(({ team }) => team.id === id)
  let asked = 0
  for (const { id } of teams) {
    const by = async (grouping: string): Promise<Answer['body']> =>
      mine(await lines(`from=${from}&until=${until}&by=${grouping}`), id)
    const whole = await by('topic')
    expect(whole.consultedOutsideBy).toEqual(
      whole.consultedOutside
        .map(({ code, name, consultations }: Answer['body']) => ({
          group: { key: code, name },
          consultations,
        }))
        .sort((a: Answer['body'], b: Answer['body']) => a.group.key.localeCompare(b.group.key)),
    )
    const [{ name }, all] = [whole.team, sum(whole.consultedOutside)]
    const only = (group: object) => (all === 0 ? [] : [{ group, consultations: all }])
    expect((await by('team')).consultedOutsideBy).toEqual(only({ key: id, name }))
    expect((await by('month')).consultedOutsideBy).toEqual(only({ key: '2026-11', name: null }))
    const weeks = (await by('week')).consultedOutsideBy
    expect(sum(weeks)).toBe(all)
    for (let n = 0; n < 4; n++) {
      const [begin, ends] = week(n)
      const then = sum(mine(await lines(`from=${begin}&until=${ends}`), id).consultedOutside)
      const told = weeks.find(({ group }: Answer['body']) => group.key === `2026-W${45 + n}`)
      expect([n, told?.consultations ?? 0]).toEqual([n, then])
    }
    asked += all
  }
  expect(asked).toBeGreaterThan(0)
})
