import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { isUnavailable } from '../../src/db/errors.ts'
import { announceSilence } from '../../src/rooms/asks/announce-silence.ts'
import { refusal } from '../laws/script.ts'
import { atOnce, tally } from '../support/at-once.ts'
import { type Giving, money, setGiving } from '../support/giving.ts'
import { outbound } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)
let instances: readonly [Database, Database]
beforeAll(async () => {
  const open = () => openDatabase({ url: service.databaseUrl, connections: 8, onError: () => undefined })
  instances = [open(), open()]
})
afterAll(() => Promise.all(instances.map((db) => db.close())))

const wish = { wish: 'A new boiler.', amount: money('3200'), reason: 'We broke it.' }
const no = { answer: 'no', reason: 'Under guarantee.', alternative: 'The installer comes tomorrow.' }
const inAnHour = () => Temporal.Now.instant().add({ hours: 1 }).round('millisecond')

const ask = ({ kase, sanne }: Giving, fields: object = {}, as = sanne.id) =>
  service.call('POST', `/v1/cases/${kase.id}/asks`, { as, body: { ...wish, ...fields } })
const coachOf = ({ team }: Giving) => service.employee({ teamId: team.id, role: 'coach' })
const answer = (id: string, as: string, body: object) =>
  service.call('POST', `/v1/asks/${id}/answer`, { as, body })
const shown = (id: string) => service.do('GET', `/v1/asks/${id}`)
const given = async ({ kase }: Giving) => (await service.do('GET', `/v1/cases/${kase.id}/gestures`)).data
const toldOf = async (caseId: string): Promise<Answer['body'][]> =>
  (await service.do('GET', `/v1/events?caseId=${caseId}&type=ask.granted-by-silence&limit=200`)).data

