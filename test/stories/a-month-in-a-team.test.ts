import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { announceDeadlines } from '../../src/rooms/callbacks/announce-deadlines.ts'
import { atOnce } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

/**
 * May 2027 in a team of six: part-timers, Ascension Day and Whit Monday, somebody who falls ill while standing in for
 * somebody who is ill, a customer who wants somebody else, a threat, and a colleague who leaves.
 */

const service = useService()
let db: Database
beforeAll(async () => {
  db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
})
afterAll(() => db.close())

const zone = 'Europe/Amsterdam'
const first = Temporal.PlainDate.from('2027-05-03')
const days = 28
const holidays = new Set(['2027-05-06', '2027-05-17'])

/** Chance that is the same in each run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const moment = (date: Temporal.PlainDate, time: string): string =>
  date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()

const mornings = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, [{ from: '09:00', until: '13:00' }]]))

interface Person {
  readonly id: string
  readonly name: string
}

test('a month later every case has one owner, every promise its history, and every exit its meter', async () => {
  const rest = chance(7)
  const team = await service.team()
  const hire = (name: string, fields: object = {}): Promise<Person> =>
    service.employee({ name, teamId: team.id, ...fields })
  const [sanne, piet, joost, fatima, els, rik] = await Promise.all([
    hire('Sanne'),
    hire('Piet'),
    hire('Joost', { workingHours: mornings('monday', 'tuesday', 'thursday'), contractHours: 12 }),
    hire('Fatima', { workingHours: mornings('wednesday', 'friday'), contractHours: 8 }),
    hire('Els'),
    hire('Rik'),
  ])
  const coach = await service.employee({ name: 'Karin', teamId: null, role: 'coach' })
  const staff = new Map([sanne, piet, joost, fatima, els, rik].map((person) => [person.id, person]))
  const customers = await atOnce([service], () => service.customer({ teamId: team.id }), 12)
  const website = await service.key('cases:write')
  const any = <T>(of: readonly T[]): T => of[Math.floor(rest() * of.length)] as T
  const acted = { standIn: 0, kept: 0, failed: 0 }
  let ill: { readonly standInId: string } | undefined
  /** Until when somebody is away. */
  const away = new Map<string, string>()
  let successions = 0

  const intake = async () => {
    const body = { customerId: any(customers).id, question: 'Where is it?' }
    if (rest() < 0.4) return service.do('POST', '/v1/cases', { key: website, body })
    return service.do('POST', '/v1/cases', { as: any([...staff.keys()]), body })
  }
  /** What somebody does with a promise that is theirs today, or that they look after. */
  const work = async (person: Person, callback: Answer['body']) => {
    const luck = rest()
    if (luck < 0.25) return
    const url = `/v1/callbacks/${callback.id}/attempts`
    const said = (body: object) => service.call('POST', url, { as: person.id, body })
    const answer =
      luck < 0.5
        ? await said({ outcome: 'no-answer' })
        : luck < 0.65
          ? await said({ outcome: 'reached', summary: 'Needs another day.', then: { callback: {} } })
          : await said({
              outcome: 'reached',
              summary: 'It is on its way.',
              then: { resolve: { outcome: 'answered' } },
            })
    expect(answer.status, answer.text).toBe(201)
    if (luck < 0.5) acted.failed++
    else acted.kept++
    if (callback.ownerId !== person.id) acted.standIn++
  }

  for (let day = 0; day < days; day++) {
    const date = first.add({ days: day })
    if (date.dayOfWeek > 5 || holidays.has(date.toString())) {
      service.clock.now = Temporal.Instant.from(moment(date, '23:00'))
      await announceDeadlines(db, service.clock.now)
      continue
    }
    for (let hour = 9; hour < 17; hour += 2) {
      service.clock.now = Temporal.Instant.from(moment(date, `${String(hour).padStart(2, '0')}:10`))
      await announceDeadlines(db, service.clock.now)
      for (let n = 0; n < 3; n++) await intake()
      for (const person of staff.values()) {
        if ((away.get(person.id) ?? '') > moment(date, '12:00')) continue
        const { callbacks } = await service.do('GET', '/v1/me/day', { as: person.id })
        for (const callback of callbacks.slice(0, 2)) await work(person, callback)
      }
    }
    const { data: open } = await service.do('GET', `/v1/cases?status=open&ownerId=${rik.id}&limit=200`)
    const ofRik = async () =>
      open[0] ??
      (await service.do('POST', '/v1/cases', {
        as: rik.id,
        body: { customerId: customers[0].id, question: 'Where is it?' },
      }))
    if (day === 7) {
      // Els is ill for eight days; on the third, whoever stands in for her falls ill as well.
      const absence = await service.do('POST', `/v1/employees/${els.id}/absences`, {
        as: els.id,
        body: { from: moment(date, '18:00'), until: moment(date.add({ days: 8 }), '18:00') },
      })
      ill = absence.standIns[0]
      away.set(els.id, absence.until)
      expect(absence.uncovered).toEqual([])
    }
    if (day === 10 && ill) {
      const { standInId } = ill
      away.set(standInId, moment(date.add({ days: 3 }), '18:00'))
      await service.do('POST', `/v1/employees/${standInId}/absences`, {
        as: standInId,
        body: { from: moment(date, '18:00'), until: moment(date.add({ days: 3 }), '18:00') },
      })
      const { data } = await service.do('GET', `/v1/employees/${els.id}/absences`)
      const now = moment(date.add({ days: 1 }), '12:00')
      const acting = data[0].standIns.filter(
        (part: { from: string; until: string }) => part.from <= now && now < part.until,
      )
      expect(acting).toHaveLength(1)
      expect(acting[0].standInId).not.toBe(standInId)
    }
    if (day === 14) {
      const kase = await ofRik()
      const contact = await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
        as: sanne.id,
        body: { direction: 'inbound', summary: 'Would like to speak with somebody else.' },
      })
      const body = { cause: 'customerChoice', contactId: contact.id }
      await service.do('POST', `/v1/cases/${kase.id}/successions`, { as: sanne.id, body })
      successions++
    }
    if (day === 16) {
      const kase = await ofRik()
      const reported = await service.do('POST', `/v1/cases/${kase.id}/successions`, {
        as: rik.id,
        body: { cause: 'safety', reason: 'Waits for me at the door.' },
      })
      await service.do('POST', `/v1/successions/${reported.id}/confirm`, { as: coach.id, body: {} })
      successions++
    }
    if (day === 18) {
      const left = await service.do('POST', `/v1/employees/${rik.id}/departure`, { body: {} })
      expect(left.successions.length).toBe(open.length)
      successions += left.successions.length
      staff.delete(rik.id)
    }
  }

  service.clock.now = Temporal.Instant.from(moment(first.add({ days }), '09:00'))
  await announceDeadlines(db, service.clock.now)
  await expectInvariants(service)
  const count = async (sql: string): Promise<number> => Number((await service.sql.query(sql)).rows[0].count)

  // Every case has one owner, and nobody who left owns an open one.
  expect(
    await count(`select count(*) from cases c join employees e on e.id = c.owner_id
      where c.callback_id is not null and (e.departed_at is not null or e.team_id <> c.team_id)`),
  ).toBe(0)
  expect(await count(`select count(*) from cases`)).toBeGreaterThan(200)

  // Every promise has its history: it was made, and it ended as its events say, late or in time.
  expect(
    await count(`select count(*) from callbacks b where
      (select count(*) from events e where e.type = 'callback.made' and e.data ->> 'callbackId' = b.id::text) <> 1
      or (b.state = 'kept') <> exists (select from events e where e.type = 'callback.kept' and e.data ->> 'callbackId' = b.id::text)
      or (b.state = 'open' and b.window_until < '${moment(first.add({ days }), '09:00')}')
        <> (b.state = 'open' and exists (select from events e where e.type = 'callback.overdue' and e.data ->> 'callbackId' = b.id::text))`),
  ).toBe(0)
  expect(await count(`select count(*) from callbacks where state = 'kept'`)).toBe(acted.kept)
  expect(await count(`select count(*) from events where type = 'callback.attempted'`)).toBe(acted.failed)
  expect(await count(`select count(*) from events where type = 'callback.overdue'`)).toBeGreaterThan(0)

  // Every exit has its meter: what moved an owner, or was done for one, is counted by its events.
  expect(await count(`select count(*) from events where type = 'case.succeeded'`)).toBe(successions)
  expect(await count(`select count(*) from successions where completed_at is not null`)).toBe(successions)
  expect(
    await count(
      `select count(*) from events where type in ('callback.kept', 'callback.attempted') and data ? 'actedFor'`,
    ),
  ).toBe(acted.standIn)
  expect(acted.standIn).toBeGreaterThan(0)
  expect(await count(`select count(*) from events where type = 'case.resolved'`)).toBe(
    await count(`select count(*) from resolutions`),
  )
}, 240_000)
