import { randomUUID } from 'node:crypto'
import { type CountryCode, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'

const service = useService()

/** Callers from countries whose numbers are long, short, or like those of others. */
const callers = ['NL', 'DE', 'AT', 'IT', 'LU', 'DK', 'US', 'IN', 'CN', 'EE']
const numbers = [...callers.map((country) => getExampleNumber(country as CountryCode, examples)?.number)]

test.each(['NL', 'DE', 'ES', 'DK', 'IT', 'US'])(
  'in an organisation in %s, numbers without a plus are who they are, to whoever asks or tells',
  async (country) => {
    await service.do('PATCH', '/v1/organisation', { body: { country }, headers: { 'if-match': '*' } })
    const key = await service.key('calls:write')
    for (const number of numbers) {
      const digits = number?.slice(1) ?? ''
      const looked = await service.do('GET', `/v1/callers?phone=${digits}`)
      const of = { callId: randomUUID(), direction: 'inbound', from: digits, to: '204' }
      const { body: told } = await service.call('POST', '/v1/calls', {
        key,
        body: { ...of, event: 'ringing' },
      })
      expect([country, looked.phone, told.from]).toEqual([country, number, number])
      const body = { callId: randomUUID(), event: 'newCall', direction: 'in', from: digits, to: '204' }
      const bridged = await service.call('POST', `/v1/calls/zammad/${key}`, { key: null, body })
      expect([bridged.status, bridged.body]).toEqual([200, {}])
      const { rows } = await service.sql.query('select from_number from calls where call_id = $1', [
        body.callId,
      ])
      expect([country, rows]).toEqual([country, [{ from_number: number }]])
    }
  },
)

test('a German customer rings the owner through a bridge that sends no plus, and is one chase', async () => {
  await service.do('PATCH', '/v1/organisation', { body: { country: 'DE' }, headers: { 'if-match': '*' } })
  const team = await service.team()
  const emma = await service.employee({ teamId: team.id, extension: 'e17' })
  const customer = await service.customer({ phone: '+491712345678', teamId: team.id })
  const kase = await service.do('POST', '/v1/cases', {
    as: emma.id,
    body: { customerId: customer.id, question: 'When?' },
  })
  const key = await service.key('calls:write')
  const say = (event: string) =>
    service.call('POST', `/v1/calls/zammad/${key}`, {
      key: null,
      body: { event, direction: 'in', from: '491712345678', to: '4930123456', callId: '1' },
    })
  expect((await say('newCall')).body).toMatchObject({ action: 'dial', number: 'e17' })
  await say('hangup')
  expect((await service.do('GET', `/v1/cases/${kase.id}`)).chases).toBe(1)
  expect((await service.do('GET', '/v1/callers?phone=491712345678')).customer.id).toBe(customer.id)
})

test.each([
  ['49 (0)30123456', 201, '+4930123456'],
  ['\u202d+49 171 2345678\u202c', 201, '+491712345678'],
  ['+33 06 12 34 56 7', 400, undefined],
  ['00113476208000', 400, undefined],
  ['030 123456/7', 400, undefined],
  ['hello', 400, undefined],
])('of a customer in Germany, %s is kept as what it is or refused', async (phone, status, number) => {
  await service.do('PATCH', '/v1/organisation', { body: { country: 'DE' }, headers: { 'if-match': '*' } })
  const { body, ...answer } = await service.call('POST', '/v1/customers', {
    body: { name: 'A. Klein', phone, teamId: (await service.team()).id },
  })
  expect([answer.status, body.phone]).toEqual([status, number])
  if (status === 400)
    expect(body.errors).toMatchObject([
      {
        pointer: '#/phone',
        message: 'must be a telephone number, such as 01512 3456789 or +4915123456789',
      },
    ])
})
