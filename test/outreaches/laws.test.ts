import { expect, test } from 'vitest'
import { runOutreaches } from '../../src/rooms/outreaches/run-outreaches.ts'
import { atOnce } from '../support/at-once.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { eur, monday, open, run, setOutreach } from './set-outreach.ts'

const service = useService()
const beside = useInstance(service)

/** By which constraint the database refuses. */
const refusal = (text: string, ...values: unknown[]): Promise<string> =>
  service.sql.query(text, values).then(
    () => 'nothing',
    ({ constraint }) => String(constraint),
  )

test('the database keeps what an outreach says, where it is, and what became of its customers', async () => {
  service.clock.now = monday
  const { draft, customers, informing, act, list } = await setOutreach(service)
  const [one, asleep, later] = await customers(3)
  const { body } = await draft({
    ...{ refund: eur('5.00'), budget: eur('5.00') },
    customers: [
      ...informing([one], { decision: 'informAndRefund' }),
      ...informing([asleep], { decision: 'letSleep', why: 'Has moved.' }),
    ],
  })
  const set = (what: string, ...values: unknown[]) =>
    refusal(`update outreaches set ${what} where id = $1`, body.id, ...values)
  const row = (what: string, customer: string) =>
    refusal(
      `update outreach_customers set ${what} where outreach_id = $1 and customer_id = $2`,
      body.id,
      customer,
    )
  const add = (state: string, because: string | null = null) =>
    refusal(
      `insert into outreach_customers (outreach_id, customer_id, decision, state, next_at, because, settled_at)
       values ($1, $2, 'inform', $3, now(), $4::text, case when $4::text is not null then now() end)`,
      ...[body.id, later.id, state, because],
    )
  expect(await set(`value_to_customer = ' '`)).toBe('outreaches_are_of_value_to_the_customer')
  expect(
    await set(`state = 'paused', started_by_kind = 'system', started_by_id = id, started_at = now()`),
  ).toBe('outreaches_go_on')
  expect(await add('passed-over')).toBe('outreach_customers_have_it_all')
  expect(await add('passed-over', 'merged')).toBe('outreach_customers_come_before_the_start')
  // Another outreach runs.
  const { body: another } = await draft({ customers: informing(await customers(1), { decision: 'inform' }) })
  await act(another.id, 'start')
  expect(await row(`state = 'passed-over', because = 'merged', settled_at = now()`, one.id)).toBe(
    'outreach_customers_go_on_while_it_runs',
  )
  await act(body.id, 'start')
  expect(await add('waiting')).toBe('outreach_customers_come_before_the_start')
  expect(await set(`state = 'done', ended_at = now()`)).toBe('outreaches_are_done_with_all')
  expect(await set('budget = budget + 1')).toBe('outreaches_are_history')
  expect(await row('refund = 600', one.id)).toBe('outreach_customers_are_history')
  expect(await row(`state = 'opened', settled_at = now()`, one.id)).toBe('outreach_customers_have_it_all')
  expect(await row(`why = 'Something else.'`, asleep.id)).toBe('outreach_customers_are_history')
  const { rows: others } = await service.sql.query('select id from cases limit 1')
  const foreign = others[0]?.id ?? (await draftCase())
  expect(
    await refusal(
      `update outreach_customers set state = 'opened', case_id = $3, gesture_id = null, settled_at = now(), refund = null
       where outreach_id = $1 and customer_id = $2`,
      body.id,
      one.id,
      foreign,
    ),
  ).toBe('outreach_customers_are_history')

  await run(service)
  const [informed] = await list(body.id, '&state=opened')
  expect(await set(`state = 'running', ended_at = null`)).toBe('outreaches_go_on')
  expect(await refusal('delete from outreach_customers where outreach_id = $1', body.id)).toBe(
    'outreach_customers_are_history',
  )
  expect(await refusal('delete from disturbances where customer_id = $1', one.id)).toBe(
    'disturbances_are_history',
  )
  expect(
    await refusal(
      `insert into gestures (id, case_id, team_id, owner_id, granted_by_id, kind, amount, currency, reason, state, outreach_id, granted_at)
       select gen_random_uuid(), id, team_id, owner_id, owner_id, 'refund', 500, 'EUR', 'One more.', 'granted', $2, now()
       from cases where id = $1`,
      informed.case.id,
      body.id,
    ),
  ).toMatch(/gestures_are_in_the_ledger|gestures_of_an_outreach_are_decided/)
  expect(
    await refusal(
      `insert into disturbances (id, customer_id, kind, at, quiet_until, outreach_id)
       select gen_random_uuid(), customer_id, kind, at + interval '1 hour', quiet_until + interval '1 hour', $2
       from disturbances where customer_id = $1`,
      one.id,
      (await draft()).body.id,
    ),
  ).toBe('disturbances_leave_a_week')

  async function draftCase(): Promise<string> {
    const kase = await service.do('POST', '/v1/cases', { body: { customerId: later.id, question: 'Why?' } })
    return kase.id
  }
})

