import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** A Monday on which nobody has a day off; Amsterdam is an hour ahead of UTC. */
const at = (time: string): string => `2026-11-23T${time}:00Z`
const setClock = (time: string): void => {
  service.clock.now = Temporal.Instant.from(time)
}

async function scene(): Promise<Scene> {
  setClock(at('08:00'))
  return setScene(service)
}

const callback = (from: string, until: string) => ({ callback: { from, until } })
const board = ({ team }: Scene, as?: string): Promise<Answer['body']> =>
  service.do('GET', `/v1/teams/${team.id}/board`, as === undefined ? {} : { as })
const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)
const chase = ({ piet }: Scene, { id }: { id: string }) =>
  service.do('POST', `/v1/cases/${id}/contacts`, { as: piet.id, body: inbound })

test('a board counts the promises of its team, and shows those that need attention in their order', async () => {
  const here = await scene()
  const late = await here.open({ ...callback(at('09:00'), at('10:00')), subject: 'Twice' })
  const soon = await here.open(callback(at('11:30'), at('12:00')))
  const next = await here.open(callback(at('11:00'), at('11:30')))
  await here.open(callback(at('14:00'), at('15:00')))
  await here.open(callback('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'))
  await here.resolved()
  await scene().then(({ open }) => open(callback(at('09:00'), at('10:00'))))

  setClock(at('10:30'))
  const shown = await board(here, here.piet.id)
  expect(shown).toEqual({
    team: { id: here.team.id, name: expect.any(String) },
    date: '2026-11-23',
    promises: { open: 5, dueToday: 3, overdue: 1 },
    overdue: [
      {
        id: late.callback.id,
        caseId: late.id,
        reference: late.reference,
        subject: 'Twice',
        customer: { id: here.customer.id, name: here.customer.name },
        owner: { id: here.sanne.id, name: here.sanne.name, extension: '204' },
        standIn: null,
        chases: 0,
        channel: 'phone',
        from: '2026-11-23T09:00:00.000Z',
        until: '2026-11-23T10:00:00.000Z',
        attempts: 0,
        nextTryAt: null,
      },
    ],
    dueSoon: [
      expect.objectContaining({ id: next.callback.id }),
      expect.objectContaining({ id: soon.callback.id }),
    ],
    chased: [],
  })
  expect(await board(here)).toEqual(shown)
})

test('due soon is what ends within two hours, to the moment', async () => {
  const here = await scene()
  const { callback: promise } = await here.open(callback(at('11:00'), at('12:00')))
  setClock('2026-11-23T09:59:59.999Z')
  expect((await board(here)).dueSoon).toEqual([])
  setClock(at('10:00'))
  expect(idsOf((await board(here)).dueSoon)).toEqual([promise.id])
  setClock(at('12:00'))
  expect(await board(here)).toMatchObject({ promises: { dueToday: 1, overdue: 0 }, overdue: [] })
  setClock('2026-11-23T12:00:00.001Z')
  expect(await board(here)).toMatchObject({ promises: { dueToday: 0, overdue: 1 }, dueSoon: [] })
})

test('open cases whose customers contacted us again are shown, the most chased first', async () => {
  const here = await scene()
  const once = await here.open(callback(at('09:00'), at('10:00')))
  const twice = await here.open(callback(at('13:00'), at('14:00')))
  const ended = await here.take()
  await here.take()
  for (const kase of [twice, once, twice, ended]) await chase(here, kase)
  await service.do('POST', `/v1/cases/${ended.id}/resolve`, {
    as: here.sanne.id,
    body: { outcome: 'answered', summary: 'Told.', contact: { direction: 'outbound', channel: 'phone' } },
  })
  const { chased } = await board(here)
  expect(chased).toEqual([
    expect.objectContaining({ caseId: twice.id, chases: 2, until: '2026-11-23T14:00:00.000Z' }),
    expect.objectContaining({ caseId: once.id, chases: 1 }),
  ])
})

test('a board says who stands in for an owner now', async () => {
  const here = await scene()
  const { callback: promise } = await here.open(callback(at('09:00'), at('10:00')))
  await coverAbsence(service, {
    owner: here.sanne.id,
    by: here.piet.id,
    from: at('09:00'),
    until: at('11:00'),
  })
  const standIn = async (time: string) => {
    setClock(time)
    const { overdue, dueSoon } = await board(here)
    const [shown] = [...overdue, ...dueSoon]
    expect(shown.id).toBe(promise.id)
    return shown.standIn
  }
  expect(await standIn(at('08:30'))).toBeNull()
  expect(await standIn(at('09:00'))).toEqual({ id: here.piet.id, name: here.piet.name })
  expect(await standIn(at('11:00'))).toBeNull()
})

test('a case about me is neither counted nor shown on the board that I see', async () => {
  const here = await scene()
  const about = { aboutEmployeeId: here.piet.id }
  const late = await here.open({ ...callback(at('09:00'), at('10:00')), ...about })
  await here.open({ ...callback(at('11:00'), at('12:00')), ...about })
  await service.do('POST', `/v1/cases/${late.id}/contacts`, { body: inbound })
  setClock(at('10:30'))
  expect(await board(here, here.piet.id)).toMatchObject({
    promises: { open: 0, dueToday: 0, overdue: 0 },
    overdue: [],
    dueSoon: [],
    chased: [],
  })
  const seen = await board(here, here.sanne.id)
  expect(seen.promises).toEqual({ open: 2, dueToday: 1, overdue: 1 })
  expect([seen.overdue.length, seen.dueSoon.length, seen.chased.length]).toEqual([1, 1, 1])
})

test('a list has at most 50, the counts have all', async () => {
  const here = await scene()
  await atOnce([here], ({ take }) => take(), 51)
  setClock('2026-12-03T09:00:00Z')
  const { promises, overdue } = await board(here)
  expect([promises.overdue, overdue.length]).toEqual([51, 50])
})

test('there is no board of a team that is not there', async () => {
  const answer = await service.call('GET', `/v1/teams/${randomUUID()}/board`)
  expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
})
