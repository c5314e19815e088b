import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { inbound, setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { callbackRow, changeCase, refusal } from './script.ts'

const service = useService()
const beside = useInstance(service)

describe('no SQL opens a case again', () => {
  test('for somebody else', async () => {
    const { resolved, piet } = await setScene(service)
    const kase = await resolved()
    const next = randomUUID()
    const set = `callback_id = '${next}', resolution_id = null, resolved_at = null`
    expect(await refusal(service, callbackRow(kase, { id: next }), changeCase(kase.id, set))).toBe('nothing')
    expect(
      await refusal(
        service,
        callbackRow(kase, { id: next }),
        changeCase(kase.id, `${set}, owner_id = '${piet.id}'`),
      ),
    ).toBe('cases_owner_is_final')
    const his = callbackRow(kase, { id: next, owner_id: piet.id })
    expect(await refusal(service, his, changeCase(kase.id, set))).toBe('callbacks_open_is_its_cases_promise')
  })

  test('without a new promise, or with an old one', async () => {
    const { resolved } = await setScene(service)
    const kase = await resolved()
    const { rows } = await service.sql.query('select id from callbacks where case_id = $1', [kase.id])
    const set = 'resolution_id = null, resolved_at = null'
    expect(await refusal(service, changeCase(kase.id, set))).toBe('cases_hold_a_promise_or_a_resolution')
    expect(await refusal(service, changeCase(kase.id, `${set}, callback_id = '${rows[0].id}'`))).toBe(
      'cases_open_has_its_callback',
    )
  })

  test('in a team that its owner is not in', async () => {
    const { resolved } = await setScene(service)
    const other = await service.team()
    const kase = await resolved()
    const next = randomUUID()
    const set = `callback_id = '${next}', resolution_id = null, resolved_at = null, team_id = '${other.id}'`
    expect(await refusal(service, callbackRow(kase, { id: next }), changeCase(kase.id, set))).toBe(
      'cases_owner_is_an_active_member',
    )
  })
})

test('whoever opens it again, it goes back to its own owner, with a promise of theirs', async () => {
  const { resolved, sanne, piet, team } = await setScene(service)
  const coach = await service.employee({ teamId: team.id, role: 'coach' })
  const stranger = await service.employee({ teamId: (await service.team()).id })
  const specialist = await service.employee({ teamId: null })
  for (const as of [sanne.id, piet.id, coach.id, stranger.id, specialist.id, undefined]) {
    const { id } = await resolved()
    const thanks = await service.call('POST', `/v1/cases/${id}/reopen`, {
      ...(as ? { as } : {}),
      body: { contact: { ...inbound, thanks: true } },
    })
    expect([thanks.status, thanks.body.errors[0].pointer]).toEqual([400, '#/contact/thanks'])
    const reopened = await service.do('POST', `/v1/cases/${id}/reopen`, {
      ...(as ? { as } : {}),
      body: { contact: inbound },
    })
    expect(reopened).toMatchObject({ id, status: 'open', owner: { id: sanne.id } })
    const kase = await service.do('GET', `/v1/cases/${id}`)
    expect(kase).toMatchObject({
      status: 'open',
      owner: { id: sanne.id },
      resolution: null,
      resolvedAt: null,
      chases: 0,
    })
    expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
      ownerId: sanne.id,
      state: 'open',
      caseId: id,
    })
    const seesAll = as !== stranger.id && as !== specialist.id
    const { channel, from, until, overdue } = kase.callback
    expect(reopened).toEqual(
      seesAll
        ? kase
        : {
            id,
            reference: kase.reference,
            status: 'open',
            customer: kase.customer,
            owner: kase.owner,
            standIn: null,
            callback: { channel, from, until, overdue },
            version: kase.version,
          },
    )
  }
})

test('an owner who has moved to another team gets it back there', async () => {
  const { resolved, sanne } = await setScene(service)
  const other = await service.team()
  const { id } = await resolved()
  await service.do('PATCH', `/v1/employees/${sanne.id}`, {
    body: { teamId: other.id },
    headers: { 'if-match': '*' },
  })
  const reopened = await service.do('POST', `/v1/cases/${id}/reopen`, {
    as: sanne.id,
    body: { reason: 'The money is not there.' },
  })
  expect(reopened).toMatchObject({ status: 'open', owner: { id: sanne.id }, teamId: other.id })
  expect(await service.do('GET', `/v1/cases/${id}`)).toEqual(reopened)
})

test('fifty at once: opened again by anybody while its owner changes teams, once, for its owner', async () => {
  const { resolved, sanne, piet, team } = await setScene(service)
  const other = await service.team()
  const { id } = await resolved()
  const answers = await atOnce([service, beside], (to, n) =>
    n % 5 === 4
      ? to.call('PATCH', `/v1/employees/${sanne.id}`, {
          body: { teamId: [other.id, team.id][n % 2] },
          headers: { 'if-match': '*' },
        })
      : to.call('POST', `/v1/cases/${id}/reopen`, {
          as: n % 2 ? sanne.id : piet.id,
          body: { reason: `Again ${n}.` },
        }),
  )
  expect(tally(answers.filter((_, n) => n % 5 !== 4))).toEqual({ 200: 1, '409 case-is-open': 39 })
  expect(tally(answers.filter((_, n) => n % 5 === 4))).toEqual({ 200: 10 })
  expect((await service.do('GET', `/v1/cases/${id}`)).owner.id).toBe(sanne.id)
})
