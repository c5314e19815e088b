import { describe, expect, test } from 'vitest'
import { coverAbsence } from '../support/cover-absence.ts'
import { gesture, money, setGiving } from '../support/giving.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

describe('a gesture', () => {
  test('is granted at once by the owner, and says what is left of the ceiling', async () => {
    const { kase, give, sanne, team } = await setGiving(service)
    const answer = await give('25.00')
    expect(answer).toMatchObject({
      status: 201,
      body: {
        caseId: kase.id,
        reference: kase.reference,
        teamId: team.id,
        owner: { id: sanne.id, name: sanne.name },
        grantedBy: { id: sanne.id },
        kind: 'credit',
        amount: money('25.00'),
        state: 'granted',
        remaining: money('1975.00'),
        fulfilment: null,
        withdrawn: null,
        values: [],
        version: 1,
      },
    })
    expect(answer.headers.location).toBe(`/v1/gestures/${answer.body.id}`)
    expect(await service.do('GET', `/v1/gestures/${answer.body.id}`)).toEqual(answer.body)
    expect((await service.do('GET', `/v1/cases/${kase.id}/gestures`)).data).toEqual([answer.body])
    const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=gesture.granted`)
    expect(data[0].data).toEqual({
      gestureId: answer.body.id,
      kind: 'credit',
      amount: money('25.00'),
      values: [],
    })
  })

  test('is granted on a resolved case too', async () => {
    const { resolved, sanne } = await setGiving(service)
    const kase = await resolved()
    const answer = await service.call('POST', `/v1/cases/${kase.id}/gestures`, {
      as: sanne.id,
      body: gesture('5'),
    })
    expect(answer).toMatchObject({ status: 201, body: { amount: money('5.00') } })
  })

  test('is the owner’s alone: neither a teammate nor a coach nor an admin grants it, and a stand-in counts by the same ceiling', async () => {
    const giving = await setGiving(service)
    const { give, piet, team, sanne } = giving
    const coach = await service.employee({ teamId: team.id, role: 'coach' })
    const admin = await service.employee({ teamId: team.id, role: 'admin' })
    for (const { id } of [piet, coach, admin])
      expect(await give('1', {}, id)).toMatchObject({ status: 403, body: { code: 'only-the-owner' } })
    expect((await give('1500')).status).toBe(201)
    const now = Temporal.Now.instant()
    await coverAbsence(service, {
      owner: sanne.id,
      by: piet.id,
      from: now.subtract({ hours: 1 }).toString(),
      until: now.add({ hours: 1 }).toString(),
    })
    const answer = await give('500.01', {}, piet.id)
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'gesture-over-ceiling', remaining: money('500.00') },
    })
    expect(await give('500', {}, piet.id)).toMatchObject({
      status: 201,
      body: { grantedBy: { id: piet.id }, owner: { id: sanne.id }, remaining: money('0.00') },
    })
  })

  test('above the ceiling is refused with the ceiling, what is left, and where to ask', async () => {
    const { kase, give } = await setGiving(service)
    await give('1999.99')
    expect(await give('0.02')).toMatchObject({
      status: 422,
      body: {
        code: 'gesture-over-ceiling',
        ceiling: money('2000.00'),
        remaining: money('0.01'),
        ask: `/v1/cases/${kase.id}/asks`,
      },
    })
    expect((await give('0.01')).body.remaining).toEqual(money('0.00'))
  })

  test('counts by the lower ceiling of the team; one that comes down takes nothing back and leaves nothing', async () => {
    const { give, team, kase } = await setGiving(service)
    const agree = (amount: string | null) =>
      service.do('PATCH', `/v1/teams/${team.id}/agreements`, {
        body: { gestureCeiling: amount === null ? null : money(amount) },
        headers: { 'if-match': '*' },
      })
    await agree('100.00')
    expect((await give('100.01')).body).toMatchObject({ ceiling: money('100.00') })
    const granted = await give('80.00')
    expect(granted.body.remaining).toEqual(money('20.00'))
    await agree('50.00')
    expect((await give('0.01')).body).toMatchObject({ ceiling: money('50.00'), remaining: money('0.00') })
    expect((await service.do('GET', `/v1/gestures/${granted.body.id}`)).remaining).toEqual(money('0.00'))
    await agree(null)
    expect((await give('1920.00')).status).toBe(201)
    expect((await service.do('GET', `/v1/cases/${kase.id}/gestures`)).data).toHaveLength(2)
  })

  test('is worth something, in whole coins of the organisation’s currency', async () => {
    const { give } = await setGiving(service)
    for (const amount of ['0', '0.00', '1.001', '-1', '1e2', ''])
      expect([amount, (await give(amount)).body.code]).toEqual([amount, 'validation-failed'])
    expect(await give('1', { amount: money('1', 'USD') })).toMatchObject({
      status: 422,
      body: { code: 'another-currency', currency: 'EUR' },
    })
    expect((await give('9999999999')).body.code).toBe('gesture-over-ceiling')
  })

  test('names values that the organisation has, each once', async () => {
    const { give } = await setGiving(service)
    const values = [{ code: 'honest', name: 'Honest', meaning: 'We say what went wrong.' }]
    await service.do('PUT', '/v1/values', { body: { values } })
    expect((await give('1', { values: ['honest'] })).body.values).toEqual(['honest'])
    expect(await give('1', { values: ['honest', 'rich'] })).toMatchObject({
      status: 422,
      body: { code: 'unprocessable', errors: [{ pointer: '#/values/1' }], suggestions: ['honest'] },
    })
    expect((await give('1', { values: ['honest', 'honest'] })).status).toBe(400)
    await service.do('PUT', '/v1/values', { body: { values: [] } })
    const { data } = await service.do('GET', '/v1/gestures?value=honest')
    expect(data).toHaveLength(1)
    expect((await give('1', { values: ['honest'] })).status).toBe(422)
  })

  test('is found by its filters', async () => {
    const { give, team, sanne, kase } = await setGiving(service)
    const { body } = await give('1', { kind: 'gift' })
    const found = async (query: string): Promise<number> =>
      (await service.do('GET', `/v1/gestures?teamId=${team.id}&${query}`)).data.length
    const before = Temporal.Instant.from(body.grantedAt).subtract({ seconds: 1 }).toString()
    expect(
      await Promise.all(
        [
          'kind=gift',
          'kind=refund',
          'state=granted,fulfilled',
          'state=withdrawn',
          `ownerId=${sanne.id}`,
          `grantedById=${team.id}`,
          `caseId=${kase.id}`,
          `grantedAfter=${before}`,
          `grantedBefore=${before}`,
        ].map(found),
      ),
    ).toEqual([1, 0, 1, 0, 1, 0, 1, 1, 0])
  })
})

describe('a promise that breaks', () => {
  test('suggests a gesture until one is given or the case ends, and spends nothing', async () => {
    const { kase, sanne, give } = await setGiving(service)
    const shown = async () => (await service.do('GET', `/v1/cases/${kase.id}`)).gestureSuggestion
    const listed = async () => (await service.do('GET', `/v1/cases?id=${kase.id}`)).data[0].gestureSuggestion
    const end = Temporal.Instant.from(kase.callback.until)
    const suggestion = { because: 'promise-broken', callbackId: kase.callback.id, since: kase.callback.until }
    service.clock.now = end
    expect([kase.gestureSuggestion, await shown(), await listed()]).toEqual([null, null, null])
    service.clock.now = end.add({ milliseconds: 1 })
    expect([await shown(), await listed()]).toEqual([suggestion, suggestion])
    // Another promise in its place does not mend it.
    const contact = { direction: 'outbound', channel: 'phone', summary: 'Not yet.' }
    service.clock.now = end.add({ hours: 1 })
    const from = end.add({ hours: 24 }).round({ smallestUnit: 'hour', roundingMode: 'ceil' })
    const place = (
      await service.do('GET', `/v1/cases/${kase.id}/callback-slots`, { as: sanne.id })
    ).data.find((slot: { from: string }) => slot.from > from.toString())
    await service.do('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
      as: sanne.id,
      body: { from: place.from, until: place.until, reason: 'Not yet.', contact },
    })
    expect(await shown()).toEqual(suggestion)
    expect((await service.do('GET', `/v1/cases/${kase.id}/gestures`)).data).toEqual([])
    const { body: given } = await give('5.00')
    expect(await shown()).toBeNull()
    await service.do('POST', `/v1/gestures/${given.id}/withdraw`, { as: sanne.id, body: {} })
    expect(await shown()).toEqual(suggestion)
    await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: sanne.id,
      body: { outcome: 'answered', summary: 'Told.', contact },
    })
    expect(await shown()).toBeNull()
  })
})

describe('the currency', () => {
  test('stays once money was given', async () => {
    const { give } = await setGiving(service)
    await give('1')
    const body = {
      currency: 'USD',
      gestureCeiling: money('2000', 'USD'),
      askCeiling: money('9000', 'USD'),
    }
    const answer = await service.call('PATCH', '/v1/organisation', { body, headers: { 'if-match': '*' } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'another-currency' } })
  })
})