describe('an ask', () => {
  test('is the owner’s, above the ceiling and within that of asks, with four opening hours to answer', async () => {
    const giving = await setGiving(service)
    expect((await ask(giving, {}, giving.piet.id)).body.code).toBe('only-the-owner')
    expect(await ask(giving, { amount: money('10000.01') })).toMatchObject({
      status: 422,
      body: { code: 'ask-over-ceiling', ceiling: money('10000.00') },
    })
    expect((await ask(giving, { amount: money('1', 'USD') })).body.code).toBe('another-currency')
    expect((await ask(giving, { answerBy: '2020-01-01T00:00:00Z' })).body.errors[0].pointer).toBe(
      '#/answerBy',
    )
    service.clock.now = Temporal.Instant.from('2046-11-02T15:00:00Z')
    const { status, body } = await ask(giving)
    expect([status, body]).toMatchObject([
      201,
      {
        state: 'open',
        bySilence: false,
        answer: null,
        gestureId: null,
        amount: money('3200.00'),
        answerBy: '2046-11-05T11:00:00.000Z',
      },
    ])
    expect(await shown(body.id)).toEqual(body)
    expect(await given(giving)).toEqual([])
  })

  test('is answered with yes by a coach of the team, and is a gesture outside the budgets then', async () => {
    const giving = await setGiving(service)
    const { body: asked } = await ask(giving)
    const coach = await coachOf(giving)
    const stranger = await service.employee({ teamId: (await service.team()).id, role: 'coach' })
    expect((await answer(asked.id, giving.piet.id, { answer: 'yes' })).status).toBe(403)
    expect((await answer(asked.id, stranger.id, { answer: 'yes' })).status).toBe(403)
    const { body: granted } = await answer(asked.id, coach.id, { answer: 'yes' })
    expect(granted).toMatchObject({
      state: 'granted',
      bySilence: false,
      answer: { answer: 'yes', by: { id: coach.id } },
    })
    const [gesture] = await given(giving)
    expect(gesture).toMatchObject({
      id: granted.gestureId,
      askId: asked.id,
      amount: money('3200.00'),
      state: 'granted',
      remaining: money('2000.00'),
      grantedAt: granted.closedAt,
    })
    const fulfil = `/v1/gestures/${gesture.id}/fulfil`
    expect((await service.do('POST', fulfil, { body: { reference: 'CN-A1' } })).state).toBe('fulfilled')
    expect((await answer(asked.id, coach.id, no)).body.code).toBe('ask-is-granted')
  })

  test('is answered with no only with a reason and an alternative', async () => {
    const giving = await setGiving(service)
    const { body: asked } = await ask(giving)
    const coach = await coachOf(giving)
    expect((await answer(asked.id, coach.id, { answer: 'no', reason: 'No.' })).status).toBe(400)
    expect((await answer(asked.id, coach.id, { answer: 'no', alternative: 'Tea.' })).status).toBe(400)
    expect((await answer(asked.id, coach.id, no)).body).toMatchObject({
      state: 'refused',
      gestureId: null,
      answer: no,
    })
    expect((await answer(asked.id, coach.id, { answer: 'yes' })).body.code).toBe('ask-is-closed')
    service.clock.now = Temporal.Instant.from(asked.answerBy).add({ hours: 1 })
    expect([(await shown(asked.id)).state, await given(giving)]).toEqual(['refused', []])
  })

  test('is granted by silence from its moment on, with nothing running: a no comes too late', async () => {
    const giving = await setGiving(service)
    const at = inAnHour()
    const { body: asked } = await ask(giving, { answerBy: at.toString() })
    const coach = await coachOf(giving)
    service.clock.now = at.subtract({ milliseconds: 1 })
    expect([(await shown(asked.id)).state, (await given(giving)).length]).toEqual(['open', 0])
    for (const moment of [at, at.add({ milliseconds: 1 })]) {
      service.clock.now = moment
      expect(await answer(asked.id, coach.id, no)).toMatchObject({
        status: 409,
        body: { code: 'ask-is-granted', bySilence: true },
      })
      expect(await shown(asked.id)).toMatchObject({
        state: 'granted',
        bySilence: true,
        closedAt: asked.answerBy,
      })
    }
    const [gesture] = await given(giving)
    expect(gesture).toMatchObject({ askId: asked.id, state: 'granted' })
    const withdraw = { as: giving.sanne.id, body: {} }
    expect(
      (await service.call('POST', `/v1/asks/${asked.id}/withdraw`, { as: giving.sanne.id })).status,
    ).toBe(409)
    expect((await service.do('POST', `/v1/gestures/${gesture.id}/withdraw`, withdraw)).state).toBe(
      'withdrawn',
    )
    const { data } = await service.do('GET', `/v1/asks?caseId=${giving.kase.id}&state=granted&bySilence=true`)
    expect(data).toHaveLength(1)
  })

  test('ends withdrawn with its case, unless silence has granted it by then', async () => {
    const giving = await setGiving(service)
    const at = inAnHour()
    const [early, late] = [
      (await ask(giving, { answerBy: at.toString() })).body,
      (await ask(giving, { answerBy: at.add({ hours: 2 }).toString() })).body,
    ]
    const dropped = (await ask(giving)).body
    const drop = { as: giving.sanne.id }
    expect((await service.do('POST', `/v1/asks/${dropped.id}/withdraw`, drop)).state).toBe('withdrawn')
    service.clock.now = at
    await service.do('POST', `/v1/cases/${giving.kase.id}/resolve`, {
      as: giving.sanne.id,
      body: { outcome: 'answered', summary: 'Paid.', contact: outbound },
    })
    expect([(await shown(early.id)).state, (await shown(late.id)).state]).toEqual(['granted', 'withdrawn'])
    expect((await ask(giving)).body.code).toBe('case-is-resolved')
    expect(await given(giving)).toHaveLength(1)
  })

  test('that fifty answer at once has one answer', async () => {
    const giving = await setGiving(service)
    const { body: asked } = await ask(giving)
    const coach = await coachOf(giving)
    const answers = await atOnce([service, beside], (at, n) =>
      at.call('POST', `/v1/asks/${asked.id}/answer`, {
        as: coach.id,
        body: n % 2 === 0 ? no : { answer: 'yes' },
      }),
    )
    expect(tally(answers)[200]).toBe(1)
    expect(Object.keys(tally(answers))).toHaveLength(2)
  })
})

test('six hundred granted while nothing ran, more than one turn takes, are each told once by fifty sweeps at once', async () => {
  const givings = await Promise.all(Array.from({ length: 10 }, () => setGiving(service)))
  const at = inAnHour()
  const asked = await atOnce(givings, (giving) => ask(giving, { answerBy: at.toString() }), 600)
  expect(tally(asked)).toEqual({ 201: 600 })
  const later = at.add({ hours: 1 })
  service.clock.now = later
  const { data } = await service.do('GET', '/v1/asks?state=granted&bySilence=true&limit=200')
  expect(data).toHaveLength(200)
  await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      announceSilence(instances[n % 2 === 0 ? 0 : 1], later).catch((error: unknown) => {
        if (!isUnavailable(error)) throw error
      }),
    ),
  )
  await announceSilence(instances[0], later)
  const ids: string[] = []
  for (const { kase } of givings) ids.push(...(await toldOf(kase.id)).map(({ data }) => data.askId))
  expect(ids.sort()).toEqual(asked.map(({ body }) => body.id).sort())
})

