import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { logLines } from '../support/log-lines.ts'
import { outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const { logger, lines } = logLines('trace')
const service = useService({ logger, publicUrl: 'https://eigenaar.test/' })

/** A Monday on which nobody has a day off; Amsterdam is an hour ahead of UTC. */
const at = (time: string): string => `2026-11-23T${time}:00Z`
const setClock = (time: string): void => {
  service.clock.now = Temporal.Instant.from(time)
}

async function scene(): Promise<Scene> {
  setClock(at('08:00'))
  return setScene(service)
}

const callback = (from: string, until: string) => ({ callback: { from, until } })
const feedOf = (id: string) => `/v1/employees/${id}/calendar-feed`
const make = ({ id }: { id: string }): Promise<{ url: string; token: string }> =>
  service.do('POST', feedOf(id), { as: id })
/** What a calendar program does: it has the address, and no key. */
const subscribe = (address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  service.call('GET', address.replace('https://eigenaar.test', ''), { key: null, headers })

/** The events of a calendar, as another program reads them. */
async function eventsIn(address: string) {
  const { text } = await subscribe(address)
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      start: String(event.startDate.toJSDate().toISOString()),
      end: String(event.endDate.toJSDate().toISOString()),
      zone: event.startDate.zone.tzid,
      status: component.getFirstPropertyValue('status'),
      transparency: component.getFirstPropertyValue('transp'),
    }
  })
}

test('a calendar program reads what I have promised, in UTC, each promise under its own id', async () => {
  const { sanne, open, take } = await scene()
  const later = await open(callback(at('13:00'), at('14:00')))
  const first = await open(callback(at('09:00'), at('10:00')))
  const computed = await take()
  const { url, token } = await make(sanne)
  expect(url).toBe(`https://eigenaar.test/v1/employees/${sanne.id}/callbacks.ics?token=${token}`)
  const events = await eventsIn(url)
  expect(events.filter(({ uid }) => uid !== computed.callback.id)).toEqual(
    [first, later].map(({ reference, callback: { id, from, until, version } }) => ({
      uid: id,
      sequence: version,
      summary: `Call back ${reference}`,
      start: from,
      end: until,
      zone: 'UTC',
      status: 'CONFIRMED',
      transparency: 'OPAQUE',
    })),
  )
  expect(events.find(({ uid }) => uid === computed.callback.id)).toMatchObject({
    start: computed.callback.from,
    end: computed.callback.until,
    transparency: 'TRANSPARENT',
  })
})

test('the calendar has what Outlook, Google and Apple ask for, in lines as RFC 5545 has them', async () => {
  const { sanne, open } = await scene()
  const { callback: promise } = await open(callback(at('09:00'), at('10:00')))
  const answer = await subscribe((await make(sanne)).url)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
  })
  const { text } = answer
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const written = text.split('\r\n')
  expect(written.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(written.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(0)
  for (const line of [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Eigenaar//Callbacks//EN',
    'METHOD:PUBLISH',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    'X-WR-CALNAME:Callbacks',
    `UID:${promise.id}`,
    'DTSTAMP:20261123T080000Z',
    'DTSTART:20261123T090000Z',
    'DTEND:20261123T100000Z',
    'STATUS:CONFIRMED',
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
  ])
    expect(written).toContain(line)
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  const description = String(event?.getFirstPropertyValue('description'))
  expect(description).toMatch(
    /^A promise to a customer\. .*; who asks, and what, stays there, .*companies\.$/,
  )
})

test('nothing in it tells who the customer is, how to reach them or what they asked', async () => {
  const { sanne, customer, open } = await scene()
  await open({
    ...callback(at('09:00'), at('10:00')),
    subject: 'A zeldzaam subject',
    question: 'Zo zeldzaam?',
  })
  const { text } = await subscribe((await make(sanne)).url)
  const unfolded = text.replaceAll('\r\n ', '')
  for (const secret of [customer.name, customer.id, 'Dijkstra', '612345678', 'zeldzaam', sanne.name])
    expect(unfolded.toLowerCase()).not.toContain(secret.toLowerCase())
})

test('what has ended is cancelled under the same id for 30 days, so that calendars let go of it', async () => {
  const { sanne, open } = await scene()
  const kept = await open(callback(at('09:00'), at('10:00')))
  const moved = await open(callback(at('11:00'), at('12:00')))
  const { url } = await make(sanne)
  const tag = (await subscribe(url)).headers.etag ?? ''
  await service.do('POST', `/v1/callbacks/${kept.callback.id}/attempts`, {
    as: sanne.id,
    body: {
      outcome: 'reached',
      summary: 'Told.',
      then: { resolve: { outcome: 'answered', summary: 'Told.' } },
    },
  })
  const next = await service.do('POST', `/v1/callbacks/${moved.callback.id}/reschedule`, {
    as: sanne.id,
    body: { reason: 'In a meeting.', from: at('13:00'), until: at('14:00'), contact: outbound },
  })
  const states = async () =>
    (await eventsIn(url)).map(({ uid, status, transparency }) => [uid, status, transparency])
  const gone = ['CANCELLED', 'TRANSPARENT']
  const ended = [
    [kept.callback.id, ...gone],
    [moved.callback.id, ...gone],
  ]
  const still = [next.id, 'CONFIRMED', 'OPAQUE']
  expect(await states()).toEqual([...ended, still])
  const [first] = await eventsIn(url)
  expect(first?.sequence).toBeGreaterThan(kept.callback.version)
  expect((await subscribe(url, { 'if-none-match': tag })).status).toBe(200)
  setClock('2026-12-23T09:59:59.999Z')
  expect(await states()).toEqual([...ended, still])
  setClock('2026-12-23T12:00:00.001Z')
  expect(await states()).toEqual([still])
})

