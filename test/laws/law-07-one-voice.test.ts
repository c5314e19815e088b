import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { contactRow, refusal, tryRow } from './script.ts'

const service = useService()
const beside = useInstance(service)

test('a script records what the owner said like this', async () => {
  const { take } = await setScene(service)
  expect(await refusal(service, contactRow(await take(), {}))).toBe('nothing')
})

describe('no SQL lets anybody but the owner contact the customer', () => {
  test.each<[string, (other: string, owner: string) => Record<string, string | null>, string]>([
    ['a colleague', (other) => ({ employee_id: other, spoken_for: other }), 'contacts_one_voice'],
    [
      'a colleague in the owner’s name',
      (other, owner) => ({ employee_id: other, spoken_for: owner }),
      'contacts_one_voice',
    ],
    [
      'the owner in a colleague’s name',
      (other, owner) => ({ employee_id: owner, spoken_for: other }),
      'contacts_one_voice',
    ],
    [
      'somebody in nobody’s name',
      (other) => ({ employee_id: other, spoken_for: null }),
      'contacts_outbound_is_the_owner',
    ],
    ['a system', () => ({ employee_id: null, spoken_for: null }), 'contacts_outbound_is_the_owner'],
    [
      'a system in the owner’s name',
      (_, owner) => ({ employee_id: null, spoken_for: owner }),
      'contacts_one_voice',
    ],
    [
      'a colleague whom the customer called, in the owner’s name',
      (other) => ({ direction: 'inbound', employee_id: other, spoken_for: other }),
      'contacts_one_voice',
    ],
  ])('%s', async (_, row, constraint) => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    for (const outcome of ['reached', 'no-answer'])
      expect(await refusal(service, contactRow(kase, { outcome, ...row(piet.id, kase.owner.id) }))).toBe(
        constraint,
      )
  })

  test('of another case', async () => {
    const { take } = await setScene(service)
    const { take: takeOther } = await setScene(service)
    const [mine, theirs] = [await take(), await takeOther()]
    expect(await refusal(service, contactRow(mine, { case_id: theirs.id }))).toBe('contacts_one_voice')
  })

  test('by changing what was recorded', async () => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const id = randomUUID()
    const heard = contactRow(kase, { id, direction: 'inbound', employee_id: piet.id, spoken_for: null })
    for (const set of [
      `direction = 'outbound'`,
      `spoken_for = '${piet.id}'`,
      `answered = true`,
      `summary = 'Else.'`,
    ])
      expect(await refusal(service, heard, `update contacts set ${set} where id = '${id}'`)).toBe(
        'contacts_are_history',
      )
    expect(await refusal(service, 'delete from contacts')).toBe('contacts_are_history')
  })
})

const attempt = (callbackId: string, employeeId: string, at = 'now()') =>
  tryRow({
    id: randomUUID(),
    callback_id: callbackId,
    outcome: 'no-answer',
    at,
    day: `now()::date`,
    employee_id: employeeId,
    recorded_at: 'now()',
  })

test('no SQL lets a stand-in speak, or try to, where the case is about them', async () => {
  const { take, sanne, piet } = await setScene(service)
  const [question, complaint] = [await take(), await take({ aboutEmployeeId: piet.id })]
  const now = Temporal.Now.instant()
  const [from, until] = [now.subtract({ minutes: 1 }), now.add({ hours: 1 })].map(String)
  await coverAbsence(service, { owner: sanne.id, by: piet.id, from: `${from}`, until: `${until}` })
  for (const [kase, answer] of [
    [question, 'nothing'],
    [complaint, 'contacts_one_voice'],
  ] as const) {
    expect(await refusal(service, contactRow(kase, { employee_id: piet.id }))).toBe(answer)
    expect(await refusal(service, attempt(kase.callback.id, piet.id))).toBe(answer)
  }
})