test('a process that tells of deadlines tells of these, by itself', async () => {
  const giving = await setGiving(service)
  const at = inAnHour()
  await ask(giving, { answerBy: at.toString() })
  const worker = await startService(service, { deadlines: true })
  try {
    expect(await toldOf(giving.kase.id)).toEqual([])
    service.clock.now = at
    await vi.waitFor(async () => expect(await toldOf(giving.kase.id)).toHaveLength(1), { timeout: 10_000 })
  } finally {
    await worker.stop()
  }
})

test('what silence grants in the very moment in which its case ends is granted', async () => {
  const giving = await setGiving(service)
  const at = inAnHour()
  await ask(giving, { answerBy: at.toString() })
  service.clock.now = at
  await service.do('POST', `/v1/cases/${giving.kase.id}/resolve`, {
    as: giving.sanne.id,
    body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
  })
  expect(await given(giving)).toMatchObject([{ amount: money('3200.00'), state: 'granted' }])
})

test('no SQL answers no once silence has granted it, grants it sooner, changes it, or ends a case that asks', async () => {
  const giving = await setGiving(service)
  const { body: asked } = await ask(giving)
  const coach = await coachOf(giving)
  const change = (set: string) => `update asks set ${set} where id = '${asked.id}'`
  const refused = `state = 'refused', answered_by_id = '${coach.id}', answer_reason = 'No.', alternative = 'Tea.'`
  expect(await refusal(service, change(`${refused}, closed_at = answer_by`))).toBe('asks_silence_is_yes')
  expect(await refusal(service, change(`${refused}, closed_at = asked_at`))).toBe('gestures_follow_their_ask')
  const yes = `state = 'granted', answered_by_id = '${coach.id}', closed_at = asked_at`
  expect(await refusal(service, change(yes))).toBe('gestures_follow_their_ask')
  expect(await refusal(service, change(`state = 'granted', by_silence = true, closed_at = asked_at`))).toBe(
    'asks_silence_is_yes',
  )
  expect(await refusal(service, change(`amount = 1`))).toBe('asks_are_final')
  expect(await refusal(service, change(`answer_by = answer_by + '1 hour'::interval`))).toBe('asks_are_final')
  expect(await refusal(service, `delete from asks where id = '${asked.id}'`)).toBe('asks_are_final')
  const sooner = `update gestures set granted_at = granted_at - '1 hour'::interval where ask_id = '${asked.id}'`
  expect(await refusal(service, sooner)).toBe('gestures_follow_their_ask')
  const never = `update gestures set state = 'refused', ended_at = now() where ask_id = '${asked.id}'`
  expect(await refusal(service, never)).toBe('gestures_follow_their_ask')
  const more = `update gestures set amount = amount + 1 where ask_id = '${asked.id}'`
  expect(await refusal(service, more)).toBe('gestures_are_final')
})

test('no SQL has an ask answered but by a coach of its team, or of all, or an admin, who works here', async () => {
  const giving = await setGiving(service)
  const { body: asked } = await ask(giving)
  const hire = (role: string, teamId: string | null = null) => service.employee({ teamId, role })
  const leaver = await hire('coach')
  const answered = (by: { readonly id: string }, ...before: readonly string[]) =>
    refusal(
      service,
      ...before,
      `update gestures set granted_at = k.asked_at from asks k where ask_id = k.id and k.id = '${asked.id}'`,
      `update asks set state = 'granted', closed_at = asked_at, answered_by_id = '${by.id}' where id = '${asked.id}'`,
    )
  for (const who of [await hire('coach', giving.team.id), await hire('admin'), leaver])
    expect(await answered(who)).toBe('nothing')
  for (const who of [giving.piet, await hire('coach', (await service.team()).id)])
    expect(await answered(who)).toBe('asks_are_answered_by_a_coach')
  const leaves = `update employees set departed_at = now() where id = '${leaver.id}'`
  expect(await answered(leaver, leaves)).toBe('asks_are_answered_by_a_coach')
})
