import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

type Found = Answer['body']

const service = useService()
let teamId: string
let customer: Found
beforeAll(async () => {
  teamId = (await service.team()).id
  await service.employee({ teamId })
  await service.employee({ teamId })
  customer = await service.customer({ teamId })
})

/** Somebody who leaves, with a question and with a complaint about an admin. */
async function leave() {
  const [leaver, admin] = await Promise.all([
    service.employee({ teamId }),
    service.employee({ teamId, role: 'admin' }),
  ])
  const take = (more: object): Promise<Found> =>
    service.do('POST', '/v1/cases', {
      as: leaver.id,
      body: { customerId: customer.id, question: 'Why?', ...more },
    })
  const [question, complaint] = [await take({}), await take({ aboutEmployeeId: admin.id })]
  const depart = (as: string, body: object = {}) =>
    service.call('POST', `/v1/employees/${leaver.id}/departure`, { as, body })
  return { leaver, admin, question, complaint, depart }
}
const caseIds = ({ body }: Answer): string[] =>
  body.successions.map(({ caseId }: Found): string => caseId).sort()

describe('an admin who lets somebody leave', () => {
  test('is not told of a complaint about themselves, which passes on all the same', async () => {
    const { admin, question, complaint, depart, leaver } = await leave()
    const answer = await depart(admin.id)
    expect([answer.status, caseIds(answer)]).toEqual([200, [question.id]])
    expect(answer.text).not.toContain(complaint.reference)
    const { owner } = await service.do('GET', `/v1/cases/${complaint.id}`)
    expect([leaver.id, admin.id]).not.toContain(owner.id)
  })

  test('is told of a complaint about another', async () => {
    const { question, complaint, depart } = await leave()
    const other = await service.employee({ teamId, role: 'admin' })
    expect(caseIds(await depart(other.id))).toEqual([question.id, complaint.id].sort())
  })

  test('who names a successor for it hears what they would of a case that never was', async () => {
    const { admin, complaint, leaver, depart } = await leave()
    const name = (caseId: string) => depart(admin.id, { successors: [{ caseId, employeeId: admin.id }] })
    const [theirs, nothing] = [await name(complaint.id), await name(leaver.id)]
    expect([theirs.status, theirs.body.errors]).toEqual([422, nothing.body.errors])
  })
})
