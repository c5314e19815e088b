import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { changeCase, contactRow, insert, refusal } from './script.ts'

const service = useService()
const beside = useInstance(service)

const event = (caseId: string | null, sequence: number | null, row: Record<string, string | null> = {}) =>
  insert('events', {
    id: randomUUID(),
    type: sequence === 1 ? 'case.opened' : 'case.moved',
    at: 'now()',
    case_id: caseId,
    case_sequence: sequence === null ? null : String(sequence),
    actor_kind: 'system',
    data: '{}',
    ...row,
  })

describe('no SQL changes what happened', () => {
  test.each([
    `type = 'case.resolved'`,
    `at = at - '1 day'::interval`,
    `data = '{}'`,
    'case_id = null, case_sequence = null',
    'case_sequence = case_sequence + 1000',
    'customer_id = null',
    `actor_kind = 'employee'`,
    'actor_id = gen_random_uuid()',
    'on_behalf_of = null',
    'id = gen_random_uuid()',
    'tx = pg_current_xact_id()',
    'tx = null',
  ])('%s', async (set) => {
    const { take } = await setScene(service)
    const { id } = await take()
    await service.do('GET', '/v1/events?limit=1')
    expect(
      await refusal(service, `update events set ${set} where case_id = '${id}' and case_sequence = 2`),
    ).toBe('events_are_final')
  })

  test('not even before it is in the feed', async () => {
    expect(
      await refusal(
        service,
        event(null, null, { type: 'customer.changed' }),
        `update events set data = '{"else": true}' where id not in (select event_id from feed)`,
      ),
    ).toBe('events_are_final')
  })

  test.each([
    ['another place', 'update feed set position = position + 1000 where event_id = $1'],
    ['none', 'delete from feed where event_id = $1'],
    ['a second one', 'insert into feed (event_id) values ($1)'],
    ['another hash', `update feed set hash = sha256('') where event_id = $1`],
    ['another link', `update feed set chain = sha256('') where event_id = $1`],
    ['to somebody else', 'update feed set event_id = gen_random_uuid() where event_id = $1'],
  ])('what has its place in the feed gets %s', async (_, statement) => {
    const { take } = await setScene(service)
    const { id } = await take()
    const { data } = await service.do('GET', `/v1/events?caseId=${id}`)
    const told = refusal(service, statement.replace('$1', `'${data[0].id}'`))
    expect(await told).toMatch(/^feed_is_final$|^feed_has_an_event_once$/)
  })

  test('the place of an event is the next one, whatever a script asks for, and its hashes are its own', async () => {
    await service.do('GET', '/v1/events?limit=1')
    const id = randomUUID()
    await service.sql.query('begin')
    try {
      await service.sql.query(event(null, null, { id, type: 'customer.changed' }))
      const { rows } = await service.sql.query(
        `insert into feed (position, event_id, hash, chain) values (9223372036854775807, $1, sha256(''), sha256(''))
         returning (position - (select max(position) from feed))::int as further, hash = sha256('') as hash, chain = sha256('') as chain`,
        [id],
      )
      expect(rows).toEqual([{ further: 1, hash: false, chain: false }])
    } finally {
      await service.sql.query('rollback')
    }
  })

  test('only an event has a place, and none before the one that it follows in its case', async () => {
    const { take } = await setScene(service)
    expect(await refusal(service, `insert into feed (event_id) values (gen_random_uuid())`)).toBe(
      'feed_is_of_events',
    )
    const { id, version } = await take()
    await service.do('GET', '/v1/events?limit=1')
    const [fourth, fifth] = [randomUUID(), randomUUID()]
    const told = refusal(
      service,
      event(id, version + 1, { id: fourth }),
      event(id, version + 2, { id: fifth }),
      `insert into feed (event_id) values ('${fifth}')`,
    )
    expect(await told).toBe('feed_keeps_the_order_of_a_case')
  })

  test.each([
    ['delete from feed_head', 'feed_is_final'],
    ['truncate feed_head', 'feed_is_final'],
    ['truncate feed', 'feed_is_final'],
    [`insert into feed_head (until, waiting, writer) values ('3', '{}', '3')`, 'feed_head_pkey'],
  ])('what the feed knows of itself stays: %s', async (statement, constraint) => {
    expect(await refusal(service, statement)).toBe(constraint)
  })

  test('by deleting, sweeping or placing it', async () => {
    const { take } = await setScene(service)
    const { id } = await take()
    expect(await refusal(service, `delete from events where case_id = '${id}'`)).toBe('events_are_final')
    expect(await refusal(service, 'delete from events where case_id is null')).toBe('events_are_final')
    expect(await refusal(service, 'truncate events cascade')).toMatch(/_final$|_stay$|_history$|_stands$/)
    expect(await refusal(service, event(null, null, { position: '1000000' }))).toBe('events_are_final')
  })
})

