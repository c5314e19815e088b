import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { hideCase } from '../../support/hidden-case.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { outbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { asBefore, changeCase, contactRow, insert } from '../script.ts'
import { successionRow } from '../succession-script.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** Of whom something is on record everywhere: what an erasure would leave of them. */
const service = useService()
let [customer, twin, kase, promised, gone, silent, outreach]: Answer['body'][] = []
beforeAll(async () => {
  await service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } })
  const { sanne, team, ...scene } = await setScene(service)
  await scene.take()
  promised = scene.customer
  const hidden = await hideCase({ service, owner: sanne, teamId: team.id })
  ;[customer, kase] = [{ id: hidden.customerId }, { id: hidden.id, owner: sanne }]
  const as = sanne.id
  const why = { title: 'Meters', reason: 'They counted too much.', valueToCustomer: 'They get it back.' }
  const customers = [{ customerId: customer.id, decision: 'letSleep', why: 'Moved away.' }]
  outreach = await service.do('POST', '/v1/outreaches', { as, body: { ...why, customers } })
  twin = await service.customer({ teamId: team.id, name: 'Twin' })
  await service.do('POST', `/v1/customers/${twin.id}/merge-into`, { body: { customerId: customer.id } })
  const wrong = await service.customer({ teamId: team.id })
  for (const { id: customerId } of [wrong, customer])
    await service.do('POST', `/v1/cases/${kase.id}/customer-correction`, {
      as,
      body: { customerId, reason: 'Another one.' },
    })
  const end = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
  await service.do('POST', `/v1/cases/${kase.id}/resolve`, { as, body: end })
  gone = await service.customer({ teamId: team.id })
  silent = await scene.take({ customerId: gone.id })
  await service.do('POST', `/v1/cases/${silent.id}/resolve`, { as, body: end })
  await service.do('POST', `/v1/customers/${gone.id}/erasure`)
  // The token of its survey is one that a test knows.
  await service.sql.query(`set session_replication_role = replica;
    update surveys set lock = sha256('\\x00') where case_id = '${silent.id}';
    set session_replication_role = origin`)
  await letTimeBe(service.sql)
})

const erasure = randomUUID()
const erase = (of: Answer['body']) =>
  `select erase_customer('${erasure}', '${of.id}', 'request', 'system', gen_random_uuid(), now())`
const told = (of: Answer['body']) =>
  insert('events', {
    ...{ id: 'gen_random_uuid()', type: 'customer.erased', at: 'now()', customer_id: of.id },
    ...{ actor_kind: 'system', data: `'${JSON.stringify({ erasureId: erasure })}'` },
  })
const words = (of = kase) => changeCase(of.id, `subject = '[erased]', question = '[erased]', tags = '{}'`)
const whole = () => [erase(customer), told(customer), told(twin), words()]
const outcome = (...steps: readonly string[]) => outcomeOf(service, 'read committed', steps)
const knows = (list: string, one: string) =>
  `'{"references": [], "facts": [], "filled": [], "contactPoints": []}'::jsonb || '{"${list}": [${one}]}'`

test('a script may erase somebody of whom something is everywhere, and who was merged into them', async () => {
  expect(await outcome(...whole())).toBe('nothing')
})

/** What is written back while no trigger looks, so that it is the erasure that is asked whether it left this. */
interface Left {
  readonly as?: string
  readonly where?: string
}

