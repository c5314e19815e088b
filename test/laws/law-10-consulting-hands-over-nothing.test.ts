import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { outbound, type Scene, setScene } from '../support/scene.ts'
import { type Answer, type Service, startService } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { callbackRow, changeCase, contactRow, insert, refusal, resolutionRow } from './script.ts'
import { tell } from './tell.ts'

const service = useService()
const beside = useInstance(service)

type Row = Readonly<Record<string, string | null>>

/** An absence of somebody for whom a teammate stands in all the while; an hour ago until in nine hours, unless it says so. */
const standsIn = (ownerId: string, standInId: string, span: Row = {}): string[] => {
  const absence = randomUUID()
  const around = {
    from_at: `now() - '1 hour'::interval`,
    until_at: `now() + '9 hours'::interval`,
    ...span,
  }
  return [
    insert('absences', { id: absence, employee_id: ownerId, registered_at: 'now()', ...around }),
    insert('stand_ins', {
      id: 'gen_random_uuid()',
      absence_id: absence,
      owner_id: ownerId,
      stand_in_id: standInId,
      ...around,
    }),
  ]
}
/** One that begins at this very moment, and one that ends at it: the moment belongs to the first. */
const begins = { from_at: 'now()' }
const ends = { until_at: 'now()' }

/** A consultation as a script would have it: Sanne asks Piet. */
const consultationRow = (kase: Answer['body'], { sanne, piet, team }: Scene, row: Row = {}): string =>
  insert('consultations', {
    id: 'gen_random_uuid()',
    case_id: kase.id,
    asked_by_id: sanne.id,
    consulted_id: piet.id,
    kind: 'question',
    question: 'Why?',
    need_by: `now() + '4 hours'::interval`,
    state: 'open',
    own_team_id: team.id,
    outside: 'false',
    asked_at: 'now()',
    ...row,
  })

async function setQuestion() {
  const scene = await setScene(service)
  const kase = await scene.take()
  const body = { employeeId: scene.piet.id, question: 'Why?' }
  const asked = await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: scene.sanne.id, body })
  return { ...scene, kase, asked }
}

test('a script asks a colleague like this', async () => {
  const scene = await setScene(service)
  expect(await refusal(service, consultationRow(await scene.take(), scene))).toBe('nothing')
})

