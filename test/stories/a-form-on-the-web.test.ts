import { expect, test } from 'vitest'
import { inbound, inTurns, outbound, setScene } from '../support/scene.ts'
import type { Service } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const one = useService()
const two = useInstance(one)

const houses: Record<string, () => Service> = {
  'in one instance': () => one,
  'in two instances, request by request': () => inTurns(one, two),
}

const at = (day: number, time: string) => Temporal.Instant.from(`2027-01-${day}T${time}Z`)

test.each(Object.entries(houses))(
  '%s: a form finds its owner, who tries, is late, reschedules, gives up in the way that was agreed, and gets it back',
  async (_, house) => {
    const service = house()
    one.clock.now = at(12, '09:00:00')
    const { sanne, piet, customer } = await setScene(service)
    const key = await service.key('cases:write')
    const kase = await service.do('POST', '/v1/cases', {
      key,
      body: {
        customerId: customer.id,
        question: 'Where is it?',
        callback: { from: '2027-01-12T10:00:00Z', until: '2027-01-12T11:00:00Z' },
      },
    })
    const owner = kase.owner.id
    const colleague = [sanne.id, piet.id].find((id) => id !== owner) ?? ''
    expect(kase).toMatchObject({
      assignment: { reason: 'least-loaded' },
      openedBy: { kind: 'system' },
      channel: 'web',
    })
    const url = `/v1/cases/${kase.id}`

    one.clock.now = at(12, '12:00:00')
    const chase = await service.do('POST', `${url}/contacts`, { as: colleague, body: inbound })
    expect(chase.byOwner).toBe(false)
    expect(await service.do('GET', url)).toMatchObject({ chases: 1, callback: { overdue: true } })
    const body = {
      from: '2027-01-13T10:00:00Z',
      until: '2027-01-13T11:00:00Z',
      reason: 'Asked to call tomorrow.',
      contactId: chase.id,
    }
    const next = await service.do('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, { as: owner, body })
    expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
      state: 'rescheduled',
      lateBy: 'PT1H',
      replacedBy: next.id,
    })

    // The pause of two hours lies between tries that count.
    for (const [day, outcome, time] of [
      [13, 'no-answer', '10:30:00'],
      [13, 'voicemail', '12:30:00'],
      [14, 'busy', '10:30:00'],
      [14, 'message-sent', '10:30:00'],
    ] as const) {
      const early = await service.call('POST', `${url}/resolve`, {
        as: owner,
        body: { outcome: 'unreachable', summary: 'Nobody answers.' },
      })
      expect([early.status, early.body.code]).toEqual([422, 'not-yet-unreachable'])
      one.clock.now = at(day, time)
      await service.do('POST', `/v1/callbacks/${next.id}/attempts`, { as: owner, body: { outcome } })
    }
    const gone = await service.do('POST', `${url}/resolve`, {
      as: owner,
      body: { outcome: 'unreachable', summary: 'Nobody answers.' },
    })
    expect(gone).toMatchObject({
      status: 'resolved',
      resolution: { outcome: 'unreachable', contactId: null },
      owner: { id: owner },
    })
    expect(await service.do('GET', `/v1/callbacks/${next.id}`)).toMatchObject({
      state: 'released',
      attempts: 4,
    })

    one.clock.now = at(15, '09:00:00')
    const again = await service.do('POST', `${url}/reopen`, { as: colleague, body: { contact: inbound } })
    expect(again).toMatchObject({ status: 'open', owner: { id: owner }, chases: 1 })
    const told = await service.do('POST', `${url}/resolve`, {
      as: owner,
      body: { outcome: 'answered', summary: 'It is here.', contact: outbound },
    })
    expect(told).toMatchObject({ status: 'resolved', owner: { id: owner } })
    expect(await service.do('GET', url)).toEqual(told)
    const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&limit=200`)
    expect(data.map(({ caseSequence }: { caseSequence: number }) => caseSequence)).toEqual(
      data.map((_: unknown, n: number) => n + 1),
    )
    expect(data.at(-1).caseSequence).toBe(told.version)
  },
)
