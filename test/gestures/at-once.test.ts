import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { type Giving, gesture, setGiving } from '../support/giving.ts'
import type { Answer, Service } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

/**
 * A limit for so many gestures of this amount each, in the currency's smallest coin and a few more. The crowd is full in one
 * currency; the others differ in their decimals alone, and FULL_CROWDS makes theirs full as well.
 */
const few = process.env.FULL_CROWDS ? 100 : 20
const currencies = {
  EUR: { each: '1.07', limit: '107.00', minor: 107, room: 100 },
  JPY: { each: '107', limit: String(107 * few), minor: 107, room: few },
  KWD: { each: '0.107', limit: (0.107 * few).toFixed(3), minor: 107, room: few },
} as const
type Currency = keyof typeof currencies

interface Limited {
  readonly giving: Giving
  readonly cases: readonly Answer['body'][]
  readonly code: 'gesture-over-ceiling' | 'budget-exhausted'
}

/** One case for a ceiling; for a budget many, of two owners where it is the team's. */
const kinds: Readonly<Record<string, (at: Service, currency: Currency) => Promise<Limited>>> = {
  'the ceiling of the organisation': async (at, currency) => {
    const giving = await setGiving(at)
    await ceilings(at, currency, currencies[currency].limit)
    return { giving, cases: [giving.kase], code: 'gesture-over-ceiling' }
  },
  'the ceiling of the team': async (at, currency) => {
    const giving = await setGiving(at)
    await ceilings(at, currency)
    await at.do('PATCH', `/v1/teams/${giving.team.id}/agreements`, {
      body: { gestureCeiling: { amount: currencies[currency].limit, currency } },
      headers: { 'if-match': '*' },
    })
    return { giving, cases: [giving.kase], code: 'gesture-over-ceiling' }
  },
  'the budget of the team': (at, currency) => withBudget(at, currency, 'team'),
  'the budget of the employee': (at, currency) => withBudget(at, currency, 'employee'),
}

async function ceilings(at: Service, currency: Currency, amount = '90000'): Promise<void> {
  const money = { amount, currency }
  await at.do('PATCH', '/v1/organisation', {
    body: { currency, gestureCeiling: money, askCeiling: money },
    headers: { 'if-match': '*' },
  })
}

async function withBudget(at: Service, currency: Currency, kind: 'team' | 'employee'): Promise<Limited> {
  const giving = await setGiving(at)
  await ceilings(at, currency)
  const whose = kind === 'team' ? { teamId: giving.team.id } : { employeeId: giving.sanne.id }
  const amount = { amount: currencies[currency].limit, currency }
  await at.do('POST', '/v1/budgets', { body: { kind, ...whose, amount } })
  const owners = kind === 'team' ? [giving.sanne, giving.piet] : [giving.sanne]
  const cases = await atOnce(
    owners,
    ({ id }) =>
      at.do('POST', '/v1/cases', { as: id, body: { customerId: giving.customer.id, question: 'Why?' } }),
    10,
  )
  return { giving, cases, code: 'budget-exhausted' }
}

describe.each(Object.keys(currencies) as Currency[])('in %s', (currency) => {
  const service = useService()
  const beside = useInstance(service)
  const { each, minor, room } = currencies[currency]
  const limits = Object.entries(kinds)

  const give = (at: Service, kase: Answer['body']) =>
    at.call('POST', `/v1/cases/${kase.id}/gestures`, {
      as: kase.owner.id,
      body: gesture('1', { amount: { amount: each, currency } }),
    })

  const spentBy = async (cases: readonly Answer['body'][]): Promise<number> => {
    const { rows } = await service.sql.query(
      `select coalesce(sum(amount), 0)::int as spent from gestures where state <> 'withdrawn' and case_id = any($1)`,
      [cases.map(({ id }) => id)],
    )
    return rows[0].spent
  }

  /** How much was ever given at a time, by what was committed. */
  const mostBy = async (cases: readonly Answer['body'][]): Promise<number> => {
    const { rows } = await service.sql.query(
      `select max(balance)::int as most from ledger l where l.account_id in (select account_id from ledger x
         join gestures g on g.id = x.gesture_id where g.case_id = any($1)) group by account_id order by 1 desc limit 1`,
      [cases.map(({ id }) => id)],
    )
    return rows[0].most
  }

  test.each(limits)(`of ${room * 5} gestures at once %s for ${room} grants ${room}`, async (_, limit) => {
    const { cases, code } = await limit(service, currency)
    const answers = await atOnce([service, beside], (at, n) => give(at, cases[n % cases.length]), room * 5)
    expect(tally(answers)).toEqual({ 201: room, [`422 ${code}`]: room * 4 })
    expect([await spentBy(cases), await mostBy(cases)]).toEqual([room * minor, room * minor])
  })

  test.each(limits)('with withdrawals in between %s is never passed', async (_, limit) => {
    const { cases, code } = await limit(service, currency)
    const given: Answer['body'][] = []
    const taken: Answer[] = []
    const answers = await atOnce(
      [service, beside],
      async (at, n) => {
        const answer = await give(at, cases[n % cases.length])
        if (answer.status === 201) given.push({ ...answer.body, as: cases[n % cases.length].owner.id })
        const back = n % 3 === 0 ? given.shift() : undefined
        if (back)
          taken.push(await at.call('POST', `/v1/gestures/${back.id}/withdraw`, { as: back.as, body: {} }))
        return answer
      },
      room * 3,
    )
    expect(Object.keys(tally(answers)).filter((name) => name !== '201' && name !== `422 ${code}`)).toEqual([])
    expect(Object.keys(tally(taken))).toEqual(['200'])
    const granted = answers.filter(({ status }) => status === 201).length
    expect(await spentBy(cases)).toBe((granted - taken.length) * minor)
    expect(await mostBy(cases)).toBeLessThanOrEqual(room * minor)
  })
})
