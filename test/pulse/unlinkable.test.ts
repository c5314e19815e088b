import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { closeRounds } from '../../src/rooms/pulse/close-rounds.ts'
import { type WaitingAnswer, whoLeaves } from '../../src/rooms/pulse/who-leaves.ts'
import { writeWeek } from '../../src/rooms/pulse/write-week.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let db: Database
beforeAll(() => {
  db = openDatabase({ url: service.databaseUrl, connections: 8, onError: () => undefined })
})
afterAll(() => db.close())

const [endsAt, closedAt] = ['2026-01-05T00:00:00.000Z', '2026-01-05T00:10:00.000Z']
const during = '2026-01-01T00:00:00.000Z'
/** A name for each of very many weeks. */
const weekNo = (n: number) => `${2100 + Math.floor(n / 50)}-W${String(1 + (n % 50)).padStart(2, '0')}`
const begin = (from: number, count: number) =>
  service.sql.query('insert into pulse_rounds (week, ends_at) select w, $2 from unnest($1::text[]) w', [
    Array.from({ length: count }, (_, n) => weekNo(from + n)),
    endsAt,
  ])
const shuffled = <T>(list: readonly T[]): T[] => {
  const left = [...list]
  return list.flatMap(() => left.splice(randomInt(left.length), 1))
}

/** Twenty colleagues answer one after the other, each otherwise, and each with words that give them away to us who count. */
const size = 20
const answersOf = (week: string, teamId: string): WaitingAnswer[] =>
  shuffled(Array.from({ length: 25 }, (_, n) => n))
    .slice(0, size)
    .map((n) => ({
      ...{ week, teamId, endsAt, claim: randomUUID() },
      ...{ roomToHelp: 1 + (n % 5), proudOfService: 1 + Math.floor(n / 5), words: String(n) },
    }))

/** Who is written together with whom, as the waiting room has it. */
function leaveTogether(order: readonly WaitingAnswer[]): (readonly WaitingAnswer[])[] {
  let waiting: WaitingAnswer[] = []
  const left: (readonly WaitingAnswer[])[] = []
  const leave = (now: string) => {
    for (const { answers } of whoLeaves(waiting, now)) {
      waiting = waiting.filter((one) => !answers.includes(one))
      left.push(answers)
    }
  }
  for (const one of order) {
    waiting.push(one)
    leave(during)
  }
  leave(endsAt)
  expect([waiting, left.every(({ length }) => length >= 5)]).toEqual([[], true])
  return left
}

/** Lets so many employees have answered in each of these weeks: no more answers than that are taken. */
async function haveAnswered(from: number, weeks: number, count: number): Promise<void> {
  const teamId = (await service.team()).id
  await Promise.all(Array.from({ length: count }, () => service.employee({ teamId })))
  await service.sql.query(
    `insert into pulse_givers (week, employee_id) select w, e.id from unnest($1::text[]) w, (
      select id from employees where team_id = $2) e`,
    [Array.from({ length: weeks }, (_, n) => weekNo(from + n)), teamId],
  )
}

/** Writes what leaves first of every week, and so on: as it comes, and nothing is written anew. */
async function append(answers: readonly WaitingAnswer[]): Promise<void> {
  const [weeks, teamId] = [answers.map(({ week }) => week), answers[0]?.teamId]
  await service.sql.query(
    'insert into pulse_answers select w, $2, r, p from unnest($1::text[], $3::integer[], $4::integer[]) as a(w, r, p)',
    [weeks, teamId, answers.map((a) => a.roomToHelp), answers.map((a) => a.proudOfService)],
  )
  await service.sql.query(
    'insert into pulse_words select w, $2, s from unnest($1::text[], $3::text[]) as a(w, s)',
    [weeks, teamId, answers.map((a) => a.words)],
  )
}

const lying = async (table: string, as: string) =>
  Map.groupBy(
    (
      await service.sql.query(
        `select week, ${as} as what from ${table} where week >= '2100' order by week, xmin::text::bigint, ctid`,
      )
    ).rows,
    ({ week }) => week,
  )
const scores = '(room_to_help - 1 + 5 * (proud_of_service - 1))::text'

/** How often the n-th that was given is the n-th that lies there; by chance once a week, with a variance of one. */
const joined = (one: readonly string[], other: readonly string[]): number =>
  one.filter((each, n) => each === other[n]).length
const hits = (weeks: Iterable<string>, one: Map<string, string[]>, other: Map<string, string[]>) =>
  [...weeks].reduce((sum, week) => sum + joined(one.get(week) ?? [], other.get(week) ?? []), 0)