describe('no SQL breaks the numbering', () => {
  test.each<[string, (version: number) => number | null, string]>([
    ['with a gap', (version) => version + 2, 'events_without_a_gap'],
    ['far ahead', () => 2_000_000_000, 'events_without_a_gap'],
    ['by the same number twice', (version) => version, 'events_sequence_is_taken'],
    ['by a second beginning', () => 1, 'events_sequence_is_taken'],
    ['at zero', () => 0, 'events_of_a_case_are_numbered'],
    ['below zero', () => -1, 'events_of_a_case_are_numbered'],
    ['without a number', () => null, 'events_of_a_case_are_numbered'],
    ['ahead of its case', (version) => version + 1, 'cases_change_is_in_the_history'],
  ])('%s', async (_, sequence, constraint) => {
    const { take } = await setScene(service)
    const { id, version } = await take()
    expect(await refusal(service, event(id, sequence(version)))).toBe(constraint)
  })

  test('of no case, or of a case that does not exist', async () => {
    expect(await refusal(service, event(null, 1))).toBe('events_of_a_case_are_numbered')
    expect(await refusal(service, event(randomUUID(), 1))).toBe('events_case_exists')
  })
})

describe('no SQL changes a case behind the back of its history', () => {
  test.each([
    [`subject = 'Else'`, 'cases_change_is_in_the_history'],
    ['chases = chases + 1', 'cases_change_is_in_the_history'],
    ['subject = subject', 'cases_change_is_in_the_history'],
    [`subject = 'Else', version = version + 1`, 'cases_change_is_in_the_history'],
    [`subject = 'Else', version = version + 100`, 'cases_change_is_in_the_history'],
    [`subject = 'Else', version = version - 1`, 'cases_change_is_in_the_history'],
    [`subject = 'Else', version = 1`, 'cases_change_is_in_the_history'],
  ])('%s', async (set, constraint) => {
    const { take } = await setScene(service)
    const { id } = await take()
    expect(await refusal(service, `update cases set ${set} where id = '${id}'`)).toBe(constraint)
  })

  test('nor by what the history told before, tells later, or tells of something else', async () => {
    const { take, resolved, sanne, piet } = await setScene(service)
    const [open, ended] = [await take(), await resolved()]
    const { id: easy } = await service.team()
    for (const { id } of [open, ended])
      await service.do('PATCH', `/v1/cases/${id}`, {
        as: sanne.id,
        body: { subject: 'So' },
        headers: { 'if-match': '*' },
      })
    const body = outbound
    const { id: contactId } = await service.do('POST', `/v1/cases/${open.id}/contacts`, {
      as: sanne.id,
      body,
    })
    await service.do('POST', `/v1/cases/${open.id}/contacts`, { body: inbound })
    const heard = randomUUID()
    const grow = (id: string, events: number, set = '') =>
      `update cases set ${set}version = version + ${events} where id = '${id}'`
    for (const [{ id }, set, type, data] of [
      [open, `subject = 'Else', `, 'case.changed'],
      [open, `faces = faces || '{${piet.id}}', `, 'contact.recorded', { contactId: heard }],
      [open, 'chases = chases + 1, ', 'case.chased', { contactId }],
      [open, 'chases = chases - 1, ', 'contact.completed', { contactId, noChase: true }],
      [ended, `tags = '{else}', `, 'case.changed'],
      // Which no event tells of, since a case changes its team as it is opened again.
      [ended, `team_id = '${easy}', `, 'case.changed'],
    ] as const) {
      const tell = (sequence: number, told: string, of: object = {}) =>
        event(id, sequence, { type: told, data: JSON.stringify(of) })
      const { version } = await service.do('GET', `/v1/cases/${id}`)
      const other = tell(version + 1, 'case.moved')
      const [spoken, right] = [contactRow(open, { id: heard }), tell(version + 2, type, data)]
      const untold = 'cases_change_is_in_the_history'
      const outcomes = {
        nothing: [spoken, other, right, grow(id, 2, set)],
        later: [spoken, other, right, grow(id, 1, set), grow(id, 1)],
        else: [spoken, other, grow(id, 1, set)],
      }
      for (const [when, steps] of Object.entries(outcomes))
        expect([set, when, await refusal(service, ...steps)]).toEqual([
          set,
          when,
          when === 'nothing' && !set.startsWith('team_id') ? 'nothing' : untold,
        ])
    }
    // Nor is a chase taken back by a call that was answered by somebody else.
    const { version } = await service.do('GET', `/v1/cases/${open.id}`)
    const answered = event(open.id, version + 1, {
      type: 'contact.completed',
      data: JSON.stringify({ contactId }),
    })
    expect(await refusal(service, answered, grow(open.id, 1))).toBe('nothing')
    expect(await refusal(service, answered, grow(open.id, 1, 'chases = chases - 1, '))).toBe(
      'cases_change_is_in_the_history',
    )
  })

  test.each([
    `reference = '100000009'`,
    `opened_at = opened_at - '1 day'::interval`,
    `opened_by_kind = 'system'`,
    'opened_by_id = gen_random_uuid()',
    `origin = 'recovery'`,
    'id = gen_random_uuid()',
  ])('nor how it was opened, history or not: %s', async (set) => {
    const { take } = await setScene(service)
    const { id } = await take()
    expect(await refusal(service, 'set constraints all deferred', changeCase(id, set))).toBe(
      'cases_opening_is_history',
    )
  })
})

