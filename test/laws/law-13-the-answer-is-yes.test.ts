import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { type Giving, money, setGiving } from '../support/giving.ts'
import { type Answer, type Service, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { insert, refusal } from './script.ts'
import { tell } from './tell.ts'

const service = useService()

type Row = Readonly<Record<string, string | null>>

interface Held extends Giving {
  /** What was given by the service: 1500.00 of 2000.00. */
  readonly given: Answer['body']
  readonly accountId: string
}

async function setHeld(of: Service = service): Promise<Held> {
  const giving = await setGiving(of)
  const given = (await giving.give('1500')).body
  const { rows } = await of.sql.query('select id from spending_accounts where case_id = $1', [giving.kase.id])
  return { ...giving, given, accountId: rows[0].id }
}

/** A gesture as a script would have it. */
const gestureRow = ({ kase, sanne, team }: Giving, id: string, amount: number, row: Row = {}): string =>
  insert('gestures', {
    id,
    case_id: kase.id,
    team_id: team.id,
    owner_id: sanne.id,
    granted_by_id: sanne.id,
    kind: 'credit',
    amount: String(amount),
    currency: 'EUR',
    reason: 'Sorry.',
    state: 'granted',
    granted_at: 'now()',
    ...row,
  })

/** Its line in the ledger of its case, behind the line that is there. */
const lineRow = ({ accountId }: Held, gestureId: string, amount: number, row: Row = {}): string =>
  insert('ledger', {
    account_id: accountId,
    number: '2',
    kind: 'case',
    gesture_id: gestureId,
    gesture_amount: String(amount),
    phase: 'granted',
    amount: String(amount),
    balance: String(150_000 + amount),
    fulfilled: '0',
    previous_balance: '150000',
    previous_fulfilled: '0',
    at: 'now()',
    ...row,
  })

/** An absence of the owner, for whom somebody stands in at this moment. */
function standIn(ownerId: string, standInId: string): string[] {
  const absence = randomUUID()
  const span = { from_at: `now() - '1 hour'::interval`, until_at: `now() + '9 hours'::interval` }
  const part = { absence_id: absence, owner_id: ownerId, stand_in_id: standInId }
  return [
    insert('absences', { id: absence, employee_id: ownerId, registered_at: 'now()', ...span }),
    insert('stand_ins', { id: 'gen_random_uuid()', ...part, ...span }),
  ]
}

test('a script gives like this', async () => {
  const held = await setHeld()
  const id = randomUUID()
  expect(await refusal(service, gestureRow(held, id, 50_000), lineRow(held, id, 50_000))).toBe('nothing')
})

describe('no SQL gives', () => {
  test('more than the ceiling, whatever it says that the ceiling is', async () => {
    const held = await setHeld()
    const id = randomUUID()
    const [gesture, line] = [
      gestureRow(held, id, 50_001),
      lineRow(held, id, 50_001, { ceiling: '999999999' }),
    ]
    expect(await refusal(service, gesture, line)).toBe('ledger_within_the_ceiling')
    const merged = line.replace(
      /^insert into ledger \((.*)\) values \((.*)\)$/,
      (_, names, values) =>
        `merge into ledger t using (select 1) s on false when not matched then insert (${names}) values (${values})`,
    )
    expect(merged).not.toBe(line)
    expect(await refusal(service, gesture, merged)).toBe('ledger_within_the_ceiling')
  })

  test('anything that is not in the ledger', async () => {
    const held = await setHeld()
    expect(await refusal(service, gestureRow(held, randomUUID(), 100))).toBe('gestures_are_in_the_ledger')
  })

  test('less in the ledger than the customer gets, or a balance that does not add up', async () => {
    const held = await setHeld()
    const id = randomUUID()
    const refused = (row: Row) =>
      refusal(service, gestureRow(held, id, 40_000), lineRow(held, id, 40_000, row))
    expect(await refused({ amount: '1', balance: '150001' })).toBe('ledger_adds_up')
    expect(await refused({ gesture_amount: '1', amount: '1', balance: '150001' })).toBe(
      'ledger_gesture_exists',
    )
    expect(await refused({ previous_balance: '0', balance: '40000' })).toBe('ledger_follows_the_line_before')
    expect(await refused({ balance: '1' })).toBe('ledger_adds_up')
    const first = { number: '1', previous_balance: null, previous_fulfilled: null, balance: '40000' }
    expect(await refused(first)).toBe('ledger_pkey')
    expect(await refused({ number: '3' })).toMatch(/ledger_goes_on|ledger_follows_the_line_before/)
    expect(await refused({ kind: 'budget' })).toMatch(/ledger_account_exists|ledger_within_the_budget/)
    const last = `(select last_at from spending_accounts where id = '${held.accountId}')::timestamptz`
    const atOnce = [gestureRow(held, id, 1), lineRow(held, id, 1, { at: last })]
    expect(await refusal(service, ...atOnce)).toBe('nothing')
    const old = { at: `now() - '1 day'::interval` }
    const small = [gestureRow(held, id, 1), lineRow(held, id, 1, old)]
    expect(await refusal(service, ...small)).toBe('ledger_goes_on')
  })

  test('by another account than that of the case, or by a second one', async () => {
    const held = await setHeld()
    const other = await setHeld()
    const id = randomUUID()
    const elsewhere = lineRow({ ...held, accountId: other.accountId }, id, 100)
    expect(await refusal(service, gestureRow(held, id, 100), elsewhere)).toBe('ledger_is_of_its_account')
    const second = insert('spending_accounts', { id: randomUUID(), case_id: held.kase.id })
    expect(await refusal(service, second)).toBe('spending_accounts_one_a_case')
  })

  test('by who stands in for the owner and is whom the case is about', async () => {
    const held = await setHeld()
    const { sanne, piet, take } = held
    const about = await take({ aboutEmployeeId: piet.id })
    const gives = ({ id }: { readonly id: string }) =>
      refusal(
        service,
        ...standIn(sanne.id, piet.id),
        gestureRow(held, randomUUID(), 100, { case_id: id, granted_by_id: piet.id }),
      )
    expect(await gives(held.kase)).toBe('gestures_are_in_the_ledger')
    expect(await gives(about)).toBe('gestures_are_the_owners')
  })

  test('for anybody but the owner, ended, of nothing, or in another currency', async () => {
    const held = await setHeld()
    const refused = (row: Row) => refusal(service, gestureRow(held, randomUUID(), 100, row))
    expect(await refused({ granted_by_id: held.piet.id })).toBe('gestures_are_the_owners')
    expect(await refused({ owner_id: held.piet.id })).toBe('gestures_are_the_owners')
    const theirs = { owner_id: held.piet.id, granted_by_id: held.piet.id }
    expect(await refused(theirs)).toBe('gestures_are_the_owners')
    expect(await refused({ team_id: (await service.team()).id })).toBe('gestures_are_the_owners')
    const ended = { state: 'withdrawn', ended_at: 'now()', withdrawn_by_id: held.sanne.id }
    expect(await refused(ended)).toBe('gestures_begin_granted')
    expect(await refused({ amount: '0' })).toBe('gestures_are_worth_something')
    expect(await refused({ currency: 'USD' })).toBe('gestures_are_in_the_currency')
    expect(await refusal(service, `update organisation set currency = 'USD'`)).toBe(
      'gestures_are_in_the_currency',
    )
  })
})

test('no SQL asks for more but the owner of an open case, of their own team, and nobody about themselves', async () => {
  const { kase, team, sanne, piet, take, resolved } = await setGiving(service)
  const answerBy = `now() + '4 hours'::interval`
  const asks = (row: Row = {}, more: Row = {}) => {
    const id = randomUUID()
    const ask = {
      ...{
        id,
        case_id: kase.id,
        team_id: team.id,
        asked_by_id: sanne.id,
        wish: 'A boiler.',
        amount: '320000',
      },
      ...{
        currency: 'EUR',
        reason: 'We broke it.',
        state: 'open',
        asked_at: 'now()',
        answer_by: answerBy,
        ...row,
      },
    }
    const gesture = { case_id: ask.case_id, ask_id: id, granted_at: answerBy, granted_by_id: ask.asked_by_id }
    const giving = { kase, team, sanne, piet } as Giving
    return [insert('asks', ask), gestureRow(giving, randomUUID(), 320_000, { ...gesture, ...more })]
  }
  expect(await refusal(service, ...asks())).toBe('nothing')
  const standsIn = (about: string) => [
    ...standIn(sanne.id, piet.id),
    ...asks({ case_id: about, asked_by_id: piet.id }),
  ]
  expect(await refusal(service, ...standsIn(kase.id))).toBe('nothing')
  const other = await service.team()
  for (const statements of [
    asks({ asked_by_id: piet.id }),
    asks({ team_id: other.id }, { team_id: other.id }),
    asks({ case_id: (await resolved()).id }),
    asks({ state: 'withdrawn', closed_at: 'now()' }),
    standsIn((await take({ aboutEmployeeId: piet.id })).id),
  ])
    expect(await refusal(service, ...statements), statements.join('; ')).toBe('asks_are_the_owners')
  const elsewhere = asks({}, { case_id: (await take()).id })
  expect(await refusal(service, ...elsewhere)).toBe('gestures_follow_their_ask')
})

describe('no SQL', () => {
  test('changes or removes a line, a gesture, an account or whose a budget is', async () => {
    const { given, accountId, sanne, piet } = await setHeld()
    const budget = await service.do('POST', '/v1/budgets', {
      body: { kind: 'employee', employeeId: sanne.id, amount: money('1') },
    })
    const attacks: readonly (readonly [string, string])[] = [
      [`update ledger set amount = 0 where account_id = '${accountId}'`, 'ledger_is_final'],
      [`delete from ledger where account_id = '${accountId}'`, 'ledger_is_final'],
      ['truncate ledger cascade', 'spending_accounts_go_on|ledger_is_final'],
      [`update spending_accounts set spent = 0 where id = '${accountId}'`, 'spending_accounts_go_on'],
      [
        `update spending_accounts set lines = 0, spent = 0, last_at = null where id = '${accountId}'`,
        'spending_accounts_go_on',
      ],
      [
        `update spending_accounts set lines = 2, spent = 0 where id = '${accountId}'`,
        'spending_accounts_say_what_the_ledger_says',
      ],
      [
        `update spending_accounts set case_id = gen_random_uuid() where id = '${accountId}'`,
        'spending_accounts_go_on',
      ],
      [`delete from spending_accounts where id = '${accountId}'`, 'spending_accounts_go_on'],
      [`update gestures set amount = 1 where id = '${given.id}'`, 'gestures_are_final'],
      [`update gestures set reason = 'Else.' where id = '${given.id}'`, 'gestures_are_final'],
      [`delete from gestures where id = '${given.id}'`, 'gestures_are_final'],
      ['truncate gestures cascade', 'gestures_are_final|ledger_is_final|spending_accounts_go_on'],
      [`update budgets set employee_id = '${piet.id}' where id = '${budget.id}'`, 'budgets_stay'],
      [`update budgets set period = 'quarter' where id = '${budget.id}'`, 'budgets_stay'],
      [`delete from budgets where id = '${budget.id}'`, 'budgets_stay'],
    ]
    for (const [statement, constraint] of attacks)
      expect([statement, await refusal(service, statement)]).toEqual([
        statement,
        expect.stringMatching(new RegExp(`^(${constraint})$`)),
      ])
  })

  test('gives money back for what the customer keeps, or gives it back twice', async () => {
    const held = await setHeld()
    const { given, sanne } = held
    const withdrawn = `update gestures set state = 'withdrawn', ended_at = now() + '1 second'::interval,
      withdrawn_by_id = '${sanne.id}', version = 2 where id = '${given.id}'`
    const back = (row: Row = {}) =>
      lineRow(held, given.id, 150_000, {
        phase: 'withdrawn',
        amount: '-150000',
        balance: '0',
        at: `now() + '1 second'::interval`,
        ...row,
      })
    expect(await refusal(service, back())).toBe('ledger_ends_with_its_gesture')
    expect(await refusal(service, withdrawn)).toBe('gestures_end_in_the_ledger')
    expect(await refusal(service, withdrawn, back())).toBe('nothing')
    // Nor by the line of another gesture.
    const id = randomUUID()
    const both = withdrawn.replace(/where id = .*/, `where id in ('${given.id}', '${id}')`)
    const others = back({
      ...{ number: '3', gesture_id: id, gesture_amount: '50000', amount: '-50000' },
      ...{ previous_balance: '200000', balance: '150000' },
    })
    const two = [gestureRow(held, id, 50_000), lineRow(held, id, 50_000)]
    expect(await refusal(service, ...two, both, others)).toBe('gestures_end_in_the_ledger')
    const again = { number: '3', previous_balance: '0', balance: '-150000' }
    expect(await refusal(service, withdrawn, back(), back(again))).toBe('ledger_adds_up')
    const fulfilled = { phase: 'fulfilled', amount: '0', balance: '0', fulfilled: '150000' }
    expect(await refusal(service, withdrawn, back(), back({ ...again, ...fulfilled }))).toMatch(/^ledger_/)
    expect(
      await refusal(
        service,
        withdrawn,
        back(),
        `update gestures set state = 'granted', ended_at = null,
      withdrawn_by_id = null where id = '${given.id}'`,
      ),
    ).toBe('gestures_are_final')
  })

  test('spends a budget out of its period, by a period of its own, or past its amount', async () => {
    const held = await setHeld()
    const budget = await service.do('POST', '/v1/budgets', {
      body: { kind: 'employee', employeeId: held.sanne.id, amount: money('100') },
    })
    const [id, account] = [randomUUID(), randomUUID()]
    const day = Temporal.Now.plainDateISO('Europe/Amsterdam').with({ day: 1 })
    const open = (starts = day, ends = starts.add({ months: 1 }), row: Row = {}) =>
      insert('spending_accounts', {
        id: account,
        budget_id: budget.id,
        period: 'month',
        starts_on: starts.toString(),
        ends_on: ends.toString(),
        ...row,
      })
    const line = (amount: number, row: Row = {}) =>
      lineRow(held, id, amount, {
        account_id: account,
        kind: 'budget',
        number: '1',
        balance: String(amount),
        previous_balance: null,
        previous_fulfilled: null,
        ...row,
      })
    const give = (amount: number, ...opened: string[]) =>
      refusal(service, gestureRow(held, id, amount), lineRow(held, id, amount), ...opened)
    expect(await give(10_000)).toBe('gestures_are_in_the_ledger')
    expect(await give(10_000, open(), line(10_000))).toBe('nothing')
    expect(await give(10_001, open(), line(10_001))).toBe('ledger_within_the_budget')
    expect(await give(100, open(day.add({ months: 2 })), line(100))).toBe('ledger_in_its_period')
    const next = day.add({ months: 1 })
    // The organisation is in Amsterdam.
    const at = (moment: string) =>
      line(100, { at: `('${next}'::timestamp at time zone 'Europe/Amsterdam')::timestamptz ${moment}` })
    for (const [opened, moment, answer] of [
      [open(next), '', 'nothing'],
      [open(next), `- interval '1 ms'`, 'ledger_in_its_period'],
      [open(), `- interval '1 ms'`, 'nothing'],
      [open(), '', 'ledger_in_its_period'],
    ] as const)
      expect([moment, await give(100, opened, at(moment))]).toEqual([moment, answer])
    for (const opened of [
      open(day.add({ days: 1 })),
      open(day, day.add({ months: 2 })),
      open(day, day.add({ months: 3 }), { period: 'quarter' }),
      open(day, day.add({ months: 1 }), { lines: '1' }),
      open(day, day.add({ months: 1 }), { case_id: held.kase.id }),
    ])
      expect(await refusal(service, opened)).toMatch(/^spending_accounts_/)
  })
})

describe('of two sessions that each look valid, the second is refused', () => {
  test.each(['read committed', 'repeatable read'])('at %s', async (level) => {
    // What scripts do is kept here, without the history that it should have: in a database of its own.
    const first = await startService()
    const second = await startService(first)
    try {
      const held = await setHeld(first)
      const [one, other] = [randomUUID(), randomUUID()]
      for (const { sql } of [first, second]) {
        await sql.query(`begin isolation level ${level}`)
        await sql.query('select count(*) from ledger')
      }
      await first.sql.query(gestureRow(held, one, 50_000))
      await first.sql.query(lineRow(held, one, 50_000))
      await second.sql.query(gestureRow(held, other, 50_000))
      const { rows } = await second.sql.query('select pg_backend_pid() as pid')
      const refused = second.sql.query(lineRow(held, other, 50_000)).then(
        () => 'nothing',
        ({ code }: { code: string }) => code,
      )
      await vi.waitFor(
        async () => {
          const asked = 'select wait_event_type as waits from pg_stat_activity where pid = $1'
          expect((await first.sql.query(asked, [rows[0].pid])).rows).toEqual([{ waits: 'Lock' }])
        },
        { timeout: 10_000 },
      )
      await first.sql.query(tell)
      await first.sql.query('commit')
      expect(['23505', '40001', '23514']).toContain(await refused)
      await second.sql.query('rollback')
      const { rows: spent } = await first.sql.query('select spent::int from spending_accounts')
      expect(spent).toEqual([{ spent: 200_000 }])
    } finally {
      await second.stop()
      await first.stop()
    }
  })
})