test('in a thousand weeks nobody who has it all joins answers to employees better than chance, once each is written anew', async () => {
  const teamId = (await service.team()).id
  const weeks = 1000
  await begin(0, weeks)
  await haveAnswered(0, weeks, size)
  const orders = Array.from({ length: weeks }, (_, n) => answersOf(weekNo(n), teamId))
  const left = orders.map(leaveTogether)
  for (let n = 0; left.some((each) => each[n]); n++) await append(left.flatMap((each) => each[n] ?? []))

  // What the givers, the keys and the log tell: who answered in which order. And the rows as they lie, in the order of xmin and ctid.
  const texts = ({ what }: { what: string }) => what
  const given = new Map(orders.map((order, n) => [weekNo(n), order.map(({ words }) => words ?? '')]))
  const backwards = new Map([...given].map(([week, order]) => [week, order.toReversed()]))
  const attempt = async () => {
    const answers = new Map(
      [...(await lying('pulse_answers', scores))].map(([w, rows]) => [w, rows.map(texts)]),
    )
    const words = new Map([...(await lying('pulse_words', 'words'))].map(([w, rows]) => [w, rows.map(texts)]))
    expect([[...answers.values()].flat().length, [...words.values()].flat().length]).toEqual([20_000, 20_000])
    const pairs = [
      [given, answers],
      [backwards, answers],
      [given, words],
      [words, answers],
    ] as const
    return pairs.map(([one, other]) => hits(given.keys(), one, other))
  }
  // Four and a half times the deviation: one run in thirty thousand is red for no reason.
  const luck = 4.5 * Math.sqrt(weeks)
  const [forwards = 0, , ofWords = 0, together = 0] = await attempt()
  expect(Math.min(forwards, ofWords, together) - weeks).toBeGreaterThan(luck)
  expect(await closeRounds(db, Temporal.Instant.from(closedAt))).toBe(weeks)
  for (const found of await attempt()) expect(Math.abs(found - weeks)).toBeLessThan(luck)
}, 60_000)

test('what is shown tells nobody’s answer, also not to whoever knows their own or subtracts one from another', async () => {
  const teams = await Promise.all(Array.from({ length: 4 }, () => service.team()))
  const coach = await service.employee({ teamId: null, role: 'coach' })
  const [from, weeks] = [3000, 150]
  await begin(from, weeks)
  await haveAnswered(from, weeks, teams.length * 8)
  const all = new Map<string, { roomToHelp: number; proudOfService: number }[]>()
  for (let n = 0; n < weeks; n++) {
    const week = weekNo(from + n)
    const answers = teams.flatMap(({ id: teamId }) => {
      const [low, high] = [randomInt(1, 6), randomInt(1, 6)].sort()
      const some = Array.from({ length: randomInt(0, 9) }, () => ({
        ...{ week, teamId, endsAt, claim: randomUUID(), words: null },
        ...{ roomToHelp: randomInt(low ?? 1, (high ?? 5) + 1), proudOfService: randomInt(1, 6) },
      }))
      all.set(`${week} ${teamId}`, some)
      return some
    })
    await writeWeek(db, week, answers, closedAt)
  }
  await service.sql.query(
    `insert into pulse_shares (week, team_id, shared_by_id, shared_at)
     select r.week, t.id, $1, $2 from pulse_rounds r, unnest($3::uuid[]) as t(id) where r.week >= $4`,
    [coach.id, closedAt, teams.map(({ id }) => id), weekNo(from)],
  )
  const { rows } = await service.sql.query(`select * from reporting.pulse where week >= $1`, [weekNo(from)])
  const sizeOf = (week: string) =>
    teams.reduce((sum, { id }) => sum + (all.get(`${week} ${id}`)?.length ?? 0), 0)
  let hidden = 0
  for (const { week, team_id, answers, room_to_help, proud_of_service } of rows) {
    const group = all.get(`${week} ${team_id}`) ?? []
    expect(answers).toBe(group.length)
    expect([answers >= 5, sizeOf(week) - answers >= 5]).toEqual([true, true])
    for (const [mean, own] of [
      [room_to_help, group.map((one) => one.roomToHelp)],
      [proud_of_service, group.map((one) => one.proudOfService)],
    ] as const) {
      if (mean === null) hidden++
      else {
        expect(new Set(own).size).toBeGreaterThan(1)
        for (const mine of own) expect(canBe(mean, answers, mine)).toBe('more than one')
      }
    }
  }
  expect([rows.length > 50, hidden > 10]).toEqual([true, true])
})

