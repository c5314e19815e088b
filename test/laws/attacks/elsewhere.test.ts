import { beforeAll, expect, test } from 'vitest'
import { outbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { refusal } from '../script.ts'

/** What happened in one case is told in its history when it did, and not in that of another. */
const service = useService()

let [kase, like, other, asked, reported]: Answer['body'][] = []
beforeAll(async () => {
  const { take, sanne, piet, team } = await setScene(service)
  ;[kase, like, other] = [await take(), await take(), await take()]
  const customer = await service.customer({ teamId: team.id })
  const ask = { employeeId: piet.id, question: 'Why two debits?' }
  const report = { cause: 'safety', reason: 'Threatens me.', toOwnerId: piet.id }
  const make = (url: string, body: object) => service.do('POST', `/v1/${url}`, { as: sanne.id, body })
  asked = await make(`cases/${kase.id}/consultations`, ask)
  reported = await make(`cases/${kase.id}/successions`, report)
  // All that happened in one of them happened in the other as well.
  for (const { id, callback } of [like, other])
    for (const [url, body] of [
      [`callbacks/${callback.id}/attempts`, { outcome: 'busy' }],
      [`cases/${id}/notes`, { text: 'They moved.' }],
      [`cases/${id}/consultations`, ask],
      [`cases/${id}/customer-correction`, { customerId: customer.id, reason: 'Wrong one.' }],
      [`cases/${id}/successions`, report],
      [`cases/${id}/resolve`, { outcome: 'answered', summary: 'Paid back.', contact: outbound }],
    ] as const)
      await make(url, body)
})

test.each([
  'callback.attempted',
  'callback.kept',
  'callback.made',
  'case.customer-corrected',
  'case.resolved',
  'consultation.asked',
  'contact.recorded',
  'note.added',
  'succession.requested',
])('no SQL tells of %s in another case', async (type) => {
  const told = `
    with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
      select gen_random_uuid(), e.type, now(), c.id, c.version + 1, 'system', e.data
      from events e, cases c where e.case_id = '${other.id}' and e.type = '${type}' and c.id = '${like.id}'
      limit 1 returning id)
    update cases set version = version + (select count(*) from e) where id = '${like.id}'`
  expect(await refusal(service, told)).toBe('events_tell_of_what_is_there')
})

test('no SQL tells more of a case than it has come to, as another has', async () => {
  const ahead = `
    insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), 'case.moved', now(), id, version + 1, 'system', '{}' from cases where id = '${kase.id}'`
  expect(await refusal(service, ahead)).toBe('cases_change_is_in_the_history')
})

test.each<[string, () => object]>([
  ['consultation.answered', () => ({ consultationId: asked.id })],
  ['consultation.overdue', () => ({ consultationId: asked.id })],
  ['case.succeeded', () => ({ successionId: reported.id })],
])('no SQL tells of %s before it is so', async (type, data) => {
  const told = `
    with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
      select gen_random_uuid(), '${type}', now(), id, version + 1, 'system', '${JSON.stringify(data())}'
      from cases where id = '${kase.id}')
    update cases set version = version + 1 where id = '${kase.id}'`
  expect(await refusal(service, told)).toBe('events_tell_of_what_is_there')
})
