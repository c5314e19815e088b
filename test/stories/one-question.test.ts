import { expect, test } from 'vitest'
import { inTurns, setScene, soon } from '../support/scene.ts'
import type { Service } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const one = useService()
const two = useInstance(one)

const houses: Record<string, () => Service> = {
  'in one instance': () => one,
  'in two instances, request by request': () => inTurns(one, two),
}

test.each(Object.entries(houses))(
  '%s: one question, from opened through a failed and a kept attempt to resolved, with one owner throughout',
  async (_, house) => {
    const service = house()
    const { sanne, piet, customer, open } = await setScene(service)
    const kase = await open()
    expect(kase).toMatchObject({
      status: 'open',
      owner: { id: sanne.id },
      customer: { id: customer.id },
      assignment: { reason: 'taken' },
      callback: { channel: 'phone', to: '+31612345678', overdue: false, attempts: 0 },
      related: [],
      version: 3,
    })
    const url = `/v1/cases/${kase.id}`

    const chase = await service.call('POST', `${url}/contacts`, {
      as: piet.id,
      body: { direction: 'inbound' },
    })
    expect(chase).toMatchObject({ status: 201, body: { employeeId: piet.id, byOwner: false } })
    expect((await service.do('GET', url)).chases).toBe(1)

    const tries = `/v1/callbacks/${kase.callback.id}/attempts`
    const failed = await service.do('POST', tries, { as: sanne.id, body: { outcome: 'no-answer' } })
    expect(failed.case.callback).toMatchObject({ id: kase.callback.id, attempts: 1 })
    expect(failed.case.callback.nextTryAt > kase.openedAt).toBe(true)

    const again = await service.do('POST', tries, {
      as: sanne.id,
      body: { outcome: 'reached', summary: 'Half an answer.', then: { callback: soon(16) } },
    })
    expect(again.case.callback.id).not.toBe(kase.callback.id)
    expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
      state: 'kept',
      attempts: 2,
      lateBy: null,
    })

    const kept = await service.do('POST', `/v1/callbacks/${again.case.callback.id}/attempts`, {
      as: sanne.id,
      body: { outcome: 'reached', summary: 'Paid back.', then: { resolve: { outcome: 'answered' } } },
    })
    expect(kept.case).toMatchObject({
      status: 'resolved',
      callback: null,
      owner: { id: sanne.id },
      resolution: { outcome: 'answered', firstContact: false },
    })
    expect(await service.do('GET', url)).toEqual(kept.case)

    const reopened = await service.do('POST', `${url}/reopen`, {
      as: piet.id,
      body: { reason: 'The money is not there.' },
    })
    expect(reopened).toMatchObject({ status: 'open', owner: { id: sanne.id }, resolution: null })
    expect(await service.do('GET', url)).toEqual(reopened)

    const { data: story } = await service.do('GET', `${url}/timeline`)
    expect(story.map((entry: { caseSequence: number }) => entry.caseSequence)).toEqual(
      story.map((_: unknown, n: number) => n + 1),
    )
    expect(story.map((entry: { type: string }) => entry.type)).toEqual([
      'case.opened',
      'contact.recorded',
      'callback.made',
      'contact.recorded',
      'case.chased',
      'callback.attempted',
      'contact.recorded',
      'callback.kept',
      'callback.made',
      'contact.recorded',
      'callback.kept',
      'case.resolved',
      'case.reopened',
      'callback.made',
    ])
  },
)