/** Whether the answers of the others are known to whoever knows one of them and the average. */
function canBe(mean: number, answers: number, mine: number): 'one thing' | 'more than one' {
  const others = answers - 1
  const sums = Array.from({ length: 4 * others + 1 }, (_, n) => others + n).filter(
    (sum) => Math.abs((sum + mine) / answers - mean) <= 0.05 + 1e-9,
  )
  // At an end of the scale a sum is made in one way.
  const ways = sums.flatMap((sum) => (sum === others || sum === 5 * others ? [sum] : [sum, sum]))
  return ways.length === 1 ? 'one thing' : 'more than one'
}

test('a closed week stays as it is, and an open one is shared with nobody, whoever writes', async () => {
  const teamId = (await service.team()).id
  const { id } = await service.employee({ teamId })
  const [closed, open] = [weekNo(4000), weekNo(4001)]
  await begin(4000, 2)
  await haveAnswered(4000, 2, 1)
  const one = { teamId, roomToHelp: 3, proudOfService: 3, words: 'Much.' }
  expect(await writeWeek(db, closed, [one], closedAt)).toBe(true)
  expect(await writeWeek(db, closed, [one])).toBe(false)
  const refused = (query: string, constraint: string) =>
    expect(service.sql.query(query)).rejects.toMatchObject({ constraint })
  for (const query of [
    `insert into pulse_answers values ('${closed}', '${teamId}', 3, 3)`,
    `delete from pulse_answers where week = '${closed}'`,
    `insert into pulse_words values ('${closed}', '${teamId}', 'More')`,
    `delete from pulse_words where week = '${closed}'`,
    `insert into pulse_givers (week, employee_id) values ('${closed}', '${id}')`,
  ])
    await refused(query, 'pulse_rounds_stay_closed')
  await service.sql.query(`insert into pulse_answers values ('${open}', '${teamId}', 3, 3)`)
  for (const query of [
    `update pulse_answers set room_to_help = 5 where week = '${open}'`,
    `update pulse_words set words = '' where week = '${closed}'`,
    `update pulse_rounds set closed_at = null where week = '${closed}'`,
    `update pulse_rounds set ends_at = now() where week = '${open}'`,
    `delete from pulse_rounds where week = '${open}'`,
    'truncate pulse_answers',
    'truncate pulse_shares',
  ])
    await refused(query, 'pulse_is_history')
  const share = (week: string, isClosed = true) =>
    `insert into pulse_shares values ('${week}', ${isClosed}, '${teamId}', '${id}', now())`
  await refused(share(open), 'pulse_shares_are_of_closed_rounds')
  await refused(share(open, false), 'pulse_shares_are_of_closed')
  await service.sql.query(share(closed))
  await refused('delete from pulse_shares', 'pulse_is_history')
  await service.sql.query(`insert into pulse_givers (week, employee_id) values ('${open}', '${id}')`)
  await refused(
    `insert into pulse_givers (week, employee_id) values ('${open}', '${id}')`,
    'pulse_givers_once',
  )
  await refused(`insert into pulse_answers values ('${open}', null, 6, 1)`, 'pulse_answers_are_scores')
  const another = `insert into pulse_answers values ('${open}', '${teamId}', 3, 3)`
  await service.sql.query(another)
  await refused(another, 'pulse_answers_are_given')
  // An answer that waits is none yet.
  const { id: piet } = await service.employee({ teamId })
  await service.sql.query(
    `insert into pulse_givers (week, employee_id, claim, held_until) values ('${open}', '${piet}', gen_random_uuid(), now())`,
  )
  await refused(another, 'pulse_answers_are_given')
  const said = `insert into pulse_words values ('${open}', '${teamId}', 'Much.'), ('${open}', null, 'More.')`
  await service.sql.query(said)
  await refused(said, 'pulse_answers_are_given')
  await refused(`delete from pulse_givers where week = '${open}'`, 'pulse_givers_are_remembered')
  const waits = `update pulse_givers set claim = gen_random_uuid(), held_until = now() where week = '${open}'`
  await refused(waits, 'pulse_givers_are_remembered')
  await refused(
    `update pulse_givers set week = '${closed}' where employee_id = '${id}'`,
    'pulse_givers_are_remembered',
  )
  await service.sql.query(`delete from pulse_givers where week = '${closed}'`)
})
