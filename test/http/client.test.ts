import createClient, { type Client } from 'openapi-fetch'
import { beforeAll, expect, test } from 'vitest'
import type { components, paths } from '../support/client.d.ts'
import { type Scene, setScene, soon } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

type Case = components['schemas']['Case']
type Problem = components['schemas']['Problem']

const service = useService()
let scene: Scene
let client: Client<paths>
beforeAll(async () => {
  scene = await setScene(service)
  const baseUrl = await service.app.listen({ host: '127.0.0.1', port: 0 })
  client = createClient<paths>({
    baseUrl,
    headers: { authorization: `Bearer ${service.adminKey}`, 'on-behalf-of': scene.sanne.id },
  })
})

/** The data of an answer that succeeded; throws the problem of one that did not. */
async function sure<T>(answer: Promise<{ data?: T; error?: Problem }>): Promise<T> {
  const { data, error } = await answer
  if (data === undefined) throw new Error(`${error?.code}: ${error?.detail}`)
  return data
}

const open = (subject: string): Promise<Case> =>
  sure(
    client.POST('/v1/cases', {
      body: {
        customerId: scene.customer.id,
        subject,
        question: 'Why was I charged twice?',
        callback: soon(),
      },
    }),
  )

test('a client made from the document opens a case, finds it, tries, and resolves it', async () => {
  const opened = await open('Charged twice')
  expect(opened.owner.name).toBe(scene.sanne.name)
  const callback = opened.callback
  if (!callback) throw new Error('an open case has a callback')

  const { data, nextCursor } = await sure(
    client.GET('/v1/cases', {
      params: { query: { status: ['open', 'resolved'], overdue: false, limit: 5 } },
    }),
  )
  expect(data.map(({ id }) => id)).toContain(opened.id)
  expect(nextCursor).toBeNull()

  const path = { callbackId: callback.id }
  const missed = await sure(
    client.POST('/v1/callbacks/{callbackId}/attempts', { params: { path }, body: { outcome: 'voicemail' } }),
  )
  expect(missed.case.callback?.attempts).toBe(1)
  const reached = await sure(
    client.POST('/v1/callbacks/{callbackId}/attempts', {
      params: { path },
      body: { outcome: 'reached', then: { resolve: { outcome: 'answered', summary: 'Paid back.' } } },
    }),
  )
  expect(reached.case.resolution?.summary).toBe('Paid back.')

  const params = { path: { caseId: opened.id } }
  const reopened = await sure(
    client.POST('/v1/cases/{caseId}/reopen', { params, body: { reason: 'It came back.' } }),
  )
  expect(reopened.status).toBe('open')
  const contact = { direction: 'outbound', channel: 'phone' } as const
  const resolved = await sure(
    client.POST('/v1/cases/{caseId}/resolve', {
      params,
      body: { outcome: 'fixed', summary: 'Paid back for good.', contact },
    }),
  )
  expect(resolved).toMatchObject({ status: 'resolved', callback: null })
})

test('a refusal is a problem that the client can act upon', async () => {
  const { caseId } = { caseId: (await open('Not told yet')).id }
  const { error, data, response } = await client.POST('/v1/cases/{caseId}/resolve', {
    params: { path: { caseId } },
    body: { outcome: 'answered', summary: 'Nobody told the customer.' },
  })
  expect(data).toBeUndefined()
  const problem: Problem | undefined = error
  expect(problem).toMatchObject({ code: 'customer-not-told', status: 422 })
  expect(problem?.requestId).toBe(response.headers.get('x-request-id'))
  const { data: explained } = await client.GET('/problems/{code}', {
    params: { path: { code: problem?.code ?? '' } },
  })
  expect(explained?.advice).toContain('contact')

  const bad = await client.GET('/v1/cases', { params: { query: { limit: 1000 } } })
  expect(bad.error?.errors?.map(({ pointer }) => pointer)).toEqual(['#/limit'])
})

test('a change takes the version that it changes, and a stale one is refused', async () => {
  const path = { caseId: (await open('Charged twice')).id }
  const read = await client.GET('/v1/cases/{caseId}', { params: { path } })
  const etag = read.response.headers.get('etag') ?? ''
  const change = () =>
    client.PATCH('/v1/cases/{caseId}', {
      params: { path, header: { 'If-Match': etag } },
      body: { subject: 'Charged three times' },
    })

  const changed = await change()
  expect(changed.data && 'subject' in changed.data && changed.data.subject).toBe('Charged three times')
  expect(changed.response.headers.get('etag')).toBe(`"${changed.data?.version}"`)
  const stale = await change()
  expect(stale.error).toMatchObject({ code: 'version-mismatch', version: changed.data?.version })

  // @ts-expect-error a change without its version does not even compile
  const careless = await client.PATCH('/v1/cases/{caseId}', { params: { path }, body: { subject: 'Twice' } })
  expect(careless.error).toMatchObject({ code: 'version-required', status: 428 })
  const same = await client.GET('/v1/cases/{caseId}', {
    params: { path, header: { 'If-None-Match': `"${changed.data?.version}"` } },
  })
  expect(same.response.status).toBe(304)
})
