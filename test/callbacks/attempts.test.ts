import { describe, expect, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** From Monday 11 January 2027 on, in UTC: Amsterdam is an hour ahead, so the usual team is open from eight to four. */
const on = (day: number, time: string): string => `2027-01-${day}T${time}:00.000Z`

async function promised({ agreements = {}, owner = {} }: { agreements?: object; owner?: object } = {}) {
  const team = await service.team({ agreements })
  const sanne = await service.employee({ teamId: team.id, ...owner })
  const customer = await service.customer({ teamId: team.id })
  service.clock.now = Temporal.Instant.from(on(11, '08:00'))
  const kase = await service.do('POST', '/v1/cases', {
    as: sanne.id,
    body: { customerId: customer.id, question: 'Why twice?' },
  })
  const call = (body: object): Promise<Answer> =>
    service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, { as: sanne.id, body })
  /** Tries in vain at a moment; answers with the moment of the next try. */
  const tryAt = async (moment: string, outcome = 'no-answer', at?: string): Promise<string> => {
    service.clock.now = Temporal.Instant.from(moment)
    const { status, body } = await call({ outcome, ...(at && { at }) })
    expect(status).toBe(201)
    return body.case.callback.nextTryAt
  }
  return { sanne, customer, kase, tryAt }
}

const mornings = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday'].map((day) => [day, [{ from: '09:00', until: '12:00' }]]),
)

describe('the next try', () => {
  test('comes after the pause, of working time: what is left of it at closing goes on in the morning', async () => {
    const { tryAt } = await promised()
    expect(await tryAt(on(11, '09:00'))).toBe(on(11, '11:00'))
    const late = await promised()
    expect(await late.tryAt(on(11, '15:30'))).toBe(on(12, '09:30'))
  })

  test('is never at the moment at which the team closes, but when it opens again', async () => {
    const { tryAt } = await promised()
    expect(await tryAt(on(11, '14:00'))).toBe(on(12, '08:00'))
  })

  test('is in the hours in which the owner works, and skips their absence', async () => {
    const { tryAt, sanne } = await promised({ owner: { workingHours: mornings } })
    await service.sql.query(
      `insert into absences (id, employee_id, from_at, until_at, registered_at, version)
       values (gen_random_uuid(), $1, $2, $3, now(), 1)`,
      [sanne.id, on(12, '00:00'), on(12, '23:00')],
    )
    expect(await tryAt(on(11, '10:00'))).toBe(on(13, '09:00'))
  })

  test('is in the hours of the team for an owner who is away for months', async () => {
    const { tryAt, sanne } = await promised()
    await service.sql.query(
      `insert into absences (id, employee_id, from_at, until_at, registered_at, version)
       values (gen_random_uuid(), $1, $2, '2027-09-01T00:00Z', now(), 1)`,
      [sanne.id, on(11, '10:00')],
    )
    expect(await tryAt(on(11, '10:00'))).toBe(on(11, '12:00'))
  })

  test('counts from the try, and not before it is recorded', async () => {
    const { tryAt } = await promised()
    expect(await tryAt(on(11, '12:00'), 'busy', on(11, '11:30'))).toBe(on(11, '13:30'))
    expect(await tryAt(on(13, '12:00'), 'busy', on(12, '09:00'))).toBe(on(13, '12:00'))
  })

  test('is on another day once the tries that are left are needed for other days', async () => {
    const { tryAt } = await promised()
    expect(await tryAt(on(11, '08:30'))).toBe(on(11, '10:30'))
    // Three tries on two days: two today are enough.
    expect(await tryAt(on(11, '10:30'))).toBe(on(12, '08:00'))
    expect(await tryAt(on(12, '08:00'))).toBe(on(12, '10:00'))
  })

  test('is on another working day each time, where each try needs a day of its own', async () => {
    const { tryAt } = await promised({ agreements: { attempts: 3, attemptDays: 3 } })
    expect(await tryAt(on(14, '09:00'))).toBe(on(15, '08:00'))
    // Friday: the next working day is Monday.
    expect(await tryAt(on(15, '08:00'))).toBe(on(18, '08:00'))
    expect(await tryAt(on(18, '08:00'))).toBe(on(18, '10:00'))
  })

  test('is not sooner than the pause on the other day either', async () => {
    const { tryAt } = await promised({ agreements: { attempts: 2, attemptDays: 2 } })
    expect(await tryAt(on(11, '15:00'))).toBe(on(12, '09:00'))
  })

  test('is not put off by a message, which is no try', async () => {
    const { tryAt } = await promised()
    await tryAt(on(11, '08:30'))
    expect(await tryAt(on(11, '09:00'), 'message-sent')).toBe(on(11, '11:00'))
  })
})

test('a wrong number is worth knowing: it stands among the facts of the customer, once', async () => {
  const { tryAt, customer, sanne } = await promised()
  await tryAt(on(11, '09:00'), 'wrong-number')
  await tryAt(on(11, '11:00'), 'wrong-number')
  const { data } = await service.do('GET', `/v1/customers/${customer.id}/facts`)
  expect(data).toHaveLength(1)
  expect(data[0]).toMatchObject({
    text: `Wrong number on 2027-01-11: ${customer.phone}. Ask for another.`,
    until: null,
    recordedBy: { kind: 'employee', id: sanne.id },
  })
})