describe('an erasure leaves nothing', () => {
  const places: readonly (readonly [table: string, column: string, left?: Left])[] = [
    ['contacts', 'summary'],
    ['notes', 'text'],
    ['callbacks', 'address'],
    ['callbacks', 'reason'],
    ['callback_attempts', 'summary'],
    ['resolutions', 'summary'],
    ['consultations', 'question'],
    ['consultations', 'answer', { where: `state = 'answered'` }],
    ['consultations', 'reason', { where: `state = 'declined'` }],
    ['successions', 'reason'],
    ['case_corrections', 'reason'],
    ['deviations', 'benefit'],
    ['deviations', 'reason'],
    ['gestures', 'reason'],
    ['gestures', 'withdrawn_because', { where: `state = 'withdrawn'` }],
    ['asks', 'wish'],
    ['asks', 'reason'],
    ['asks', 'answer_reason'],
    ['asks', 'alternative'],
    ['surveys', 'comment'],
    ['calls', 'from_number'],
    // Of no case, and of one that was another customer's when the call was.
    ['calls', 'from_number', { as: `'+31612345678', contact_id = null, case_id = null` }],
    ['calls', 'from_number', { as: `'+31612345678', customer_id = gen_random_uuid()` }],
    ['outreach_customers', 'why'],
    ['customer_merges', 'moved', { as: knows('references', '{"system": "crm", "externalId": "C-12"}') }],
    ['customer_merges', 'moved', { as: knows('contactPoints', '{"channel": "chat", "address": "C-12"}') }],
    ['customers', 'name'],
    ['customers', 'erased_at', { as: 'null, anonymous = true' }],
    ['cases', 'tags', { as: `'{meters}'` }],
    ['case_words', 'words', { as: `words || 'dog'::tsvector` }],
  ]
  const each = places.map(([table, column, left = {}]) => [table, column, left] as const)
  test.each(each)('in %s.%s', async (table, column, { as = `'Has a dog.'`, where = 'true' }) => {
    const key = {
      cases: 'id',
      customers: 'id',
      customer_merges: 'customer_id',
      outreach_customers: 'customer_id',
    }[table]
    const of = [kase.id, customer.id, twin.id].map((id) => `'${id}'`)
    const { rows } = await service.sql.query(
      `select from ${table} where ${key ?? 'case_id'} in (${of}) and ${where}`,
    )
    expect(rows).not.toEqual([])
    const leaves = asBefore(
      `update ${table} set ${column} = ${as} where ${key ?? 'case_id'} in (${of}) and ${where}`,
    )
    expect(await outcome(...whole(), ...leaves)).toBe('erasures_are_whole')
  })

  test('of facts about whoever was merged into them, or the names that other systems have for them', async () => {
    for (const row of [
      insert('customer_facts', {
        ...{ id: 'gen_random_uuid()', customer_id: twin.id, text: 'Has a dog.', recorded_at: 'now()' },
        ...{ recorded_by_kind: 'system', recorded_by_id: 'gen_random_uuid()' },
      }),
      insert('customer_references', { system: 'crm', external_id: 'C-12', customer_id: twin.id }),
    ])
      expect(await outcome(...whole(), ...asBefore(row))).toBe('erasures_are_whole')
  })

  test('untold of whoever was merged into them', async () => {
    expect(await outcome(erase(customer), told(customer), words())).toBe('erasures_are_whole')
  })
})

test('an erasure takes words alone, and not who spoke', async () => {
  const who = `update contacts set employee_id = null, spoken_for = null where case_id = '${kase.id}'`
  expect(await outcome(...whole(), who)).toBe('contacts_are_history')
})

test('of an erasure nothing else tells', async () => {
  const another = told(customer).replace(erasure, randomUUID())
  expect(await outcome(...whole(), another)).toBe('events_tell_of_what_is_there')
  expect(await outcome(...whole(), told(promised))).toBe('events_tell_of_what_is_there')
})

test('what an erasure changes is told of as its own, or as what it is', async () => {
  const topic = (data: object) =>
    words().replace(`'{}'`, `'${JSON.stringify({ fields: ['topic'], ...data })}'`)
  const changed = (data: object) => outcome(...whole().slice(0, -1), topic(data))
  expect(await changed({ erasureId: erasure })).toBe('nothing')
  expect(await changed({})).toBe('cases_change_is_in_the_history')
})

test('an erasure sees what others have learned while it waited, and so is none that looks at what was before', async () => {
  expect(await outcomeOf(service, 'repeatable read', whole())).toBe('erasures_see_what_is_so')
  expect(await outcomeOf(service, 'serializable', whole())).toBe('erasures_see_what_is_so')
})

