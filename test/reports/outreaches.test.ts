import { expect, test } from 'vitest'
import { eur, monday, run, setOutreach } from '../outreaches/set-outreach.ts'
import { outbound } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

test('the report of outreaches tells who was informed and knows by now, what was refunded, and who was let sleep or passed over', async () => {
  service.clock.now = monday
  const { draft, customers, informing, act, list, sanne, piet, team } = await setOutreach(service)
  const [told, waiting, asleep, out] = await customers(4)
  await service.do('PATCH', `/v1/customers/${out.id}`, {
    body: { outreachOptOut: true },
    headers: { 'if-match': '*' },
  })
  const { body } = await draft({
    ...{ decision: 'informAndRefund', refund: eur('12.50'), budget: eur('50.00') },
    customers: [
      ...informing([told, waiting, out]),
      ...informing([asleep], { decision: 'letSleep', why: 'Moved.' }),
    ],
  })
  await act(body.id, 'start')
  await run(service)
  const rows = await list(body.id)
  const rowOf = ({ id }: { id: string }) =>
    rows.find((row: { customer: { id: string } }) => row.customer.id === id)
  expect(rowOf(out)).toMatchObject({ state: 'passed-over', because: 'opted-out', case: null })
  const { case: kase, callback } = rowOf(told)
  service.clock.now = Temporal.Instant.from(callback.from)
  const { owner, outreachId } = await service.do('GET', `/v1/cases/${kase.id}`)
  expect(outreachId).toBe(body.id)
  expect([sanne.id, piet.id]).toContain(owner.id)
  await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
    as: owner.id,
    body: { outcome: 'answered', summary: 'They know.', contact: outbound },
  })
  const { gestureId } = rowOf(waiting)
  const other = await service.do('GET', `/v1/cases/${rowOf(waiting).case.id}`)
  await service.do('POST', `/v1/gestures/${gestureId}/withdraw`, { as: other.owner.id, body: {} })

  const report = await service.do('GET', `/v1/reports/outreaches?by=team&teamId=${team.id}`)
  expect(report.total).toEqual({
    ...{
      customers: 4,
      informed: 2,
      told: 1,
      toldShare: 0.5,
      keptInTime: 1,
      refunds: 1,
      refunded: eur('12.50'),
    },
    ...{ letSleep: 1, optedOut: 1, disturbed: 0, withoutPlace: 0, unknown: 0, broken: 0, waiting: 0 },
  })
  expect(report.data).toEqual([
    { group: { key: team.id, name: expect.any(String) }, figures: expect.anything() },
  ])
  const { rows: counted } = await service.sql.query(
    `select count(*) filter (where state = 'opened')::int as informed, count(*)::int as customers,
      (select spent::int from spending_accounts where outreach_id = $1) as spent
     from outreach_customers where outreach_id = $1`,
    [body.id],
  )
  expect(counted).toEqual([{ informed: 2, customers: 4, spent: 1250 }])
  const csv = await service.call('GET', '/v1/reports/outreaches?format=csv')
  expect(csv.text).toMatch(
    /^group,name,customers,informed,told,toldShare,keptInTime,refunds,refunded,refundedCurrency,/,
  )
})
