import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { callbackRow, changeCase, contactRow, refusal, resolutionRow } from '../laws/script.ts'
import { atOnce, tally } from '../support/at-once.ts'
import { inbound, outbound, setScene, soon } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)
afterEach(() => {
  service.clock.now = undefined
})

const see = async (token: string) => (await service.call('GET', `/v1/tracking/${token}`, { key: null })).body
const say = (token: string, body: object, at = service) =>
  at.call('POST', `/v1/tracking/${token}/callback`, { key: null, body })
const trackingOf = async (id: string): Promise<string> =>
  (await service.do('GET', `/v1/cases/${id}/links`)).tracking.url.split('/').at(-1)

async function setPromise() {
  const scene = await setScene(service)
  const kase = await scene.take()
  return { ...scene, kase, token: await trackingOf(kase.id) }
}

describe('the customer moves the callback', () => {
  test('to one of the free places, which is promised from then on', async () => {
    const { kase, token, sanne } = await setPromise()
    const { slots, promise } = await see(token)
    expect(slots.length).toBeGreaterThan(10)
    const moved = await say(token, slots[3])
    expect(moved.status).toBe(200)
    expect(moved.body.promise).toMatchObject({ ...slots[3], state: 'open', channel: 'phone', lateBy: null })
    expect(moved.body.earlier).toMatchObject([{ from: promise.from, state: 'rescheduled' }])
    expect(await see(token)).toMatchObject({ promise: moved.body.promise, earlier: moved.body.earlier })
    expect(moved.body.slots).not.toContainEqual(slots[3])
    const now = await service.do('GET', `/v1/cases/${kase.id}`)
    expect(now).toMatchObject({
      owner: { id: sanne.id },
      chases: 0,
      callback: { ...slots[3], to: kase.callback.to },
    })
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    expect(data.at(-1)).toMatchObject({ direction: 'inbound', channel: 'web', employeeId: null })
    const again = await say(token, slots[3])
    expect([again.status, again.body.earlier.length]).toEqual([200, 1])
  })

  test('and what was broken stays broken', async () => {
    const { kase, token } = await setPromise()
    service.clock.now = Temporal.Instant.from(kase.callback.until).add({ minutes: 90 })
    expect((await see(token)).promise).toMatchObject({ state: 'broken', overdue: true })
    const { slots } = await see(token)
    const moved = (await say(token, slots.at(-1))).body
    expect(moved.promise).toMatchObject({ state: 'open', overdue: false })
    expect(moved.earlier).toMatchObject([{ state: 'broken', overdue: false, lateBy: 'PT1H30M' }])
    const old = await service.do('GET', `/v1/callbacks/${kase.callback.id}`)
    expect(old).toMatchObject({ state: 'rescheduled', lateBy: 'PT1H30M' })
  })

  test('and hears what is free where the place is not', async () => {
    const { token, resolved } = await setPromise()
    const { from } = soon()
    const night = Temporal.Instant.from(from).subtract({ hours: 12 })
    const refused = await say(token, { from: `${night}`, until: `${night.add({ hours: 1 })}` })
    expect([refused.status, refused.body.code]).toEqual([422, 'outside-opening-hours'])
    expect(refused.body.suggestions.length).toBeGreaterThan(0)
    for (const body of [
      { from },
      { from, until: from },
      { from, until: 'noon' },
      { ...soon(), place: 1 },
      {},
    ])
      expect((await say(token, body)).body.code).toBe('validation-failed')
    const done = await trackingOf((await resolved()).id)
    expect((await say(done, soon())).body.code).toBe('callback-is-closed')
    expect((await see(done)).slots).toEqual([])
  })

  test('fifty at once, for one place: one has it, and all others are told what is free', async () => {
    const scene = await setScene(service)
    const tokens: string[] = []
    for (let n = 0; n < 50; n++) tokens.push(await trackingOf((await scene.take()).id))
    await service.sql.query('update agreements set callbacks_per_hour = 1 where team_id = $1', [
      scene.team.id,
    ])
    const answers = await atOnce([service, beside], (each, n) => say(tokens[n] ?? '', soon(11), each))
    expect(tally(answers)).toEqual({ 200: 1, '422 slot-full': 49 })
    const { rows } = await service.sql.query(
      `select count(*)::int as n from callbacks where owner_id = $1 and booked_hour = $2 and state = 'open'`,
      [scene.sanne.id, soon(11).from],
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('no SQL moves a callback by what a customer', () => {
  const { from, until } = soon(10)
  const chose = { chose_from: from, chose_until: until }
  const ofCustomer = {
    direction: 'inbound',
    channel: 'web',
    employee_id: null,
    spoken_for: null,
    recorded_by_kind: 'system',
  }
  /** Sets another promise in the place of one, in the way in which a customer does. */
  async function moving(contact: Record<string, string | null>, promise: Record<string, string | null> = {}) {
    const { kase, piet, customer } = await setPromise()
    // In another case a promise is made at that time, and chosen at this moment.
    const another = await service.do('POST', '/v1/cases', {
      as: piet.id,
      body: { customerId: customer.id, question: 'Why?', callback: soon(10) },
    })
    const made = `(select made_at from callbacks where id = '${kase.callback.id}')::timestamptz`
    const then = contact.at === 'made' && { at: made, recorded_at: made }
    const [id, next] = [randomUUID(), randomUUID()]
    const booked = {
      window_from: from,
      window_until: until,
      booked_hour: from,
      place: '1',
      address: kase.callback.to,
    }
    return refusal(
      service,
      contactRow(another, { ...ofCustomer, ...chose }),
      contactRow(kase, { ...ofCustomer, id, ...contact, ...then }),
      `update callbacks set state = 'rescheduled', closed_at = now(), replaced_by = '${next}', reason = 'So.',
        contact_id = '${id}', contact_moment = 'customer-contacted-us' where id = '${kase.callback.id}'`,
      callbackRow(kase, { id: next, ...booked, ...promise }),
      changeCase(kase.id, `callback_id = '${next}'`),
    )
  }
  const untold = 'callbacks_rescheduled_was_told'

  test('did choose: only so', async () => {
    expect(await moving(chose)).toBe('nothing')
  })

  test('never chose', async () => {
    expect(await moving({})).toBe(untold)
    expect(await moving({ channel: 'letter' })).toBe(untold)
    expect(await moving({ ...chose, chose_until: soon(11).until })).toBe(untold)
    expect(await moving(chose, { window_from: `${soon(9).from}`, booked_hour: soon(9).from })).toBe(untold)
    expect(await moving(chose, { booked_hour: null, place: null })).toBe(untold)
    expect(await moving(chose, { address: '+31687654321' })).toBe(untold)
    expect(await moving(chose, { channel: 'pickup', address: null })).toBe(untold)
    expect(await moving(chose, { channel: 'chat' })).toBe(untold)
    // Nor is it what they chose before, as the promise was made.
    expect(await moving({ ...chose, at: 'made' })).toBe(untold)
  })

  test('did not say by themselves', async () => {
    const theirs = 'contacts_choice_is_the_customers'
    for (const contact of [
      { channel: 'email' },
      { direction: 'outbound' },
      { recorded_by_kind: 'employee' },
      { chose_until: null },
      { chose_from: until, chose_until: from },
      { at: `now() - '1 hour'::interval`, recorded_at: 'now()' },
    ])
      expect([contact, await moving({ ...chose, ...contact })]).toEqual([contact, theirs])
  })

  test('chose, as if they had withdrawn or nobody had chosen', async () => {
    const { kase } = await setPromise()
    const [id, end] = [randomUUID(), randomUUID()]
    const ends = resolutionRow(kase, {
      id: end,
      outcome: 'withdrawn',
      contact_id: id,
      contact_moment: 'customer-contacted-us',
    })
    const release = `update callbacks set state = 'released', closed_at = now(), resolution_id = '${end}' where id = '${kase.callback.id}'`
    const resolve = changeCase(kase.id, `callback_id = null, resolution_id = '${end}', resolved_at = now()`)
    const steps = (contact: Record<string, string | null>) => [
      contactRow(kase, { ...ofCustomer, id, ...contact }),
      ends,
      release,
      resolve,
    ]
    expect(await refusal(service, ...steps({}))).toBe('nothing')
    expect(await refusal(service, ...steps(chose))).toBe('resolutions_customer_withdrew')
    const change = `update contacts set chose_from = null, chose_until = null where id = '${id}'`
    expect(await refusal(service, contactRow(kase, { ...ofCustomer, id, ...chose }), change)).toBe(
      'contacts_are_history',
    )
  })
})

describe('thanks', () => {
  test('are recorded on a resolved case, open nothing again, and are no chase of an open one', async () => {
    const { resolved, take, piet, sanne } = await setPromise()
    const done = await resolved()
    const thank = (id: string, as: string, contact: object = inbound) =>
      service.call('POST', `/v1/cases/${id}/contacts`, { as, body: { ...contact, thanks: true } })
    const answer = await thank(done.id, piet.id)
    expect([answer.status, answer.body.thanks]).toEqual([201, true])
    expect((await service.do('GET', `/v1/cases/${done.id}`)).status).toBe('resolved')
    const open = await take()
    await thank(open.id, piet.id)
    expect((await service.do('GET', `/v1/cases/${open.id}`)).chases).toBe(0)
    const refused = await thank(open.id, sanne.id, outbound)
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '#/thanks'])
    const { rows } = await service.sql.query(
      'select count(*)::int as n from contacts where thanks and case_id = any($1)',
      [[done.id, open.id]],
    )
    expect(rows).toEqual([{ n: 2 }])
    const ours = contactRow(open, { thanks: 'true' })
    expect(await refusal(service, ours)).toBe('contacts_thanks_are_the_customers')
  })

  test('are said on the page as well', async () => {
    const { kase, token } = await setPromise()
    expect((await say(token, { thanks: true, text: 'Kind of you.' })).status).toBe(200)
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
    expect(data.at(-1)).toMatchObject({ thanks: true, summary: 'Thanks. Kind of you.' })
    const { data: told } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=contact.recorded`)
    expect(told.at(-1).data.thanks).toBe(true)
    expect((await service.do('GET', `/v1/cases/${kase.id}`)).chases).toBe(0)
  })
})
