import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { money, setGiving } from '../support/giving.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)

const ledgerOf = async (gestureId: string) => {
  const { rows } = await service.sql.query(
    `select kind, phase, amount::int, balance::int, fulfilled::int from ledger where gesture_id = $1 order by kind, number`,
    [gestureId],
  )
  return rows.map(({ kind, phase, amount, balance, fulfilled }) => [kind, phase, amount, balance, fulfilled])
}

describe('a gesture is fulfilled', () => {
  test('by a system, under its own reference, and that is posted', async () => {
    const { give, kase } = await setGiving(service)
    const { body: given } = await give('25.00')
    const key = await service.key('gestures:fulfil')
    const fulfilled = await service.do('POST', `/v1/gestures/${given.id}/fulfil`, {
      key,
      body: { reference: 'CN-1' },
    })
    expect(fulfilled).toEqual({
      ...given,
      state: 'fulfilled',
      fulfilment: {
        reference: 'CN-1',
        at: expect.any(String),
        by: { kind: 'system', id: expect.any(String) },
      },
      version: 2,
    })
    expect(await service.do('GET', `/v1/gestures/${given.id}`, { key })).toEqual(fulfilled)
    expect(await ledgerOf(given.id)).toEqual([
      ['case', 'granted', 2500, 2500, 0],
      ['case', 'fulfilled', 0, 2500, 2500],
    ])
    const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=gesture.fulfilled`)
    expect(data[0]).toMatchObject({
      actor: { kind: 'system' },
      data: { gestureId: given.id, reference: 'CN-1' },
    })
  })

  test('once, however often the same reference comes, with a key or without, and at once', async () => {
    const { give, kase } = await setGiving(service)
    const { body: given } = await give('25.00')
    const send = (at: typeof service, n: number) =>
      at.call('POST', `/v1/gestures/${given.id}/fulfil`, {
        body: { reference: 'CN-2' },
        headers: n % 3 === 0 ? { 'idempotency-key': `k${n % 2}-${given.id}` } : {},
      })
    const answers = await atOnce([service, beside], send)
    expect(tally(answers)).toEqual({ 200: 50 })
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=gesture.fulfilled`)
    expect(data).toHaveLength(1)
  })

  test('under no other reference, and a reference belongs to one gesture', async () => {
    const { give } = await setGiving(service)
    const [one, other] = [(await give('1')).body, (await give('2')).body]
    const fulfil = (id: string, reference: string) =>
      service.call('POST', `/v1/gestures/${id}/fulfil`, { body: { reference } })
    expect((await fulfil(one.id, 'CN-3')).status).toBe(200)
    expect(await fulfil(one.id, 'CN-4')).toMatchObject({
      status: 409,
      body: { code: 'gesture-is-fulfilled', reference: 'CN-3' },
    })
    expect(await fulfil(other.id, 'CN-3')).toMatchObject({ status: 409, body: { code: 'already-exists' } })
    expect((await fulfil(other.id, 'CN-4')).status).toBe(200)
  })

  test('by no employee, and by no system without the scope', async () => {
    const { give, sanne } = await setGiving(service)
    const { body: given } = await give('1')
    const url = `/v1/gestures/${given.id}/fulfil`
    const body = { reference: 'CN-5' }
    expect((await service.call('POST', url, { as: sanne.id, body })).status).toBe(403)
    expect((await service.call('POST', url, { key: await service.key('cases:read'), body })).status).toBe(403)
  })
})

describe('a gesture is withdrawn', () => {
  test('while it is not fulfilled, by the owner, and the money goes back', async () => {
    const { give, sanne, piet } = await setGiving(service)
    const { body: given } = await give('1500')
    const withdraw = (as: string) =>
      service.call('POST', `/v1/gestures/${given.id}/withdraw`, { as, body: { reason: 'Twice.' } })
    expect((await withdraw(piet.id)).body.code).toBe('only-the-owner')
    expect(await withdraw(sanne.id)).toMatchObject({
      status: 200,
      body: {
        state: 'withdrawn',
        remaining: money('2000.00'),
        withdrawn: { by: { id: sanne.id, name: sanne.name }, reason: 'Twice.' },
        version: 2,
      },
    })
    expect((await withdraw(sanne.id)).body.code).toBe('gesture-is-withdrawn')
    const fulfil = await service.call('POST', `/v1/gestures/${given.id}/fulfil`, {
      body: { reference: 'CN-6' },
    })
    expect(fulfil.body.code).toBe('gesture-is-withdrawn')
    expect(await ledgerOf(given.id)).toEqual([
      ['case', 'granted', 150000, 150000, 0],
      ['case', 'withdrawn', -150000, 0, 0],
    ])
    expect((await give('2000')).status).toBe(201)
  })

  test('and not once the customer has it', async () => {
    const { give, sanne } = await setGiving(service)
    const { body: given } = await give('1')
    await service.do('POST', `/v1/gestures/${given.id}/fulfil`, { body: { reference: 'CN-7' } })
    const answer = await service.call('POST', `/v1/gestures/${given.id}/withdraw`, { as: sanne.id, body: {} })
    expect(answer).toMatchObject({ status: 409, body: { code: 'gesture-is-fulfilled', reference: 'CN-7' } })
  })

  test('or fulfilled: of fifty at once one wins', async () => {
    const { give, sanne } = await setGiving(service)
    const { body: given } = await give('100')
    const answers = await atOnce([service, beside], (at, n) =>
      n % 2 === 0
        ? at.call('POST', `/v1/gestures/${given.id}/withdraw`, { as: sanne.id, body: {} })
        : at.call('POST', `/v1/gestures/${given.id}/fulfil`, { body: { reference: `CN-8-${n}` } }),
    )
    const { 200: won, ...lost } = tally(answers)
    expect(won).toBe(1)
    expect(Object.keys(lost)).toHaveLength(1)
    expect(Object.keys(lost)[0]).toMatch(/409 gesture-is-(fulfilled|withdrawn)/)
    expect(await ledgerOf(given.id)).toHaveLength(2)
  })
})
