import { randomUUID } from 'node:crypto'
import type { Call } from './load.ts'
import type { Subject } from './options.ts'
import { externalIdOf, type OpenCase, phoneOf, type Seed } from './seed.ts'

export type Operation = Exclude<Subject, 'start'>

/** Makes the requests of an operation; the same mix for each contestant. */
export type Requests = (operation: Operation, prepared: Iterator<OpenCase>) => () => Call | undefined

/** `key` is the API key with which the service is called; the floors do not look at it. */
export function requestsFor(seed: Seed, key: string): Requests {
  const headers = (employee: string) => ({ authorization: `Bearer ${key}`, 'on-behalf-of': employee })
  const posted = (employee: string) => ({
    ...headers(employee),
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  })
  const any = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T
  const read = (path: string, employee: string): Call => ({ method: 'GET', path, headers: headers(employee) })
  const places = new Map(seed.customers.map((id, n) => [id, n]))

  const make: Readonly<Record<Operation, (prepared: Iterator<OpenCase>) => Call | undefined>> = {
    'open-case': () => ({
      method: 'POST',
      path: '/v1/cases',
      headers: posted(any(seed.employees)),
      body: JSON.stringify({
        customerId: any(seed.customers),
        topic: any(seed.topics),
        subject: 'Charged twice in October',
        question:
          'My October bill was taken from my account twice, on the 3rd and on the 5th. Can one be paid back?',
        channel: 'phone',
      }),
    }),
    'get-case': () => read(`/v1/cases/${any(seed.cases).id}`, any(seed.employees)),
    'list-my-open-cases': () => {
      const owner = any(seed.employees)
      return read(`/v1/cases?ownerId=${owner}&status=open&limit=25`, owner)
    },
    // Somebody who waits for an answer rings.
    caller: () => {
      const phone = phoneOf(places.get(any(seed.cases).customerId) ?? 0)
      return read(`/v1/callers?phone=${encodeURIComponent(phone)}`, any(seed.employees))
    },
    day: () => read('/v1/me/day', any(seed.employees)),
    // A system that follows the feed, behind by more than a page.
    events: () => ({
      method: 'GET',
      path: `/v1/events?after=${any(seed.events)}&limit=100`,
      headers: { authorization: `Bearer ${key}` },
    }),
    'find-customer': () => {
      const externalId = externalIdOf(Math.floor(Math.random() * seed.customers.length))
      return read(`/v1/customers?system=crm&externalId=${externalId}`, any(seed.employees))
    },
    'record-contact': () => {
      const { id, ownerId } = any(seed.cases)
      return {
        method: 'POST',
        path: `/v1/cases/${id}/contacts`,
        headers: posted(any(seed.employees.filter((employee) => employee !== ownerId))),
        body: JSON.stringify({
          direction: 'inbound',
          channel: 'phone',
          summary: 'Asks when she will be called, and whether the second bill was found.',
        }),
      }
    },
    // A cent each, so that no round comes near the ceiling of a case.
    'grant-gesture': () => {
      const { id, ownerId } = any(seed.cases)
      return {
        method: 'POST',
        path: `/v1/cases/${id}/gestures`,
        headers: posted(ownerId),
        body: JSON.stringify({
          kind: 'credit',
          amount: { amount: '0.01', currency: 'EUR' },
          reason: 'Charged twice, and she had to ask again.',
        }),
      }
    },
    'keep-and-resolve': (prepared) => {
      const { value: kase, done } = prepared.next()
      if (done) return undefined
      return {
        method: 'POST',
        path: `/v1/callbacks/${kase.callbackId}/attempts`,
        headers: posted(kase.ownerId),
        body: JSON.stringify({
          outcome: 'reached',
          summary: 'Explained: one of the two bills is paid back this week.',
          then: { resolve: { outcome: 'answered' } },
        }),
      }
    },
  }
  return (operation, prepared) => () => make[operation](prepared)
}