test('a case of somebody else, one by night and one after an opt-out is no case of an outreach, whoever writes it', async () => {
  service.clock.now = monday
  const { draft, customers, informing, act, sanne } = await setOutreach(service)
  const [one, other, third] = await customers(3)
  const { body } = await draft({ customers: informing([one]), quietHours: { from: '20:00', until: '12:00' } })
  await act(body.id, 'start')
  const promise = async (customerId: string, hour: number, fields: object = { origin: 'outreach' }) => {
    const at = (h: number) => `2026-11-03T${String(h).padStart(2, '0')}:00:00Z`
    const kase = await service.do('POST', '/v1/cases', {
      as: sanne.id,
      body: {
        ...{ customerId, question: 'Why?', ...fields },
        callback: { from: at(hour), until: at(hour + 1) },
      },
    })
    return kase.id
  }
  /** Says that this case is theirs, as a script would. */
  const claimed = async (
    caseId: string,
    before?: string,
    outreachId = body.id,
    disturbed = 'c.customer_id, b.window_from',
  ) => {
    await service.sql.query('begin')
    try {
      if (before !== undefined) await service.sql.query(before, [one.id])
      await service.sql.query(
        `insert into disturbances (id, customer_id, kind, at, quiet_until, outreach_id)
         select gen_random_uuid(), d.customer, 'outreach', d.at, d.at + interval '168 hours', $2
         from cases c join callbacks b on b.id = c.callback_id
           cross join lateral (select ${disturbed}) d (customer, at) where c.id = $1`,
        [caseId, outreachId],
      )
      await service.sql.query(
        `update outreach_customers set state = 'opened', case_id = $1, settled_at = now() where outreach_id = $2`,
        [caseId, outreachId],
      )
      await service.sql.query('set constraints all immediate')
      return 'nothing'
    } catch (error) {
      return String((error as { constraint?: string }).constraint)
    } finally {
      await service.sql.query('rollback')
    }
  }
  expect(await claimed(await promise(other.id, 13))).toBe('outreach_customers_have_their_case')
  // Who has a letter is left in peace, and nobody else.
  const ofAnother = await promise(third.id, 13)
  const letter = { direction: 'outbound', channel: 'letter', summary: 'Wrote.' }
  expect(await claimed(ofAnother)).toBe('outreach_customers_have_their_case')
  await service.do('POST', `/v1/cases/${ofAnother}/contacts`, { as: sanne.id, body: letter })
  expect(await claimed(ofAnother)).toBe('disturbances_leave_a_week')
  expect(await claimed(await promise(one.id, 13, {}))).toBe('outreach_customers_have_their_case')
  const early = await promise(one.id, 10)
  expect(await claimed(early)).toBe('outreach_customers_sleep_at_night')
  // By the clock there, from a quarter to midnight until a quarter to one.
  const far = `update customers set time_zone = 'Pacific/Chatham' where id = $1`
  expect(await claimed(early, far)).toBe('outreach_customers_sleep_at_night')
  const noon = await promise(one.id, 11)
  expect(await claimed(noon)).toBe('nothing')
  for (const [disturbed, answer] of [
    [`'${other.id}'::uuid, b.window_from`, 'disturbances_are_by_an_outreach'],
    [`c.customer_id, b.window_from + interval '1 hour'`, 'outreach_customers_have_their_case'],
  ] as const)
    expect(await claimed(noon, undefined, body.id, disturbed)).toBe(answer)
  expect(await claimed(noon, 'update customers set outreach_opt_out = true where id = $1')).toBe(
    'outreach_customers_have_not_opted_out',
  )
  const started = async (fields: object): Promise<string> => {
    const { body: another } = await draft({ customers: informing([one]), ...fields })
    await act(another.id, 'start')
    return another.id
  }
  // What another outreach told them, by a promise at the same moment, is that one's.
  const informed = `with told as (insert into disturbances (id, customer_id, kind, at, quiet_until, outreach_id)
      select gen_random_uuid(), $1, 'outreach', b.window_from, b.window_from + interval '168 hours', '${body.id}'
      from callbacks b where b.case_id = '${noon}')
    update outreach_customers set state = 'opened', case_id = '${noon}', settled_at = now() where outreach_id = '${body.id}'`
  const none = 'c.customer_id, b.window_from where false'
  expect(await claimed(await promise(one.id, 11), informed, await started({}), none)).toBe(
    'outreach_customers_have_their_case',
  )
  // The promise is from 11:00 until 12:00, an hour later in Amsterdam; to the last moment it is outside of the night and inside of the period.
  const [from, until] = ['2026-11-03T11:00:00Z', '2026-11-03T12:00:00Z']
  const byDay = { from: '13:00', until: '12:00' }
  for (const [fields, answer] of [
    [{ from, until, quietHours: byDay }, 'nothing'],
    [{ from, until, quietHours: { ...byDay, from: '12:59' } }, 'outreach_customers_sleep_at_night'],
    [
      { from: '2026-11-03T11:00:00.001Z', until, quietHours: byDay },
      'outreach_customers_are_promised_in_time',
    ],
    [
      { from, until: '2026-11-03T11:59:59.999Z', quietHours: byDay },
      'outreach_customers_are_promised_in_time',
    ],
  ] as const) {
    expect([fields, await claimed(noon, undefined, await started(fields))]).toEqual([fields, answer])
  }
  const { id: unbooked } = await service.do('POST', '/v1/cases', {
    as: sanne.id,
    body: { customerId: one.id, question: 'Why?', origin: 'outreach' },
  })
  const anyTime = await started({ quietHours: { from: '23:00', until: '00:10' } })
  expect(await claimed(unbooked, undefined, anyTime)).toBe('outreach_customers_are_promised_in_time')
})

