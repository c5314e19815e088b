import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { callbackRow, contactRow, insert } from '../script.ts'
import { tell } from '../tell.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** What an owner would not hear, what would be the last of its kind, and what goes by another name from now on. */
const service = useService()
let [kase, ended, person, right, piet, home, away]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ piet, customer: person, team: home } = scene)
  ;[kase, ended, away] = [await scene.take(), await scene.resolved(), await service.team()]
  right = await service.customer({ teamId: home.id })
  await service.do('GET', '/v1/events/checkpoints')
  await letTimeBe(service.sql)
})

const [id, before] = [randomUUID(), randomUUID()]
const told = `now()::timestamptz(3)`
const rule = (row: Readonly<Record<string, string>>) =>
  insert('rules', {
    ...{ id, code: 'no-cash', title: 'No cash.', kind: 'house', owner_id: piet.id, text_number: '1' },
    ...{ burdened: '0.5', review_on: '2099-01-01', review_from: '2098-12-31T23:00:00Z' },
    ...{ review_until: '2099-01-01T23:00:00Z', created_at: 'now()', changed_at: 'now()', ...row },
  })
const idea = (row: Readonly<Record<string, string>>) =>
  insert('ideas', {
    ...{ id, title: 'Fewer forms', body: 'Nobody reads them.', anonymous: 'true', created_at: 'now()' },
    ...{ answer_by: `now() + '9 days'::interval`, ...row },
  })
const correction = () =>
  insert('case_corrections', {
    ...{ id, case_id: kase.id, from_customer_id: person.id, to_customer_id: right.id, reason: 'Wrong one.' },
    ...{ corrected_by_kind: 'system', corrected_by_id: randomUUID(), at: 'now()' },
  })
/** A contact in which the customer reached a colleague of the owner. */
const heard = (row: Readonly<Record<string, string | null>> = {}) =>
  contactRow(kase, { id, direction: 'inbound', employee_id: piet.id, spoken_for: null, ...row })
const promisedAt = () => `(select made_at from callbacks where id = '${kase.callback.id}')::timestamptz`
const inCase = (type: string, data: object, set = '') => `
  with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), '${type}', now(), id, version + 1, 'system', '${JSON.stringify(data)}'
    from cases where id = '${kase.id}')
  update cases set ${set}version = version + 1 where id = '${kase.id}'`
const chased = (contactId = id) => inCase('case.chased', { contactId }, 'chases = chases + 1, ')

tryAll(service, [
  ...['reminded_at', 'overdue_told_at'].map((column) => ({
    name: `promises what was told ahead, by ${column}`,
    steps: () => [callbackRow(ended, { [column]: told })],
    refused: 'callbacks_promise_stands',
  })),
  {
    name: 'makes a rule whose review nobody hears of',
    steps: () => [rule({ due_told_at: told })],
    refused: 'rules_are_renewed_by_a_review',
  },
  ...[{ overdue_told_at: told }, { result: 'Nothing.' }].map((row) => ({
    name: `has an idea that is told of ahead, by ${Object.keys(row)}`,
    steps: () => [idea(row)],
    refused: 'ideas_decisions_stand',
  })),
  {
    name: 'has an idea that is declined',
    steps: () => [
      idea({ decision: 'declined', reason: 'No.', answered_by_id: piet.id, answered_at: 'now()' }),
    ],
    refused: 'ideas_decisions_stand',
  },
  {
    name: 'signs the last head that there will be',
    steps: () => [
      `insert into checkpoints (position, chain, at, kid, statement)
        select position, chain, '2199-01-01Z', (select kid from signing_keys limit 1), 'nothing' from feed
        where position not in (select position from checkpoints) limit 1`,
    ],
    refused: 'checkpoints_are_of_now',
  },
  {
    name: 'makes the last key of the addresses that customers have',
    steps: () => [`insert into link_keys values ('${id}', sha256('x'), '2199-01-01Z')`],
    refused: 'link_keys_are_of_now',
  },
  {
    name: 'calls a customer otherwise',
    steps: () => [`update customers set id = '${id}' where id = '${right.id}'`],
    refused: 'customers_stay',
  },
  {
    name: 'takes from a team what it agreed on',
    steps: () => [`update agreements set team_id = '${id}' where team_id = '${away.id}'`],
    refused: 'agreements_stay',
  },
  {
    name: 'corrects a case that stays where it is',
    steps: () => [inCase('case.customer-corrected', { correctionId: id }), correction()],
    refused: 'cases_customer_is_corrected',
  },
  {
    name: 'keeps from the owner that the customer asked again',
    steps: () => [heard(), inCase('contact.recorded', { contactId: id })],
    refused: 'contacts_chase_the_promise',
  },
  {
    name: 'keeps from the owner that they asked once more',
    steps: () => [
      heard({ id: before }),
      inCase('contact.recorded', { contactId: before }),
      chased(before),
      heard(),
      inCase('contact.recorded', { contactId: id }),
    ],
    refused: 'contacts_chase_the_promise',
  },
  {
    name: 'keeps from the owner that they asked again as soon as it was promised',
    steps: () => [
      heard({ at: promisedAt(), recorded_at: 'now()' }),
      inCase('contact.recorded', { contactId: id }),
    ],
    refused: 'contacts_chase_the_promise',
  },
])

test('the owner hears that the customer asked again, and of nothing else', async () => {
  const outcome = (...steps: readonly string[]) => outcomeOf(service, 'read committed', steps)
  expect(await outcome(heard(), inCase('contact.recorded', { contactId: id }), chased())).toBe('nothing')
  expect(await outcome(heard({ thanks: 'true' }), tell)).toBe('nothing')
  expect(await outcome(heard({ at: `now() - '1 hour'::interval`, recorded_at: 'now()' }), tell)).toBe(
    'nothing',
  )
  expect(await outcome(heard({ employee_id: kase.owner.id, spoken_for: kase.owner.id }), tell)).toBe(
    'nothing',
  )
  expect(await outcome(heard({ case_id: ended.id }), tell)).toBe('nothing')
})