const danger = { cause: 'safety', departure_of: null, reason: 'Has a dog.' }
test('an erasure leaves no word where the number was', async () => {
  const { take, customer: plain } = await setScene(service)
  const ended = await take()
  const end = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
  await service.do('POST', `/v1/cases/${ended.id}/resolve`, { as: ended.owner.id, body: end })
  const all = [erase(plain), told(plain), words(ended)]
  expect(await outcome(...all)).toBe('nothing')
  const word = `update callbacks set address = '[erased]' where case_id = '${ended.id}'`
  expect(await outcome(...all, word)).toBe('callbacks_promise_stands')
})

test('an erasure is told of in the history of a case without words too, and by nothing else', async () => {
  const { take, customer: plain } = await setScene(service)
  const ended = await take({ subject: '[erased]', question: '[erased]' })
  const end = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
  await service.do('POST', `/v1/cases/${ended.id}/resolve`, { as: ended.owner.id, body: end })
  const tells = (data: object) =>
    `with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
        select gen_random_uuid(), 'case.changed', now(), id, version + 1, 'system', '${JSON.stringify(data)}'
        from cases where id = '${ended.id}')
      update cases set version = version + 1 where id = '${ended.id}'`
  const fields = ['subject', 'question']
  const all = [erase(plain), told(plain)]
  expect(await outcome(...all, tells({ fields, erasureId: erasure }))).toBe('nothing')
  expect(await outcome(...all, tells({ fields }))).toBe('events_tell_of_what_is_there')
  expect(await outcome(tells({ fields, erasureId: erasure }))).toBe('events_tell_of_what_is_there')
})

tryAll(service, [
  {
    name: 'erases somebody without an erasure, who is promised something',
    steps: () => [
      `update customers set erased_at = now(), name = null, phone = null where id = '${promised.id}'`,
    ],
    refused: 'erasures_are_whole',
  },
  {
    name: 'records what they said as if the case were opened by it',
    steps: () => [contactRow(silent, { direction: 'inbound', opening: 'true', summary: 'Has a dog.' })],
    refused: 'customers_erased_are_gone',
  },
  {
    name: 'learns by whom they were called',
    steps: () => [
      `insert into calls (id, call_id, direction, from_number, at, rang, customer_id)
        values (gen_random_uuid(), 'late', 'inbound', '+31612345678', now(), true, '${gone.id}')`,
    ],
    refused: 'customers_erased_are_gone',
  },
  {
    name: 'finds out whose call it was',
    steps: () => [
      `insert into calls (id, call_id, direction, from_number, at, rang)
        values (gen_random_uuid(), 'late', 'inbound', '+31612345678', now(), true)`,
      `update calls set customer_id = '${gone.id}' where call_id = 'late'`,
    ],
    refused: 'customers_erased_are_gone',
  },
  {
    name: 'reports that they were dangerous',
    steps: () => [
      successionRow(silent, silent.owner.id, { ...danger, to_owner_id: null, completed_at: null }),
    ],
    refused: 'customers_erased_are_gone',
  },
  {
    name: 'says why they are let sleep',
    steps: () => [
      insert('outreach_customers', {
        ...{ outreach_id: outreach.id, customer_id: gone.id, decision: 'letSleep', state: 'asleep' },
        ...{ why: 'Moved away.', next_at: 'now()', settled_at: 'now()' },
      }),
    ],
    refused: 'customers_erased_are_gone',
  },
  {
    name: 'hears how they were helped',
    steps: () => [
      `update surveys set shown = '\\x00', score = 5, answered_at = now(), comment = 'Has a dog.', version = version + 1
        where case_id = '${silent.id}'`,
    ],
    refused: 'customers_erased_are_gone',
  },
  {
    name: 'hears nothing but how well they were helped',
    steps: () => [
      `update surveys set shown = '\\x00', score = 5, answered_at = now(), version = version + 1
        where case_id = '${silent.id}'`,
    ],
    refused: /^nothing$/,
  },
  {
    name: 'merges somebody into them',
    steps: () => [
      insert('customer_merges', {
        ...{ id: 'gen_random_uuid()', customer_id: twin.id, into_id: gone.id, moved: `'{}'::jsonb` },
        ...{ merged_by_kind: 'system', merged_by_id: 'gen_random_uuid()', merged_at: 'now()' },
      }),
    ],
    refused: 'customers_erased_are_gone',
  },
])