test('no SQL lets anybody but the owner try to keep the promise, nor tries one that has ended or was not made yet', async () => {
  const { take, resolved, piet, sanne } = await setScene(service)
  const kase = await take()
  expect(await refusal(service, attempt(kase.callback.id, sanne.id))).toBe('nothing')
  expect(await refusal(service, attempt(kase.callback.id, piet.id))).toBe('contacts_one_voice')
  const when = (shift: string) =>
    `(select made_at ${shift} from callbacks where id = '${kase.callback.id}')::timestamptz`
  const tried = (shift: string) => refusal(service, attempt(kase.callback.id, sanne.id, when(shift)))
  expect(await tried('')).toBe('nothing')
  expect(await tried(`- interval '1 ms'`)).toBe('callback_attempts_follow_the_promise')
  const { rows } = await service.sql.query('select id from callbacks where case_id = $1', [
    (await resolved()).id,
  ])
  expect(await refusal(service, attempt(rows[0].id, sanne.id))).toBe('contacts_one_voice')
})

test('a colleague did not answer as nobody', async () => {
  const { take } = await setScene(service)
  const row = contactRow(await take(), {
    direction: 'inbound',
    employee_id: null,
    spoken_for: null,
    answered: 'true',
  })
  expect(await refusal(service, row)).toBe('contacts_answer_is_an_employees')
})

test('whoever is not the owner neither calls, tries, reschedules nor resolves; coach, admin and system included', async () => {
  const { take, team, piet } = await setScene(service)
  const other = await service.team()
  const insiders = [
    piet,
    await service.employee({ teamId: team.id, role: 'coach' }),
    await service.employee({ teamId: other.id, role: 'coach' }),
    await service.employee({ role: 'admin' }),
  ]
  const outsiders = [
    await service.employee({ teamId: other.id }),
    await service.employee({ teamId: null }),
    await service.employee({ teamId: team.id, role: 'member', name: 'The concerned' }),
  ]
  const kase = await take({ aboutEmployeeId: outsiders[2].id })
  const calling: [string, object] = [`/v1/cases/${kase.id}/contacts`, outbound]
  const calls: [string, object][] = [
    calling,
    [`/v1/callbacks/${kase.callback.id}/attempts`, { outcome: 'no-answer' }],
    [
      `/v1/callbacks/${kase.callback.id}/attempts`,
      { outcome: 'reached', summary: 'Told.', then: { resolve: { outcome: 'answered' } } },
    ],
    [`/v1/callbacks/${kase.callback.id}/reschedule`, { reason: 'Busy.', contact: outbound }],
    [`/v1/cases/${kase.id}/resolve`, { outcome: 'answered', summary: 'Told.', contact: inbound }],
  ]
  for (const call of calls) {
    const [url, body] = call
    const answers = async (people: readonly { id: string }[]) =>
      tally(await Promise.all(people.map(({ id }) => service.call('POST', url, { as: id, body }))))
    expect([url, await answers(insiders)]).toEqual([url, { '403 only-the-owner': 4 }])
    // Outside the case one may say that the customer called, and nothing else is there to be done.
    expect([url, await answers(outsiders)]).toEqual([
      url,
      call === calling ? { '403 only-the-owner': 2, '404 not-found': 1 } : { '404 not-found': 3 },
    ])
    const system = await service.call('POST', url, { body })
    expect([url, system.status]).toEqual([url, 403])
    expect(['only-the-owner', 'forbidden']).toContain(system.body.code)
  }
  expect((await service.do('GET', `/v1/cases/${kase.id}`)).version).toBe(kase.version)
})

test('fifty at once: each customer’s word is recorded and counts as a chase; nobody else’s word goes out', async () => {
  const { take, sanne, piet } = await setScene(service)
  const kase = await take()
  const answers = await atOnce([service, beside], (to, n) =>
    to.call(
      'POST',
      `/v1/cases/${kase.id}/contacts`,
      n % 2 ? { as: piet.id, body: outbound } : { ...(n % 4 ? { as: piet.id } : {}), body: inbound },
    ),
  )
  expect(tally(answers)).toEqual({ 201: 25, '403 only-the-owner': 25 })
  const after = await service.do('GET', `/v1/cases/${kase.id}`)
  expect(after).toMatchObject({
    chases: 25,
    owner: { id: sanne.id },
    callback: { id: kase.callback.id },
    version: kase.version + 50,
  })
  const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&type=case.chased&limit=200`)
  expect(
    data.map(({ data: { ownerId, chases } }: { data: { ownerId: string; chases: number } }) => [
      ownerId,
      chases,
    ]),
  ).toEqual(Array.from({ length: 25 }, (_, n) => [sanne.id, n + 1]))
})
