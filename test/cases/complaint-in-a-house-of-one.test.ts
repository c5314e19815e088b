import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'

const service = useService()

test('a complaint about the only employee is refused by what is missing, and taken when it is there', async () => {
  const { id: teamId } = await service.team()
  const only = await service.employee({ teamId })
  const complain = () =>
    service.call('POST', '/v1/cases', {
      body: { customer: { name: 'Els' }, question: 'Rude!', aboutEmployeeId: only.id },
    })
  const refused = await complain()
  expect([refused.status, refused.body.code]).toEqual([409, 'organisation-not-ready'])
  expect(refused.body.detail).toContain('besides the employee whom this is about')
  const second = await service.employee({ teamId })
  expect((await complain()).body.owner.id).toBe(second.id)
})