test('the same calendar is not sent twice: its tag answers 304, and stays when nothing happens', async () => {
  const { sanne, open } = await scene()
  await open(callback(at('09:00'), at('10:00')))
  const { url } = await make(sanne)
  const first = await subscribe(url)
  setClock(at('08:45'))
  const again = await subscribe(url, { 'if-none-match': first.headers.etag ?? '' })
  expect([again.status, again.text, again.headers.etag]).toEqual([304, '', first.headers.etag])
  expect(again.headers['cache-control']).toBe('private, no-cache')
  await open(callback(at('10:00'), at('11:00')))
  const changed = await subscribe(url, { 'if-none-match': first.headers.etag ?? '' })
  expect(changed.status).toBe(200)
  expect(changed.headers.etag).not.toBe(first.headers.etag)
})

test('every wrong way in ends at the same 404: a token that is wrong, old, missing or another’s, and who is not here', async () => {
  const { sanne, piet, team } = await scene()
  const old = await make(sanne)
  const { url, token } = await make(sanne)
  const other = await make(piet)
  const leaving = await service.employee({ teamId: team.id })
  const left = await make(leaving)
  expect((await subscribe(left.url)).status).toBe(200)
  await service.sql.query('insert into departures (employee_id, started_at) values ($1, now())', [leaving.id])
  const gone = await service.employee({ teamId: team.id })
  const departed = await make(gone)
  await service.sql.query('update employees set departed_at = now() where id = $1', [gone.id])
  const path = `/v1/employees/${sanne.id}/callbacks.ics`
  const refusals = await Promise.all(
    [
      old.url,
      left.url,
      departed.url,
      path,
      `${path}?token=`,
      `${path}?token=${token.slice(1)}`,
      `${path}?token=${token}x`,
      `${path}?token=${other.token}`,
      `/v1/employees/${randomUUID()}/callbacks.ics?token=${token}`,
      `/v1/employees/${(await service.employee({ teamId: team.id })).id}/callbacks.ics?token=`,
    ].map((address) => subscribe(address)),
  )
  const said = refusals.map(({ status, body: { code, detail } }) => ({ status, code, detail }))
  expect(said).toEqual(
    said.map(() => ({ status: 404, code: 'not-found', detail: 'There is no such calendar feed.' })),
  )
  expect((await subscribe(url)).status).toBe(200)
})

test('an address that was revoked leads nowhere, also when it is revoked again', async () => {
  const { sanne } = await scene()
  const { url } = await make(sanne)
  const revoke = () => service.call('DELETE', feedOf(sanne.id), { as: sanne.id })
  expect((await revoke()).status).toBe(204)
  expect((await subscribe(url)).status).toBe(404)
  expect((await revoke()).status).toBe(204)
  const { rows } = await service.sql.query(
    `select type, data from events where data ->> 'employeeId' = $1 and type like 'calendar-feed.%' order by id`,
    [sanne.id],
  )
  expect(rows).toEqual(
    ['calendar-feed.made', 'calendar-feed.revoked'].map((type) => ({ type, data: { employeeId: sanne.id } })),
  )
})

test('the feed is the employee’s own: nobody else makes or revokes it but an admin', async () => {
  const { sanne, piet, team } = await scene()
  const coach = await service.employee({ teamId: team.id, role: 'coach' })
  const admin = await service.employee({ teamId: team.id, role: 'admin' })
  for (const method of ['POST', 'DELETE'] as const) {
    const codes = [piet, coach].map(
      async ({ id: as }) => (await service.call(method, feedOf(sanne.id), { as })).body.code,
    )
    expect(await Promise.all(codes)).toEqual(['forbidden', 'forbidden'])
    for (const as of [admin.id, sanne.id])
      expect((await service.call(method, feedOf(sanne.id), { as })).status).toBeLessThan(300)
    const nobody = await service.call(method, feedOf(randomUUID()))
    expect([nobody.status, nobody.body.code]).toEqual([404, 'not-found'])
  }
})

test('the token is long, stored as a digest, and in no log, whatever becomes of the request', async () => {
  const { sanne } = await scene()
  const headers = { 'idempotency-key': randomUUID() }
  const made = await service.call('POST', feedOf(sanne.id), { as: sanne.id, headers })
  const { url, token } = made.body
  expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
  const replayed = await service.call('POST', feedOf(sanne.id), { as: sanne.id, headers })
  expect(replayed.text).toBe(made.text)
  for (const table of ['calendar_feeds', 'idempotency_keys', 'events']) {
    const { rows } = await service.sql.query(`select string_agg(t::text, ' ') as stored from ${table} t`)
    expect(rows[0].stored.length).toBeGreaterThan(0)
    expect(rows[0].stored).not.toContain(token)
  }
  await subscribe(url)
  // Calendar programs keep the address and add to it, so one more parameter changes nothing.
  await subscribe(`${url}&more=1`)
  await subscribe(`/v1/employees/x/callbacks.ics?token=${token}`)
  await subscribe(`/v1/employees/${randomUUID()}/callbacks.ics?token=${token}`)
  await service.call('DELETE', feedOf(sanne.id), { as: sanne.id })
  await subscribe(url)
  expect(JSON.stringify(lines)).not.toContain(token)
  const told = lines.filter(({ operation }) => operation === 'getCalendarFeed').slice(-5)
  expect(told.map(({ audit, status, caller, route }) => [audit, status, caller, route])).toEqual(
    ['read', 'read', 'refused', 'refused', 'refused'].map((audit, n) => [
      audit,
      [200, 200, 400, 404, 404][n],
      null,
      '/v1/employees/:employeeId/callbacks.ics',
    ]),
  )
  expect(told[0]?.object).toEqual({ employeeId: sanne.id })
})
