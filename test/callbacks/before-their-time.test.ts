import { beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** Minutes after nine on a Tuesday morning in Amsterdam. */
const at = (minutes: number) => Temporal.Instant.from('2027-01-12T08:00:00Z').add({ minutes }).toString()
const goTo = (minutes: number): void => {
  service.clock.now = Temporal.Instant.from(at(minutes))
}

let owner: string
let other: string
let third: string
let kase: Answer['body']
beforeEach(async () => {
  goTo(0)
  const team = await service.team()
  const people = await Promise.all([1, 2, 3].map(() => service.employee({ teamId: team.id })))
  ;[owner, other, third] = people.map(({ id }) => id) as [string, string, string]
  const { id: customerId } = await service.customer({ teamId: team.id })
  kase = await service.do('POST', '/v1/cases', { as: owner, body: { customerId, question: 'Why twice?' } })
})

const said = (minutes: number, more: object = {}) => ({ direction: 'outbound', at: at(minutes), ...more })
const acts = {
  kept: (as: string, minutes: number) =>
    service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as,
      body: { outcome: 'reached', at: at(minutes), then: { callback: {} } },
    }),
  moved: (as: string, minutes: number) =>
    service.call('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
      as,
      body: { reason: 'The bank.', contact: said(minutes) },
    }),
  answered: (as: string, minutes: number) =>
    service.call('POST', `/v1/cases/${kase.id}/resolve`, {
      as,
      body: { outcome: 'answered', summary: 'Friday.', contact: said(minutes) },
    }),
  'answered when they called': (as: string, minutes: number) =>
    service.call('POST', `/v1/cases/${kase.id}/resolve`, {
      as,
      body: { outcome: 'answered', summary: 'Friday.', contact: said(minutes, { direction: 'inbound' }) },
    }),
  'kept by what is on record': async (as: string, minutes: number) => {
    const contact = await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as, body: said(minutes) })
    return service.call('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as,
      body: { outcome: 'reached', contactId: contact.id, then: { callback: {} } },
    })
  },
}
const names = Object.keys(acts) as (keyof typeof acts)[]
const told = async (act: keyof typeof acts, as: string, minutes: number) => {
  const { status, body } = await acts[act](as, minutes)
  return status < 300 || [status, body.code]
}
const notTold = [422, 'customer-not-told']

const absent = (from: number, until: number, standInId: string) =>
  service.do('POST', `/v1/employees/${owner}/absences`, {
    body: { from: at(from), until: at(until), standInId },
  })

/** At half past the case gets another owner by an instance whose clock is four minutes ahead. */
async function passesAhead(): Promise<void> {
  goTo(34)
  await service.do('POST', `/v1/employees/${owner}/departure`, { body: { successorIds: [other] } })
  goTo(30)
}

describe.each(names)('%s', (act) => {
  test('by who stands in: since they did, and not before', async () => {
    await absent(30, 300, other)
    goTo(60)
    expect(await told(act, other, 29)).toEqual(notTold)
    expect(await told(act, other, 30)).toBe(true)
  })

  test('by the owner, also of when somebody stood in', async () => {
    await absent(30, 300, other)
    goTo(60)
    expect(await told(act, owner, 40)).toBe(true)
  })

  test('by who got the case: since they had it, and not before', async () => {
    goTo(30)
    await service.do('POST', `/v1/employees/${owner}/departure`, { body: { successorIds: [other] } })
    goTo(60)
    expect(await told(act, other, 29)).toEqual(notTold)
    expect(await told(act, other, 31)).toBe(true)
  })

  test('by who got the case by a clock that ran ahead: as soon as they have it', async () => {
    await passesAhead()
    expect(await told(act, other, 30)).toBe(true)
  })

  test('by who got the case from whom they had stood in for: since they did', async () => {
    await absent(20, 300, other)
    goTo(30)
    await service.do('POST', `/v1/employees/${owner}/departure`, { body: { successorIds: [other] } })
    goTo(60)
    expect(await told(act, other, 19)).toEqual(notTold)
    expect(await told(act, other, 25)).toBe(true)
  })
})

test('a colleague whom the customer called, and who got the case since, may have told them of another window', async () => {
  goTo(30)
  await service.do('POST', `/v1/employees/${owner}/departure`, { body: { successorIds: [third] } })
  goTo(60)
  const { status } = await service.call('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
    as: third,
    body: { reason: 'The bank.', contact: said(10, { direction: 'inbound' }) },
  })
  expect(status).toBe(201)
})

test('a window is moved by a contact on record, of a clock that ran ahead', async () => {
  goTo(34)
  const contact = await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as: owner, body: said(34) })
  goTo(30)
  const body = { reason: 'The bank.', contactId: contact.id }
  const { status } = await service.call('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
    as: owner,
    body,
  })
  expect(status).toBe(201)
})

const agreeOnOneTry = () =>
  service.do('PATCH', `/v1/teams/${kase.teamId}/agreements`, {
    as: owner,
    body: { attempts: 1, attemptDays: 1, attemptPause: 'PT10M' },
    headers: { 'if-match': '*' },
  })

test.each(['tries', 'contacts'])(
  'what who got the case by a clock that ran ahead tried, told of as %s, counts',
  async (told) => {
    await agreeOnOneTry()
    await passesAhead()
    const asTry = (outcome: string) => [`/v1/callbacks/${kase.callback.id}/attempts`, { outcome }] as const
    const asContact = (contact: object) =>
      [`/v1/cases/${kase.id}/contacts`, { direction: 'outbound', summary: 'Hello?', ...contact }] as const
    const tries =
      told === 'tries'
        ? [asTry('busy'), asTry('message-sent')]
        : [asContact({ channel: 'phone', outcome: 'busy' }), asContact({ channel: 'email' })]
    for (const [url, body] of tries) await service.do('POST', url, { as: other, body })
    const { status } = await service.call('POST', `/v1/cases/${kase.id}/resolve`, {
      as: other,
      body: { outcome: 'unreachable', summary: 'Nobody.' },
    })
    expect(status).toBe(200)
  },
)

test('what who stands in tried before they did, does not make the customer unreachable', async () => {
  await agreeOnOneTry()
  await absent(30, 300, other)
  goTo(60)
  const tried = (outcome: string, minutes: number) =>
    service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: other,
      body: { outcome, at: at(minutes) },
    })
  const giveUp = async () => {
    const { status, body } = await service.call('POST', `/v1/cases/${kase.id}/resolve`, {
      as: other,
      body: { outcome: 'unreachable', summary: 'Nobody.' },
    })
    return [status, body.attempts, body.messageSent]
  }
  await tried('busy', 10)
  await tried('message-sent', 20)
  expect(await giveUp()).toEqual([422, 0, false])
  await tried('busy', 40)
  expect(await giveUp()).toEqual([422, 1, false])
  await tried('message-sent', 50)
  expect((await giveUp())[0]).toBe(200)
})
