import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'

const service = useService()

test('customers are merged and parted by their team, a coach or an admin, and by no other member', async () => {
  const [home, away] = [await service.team(), await service.team()]
  const hire = (teamId: string | null, role = 'member') => service.employee({ teamId, role })
  const foreign = [await hire(away.id), await hire(null)]
  const own = [await hire(home.id), await hire(away.id, 'coach'), await hire(away.id, 'admin')]
  const merge = (from: string, into: string, as: string) =>
    service.call('POST', `/v1/customers/${from}/merge-into`, { as, body: { customerId: into } })
  for (const { id } of own) {
    const [one, other] = [
      await service.customer({ teamId: home.id }),
      await service.customer({ teamId: home.id }),
    ]
    for (const stranger of foreign) {
      const answer = await merge(one.id, other.id, stranger.id)
      expect([answer.status, answer.text.includes(other.name)]).toEqual([403, false])
    }
    expect((await merge(one.id, other.id, id)).status).toBe(200)
    const part = (as: string) => service.call('POST', `/v1/customers/${one.id}/unmerge`, { as })
    for (const stranger of foreign) expect((await part(stranger.id)).status).toBe(403)
    expect((await part(id)).status).toBe(200)
  }
  const [ours, theirs] = [
    await service.customer({ teamId: home.id }),
    await service.customer({ teamId: away.id }),
  ]
  expect((await merge(ours.id, theirs.id, own[0].id)).status).toBe(403)
  expect((await merge(theirs.id, ours.id, own[0].id)).status).toBe(403)
})
