import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { eventTypes } from '../../src/history/event-types.ts'
import { committedText } from '../support/document.ts'
import { soon } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
const ajv = new Ajv2020({ strict: false, code: { optimize: false } })
formats.default(ajv)

const catalogue = async () => (await service.do('GET', '/v1/event-types')).data

test('the catalogue has every type of event, with a schema that its example fits', async () => {
  const found = await catalogue()

  expect(found.map(({ type }: { type: string }) => type)).toEqual(Object.keys(eventTypes))
  for (const { type, schema, example } of found) {
    const fits = ajv.compile(schema)
    expect([type, fits(example), fits.errors]).toEqual([type, true, null])
    expect(fits({ ...example, type: 'something.else' })).toBe(false)
    expect(fits({ ...example, unforeseen: true, data: { ...example.data, unforeseen: 1 } })).toBe(true)
  }
})

test('the catalogue is paged like any list', async () => {
  const first = await service.do('GET', '/v1/event-types?limit=3')
  const second = await service.do('GET', `/v1/event-types?limit=200&cursor=${first.nextCursor}`)

  expect([...first.data, ...second.data]).toEqual(await catalogue())
  expect(second.nextCursor).toBeNull()
})

test('the document says the same of webhooks', async () => {
  const { webhooks } = JSON.parse(committedText())

  for (const { type, schema, example } of await catalogue()) {
    const media = webhooks[type].post.requestBody.content['application/json']
    const { $schema: _, ...plain } = schema
    expect(media).toEqual({ schema: plain, example })
  }
})

test('an event of the feed fits the schema of its type', async () => {
  const team = await service.team()
  const owner = await service.employee({ teamId: team.id })
  const customer = await service.customer()
  await service.do('POST', '/v1/cases', {
    as: owner.id,
    body: { customerId: customer.id, question: 'Why twice?', callback: soon() },
  })
  const found = await catalogue()
  const { data } = await service.do('GET', '/v1/events?limit=200')

  expect(data.length).toBeGreaterThan(5)
  for (const event of data) {
    const fits = ajv.compile(found.find(({ type }: { type: string }) => type === event.type).schema)
    expect([event.type, fits(event), fits.errors]).toEqual([event.type, true, null])
    expect(event.timestamp).toBe(event.at)
  }
})
