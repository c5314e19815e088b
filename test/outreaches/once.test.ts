import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { outcomeOf } from '../laws/attacks/attack.ts'
import { useService } from '../support/use-service.ts'
import { eur, monday, run, setOutreach } from './set-outreach.ts'

const service = useService()

/** Two customers of whom one is informed and refunded, and then turns out to be the other. */
async function setTwins() {
  service.clock.now = monday
  const scene = await setOutreach(service)
  const [first, second] = await scene.customers(2)
  const { body } = await scene.draft({
    ...{ refund: eur('5.00'), budget: eur('50.00'), worthMore: 'Their meter may catch fire.' },
    customers: [
      ...scene.informing([first], { decision: 'informAndRefund' }),
      ...scene.informing([second], { decision: 'inform' }),
    ],
  })
  const of = `where outreach_id = '${body.id}' and customer_id = '${second.id}'`
  await service.sql.query(`update outreach_customers set next_at = next_at + '1 day'::interval ${of}`)
  await scene.act(body.id, 'start')
  await run(service)
  await service.do('POST', `/v1/customers/${first.id}/merge-into`, { body: { customerId: second.id } })
  await service.sql.query(`update outreach_customers set next_at = next_at - '1 day'::interval ${of}`)
  return { ...scene, id: body.id, first, second, of }
}

test('a customer who was two in the books is informed and refunded once, whichever of them was first', async () => {
  const { id, show, list, second } = await setTwins()
  await run(service)
  expect(await show(id)).toMatchObject({
    state: 'done',
    progress: { informed: 1, passedOver: 1, refunds: 1 },
  })
  const [row] = await list(id, '&state=passed-over')
  expect(row).toMatchObject({ customer: { id: second.id }, because: 'merged' })
})

test('no SQL informs them for the second time, by another case in the same window', async () => {
  const { id, first, of } = await setTwins()
  const [kase, promise] = [randomUUID(), randomUUID()]
  const like = `from cases c join callbacks b on b.id = c.callback_id join outreach_customers x on x.case_id = c.id
    where x.outreach_id = '${id}' and x.customer_id = '${first.id}'`
  const steps = [
    'set constraints all deferred',
    `insert into cases (id, reference, customer_id, owner_id, team_id, callback_id, subject, question, origin, channel, opened_by_kind,
        opened_by_id, assignment_reason, opened_at, version)
      select '${kase}', '987654321987', c.customer_id, c.owner_id, c.team_id, '${promise}', c.subject, c.question, c.origin, c.channel,
        c.opened_by_kind, c.opened_by_id, c.assignment_reason, c.opened_at, 2 ${like}`,
    `insert into events (id, type, at, case_id, case_sequence, actor_kind, data) values
      (gen_random_uuid(), 'case.opened', now(), '${kase}', 1, 'system', '{}'),
      (gen_random_uuid(), 'callback.made', now(), '${kase}', 2, 'system', '{"callbackId": "${promise}"}')`,
    `insert into callbacks (id, case_id, owner_id, state, channel, window_from, window_until, remind_at, computed, booked_hour, place, made_at)
      select '${promise}', '${kase}', b.owner_id, 'open', b.channel, b.window_from, b.window_until, b.remind_at, false, b.booked_hour, 9, b.made_at ${like}`,
    // It is on record of the one who stands for both that they are disturbed.
    `insert into disturbances (id, customer_id, kind, at, quiet_until, worth_more, outreach_id)
      select gen_random_uuid(), c.customer_id, 'outreach', b.window_from, b.window_from + '168 hours'::interval, true, '${id}' ${like}`,
    `update outreach_customers set state = 'opened', case_id = '${kase}', settled_at = now() ${of}`,
  ]
  for (const isolation of ['read committed', 'repeatable read'])
    expect(await outcomeOf(service, isolation, steps)).toBe('outreach_customers_are_informed_once')
})