test('fifty at once of every kind: each that succeeded is in the history, which has no gap, and so has the feed', async () => {
  const { take, sanne, piet, customer } = await setScene(service)
  const kase = await take()
  const url = `/v1/cases/${kase.id}`
  const answers = await atOnce([service, beside], (to, n): Promise<Answer> => {
    switch (n % 6) {
      case 0:
        return to.call('POST', `${url}/notes`, { as: piet.id, body: { text: `Note ${n}` } })
      case 1:
        return to.call('POST', `${url}/contacts`, { as: piet.id, body: inbound })
      case 2:
        return to.call('POST', `${url}/contacts`, { as: sanne.id, body: outbound })
      case 3:
        return to.call('PATCH', url, {
          as: sanne.id,
          body: { tags: [`t${n}`] },
          headers: { 'if-match': '*' },
        })
      case 4:
        return to.call('GET', '/v1/events?limit=200')
      default:
        return to.call('POST', '/v1/cases', {
          as: sanne.id,
          body: { customerId: customer.id, question: `Why ${n}?` },
        })
    }
  })
  expect(Object.keys(tally(answers)).sort()).toEqual(['200', '201'])
  const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&limit=200`)
  expect(data.map(({ caseSequence }: { caseSequence: number }) => caseSequence)).toEqual(
    data.map((_: unknown, n: number) => n + 1),
  )
  const told = new Set(
    data.map(({ data }: { data: { noteId?: string; contactId?: string } }) => data.noteId ?? data.contactId),
  )
  for (const { body } of answers.filter((_, n) => n % 6 < 3)) expect(told).toContain(body.id)
  expect(data.filter(({ type }: { type: string }) => type === 'case.changed')).toHaveLength(8)
})

test('each event says who did it, and for whom', async () => {
  const { take, sanne } = await setScene(service)
  const { id } = await take()
  const key = await service.key('cases:write')
  await service.do('POST', `/v1/cases/${id}/contacts`, { key, body: inbound })
  const { data } = await service.do('GET', `/v1/events?caseId=${id}`)
  const [opened] = data
  expect(opened.actor).toMatchObject({ kind: 'system', onBehalfOf: sanne.id })
  const chased = data.at(-1)
  expect(chased).toMatchObject({ type: 'case.chased', actor: { kind: 'system' } })
  expect(chased.actor.onBehalfOf).toBeUndefined()
  expect(chased.actor.id).not.toBe(opened.actor.id)
})