describe('no SQL asks', () => {
  test('about a case that is resolved, or that there is not', async () => {
    const scene = await setScene(service)
    expect(await refusal(service, consultationRow(await scene.resolved(), scene))).toBe(
      'consultations_are_of_open_cases',
    )
    expect(await refusal(service, consultationRow({ id: randomUUID() }, scene))).toBe(
      'consultations_case_exists',
    )
  })

  test('under a team that the case is not of', async () => {
    const scene = await setScene(service)
    const row = { own_team_id: (await service.team()).id }
    expect(await refusal(service, consultationRow(await scene.take(), scene, row))).toBe(
      'consultations_are_of_open_cases',
    )
  })

  test('for anybody but the owner and the stand-in', async () => {
    const scene = await setScene(service)
    const { piet, team, sanne } = scene
    const fatima = await service.employee({ teamId: team.id })
    const kase = await scene.take()
    const byPiet = { asked_by_id: piet.id, consulted_id: fatima.id }
    expect(await refusal(service, consultationRow(kase, scene, byPiet))).toBe('consultations_are_the_owners')
    const asks = (span: Row, row: Row = byPiet) =>
      refusal(service, ...standsIn(sanne.id, piet.id, span), consultationRow(kase, scene, row))
    for (const span of [{}, begins]) expect(await asks(span)).toBe('nothing')
    expect(await asks(ends)).toBe('consultations_are_the_owners')
    // Who leaves the team may stand in for some minutes more on paper.
    const moved = `update employees set team_id = '${(await service.team()).id}' where id = '${piet.id}'`
    const part = standsIn(sanne.id, piet.id, { until_at: `now() + '4 minutes'::interval` })
    const row = consultationRow(kase, scene, byPiet)
    expect(await refusal(service, ...part, row)).toBe('nothing')
    expect(await refusal(service, ...part, moved)).toBe('nothing')
    expect(await refusal(service, ...part, moved, row)).toBe('consultations_are_the_owners')
    expect(await asks({}, { ...byPiet, consulted_id: sanne.id })).toBe('consultations_ask_a_colleague')
    const later = {
      ...byPiet,
      asked_at: `now() + '10 hours'::interval`,
      need_by: `now() + '11 hours'::interval`,
    }
    expect(await asks({}, later)).toBe('consultations_are_the_owners')
  })

  test('the asker, the owner, whom the case is about, who stands in for them, or who has left', async () => {
    const scene = await setScene(service)
    const { sanne, piet, team } = scene
    const hired = () => service.employee({ teamId: team.id })
    const [fatima, leaver, joost] = [await hired(), await hired(), await hired()]
    await service.do('POST', `/v1/employees/${leaver.id}/departure`, { body: {} })
    const kase = await scene.take({ aboutEmployeeId: piet.id })
    const asked = (consulted: string): string => consultationRow(kase, scene, { consulted_id: consulted })
    expect(await refusal(service, asked(sanne.id))).toBe('consultations_ask_somebody_else')
    for (const id of [piet.id, leaver.id, randomUUID()])
      expect(await refusal(service, asked(id))).toMatch(/consultations_(ask_a_colleague|consulted_exists)/)
    expect(await refusal(service, asked(fatima.id))).toBe('nothing')
    const askedMeanwhile = (span: Row, { id }: { readonly id: string } = fatima) =>
      refusal(service, ...standsIn(piet.id, fatima.id, span), asked(id))
    expect(await askedMeanwhile({}, joost)).toBe('nothing')
    for (const span of [{}, begins]) expect(await askedMeanwhile(span)).toBe('consultations_ask_a_colleague')
    for (const span of [ends, { from_at: `now() + '1 hour'::interval` }])
      expect(await askedMeanwhile(span)).toBe('nothing')
  })

  test('what begins ended, in the past, or without sense', async () => {
    const scene = await setScene(service)
    const kase = await scene.take()
    const refused = (row: Row) => refusal(service, consultationRow(kase, scene, row))
    const hoursAgo = (hours: number) => `now() - '${hours} hours'::interval`
    const ended = { state: 'answered', answer: 'Yes.', closed_at: 'now()' }
    expect(await refused(ended)).toBe('consultations_begin_open')
    const late = { asked_at: hoursAgo(2), need_by: hoursAgo(1), overdue_told_at: 'now()' }
    expect(await refused(late)).toBe('consultations_begin_open')
    expect(await refused({ overdue_told_at: 'now()' })).toBe('consultations_told_in_time')
    expect(await refused({ need_by: 'now()' })).toBe('consultations_need_it_later')
    expect(await refused({ kind: 'order' })).toBe('consultations_kind_is_known')
    expect(await refused({ state: 'passed-on', closed_at: 'now()' })).toBe('consultations_state_is_known')
    expect(await refused({ answer: 'Yes.' })).toBe('consultations_answered_have_an_answer')
    expect(await refused({ helpful: 'true' })).toBe('consultations_helped_by_an_answer')
  })
})

