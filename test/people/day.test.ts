import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** A Monday on which nobody has a day off; Amsterdam is an hour ahead of UTC. */
const at = (time: string): string => `2026-11-23T${time}:00Z`
const setClock = (time: string): void => {
  service.clock.now = Temporal.Instant.from(time)
}

const day = (as: string): Promise<Answer['body']> => service.do('GET', '/v1/me/day', { as })
const idsOf = ({ callbacks }: Answer['body']): string[] => callbacks.map(({ id }: { id: string }) => id)
const callback = (from: string, until: string) => ({ callback: { from, until } })

async function scene(): Promise<Scene> {
  setClock(at('08:00'))
  return setScene(service)
}

const standIn = (owner: string, by: string, from: string, until: string): Promise<string> =>
  coverAbsence(service, { owner, by, from, until })

test('my day holds what colleagues ask of me, the soonest needed first, until I answer or the case ends', async () => {
  const { sanne, piet, take } = await scene()
  const ask = async (needBy: string, fields: object = {}) => {
    const { id, reference } = await take(fields)
    const body = { employeeId: piet.id, question: 'Why two?', needBy }
    const asked = await service.do('POST', `/v1/cases/${id}/consultations`, { as: sanne.id, body })
    return { ...asked, caseId: id, reference }
  }
  const later = await ask(at('15:00'))
  const first = await ask(at('09:00'), { subject: 'Twice' })
  setClock(at('10:00'))
  const { consultations } = await day(piet.id)
  expect(consultations).toEqual([
    {
      id: first.id,
      caseId: first.caseId,
      reference: first.reference,
      subject: 'Twice',
      kind: 'question',
      question: 'Why two?',
      askedBy: { id: sanne.id, name: sanne.name },
      needBy: '2026-11-23T09:00:00.000Z',
      overdue: true,
    },
    expect.objectContaining({ id: later.id, overdue: false }),
  ])
  expect((await day(sanne.id)).consultations).toEqual([])
  const answer = { as: piet.id, body: { answer: 'By mistake.' } }
  await service.do('POST', `/v1/consultations/${first.id}/answer`, answer)
  await service.do('POST', `/v1/cases/${later.caseId}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Paid.', contact: outbound },
  })
  expect((await day(piet.id)).consultations).toEqual([])
})

test('my day holds what I promised for today, in the order of the windows, with all that I need to call', async () => {
  const { sanne, piet, customer, open } = await scene()
  const late = await open(callback(at('14:00'), at('15:00')))
  const first = await open({ ...callback(at('09:00'), at('10:00')), subject: 'Twice' })
  await open(callback('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'))
  await service.do('POST', `/v1/cases/${first.id}/contacts`, { as: piet.id, body: inbound })
  await service.do('POST', `/v1/callbacks/${first.callback.id}/attempts`, {
    as: sanne.id,
    body: { outcome: 'no-answer' },
  })
  const { nextTryAt } = await service.do('GET', `/v1/callbacks/${first.callback.id}`)

  setClock(at('10:00'))
  expect(await day(sanne.id)).toEqual({
    employee: { id: sanne.id, name: sanne.name },
    date: '2026-11-23',
    timeZone: 'Europe/Amsterdam',
    callbacks: [
      {
        id: first.callback.id,
        caseId: first.id,
        reference: first.reference,
        subject: 'Twice',
        customer: { id: customer.id, name: customer.name },
        ownerId: sanne.id,
        channel: 'phone',
        to: '+31612345678',
        from: '2026-11-23T09:00:00.000Z',
        until: '2026-11-23T10:00:00.000Z',
        computed: false,
        overdue: false,
        attempts: 1,
        nextTryAt,
        chases: 1,
      },
      expect.objectContaining({ id: late.callback.id, overdue: false, chases: 0 }),
    ],
    more: false,
    consultations: [],
    standingInFor: [],
    ideas: [],
    absences: [],
  })
  setClock('2026-11-23T10:00:00.001Z')
  expect((await day(sanne.id)).callbacks[0].overdue).toBe(true)
  expect(idsOf(await day(piet.id))).toEqual([])
})

test('what is overdue stays in every day until it is kept', async () => {
  const { sanne, open } = await scene()
  const { id, callback: promise } = await open(callback(at('09:00'), at('10:00')))
  setClock('2026-12-03T09:00:00Z')
  expect(idsOf(await day(sanne.id))).toEqual([promise.id])
  await service.do('POST', `/v1/callbacks/${promise.id}/attempts`, {
    as: sanne.id,
    body: {
      outcome: 'reached',
      summary: 'Told.',
      then: { resolve: { outcome: 'answered', summary: 'Told.' } },
    },
  })
  expect(idsOf(await day(sanne.id))).toEqual([])
  expect((await service.do('GET', `/v1/cases/${id}`)).status).toBe('resolved')
})

test('a day ends at midnight where the team is', async () => {
  setClock(at('08:00'))
  const open = {
    openingHours: Object.fromEntries(
      ['monday', 'tuesday'].map((name) => [name, [{ from: '00:00', until: '24:00' }]]),
    ),
    callbacksPerHour: 60,
  }
  const opened = async (timeZone: string): Promise<[string, string, string]> => {
    const team = await service.team({ agreements: { ...open, timeZone } })
    const sanne = await service.employee({ teamId: team.id })
    const { id: customerId } = await service.customer({ teamId: team.id })
    const promise = async (from: string, until: string): Promise<string> =>
      (
        await service.do('POST', '/v1/cases', {
          as: sanne.id,
          body: { customerId, question: 'Why?', ...callback(from, until) },
        })
      ).callback.id
    return [sanne.id, await promise(at('22:00'), at('23:00')), await promise(at('22:30'), at('23:30'))]
  }
  const [inAmsterdam, before, after] = await opened('Europe/Amsterdam')
  const [inLisbon, ...both] = await opened('Europe/Lisbon')
  expect(idsOf(await day(inAmsterdam))).toEqual([before])
  expect(idsOf(await day(inLisbon))).toEqual(both)
  setClock(at('23:00'))
  expect(await day(inAmsterdam)).toMatchObject({ date: '2026-11-24', timeZone: 'Europe/Amsterdam' })
  expect(idsOf(await day(inAmsterdam))).toEqual([before, after])
  expect(await day(inLisbon)).toMatchObject({ date: '2026-11-23', timeZone: 'Europe/Lisbon' })
})

test('who stands in has the owner’s callbacks in their day, for as long as the absence lasts', async () => {
  const { sanne, piet, open } = await scene()
  const { callback: promise } = await open(callback(at('09:00'), at('10:00')))
  const [from, until] = ['2026-11-23T09:00:00.000Z', '2026-11-23T12:00:00.000Z']
  const now = await standIn(sanne.id, piet.id, from, until)
  const [later, end] = ['2026-12-01T23:00:00.000Z', '2026-12-03T23:00:00.000Z']
  const then = await standIn(sanne.id, piet.id, later, end)
  const absences = [
    { id: now, employeeId: sanne.id, name: sanne.name, from, until },
    { id: then, employeeId: sanne.id, name: sanne.name, from: later, until: end },
  ]
  const before = await day(piet.id)
  expect([idsOf(before), before.standingInFor, before.absences]).toEqual([[], [], absences])

  setClock(from)
  const during = await day(piet.id)
  expect(during.callbacks).toMatchObject([{ id: promise.id, ownerId: sanne.id }])
  expect(during.standingInFor).toEqual([{ id: sanne.id, name: sanne.name, extension: '204', until }])
  expect(during.absences).toEqual(absences)
  expect(idsOf(await day(sanne.id))).toEqual([promise.id])

  setClock(until)
  const ended = await day(piet.id)
  expect([idsOf(ended), ended.standingInFor, ended.absences]).toEqual([[], [], absences.slice(1)])
})

test('a complaint about me is not in my day, although I stand in for its owner', async () => {
  const { sanne, piet, open } = await scene()
  await open({ ...callback(at('09:00'), at('10:00')), aboutEmployeeId: piet.id })
  const { callback: other } = await open(callback(at('10:00'), at('11:00')))
  await standIn(sanne.id, piet.id, at('08:00'), at('20:00'))
  expect(idsOf(await day(piet.id))).toEqual([other.id])
  expect(idsOf(await day(sanne.id))).toHaveLength(2)
})

test('a specialist has an empty day, in the time zone of the organisation; a system has none', async () => {
  setClock(at('08:00'))
  const { id } = await service.employee({ teamId: null })
  expect(await day(id)).toMatchObject({ timeZone: 'Europe/Amsterdam', callbacks: [], more: false })
  const answer = await service.call('GET', '/v1/me/day')
  expect([answer.status, answer.body.code]).toEqual([403, 'forbidden'])
})

test('a day shows at most 200 callbacks, the earliest first, and says whether there are more', async () => {
  const { sanne, take } = await scene()
  await atOnce([service], () => take(), 200)
  setClock('2026-12-03T09:00:00Z')
  const whole = await day(sanne.id)
  expect([whole.callbacks.length, whole.more]).toEqual([200, false])
  const last = await take()
  setClock('2026-12-07T09:00:00Z')
  const cut = await day(sanne.id)
  expect([cut.callbacks.length, cut.more]).toEqual([200, true])
  expect(idsOf(cut)).not.toContain(last.callback.id)
})