test('an outreach pays for what it decided on for a customer, and nothing is given in the name of another', async () => {
  service.clock.now = monday
  const { draft, customers, informing, act, take } = await setOutreach(service)
  const [one] = await customers(1)
  const decided = { decision: 'informAndRefund', refund: eur('5.00'), budget: eur('50.00') }
  const begun = async () => {
    const { body } = await draft({ ...decided, customers: informing([one]) })
    await act(body.id, 'start')
    return body.id
  }
  const [outreach, another] = [await begun(), await begun()]
  const [kase, other] = [await take({ customerId: one.id }), await take({ customerId: one.id })]
  const gives = async (row: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const { caseId, outreachId, amount, times } = {
      ...{ caseId: kase.id, outreachId: outreach, amount: 500, times: 1 },
      ...row,
    }
    await service.sql.query('begin')
    try {
      const { rows } = await service.sql.query(
        `insert into gestures (id, case_id, team_id, owner_id, granted_by_id, kind, amount, currency, reason, state, outreach_id, granted_at)
         select gen_random_uuid(), id, team_id, owner_id, owner_id, 'refund', $2, 'EUR', 'Decided.', 'granted', $3, now()
         from cases, generate_series(1, $4) where id = $1 returning id`,
        [caseId, amount, outreachId, times],
      )
      await service.sql.query(
        `update outreach_customers set state = 'opened', case_id = $1, gesture_id = $2, settled_at = now() where outreach_id = $3`,
        [kase.id, rows[0].id, outreach],
      )
      return await refusal('set constraints gestures_of_an_outreach_are_decided immediate')
    } finally {
      await service.sql.query('rollback')
    }
  }
  expect(await gives()).toBe('nothing')
  for (const row of [{ times: 2 }, { amount: 400 }, { caseId: other.id }, { outreachId: another }])
    expect([row, await gives(row)]).toEqual([row, 'gestures_of_an_outreach_are_decided'])
})

test('a customer is disturbed once a week, but for what says why it is worth more than a quiet one', async () => {
  service.clock.now = monday
  const { draft, customer } = await setOutreach(service)
  const { body: usual } = await draft()
  const { body: another } = await draft()
  const { body: danger } = await draft({ worthMore: 'Their meter may catch fire.' })
  const disturbed = async (...by: readonly (readonly [string, boolean])[]): Promise<string> => {
    await service.sql.query('begin')
    try {
      for (const [n, [outreachId, isWorthMore]] of by.entries()) {
        const refused = await refusal(
          `insert into disturbances (id, customer_id, kind, at, quiet_until, worth_more, outreach_id)
           select gen_random_uuid(), $1, 'outreach', m, m + interval '168 hours', $2, $3
           from (values (timestamptz '2026-11-09T10:00Z' + $4 * interval '1 hour')) moments (m)`,
          ...[customer.id, isWorthMore, outreachId, n],
        )
        if (refused !== 'nothing') return refused
      }
      return 'nothing'
    } finally {
      await service.sql.query('rollback')
    }
  }
  expect(await disturbed([usual.id, false], [another.id, false])).toBe('disturbances_leave_a_week')
  expect(await disturbed([usual.id, false], [another.id, true])).toBe(
    'disturbances_say_why_they_are_worth_more',
  )
  expect(await disturbed([usual.id, false], [danger.id, true])).toBe('nothing')
  expect(await disturbed([danger.id, true], [usual.id, false])).toBe('nothing')
})

