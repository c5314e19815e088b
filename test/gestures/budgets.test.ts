import { describe, expect, test } from 'vitest'
import { gesture, money, setGiving } from '../support/giving.ts'
import type { Scene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const teamBudget = ({ team }: Scene, amount: string, fields: object = {}) =>
  service.do('POST', '/v1/budgets', {
    body: { kind: 'team', teamId: team.id, amount: money(amount), ...fields },
  })
const ownBudget = ({ sanne }: Scene, amount: string) =>
  service.do('POST', '/v1/budgets', {
    body: { kind: 'employee', employeeId: sanne.id, amount: money(amount) },
  })
const shown = (id: string) => service.do('GET', `/v1/budgets/${id}`)

describe('a budget', () => {
  test('of a team is a quarter’s, of an employee a month’s, from midnight to midnight of the organisation', async () => {
    const giving = await setGiving(service)
    service.clock.now = Temporal.Instant.from('2047-11-05T10:00:00Z')
    expect(await teamBudget(giving, '500')).toMatchObject({
      kind: 'team',
      teamId: giving.team.id,
      employeeId: null,
      period: 'quarter',
      amount: money('500.00'),
      spent: money('0.00'),
      remaining: money('500.00'),
      from: '2047-09-30T22:00:00.000Z',
      until: '2047-12-31T23:00:00.000Z',
    })
    expect(await ownBudget(giving, '50')).toMatchObject({
      kind: 'employee',
      employeeId: giving.sanne.id,
      period: 'month',
      from: '2047-10-31T23:00:00.000Z',
      until: '2047-11-30T23:00:00.000Z',
    })
  })

  test('pays for what is given from then on, and refuses what it has not left', async () => {
    const giving = await setGiving(service)
    const { give, kase } = giving
    await give('300')
    const team = await teamBudget(giving, '500')
    const own = await ownBudget(giving, '400')
    expect((await give('350')).status).toBe(201)
    expect(await give('50.01')).toMatchObject({
      status: 422,
      body: {
        code: 'budget-exhausted',
        budgetId: own.id,
        ceiling: money('400.00'),
        remaining: money('50.00'),
        until: own.until,
        ask: `/v1/cases/${kase.id}/asks`,
      },
    })
    await service.do('PATCH', `/v1/budgets/${own.id}`, {
      body: { amount: money('1000') },
      headers: { 'if-match': '"1"' },
    })
    expect(await give('150.01')).toMatchObject({ body: { code: 'budget-exhausted', budgetId: team.id } })
    expect((await give('150')).status).toBe(201)
    expect([await shown(team.id), await shown(own.id)]).toMatchObject([
      { spent: money('500.00'), remaining: money('0.00') },
      { spent: money('500.00'), remaining: money('500.00') },
    ])
  })

  test('gets back what was withdrawn, in the period that it came from', async () => {
    const giving = await setGiving(service)
    const { give, sanne } = giving
    const own = await ownBudget(giving, '100')
    const { body: given } = await give('100')
    expect((await give('1')).body.code).toBe('budget-exhausted')
    const nextMonth = Temporal.Instant.from(own.until)
    service.clock.now = nextMonth.subtract({ milliseconds: 1 })
    expect((await give('1')).body.code).toBe('budget-exhausted')
    service.clock.now = nextMonth
    expect((await give('60')).status).toBe(201)
    await service.do('POST', `/v1/gestures/${given.id}/withdraw`, { as: sanne.id, body: {} })
    expect(await shown(own.id)).toMatchObject({ spent: money('60.00'), from: own.until })
    expect((await give('41')).body.code).toBe('budget-exhausted')
    service.clock.now = nextMonth.subtract({ milliseconds: 1 })
    expect(await shown(own.id)).toMatchObject({ spent: money('0.00') })
  })

  test('may come down below what was given: nothing is taken back and nothing more given', async () => {
    const giving = await setGiving(service)
    const own = await ownBudget(giving, '100')
    await giving.give('80')
    const change = { body: { amount: money('10') }, headers: { 'if-match': '*' } }
    expect(await service.do('PATCH', `/v1/budgets/${own.id}`, change)).toMatchObject({
      amount: money('10.00'),
      spent: money('80.00'),
      remaining: money('0.00'),
      version: 2,
    })
    expect((await giving.give('0.01')).body.remaining).toEqual(money('0.00'))
  })

  test('of an employee is that of who acts, not of the owner', async () => {
    const giving = await setGiving(service)
    await ownBudget(giving, '10')
    const kase = await service.do('POST', '/v1/cases', {
      as: giving.piet.id,
      body: { customerId: giving.customer.id, question: 'Why?' },
    })
    const answer = await service.call('POST', `/v1/cases/${kase.id}/gestures`, {
      as: giving.piet.id,
      body: gesture('100'),
    })
    expect(answer.status).toBe(201)
  })

  test('is one for each kind of period, of somebody who works here, in the currency', async () => {
    const giving = await setGiving(service)
    await teamBudget(giving, '1')
    const make = (body: object) => service.call('POST', '/v1/budgets', { body })
    const one = { kind: 'team', teamId: giving.team.id, amount: money('1') }
    expect(await make(one)).toMatchObject({ status: 409, body: { code: 'already-exists' } })
    expect((await make({ ...one, period: 'month' })).status).toBe(201)
    expect((await make({ ...one, teamId: giving.sanne.id })).body.errors[0].pointer).toBe('#/teamId')
    expect((await make({ kind: 'employee', employeeId: giving.team.id, amount: money('1') })).status).toBe(
      422,
    )
    expect((await make({ kind: 'employee', amount: money('1') })).status).toBe(400)
    expect((await make({ ...one, employeeId: giving.sanne.id })).status).toBe(400)
    expect((await make({ ...one, amount: money('1', 'USD') })).body.code).toBe('another-currency')
  })

  test('is set by a coach of the team or an admin, and seen by whom it is of', async () => {
    const giving = await setGiving(service)
    const [theirs, others] = [
      await service.employee({ teamId: giving.team.id, role: 'coach' }),
      await service.employee({ teamId: (await service.team()).id, role: 'coach' }),
    ]
    const make = (as: string, body: object) => service.call('POST', '/v1/budgets', { as, body })
    const team = { kind: 'team', teamId: giving.team.id, amount: money('1') }
    const own = { kind: 'employee', employeeId: giving.sanne.id, amount: money('1') }
    expect([(await make(giving.sanne.id, own)).status, (await make(others.id, own)).status]).toEqual([
      403, 403,
    ])
    expect((await make(others.id, team)).status).toBe(403)
    const made = [(await make(theirs.id, team)).body, (await make(theirs.id, own)).body]
    const seenBy = async (as: string): Promise<boolean[]> => {
      const { data } = await service.do('GET', '/v1/budgets?limit=200', { as })
      const ids = data.map(({ id }: { id: string }) => id)
      return made.map(({ id }) => ids.includes(id))
    }
    expect(await seenBy(giving.sanne.id)).toEqual([true, true])
    expect(await seenBy(giving.piet.id)).toEqual([true, false])
    expect(await seenBy(theirs.id)).toEqual([true, true])
    expect(await seenBy(others.id)).toEqual([false, false])
  })
})
