import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { changeCase, contactRow, refusal } from './script.ts'
import { moveTo, successionRow } from './succession-script.ts'

const service = useService()
const beside = useInstance(service)

describe('no SQL moves a case to another owner', () => {
  test.each<[string, (id: string, other: string) => string[]]>([
    ['in the open', (id, other) => [`update cases set owner_id = '${other}' where id = '${id}'`]],
    ['with a history to it', (id, other) => [changeCase(id, `owner_id = '${other}'`)]],
    [
      'among other columns',
      (id, other) => [
        changeCase(
          id,
          `(subject, owner_id, assignment_reason) = ('Charged twice', '${other}', 'succession')`,
        ),
      ],
    ],
    [
      'together with its promise',
      (id, other) => [
        'set constraints all deferred',
        `update callbacks set owner_id = '${other}' where case_id = '${id}' and state = 'open'`,
        changeCase(id, `owner_id = '${other}'`),
      ],
    ],
    [
      'by an insert that becomes an update',
      (id, other) => [
        `insert into cases (id, reference, customer_id, owner_id, team_id, callback_id, subject, question, origin, channel,
            opened_by_kind, opened_by_id, assignment_reason, opened_at, version)
          select id, reference, customer_id, owner_id, team_id, callback_id, subject, question, origin, channel,
            opened_by_kind, opened_by_id, assignment_reason, opened_at, version from cases where id = '${id}'
          on conflict (id) do update set owner_id = '${other}', version = cases.version + 1`,
      ],
    ],
    [
      'by a merge',
      (id, other) => [
        `merge into cases c using (select '${other}'::uuid as owner) o on c.id = '${id}'
          when matched then update set owner_id = o.owner, version = version + 1`,
      ],
    ],
    [
      'all of an owner’s at once',
      (_, other) => [
        `update cases set owner_id = '${other}', version = version + 1 where callback_id is not null`,
      ],
    ],
  ])('%s', async (_, statements) => {
    const { take, resolved, piet } = await setScene(service)
    for (const kase of [await take(), await resolved()]) {
      const answer = await refusal(service, ...statements(kase.id, piet.id))
      // A row that is no case in itself is refused before it could become an update.
      expect(answer).toMatch(/^cases_owner_is_final$|^cases_hold_a_promise_or_a_resolution$/)
      if (kase.status === 'open') expect(answer).toBe('cases_owner_is_final')
    }
  })

  test.each<[string, (id: string) => Readonly<Record<string, string | null>>]>([
    ['of another case', (id) => ({ case_id: id })],
    ['that leads to somebody else', (id) => ({ to_owner_id: id })],
    ['that begins with somebody else', (id) => ({ from_owner_id: id, departure_of: id })],
    ['that waits', () => ({ cause: 'safety', reason: 'Threat.', departure_of: null, completed_at: null })],
  ])('by a succession %s', async (name, row) => {
    const { take, piet, team } = await setScene(service)
    const kase = await take()
    const other = name.endsWith('case') ? await take() : await service.employee({ teamId: team.id })
    const id = randomUUID()
    const made = successionRow(kase, piet.id, { id, ...row(other.id) })
    expect(await refusal(service, made, ...moveTo(kase.id, piet.id, id))).toBe('cases_owner_is_final')
  })

  test('by a succession that is not there, or that the history does not tell of', async () => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const id = randomUUID()
    expect(await refusal(service, ...moveTo(kase.id, piet.id, id))).toBe('cases_owner_is_final')
    const move = changeCase(kase.id, `owner_id = '${piet.id}', succession_id = '${id}'`)
    expect(await refusal(service, successionRow(kase, piet.id, { id }), move)).toBe('cases_owner_is_final')
    const [deferred = '', told = '', promise = ''] = moveTo(kase.id, piet.id, id)
    const ahead = `update cases set version = version + 1 where id = '${kase.id}'`
    const made = [deferred, successionRow(kase, piet.id, { id }), told]
    expect(await refusal(service, ...made, ahead, promise, move)).toBe('cases_owner_is_final')
    const behind = [made[0] ?? '', made[1] ?? '', told.replaceAll('version + 1', 'version + 2')]
    const [another = ''] = moveTo(kase.id, piet.id, randomUUID()).slice(1)
    const moved = `update cases set owner_id = '${piet.id}', succession_id = '${id}', version = version + 1 where id = '${kase.id}'`
    expect(await refusal(service, another, ...behind, promise, moved, ahead)).toBe('cases_owner_is_final')
  })

  test('by a succession that was used before', async () => {
    const { take, piet, sanne } = await setScene(service)
    const kase = await take()
    const [there, back] = [randomUUID(), randomUUID()]
    const forth = moveTo(kase.id, piet.id, there)
    const twoWays = [
      successionRow(kase, piet.id, { id: there }),
      ...forth,
      successionRow({ id: kase.id, owner: piet }, sanne.id, { id: back }),
      ...moveTo(kase.id, sanne.id, back),
    ]
    // Nobody has left, which is known when the transaction ends: until then each of these moves is as it should be.
    expect(await refusal(service, ...twoWays)).toBe('successions_have_their_evidence')
    expect(await refusal(service, ...twoWays, ...forth)).toBe('events_tell_of_it_once')
    const untold = changeCase(kase.id, `owner_id = '${piet.id}', succession_id = '${there}'`)
    expect(await refusal(service, ...twoWays, untold)).toBe('cases_owner_is_final')
  })

  test('by a succession that is changed, forgotten or taken back', async () => {
    const { take, piet, sanne } = await setScene(service)
    const { id } = await take()
    await service.do('POST', `/v1/employees/${sanne.id}/departure`, { body: { successorIds: [piet.id] } })
    const of = `where case_id = '${id}'`
    for (const statement of [
      `update successions set to_owner_id = from_owner_id ${of}`,
      `update successions set completed_at = null ${of}`,
      `delete from successions ${of}`,
      'truncate successions cascade',
    ])
      expect(await refusal(service, statement)).toMatch(
        /^successions_are_history$|^cases_stay$|_stands$|_final$/,
      )
    expect(await refusal(service, changeCase(id, 'succession_id = null'))).toBe('cases_owner_is_final')
  })

  test('by exchanging two cases', async () => {
    const { take, sanne, piet, customer } = await setScene(service)
    const mine = await take()
    const body = { customerId: customer.id, question: 'And why?' }
    const his = await service.do('POST', '/v1/cases', { as: piet.id, body })
    const owners = `case owner_id when '${sanne.id}' then '${piet.id}'::uuid else '${sanne.id}' end`
    const swap = `update cases set owner_id = ${owners}, version = version + 1 where id in ('${mine.id}', '${his.id}')`
    expect(await refusal(service, swap)).toBe('cases_owner_is_final')
    const ids = `case id when '${mine.id}' then '${his.id}'::uuid else '${mine.id}' end`
    const rename = `update cases set id = ${ids}, version = version + 1 where id in ('${mine.id}', '${his.id}')`
    expect(await refusal(service, 'set constraints all deferred', rename)).toMatch(
      /^cases_opening_is_history$|^cases_pkey$/,
    )
  })

  test('by taking it away and putting another in its place', async () => {
    const { take } = await setScene(service)
    const { id } = await take()
    expect(
      await refusal(service, 'set constraints all deferred', `delete from cases where id = '${id}'`),
    ).toBe('cases_stay')
    expect(await refusal(service, 'truncate cases cascade')).toMatch(
      /^cases_stay$|_history$|_final$|_stands$/,
    )
    expect(await refusal(service, 'truncate teams, customers, employees, topics cascade')).toMatch(
      /_stay$|_history$|_final$|_stands$|_is_one$/,
    )
  })
})

