import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { inbound, outbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { callbackRow, changeCase, contactRow, insert, resolutionRow } from '../script.ts'
import { tell } from '../tell.ts'
import { outcomeOf } from './attack.ts'

const service = useService()
const erasure = randomUUID()
const callId = randomUUID()
const number = '+31612349771'
let customer: Answer['body']
let kase: Answer['body']
let beforehand: Answer['body']
beforeAll(async () => {
  const { team, sanne, piet, take } = await setScene(service)
  const as = sanne.id
  const set = async (name: string) => {
    const person = await service.customer({
      teamId: team.id,
      name,
      otherContactPoints: [{ channel: 'letter', address: `${name}straat 1` }],
      references: [{ system: 'crm', externalId: name }],
    })
    await service.do('POST', `/v1/customers/${person.id}/facts`, { body: { text: 'Has a dog.' } })
    const { id } = await take({ customerId: person.id })
    const body = { employeeId: piet.id, question: 'Why twice?' }
    await service.do('POST', `/v1/cases/${id}/consultations`, { as, body })
    await service.do('POST', `/v1/cases/${id}/contacts`, { as, body: { ...inbound, summary: undefined } })
    const end = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
    await service.do('POST', `/v1/cases/${id}/resolve`, { as, body: end })
    return { ...person, kase: { id, owner: sanne } }
  }
  customer = await set('Aerts')
  kase = customer.kase
  beforehand = await set('Bakker')
  await service.do('POST', `/v1/customers/${beforehand.id}/erasure`)
  const said = { direction: 'inbound', from: number, to: '+31201234567', employeeExtension: '205' }
  await service.do('POST', '/v1/calls', {
    body: { callId, event: 'ringing', at: new Date().toISOString(), ...said },
  })
})

const row = () =>
  insert('erasures', {
    ...{ id: erasure, customer_id: customer.id, because: 'request', erased_by_kind: 'system', at: 'now()' },
  })
const told = (type = 'customer.erased', erasureId: string = erasure) =>
  insert('events', {
    ...{ id: 'gen_random_uuid()', type, at: 'now()', customer_id: customer.id, actor_kind: 'system' },
    data: `'${JSON.stringify({ erasureId })}'`,
  })
const known = {
  name: 'null',
  phone: 'null',
  email: 'null',
  language: 'null',
  preferred_windows: 'null',
  time_zone: 'null',
  other_contact_points: `'[]'`,
  erased_at: 'now()',
}
const forget = (but: Readonly<Record<string, string>> = {}) =>
  `update customers set ${Object.entries({ ...known, anonymous: 'true', ...but }).map(([column, value]) => `${column} = ${value}`)}
    where id = '${customer.id}'`
const words = (question = '[erased]') =>
  changeCase(kase.id, `subject = '[erased]', question = '${question}', tags = '{}'`)

const asked = (by = 1) =>
  `update consultations set question = '[erased]', version = version + ${by} where case_id = '${kase.id}'`

/** An erasure by a script, and what is to be done otherwise in it. */
const whole = (otherwise: object = {}) =>
  Object.values({
    row: row(),
    told: told(),
    facts: `delete from customer_facts where customer_id = '${customer.id}'`,
    references: `delete from customer_references where customer_id = '${customer.id}'`,
    words: words(),
    asked: asked(),
    ended: `update resolutions set summary = '[erased]' where case_id = '${kase.id}'`,
    promised: `update callbacks set address = null where case_id = '${kase.id}' and state <> 'open'`,
    heard: `update contacts set summary = '[erased]' where case_id = '${kase.id}' and summary is not null`,
    known: forget(),
    ...otherwise,
  })
const outcome = (...steps: readonly string[]) => outcomeOf(service, 'read committed', steps)

test('a script may erase somebody, as long as it does so wholly', async () => {
  expect(await outcome(...whole())).toBe('nothing')
})

describe('no SQL erases somebody and', () => {
  test.each<[string, () => object]>([
    ['tells of something else', () => ({ told: told('customer.changed') })],
    ['tells of another erasure', () => ({ told: told('customer.erased', randomUUID()) })],
    ['keeps them', () => ({ known: forget({ erased_at: 'null' }) })],
    ['keeps their name', () => ({ known: forget({ name: 'name' }) })],
    ['keeps an address', () => ({ known: forget({ other_contact_points: 'other_contact_points' }) })],
    ['keeps what was worth knowing of them', () => ({ facts: 'select' })],
    ['keeps by which other systems know them', () => ({ references: 'select' })],
    ['keeps what they asked', () => ({ words: words('Why was I charged twice?') })],
  ])('%s', async (_, otherwise) => {
    expect(await outcome(...whole(otherwise()))).toBe('erasures_are_whole')
  })

  test('puts the version of what they were told up by more than the erasure', async () => {
    expect(await outcome(...whole({ asked: asked(2) }))).toBe('consultations_are_final')
  })
})

describe('what an erasure may take out, no SQL', () => {
  test('takes out of the history of whom another transaction erased', async () => {
    const silent = `update contacts set summary = '[erased]' where summary is null and case_id = `
    expect(await outcome(row(), `${silent}'${kase.id}'`)).toBe('erasures_are_whole')
    for (const whoever of [[], whole()])
      expect(await outcome(...whoever, `${silent}'${beforehand.kase.id}'`)).toBe('contacts_are_history')
  })

  test('takes off a promise before it has ended', async () => {
    const [next, contact, resolution] = [randomUUID(), randomUUID(), randomUUID()]
    const told = { contact_id: contact, contact_moment: 'owner-reached' }
    const promise = [
      callbackRow(kase, { id: next, address: '+31612345678' }),
      changeCase(kase.id, `callback_id = '${next}', resolution_id = null, resolved_at = null`),
    ]
    const kept = [
      contactRow(kase, { id: contact }),
      `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'
        where id = '${next}'`,
      resolutionRow(kase, { id: resolution, summary: '[erased]', ...told }),
      changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
      tell,
    ]
    const out = `update callbacks set address = null where id = '${next}'`
    expect(await outcome(...promise, ...kept, ...whole(), out)).toBe('nothing')
    expect(await outcome(...promise, out, ...kept, ...whole())).toBe('callbacks_promise_stands')
  })

  test('takes off a call of nobody while nobody is erased', async () => {
    const out = `update calls set from_number = null where call_id = '${callId}' and case_id is null`
    expect(await outcome(...whole(), out)).toBe('nothing')
    expect(await outcome(out)).toBe('calls_stay_what_they_are')
  })
})
