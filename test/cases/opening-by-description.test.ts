import { randomInt, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

type Found = Answer['body']

const service = useService()
const beside = useInstance(service)
let form: string
beforeAll(async () => {
  const { id: teamId } = await service.team({ agreements: { callbacksPerHour: 60 } })
  for (const name of ['Sanne', 'Piet', 'Fatima']) await service.employee({ teamId, name })
  form = await service.key('cases:write')
})

const send = (customer: object, more: object = {}, to = service): Promise<Answer> =>
  to.call('POST', '/v1/cases', { key: form, body: { customer, question: 'Where is it?', ...more } })
const open = async (customer: object, more: object = {}): Promise<Found> => {
  const { status, body, text } = await send(customer, more)
  expect([status, text]).toEqual([201, text])
  return body
}
const newPhone = () => `+31612${String(randomInt(1e6)).padStart(6, '0')}`
const newEmail = () => `a${randomUUID()}@example.org`
const newReference = () => ({ system: 'crm', externalId: randomUUID() })
const make = (fields: object): Promise<Found> =>
  service.do('POST', '/v1/customers', { body: { name: 'Els Web', ...fields } })
const show = ({ id }: Found): Promise<Found> => service.do('GET', `/v1/customers/${id}`)

describe('a customer who is described in a question is found before they are made', () => {
  const [phone, email, reference] = [newPhone(), newEmail(), newReference()]
  const withPoints = (point: object) => ({ otherContactPoints: [point] })
  const cases: [string, object, object, 'reference' | 'email' | 'phone' | null][] = [
    ['by a reference', { references: [reference] }, { references: [reference] }, 'reference'],
    ['by an e-mail address', { email }, { email }, 'email'],
    ['by it in other letters', { email }, { email: email.toUpperCase() }, 'email'],
    ['by it, under another name', { email }, { email, name: 'E. W.' }, 'email'],
    [
      'by another e-mail address of theirs',
      withPoints({ channel: 'email', address: email.toUpperCase() }),
      { email },
      'email',
    ],
    ['by one that is given as another', { email }, withPoints({ channel: 'email', address: email }), 'email'],
    ['by a number', { phone }, { phone }, 'phone'],
    ['by it in another notation', { phone }, { phone: phone.replace('+31', '0') }, 'phone'],
    ['by another number of theirs', withPoints({ channel: 'phone', address: phone }), { phone }, 'phone'],
    ['by a number and their name', { phone }, { phone, name: 'Els Web' }, 'phone'],
    [
      'by it in other letters',
      { phone, name: 'Zoë  van Støren' },
      { phone, name: 'zoe VAN storen ' },
      'phone',
    ],
    [
      'by it with other points and dashes, and what nobody sees',
      { phone, name: 'Bakker-Smit B.V.' },
      { phone, name: '\u200bBakker Smit BV\u202c' },
      'phone',
    ],
    ['not by a number with signs for a name', { phone, name: '!' }, { phone, name: '?' }, null],
    ['by a copied e-mail address', { email }, { email: `mailto:\u200b${email}\u2060` }, 'email'],
    ['by a number of somebody without a name', { phone, name: null }, { phone, name: 'Els Web' }, 'phone'],
    ['not by a number with another name', { phone }, { phone, name: 'Jan Web' }, null],
    ['not by a name', {}, { name: 'Els Web' }, null],
    ['by an e-mail address before a number', { email }, { email, phone, name: 'Jan' }, 'email'],
  ]
  test.each(cases)('%s', async (_, stored, given, foundBy) => {
    // Each has points of contact of its own.
    const text = (fields: object) => JSON.stringify(fields)
    const own = { phone: newPhone(), email: newEmail(), externalId: randomUUID() }
    const fresh = (fields: object): object =>
      JSON.parse(
        text(fields)
          .replaceAll(phone, own.phone)
          .replaceAll(phone.replace('+31', '0'), own.phone.replace('+31', '0'))
          .replaceAll(email, own.email)
          .replaceAll(email.toUpperCase(), own.email.toUpperCase())
          .replaceAll(reference.externalId, own.externalId),
      )
    const known = await make(fresh(stored))
    const kase = await open(fresh(given))
    expect([kase.customerFoundBy, kase.customer.id === known.id]).toEqual([foundBy, foundBy !== null])
    expect(await show(known)).toEqual(known)
  })

  test('the reference wins over the e-mail address, and that over the number', async () => {
    const [one, other, third] = await Promise.all([
      make({ references: [newReference()] }),
      make({ email: newEmail() }),
      make({ phone: newPhone() }),
    ])
    const all = { references: one.references, email: other.email, phone: third.phone }
    expect(await open(all)).toMatchObject({ customer: { id: one.id }, customerFoundBy: 'reference' })
    const rest = { references: [newReference()], email: other.email, phone: third.phone }
    expect(await open(rest)).toMatchObject({ customer: { id: other.id }, customerFoundBy: 'email' })
    for (const each of [one, other, third]) expect(await show(each)).toEqual(each)
  })

  test('of two with an e-mail address or a number nobody can say who is meant', async () => {
    const [shared, number] = [newEmail(), newPhone()]
    for (const name of ['Els Web', 'Jan Web']) await make({ name, email: shared, phone: number })
    expect((await open({ email: shared })).customerFoundBy).toBeNull()
    expect((await open({ phone: newPhone(), email: shared })).customerFoundBy).toBeNull()
    const jan = await open({ name: 'Jan Web', email: shared, phone: number })
    expect(jan.customerFoundBy).toBe('phone')
    expect((await service.do('GET', `/v1/cases/${jan.id}`)).customer.name).toBe('Jan Web')
  })

  test('who was merged away is who stands for them', async () => {
    const [number, address, reference] = [newPhone(), newEmail(), newReference()]
    const gone = await make({ phone: number, email: address, references: [reference] })
    const stays = await make({ name: 'Jan Web', phone: newPhone(), email: newEmail() })
    await service.do('POST', `/v1/customers/${gone.id}/merge-into`, { body: { customerId: stays.id } })
    const further = await make({ name: 'Jan Verder', phone: newPhone() })
    await service.do('POST', `/v1/customers/${stays.id}/merge-into`, { body: { customerId: further.id } })
    for (const given of [
      { references: [reference] },
      { email: address },
      { phone: number },
      { phone: number, name: 'Jan Web' },
      { phone: number, name: 'Els Web' },
    ])
      expect((await open(given)).customer.id).toBe(further.id)
  })

  test('the second question goes to the owner of the first, and is promised where they now say', async () => {
    const [address, number] = [newEmail(), newPhone()]
    const first = await open({ name: 'Els Web', email: address, phone: newPhone() })
    const second = await open({ email: address, phone: number })
    expect(second).toMatchObject({
      customer: first.customer.id === undefined ? {} : { id: first.customer.id },
      owner: { id: first.owner.id },
      related: [{ reference: first.reference }],
      callback: { to: number },
    })
    expect((await service.do('GET', `/v1/cases/${second.id}`)).callback.to).toBe(number)
  })

  test('hears of their stored number nothing, when only their address was given', async () => {
    const known = await make({ email: newEmail(), phone: newPhone() })
    const { status, text, body } = await send({ email: known.email })
    expect([status, body.customer, text.includes(known.phone), text.includes('Els')]).toEqual([
      201,
      { id: known.id, name: null },
      false,
      false,
    ])
    expect(await service.do('GET', `/v1/cases/${body.id}`)).toMatchObject({ callback: { to: known.phone } })
  })

  test('an employee finds them as well, and takes the question', async () => {
    const known = await make({ email: newEmail() })
    const { data } = await service.do('GET', '/v1/employees?limit=1')
    const body = { customer: { email: known.email }, question: 'Why?' }
    expect(await service.do('POST', '/v1/cases', { as: data[0].id, body })).toMatchObject({
      customer: { id: known.id, name: known.name },
      owner: { id: data[0].id },
      customerFoundBy: 'email',
    })
  })

  test('a stranger of whom nothing but a reference is known is refused, and one with a name made', async () => {
    const references = [newReference()]
    const refused = await send({ references })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '#/customer/name'])
    const made = await open({ references, name: 'Jan' })
    expect(made).toMatchObject({ customerFoundBy: null, customer: { name: 'Jan' } })
    expect((await open({ references })).customer.id).toBe(made.customer.id)
  })

  test('an anonymous one is nobody else', async () => {
    const [one, other] = [await open({ anonymous: true }), await open({ anonymous: true })]
    expect([one.customerFoundBy, other.customerFoundBy]).toEqual([null, null])
    expect(one.customer.id).not.toBe(other.customer.id)
  })
})