describe('no SQL gives the promise to somebody else', () => {
  test('while it is open', async () => {
    const { take, piet } = await setScene(service)
    const { callback } = await take()
    const give = `update callbacks set owner_id = '${piet.id}' where id = '${callback.id}'`
    expect(await refusal(service, give)).toBe('callbacks_open_is_its_cases_promise')
  })

  test('as it ends', async () => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const contactId = randomUUID()
    const keep = `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contactId}', contact_moment = 'owner-reached',
      owner_id = '${piet.id}' where id = '${kase.callback.id}'`
    expect(await refusal(service, contactRow(kase, { id: contactId }), keep)).toBe('callbacks_promise_stands')
  })

  test('when it has ended', async () => {
    const { resolved, piet } = await setScene(service)
    const { id } = await resolved()
    const rewrite = `update callbacks set owner_id = '${piet.id}' where case_id = '${id}'`
    expect(await refusal(service, rewrite)).toBe('callbacks_promise_stands')
  })
})

test('the history names the first owner for ever', async () => {
  const { take, piet } = await setScene(service)
  const { id } = await take()
  const rewrite = `update events set data = data || '{"ownerId": "${piet.id}"}' where case_id = '${id}' and type = 'case.opened'`
  expect(await refusal(service, rewrite)).toBe('events_are_final')
})