describe('no SQL', () => {
  const change = (id: string, set: string): string => `update consultations set ${set} where id = '${id}'`
  const answered = `state = 'answered', answer = 'Yes.', closed_at = now() + '1 second'::interval`

  test('makes the colleague the owner, moves the promise, or gives them the customer’s ear', async () => {
    const { kase, piet } = await setQuestion()
    expect(await refusal(service, changeCase(kase.id, `owner_id = '${piet.id}'`))).toBe(
      'cases_owner_is_final',
    )
    const promise = (set: string) => `update callbacks set ${set} where id = '${kase.callback.id}'`
    expect(await refusal(service, promise(`owner_id = '${piet.id}'`))).toBe(
      'callbacks_open_is_its_cases_promise',
    )
    expect(await refusal(service, promise(`window_until = window_until + '1 hour'::interval`))).toBe(
      'callbacks_promise_stands',
    )
    const spoken = contactRow(kase, { employee_id: piet.id, recorded_by_id: piet.id })
    expect(await refusal(service, spoken)).toBe('contacts_one_voice')
  })

  test('changes what was asked, of whom, by whom and until when', async () => {
    const { asked, piet, kase } = await setQuestion()
    const other = await service.employee({ teamId: kase.teamId })
    for (const set of [
      `question = 'Else?'`,
      `consulted_id = '${other.id}'`,
      `asked_by_id = '${other.id}'`,
      `need_by = need_by + '1 hour'::interval`,
      `asked_at = asked_at - '1 hour'::interval`,
      `kind = 'action'`,
      `outside = true`,
      `case_id = gen_random_uuid()`,
    ])
      expect([set, await refusal(service, change(asked.id, set))]).toEqual([set, 'consultations_are_final'])
    expect(await refusal(service, change(asked.id, answered))).toBe('nothing')
    expect(piet.id).not.toBe(other.id)
  })

  test('changes one that has ended, save for whether it helped, or removes any', async () => {
    const { asked } = await setQuestion()
    for (const set of [
      `state = 'open', closed_at = null, answer = null`,
      `answer = 'No.'`,
      `closed_at = closed_at + '1 hour'::interval`,
      `state = 'declined', answer = null, reason = 'No.'`,
      `overdue_told_at = now()`,
      `version = 9`,
    ])
      expect([set, await refusal(service, change(asked.id, answered), change(asked.id, set))]).toEqual([
        set,
        'consultations_are_final',
      ])
    expect(
      await refusal(
        service,
        change(asked.id, answered),
        change(asked.id, 'helpful = true'),
        change(asked.id, 'helpful = false'),
      ),
    ).toBe('nothing')
    expect(await refusal(service, `delete from consultations where id = '${asked.id}'`)).toBe(
      'consultations_are_final',
    )
    expect(await refusal(service, 'truncate consultations')).toBe('consultations_are_final')
  })

  test('ends one without an answer, a reason or a moment', async () => {
    const { asked, piet } = await setQuestion()
    const refused = (set: string) => refusal(service, change(asked.id, set))
    expect(await refused(`state = 'answered', answer = 'Yes.'`)).toBe('consultations_closed_have_a_moment')
    expect(await refused(`state = 'answered', closed_at = now() + '1 second'::interval`)).toBe(
      'consultations_answered_have_an_answer',
    )
    expect(await refused(`state = 'declined', closed_at = now() + '1 second'::interval`)).toBe(
      'consultations_declined_have_a_reason',
    )
    expect(await refused(`helpful = true`)).toBe('consultations_helped_by_an_answer')
    const declined = `state = 'declined', reason = 'No.', closed_at = now() + '1 second'::interval`
    expect(await refused(`${declined}, might_know_id = '${piet.id}'`)).toBe(
      'consultations_might_know_another',
    )
  })

  test('ends a case that still asks somebody', async () => {
    const { kase, asked } = await setQuestion()
    const resolution = randomUUID()
    const contact = randomUUID()
    const told = { id: resolution, contact_id: contact, contact_moment: 'owner-reached' }
    const ends = [
      contactRow(kase, { id: contact }),
      resolutionRow(kase, told),
      `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'
        where id = '${kase.callback.id}'`,
      changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
    ]
    const drops = change(asked.id, `state = 'withdrawn', closed_at = now() + '1 second'::interval`)
    expect(await refusal(service, ...ends)).toBe('consultations_end_with_their_case')
    expect(await refusal(service, ...ends, drops)).toBe('nothing')
    // One that is opened again at once goes on asking.
    const next = randomUUID()
    const again = [
      'set constraints resolutions_end_their_case immediate',
      callbackRow(kase, { id: next }),
      changeCase(kase.id, `callback_id = '${next}', resolution_id = null, resolved_at = null`),
    ]
    expect(await refusal(service, ...ends, ...again)).toBe('nothing')
  })
})

