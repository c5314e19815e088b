import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type HiddenCase, hideCase } from '../support/hidden-case.ts'
import { inbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let teamId: string
let owner: Answer['body']
let concerned: Answer['body']
let writer: string
let reader: string
beforeAll(async () => {
  teamId = (await service.team()).id
  owner = await service.employee({ teamId, extension: '41704170417' })
  concerned = await service.employee({ teamId })
  await service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Rare topic' } })
  writer = await service.key('cases:write')
  reader = await service.key('cases:write', 'cases:read')
})

const hide = (aboutEmployeeId?: string): Promise<HiddenCase> =>
  hideCase({ service, owner, teamId, ...(aboutEmployeeId && { aboutEmployeeId }) })

/** All that was on record before, of which a writer may hear nothing. */
async function onRecord({ words, wanted, customerId }: HiddenCase): Promise<string[]> {
  const customer = await service.do('GET', `/v1/customers/${customerId}`)
  const stored = [
    customer.name,
    customer.phone,
    customer.email,
    wanted.externalId,
    '41704170417',
    'Rare topic',
  ]
  return [...words, ...stored.map(String)]
}

const receipt = ['callback', 'id', 'owner', 'reference', 'status', 'version']

describe('a system that may write and not read', () => {
  const writes: [string, (hidden: HiddenCase) => Promise<Answer>][] = [
    [
      'changes tags',
      ({ id }) =>
        service.call('PATCH', `/v1/cases/${id}`, {
          key: writer,
          body: { tags: ['x'] },
          headers: { 'if-match': '*' },
        }),
    ],
    [
      'records a contact',
      ({ id }) => service.call('POST', `/v1/cases/${id}/contacts`, { key: writer, body: inbound }),
    ],
    [
      'adds a note',
      ({ id }) => service.call('POST', `/v1/cases/${id}/notes`, { key: writer, body: { text: 'So.' } }),
    ],
    [
      'opens another case',
      ({ customerId }) =>
        service.call('POST', '/v1/cases', { key: writer, body: { customerId, question: 'More?' } }),
    ],
    [
      'opens a case again',
      async ({ id }) => {
        const body = { outcome: 'answered', summary: 'So.', contact: { direction: 'outbound' } }
        await service.do('POST', `/v1/cases/${id}/resolve`, { as: owner.id, body })
        return service.call('POST', `/v1/cases/${id}/reopen`, { key: writer, body: { contact: inbound } })
      },
    ],
  ]

  test.each(writes)('%s, and hears nothing that was on record before', async (_, write) => {
    for (const hidden of [await hide(), await hide(concerned.id)]) {
      const told = await onRecord(hidden)
      const { status, text } = await write(hidden)
      expect(status).toBeLessThan(300)
      expect(told.filter((word) => text.includes(word))).toEqual([])
    }
  })

  test('hears whose the case is and what is promised', async () => {
    const { id, reference } = await hide()
    const { body, headers } = await service.call('PATCH', `/v1/cases/${id}`, {
      key: writer,
      body: { subject: 'Else' },
      headers: { 'if-match': '*' },
    })
    expect(Object.keys(body).sort()).toEqual(receipt)
    expect(body).toMatchObject({ id, reference, owner: { id: owner.id, name: owner.name }, status: 'open' })
    expect(Object.keys(body.callback).sort()).toEqual(['channel', 'from', 'overdue', 'until'])
    expect(headers.etag).toBe(`"${body.version}"`)
    expect((await service.do('GET', `/v1/cases/${id}`)).subject).toBe('Else')
  })

  test('is told of a related case its reference, and of a complaint nothing', async () => {
    const hidden = await hide()
    const { customerId } = hidden
    const complaint = { customerId, question: 'Rude!', aboutEmployeeId: concerned.id }
    await service.do('POST', '/v1/cases', { as: owner.id, body: complaint })
    const headers = { 'idempotency-key': randomUUID() }
    const open = (key: string) =>
      service.call('POST', '/v1/cases', { key, body: { customerId, question: 'More?' }, headers })
    const [first, second] = [await open(writer), await open(writer)]
    expect(first.body.related).toEqual([{ reference: hidden.reference }])
    expect(first.body).toMatchObject({ customer: { id: customerId, name: null } })
    expect([second.text, second.headers['idempotent-replayed']]).toEqual([first.text, 'true'])
    const whole = await open(reader)
    expect(whole.body.related).toHaveLength(3)
    expect(whole.body.related[0]).toMatchObject({ id: hidden.id, ownerId: owner.id })
  })
})
