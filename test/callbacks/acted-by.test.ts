import { expect, test } from 'vitest'
import { inbound, outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** Minutes after eight on a Monday morning in winter. */
const goTo = (minutes: number): void => {
  service.clock.now = Temporal.Instant.from('2027-01-11T08:00:00Z').add({ minutes })
}

test('an act shows whoever owned the case then, also when a succession has given it to another', async () => {
  goTo(0)
  const team = await service.team()
  const [sanne, piet, fatima] = await Promise.all([1, 2, 3].map(() => service.employee({ teamId: team.id })))
  const { id: customerId } = await service.customer({ teamId: team.id })
  const kase = await service.do('POST', '/v1/cases', {
    as: sanne.id,
    body: { customerId, question: 'Why twice?' },
  })
  const absence = await service.do('POST', `/v1/employees/${sanne.id}/absences`, {
    body: { from: '2027-01-11T08:05:00Z', until: '2027-01-12T08:00:00Z', standInId: piet.id },
  })
  expect(absence.standIns).toHaveLength(1)
  const act = (as: string, url: string, body: object) => service.do('POST', url, { as, body })
  const attempts = `/v1/callbacks/${kase.callback.id}/attempts`
  const contacts = `/v1/cases/${kase.id}/contacts`

  goTo(10)
  await act(piet.id, attempts, { outcome: 'no-answer' })
  await act(piet.id, contacts, outbound)
  const asked = await act(piet.id, contacts, { ...inbound, summary: 'Wants somebody else.' })
  goTo(20)
  await act(piet.id, `/v1/cases/${kase.id}/successions`, {
    cause: 'customerChoice',
    contactId: asked.id,
    toOwnerId: fatima.id,
  })
  goTo(30)
  await act(fatima.id, attempts, { outcome: 'busy' })
  await act(piet.id, contacts, inbound)

  const both = ({ actedBy, ownerId }: Answer['body']) => [actedBy, ownerId]
  const { history } = await service.do('GET', `/v1/callbacks/${kase.callback.id}`)
  expect(history.map(both)).toEqual([
    [piet.id, sanne.id],
    [fatima.id, fatima.id],
  ])
  const { data } = await service.do('GET', contacts)
  expect(data.map(both)).toEqual([
    [sanne.id, sanne.id],
    [piet.id, sanne.id],
    [piet.id, sanne.id],
    [piet.id, fatima.id],
  ])
})
