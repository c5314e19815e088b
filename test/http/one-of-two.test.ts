import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { outbound, type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
let coach: { readonly id: string }
beforeAll(async () => {
  scene = await setScene(service)
  coach = await service.employee({ teamId: null, role: 'coach' })
})

const id = randomUUID()
const window = { from: '2040-11-09T07:00:00Z' }
const answered = { outcome: 'answered', summary: 'Paid back.' }
const told = { contact: outbound, contactId: id }

/** Requests that say one thing by two fields, and where these stand. */
const twice: readonly [string, string, object, readonly [string, string], string?][] = [
  [
    'a customer',
    '/v1/cases',
    { customer: { name: 'Jan' }, customerId: id, question: 'Why?' },
    ['customerId', 'customer'],
  ],
  ['a contact that told', '/v1/cases/{case}/resolve', { ...answered, ...told }, ['contact', 'contactId']],
  [
    'a contact that told',
    '/v1/callbacks/{callback}/reschedule',
    { reason: 'So.', ...told },
    ['contact', 'contactId'],
  ],
  [
    'an end',
    '/v1/employees/{sanne}/absences',
    { until: '2040-11-10T07:00:00Z', untilDate: '2040-11-10' },
    ['until', 'untilDate'],
  ],
  [
    'who is asked',
    '/v1/cases/{case}/consultations',
    { question: 'Why?', employeeId: id, topic: 'invoice' },
    ['employeeId', 'topic'],
  ],
  [
    'what follows',
    '/v1/callbacks/{callback}/attempts',
    { outcome: 'reached', then: { resolve: answered, callback: window } },
    ['callback', 'resolve'],
    '/then',
  ],
]

test.each(twice)('%s is named once: %s', async (_, address, body, [first, second], way = '') => {
  const kase = await scene.take()
  const url = address
    .replace('{case}', kase.id)
    .replace('{callback}', kase.callback.id)
    .replace('{sanne}', scene.sanne.id)
  const { status, body: refusal } = await service.call('POST', url, { as: scene.sanne.id, body })
  expect([status, refusal.code]).toEqual([400, 'validation-failed'])
  const besides = (other: string) => `has no place beside \`${other}\`: give one of the two`
  expect(refusal.errors.slice(0, 2)).toEqual([
    { pointer: `#${way}/${first}`, message: besides(second) },
    { pointer: `#${way}/${second}`, message: besides(first) },
  ])
})

test('a customer of an outreach is named once, and is named', async () => {
  const customers = [{ customerId: scene.customer.id, reference: { system: 'crm', externalId: '1' } }, {}]
  const said = { title: 'Meters', reason: 'They stand still.', valueToCustomer: 'A bill that is right.' }
  const { status, body } = await service.call('POST', '/v1/outreaches', {
    as: coach.id,
    body: { ...said, customers },
  })
  expect([status, body.errors]).toEqual([
    422,
    [
      {
        pointer: '#/customers/0/reference',
        message: 'has no place beside `customerId`: give one of the two',
      },
      { pointer: '#/customers/1', message: 'must have a `customerId` or a `reference`' },
    ],
  ])
})