describe('fifty at once make one customer, with one owner', () => {
  test.each<[string, (n: number, own: Record<'email' | 'phone' | 'externalId', string>) => object]>([
    ['by e-mail address', (n, { email }) => ({ email: n % 2 ? email : email.toUpperCase() })],
    ['by number', (_, { phone }) => ({ phone })],
    [
      'by reference',
      (n, { externalId }) => ({ name: `N ${n}`, references: [{ system: 'crm', externalId }] }),
    ],
    [
      'by all three, in any order',
      (n, { email, phone, externalId }) => ({
        ...(n % 2 ? { email, phone } : { phone, email }),
        references: [
          { system: n % 3 ? 'crm' : 'shop', externalId },
          { system: n % 3 ? 'shop' : 'crm', externalId },
        ],
      }),
    ],
  ])('%s, on two instances', async (_, describeIt) => {
    const own = { email: newEmail(), phone: newPhone(), externalId: randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => send(describeIt(n, own), {}, n % 2 ? service : beside)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.customer.id)).size).toBe(1)
    expect(new Set(answers.map(({ body }) => body.owner.id)).size).toBe(1)
    expect(answers.filter(({ body }) => body.customerFoundBy === null)).toHaveLength(1)
  })

  test('missed calls and forms with one number too', async () => {
    const phone = newPhone()
    const exchange = await service.key('calls:write')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2
          ? send({ phone }, {}, beside)
          : service.call('POST', '/v1/calls', {
              key: exchange,
              body: {
                callId: randomUUID(),
                event: 'ended',
                direction: 'inbound',
                from: phone,
                to: '020 123 4567',
              },
            }),
      ),
    )
    expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([])
    const { data } = await service.do('GET', `/v1/customers?phone=${encodeURIComponent(phone)}`)
    expect(data).toHaveLength(1)
  })

  test('a reference that is put at the same moment', async () => {
    const externalId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2
          ? send({ name: 'Els Web', references: [{ system: 'crm', externalId }] }, {}, beside)
          : service.call('PUT', `/v1/customers/by-reference/crm/${externalId}`, {
              body: { name: 'Els Web' },
            }),
      ),
    )
    expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([])
    expect(new Set(answers.map(({ body }) => body.customer?.id ?? body.id)).size).toBe(1)
  })
})