test('a PATCH of the owner answers owner-is-final, with If-Match and without, whoever asks', async () => {
  const { take, sanne, piet } = await setScene(service)
  const admin = await service.employee({ role: 'admin' })
  const kase = await take()
  for (const as of [undefined, sanne.id, piet.id, admin.id]) {
    for (const headers of [
      {},
      { 'if-match': `"${kase.version}"` },
      { 'if-match': '*' },
      { 'if-match': '"1"' },
    ]) {
      for (const body of [
        { ownerId: piet.id },
        { ownerId: sanne.id },
        { ownerId: null },
        { owner: { id: piet.id } },
        { subject: 'Charged twice', ownerId: piet.id },
      ]) {
        const answer = await service.call('PATCH', `/v1/cases/${kase.id}`, {
          ...(as ? { as } : {}),
          body,
          headers,
        })
        expect([answer.status, answer.body.code]).toEqual([409, 'owner-is-final'])
      }
    }
  }
  expect(await service.do('GET', `/v1/cases/${kase.id}`)).toMatchObject({
    owner: { id: sanne.id },
    version: kase.version,
  })
})

test('there is no call that transfers', async () => {
  const { take, sanne, piet } = await setScene(service)
  const { id } = await take()
  const body = { ownerId: piet.id, employeeId: piet.id, to: piet.id }
  for (const verb of [
    'transfer',
    'assign',
    'claim',
    'take',
    'escalate',
    'escalate-to',
    'forward',
    'queue',
    'owner',
    'handover',
    'succession',
  ]) {
    for (const method of ['POST', 'PUT', 'PATCH'] as const) {
      const answer = await service.call(method, `/v1/cases/${id}/${verb}`, { as: sanne.id, body })
      expect(answer.status).toBe(404)
    }
  }
  const { body: document } = await service.call('GET', '/openapi.json')
  const paths = Object.keys(document.paths)
  expect(paths.length).toBeGreaterThan(20)
  expect(paths.filter((path) => /transfer|assign|claim|escalat|forward|handover|queue/i.test(path))).toEqual(
    [],
  )
})

test('fifty at once: changes of words and of the owner, in two instances; only words change', async () => {
  const { take, sanne, piet } = await setScene(service)
  const kase = await take()
  const answers = await atOnce([service, beside], (to, n) =>
    to.call('PATCH', `/v1/cases/${kase.id}`, {
      as: n % 3 === 0 ? piet.id : sanne.id,
      body: n % 4 < 2 ? { subject: `Charged ${n}` } : { subject: `Taken ${n}`, ownerId: piet.id },
      headers: { 'if-match': `"${kase.version}"` },
    }),
  )
  expect(tally(answers)).toEqual({ 200: 1, '412 version-mismatch': 25, '409 owner-is-final': 24 })
  const after = await service.do('GET', `/v1/cases/${kase.id}`)
  expect(after).toMatchObject({ owner: { id: sanne.id }, version: kase.version + 1 })
  expect(after.subject).toMatch(/^Charged/)
})