test('an outreach that no longer says why it is worth more than a quiet week disturbs nobody as such', async () => {
  service.clock.now = monday
  const { draft, customers, informing, sanne } = await setOutreach(service)
  const [one] = await customers(1)
  const { body } = await draft({ customers: informing([one]), worthMore: 'Their meter may catch fire.' })
  const callback = { from: '2026-11-03T11:00:00Z', until: '2026-11-03T12:00:00Z' }
  const kase = await service.do('POST', '/v1/cases', {
    as: sanne.id,
    body: { customerId: one.id, question: 'Why?', origin: 'outreach', callback },
  })
  const informed = async (...meanwhile: readonly string[]): Promise<string> => {
    await service.sql.query('begin')
    try {
      await service.sql.query(
        `insert into disturbances (id, customer_id, kind, at, quiet_until, worth_more, outreach_id)
         select gen_random_uuid(), $1, 'outreach', m, m + interval '168 hours', true, $2 from (values ($3::timestamptz)) of (m)`,
        [one.id, body.id, callback.from],
      )
      for (const set of [
        ...meanwhile,
        `state = 'running', started_by_kind = 'system', started_by_id = id, started_at = now()`,
      ])
        await service.sql.query(`update outreaches set ${set} where id = $1`, [body.id])
      await service.sql.query(
        `update outreach_customers set state = 'opened', case_id = $1, settled_at = now() where outreach_id = $2`,
        [kase.id, body.id],
      )
      return await refusal('set constraints all immediate')
    } finally {
      await service.sql.query('rollback')
    }
  }
  expect(await informed()).toBe('nothing')
  expect(await informed('worth_more = null')).toBe('outreach_customers_have_their_case')
})

test('fifty start, pause and stop at once, two instances go on, and each customer has one case at most', async () => {
  service.clock.now = monday
  const { draft, customers, informing, act } = await setOutreach(service)
  const found = await customers(30)
  const { body } = await draft({
    ...{ decision: 'informAndRefund', refund: eur('2.00'), budget: eur('60.00') },
    customers: informing(found),
  })
  await act(body.id, 'start')
  const going = run(service, 2)
  going.catch(() => undefined)
  await atOnce([service, beside], (each, n) =>
    each.call('POST', `/v1/outreaches/${body.id}/${n % 2 === 0 ? 'pause' : 'start'}`),
  )
  await going
  await act(body.id, 'start')
  // What lost a race with a pause has its turn again a little later.
  for (const hours of [1, 2, 3, 4]) {
    service.clock.now = monday.add({ hours })
    await run(service, 2)
  }
  const { rows } = await service.sql.query(
    `select (select count(*)::int from cases c where c.customer_id = any($2) and origin = 'outreach') as cases,
      (select count(distinct customer_id)::int from cases where customer_id = any($2)) as customers,
      (select spent::int from spending_accounts where outreach_id = $1) as spent,
      (select state from outreaches where id = $1) as state`,
    [body.id, found.map(({ id }) => id)],
  )
  expect(rows).toEqual([{ cases: 30, customers: 30, spent: 6000, state: 'done' }])
})

test('whoever is killed in between leaves nobody half done, and the other goes on', async () => {
  service.clock.now = monday
  const { draft, customers, informing, act, show } = await setOutreach(service)
  const found = await customers(40)
  const { body } = await draft({ customers: informing(found) })
  await act(body.id, 'start')
  const clock = () => service.clock.now ?? monday
  for (let killed = 0; killed < 5; killed++) {
    const instances = [open(service), open(service)]
    const going = Promise.allSettled(instances.map((db) => runOutreaches(db, clock)))
    const sofar = async () => (await show(body.id)).progress.informed
    await expect.poll(sofar, { interval: 5, timeout: 20_000 }).toBeGreaterThan(killed * 5)
    await service.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'eigenaar' and datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
    )
    await going
    await Promise.all(instances.map((db) => db.close()))
    service.clock.now = monday.add({ hours: killed + 1 })
  }
  await run(service, 2)
  service.clock.now = monday.add({ hours: 8 })
  await run(service)
  expect(await show(body.id)).toMatchObject({ state: 'done', progress: { informed: 40, waiting: 0 } })
  const { rows } = await service.sql.query(
    `select count(*)::int as cases, count(distinct customer_id)::int as customers from cases where customer_id = any($1)`,
    [found.map(({ id }) => id)],
  )
  expect(rows).toEqual([{ cases: 40, customers: 40 }])
})