test('of fifty who answer, decline and withdraw at once, one wins', async () => {
  for (let round = 0; round < 3; round++) {
    const { kase, asked, sanne, piet } = await setQuestion()
    const ways = [
      ['answer', piet.id, { answer: 'Yes.' }],
      ['decline', piet.id, { reason: 'No.' }],
      ['withdraw', sanne.id, {}],
    ] as const
    const answers = await atOnce([service, beside], (at, n) => {
      const [how, as, body] = ways[n % 3] ?? ways[0]
      return at.call('POST', `/v1/consultations/${asked.id}/${how}`, { as, body })
    })
    expect(tally(answers)).toEqual({ 200: 1, '409 consultation-is-closed': 49 })
    const { state } = answers.find(({ status }) => status === 200)?.body ?? {}
    expect(await service.do('GET', `/v1/consultations/${asked.id}`)).toMatchObject({ state, version: 2 })
    const { data } = await service.do('GET', `/v1/events?caseId=${kase.id}&limit=200`)
    const told = data.filter(({ type }: { type: string }) => /^consultation\./.test(type))
    expect(told.map(({ type }: { type: string }) => type)).toEqual([
      'consultation.asked',
      `consultation.${state}`,
    ])
  }
})

test('fifty who ask while the case ends leave nothing open behind it, and its owner and promise as they were', async () => {
  for (let round = 0; round < 3; round++) {
    const { kase, sanne, piet } = await setQuestion()
    const body = { employeeId: piet.id, question: 'Why?' }
    const resolution = { outcome: 'answered', summary: 'Paid.', contact: outbound }
    const answers = await atOnce([service, beside], (at, n) =>
      n === 25
        ? at.call('POST', `/v1/cases/${kase.id}/resolve`, { as: sanne.id, body: resolution })
        : at.call('POST', `/v1/cases/${kase.id}/consultations`, { as: sanne.id, body }),
    )
    expect(
      Object.keys(tally(answers)).filter((code) => !/^(200|201|409 case-is-resolved)$/.test(code)),
    ).toEqual([])
    const { rows } = await service.sql.query(
      `select c.owner_id, c.callback_id, (select count(*)::int from consultations x where x.case_id = c.id and x.state = 'open') as open
       from cases c where c.id = $1`,
      [kase.id],
    )
    expect(rows).toEqual([{ owner_id: sanne.id, callback_id: null, open: 0 }])
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/consultations?limit=200`)
    const asked = answers.filter(({ status }) => status === 201).length + 1
    expect(data.map(({ state }: { state: string }) => state)).toEqual(Array(asked).fill('withdrawn'))
  }
})

describe('of two scripts, one that asks and one that ends the case,', () => {
  const ending = (kase: Answer['body']): string[] => {
    const [contact, resolution] = [randomUUID(), randomUUID()]
    const kept = `state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'`
    return [
      contactRow(kase, { id: contact }),
      resolutionRow(kase, { id: resolution, contact_id: contact, contact_moment: 'owner-reached' }),
      `update callbacks set ${kept} where id = '${kase.callback.id}'`,
      changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
    ]
  }

  /** The first has not committed when the second comes, and commits when that waits; answers what refuses the second. */
  const oneAfterTheOther = async (
    [one, other]: readonly [Service, Service],
    first: readonly string[],
    second: readonly string[],
  ): Promise<string> => {
    await one.sql.query('begin')
    for (const statement of [...first, tell]) await one.sql.query(statement)
    const { rows } = await other.sql.query('select pg_backend_pid() as pid')
    const refused = refusal(other, ...second)
    await vi.waitFor(
      async () => {
        const asked = 'select wait_event_type as waits from pg_stat_activity where pid = $1'
        expect((await one.sql.query(asked, [rows[0].pid])).rows).toEqual([{ waits: 'Lock' }])
      },
      { timeout: 10_000 },
    )
    await one.sql.query('commit')
    return refused
  }

  test('the first wins, whichever that is', async () => {
    const first = await startService()
    const two = [first, await startService(first)] as const
    const scene = await setScene(first)
    const [one, other] = [await scene.take(), await scene.take()]
    const held = ({ id }: Answer['body']) => `select from cases where id = '${id}' for no key update`
    expect(await oneAfterTheOther(two, [consultationRow(one, scene)], [held(one), ...ending(one)])).toBe(
      'consultations_end_with_their_case',
    )
    expect(await oneAfterTheOther(two, ending(other), [consultationRow(other, scene)])).toBe(
      'consultations_are_of_open_cases',
    )
    await two[1].stop()
    await first.stop()
  })
})
