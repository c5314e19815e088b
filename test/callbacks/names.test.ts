import { expect, test } from 'vitest'
import { outbound, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

test('a callback says whose it is, for whom, and what it is about, wherever it is shown', async () => {
  const { team, sanne, customer, take } = await setScene(service)
  const kase = await take({ subject: 'Charged twice' })
  const said = {
    subject: 'Charged twice',
    owner: { id: sanne.id, name: sanne.name },
    customer: { id: customer.id, name: customer.name },
  }
  const [listed] = (await service.do('GET', `/v1/callbacks?caseId=${kase.id}`)).data
  expect(listed).toMatchObject(said)
  const url = `/v1/callbacks/${kase.callback.id}`
  expect(await service.do('GET', url)).toMatchObject(said)
  const body = { reason: 'The bank answers tomorrow.', contact: outbound }
  expect(await service.do('POST', `${url}/reschedule`, { as: sanne.id, body })).toMatchObject(said)

  const colleague = await service.employee({ teamId: team.id })
  const mine = await service.do('GET', `/v1/callbacks?caseId=${kase.id}`, { as: colleague.id })
  expect(mine.data.map(({ subject }: { subject: string }) => subject)).toEqual([said.subject, said.subject])
})

test('who was not asked about a case of another team gets none of its callbacks, and who is asked gets its subject', async () => {
  const { sanne, take } = await setScene(service)
  const kase = await take({ subject: 'Charged twice' })
  const stranger = await service.employee({ teamId: (await service.team()).id })
  const list = () => service.do('GET', `/v1/callbacks?caseId=${kase.id}`, { as: stranger.id })
  expect((await list()).data).toEqual([])
  await service.do('POST', `/v1/cases/${kase.id}/consultations`, {
    as: sanne.id,
    body: { employeeId: stranger.id, question: 'Do you know?' },
  })
  expect((await list()).data).toMatchObject([{ subject: 'Charged twice' }])
})

test('a callback that ended under another owner names whose it was, and an anonymous customer has no name', async () => {
  const { piet, team, take } = await setScene(service)
  const kase = await take({ customerId: undefined, customer: { anonymous: true } })
  const { id } = kase.callback
  await service.do('POST', `/v1/callbacks/${id}/attempts`, {
    as: kase.owner.id,
    body: { outcome: 'reached', summary: 'Told.', then: { callback: {} } },
  })
  await service.do('POST', `/v1/employees/${kase.owner.id}/departure`, { body: {} })
  const { data } = await service.do('GET', `/v1/callbacks?caseId=${kase.id}`)
  expect(team.id).toBe(kase.teamId)
  expect(data).toMatchObject([
    { state: 'kept', owner: { name: kase.owner.name }, customer: { id: kase.customer.id, name: null } },
    { state: 'open', owner: { id: piet.id, name: piet.name } },
  ])
})
