import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import { type Answer, type Service, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { callbackRow, changeCase, contactRow, insert, refusal } from './script.ts'

const service = useService()
let kase: Answer['body']
let right: Answer['body']
let other: Answer['body']
beforeAll(async () => {
  const { open } = await setScene(service)
  kase = await open()
  right = await service.customer()
  other = await service.customer()
})

const correctionRow = (id: string, row: Readonly<Record<string, string | null>> = {}): string =>
  insert('case_corrections', {
    id,
    case_id: kase.id,
    from_customer_id: kase.customer.id,
    to_customer_id: right.id,
    corrected_by_kind: 'employee',
    corrected_by_id: kase.owner.id,
    at: 'now()',
    ...row,
  })

const told = (correctionId: string, caseId = kase.id): string => `
  insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
  select gen_random_uuid(), 'case.customer-corrected', now(), id, version + 1, 'system', '{"correctionId": "${correctionId}"}'
  from cases where id = '${caseId}'`

const move = (correctionId: string, to: string = right.id, more = ''): string =>
  `update cases set customer_id = '${to}', correction_id = '${correctionId}', version = version + 1${more} where id = '${kase.id}'`

test('no console gives a case another customer without a correction of it that the history knows', async () => {
  const id = randomUUID()
  const isRefused = 'cases_customer_is_corrected'
  expect(await refusal(service, changeCase(kase.id, `customer_id = '${right.id}'`))).toBe(isRefused)
  expect(await refusal(service, changeCase(kase.id, `correction_id = '${id}'`))).toBe(isRefused)
  // The whole of it would pass.
  expect(await refusal(service, told(id), correctionRow(id), move(id))).toBe('nothing')
  expect(
    await refusal(
      service,
      correctionRow(id),
      changeCase(kase.id, `customer_id = '${right.id}', correction_id = '${id}'`),
    ),
  ).toBe(isRefused)
  expect(await refusal(service, told(randomUUID()), correctionRow(id), move(id))).toBe(isRefused)
  expect(await refusal(service, told(id), correctionRow(id), move(id, other.id))).toBe(isRefused)
  expect(await refusal(service, told(id), correctionRow(id, { from_customer_id: other.id }), move(id))).toBe(
    isRefused,
  )
  // It is told of as the case gets its customer, and not ahead of it.
  expect(
    await refusal(
      service,
      told(id),
      correctionRow(id),
      `update cases set version = version + 1 where id = '${kase.id}'`,
      changeCase(kase.id, `customer_id = '${right.id}', correction_id = '${id}'`),
    ),
  ).toBe(isRefused)
  // Nor after it; what else is told of it, says nothing.
  const changed = told(id).replace('customer-corrected', 'moved')
  const after = told(id).replace('version + 1', 'version + 2')
  const next = `update cases set version = version + 1 where id = '${kase.id}'`
  expect(await refusal(service, changed, after, correctionRow(id), next, move(id))).toBe('nothing')
  expect(await refusal(service, changed, after, correctionRow(id), move(id), next)).toBe(isRefused)
  expect(await refusal(service, changed, correctionRow(id), after, next, move(id))).toBe(isRefused)
  // Nor is it left undone, or told of nowhere.
  expect(await refusal(service, correctionRow(id))).toBe(isRefused)
  // A case begins with its first customer.
  expect(
    await refusal(
      service,
      `insert into cases (id, reference, customer_id, correction_id, owner_id, team_id, callback_id, subject, question, origin, channel, opened_by_kind, opened_by_id, assignment_reason, opened_at, version)
       select gen_random_uuid(), '100000009', customer_id, '${id}', owner_id, team_id, callback_id, subject, question, origin, channel, opened_by_kind, opened_by_id, assignment_reason, opened_at, 1 from cases where id = '${kase.id}'`,
    ),
  ).toBe(isRefused)
})

test('a correction is no way around the laws of ownership, and is used once', async () => {
  const id = randomUUID()
  const team = await service.team()
  const mate = await service.employee({ teamId: team.id })
  const isRefused = 'cases_customer_is_corrected'
  expect(
    await refusal(service, told(id), correctionRow(id), move(id, right.id, `, owner_id = '${mate.id}'`)),
  ).toBe('cases_owner_is_final')
  // A resolved case may change its team when it is opened again, and not by the way.
  const { resolved } = await setScene(service)
  const ended = await resolved()
  const ofEnded = (more: string): Promise<string> =>
    refusal(
      service,
      told(id, ended.id),
      correctionRow(id, { case_id: ended.id, from_customer_id: ended.customer.id }),
      `update cases set customer_id = '${right.id}', correction_id = '${id}', version = version + 1${more} where id = '${ended.id}'`,
    )
  expect(await ofEnded('')).toBe('nothing')
  expect(await ofEnded(`, team_id = '${team.id}'`)).toBe(isRefused)
  const back = randomUUID()
  const thereAndBack = [
    told(id),
    correctionRow(id),
    move(id),
    told(back),
    correctionRow(back, { from_customer_id: right.id, to_customer_id: kase.customer.id }),
    move(back, kase.customer.id),
  ]
  // Of each it is looked where the case is when its transaction ends.
  expect(await refusal(service, ...thereAndBack)).toBe(isRefused)
  expect(await refusal(service, ...thereAndBack, told(id), move(id))).toBe('events_tell_of_it_once')
  expect(await refusal(service, ...thereAndBack, told(randomUUID()), move(id))).toBe(isRefused)
})

test('no console takes a detour, by the correction of another case or to whom a correction does not lead', async () => {
  const { take } = await setScene(service)
  const { id: another } = await take()
  const first = randomUUID()
  const grow = `update cases set version = version + 1 where id = '${another}'`
  const ofAnother = { case_id: another, to_customer_id: other.id }
  for (const [corrected, answer] of [
    [[correctionRow(first, { to_customer_id: other.id })], 'nothing'],
    [[correctionRow(first)], 'cases_customer_is_corrected'],
    [[told(first, another), correctionRow(first, ofAnother), grow], 'cases_customer_is_corrected'],
  ] as const)
    expect(await refusal(service, told(first), ...corrected, move(first, other.id))).toBe(answer)
})

test('corrections are history', async () => {
  const id = randomUUID()
  for (const change of [`update case_corrections set reason = 'Else.'`, 'delete from case_corrections']) {
    expect(await refusal(service, told(id), correctionRow(id), move(id), change)).toBe(
      'case_corrections_are_history',
    )
  }
  expect(await refusal(service, 'truncate case_corrections cascade')).toBe('case_corrections_are_history')
  expect(await refusal(service, correctionRow(id, { to_customer_id: kase.customer.id }))).toBe(
    'case_corrections_move',
  )
})

test('of an open promise the address moves in the transaction of a correction, and nothing else of it ever', async () => {
  const id = randomUUID()
  const correction = [told(id), correctionRow(id), move(id)]
  const set = (what: string) => `update callbacks set ${what} where id = '${kase.callback.id}'`
  const address = set(`address = '+31687654321'`)
  expect(await refusal(service, address)).toBe('callbacks_promise_stands')
  expect(await refusal(service, ...correction, address)).toBe('nothing')
  expect(await refusal(service, address, ...correction)).toBe('nothing')
  for (const what of [
    "channel = 'email'",
    "window_until = window_until + interval '1 hour'",
    "made_at = now() - interval '1 hour'",
  ])
    expect(await refusal(service, ...correction, set(what))).toBe('callbacks_promise_stands')

  // What was promised at the address that it had, and is over, was promised there.
  const [next, contact] = [randomUUID(), randomUUID()]
  const replaced = (more: string) => [
    ...correction,
    contactRow(kase, { id: contact }),
    callbackRow(kase, { id: next }),
    changeCase(kase.id, `callback_id = '${next}'`),
    set(`state = 'rescheduled', closed_at = now(), replaced_by = '${next}', reason = 'They asked.',
      contact_id = '${contact}', contact_moment = 'owner-reached'${more}`),
  ]
  expect(await refusal(service, ...replaced(''))).toBe('nothing')
  for (const moved of ["'+31687654321'", 'null'])
    expect(await refusal(service, ...replaced(`, address = ${moved}`))).toBe('callbacks_promise_stands')

  // An earlier correction is no leave for good, nor is that of another case.
  const { sanne, open } = await setScene(service)
  const moved = await open()
  await service.do('POST', `/v1/cases/${moved.id}/customer-correction`, {
    as: sanne.id,
    body: { customerId: right.id },
  })
  const later = `update callbacks set address = '+31687650000' where id = '${moved.callback.id}'`
  expect(await refusal(service, later)).toBe('callbacks_promise_stands')
  expect(await refusal(service, ...correction, later)).toBe('callbacks_promise_stands')
})

test('a correction begins where the case is, also where another one once did', async () => {
  const { open, sanne } = await setScene(service)
  const { id: case_id, customer } = await open()
  for (const { id: customerId } of [right, customer])
    await service.do('POST', `/v1/cases/${case_id}/customer-correction`, {
      as: sanne.id,
      body: { customerId },
    })
  const id = randomUUID()
  const moves = (from_customer_id: string) =>
    refusal(
      service,
      told(id, case_id),
      correctionRow(id, { case_id, from_customer_id }),
      move(id).replace(kase.id, case_id),
    )
  expect(await moves(customer.id)).toBe('nothing')
  expect(await moves(other.id)).toBe('cases_customer_is_corrected')
})

test('a merge does not move what was promised, and its corrections are between its two customers', async () => {
  const [id, mergeId] = [randomUUID(), randomUUID()]

  const merge = [
    mergeRow(mergeId, kase.customer.id, right.id),
    `update customers set merge_id = '${mergeId}' where id = '${kase.customer.id}'`,
  ]
  const correction = [told(id), correctionRow(id, { merge_id: mergeId }), move(id)]
  expect(await refusal(service, ...merge, ...correction)).toBe('nothing')
  expect(
    await refusal(
      service,
      ...merge,
      ...correction,
      `update callbacks set address = null where id = '${kase.callback.id}'`,
    ),
  ).toBe('callbacks_promise_stands')
  // Nor by another merge, beside the one of the two.
  const strange = randomUUID()
  expect(
    await refusal(
      service,
      ...merge,
      mergeRow(strange, other.id, right.id),
      `update customers set merge_id = '${strange}' where id = '${other.id}'`,
      told(id),
      correctionRow(id, { merge_id: strange }),
      move(id),
    ),
  ).toBe('cases_customer_is_corrected')
})

const mergeRow = (
  id: string,
  from: string,
  into: string,
  row: Readonly<Record<string, string | null>> = {},
): string =>
  insert('customer_merges', {
    id,
    customer_id: from,
    into_id: into,
    moved: '{"references": [], "facts": [], "filled": [], "contactPoints": []}',
    merged_by_kind: 'system',
    merged_by_id: randomUUID(),
    merged_at: 'now()',
    ...row,
  })
const point = (id: string, mergeId: string | null): string =>
  `update customers set merge_id = ${mergeId === null ? 'null' : `'${mergeId}'`} where id = '${id}'`

test('nobody is merged away from under a case, and none is opened for who was', async () => {
  const id = randomUUID()
  const merged = [mergeRow(id, kase.customer.id, right.id), point(kase.customer.id, id)]
  expect(await refusal(service, ...merged)).toBe('cases_customer_exists')
  const correction = randomUUID()
  const gone = await service.customer()
  const away = [mergeRow(id, gone.id, other.id), point(gone.id, id)]
  expect(await refusal(service, ...away)).toBe('nothing')
  const toGone = [
    told(correction),
    correctionRow(correction, { to_customer_id: gone.id }),
    move(correction, gone.id),
  ]
  expect(await refusal(service, ...toGone)).toBe('nothing')
  expect(await refusal(service, ...away, ...toGone)).toBe('cases_customer_exists')
})

test('a merge stands exactly as long as its customer says so, once at a time, and leads to somebody', async () => {
  const stands = 'customer_merges_stand_with_their_customer'
  const [id, next] = [randomUUID(), randomUUID()]
  const merged = [mergeRow(id, right.id, other.id), point(right.id, id)]
  expect(await refusal(service, mergeRow(id, right.id, other.id))).toBe(stands)
  expect(await refusal(service, ...merged, point(right.id, null))).toBe(stands)
  expect(await refusal(service, mergeRow(id, right.id, other.id), point(other.id, id))).toBe(stands)
  expect(await refusal(service, point(other.id, randomUUID()))).toBe('customers_merged_by_a_merge')
  expect(await refusal(service, ...merged, mergeRow(next, right.id, other.id))).toBe(
    'customer_merges_stand_once',
  )
  expect(await refusal(service, mergeRow(id, right.id, right.id))).toBe('customer_merges_are_of_two')
  expect(await refusal(service, ...merged, mergeRow(next, other.id, right.id), point(other.id, next))).toBe(
    'customer_merges_lead_to_somebody',
  )
  expect(
    await refusal(
      service,
      `insert into customers (id, name, kind, other_contact_points, team_id, created_at, merge_id)
       select gen_random_uuid(), 'Else', kind, other_contact_points, team_id, now(), '${id}' from customers where id = '${other.id}'`,
    ),
  ).toBe(stands)
})

test('a merge is history; it can be reversed once, within thirty days', async () => {
  const id = randomUUID()
  const merged = [mergeRow(id, right.id, other.id), point(right.id, id)]
  const reverse = (at: string) => `update customer_merges set reversed_at = ${at} where id = '${id}'`
  expect(await refusal(service, ...merged, reverse('now()'), point(right.id, null))).toBe('nothing')
  expect(await refusal(service, ...merged, reverse('now()'))).toBe(
    'customer_merges_stand_with_their_customer',
  )
  for (const at of [`now() + interval '31 days'`, `now() - interval '1 day'`])
    expect(await refusal(service, ...merged, reverse(at))).toBe('customer_merges_are_reversed_in_time')
  for (const change of [
    `update customer_merges set into_id = '${kase.customer.id}' where id = '${id}'`,
    `update customer_merges set moved = '{"cases": []}' where id = '${id}'`,
    `delete from customer_merges where id = '${id}'`,
  ])
    expect(await refusal(service, ...merged, change)).toBe('customer_merges_are_history')
  expect(await refusal(service, 'truncate customer_merges cascade')).toBe('customer_merges_are_history')
  expect(await refusal(service, ...merged, reverse('now()'), reverse('null'))).toBe(
    'customer_merges_are_history',
  )
})

test('two merges into each other at once leave one of them', async () => {
  const [a, b] = [await service.customer(), await service.customer()]
  const beside = await startService(service)
  const run = async ({ sql }: Service, from: string, into: string): Promise<string> => {
    const id = randomUUID()
    try {
      await sql.query('begin')
      await sql.query(mergeRow(id, from, into))
      await sql.query(point(from, id))
      await sql.query('commit')
      return 'done'
    } catch {
      await sql.query('rollback')
      return 'refused'
    }
  }
  const outcomes = await Promise.all([run(service, a.id, b.id), run(beside, b.id, a.id)])
  expect(outcomes.sort()).toEqual(['done', 'refused'])
  await beside.stop()
})
